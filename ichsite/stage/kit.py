"""The link kits of a project: each subject with its texts and cards, in the main language or in a further one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ichsite.catalog.dated_calls import dated_calls
from ichsite.catalog.dated_polls import dated_polls
from ichsite.engine.memo import Held
from ichsite.kit.card_sheet import craft_sheet
from ichsite.kit.platform_text import PlatformText, platform_texts, settings_of
from ichsite.kit.print_card import print_card
from ichsite.kit.qr import qr_png, qr_svg
from ichsite.kit.read_aloud import read_aloud
from ichsite.kit.subject import AskedKind, CraftSubject, Subject, SubjectKind, Way, craft_subject, stream_subject
from ichsite.kit.taking_part import TakingPart
from ichsite.model.platform import Platform
from ichsite.model.record import Record
from ichsite.model.stream import Stream
from ichsite.plan.event_index import event_index
from ichsite.render.filters import Speech
from ichsite.stage.desk import Desk
from ichsite.stage.kit_subjects import Wanted
from ichsite.stage.known import Known
from ichsite.text.address import BaseUrl
from ichsite.text.words import Language


@dataclass(frozen=True)
class Kit:
    """All of one subject: `address` is its short address without parameters; streams have no card for a parcel."""

    wanted: Wanted
    subject: Subject
    address: str
    texts: tuple[PlatformText, ...]
    read_aloud: str
    print_card: bytes | None
    card_sheet: bytes | None
    qr_svg: bytes
    qr_png: bytes


def kits(
    desk: Desk,
    known: Known,
    subjects: Iterable[Wanted],
    base: BaseUrl,
    language: Language,
    only: Iterable[Platform] = (),
) -> Iterator[Kit]:
    """The kit of each subject, for every platform or for `only` some. The site's theme must be known."""
    edition = next((one for one in known.editions if one.language == language), None)
    catalog = known.catalog if edition is None else edition.catalog
    dossiers: Mapping[str, Held] = known.dossiers if edition is None else edition.dossiers
    speech = speech_of(known, base, language)
    settings = settings_of(catalog.site.value)
    streams: dict[str, Record[Stream]] = {one.slug: one for one in catalog.streams}
    asked = TakingPart(
        dated_calls(catalog, known.today),
        dated_polls(catalog, known.today),
        event_index(catalog, known.today).ordered,
        known.today,
    )
    platforms = tuple(only)
    for one in subjects:
        way = _way(known, one.kind, one.slug, speech.base.tree)
        if one.kind == "craft":
            subject: Subject = craft_subject(desk.memo.take(dossiers[one.slug]), way, speech)
        else:
            record = streams[one.slug]
            crafts = {
                shown.craft: (
                    desk.memo.take(dossiers[shown.craft]),
                    _way(known, "craft", shown.craft, speech.base.tree),
                )
                for shown in record.value.crafts
                if shown.craft in dossiers
            }
            before = asked.before(one.slug, record.value, lambda kind, slug: _way(known, kind, slug, speech.base.tree))
            subject = stream_subject(one.slug, record.value, crafts, way, speech, before)
        address = speech.absolute(way.short)
        code = qr_svg(address, way.code)
        yield Kit(
            one,
            subject,
            address,
            platform_texts(subject, settings, speech, platforms),
            read_aloud(subject, speech),
            print_card(subject, settings, speech, code) if isinstance(subject, CraftSubject) else None,
            craft_sheet(subject, settings, speech) if isinstance(subject, CraftSubject) else None,
            code,
            qr_png(address, way.code),
        )


def speech_of(known: Known, base: BaseUrl, language: Language) -> Speech:
    """How the site speaks in one of its languages."""
    site = known.catalog.site.value
    words = known.theme.catalogue(language) if known.theme is not None else {}
    tree = "" if language == site.language else language
    return Speech(replace(base, tree=tree), language, site.currency, words)


def _way(known: Known, kind: SubjectKind | AskedKind, slug: str, tree: str) -> Way:
    """The short address; in a further language the page's own, for a short one leads to the main language."""
    book = known.entered.book
    reached = book.address(kind, slug) if tree else book.short(kind, slug)
    return Way(reached, book.code(kind, slug))
