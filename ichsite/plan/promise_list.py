"""The list of promises: what changed, craft by craft, the newest change first; and what is promised no longer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from ichsite.brief.changes import changes
from ichsite.brief.kept import Kept
from ichsite.brief.promise import FOLDER
from ichsite.catalog.urls import PROMISES
from ichsite.ledger.promises import promise_address
from ichsite.model.shelf import Shelf
from ichsite.model.tier import TIERS, TierName
from ichsite.plan.material import Material
from ichsite.plan.paging import paged
from ichsite.plan.promise_page import mark_of, marked, terms_on
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import (
    Chrome,
    CraftPromisesView,
    Head,
    Link,
    OfferPromisesView,
    Pager,
    PromiseStepView,
    PromisesView,
    VersionView,
)
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import of_value

STEPS_SHOWN = 5
"""So many changes of one offer stand in the list; the page of each version has them all."""


@dataclass(frozen=True)
class Step:
    """A change: the version that came and the one before it, and where their texts lie."""

    version: VersionView
    former: str
    before: bytes
    after: bytes


@dataclass(frozen=True)
class OfferLine:
    """An offer in the list."""

    tier: TierName
    holds: bool
    last: VersionView
    versions: int
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class CraftLine:
    """A craft in the list."""

    title: str
    craft: UrlPath | None
    offers: tuple[OfferLine, ...]


@dataclass(frozen=True)
class PromiseListPage:
    """What a page of the list is made of."""

    chrome: Chrome
    head: Head
    lines: tuple[CraftLine, ...]
    pager: Pager
    versions: int
    crafts: int

    def view(self, shelf: Shelf, speech: object) -> PromisesView:  # noqa: ARG002
        """The view: which parts of a promise changed is found out where it is rendered."""
        entries = tuple(
            CraftPromisesView(line.title, line.craft, tuple(_offer(one, shelf) for one in line.offers))
            for line in self.lines
        )
        return PromisesView(self.chrome, self.head, entries, self.pager, self.versions, self.crafts)


def promise_list_specs(material: Material, links: Mapping[str, Link]) -> Iterator[PageSpec]:
    """The list in pages; one that says that nothing changed where nothing did."""
    promises, say = material.promises, material.say
    listed = promises.changed
    crafts = len({one.name.craft for one in promises.kept})
    per_page = material.catalog.site.value.cards_per_page
    for url, pager, start in paged(PROMISES, len(listed), per_page):
        head = Head(say("Promises kept"), say("What every craft promised, version by version, and what changed."), url)
        lines = tuple(_line(material, id, links.get(id)) for id in listed[start : start + per_page])
        page = PromiseListPage(material.chrome, head, lines, pager, len(promises.kept), crafts)
        said = of_value((head, pager, page.versions, crafts, [_said(line) for line in lines]))
        parts = (("promises", said), ("site", material.chrome_print))
        yield PageSpec(url, "pages/promises.html", page, parts, FOLDER.rstrip("/"))


def _line(material: Material, id: str, link: Link | None) -> CraftLine:
    promises = material.promises
    offers: list[OfferLine] = []
    newest: Kept | None = None
    for tier in TIERS:
        if not (versions := promises.of_offer.get((id, tier))):
            continue
        periods = promises.periods((id, tier))
        views = [VersionView(one.version, promise_address(one.version), one.since.day, one.until) for one in periods]
        steps = [
            Step(now, before.version, promises.by_version[before.version].key, promises.by_version[now.version].key)
            for before, now in pairwise(views)
        ]
        held = promises.by_version[views[-1].version]
        newest = held if newest is None or newest.since[-1] < held.since[-1] else newest
        shown = tuple(reversed(steps[-STEPS_SHOWN:]))
        offers.append(OfferLine(tier, (id, tier) in promises.today, views[-1], len(versions), shown))
    title = link.title if link is not None else _title(material, newest)
    return CraftLine(title, link.url if link is not None else None, tuple(offers))


def _title(material: Material, newest: Kept | None) -> str:
    """What a craft was called that is gone."""
    if newest is None:
        return ""
    glance = newest.glance
    return marked(glance.title, mark_of(material.chrome.language, material.base, glance.language))


def _said(line: CraftLine) -> object:
    """All of a line but where texts lie: the versions say what those are."""
    offers = [
        (one.tier, one.holds, one.last, one.versions, [(step.version, step.former) for step in one.steps])
        for one in line.offers
    ]
    return line.title, line.craft, offers


def _offer(line: OfferLine, shelf: Shelf) -> OfferPromisesView:
    steps = tuple(
        PromiseStepView(
            step.version,
            tuple(
                dict.fromkeys(
                    one.part for one in changes(terms_on(shelf, step.before, None), terms_on(shelf, step.after, None))
                )
            ),
        )
        for step in line.steps
    )
    return OfferPromisesView(line.tier, line.last if line.holds else None, line.last, line.versions, steps)
