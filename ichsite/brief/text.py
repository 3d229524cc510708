"""The text of a brief for the chat: made of what was chosen and what is promised, and read back from what was pasted.

    【定作确认】足银刻字牌（元素定制）
    牌宽：20 毫米
    …
    链接 https://shop.example/crafts/silver-plaque/brief/#b1.…
    核对码 ABCD-EFGH

The code is that of the text above it: NFC, each line stripped, empty lines left out, joined by `\\n`, in UTF-8.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from ichsite.assess.counting import number, plain
from ichsite.assess.share import outcome_shares
from ichsite.assess.wish import Values, Wish
from ichsite.brief.brief import Brief
from ichsite.brief.code import CodeFault, code_of, read_code
from ichsite.brief.terms import Terms
from ichsite.brief.words import CHINESE, ENGLISH, BriefWords, brief_words, filled
from ichsite.model.option import AnyOption, ChoiceOption, ColourOption, NumberOption, PictureOption, SizeTableOption
from ichsite.model.production import Stage

MOST_TEXT = 60_000
"""Characters: what is longer is no message."""
_ALL = (CHINESE, ENGLISH)
LINK = re.compile("|".join(rf"{re.escape(one.link)}[\s:：]*(?=\S*(?:#|%23)b\d)" for one in _ALL))
"""The beginning of the line with the address."""
_CODE = re.compile("|".join(rf"{re.escape(one.code)}[\s:：]*" for one in _ALL))


Code = Literal["none", "right", "missing", "mistyped", "differs"]
"""What became of the check code; `none` where no text was given, but an address alone."""


@dataclass(frozen=True)
class ReadText:
    """A text as it was pasted: its lines above the code (tidied), the numbers of these lines, its address, the code as
    written and as it should be.

    `fault` is None where the code has the form of one, whether or not it is the right one.
    """

    lines: tuple[str, ...]
    numbers: tuple[int, ...]
    address: str
    code: str
    fault: CodeFault | None
    right: str

    @property
    def intact(self) -> bool:
        """Whether the text is, line by line, what the code was made for."""
        return self.fault is None and self.code == self.right


def brief_text(brief: Brief, terms: Terms, address: str) -> str:
    """The text for the chat, without a line end at its end."""
    words = brief_words(terms.language, terms.currency)
    above = [*brief_lines(brief, terms, words), f"{words.link} {address}"]
    return "\n".join((*above, f"{words.code} {code_for(above)}"))


def brief_lines(brief: Brief, terms: Terms, words: BriefWords) -> list[str]:
    """The lines above the address, in their order; a line that would be empty is left out."""
    heading = filled(words.heading, title=terms.title, tier=terms.tier_name)
    lines = (filled(words.line, label=label, value=value) for label, value in _told(brief, terms, words) if value)
    return [_one_line(line) for line in (heading, *lines)]


def code_for(lines: list[str] | tuple[str, ...]) -> str:
    """The check code of lines."""
    return code_of("\n".join(line for _, line in tidy_lines("\n".join(lines))).encode("utf-8", "replace"))


def tidy_lines(text: str) -> list[tuple[int, str]]:
    """The lines of a text in NFC, stripped, without empty ones; each with its number."""
    whole = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return [(number, line) for number, part in enumerate(whole.split("\n"), 1) if (line := part.strip())]


def read_text(text: str) -> ReadText | None:
    """What a pasted text holds, from its heading to its code; None where there is neither. Any text may be given.

    What stands before the heading and behind the code (the chat's own lines) is left out.
    """
    numbered = tidy_lines(text[:MOST_TEXT])
    lines = [line for _, line in numbered]
    first = next((at for at, line in enumerate(lines) if line.startswith(tuple(one.thumb for one in _ALL))), None)
    last = next((at for at in range(first or 0, len(lines)) if _CODE.match(lines[at])), None)
    if first is None and last is None:
        return None
    above = tuple(lines[first or 0 : last])
    found = _CODE.match(lines[last]) if last is not None else None
    code, fault = read_code(found.string[found.end() :]) if found is not None else ("", "missing")
    address = next((line[link.end() :] for line in above if (link := LINK.match(line)) is not None), "")
    numbers = tuple(number for number, _ in numbered[first or 0 : last])
    return ReadText(above, numbers, address, code, fault, code_for(above))


def code_verdict(text: ReadText | None) -> Code:
    """What became of the check code."""
    if text is None:
        return "none"
    return text.fault or ("right" if text.code == text.right else "differs")


def value_words(option: AnyOption, wish: Wish, words: BriefWords) -> str:
    """What was chosen for an option, as a person says it; empty where nothing was. An unknown value stands as it is."""
    if isinstance(option, SizeTableOption):
        said = (
            f"{line.label} {_measured(option, value, words)}"
            for line in option.measures
            for value in wish.get(f"{option.id}.{line.id}", ())
        )
        return words.comma.join(said)
    values: Values = wish.get(option.id, ())
    if isinstance(option, PictureOption):
        return (words.picture if len(values) == 1 else filled(words.pictures, count=len(values))) if values else ""
    if isinstance(option, NumberOption):
        return words.comma.join(_measured(option, value, words) for value in values)
    labels: dict[str, str] = {}
    if isinstance(option, ChoiceOption):
        labels = {one.id: one.label for one in option.values}
    elif isinstance(option, ColourOption):
        labels = {one.id: one.label for one in option.palette}
    return words.comma.join(labels.get(value, value) for value in values).replace("\n", words.line_end)


def _told(brief: Brief, terms: Terms, words: BriefWords) -> Iterator[tuple[str, str]]:
    """Label and value of each line after the heading."""
    for option in terms.options:
        yield option.label, value_words(option, brief.wish, words)
    yield words.alternative, brief.alternative
    yield words.note, brief.note.replace("\n", words.line_end)
    yield words.price, price_words(brief.price, words)
    yield words.window, window_words(brief.window, words)
    *before, seller = standing_lines(terms, words)
    yield from before
    yield words.understood, words.comma.join(words.ticks[one] for one in brief.ticks)
    yield seller
    yield words.version, f"{brief.version} · {_day(brief.made, words)}"


def standing_lines(terms: Terms, words: BriefWords) -> tuple[tuple[str, str], ...]:
    """Label and value of the lines that no choice changes, in their order; the seller, which is the last, stands below what
    was ticked. A value may be empty."""
    return (
        (words.fixed, words.semicolon.join(one.feature for one in terms.fixed_features)),
        (words.chance, words.semicolon.join(_outcomes(terms, words))),
        (words.changes, words.semicolon.join(_stages(terms.stages, words))),
        (words.returns, filled(words.return_words[terms.returns.basis], days=terms.returns.days)),
        (words.seller, terms.seller),
    )


def price_words(price: tuple[int, int] | None, words: BriefWords) -> str:
    """`¥880–1,560`, one amount where both are the same; minor units."""
    if price is None:
        return ""
    lowest, highest = (_amount(one) for one in price)
    return words.money + (lowest if lowest == highest else f"{lowest}–{highest}")


def window_words(window: tuple[date, date] | None, words: BriefWords) -> str:
    """`2026年12月20日–2027年1月8日`, one day where both are the same."""
    if window is None:
        return ""
    earliest, latest = (_day(one, words) for one in window)
    return earliest if earliest == latest else f"{earliest}–{latest}"


def _day(day: date | None, words: BriefWords) -> str:
    return filled(words.day, year=day.year, month=words.months[day.month - 1], day=day.day) if day is not None else ""


def _amount(minor: int) -> str:
    whole, rest = divmod(minor, 100)
    return f"{whole:,}.{rest:02}" if rest else f"{whole:,}"


def _measured(option: NumberOption | SizeTableOption, value: str, words: BriefWords) -> str:
    count = number(value)
    unit = words.units[option.unit]
    if isinstance(option, NumberOption) and option.unit == "piece" and option.measure_word:
        unit = option.measure_word
    return filled(words.quantity, value=plain(count) if count is not None else value, unit=unit)


def _outcomes(terms: Terms, words: BriefWords) -> Iterator[str]:
    """The outcomes where nobody holds the result in hand; with their shares where the counts add up."""
    if terms.randomness.controllability == "high":
        return
    shares = {one.outcome: one for one in outcome_shares(terms.randomness)}
    for one in terms.randomness.outcomes:
        share = shares.get(one.id)
        if share is None:
            yield one.name
        else:
            count, pieces = share.count, share.pieces
            yield filled(words.outcome, name=one.name, share=per_cent(share.per_mille), count=count, pieces=pieces)


def per_cent(per_mille: int) -> str:
    """As the pages write it: what is there but rounds to nothing is `<1%`, what is not all is `>99%`."""
    if 0 < per_mille < 5:
        return "<1%"
    return ">99%" if 995 <= per_mille < 1000 else f"{(per_mille + 5) // 10}%"


def _stages(stages: tuple[Stage, ...], words: BriefWords) -> Iterator[str]:
    """What a change means at each stage; neighbours of which the same is true are told together."""
    told = ((stage.name, _change(stage, words)) for stage in stages)
    for change, group in groupby(told, key=lambda one: one[1]):
        yield filled(words.stages, stages=words.comma.join(name for name, _ in group), change=change)


def _change(stage: Stage, words: BriefWords) -> str:
    change = words.change[stage.change]
    if stage.change_cost is not None:
        change = filled(words.change_cost, change=change, cost=words.money + _amount(stage.change_cost))
    elif stage.change_percent is not None:
        change = filled(words.change_percent, change=change, percent=stage.change_percent)
    return filled(words.change_times, change=change, times=stage.revisions) if stage.revisions else change


def _one_line(text: str) -> str:
    return " ".join(text.split("\n")).strip()
