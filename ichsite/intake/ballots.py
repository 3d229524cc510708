"""Votes out of a table: of one row a voter, with one choice or several in a cell, or of one row an option with its count."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ichsite.intake.day import day_of
from ichsite.intake.platform_names import platform_meant
from ichsite.intake.poll_columns import PollField, PollHeaders
from ichsite.intake.redaction import redacted
from ichsite.intake.ticks import PARTS
from ichsite.intake.wording import key_of
from ichsite.model.call import AnswerPlace
from ichsite.table.sheet import Row, Sheet
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.words import Words

CELL, POLL = "import-cell", "import-poll"
MOST_OPTIONS = 24
_LONGEST_LABEL = 60
_SUM = re.compile("合计|总计|小计|共计|总数|总票数|总得票数?|有效票数?|total(?: votes)?|sum", re.IGNORECASE)
_VOTERS = re.compile("(?:本题)?有效填写人次|(?:总|投票|参与|填写)人[数次]|voters|respondents|responses", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,9}(?:\.\d{1,3})?)\s*([万w千k])?\s*(?:票|人|次|份|votes?)?(?:\s*\(.*\))?", re.IGNORECASE)
_TIMES = {"万": 10_000, "w": 10_000, "千": 1000, "k": 1000}
_STRONG = re.compile(r"[┋;；|\n]+")
_WEAK = ",，、"
"""Signs that part choices, and signs that may be part of one; not within brackets."""
_LETTERED = re.compile(r"^(?:[A-Za-z]|\d{1,2})\s*[.．、:：)）]\s*")
_OWN_WORDS = re.compile("〖.*", re.DOTALL)
"""What a voter wrote beside “other”, as Wenjuanxing has it."""
_AS_VALUE = Words("在表格里把它粘贴成“值”，或直接打进去", "paste it as a value, or type it in")


@dataclass
class Tally:
    """The votes of one place, by the key of each option. `voters` are people, where they are known."""

    where: AnswerPlace
    votes: Counter[str] = field(default_factory=Counter[str])
    voters: int | None = None
    counted: date | None = None


@dataclass(frozen=True)
class Ballots:
    """What a table says: the labels of the options by key, the votes of each place, how many choices one voter made at most.

    `repeated` are rows that stood there twice, `again` names that voted more than once and are counted each time.
    """

    labels: Mapping[str, str]
    tallies: tuple[Tally, ...]
    at_most: int = 1
    repeated: int = 0
    again: int = 0
    empty: int = 0
    platforms: Counter[str] = field(default_factory=Counter[str])


def read_ballots(
    sheet: Sheet, headers: PollHeaders, where: AnswerPlace, offered: tuple[str, ...] = ()
) -> tuple[Ballots | None, tuple[Diagnostic, ...]]:
    """The votes of a table, given at `where` unless a row says otherwise; None and why where one of them cannot be read, for a poll with holes would tell wrong counts.

    `offered` are all options where the table names them beside what was chosen (`ichsite.intake.ticks`).
    """
    rows = [(number, cells) for number, cells in sheet.rows if number > headers.row and not headers.repeats(cells)]
    reader = _Reader(sheet, headers, where)
    found = reader.counted(rows) if headers.first("votes") else reader.voted(rows, offered)
    if not reader.findings and not any(sum(one.votes.values()) for one in found.tallies):
        what = Words("表里没有一票", "there is not one vote in the table")
        reader.findings.append(error(POLL, sheet.place(headers.row), what, _CHOICES))
    if not reader.findings and len(found.labels) > MOST_OPTIONS:
        what = Words(
            f"有 {len(found.labels)} 种不同的选项，最多 {MOST_OPTIONS} 种：这一列多半是自由填写的",
            f"there are {len(found.labels)} different options, {MOST_OPTIONS} at most: most likely people wrote what they liked",
        )
        reader.findings.append(error(POLL, sheet.place(headers.row, headers.first("option")), what, _CHOICES))
    return (None if reader.findings else found), tuple(reader.findings)


_CHOICES = Words(
    "写着想法的表用 `ichsite import ideas`；投票的列名写进 site.yaml 的 `intake: {polls: {option: […]}}`",
    "a table of wishes is for `ichsite import ideas`; the header of the votes goes into site.yaml, `intake: {polls: {option: […]}}`",
)


class _Reader:
    """A table on its way to tallies."""

    def __init__(self, sheet: Sheet, headers: PollHeaders, where: AnswerPlace) -> None:
        self.sheet, self.headers = sheet, headers
        self.where: AnswerPlace = where
        self.findings: list[Diagnostic] = []
        self.untaken = {(one.row, one.column): one.why for one in sheet.untaken}
        self.tallies: dict[AnswerPlace, Tally] = {}
        self.platforms: Counter[str] = Counter()

    def counted(self, rows: Sequence[tuple[int, Row]]) -> Ballots:
        """One row an option with its count."""
        labels: dict[str, str] = {}
        repeated = 0
        for number, cells in rows:
            label = self._text(cells, "option")
            plain = unicodedata.normalize("NFKC", label).strip()
            if _is_sum(cells) or _SUM.fullmatch(plain) or (not label and not self._text(cells, "votes")):
                continue
            votes = self._votes(number, cells)
            if votes is None:
                continue
            tally = self._tally(cells)
            if _VOTERS.fullmatch(plain):
                tally.voters = votes
                continue
            key = key_of(label)
            if not key:
                self._fault(number, "option", Words("有票数，没有选项", "there are votes and no option"))
            elif key in tally.votes and tally.votes[key] == votes:
                repeated += 1
            elif key in tally.votes:
                what = Words(f"“{label[:40]}”有两个不同的票数", f"“{label[:40]}” has two different counts")
                self._fault(number, "votes", what, code=POLL)
            else:
                labels.setdefault(key, label)
                tally.votes[key] = votes
        return Ballots(_tidy(labels), tuple(self.tallies.values()), repeated=repeated, platforms=self.platforms)

    def voted(self, rows: Sequence[tuple[int, Row]], offered: tuple[str, ...]) -> Ballots:
        """One row a voter."""
        column = self.headers.first("option")
        told: list[tuple[int, Row, str]] = []
        seen: set[tuple[str, ...]] = set()
        people: defaultdict[str, int] = defaultdict(int)
        repeated = empty = 0
        for number, cells in rows:
            if (why := self.untaken.get((number, column))) is not None:
                self._fault(number, "option", why, _AS_VALUE)
                continue
            cell = self._text(cells, "option")
            if _is_sum(cells):
                continue
            if not cell:
                empty += 1
                continue
            # the whole row but for its number: read to be compared, and kept nowhere
            whole = tuple(one for at, one in enumerate(cells, 1) if at != self.headers.first("number"))
            if len(whole) > 1 and whole in seen and (self._text(cells, "submitted") or self._voter(cells)):
                repeated += 1
                continue
            seen.add(whole)
            if voter := self._voter(cells):
                people[voter] += 1
            told.append((number, cells, cell))
        chosen = [cell for _, _, cell in told]
        parted = [_pieces(cell.split(PARTS)) for cell in chosen] if offered else _parted(chosen)
        labels = _pieces(offered)
        for (_, cells, _), choices in zip(told, parted, strict=True):
            tally = self._tally(cells)
            tally.voters = (tally.voters or 0) + 1
            for key, label in choices.items():
                labels.setdefault(key, label)
                tally.votes[key] += 1
        return Ballots(
            _tidy(labels),
            tuple(self.tallies.values()),
            max((len(one) for one in parted), default=1),
            repeated,
            sum(count > 1 for count in people.values()),
            empty,
            self.platforms,
        )

    def _text(self, cells: Row, of: PollField) -> str:
        return redacted(self.headers.value(cells, of)).text.strip()

    def _voter(self, cells: Row) -> str:
        """Who voted, to be compared only."""
        return self.headers.value(cells, "voter").casefold()

    def _votes(self, number: int, cells: Row) -> int | None:
        if (why := self.untaken.get((number, self.headers.first("votes")))) is not None:
            self._fault(number, "votes", why, _AS_VALUE)
            return None
        said = unicodedata.normalize("NFKC", self.headers.value(cells, "votes")).replace(",", "").strip()
        found = _NUMBER.fullmatch(said)
        votes = float(found[1]) * _TIMES.get((found[2] or "").casefold(), 1) if found else 0.5
        if votes != int(votes):
            shown = redacted(said).text[:20]
            what = Words(f"看不懂票数“{shown}”", f"“{shown}” cannot be read as a number of votes")
            self._fault(number, "votes", what, Words("写成整数，如 128", "write a whole number such as 128"))
            return None
        return int(votes)

    def _tally(self, cells: Row) -> Tally:
        said = self._text(cells, "platform")
        where = platform_meant(said) if said else None
        if said and where is None:
            self.platforms[said[:40]] += 1
        place = where if where is not None else self.where
        tally = self.tallies.setdefault(place, Tally(place))
        day = day_of(self.headers.value(cells, "submitted"))
        if day is not None and (tally.counted is None or day > tally.counted):
            tally.counted = day
        return tally

    def _fault(self, row: int, of: PollField, what: Words, help: Words | None = None, *, code: str = CELL) -> None:
        self.findings.append(error(code, self.sheet.place(row, self.headers.first(of)), what, help))


def _is_sum(cells: Row) -> bool:
    """Whether a row adds the others up: its first text says so."""
    first = next((one.strip() for one in cells if one.strip()), "")
    return _SUM.fullmatch(unicodedata.normalize("NFKC", first).rstrip(":")) is not None


def _parted(cells: Sequence[str]) -> list[dict[str, str]]:
    """The choices of each cell, by key. A comma parts them where most of the pieces are chosen elsewhere too: else it belongs
    to a label."""
    strong = [_pieces(_STRONG.split(cell)) for cell in cells]
    if any(len(one) > 1 for one in strong):
        return strong
    weak = [_pieces(_cut(cell)) for cell in cells]
    different = {tuple(one) for one in weak}
    times = Counter(key for one in different for key in one)
    several = [key for one in different if len(one) > 1 for key in one]
    return weak if sum(times[key] > 1 for key in several) * 2 > len(several) else strong


def _cut(cell: str) -> list[str]:
    """A cell cut at the weak signs that no bracket closes behind; one walk from its end, for a cell may be long."""
    pieces: list[str] = []
    piece: list[str] = []
    inside = False
    for sign in reversed(cell):
        inside = sign in ")）" or (inside and sign not in "(（")
        if sign in _WEAK and not inside:
            pieces.append("".join(reversed(piece)))
            piece = []
        else:
            piece.append(sign)
    return ["".join(reversed(piece)), *reversed(pieces)]


def _pieces(parts: Iterable[str]) -> dict[str, str]:
    found = (_OWN_WORDS.sub("", one).strip() for one in parts)
    return {key_of(one): one for one in found if key_of(one)}


def _tidy(labels: Mapping[str, str]) -> dict[str, str]:
    """Labels as a page has them: without the letters before them where all have one, and not too long."""
    lettered = len(labels) > 1 and all(_LETTERED.match(one) and _LETTERED.sub("", one) for one in labels.values())
    return {key: _short(_LETTERED.sub("", one) if lettered else one) for key, one in _lines(labels)}


def _lines(labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield from ((key, " ".join(one.split())) for key, one in labels.items())


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1]}…"
