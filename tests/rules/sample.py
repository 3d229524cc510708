"""Crafts and whole catalogues of the base site, changed a little, as typed values."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from ichsite.assess.calendar import calendar_from
from ichsite.assess.card import card_of
from ichsite.assess.dossier import Dossier, assess_craft
from ichsite.catalog.catalog import Catalog
from ichsite.catalog.library import fed, library_of
from ichsite.decode.compose import compose
from ichsite.decode.front_matter import split_front_matter
from ichsite.decode.kinds import layout_of
from ichsite.decode.story import decode_story
from ichsite.decode.typed import typed
from ichsite.ledger.enter import enter
from ichsite.ledger.item import items_of
from ichsite.model.permalink import Permalinks
from ichsite.model.record import Record
from ichsite.model.site import AssessmentSettings
from ichsite.model.story import Story
from ichsite.model.wants import wants_of
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic
from tests.sites_support import BASE

TODAY = date(2026, 11, 22)
CALENDAR = calendar_from(TODAY)
Edit = Callable[[Any], None]
Field = tuple[str | int, ...]

VASE, PLAQUE = "content/crafts/vase", "content/crafts/plaque"


def unchanged(_: Any) -> None:
    """No change at all."""


def record(path: str, edit: Edit = unchanged, *, story: str | None = None, file: str | None = None) -> Record[Any]:
    """The record of a file of the base site after `edit` of its plain value; `file` gives it another path."""
    found = layout_of(path)
    assert found is not None
    layout, slug = found
    text = (BASE / path).read_text("utf-8")
    told = Story()
    if layout.story:
        front, _ = split_front_matter(path, text)
        assert front is not None
        text = front.yaml
        told, _ = decode_story(path, front.body if story is None else story, 0)
    plain = compose(text)
    edit(plain)
    value, findings = typed(path, plain, layout.cls)
    assert value is not None, findings
    if file is not None:
        renamed = layout_of(file)
        assert renamed is not None
        path, slug = file, renamed[1]
    return Record(layout.kind, path, slug, value, told)


def _materials() -> tuple[Record[Any], ...]:
    return record("content/materials/lotus/index.md"), record("content/materials/greens.md")


def with_library(customization: Record[Any]) -> Record[Any]:
    """A customisation with what the base site's material library gives it."""
    library = library_of(_materials())
    return fed(customization, library.feed(wants_of(customization.value)))


def dossier(
    folder: str = VASE,
    custom: Edit = unchanged,
    craft: Edit = unchanged,
    *,
    showcase: Edit | None = None,
    story: str | None = None,
) -> Dossier:
    """The dossier of a craft of the base site on the fixed day."""
    shown = (record("content/showcases/vase-1/showcase.yaml", showcase),) if showcase is not None else ()
    return assess_craft(
        record(f"{folder}/index.md", craft, story=story),
        with_library(record(f"{folder}/customization.yaml", custom)),
        shown,
        AssessmentSettings(),
        CALENDAR,
        TODAY,
    )


def whole(
    *dossiers: Dossier,
    site: Edit = unchanged,
    masters: tuple[Record[Any], ...] | None = None,
    showcases: tuple[Record[Any], ...] = (),
    streams: tuple[Record[Any], ...] = (),
    posts: tuple[Record[Any], ...] = (),
    files: tuple[str, ...] = (),
    broken: tuple[str, ...] = (),
) -> Whole:
    """A whole of some dossiers, and of the base site's settings, tiers and master."""
    catalog = Catalog(
        record("site.yaml", site),
        record("content/tiers.yaml"),
        crafts=(),
        masters=masters if masters is not None else (record("content/masters/ye/index.md"),),
        showcases=showcases,
        streams=streams,
        calls=(),
        polls=(),
        ideas=(),
        designs=(),
        events=(),
        feedback=(),
        materials=_materials(),
        posts=posts,
        pages=(),
    )
    cards = {one.craft.slug: card_of(one) for one in dossiers}
    items = items_of(catalog, cards.values())
    entered = enter(Permalinks(), items, (), ((), ()), catalog.site.value.addresses, {})
    return Whole(catalog, cards, frozenset(files), CALENDAR, TODAY, entered.book, frozenset(broken))


def said(findings: Any) -> list[tuple[str, Field]]:
    """Severity and field of each finding."""
    listed: list[Diagnostic] = list(findings)
    return [(one.severity, getattr(one.where, "field", ())) for one in listed]
