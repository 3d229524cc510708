"""One craft examined: assessed, held against the rules, put on a card. Pure, memoised, run in parallel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ichsite.assess.calendar import WorkCalendar
from ichsite.assess.card import CraftCard, card_of
from ichsite.assess.dossier import Dossier, assess_craft, without_private
from ichsite.catalog.catalog import CraftParts
from ichsite.catalog.library import fed
from ichsite.model.shelf import Shelf
from ichsite.model.site import AssessmentSettings
from ichsite.rules.registry import CRAFT_RULES
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.fingerprint import Fingerprint, of_value

_NO_SHOWCASES = of_value(())
_NO_FEED = Fingerprint(b"")


@dataclass(frozen=True)
class ExamineTask:
    """What is handed over to examine one craft."""

    parts: CraftParts
    settings: AssessmentSettings
    calendar: WorkCalendar
    today: date


@dataclass(frozen=True)
class Examined:
    """The card and the findings; the published dossier is the large result beside it."""

    card: CraftCard
    findings: tuple[Diagnostic, ...]


def examine(task: ExamineTask, shelf: Shelf) -> tuple[Examined, Dossier]:
    """Assesses a craft and runs every rule of one craft on it."""
    parts = task.parts
    dossier = assess_craft(
        shelf.take(parts.craft.key),
        fed(shelf.take(parts.customization.key), parts.feed),
        parts.showcases,
        task.settings,
        task.calendar,
        task.today,
    )
    findings = tuple(finding for rule in CRAFT_RULES for finding in rule(dossier))
    return Examined(card_of(dossier), findings), without_private(dossier)


def examine_print(task: ExamineTask, common: Fingerprint) -> tuple[Fingerprint | str, ...]:
    """What tells a task from another; `common` is that of the settings, the calendar and today (`common_print`)."""
    parts = task.parts
    return (
        parts.slug,
        parts.craft.fingerprint,
        parts.customization.fingerprint,
        parts.craft.path,
        of_value(parts.showcases) if parts.showcases else _NO_SHOWCASES,
        of_value(parts.feed) if parts.feed else _NO_FEED,
        common,
    )


def common_print(settings: AssessmentSettings, calendar: WorkCalendar, today: date) -> Fingerprint:
    """The fingerprint of what all crafts are examined with."""
    return of_value((settings, calendar, today))
