"""What a new item meets in its project: the site's language, the crafts, masters and streams there are, the names that are taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ichsite.decode.compose import Plain, compose
from ichsite.decode.kinds import layout_of
from ichsite.decode.permalinks import LedgerFault, read_block, skeleton_of
from ichsite.decode.source import SourceFile, read_record
from ichsite.decode.text import decode_text
from ichsite.decode.yaml_faults import YamlFault
from ichsite.ledger.steps import joined
from ichsite.model.permalink import LedgerKind, Permalink
from ichsite.model.site import AddressSettings, Site
from ichsite.model.tier import TIER_TERMS, TierName
from ichsite.scaffold.refused import Refused
from ichsite.text.address import Slug, UrlPath, collision_key, output_of
from ichsite.text.words import Language, Words

SETTINGS, LEDGER = "site.yaml", "content/permalinks.yaml"
_TOP_FIELD = re.compile(r"^(id|address):[ \t]*['\"]?([^\s'\"#]+)", re.MULTILINE)


@dataclass(frozen=True)
class Settings:
    """What of `site.yaml` a new file depends on; the model's own values where it cannot be read."""

    language: Language
    timezone: str = "Asia/Shanghai"
    addresses: AddressSettings = field(default_factory=AddressSettings)


@dataclass(frozen=True)
class Surroundings:
    """`crafts`, `masters` and `streams` are folders' names; `taken` are addresses (by what a disk takes for one) and whose they are;
    `ids` those of the kind, today's and former."""

    crafts: tuple[str, ...]
    masters: tuple[str, ...]
    streams: tuple[str, ...]
    taken: Mapping[str, str]
    ids: Mapping[str, str]


def settings_of(data: bytes, otherwise: Language) -> Settings:
    """The settings in `site.yaml`'s bytes."""
    record, _ = read_record(SourceFile("site", SETTINGS, Slug("site"), data))
    if record is None or not isinstance(site := record.value, Site):
        return Settings(otherwise)
    return Settings(site.language, site.timezone, site.addresses)


def kind_files(paths: Iterable[str], kind: LedgerKind) -> tuple[str, ...]:
    """The files of a kind of item."""
    return tuple(path for path in paths if (found := layout_of(path)) is not None and found[0].kind == kind)


def surroundings_of(
    paths: tuple[str, ...], kind: LedgerKind, texts: Mapping[str, bytes], ledger: bytes | None, settings: Settings
) -> Surroundings:
    """`paths` are all files of the project, `texts` those of the kind; raises Refused where the ledger cannot be read."""
    taken: dict[str, str] = {}
    ids: dict[str, str] = {}
    for line in _lines(ledger):
        for address in line.addresses:
            taken.setdefault(_key(address), f"{line.kind}:{line.id}")
        if line.kind == kind:
            ids |= dict.fromkeys((line.id, *line.also), f"{line.kind}:{line.id}")
    for path, data in texts.items():
        found = layout_of(path)
        if found is None:
            continue
        fields = dict(_TOP_FIELD.findall(data.decode("utf-8", "replace")))
        for step in (found[1], fields.get("address", found[1])):
            taken[_key(joined(kind, step, settings.addresses))] = path
        ids[fields.get("id", found[1])] = path
    return Surroundings(_slugs(paths, "craft"), _slugs(paths, "master"), _slugs(paths, "stream"), taken, ids)


def with_taken(
    around: Surroundings, kind: LedgerKind, steps: Iterable[str], owner: str, settings: Settings
) -> Surroundings:
    """The surroundings where items of a kind live in one file, `owner`: their ids and addresses are taken too."""
    ids = dict.fromkeys(steps, owner)
    taken = {_key(joined(kind, step, settings.addresses)): owner for step in ids}
    return replace(around, taken={**around.taken, **taken}, ids={**around.ids, **ids})


def owner_of(step: str, kind: LedgerKind, around: Surroundings, settings: Settings) -> str | None:
    """Who has the address or the id that `step` would be, as a file's path or as `kind:id`; None where it is free."""
    return around.taken.get(_key(joined(kind, step, settings.addresses))) or around.ids.get(step)


def offered_tiers(data: bytes) -> tuple[TierName, ...]:
    """The tiers in a craft's `customization.yaml`; none where it cannot be read."""
    text, findings = decode_text("customization.yaml", data)
    try:
        plain = compose(text) if not findings else None
    except YamlFault:
        return ()
    offers = plain.get("offers") if isinstance(plain, dict) else None
    return tuple(_tiers(offers if isinstance(offers, list) else []))


def _tiers(offers: Sequence[Plain]) -> Iterator[TierName]:
    written: dict[str, TierName] = {"element": "element", "function": "function", "deep": "deep"}
    written |= {TIER_TERMS.terms[name]: name for name in tuple(written.values())}
    for offer in offers:
        if isinstance(offer, dict) and (name := written.get(str(offer.get("tier")))) is not None:
            yield name


def _slugs(paths: Iterable[str], kind: LedgerKind) -> tuple[str, ...]:
    found = (layout_of(path) for path in kind_files(paths, kind))
    return tuple(sorted({str(one[1]) for one in found if one is not None}))


def _lines(ledger: bytes | None) -> Iterator[Permalink]:
    if ledger is None:
        return
    broken = Words(
        f"{LEDGER} 读不了，不知道哪些名字已经有主。先运行 ichsite check，照它说的修好",
        f"{LEDGER} cannot be read, so nobody knows which names are taken. Run ichsite check and mend it first",
    )
    text, findings = decode_text(LEDGER, ledger, 50_000_000)
    if findings:
        raise Refused(broken)
    try:
        blocks = skeleton_of(text).blocks
    except LedgerFault:
        raise Refused(broken) from None
    for block in blocks:
        lines, faults = read_block(block)
        if faults:
            raise Refused(broken)
        yield from lines


def _key(address: UrlPath) -> str:
    return collision_key(output_of(address))
