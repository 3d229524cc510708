"""The material library 素材库: motifs, palettes and films of techniques, each a file that says which of the three it is."""

from __future__ import annotations

from typing import Annotated, Literal

from ichsite.model.at_most import AtMost
from ichsite.model.craft import ShortWords
from ichsite.model.entry import entry
from ichsite.model.naming import AddressField, Aliases, Identifier, Replaces
from ichsite.model.option import HexColour, Label, Note
from ichsite.model.outside import WebAddress
from ichsite.model.picture import Drawing, Picture, PictureFile
from ichsite.model.scalar import OneOf, Text, Whole, YesNo
from ichsite.model.site import LANGUAGE_TERMS, PLATFORM_TERMS, Platform
from ichsite.model.tagged import ByKind
from ichsite.model.verbatim import Name, Verbatim
from ichsite.text.words import Language

MaterialKind = Literal["motif", "palette", "film"]
MaterialLicence = Literal["public-domain", "own", "licensed"]
LICENCE_TERMS = OneOf(public_domain="公有领域", own="自有", licensed="授权使用")


@entry
class Rights:
    """Who holds the right to a material, and whether others may take it. `record` (private) says where a licence is kept."""

    holder: Annotated[str, Text(60)]
    licence: Annotated[MaterialLicence, LICENCE_TERMS]
    words: Annotated[str, Text(300)] | None = None
    download: Annotated[bool, YesNo()] = False
    source: Annotated[str, Text(200)] | None = None
    record: Annotated[str, Verbatim(200)] | None = None


@entry
class NotFor:
    """Where a motif must not stand, and why; `marks` are tags, uses or folders of crafts that it is kept from."""

    where: Annotated[str, Text(100)]
    reason: Annotated[str, Text(300)]
    marks: Annotated[tuple[Annotated[str, Verbatim(20)], ...], AtMost(12)] = ()


@entry
class Shelved:
    """What every material says. `suits` are tags of crafts, or the folders of single crafts."""

    id: Identifier | None = None
    address: AddressField | None = None
    aliases: Aliases = ()
    replaces: Replaces = ()
    title: Annotated[str, Text(40)]
    summary: Annotated[str, Text(200)]
    tags: ShortWords = ()
    occasions: ShortWords = ()
    suits: ShortWords = ()
    region: Annotated[str, Name(30)] | None = None
    rights: Rights
    draft: Annotated[bool, YesNo()] = False


@entry
class Motif(Shelved):
    """A traditional motif 纹样: what it means, where it may be used and where not."""

    kind: Literal["motif"]
    meaning: Annotated[str, Text(200)]
    allowed: Annotated[str, Text(300)] | None = None
    not_for: Annotated[tuple[NotFor, ...], AtMost(12)] = ()
    drawing: Drawing | None = None
    picture: Picture | None = None


@entry
class NamedColour:
    """A traditional colour: one value on a screen, or a range up to `to` where the technique gives one."""

    id: Identifier
    label: Label
    value: HexColour
    to: HexColour | None = None
    becomes: Note | None = None
    origin: Note | None = None


@entry
class Palette(Shelved):
    """Named traditional colours 传统色, and what each becomes in the technique."""

    kind: Literal["palette"]
    technique: Annotated[str, Text(60)] | None = None
    colours: Annotated[tuple[NamedColour, ...], AtMost(60)]
    picture: Picture | None = None


@entry
class Captions:
    """A WebVTT file beside the film, in one language."""

    language: Annotated[Language, LANGUAGE_TERMS]
    file: PictureFile


@entry
class Film(Shelved):
    """A film of a technique: a link to a platform, or a file of the site's own with a poster and captions.

    The body of the file is its transcript.
    """

    kind: Literal["film"]
    seconds: Annotated[int, Whole(1, 36_000)]
    url: WebAddress | None = None
    platform: Annotated[Platform, PLATFORM_TERMS] | None = None
    file: PictureFile | None = None
    poster: Picture | None = None
    captions: Annotated[tuple[Captions, ...], AtMost(4)] = ()
    silent: Annotated[bool, YesNo()] = False


AnyMaterial = Motif | Palette | Film
MaterialField = Annotated[AnyMaterial, ByKind()]
