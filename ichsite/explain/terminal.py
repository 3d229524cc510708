"""An explanation on a terminal: what, why, the failing lines with the faulty one marked, the mended ones, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import TYPE_CHECKING

from ichsite.explain.excerpt import Line, lines_of, saved_as
from ichsite.explain.explanation import Explanation, Sample
from ichsite.explain.family import FAMILIES
from ichsite.explain.folding import folds
from ichsite.explain.wording import FAILING, MENDED, NO_SAMPLE, SEVERITIES, WHAT_TO_DO, WHY
from ichsite.text.words import Language, Words

if TYPE_CHECKING:
    from rich.text import Text

_STYLE = {"error": "red", "warning": "yellow"}
_NARROWEST = 30


def explained(told: Explanation, language: Language, columns: int | None, *, coloured: bool) -> str:
    """The text of one explanation; `columns` is where lines are wrapped, None for nowhere."""
    return _printed(_blocks(told, language, columns, coloured=coloured), coloured=coloured)


def listed(
    families: Mapping[str, tuple[Explanation, ...]], language: Language, columns: int | None, *, coloured: bool
) -> str:
    """Every code with its line, by family."""
    return _printed(_listing(families, language, columns), coloured=coloured)


def _blocks(told: Explanation, language: Language, columns: int | None, *, coloured: bool) -> Iterator[Text]:
    from rich.text import Text

    style = _STYLE[told.severity]
    called = SEVERITIES[told.severity].said(language)
    yield Text.assemble((told.code, f"bold {style}"), (f"  {called}", style), (f"  {_family(told, language)}", "dim"))
    yield from _folded(Text(told.says.said(language), "bold"), columns)
    yield Text()
    for heading, words in ((WHY, told.why), (WHAT_TO_DO, told.do)):
        yield _heading(heading, language)
        yield from _folded(_prose(words.said(language), coloured=coloured), columns)
        yield Text()
    if not isinstance(told.sample, Sample):
        yield _heading(NO_SAMPLE, language)
        yield from _folded(_prose(told.sample.because.said(language), coloured=coloured), columns)
        return
    sample = told.sample
    saved = saved_as(sample.encoding)
    note = f"  ({saved.said(language)})" if saved is not None else ""
    yield Text.assemble(("✗ ", "bold red"), (FAILING.said(language), "bold"), (f"  {sample.file}", "cyan"), note)
    yield from _excerpt(lines_of(sample.failing, sample.marked), style)
    yield Text()
    yield Text.assemble(("✓ ", "bold green"), (MENDED.said(language), "bold"))
    yield from _excerpt(lines_of(sample.mended), style)


def _listing(
    families: Mapping[str, tuple[Explanation, ...]], language: Language, columns: int | None
) -> Iterator[Text]:
    from rich.text import Text

    width = max(len(one.code) for some in families.values() for one in some)
    for at, (family, some) in enumerate(families.items()):
        if at:
            yield Text()
        yield _heading(FAMILIES[family], language)
        for one in some:
            room = None if columns is None else columns - width - 4
            for line, said in enumerate(_folded(Text(one.says.said(language)), room)):
                code = one.code if line == 0 else ""
                yield Text(f"  {code:<{width}}  ", _STYLE[one.severity]).append_text(said)


def _heading(words: Words, language: Language) -> Text:
    from rich.text import Text

    return Text(words.said(language), "bold")


def _prose(words: str, *, coloured: bool) -> Text:
    """A paragraph; what stands in backticks is code, and keeps them where there are no colours."""
    from rich.text import Text

    if not coloured:
        return Text(words)
    text = Text()
    for at, piece in enumerate(words.split("`")):
        text.append(piece, "cyan" if at % 2 else "")
    return text


def _folded(text: Text, columns: int | None) -> Iterator[Text]:
    """The lines of a paragraph; one where lines are wrapped nowhere."""
    if columns is None:
        yield text
        return
    for line in text.divide(folds(text.plain, max(_NARROWEST, columns))):
        line.rstrip()
        yield line


def _excerpt(lines: Iterable[Line], style: str) -> Iterator[Text]:
    from rich.text import Text

    for line in lines:
        sign = ("▶", f"bold {style}") if line.marked else (" ", "")
        yield Text.assemble("  ", sign, (f"{line.number:>3} │ ", "dim"), (line.shown, style if line.marked else ""))


def _family(told: Explanation, language: Language) -> str:
    return FAMILIES[told.family].said(language)


def _printed(texts: Iterable[Text], *, coloured: bool) -> str:
    """The lines, wrapped no further: an excerpt's line stays one, to be copied whole."""
    from rich.console import Console

    out = StringIO()
    console = Console(
        file=out,
        force_terminal=coloured,
        color_system="standard" if coloured else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for text in texts:
        console.print(text, soft_wrap=True)
    return "\n".join(line.rstrip() for line in out.getvalue().rstrip("\n").split("\n"))
