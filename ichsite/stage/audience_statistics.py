"""statistics: a platform's private figures, read straight from their files for one report.

Nothing here goes through the cache, and nothing of it is handed to a plan: no byte can reach the output.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import cast

from ichsite.assess.audience_share import Dimension, People
from ichsite.decode.compose import compose
from ichsite.decode.text import decode_text
from ichsite.decode.typed import typed
from ichsite.decode.yaml_faults import YamlFault
from ichsite.intake.audience_table import statistics_lines
from ichsite.model.audience_statistics import AudienceMatch, PrivateAudiences, StatisticsRow
from ichsite.read.regular import FileTooLarge, read_regular, real_path
from ichsite.table.kind import CODE as UNREADABLE
from ichsite.table.kind import MOST_BYTES, not_there
from ichsite.table.read import read_table
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf, Place
from ichsite.text.suggest import did_you_mean
from ichsite.text.system_words import system_words
from ichsite.text.words import Words

PRIVATE = "audiences-private.yaml"
"""Beside `site.yaml`: outside `content/`, so no build ever reads it."""
_MOST_YAML = 2_000_000


@dataclass(frozen=True)
class Statistics:
    """The figures: where they are from, when they were read, whom each audience is made of, and the groups of people."""

    source: str = ""
    counted: date | None = None
    matches: Mapping[str, AudienceMatch] = field(default_factory=dict[str, AudienceMatch])
    people: tuple[People, ...] = ()
    notes: tuple[Words, ...] = ()


def read_statistics(
    root: Path, table: Path | None, audiences: frozenset[str]
) -> tuple[Statistics, tuple[Diagnostic, ...]]:
    """What `audiences-private.yaml` says, and the rows of `table`, which stand in for those of the file."""
    private, findings = _private(root, audiences)
    statistics = Statistics(
        private.source or "",
        private.counted,
        {one.audience: one for one in private.audiences},
        tuple(_people(private.rows)),
    )
    if table is None:
        return statistics, findings
    people, notes, faults = _table(table)
    told = Statistics(statistics.source or table.name, statistics.counted, statistics.matches, people, notes)
    return told, (*findings, *faults)


def _private(root: Path, audiences: frozenset[str]) -> tuple[PrivateAudiences, tuple[Diagnostic, ...]]:
    nothing = PrivateAudiences()
    if not (root / PRIVATE).exists():
        return nothing, ()
    try:
        data = read_regular(real_path(root, PRIVATE), _MOST_YAML)
    except OSError as wrong:
        return nothing, (_unreadable(PRIVATE, wrong),)
    text, findings = decode_text(PRIVATE, data)
    if findings:
        return nothing, findings
    try:
        plain = compose(text)
    except YamlFault as fault:
        return nothing, (fault.finding(PRIVATE, 0),)
    value, findings = typed(PRIVATE, plain, PrivateAudiences)
    if value is None:
        return nothing, findings
    return value, (*findings, *_unknown(value, audiences), *_unsaid(value))


def _unknown(private: PrivateAudiences, audiences: frozenset[str]) -> Iterator[Diagnostic]:
    for at, one in enumerate(private.audiences):
        if one.audience not in audiences:
            yield error(
                "unknown-reference",
                FieldOf(PRIVATE, ("audiences", at, "audience")),
                Words(f"没有人群“{one.audience}”", f"there is no audience `{one.audience}`"),
                did_you_mean(one.audience, audiences),
            )


def _unsaid(private: PrivateAudiences) -> Iterator[Diagnostic]:
    for at, one in enumerate(private.rows):
        if one.share is not None and _per_ten_thousand(one.share) is None:
            yield error(
                "not-a-number",
                FieldOf(PRIVATE, ("rows", at, "share")),
                Words(f"`{one.share}` 不是百分比，如 23.4", f"`{one.share}` is no share in per cent, such as 23.4"),
            )


def _people(rows: tuple[StatisticsRow, ...]) -> Iterator[People]:
    for row in rows:
        said: tuple[tuple[Dimension, str | None], ...] = (
            ("age", row.age),
            ("gender", row.gender),
            ("region", row.region),
            ("spending", row.spending),
        )
        known: tuple[tuple[Dimension, str], ...] = tuple((name, text) for name, text in said if text is not None)
        if known:
            yield People(known, _per_ten_thousand(row.share or ""), row.people)


def _table(table: Path) -> tuple[tuple[People, ...], tuple[Words, ...], tuple[Diagnostic, ...]]:
    name = table.name
    try:
        data = read_regular(table.resolve(strict=True), MOST_BYTES)
    except FileNotFoundError:
        return (), (), (not_there(name),)
    except OSError as wrong:
        return (), (), (_unreadable(name, wrong),)
    found = read_table(name, data)
    if found.sheet is None:
        return (), found.notes, found.findings
    lines, faults = statistics_lines(found.sheet)
    people = tuple(
        People(
            cast("tuple[tuple[Dimension, str], ...]", one.known),
            round(one.share * 100) if one.share is not None else None,
            one.people,
        )
        for one in lines
    )
    return people, found.notes, (*found.findings, *faults)


def _per_ten_thousand(share: str) -> int | None:
    try:
        said = Decimal(share.rstrip("%％ ").strip())
        return round(said * 100) if 0 <= said <= 100 else None  # 1e999999 is a number too, of a million digits
    except InvalidOperation:
        return None


def _unreadable(name: str, wrong: OSError) -> Diagnostic:
    if isinstance(wrong, FileTooLarge):
        what = Words(f"文件太大，最多 {MOST_BYTES:,} 字节", f"the file is too large: {MOST_BYTES:,} bytes at most")
        return error(UNREADABLE, Place(name), what)
    reason = system_words(wrong)
    return error(UNREADABLE, Place(name), Words(f"读不了：{reason.zh}", f"cannot be read: {reason.en}"))
