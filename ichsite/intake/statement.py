"""What one row of a table of ideas says: somebody's words, and nothing that tells who it was.

Every cell is cleared of private data before anything else sees it. A nickname is kept in memory to know a person who says
the same twice, and is named only where the row says that the person wishes it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ichsite.intake.agreement import understood
from ichsite.intake.craft_names import CraftNames
from ichsite.intake.day import day_of
from ichsite.intake.idea_columns import IdeaField, IdeaHeaders
from ichsite.intake.platform_names import platform_meant
from ichsite.intake.redaction import Secret, redacted
from ichsite.intake.wording import key_of, says_nothing
from ichsite.model.call import AnswerPlace
from ichsite.table.sheet import Row, Sheet
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.unseen import UNSEEN
from ichsite.text.words import Words

CELL = "import-cell"
_LONGEST_NAME = 30
_PLAIN_YES = re.compile(
    "是(?!谁|否)|愿意|同意|可以|好|行|对|允许|授权|公开|署名|yes|y$|ok|sure|i ?agree|i do|agree|true|1$|[✓√]"
)
"""How an answer begins that says that a name may be shown: a word for yes somewhere in it is not enough."""
_NOBODY = re.compile(r"匿名.*|游客.*|(?:微信|抖音|快手|小红书)?用户|网友|anonymous|guest|-+|/|无|.*\*\*.*")
"""A name that many have is nobody's."""
_TOTALS = re.compile(r"(?:合计|总计|小计|共计|总数|总条数|total)\s*[:：]?\s*\d*\s*(?:条|人|份|行|次)?", re.IGNORECASE)
_MOMENT = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?")
"""A day and a time and nothing else."""
_AS_VALUE = Words("在表格里把它粘贴成“值”，或直接打进去", "paste it as a value, or type it in")


@dataclass(frozen=True)
class Statement:
    """A wish as one row says it. `name` is how the person wishes to be named, with the day of that wish; None is nobody.

    `person` tells two rows of one person from two people; it is written nowhere.
    """

    row: int
    words: str
    key: str
    craft: str | None
    where: AnswerPlace | None
    said: date | None
    moment: str
    name: str | None
    person: str


@dataclass
class Reading:
    """What became of the rows on the way, by number; nothing of what they hold."""

    empty: int = 0
    nothing: int = 0
    repeated: int = 0
    unclear: int = 0
    taken_out: Counter[Secret] = field(default_factory=Counter[Secret])
    crafts: Counter[str] = field(default_factory=Counter[str])
    platforms: Counter[str] = field(default_factory=Counter[str])
    findings: list[Diagnostic] = field(default_factory=list[Diagnostic])


def read_statements(
    sheet: Sheet, headers: IdeaHeaders, names: CraftNames, mark: str
) -> tuple[tuple[Statement, ...], Reading]:
    """The statements of a table, each person's same words once; and what became of the other rows."""
    told = Reading()
    formulas: Mapping[int, dict[int, Words]] = _untaken(sheet)
    found: list[Statement] = []
    seen: set[tuple[str | None, str, str]] = set()
    for number, cells in sheet.rows:
        if number <= headers.row or headers.repeats(cells) or _is_total(cells):
            continue
        one = _Row(sheet, headers, number, cells, mark, told).statement(names, formulas.get(number, {}))
        if one is None:
            continue
        # who has no name is known by the moment; without one each row is somebody else
        who = one.person or one.moment
        if who and (one.craft, one.key, who) in seen:
            told.repeated += 1
            continue
        seen.add((one.craft, one.key, who))
        found.append(one)
    return tuple(found), told


def _untaken(sheet: Sheet) -> dict[int, dict[int, Words]]:
    found: dict[int, dict[int, Words]] = {}
    for one in sheet.untaken:
        found.setdefault(one.row, {})[one.column] = one.why
    return found


def _is_total(cells: Row) -> bool:
    """Whether a row sums the others up: its first text says so."""
    first = next((cell.strip() for cell in cells if cell.strip()), "")
    return _TOTALS.fullmatch(unicodedata.normalize("NFKC", first)) is not None


class _Row:
    """One row while it is read."""

    def __init__(self, sheet: Sheet, headers: IdeaHeaders, number: int, cells: Row, mark: str, told: Reading) -> None:
        self.sheet, self.headers, self.number, self.cells, self.mark, self.told = (
            sheet, headers, number, cells, mark, told,
        )  # fmt: skip

    def statement(self, names: CraftNames, untaken: Mapping[int, Words]) -> Statement | None:
        column = self.headers.first("words")
        if column in untaken:
            place = self.sheet.place(self.number, column)
            self.told.findings.append(error(CELL, place, untaken[column], _AS_VALUE))
            return None
        words = _tidy(self._text("words"))
        key = key_of(words.replace(self.mark, ""))
        if not words:
            self.told.empty += 1
            return None
        if says_nothing(key):
            self.told.nothing += 1
            return None
        moment = self.headers.value(self.cells, "submitted")
        moment = moment if _MOMENT.fullmatch(moment) else self._text("submitted")
        said = day_of(moment)
        nickname = _nickname(self.headers.value(self.cells, "buyer"))
        return Statement(
            self.number,
            words,
            key,
            self._craft(names),
            self._where(),
            said,
            moment,
            self._name(nickname, said),
            nickname.casefold(),
        )

    def _text(self, field: IdeaField) -> str:
        """A cell without private data, which is counted."""
        cell = self.headers.value(self.cells, field)
        if not cell:
            return ""
        found = redacted(cell, self.mark)
        if field != "submitted":
            for kind, count in found.taken:
                self.told.taken_out[kind] += count
        return found.text

    def _craft(self, names: CraftNames) -> str | None:
        said = self._text("craft")
        found = names.meant(said) if said else None
        if said and found is None:
            self.told.crafts[said[:40]] += 1
        return found

    def _where(self) -> AnswerPlace | None:
        said = self._text("platform")
        found = platform_meant(said) if said else None
        if said and found is None:
            self.told.platforms[said[:40]] += 1
        return found

    def _name(self, nickname: str, said: date | None) -> str | None:
        """The nickname, where the row says that the person wishes to be named, and on which day it was said."""
        answer = self._text("consent")
        if not answer:
            return None
        column = self.headers.first("consent")
        question = redacted(" ".join(self.headers.texts[column - 1].split())).text
        agreed = understood(question, answer, ("name",))
        plain = unicodedata.normalize("NFKC", answer).casefold().strip()
        if agreed.said == "no" or "匿名" in plain or "anonym" in plain:
            return None
        if agreed.said != "yes" or _PLAIN_YES.match(plain) is None:
            self.told.unclear += 1
            return None
        if "name" not in agreed.scope or said is None:
            return None
        # a name that is a number or an account is no name
        return nickname if nickname and len(nickname) <= _LONGEST_NAME and not redacted(nickname).taken else None


def _nickname(cell: str) -> str:
    """A nickname without what cannot be seen; empty where it is nobody's."""
    name = " ".join(UNSEEN.sub("", cell).split())
    return "" if _NOBODY.fullmatch(name.casefold()) else name


def _tidy(words: str) -> str:
    """The words without blanks at the ends of lines, and without empty lines."""
    lines = (" ".join(line.replace("\t", " ").split()) for line in words.strip().split("\n"))
    return "\n".join(line for line in lines if line)
