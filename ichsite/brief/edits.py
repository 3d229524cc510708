"""What was edited in a text: its lines held against those that its address gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from ichsite.brief.brief import Brief
from ichsite.brief.terms import Terms
from ichsite.brief.text import LINK, ReadText, brief_lines
from ichsite.brief.words import brief_words


@dataclass(frozen=True)
class Edit:
    """A line that is not as the address gives it: `written` is empty where it is gone, `given` where it was put in.

    `line` is its number in what was pasted; of a line that is gone, that of the line before it.
    """

    line: int
    written: str
    given: str


def edits_of(text: ReadText, brief: Brief, terms: Terms) -> tuple[Edit, ...]:
    """Every line above the address that is not what `brief`, read out of that address, gives under its own terms."""
    written = [(number, line) for number, line in zip(text.numbers, text.lines, strict=True) if not LINK.match(line)]
    given = brief_lines(brief, terms, brief_words(terms.language, terms.currency))
    return tuple(_differences(written, given))


def _differences(written: list[tuple[int, str]], given: list[str]) -> Iterator[Edit]:
    matcher = SequenceMatcher(a=[line for _, line in written], b=given, autojunk=False)
    for what, first, last, begin, end in matcher.get_opcodes():
        if what == "equal":
            continue
        for at in range(max(last - first, end - begin)):
            number, line = written[first + at] if first + at < last else (_before(written, last), "")
            yield Edit(number, line, given[begin + at] if begin + at < end else "")


def _before(written: list[tuple[int, str]], at: int) -> int:
    return written[at - 1][0] if at > 0 else 0
