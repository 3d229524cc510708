"""Which column of a form's table holds what: the site's own headers first, then the usual ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from ichsite.table.sheet import Row, Sheet

F = TypeVar("F", bound=str)

_PRIVATE = re.compile(
    "手机|电话|联系方式|邮箱|邮件|地址|身份证|证件|微信|qq|openid|用户id|姓名|真名|收件人|收货人|银行|账号|ip|phone|mobile|e-?mail|address|full name|passport"
)
"""What a header must not name to be taken for what it seems: such a column is read only where site.yaml names it."""
_NUMBERED = re.compile(r"^(?:第?\s*\d{1,3}\s*题?|[qQ]\s*\d{1,3}|[一二三四五六七八九十]{1,3})\s*[、.．:：)）_-]\s*")
_HINT = re.compile(r"[(（\[【](?:必填|选填|单选|多选|可多选|required|optional)[^)）\]】]*[)）\]】]|[*:：?？\s]+$")
_SEARCHED_ROWS = 10
_LONGEST_HEADER = 60


@dataclass(frozen=True)
class Vocabulary(Generic[F]):
    """The columns that a kind of table has.

    `usual` are their headers, in the order in which a header is tried: one that asks for consent may name photographs
    too. `many` may have several columns; of `exact` a header must end with the usual one, where else it is enough that it
    holds it.
    `alone` makes a row the headers though it is the only one known there, under its very name. `private` is what a header
    must not name besides what no header must.
    """

    usual: Mapping[F, tuple[str, ...]]
    many: frozenset[F] = frozenset()
    exact: frozenset[F] = frozenset()
    alone: F | None = None
    private: re.Pattern[str] | None = None


@dataclass(frozen=True)
class Headers(Generic[F]):
    """The row of the headers (the last one of two), the columns of each field (from 1), and the headers that are not read
    at all."""

    row: int
    texts: Row
    columns: Mapping[F, tuple[int, ...]]
    dropped: tuple[str, ...]

    def first(self, field: F) -> int:
        """The field's column; 0 where there is none."""
        return self.columns.get(field, (0,))[0]

    def value(self, cells: Row, field: F) -> str:
        """What a row says in a field, trimmed; empty where there is no such column."""
        column = self.first(field)
        return cells[column - 1].strip() if 0 < column <= len(cells) else ""

    def repeats(self, cells: Row) -> bool:
        """Whether a row is the headers once more, as in tables that were pasted together."""
        used = [column for columns in self.columns.values() for column in columns]
        return all(
            column <= len(cells) and cells[column - 1].strip() == self.texts[column - 1].strip() for column in used
        )


def find_headers(sheet: Sheet, vocabulary: Vocabulary[F], own: Mapping[F, tuple[str, ...]]) -> Headers[F] | None:
    """The headers among the first rows: the row with the most known ones, or two rows where groups of columns have a
    header above their own; None where no row has two of them. `own` are the site's headers.
    """
    found = [_headers(row, own, vocabulary) for row in _candidates(sheet)]
    # of as many the first, and one row before two
    best = max(found, key=lambda one: len(one.columns), default=None)
    if best is not None and len(best.columns) >= 2:
        return best
    alone = vocabulary.alone
    return next((one for one in found if alone is not None and _names(one, alone, own, vocabulary)), None)


def plain_header(text: str) -> str:
    """A header as it is compared, in one letter case: `3、您的评价（必填）：` is `您的评价`."""
    return bare_header(text.casefold())


def bare_header(text: str) -> str:
    """A header without its number, its hints, and width."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    plain = _NUMBERED.sub("", plain)
    before = ""
    while before != plain:
        before, plain = plain, _HINT.sub("", plain).strip()
    return plain


@dataclass(frozen=True)
class _Candidate:
    """A row that may be the headers; `above` are the headers of groups over its cells."""

    row: int
    cells: Row
    above: Row = ()


def _candidates(sheet: Sheet) -> Iterator[_Candidate]:
    rows = sheet.rows[:_SEARCHED_ROWS]
    for number, cells in rows:
        yield _Candidate(number, cells)
    for (number, upper), (next_number, lower) in pairwise(rows):
        if next_number == number + 1:
            yield _merged(next_number, upper, lower)


def _merged(number: int, upper: Row, lower: Row) -> _Candidate:
    """Two rows as one: a cell that was merged over both stands in the upper one, one over several columns in the first."""
    width = max(len(upper), len(lower))
    above, cells = [*upper, *[""] * (width - len(upper))], [*lower, *[""] * (width - len(lower))]
    group = ""
    groups: list[str] = []
    for over, under in zip(above, cells, strict=True):
        group = over if over.strip() else group if under.strip() else ""
        groups.append(group if under.strip() else "")
    return _Candidate(
        number, tuple(under if under.strip() else over for over, under in zip(above, cells, strict=True)), tuple(groups)
    )


def _names(found: Headers[F], field: F, own: Mapping[F, tuple[str, ...]], vocabulary: Vocabulary[F]) -> bool:
    column = found.first(field)
    names = {plain_header(one) for one in own.get(field, ())} or {*vocabulary.usual[field]}
    return column > 0 and plain_header(found.texts[column - 1]) in names


def _headers(row: _Candidate, own: Mapping[F, tuple[str, ...]], vocabulary: Vocabulary[F]) -> Headers[F]:
    plain = [plain_header(cell) for cell in row.cells]
    above = [plain_header(cell) for cell in row.above] or [""] * len(plain)
    columns: dict[F, list[int]] = {}
    taken: set[int] = set()

    def take(field: F, column: int) -> None:
        if column not in taken and (field in vocabulary.many or field not in columns):
            columns.setdefault(field, []).append(column)
            taken.add(column)

    for field in vocabulary.usual:
        wanted = {plain_header(name) for name in own.get(field, ())}
        for column, header in enumerate(plain, 1):
            if header and header in wanted:
                take(field, column)
    for same in (True, False):
        for field in vocabulary.usual:
            if own.get(field):
                continue  # the site says how this column is headed, and another one is not meant
            for column, (header, group) in enumerate(zip(plain, above, strict=True), 1):
                if not is_private(group, vocabulary) and _is_usual(field, header, vocabulary, same=same):
                    take(field, column)
    dropped = tuple(cell.strip() for column, cell in enumerate(row.cells, 1) if column not in taken and cell.strip())
    return Headers(row.row, row.cells, {field: tuple(sorted(found)) for field, found in columns.items()}, dropped)


def is_private(header: str, vocabulary: Vocabulary[F]) -> bool:
    """Whether a header names what is nobody's business: such a column is taken for nothing."""
    header = header.casefold()
    return bool(_PRIVATE.search(header) or (vocabulary.private is not None and vocabulary.private.search(header)))


def _is_usual(field: F, header: str, vocabulary: Vocabulary[F], *, same: bool) -> bool:
    if not header or len(header) > _LONGEST_HEADER or is_private(header, vocabulary):
        return False
    if same:
        return header in vocabulary.usual[field]
    if field in vocabulary.exact:
        return any(header.endswith(name) for name in vocabulary.usual[field])
    return any(name in header for name in vocabulary.usual[field])
