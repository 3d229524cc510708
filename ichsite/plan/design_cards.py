"""Design sessions in lists, and beside what they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from ichsite.catalog.picture_path import picture_use
from ichsite.model.design import Design
from ichsite.model.record import Record
from ichsite.plan.calendar_file import day_begins
from ichsite.plan.material import Material
from ichsite.plan.views import DesignCardView, PictureView


def design_card(material: Material, design: Record[Design]) -> DesignCardView:
    """A session in a list."""
    value, days = design.value, design.value.days(material.today)
    state, shown = days.state(material.today), value.shown(material.today)
    asked = shown[-1].asked if state == "asking" else None
    return DesignCardView(
        material.address("design", design.slug),
        value.title,
        value.summary,
        state,
        _newest_picture(material, design, len(shown)),
        len(shown),
        shown[-1].day if shown else None,
        (asked.question or "") if asked is not None else "",
        days.opens,
        days.closes if state == "asking" else None,
        _begins(material, days.opens) if days.opens is not None else None,
        _begins(material, days.closes + timedelta(days=1)) if state == "asking" and days.closes is not None else None,
        days.ended if state in ("confirmed", "given-up") else None,
    )


def design_cards(material: Material, designs: Iterable[Record[Design]]) -> tuple[DesignCardView, ...]:
    """Sessions beside what they belong to."""
    return tuple(design_card(material, one) for one in designs)


def designs_at_work(material: Material) -> tuple[Record[Design], ...]:
    """The sessions that ask or are being drawn, those that ask first."""
    today = material.today
    return tuple(
        one for one in material.designs.ordered if one.value.days(today).state(today) in ("asking", "sketching")
    )


def _newest_picture(material: Material, design: Record[Design], shown: int) -> PictureView | None:
    """The first picture of the confirmed version, or else of the newest that has one."""
    confirmed = design.value.confirmed
    first = (confirmed.version - 1,) if confirmed is not None and confirmed.day <= material.today else ()
    for at in (*first, *reversed(range(shown))):
        if at < shown and (pictures := design.value.versions[at].pictures):
            view = material.picture(picture_use(design.path, pictures[0], ("versions", at, "pictures", 0)))
            if view is not None:
                return view
    return None


def _begins(material: Material, day: date) -> datetime:
    return day_begins(day, material.catalog.site.value.timezone)
