"""Scripts without comments and blanks say the same; what might be misread is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ichsite.render.script import minified

esprima: Any = pytest.importorskip("esprima")
THEME = Path(__file__).parents[2] / "themes" / "default" / "static" / "js"

KEPT = (
    "if (a) /b  'c/.test(d); e = '  x'",
    "{ }\n/a  \"b/.test(c); e = '  x'",
    'a = () => /"  /.test(b)',
    "function * f () { yield /a  b/ }",
    "switch (a) { case /a  '/: b }",
    "typeof /a  '/",
    "a = /[/]  \\/ '/g.exec(b) // '",
    "a = `b  ${ `c  d` }  e`",
    "a = `b  ${ { c: 1 }  }  e // ${f}`",
    "a = `b  ${ '}' + `c  d` } e`",
    "a = `one\n  two`",
    "a = b + +c - -d + ++e",
    "let a = b\n++c\nd--\ne",
    "function f () { return\na }",
    "a = b / c / d; e = '// f  g' + \"/* h */\"",
    "a = 'b\\\n  c'",
    "a()\n;[b].map(c)\n;(d)()",
    "if (a) b()\nelse c()",
    "const { a, ...b } = { ...c }\nlet d\nfor (const e of [1]) f(e)",
    "a /* b */ = 1 // c",
)


@pytest.mark.parametrize("source", KEPT)
def test_it_says_the_same(source: str) -> None:
    assert tree(minified(source.encode())) == tree(source.encode())


@pytest.mark.parametrize("path", sorted(THEME.glob("*.js")), ids=lambda path: path.name)
def test_the_themes_own_scripts_say_the_same_in_less(path: Path) -> None:
    source = path.read_bytes()
    assert tree(minified(source)) == tree(source)
    assert len(minified(source)) < 0.85 * len(source)


def test_what_it_leaves_out_and_what_it_keeps() -> None:
    source = "\ufeff/* one */\r\nvar  a = 1 // two\r\n/*! whose  it is */\r\nvar b"
    assert minified(source.encode()) == b"var a=1/*! whose  it is */\nvar b"
    assert minified(b"") == minified(b" // one") == b""


def test_what_is_no_script_does_no_harm() -> None:
    for odd in (b"\xff\x00 a", b"a = '", b"/* a", b"`${", b"<!-- a\nb"):
        assert isinstance(minified(odd), bytes)


def tree(source: bytes) -> Any:
    return esprima.parseScript(source.decode()).toDict()
