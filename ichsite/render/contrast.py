"""Whether text can be read: the contrast of a theme's colours on each other, as WCAG 2.2 counts it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from ichsite.render.tokens import Token
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import FieldOf, Place
from ichsite.text.words import Words

LEAST = 4.5
"""WCAG 2.2, success criterion 1.4.3, for text of usual size."""
PAIRS = (
    *((front, back) for front in ("ink", "faint", "cinnabar", "celadon", "gold") for back in ("paper", "sheet")),
    ("on-accent", "cinnabar"),
)
SCHEMES = {"light": Words("浅色", "light"), "dark": Words("深色", "dark")}


def contrast(one: str, other: str) -> float:
    """The ratio of two `#rrggbb` colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


class Grounds:
    """The filter `contrast`: a colour of the content against a colour of the theme."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        self._tokens = {token.name: token for token in tokens if token.group == "colours"}

    def filters(self) -> dict[str, Callable[..., Any]]:
        """The filter by its name."""
        return {"contrast": self.contrast}

    def contrast(self, colour: str, token: str, scheme: str = "light") -> Decimal:
        """The ratio, rounded down to a tenth; against white (in the dark against black) where the theme lacks the token."""
        known = self._tokens.get(token)
        ground = known.value(scheme) if known is not None else "#000000" if scheme == "dark" else "#ffffff"
        return Decimal(int(contrast(colour, ground) * 10)) / 10


def contrast_findings(tokens: Iterable[Token], own: frozenset[str], theme: str) -> Iterator[Diagnostic]:
    """A warning for each pair of colours that is hard to read. `own` are the tokens that site.yaml sets; `theme` is
    the place of the theme, to which the fault belongs where the site has set neither."""
    known = {token.name: token for token in tokens if token.group == "colours"}
    for front, back in PAIRS:
        if front not in known or back not in known:
            continue
        for scheme, called in SCHEMES.items():
            ratio = contrast(known[front].value(scheme), known[back].value(scheme))
            if ratio >= LEAST:
                continue
            set_one = front if front in own else back
            where = FieldOf("site.yaml", ("theme", "tokens", set_one)) if set_one in own else Place(theme)
            # rounded down: 4.49 is not 4.5
            said = f"{int(ratio * 10) / 10:g}"
            yield warning(
                "theme-contrast",
                where,
                Words(
                    f"`{front}` 的字在 `{back}` 的底上看不清：{called.zh}模式下对比度 {said}，至少要 {LEAST}",
                    f"`{front}` on `{back}` is hard to read: a contrast of {said} in the {called.en} scheme, "
                    f"{LEAST} is the least",
                ),
                Words(
                    "把其中一种颜色调深或调浅；也可以按模式分写 {light: ..., dark: ...}",
                    "darken or lighten one of the two; each scheme can have its own: {light: ..., dark: ...}",
                ),
            )


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
