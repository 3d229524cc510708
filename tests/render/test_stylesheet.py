"""The stylesheet: legible in both schemes, and readable by engines as old as Chromium 78."""

from __future__ import annotations

import re

import pytest

from tests.render.samples import default_theme

CSS = dict(default_theme().static)["site.css"].decode()
RULES = re.findall(r"([^{}]+){([^{}]*)}", re.sub(r"/\*.*?\*/", "", CSS, flags=re.S))
SCHEMES = [
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", body)) for name, body in RULES if name.strip().endswith(":root")
][:2]
PAIRS = (
    *((front, back) for front in ("ink", "faint", "cinnabar", "celadon", "gold") for back in ("paper", "sheet")),
    ("ink", "cinnabar-wash"),
    ("cinnabar", "cinnabar-wash"),
    ("celadon", "cinnabar-wash"),
    ("celadon", "celadon-wash"),
    ("gold", "gold-wash"),
    ("sheet", "cinnabar"),
)
AA = 4.5
"""WCAG 2.2, 1.4.3: the least contrast of text."""


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES, ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back"), PAIRS)
def test_contrast(scheme: dict[str, str], front: str, back: str):
    assert contrast(scheme[front], scheme[back]) >= AA


@pytest.mark.parametrize(
    "newer",
    [
        r"@layer",
        r"@container",
        r"aspect-ratio",
        r"[^-\w]inset\s*:",
        r":has\(",
        r":is\(",
        r":where\(",
        r":focus-visible",
        r"clamp\(",
        r"[^x\w]min\(",
        r"[^n\w]max\(",
        r"(margin|padding)-(inline|block)\s*:",
        r"&",
        r"dvh|svh",
        r"color-mix",
        r"@import",
        r"url\(",
    ],
)
def test_nothing_newer_than_chromium_78_is_relied_on(newer: str):
    assert not re.search(newer, re.sub(r"/\*.*?\*/", "", CSS, flags=re.S))


def test_gaps_are_those_of_grids():
    for name, body in RULES:
        if re.search(r"(?<![-\w])gap\s*:", body):
            assert "grid-gap" in body, name
        if "display: flex" in body:
            assert "gap" not in body, name


def test_braces_close():
    assert CSS.count("{") == CSS.count("}")


def test_every_variable_is_a_token():
    assert set(re.findall(r"var\(--([a-z-]+)\)", CSS)) <= set(re.findall(r"--([a-z-]+):", CSS))
