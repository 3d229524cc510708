"""Findings for a person at a terminal: place, line, a caret that stands right under Chinese text, a way out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ichsite.text.diagnostic import Diagnostic
from ichsite.text.place import Place
from ichsite.text.width import text_width, visible
from ichsite.text.words import Language

Paint = Callable[[str, str], str]
_LONGEST_LINE = 160


def rendered(
    findings: Iterable[Diagnostic], lines_of: Callable[[str], list[str]], language: Language, paint: Paint
) -> Iterator[str]:
    """One block of text per finding; `paint(style, text)` colours where the terminal can."""
    for finding in findings:
        yield "\n".join(_block(finding, lines_of, language, paint))


def unpainted(_style: str, text: str) -> str:
    """No colour at all."""
    return text


def _block(
    finding: Diagnostic, lines_of: Callable[[str], list[str]], language: Language, paint: Paint
) -> Iterator[str]:
    place = finding.where if isinstance(finding.where, Place) else Place(finding.where.path)
    style = "red" if finding.severity == "error" else "yellow"
    yield f"{paint('bold', visible(str(place)))} {paint(style, f'{finding.severity}[{finding.code}]')}"
    message = visible(finding.message.said(language))
    excerpt = list(_excerpt(place, lines_of, style, message, paint))
    yield from excerpt or [f"  {message}"]
    if finding.help is not None:
        label = "怎么办" if language == "zh-CN" else "help"
        yield f"  {paint('cyan', label)}{'：' if language == 'zh-CN' else ': '}{visible(finding.help.said(language))}"
    for one in finding.related:
        where = one.where if isinstance(one.where, Place) else Place(one.where.path)
        yield f"  {paint('dim', visible(str(where)))}: {visible(one.note.said(language))}"


def _excerpt(
    place: Place, lines_of: Callable[[str], list[str]], style: str, message: str, paint: Paint
) -> Iterator[str]:
    lines = lines_of(place.path) if place.line else []
    if not 0 < place.line <= len(lines):
        return
    line = lines[place.line - 1].replace("\t", " ")
    start = max(0, place.column - 1)
    cut = max(0, start - _LONGEST_LINE // 2)
    shown = visible(line[cut : cut + _LONGEST_LINE])
    before = visible(line[cut:start])
    marked = visible(line[start : max(place.end_column - 1, start + 1)][: _LONGEST_LINE // 2])
    gutter = f"{place.line:>5} | "
    yield paint("dim", gutter) + shown
    carets = "^" * max(1, text_width(marked))
    yield paint("dim", " " * (len(gutter) - 2) + "| ") + " " * text_width(before) + paint(style, f"{carets} {message}")
