"""The kit's pages in the site, where the owner wants them: nobody is led there, and no search lists them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ichsite.assess.card import CraftCard
from ichsite.catalog.address_book import short_address
from ichsite.catalog.urls import KITS, STRIP, kit_below, qr_below
from ichsite.kit.counting import count
from ichsite.kit.fitting import Fitted
from ichsite.kit.plain import spelled
from ichsite.kit.platform_text import KitSettings, PlatformText, platform_texts, settings_of
from ichsite.kit.read_aloud import sentences
from ichsite.kit.subject import (
    AskedKind,
    AskedLine,
    CraftSubject,
    Subject,
    SubjectKind,
    Way,
    craft_subject,
    stream_subject,
)
from ichsite.kit.taking_part import TakingPart
from ichsite.model.shelf import Shelf
from ichsite.model.stream import Stream
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import Chrome, Head, KitFieldView, KitIndexView, KitTextView, KitView, Link, ReadAloudView
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import of_value

if TYPE_CHECKING:
    from ichsite.render.filters import Speech

_ROW = 44
"""About so many columns are a row of the box that a text is copied from; a Han character takes two."""


@dataclass(frozen=True)
class KitPage:
    """What a kit's page is made of; `crafts` are the dossiers on the shelf by slug, `stream` is None for a craft."""

    url: UrlPath
    chrome: Chrome
    head: Head
    subject: Link
    kind: SubjectKind
    slug: str
    way: Way
    stream: Stream | None
    crafts: tuple[tuple[str, bytes, Way], ...]
    settings: KitSettings
    asked: tuple[AskedLine, ...]
    strip: UrlPath | None

    def view(self, shelf: Shelf, speech: Speech) -> KitView:
        """The view, made in a worker."""
        crafts = {slug: (shelf.take(key), way) for slug, key, way in self.crafts}
        stream = self.stream
        subject: Subject = (
            craft_subject(*crafts[self.slug], speech)
            if stream is None
            else stream_subject(self.slug, stream, crafts, self.way, speech, self.asked)
        )
        texts = [_text(one, speech) for one in platform_texts(subject, self.settings, speech)]
        if stream is not None:
            texts.sort(
                key=lambda one: one.platform != stream.platform
            )  # its own platform first, the others as they were
        return KitView(
            self.chrome,
            self.head,
            self.subject,
            self.kind,
            self.way.short,
            self.way.code,
            spelled(self.way.code),
            qr_below(short_address(self.way.code), "png") if self.way.code else None,
            _spoken(subject),
            tuple(texts),
            self.strip,
        )


def kit_specs(material: Material) -> Iterator[PageSpec]:
    """A page for each coming stream and each craft, and one that leads to them; none where the site wants none."""
    site = material.catalog.site.value
    if not site.links.kit_pages:
        return
    settings = settings_of(site)
    specs = [*_streams(material, settings), *_crafts(material)]
    made: list[KitPage] = [spec.made_from for spec in specs]
    head = Head(
        material.say("The link kit"),
        material.say("Texts, cards and codes to put the catalogue into a stream."),
        KITS,
        indexed=False,
    )
    listed = [(page.kind, (Link(page.subject.title, page.url), page.way.code)) for page in made]
    view = KitIndexView(
        material.chrome,
        head,
        tuple(one for kind, one in listed if kind == "stream"),
        tuple(one for kind, one in listed if kind == "craft"),
        STRIP if any(one.kind == "strip" for one in material.book.galleries) else None,
    )
    parts = (("kits", of_value((head, view.streams, view.crafts, view.strip))), ("site", material.chrome_print))
    yield PageSpec(KITS, "pages/kits.html", view, parts, "site.yaml", listed=False)
    yield from specs


def _crafts(material: Material) -> Iterator[PageSpec]:
    yield from material.each(_of_craft, material.cards_by_slug)


def _of_craft(material: Material, card: CraftCard) -> PageSpec:
    settings = settings_of(material.catalog.site.value)
    return _spec(material, settings, "craft", card.slug, card.title, card.path, None, (card.slug,))


def _streams(material: Material, settings: KitSettings) -> Iterator[PageSpec]:
    for record in sorted(material.catalog.streams, key=lambda one: (one.value.starts, one.slug)):
        stream = record.value
        if not material.is_past(stream):
            crafts = tuple(dict.fromkeys(one.craft for one in stream.crafts if one.craft in material.cards))
            yield _spec(material, settings, "stream", record.slug, stream.title, record.path, stream, crafts)


def _spec(
    material: Material,
    settings: KitSettings,
    kind: SubjectKind,
    slug: str,
    title: str,
    path: str,
    stream: Stream | None,
    crafts: tuple[str, ...],
) -> PageSpec:
    address = material.address(kind, slug)
    url = kit_below(address)
    head = Head(
        material.say("Link kit: %(title)s") % {"title": title},
        material.say("Texts, cards and codes to put the catalogue into a stream."),
        url,
        indexed=False,
    )
    page = KitPage(
        url,
        material.chrome,
        head,
        Link(title, address),
        kind,
        slug,
        _way(material, kind, slug),
        stream,
        tuple((one, material.dossiers[one][0], _way(material, "craft", one)) for one in crafts),
        settings,
        TakingPart(material.calls, material.polls, material.events.ordered, material.today).before(
            slug, stream, lambda kind, one: _way(material, kind, one)
        )
        if stream is not None
        else (),
        material.book.gallery("strip", slug) if stream is None else None,
    )
    prints = tuple(material.dossiers[one][1] for one in crafts)
    ways = tuple(way for _, _, way in page.crafts)
    beside = (head, page.subject, kind, slug, page.way, stream, ways, settings, page.asked, page.strip)
    parts = (("crafts", of_value(prints)), ("kit", of_value(beside)), ("site", material.chrome_print))
    return PageSpec(url, "pages/kit.html", page, parts, path, listed=False)


def _way(material: Material, kind: SubjectKind | AskedKind, slug: str) -> Way:
    reached = material.address(kind, slug) if material.base.tree else material.book.short(kind, slug)
    return Way(reached, material.book.code(kind, slug))


def _spoken(subject: Subject) -> tuple[ReadAloudView, ...]:
    briefs = (subject.brief,) if isinstance(subject, CraftSubject) else tuple(line.brief for line in subject.lines)
    return tuple(ReadAloudView(brief.title, sentences(brief)) for brief in briefs)


def _text(text: PlatformText, speech: Speech) -> KitTextView:
    return KitTextView(
        text.platform,
        text.rules.links,
        text.rules.links_assumed,
        _field(text.title, speech),
        _field(text.description, speech),
    )


def _field(fitted: Fitted, speech: Speech) -> KitFieldView:
    rows = sum(1 + count(line, "han-as-two") // _ROW for line in fitted.text.split("\n"))
    return KitFieldView(
        fitted.text,
        fitted.count,
        fitted.essential,
        fitted.limit.most,
        fitted.limit.counted_in,
        fitted.limit.assumed,
        rows,
        fitted.shown.most if fitted.shown is not None else None,
        fitted.hidden,
        tuple(speech.label(kind, "kit-piece") for kind in fitted.left_out),
        tuple(speech.label(kind, "kit-piece") for kind in fitted.cut),
    )
