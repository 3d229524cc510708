"""`ichsite explain`: what a code means, why it exists, a failing and a mended sample, what to do."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from shutil import get_terminal_size

import click
from click.shell_completion import CompletionItem

from ichsite.commands.options import LanguageType
from ichsite.commands.talk import answer, coloured, locale_language
from ichsite.explain.explanation import Explanation, Sample
from ichsite.explain.family import FAMILIES
from ichsite.explain.library import by_family, codes, explanation_of
from ichsite.explain.terminal import explained, listed
from ichsite.report.machine import SCHEMA_VERSION
from ichsite.text.suggest import nearest
from ichsite.text.width import visible
from ichsite.text.words import Language, Words

_WIDEST = 100
"""Longer lines are hard to read, however wide the terminal is."""


def _completed(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """For shells: the codes that begin so, each with its line."""
    spoken, begun = locale_language(), begun.lower()
    return [CompletionItem(one, help=explanation_of(one).says.said(spoken)) for one in codes() if one.startswith(begun)]


@click.command()
@click.argument("code", required=False, shell_complete=_completed)
@click.option("--lang", "language", type=LanguageType(), help="Language of the explanation.")
@click.option("--json", "as_json", is_flag=True, help="JSON on stdout, in both languages.")
def explain(code: str | None, language: Language | None, as_json: bool) -> int:
    """Explain a diagnostic by its CODE, with a failing and a mended sample; without CODE, list them all."""
    spoken = language or locale_language()
    columns = min(_WIDEST, get_terminal_size().columns) if sys.stdout.isatty() else None
    if code is None:
        families = by_family()
        answer(_all_as_json(families) if as_json else listed(families, spoken, columns, coloured=coloured(sys.stdout)))
        return 0
    named = _named(code)
    if named not in codes():
        raise click.UsageError(_unknown(named).said(spoken))
    told = explanation_of(named)
    answer(
        _json({"explanations": [_data(told)]})
        if as_json
        else explained(told, spoken, columns, coloured=coloured(sys.stdout))
    )
    return 0


def _named(code: str) -> str:
    """The code alone, of what may have been copied from a finding: `error[yaml-tab]`."""
    _, bracket, inner = code.strip().partition("[")
    return inner.rstrip("]") if bracket else code.strip()


def _unknown(code: str) -> Words:
    shown, close = visible(code), nearest(code, codes())
    if close is not None:
        return Words(f"没有 {shown} 这个代码。是不是想写 {close}？", f"there is no code {shown}. Did you mean {close}?")
    return Words(
        f"没有 {shown} 这个代码；ichsite explain 列出全部。",
        f"there is no code {shown}; `ichsite explain` lists them all.",
    )


def _all_as_json(families: Mapping[str, tuple[Explanation, ...]]) -> str:
    called = {family: _words(FAMILIES[family]) for family in families}
    return _json({"families": called, "explanations": [_data(one) for some in families.values() for one in some]})


def _json(data: dict[str, object]) -> str:
    return json.dumps({"version": SCHEMA_VERSION, "command": "explain", **data}, ensure_ascii=False, indent=2)


def _data(told: Explanation) -> dict[str, object]:
    sample: dict[str, object]
    if isinstance(told.sample, Sample):
        one = told.sample
        sample = {"file": one.file, "failing": one.failing, "mended": one.mended}
        sample |= {"marked": one.marked or None, "encoding": one.encoding}
    else:
        sample = {"none": _words(told.sample.because)}
    return {
        "code": told.code,
        "family": told.family,
        "severity": told.severity,
        "says": _words(told.says),
        "why": _words(told.why),
        "do": _words(told.do),
        "sample": sample,
    }


def _words(words: Words) -> dict[str, str]:
    return {"zh-CN": words.zh, "en": words.en}
