"""The material library: its cards, its pages, and what a craft's page shows of it beside an option."""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.card import CraftCard
from ichsite.catalog.material_files import material_picture
from ichsite.catalog.picture_path import picture_path
from ichsite.catalog.urls import MATERIALS, TAGS, below
from ichsite.model.material import AnyMaterial, Film, Motif, NotFor, Palette, Rights
from ichsite.model.record import Record
from ichsite.plan.cards import craft_card
from ichsite.plan.material import Material
from ichsite.plan.paging import paged
from ichsite.plan.palette_file import palette_files
from ichsite.plan.spec import PageSpec
from ichsite.plan.story import record_story
from ichsite.plan.views import (
    AcceptedView,
    DownloadView,
    DrawingView,
    FilmView,
    FoundByView,
    Head,
    Link,
    MaterialCardView,
    MaterialFilters,
    MaterialsView,
    MotifView,
    PaletteView,
    RightsView,
    ShownMaterialView,
    TrackView,
    VideoView,
)
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import of_value
from ichsite.text.words import OWN_NAMES

COLOURS_ON_A_CARD = 8
_ORDER = ("motif", "palette", "film")


def materials_in_order(material: Material) -> list[Record[AnyMaterial]]:
    """Motifs first, then palettes, then films, each by its slug."""
    return sorted(material.catalog.materials, key=lambda one: (_ORDER.index(one.value.kind), one.slug))


def material_card(material: Material, record: Record[AnyMaterial]) -> MaterialCardView:
    """A material in a list."""
    value = record.value
    return MaterialCardView(
        material.address("material", record.slug),
        value.kind,
        value.title,
        value.summary,
        value.tags,
        value.meaning if isinstance(value, Motif) else "",
        drawing_of(material, record),
        material.picture(material_picture(record)),
        value.colours[:COLOURS_ON_A_CARD] if isinstance(value, Palette) else (),
        value.seconds if isinstance(value, Film) else None,
    )


def shown_materials(material: Material, card: CraftCard) -> tuple[tuple[str, ShownMaterialView], ...]:
    """What the options of a craft take, by slug, as it stands beside them."""
    names = dict.fromkeys(one.material for one in card.accepted)
    found = ((name, material.library.get(name)) for name in names)
    return tuple(
        (
            name,
            ShownMaterialView(
                material.address("material", name),
                record.value.title,
                drawing_of(material, record),
                material.picture(material_picture(record)) if isinstance(record.value, Motif) else None,
            ),
        )
        for name, record in found
        if record is not None
    )


def material_specs(material: Material, filters: MaterialFilters | None) -> Iterator[PageSpec]:
    """A page for each material, and the list; `filters` are the list's."""
    records = materials_in_order(material)
    cards = [material_card(material, record) for record in records]
    yield from (_page(material, record, card) for record, card in zip(records, cards, strict=True))
    per_page = material.catalog.site.value.cards_per_page
    title, about = material.say("Material library"), material.say("Motifs, palettes and films to design with.")
    for url, pager, start in paged(MATERIALS, len(cards), per_page):
        members = tuple(cards[start : start + per_page])
        head = Head(title, about, url)
        view = MaterialsView(material.chrome, head, members, pager, filters if pager.number == 1 else None)
        parts = (head, members, pager, view.filters)
        yield _spec(material, url, "pages/materials.html", view, parts, "content/materials")


def _page(material: Material, record: Record[AnyMaterial], card: MaterialCardView) -> PageSpec:
    value = record.value
    picture = card.picture.jpeg if card.picture is not None else None
    head = Head(value.title, value.summary, card.url, picture=picture)
    story, found_by = record_story(material, record), _found_by(material, value)
    rights = _rights(value.rights, downloads_of(material, record))
    if isinstance(value, Film):
        video, crafts = video_of(material, record, value), crafts_of_film(material, value)
        shown = tuple(craft_card(material, one) for one in crafts)
        view = FilmView(
            *(material.chrome, head, card, story, found_by, video, value.url or "", value.platform, shown, rights)
        )
        parts = (head, card, story, found_by, video, view.link, view.platform, shown, rights)
        return _spec(material, card.url, "pages/film.html", view, parts, record.path)
    accepted = _accepted(material, record.slug)
    if isinstance(value, Palette):
        view = PaletteView(
            *(material.chrome, head, card, story, found_by, value.technique or "", value.colours, accepted, rights)
        )
        parts = (head, card, story, found_by, view.technique, view.colours, accepted, rights)
        return _spec(material, card.url, "pages/palette.html", view, parts, record.path)
    not_for: tuple[NotFor, ...] = value.not_for
    view = MotifView(material.chrome, head, card, story, found_by, value.allowed or "", not_for, accepted, rights)
    parts = (head, card, story, found_by, view.allowed, not_for, accepted, rights)
    return _spec(material, card.url, "pages/motif.html", view, parts, record.path)


def _spec(material: Material, url: UrlPath, template: str, view: object, parts: object, owner: str) -> PageSpec:
    return PageSpec(url, template, view, (("view", of_value(parts)), ("site", material.chrome_print)), owner)


def drawing_of(material: Material, record: Record[AnyMaterial]) -> DrawingView | None:
    """A motif's drawing; None where it has none."""
    value = record.value
    if not isinstance(value, Motif) or value.drawing is None:
        return None
    file = material.files.get(picture_path(record.path, value.drawing.file) or "")
    if file is None:
        return None
    return DrawingView(file.url, file.width, file.height, value.drawing.alt, value.drawing.ai_generated)


def _found_by(material: Material, value: AnyMaterial) -> FoundByView:
    suits: list[Link] = []
    for name in value.suits:
        if (card := material.cards.get(name)) is not None:
            suits.append(Link(card.title, material.address("craft", card.slug)))
        elif (term := material.terms.get(name)) is not None and name in material.crafts_by_mark:
            suits.append(Link(name, below(TAGS, term.slug)))
    return FoundByView(value.tags, value.occasions, value.region or "", tuple(suits))


def _accepted(material: Material, slug: str) -> tuple[AcceptedView, ...]:
    return tuple(
        AcceptedView(
            card.title,
            one.tier,
            one.label,
            material.address("craft", card.slug),
            f"change-{one.tier}-{one.option}",
        )
        for card, one in material.accepted_by.get(slug, ())
    )


def crafts_of_film(material: Material, value: Film) -> tuple[CraftCard, ...]:
    """The crafts that a film is about: those that it names, and those that have a tag that it suits."""
    found = {one.slug: one for name in value.suits for one in material.crafts_by_mark.get(name, ())}
    return tuple(found[slug] for slug in sorted(found))


def _rights(rights: Rights, downloads: tuple[DownloadView, ...]) -> RightsView:
    return RightsView(rights.holder, rights.licence, rights.words or "", rights.source or "", downloads)


def downloads_of(material: Material, record: Record[AnyMaterial]) -> tuple[DownloadView, ...]:
    """What of a material may be taken away."""
    value, id = record.value, material.book.id("material", record.slug)
    if not value.rights.download:
        return ()
    if isinstance(value, Palette):
        return tuple(
            DownloadView(file.url, f"{id}.{form}", form) for form, file in palette_files(material, record.slug, value)
        )
    if (drawing := drawing_of(material, record)) is not None:
        return (DownloadView(drawing.url, f"{id}.svg", "svg"),)
    if isinstance(value, Film) and (video := video_of(material, record, value)) is not None:
        form = video.url.rpartition(".")[2]
        return (DownloadView(video.url, f"{id}.{form}", form),)
    picture = material.picture(material_picture(record))
    return (DownloadView(picture.jpeg, f"{id}.jpg", "jpg"),) if picture is not None else ()


def video_of(material: Material, record: Record[AnyMaterial], film: Film) -> VideoView | None:
    """A film of the site's own; None where it is watched on a platform."""
    file = material.files.get(picture_path(record.path, film.file) or "") if film.file is not None else None
    if file is None:
        return None
    tracks = tuple(
        TrackView(track.url, one.language, OWN_NAMES[one.language])
        for one in film.captions
        if (track := material.files.get(picture_path(record.path, one.file) or "")) is not None
    )
    return VideoView(file.url, f"video/{file.ending}", tracks)
