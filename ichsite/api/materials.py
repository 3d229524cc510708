"""`/api/v1/materials.json`: the material library: motifs, palettes, films, and the options that take them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from ichsite.api.addresses import MATERIALS_FILE
from ichsite.api.catalogue import craft_ref, schema_address, site_info
from ichsite.api.options import Hex
from ichsite.api.plain import written
from ichsite.api.says import Says
from ichsite.api.values import FORMAT, Address, CraftRef, Format, Id, Picture, Short, SiteInfo, Version, picture_of
from ichsite.catalog.material_files import material_picture
from ichsite.catalog.texts import story_text
from ichsite.model.material import AnyMaterial, Film, MaterialLicence, Palette, Rights
from ichsite.model.platform import Platform
from ichsite.model.record import Record
from ichsite.model.shelf import Shelf
from ichsite.model.tier import TierName
from ichsite.plan.library import downloads_of, drawing_of, materials_in_order, video_of
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.text.fingerprint import of_value
from ichsite.text.words import Language

if TYPE_CHECKING:
    from ichsite.render.filters import Speech


@dataclass(frozen=True)
class DownloadEntry:
    """A file that may be taken away."""

    form: Annotated[str, Says("How its name ends: `svg`, `jpg`, `json`, `gpl`, `mp4`, `webm`.")]
    url: Address


@dataclass(frozen=True)
class RightsEntry:
    """Who holds the right, and what others may do."""

    holder: str
    licence: MaterialLicence
    words: str | None
    source: str | None
    downloads: Annotated[tuple[DownloadEntry, ...], Says("Empty where nothing may be taken away.")]


@dataclass(frozen=True)
class TakenEntry:
    """An option of a craft that takes the material."""

    craft: CraftRef
    tier: TierName
    option: Annotated[str, Says("The option's id in the craft's file.")]


@dataclass(frozen=True)
class Shelved:
    """What every material says."""

    id: Id
    title: str
    summary: str
    url: Address
    short: Short
    tags: tuple[str, ...]
    occasions: tuple[str, ...]
    suits: Annotated[tuple[str, ...], Says("Tags of crafts, and ids of single crafts.")]
    region: str | None
    story: Annotated[str, Says("Plain text; of a film its transcript.")]
    rights: RightsEntry
    picture: Annotated[Picture | None, Says("Of a film its poster.")]


@dataclass(frozen=True)
class NotForEntry:
    """Where a motif must not stand, and why."""

    where: str
    reason: str


@dataclass(frozen=True)
class DrawingEntry:
    """The motif as an SVG, for show; whether it may be taken away stands in `rights`."""

    url: Address
    alt: str
    ai_generated: bool


@dataclass(frozen=True)
class MotifEntry(Shelved):
    """A traditional motif: what it means, where it may be used and where not."""

    kind: Literal["motif"]
    meaning: str
    allowed: str | None
    not_for: tuple[NotForEntry, ...]
    drawing: DrawingEntry | None
    taken_by: tuple[TakenEntry, ...]


@dataclass(frozen=True)
class ColourEntry:
    """A traditional colour."""

    id: Id
    label: str
    value: Hex
    to: Annotated[Hex | None, Says("The other end, where the technique gives a range of colours and no single one.")]
    becomes: Annotated[str | None, Says("What the technique makes of it.")]
    origin: str | None


@dataclass(frozen=True)
class PaletteEntry(Shelved):
    """Named traditional colours."""

    kind: Literal["palette"]
    technique: str | None
    colours: tuple[ColourEntry, ...]
    taken_by: tuple[TakenEntry, ...]


@dataclass(frozen=True)
class CaptionsEntry:
    """Captions of a film, as WebVTT."""

    language: Language
    url: Address


@dataclass(frozen=True)
class FilmEntry(Shelved):
    """A film of a technique."""

    kind: Literal["film"]
    seconds: int
    silent: Annotated[bool, Says("Nobody speaks in it.")]
    watch: Annotated[Address | None, Says("Where it is watched on a platform; null where the site has the file.")]
    platform: Platform | None
    file: Annotated[Address | None, Says("The site's own file, MP4 or WebM.")]
    captions: tuple[CaptionsEntry, ...]


MaterialEntry = MotifEntry | PaletteEntry | FilmEntry
_Words = tuple[str, ...]
_Head = tuple[str, str, str, str, str, _Words, _Words, _Words, str | None, str, RightsEntry, Picture | None]
"""The fields of `Shelved`, in their order."""


@dataclass(frozen=True)
class MaterialsData:
    """The material library: motifs, then palettes, then films."""

    format: Format
    version: Version
    schema: Address
    site: SiteInfo
    materials: tuple[MaterialEntry, ...]


@dataclass(frozen=True)
class MaterialsFile:
    """The file."""

    materials: MaterialsData

    def data(self, shelf: Shelf, speech: Speech) -> bytes:  # noqa: ARG002
        """The bytes."""
        return written(self.materials)


def materials_spec(material: Material) -> PageSpec:
    """The file of the whole library."""
    entries = tuple(_entry(material, one) for one in materials_in_order(material))
    made = MaterialsFile(MaterialsData(FORMAT, "", schema_address(material, "materials"), site_info(material), entries))
    parts = (("materials", of_value(made)),)
    return PageSpec(MATERIALS_FILE, "", made, parts, "content/materials", listed=False, uses=())


def _entry(material: Material, record: Record[AnyMaterial]) -> MaterialEntry:
    value = record.value
    head = _shelved(material, record)
    if isinstance(value, Film):
        return _film(material, record, value, head)
    taken = _taken_by(material, record.slug)
    if isinstance(value, Palette):
        colours = tuple(
            ColourEntry(one.id, one.label, one.value, one.to, one.becomes, one.origin) for one in value.colours
        )
        return PaletteEntry(*head, "palette", value.technique, colours, taken)
    not_for = tuple(NotForEntry(one.where, one.reason) for one in value.not_for)
    return MotifEntry(*head, "motif", value.meaning, value.allowed, not_for, _drawing(material, record), taken)


def _film(material: Material, record: Record[AnyMaterial], film: Film, head: _Head) -> FilmEntry:
    base, video = material.base, video_of(material, record, film)
    captions = tuple(CaptionsEntry(one.language, base.absolute(one.url)) for one in video.tracks) if video else ()
    file = base.absolute(video.url) if video is not None else None
    return FilmEntry(*head, "film", film.seconds, film.silent, film.url, film.platform, file, captions)


def _shelved(material: Material, record: Record[AnyMaterial]) -> _Head:
    value, base, book = record.value, material.base, material.book
    view = material.picture(material_picture(record))
    return (
        book.id("material", record.slug),
        value.title,
        value.summary,
        base.absolute(book.address("material", record.slug)),
        base.absolute(book.short("material", record.slug)),
        value.tags,
        value.occasions,
        tuple(book.id("craft", name) if name in material.cards else name for name in value.suits),
        value.region,
        story_text(record.story).strip(),
        _rights(material, record, value.rights),
        picture_of(view, base) if view is not None else None,
    )


def _rights(material: Material, record: Record[AnyMaterial], rights: Rights) -> RightsEntry:
    files = tuple(DownloadEntry(one.form, material.base.absolute(one.url)) for one in downloads_of(material, record))
    return RightsEntry(rights.holder, rights.licence, rights.words, rights.source, files)


def _drawing(material: Material, record: Record[AnyMaterial]) -> DrawingEntry | None:
    found = drawing_of(material, record)
    return DrawingEntry(material.base.absolute(found.url), found.alt, found.ai_generated) if found is not None else None


def _taken_by(material: Material, slug: str) -> tuple[TakenEntry, ...]:
    return tuple(
        TakenEntry(craft_ref(material, card), one.tier, one.option) for card, one in material.accepted_by.get(slug, ())
    )
