"""Tokens: colours, fonts, sizes, spaces and measures of a theme, typed, and written as CSS custom properties.

A token's value is a `#rrggbb` colour, a length or a list of font names and nothing else, so that none can end its
declaration and begin another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ichsite.decode.compose import Plain
from ichsite.text.words import Words

SCHEMES = ("light", "dark", "print")
GROUPS = {"colours": "", "fonts": "", "sizes": "size-", "spaces": "space-", "measures": ""}
"""The groups of tokens.yaml, and what their names begin with in CSS."""
TOKEN_NAME = r"[a-z0-9]+(-[a-z0-9]+)*"  # noqa: S105  a pattern
COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
LENGTH = re.compile(r"\d{1,4}(\.\d{1,4})?(rem|em|px|%)", re.ASCII)
_FONT = re.compile(r"-?\w[\w .-]{0,60}")
_PLAIN_FONT = re.compile(r"-?[A-Za-z][A-Za-z-]*")
MOST_FONTS = 12
LONGEST_TOKEN = 40


class TokenRefused(Exception):
    """A value that a token cannot have: what is wrong, what to write, and below which key it stands."""

    def __init__(self, message: Words, help: Words | None = None, key: str | None = None) -> None:
        super().__init__(message.en)
        self.message, self.help, self.key = message, help, key


@dataclass(frozen=True)
class Token:
    """One token: its name in CSS without `--`, its group, and its value in each scheme (the light one where None)."""

    name: str
    group: str
    light: str
    dark: str | None = None
    print: str | None = None

    def value(self, scheme: str) -> str:
        """The value in a scheme."""
        return {"dark": self.dark, "print": self.print}.get(scheme) or self.light


def token_of(name: str, group: str, plain: Plain, before: Token | None = None) -> Token:
    """The token that a value stands for; schemes that it leaves out are those of `before`. Raises TokenRefused.

    A single value is the value in all schemes.
    """
    if group != "colours" or not isinstance(plain, dict):
        return Token(name, group, _value(group, plain))
    values: dict[str, str] = {}
    for scheme, value in plain.items():
        if scheme not in SCHEMES:
            known = Words(f"`{scheme}` 不是 light、dark 或 print", f"`{scheme}` is not light, dark or print")
            raise TokenRefused(known, key=scheme)
        try:
            values[scheme] = _value(group, value)
        except TokenRefused as refused:
            raise TokenRefused(refused.message, refused.help, scheme) from None
    if before is not None:
        return replace(before, **values)
    if "light" not in values:
        raise TokenRefused(Words("缺少 `light` 的颜色", "the colour for `light` is missing"))
    return Token(name, group, **values)


def css_of(tokens: Iterable[Token]) -> str:
    """The tokens as custom properties of `:root`: light, then what differs in the dark and in print."""
    kept = tuple(tokens)
    blocks = [":root {\n" + "".join(f"  --{one.name}: {one.light};\n" for one in kept) + "}\n"]
    for scheme, query in (("dark", "(prefers-color-scheme: dark)"), ("print", "print")):
        # on paper also what only the dark scheme says must be set back
        lines = "".join(
            f"    --{one.name}: {one.value(scheme)};\n"
            for one in kept
            if one.value(scheme) != one.light or (scheme == "print" and one.dark is not None)
        )
        if lines:
            blocks.append(f"@media {query} {{\n  :root {{\n{lines}  }}\n}}\n")
    return "".join(blocks)


def _value(group: str, plain: Plain) -> str:
    if group == "colours":
        return colour_of(plain)
    return _fonts(plain) if group == "fonts" else _length(plain)


def colour_of(plain: Plain) -> str:
    """The `#rrggbb` that a value stands for; raises TokenRefused."""
    if isinstance(plain, str) and COLOUR.fullmatch(plain):
        return plain.lower()
    help = Words('颜色写成带引号的六位十六进制，如 "#8a1c1c"', 'write six digits in quotes, such as "#8a1c1c"')
    if plain is None:  # an unquoted `#` begins a comment
        raise TokenRefused(Words("颜色是空的：没有引号的 # 是注释", "no colour: `#` without quotes is a comment"), help)
    raise TokenRefused(Words("这不是颜色", "this is no colour"), help)


def _length(plain: Plain) -> str:
    if isinstance(plain, str) and LENGTH.fullmatch(plain):
        return plain
    help = Words("写数字和单位，如 1.125rem、18px、60%", "write a number and a unit: 1.125rem, 18px, 60%")
    raise TokenRefused(Words("这不是长度", "this is no length"), help)


def _fonts(plain: Plain) -> str:
    named = [part.strip().strip("\"'") for part in plain.split(",")] if isinstance(plain, str) else plain
    help = Words("写字体名，用逗号分开，如 Songti SC, SimSun, serif", "write names: Songti SC, SimSun, serif")
    if not isinstance(named, list) or not 0 < len(named) <= MOST_FONTS:
        raise TokenRefused(Words("这不是字体的列表", "this is no list of fonts"), help)
    return ", ".join(_font(name, help) for name in named)


def _font(name: Plain, help: Words) -> str:
    if not isinstance(name, str) or not _FONT.fullmatch(name):
        shown = name if isinstance(name, str) else "?"
        raise TokenRefused(Words(f"`{shown}` 不是字体名", f"`{shown}` is no font's name"), help)
    return name if _PLAIN_FONT.fullmatch(name) else f'"{name}"'
