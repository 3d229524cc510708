"""What one row says: a buyer's words about a piece, typed, with whatever cannot be taken told by row and column."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from ichsite.intake.agreement import understood
from ichsite.intake.craft_names import CraftNames
from ichsite.intake.day import day_of
from ichsite.intake.private import private_in, without_private
from ichsite.intake.showcase_columns import Field, ShowcaseHeaders
from ichsite.model.scalar import Refused, Text
from ichsite.model.scope import Scope
from ichsite.model.tier import TIER_TERMS, TIERS, TierName
from ichsite.table.sheet import Row, Sheet
from ichsite.text.diagnostic import Diagnostic, error, warning
from ichsite.text.suggest import did_you_mean
from ichsite.text.unseen import UNSEEN, unseen
from ichsite.text.words import Words

CELL, CRAFT, CONSENT, PRIVATE = "import-cell", "import-craft", "import-consent", "import-private"
_TITLE_CHARACTERS = 18
_SENTENCES = re.compile("[。！？!?\\n；;]")
_EDGES = "，,、：: \"'“”=+-@"


@dataclass(frozen=True)
class Defaults:
    """What holds where the table does not say it: the craft's slug, the tier, what a plain yes covers."""

    craft: str | None = None
    tier: TierName | None = None
    plain_yes: tuple[Scope, ...] = ("words", "pictures")


@dataclass(frozen=True)
class Agreed:
    """A consent as it was given: the day, its scope, question and answer in their own words."""

    given: date
    scope: tuple[Scope, ...]
    wording: str


@dataclass(frozen=True)
class Submission:
    """One row. `received` is the day of the submission where the table has no other (`received_guessed`).

    `photos` are cells as they stand; `order` is the order's number, `number` the form's own count.
    """

    row: int
    craft: str
    tier: TierName
    buyer: str
    title: str
    words: str
    received: date
    received_guessed: bool
    consent: Agreed | None
    photos: tuple[str, ...]
    order: str
    number: str


class _Row:
    """One row while it is being read: its cells by field, and what was found wrong."""

    def __init__(
        self, sheet: Sheet, headers: ShowcaseHeaders, row: int, cells: Row, untaken: Mapping[int, Words]
    ) -> None:
        self.sheet, self.headers, self.row, self.cells, self.untaken = sheet, headers, row, cells, untaken
        self.findings: list[Diagnostic] = []
        self.told: set[Field] = set()

    def text(self, field: Field, scalar: Text) -> str:
        """The field's text as its scalar takes it; empty where there is none, or where it is refused."""
        column = self.headers.first(field)
        if column in self.untaken:
            self.fault(field, CELL, self.untaken[column], _AS_VALUE)
            return ""
        said = self.headers.value(self.cells, field)
        if not said:
            return ""
        if hidden := UNSEEN.search(said):
            what = unseen(hidden[0])
            self.fault(field, CELL, what.message, what.help)
            return ""
        try:
            return scalar.parse(said)
        except Refused as refused:
            self.fault(field, CELL, refused.message, refused.help)
            return ""

    def fault(
        self, field: Field, code: str, what: Words, help: Words | None = None, say: Callable[..., Diagnostic] = error
    ) -> None:
        """A finding at a field's cell, with the header's name before it."""
        self.told.add(field)
        column = self.headers.first(field)
        name = " ".join(self.headers.texts[column - 1].split())[:40] if column else ""
        said = Words(f"“{name}”：{what.zh}", f"“{name}”: {what.en}") if name else what
        self.findings.append(say(code, self.sheet.place(self.row, column), said, help))

    @property
    def broken(self) -> bool:
        """Whether the row cannot be taken."""
        return any(one.severity == "error" for one in self.findings)


_AS_VALUE = Words("在表格里把它粘贴成“值”，或直接打进去", "paste it as a value, or type it in")


def read_submission(
    sheet: Sheet,
    headers: ShowcaseHeaders,
    row: int,
    cells: Row,
    known: tuple[CraftNames, Defaults],
    untaken: Mapping[int, Words],
) -> tuple[Submission | None, tuple[Diagnostic, ...]]:
    """The submission of a row, None where it cannot be taken; `untaken` are its cells that hold formulas, by column."""
    names, defaults = known
    at = _Row(sheet, headers, row, cells, untaken)
    craft, tier = _craft(at, names, defaults.craft), _tier(at, defaults.tier)
    words = at.text("words", Text(1000, lines=True))
    if not words and not at.broken:
        at.fault("words", CELL, Words("买家没有写字", "the buyer wrote nothing"), _NOTHING)
    for kind in private_in(words):
        at.fault("words", PRIVATE, kind, _STRIKE, warning)
    buyer = at.text("buyer", Text(30))
    if private_in(buyer):
        at.fault("buyer", PRIVATE, private_in(buyer)[0], _UNNAMED, warning)
        buyer = ""
    submitted, received = _day(at, "submitted"), _day(at, "received")
    day = received or submitted
    if day is None and not at.broken:
        at.fault(
            "received",
            CELL,
            Words(
                "不知道是哪一天的：没有收货日期，也没有提交时间",
                "there is no day: neither of receipt nor of submission",
            ),
            _DAY,
        )
    consent, refused = _consent(at, submitted, defaults.plain_yes)
    title = at.text("title", Text(60)) or _title(words)
    order, number = at.text("order", Text(120)), at.text("number", Text(40))
    photos = tuple(
        cells[one - 1] for one in headers.columns.get("photos", ()) if one <= len(cells) and cells[one - 1].strip()
    )
    if at.broken or refused or craft is None or tier is None or day is None:
        return None, tuple(at.findings)
    submission = Submission(
        row,
        craft,
        tier,
        buyer or _ANONYMOUS,
        title,
        _tidy(words),
        day,
        received is None,
        consent,
        photos,
        order,
        number,
    )
    return submission, tuple(at.findings)


_ANONYMOUS = "匿名买家"
_NOTHING = Words("没有话可放的，不用导入；删掉这一行", "there is nothing to show; delete the row")
_STRIKE = Words("公开之前在 showcase.yaml 里把它删掉", "strike it out of showcase.yaml before it is published")
_UNNAMED = Words(f"没有采用，写成了“{_ANONYMOUS}”", f"it was not taken; the buyer is called {_ANONYMOUS}")
_DAY = Words("日期写成 2026-09-20", "write the day as 2026-09-20")


def _craft(at: _Row, names: CraftNames, default: str | None) -> str | None:
    said = at.text("craft", Text(120))
    if not said:
        if default is None and not at.broken:
            what = Words("没有说是哪件作品", "it is not said which piece this is about")
            at.fault("craft", CRAFT, what, Words("填上作品，或用 --craft 指定", "name the piece, or give --craft"))
        return default
    found = names.meant(said)
    if found is None:
        help = did_you_mean(said, names.titles()) or Words(
            "写作品的标题、文件夹名或 id", "write its title, folder or id"
        )
        at.fault("craft", CRAFT, Words(f"没有作品“{said}”", f"there is no piece “{said}”"), help)
    return found


def _tier(at: _Row, default: TierName | None) -> TierName | None:
    said = at.text("tier", Text(120))
    if not said:
        if default is None and not at.broken:
            what = Words("没有说是哪一档定制", "it is not said which tier this was")
            at.fault("tier", CELL, what, Words("填上档位，或用 --tier 指定", "fill it in, or give --tier"))
        return default
    for tier in TIERS:
        if tier in said.casefold() or TIER_TERMS.terms[tier].removesuffix("定制") in said:
            return tier
    at.fault(
        "tier",
        CELL,
        Words(f"不知道“{said}”是哪一档", f"“{said}” is no tier"),
        did_you_mean(said, TIER_TERMS.terms.values()),
    )
    return None


def _day(at: _Row, field: Field) -> date | None:
    said = at.text(field, Text(60))
    if not said:
        return None
    found = day_of(said)
    if found is None:
        at.fault(field, CELL, Words(f"看不懂日期“{said}”", f"“{said}” cannot be read as a day"), _DAY)
    return found


def _consent(at: _Row, submitted: date | None, plain_yes: tuple[Scope, ...]) -> tuple[Agreed | None, bool]:
    """The consent, and whether the buyer said no: then nothing of the row is kept."""
    answer = at.text("consent", Text(300, lines=True))
    column = at.headers.first("consent")
    question = " ".join(at.headers.texts[column - 1].split()) if column else ""
    if not answer:
        at.fault("consent", CONSENT, Words("没有同意公开的记录", "there is no consent"), _ASK, warning)
        return None, False
    found = understood(question, answer, plain_yes)
    if found.said == "no":
        what = Words("买家不同意公开，这一行没有导入", "the buyer said no; the row was not taken")
        at.fault("consent", CONSENT, what, None, warning)
        return None, True
    if submitted is None and found.said != "unclear" and "submitted" in at.told:
        return None, False  # the day is there and cannot be read, which is told already
    if found.said == "unclear" or submitted is None:
        what = (
            Words(f"看不出“{answer}”是同意还是不同意", f"whether “{answer}” is a yes cannot be told")
            if found.said == "unclear"
            else Words(
                "没有提交时间，不知道是哪一天同意的",
                "there is no day of submission, so the day of the consent is not known",
            )
        )
        at.fault("consent", CONSENT, what, _ASK, warning)
        return None, False
    return Agreed(submitted, found.scope, f"{question}：{answer}"[:500]), False


_ASK = Words(
    "照样导入为待审；公开之前须取得同意，写进 consent",
    "it is taken as pending; before it is published, ask and fill in `consent`",
)


def _title(words: str) -> str:
    """The first sentence, cut short, without numbers that are nobody's business: a title for somebody to better."""
    first = next((one for one in _SENTENCES.split(without_private(words)) if one.strip()), "")
    first = " ".join(first.split()).strip(_EDGES)
    return (first if len(first) <= _TITLE_CHARACTERS else first[:_TITLE_CHARACTERS].rstrip(_EDGES) + "…") or "—"


def _tidy(words: str) -> str:
    """The words without blanks at the ends of lines; tabs, which YAML does not take there, are spaces."""
    return "\n".join(line.replace("\t", " ").strip() for line in words.strip().split("\n"))
