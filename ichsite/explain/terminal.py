"""An explanation on a terminal: what, why, the failing lines with the faulty one marked, the mended ones, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import TYPE_CHECKING

from ichsite.explain.excerpt import Line, lines_of, saved_as
from ichsite.explain.explanation import Explanation, Sample
from ichsite.explain.family import FAMILIES
from ichsite.explain.wording import FAILING, MENDED, NO_SAMPLE, SEVERITIES, WHAT_TO_DO, WHY
from ichsite.text.words import Language, Words

if TYPE_CHECKING:
    from rich.text import Text

_STYLE = {"error": "red", "warning": "yellow"}
_NARROWEST = 30


def explained(told: Explanation, language: Language, columns: int | None, *, coloured: bool) -> str:
    """The text of one explanation; `columns` is where lines are wrapped, None for nowhere."""
    return _printed(_blocks(told, language, coloured=coloured), columns, coloured=coloured)


def listed(
    families: Mapping[str, tuple[Explanation, ...]], language: Language, columns: int | None, *, coloured: bool
) -> str:
    """Every code with its line, by family."""
    return _printed(_listing(families, language), columns, coloured=coloured)


def _blocks(told: Explanation, language: Language, *, coloured: bool) -> Iterator[Text]:
    from rich.text import Text

    style = _STYLE[told.severity]
    called = SEVERITIES[told.severity].said(language)
    yield Text.assemble((told.code, f"bold {style}"), (f"  {called}", style), (f"  {_family(told, language)}", "dim"))
    yield Text(told.says.said(language), "bold")
    yield Text()
    for heading, words in ((WHY, told.why), (WHAT_TO_DO, told.do)):
        yield _heading(heading, language)
        yield _prose(words.said(language), coloured=coloured)
        yield Text()
    if not isinstance(told.sample, Sample):
        yield _heading(NO_SAMPLE, language)
        yield _prose(told.sample.because.said(language), coloured=coloured)
        return
    sample = told.sample
    saved = saved_as(sample.encoding)
    note = f"  ({saved.said(language)})" if saved is not None else ""
    yield Text.assemble(("✗ ", "bold red"), (FAILING.said(language), "bold"), (f"  {sample.file}", "cyan"), note)
    yield from _excerpt(lines_of(sample.failing, sample.marked), style)
    yield Text()
    yield Text.assemble(("✓ ", "bold green"), (MENDED.said(language), "bold"))
    yield from _excerpt(lines_of(sample.mended), style)


def _listing(families: Mapping[str, tuple[Explanation, ...]], language: Language) -> Iterator[Text]:
    from rich.text import Text

    width = max(len(one.code) for some in families.values() for one in some)
    for at, (family, some) in enumerate(families.items()):
        if at:
            yield Text()
        yield _heading(FAMILIES[family], language)
        for one in some:
            code = Text(f"  {one.code:<{width}}  ", _STYLE[one.severity])
            yield code.append(one.says.said(language), "default")


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


def _excerpt(lines: Iterable[Line], style: str) -> Iterator[Text]:
    from rich.text import Text

    for line in lines:
        sign = ("▶", f"bold {style}") if line.marked else (" ", "")
        yield Text.assemble("  ", sign, (f"{line.number:>3} │ ", "dim"), (line.shown, style if line.marked else ""))


def _family(told: Explanation, language: Language) -> str:
    return FAMILIES[told.family].said(language)


def _printed(texts: Iterable[Text], columns: int | None, *, coloured: bool) -> str:
    from rich.console import Console

    out = StringIO()
    console = Console(
        file=out,
        force_terminal=coloured,
        color_system="standard" if coloured else None,
        width=max(_NARROWEST, columns or 0),
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for text in texts:
        console.print(text, soft_wrap=columns is None)
    return "\n".join(line.rstrip() for line in out.getvalue().rstrip("\n").split("\n"))
