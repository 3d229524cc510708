"""Findings for a person at a terminal: place, line, a caret that stands right under Chinese text, a way out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ichsite.text.diagnostic import Diagnostic
from ichsite.text.place import Place
from ichsite.text.width import text_width, visible
from ichsite.text.words import Language

Paint = Callable[[str, str], str]
WIDE_COLUMNS = 160
"""The columns of a listing that goes to no terminal."""
_GUTTER = 8
_LONGEST_MARK = 60


def rendered(
    findings: Iterable[Diagnostic],
    lines_of: Callable[[str], list[str]],
    language: Language,
    paint: Paint,
    columns: int = WIDE_COLUMNS,
) -> Iterator[str]:
    """One block of text per finding; `paint(style, text)` colours where the terminal can."""
    for finding in findings:
        yield "\n".join(_block(finding, lines_of, language, paint, columns))


def unpainted(_style: str, text: str) -> str:
    """No colour at all."""
    return text


def _block(
    finding: Diagnostic, lines_of: Callable[[str], list[str]], language: Language, paint: Paint, columns: int
) -> Iterator[str]:
    place = finding.where if isinstance(finding.where, Place) else Place(finding.where.path)
    style = "red" if finding.severity == "error" else "yellow"
    yield f"{paint('bold', visible(str(place)))} {paint(style, f'{finding.severity}[{finding.code}]')}"
    message = visible(finding.message.said(language))
    excerpt = list(_excerpt(place, lines_of, style, message, paint, columns))
    yield from excerpt or [f"  {message}"]
    if finding.help is not None:
        label = "怎么办" if language == "zh-CN" else "help"
        yield f"  {paint('cyan', label)}{'：' if language == 'zh-CN' else ': '}{visible(finding.help.said(language))}"
    for one in finding.related:
        where = one.where if isinstance(one.where, Place) else Place(one.where.path)
        yield f"  {paint('dim', visible(str(where)))}: {visible(one.note.said(language))}"


def _excerpt(
    place: Place, lines_of: Callable[[str], list[str]], style: str, message: str, paint: Paint, columns: int
) -> Iterator[str]:
    """The line, carets right under what is meant, the message behind them or below where they leave no room."""
    lines = lines_of(place.path) if place.line else []
    if not 0 < place.line <= len(lines):
        return
    line = lines[place.line - 1].replace("\t", " ")
    room = max(30, columns - _GUTTER)
    start = min(max(0, place.column - 1), len(line))
    cut = _cut(line, start, max(place.end_column - 1, start + 1), room)
    shown = _within(line[cut:], room)
    before = visible(line[cut:start])
    marked = _within(line[start : max(place.end_column - 1, start + 1)], min(_LONGEST_MARK, room - text_width(before)))
    carets = "^" * max(1, text_width(marked))
    margin = paint("dim", " " * (_GUTTER - 2) + "| ")
    indent = " " * text_width(before)
    yield paint("dim", f"{place.line:>5} | ") + shown
    if text_width(indent) + len(carets) + 1 + text_width(message) <= room or columns >= WIDE_COLUMNS:
        yield margin + indent + paint(style, f"{carets} {message}")
    else:
        yield margin + indent + paint(style, carets)
        yield paint(style, f"  {message}")


def _cut(line: str, start: int, end: int, room: int) -> int:
    """Where the excerpt begins: at the line's start if the mark fits then, else with the mark in its first half."""
    if text_width(visible(line[:end])) <= room:
        return 0
    cut = 0
    while text_width(visible(line[cut:start])) > room // 2:
        cut += 1
    return cut


def _within(text: str, columns: int) -> str:
    """The beginning of a text that fits into so many columns, harmless to a terminal."""
    kept = ""
    for char in text:
        shown = visible(char)
        if text_width(kept) + text_width(shown) > columns:
            break
        kept += shown
    return kept
