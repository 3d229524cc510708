"""The means of sketches: a pencil that trembles, watercolour that dries at its edge, numbers in a hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pyvips

from .canvas import (
    Array,
    array_image,
    fbm,
    grid,
    mix,
    over,
    rgb,
    scatter,
    svg_mask,
)
from .turning import curve

GRAPHITE, RED_PENCIL, TWIG, BLOSSOM = "#3f3d3a", "#a8443a", "#6a5140", "#cf8f8a"
PIXELS = 3.1
"""Pixels a millimetre on the sheet."""
MIDDLE, FOOT = 560.0, 800.0

Profile = tuple[tuple[float, float], ...]
"""Radius and height in millimetres, from the foot up."""
Line = list[tuple[float, float]]

_DIGITS: dict[str, tuple[Line, ...]] = {
    "0": ([(0.5, 0), (0.1, 0.3), (0.05, 0.8), (0.45, 1.05), (0.85, 0.75), (0.8, 0.25), (0.5, 0)],),
    "1": ([(0.3, 0.2), (0.55, 0), (0.52, 0.55), (0.5, 1.05)],),
    "3": ([(0.1, 0.12), (0.5, 0), (0.8, 0.22), (0.42, 0.48), (0.86, 0.72), (0.55, 1.05), (0.08, 0.95)],),
    "4": ([(0.55, 0), (0.08, 0.68), (0.9, 0.66)], [(0.66, 0.36), (0.62, 1.05)]),
    "5": ([(0.82, 0.02), (0.22, 0.04), (0.18, 0.44), (0.62, 0.4), (0.84, 0.72), (0.5, 1.05), (0.08, 0.94)],),
    "7": ([(0.08, 0.05), (0.85, 0.03), (0.5, 0.5), (0.36, 1.05)],),
    "8": ([(0.5, 0.48), (0.16, 0.24), (0.5, 0), (0.8, 0.22), (0.12, 0.78), (0.5, 1.05), (0.86, 0.78), (0.5, 0.48)],),
}


@dataclass
class Sheet:
    """A sheet that is drawn on; every stroke is laid down with its own tremble, from a visible seed."""

    ground: Array
    seed: int
    strokes: int = 0
    tooth: Array = field(init=False)

    def __post_init__(self) -> None:
        x, y = grid()
        self.tooth = 0.45 + 0.9 * fbm(x / 2.3, y / 2.3, self.seed + 5, 2)

    def pencil(self, line: Sequence[tuple[float, float]], tone: str = GRAPHITE, width: float = 2.6, press: float = 0.85, again: int = 2) -> None:  # fmt: skip
        """A line as a hand draws it: `again` strokes that do not quite meet, broken by the tooth of the paper."""
        self.pencils([line], tone, width, press, again)

    def pencils(self, lines: Sequence[Sequence[tuple[float, float]]], tone: str, width: float, press: float, again: int = 1) -> None:  # fmt: skip
        """Many lines of one pencil at once."""
        bodies: list[str] = []
        for line in lines:
            for _ in range(again):
                self.strokes += 1
                bodies.append(_stroke(line, width, self.seed * 101 + self.strokes))
        cover = svg_mask("".join(bodies))
        self.ground = over(self.ground, rgb(tone), np.clip(cover * self.tooth * press, 0, 1))

    def wash(self, body: str, tone: str, strength: float = 0.5) -> None:
        """Watercolour: uneven within, darker where it dried at its edge."""
        self.strokes += 1
        area = svg_mask(body)
        x, y = grid()
        cloud = fbm(x / 120, y / 90, self.seed + 40 + self.strokes, 4)
        edge = area * (1 - svg_mask(f'<g stroke="#000" stroke-width="0">{body}</g>'))
        amount = area * (strength * (0.62 + 0.75 * cloud)) + edge * 0.1
        self.ground = mix(self.ground, rgb(tone), np.clip(amount, 0, 0.92))

    def digits(self, text: str, x: float, y: float, high: float = 30, tone: str = GRAPHITE) -> None:
        """A number in the hand of the sketch; (x, y) is its upper left corner."""
        for at, digit in enumerate(text):
            for line in _DIGITS[digit]:
                placed_line = [(x + (at * 0.95 + px * 0.7) * high, y + py * high) for px, py in line]
                self.pencil(placed_line, tone, 2.4, 0.9, 1)

    @property
    def image(self) -> pyvips.Image:
        """The finished picture."""
        return array_image(self.ground)


def _stroke(line: Sequence[tuple[float, float]], width: float, seed: int) -> str:
    """One trembling stroke along a line, a little too long at both ends."""
    points = curve(line, 14) if len(line) > 2 else np.array(_between(line[0], line[-1]), dtype=np.float32)
    count = len(points)
    steps = np.arange(count, dtype=np.int64)
    tremble = np.stack(
        [_slow(scatter(steps, steps * 0 + axis, seed)) for axis in (1, 2)],
        axis=1,
    )
    shift = (scatter(np.array([7, 8]), np.array([seed & 255, 9]), seed) - 0.5) * 2.4
    moved = points + tremble * 3.4 + shift
    path = "M" + "L".join(f"{px:.1f} {py:.1f}" for px, py in moved)
    return f'<path d="{path}" fill="none" stroke="#000" stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round"/>'


def _slow(values: Array) -> Array:
    """White noise made as slow as a hand."""
    return np.convolve(np.pad(values - 0.5, 5, mode="edge"), np.ones(11) / 11, mode="valid").astype(np.float32)


def _between(a: tuple[float, float], b: tuple[float, float], steps: int = 24) -> Line:
    return [(a[0] + (b[0] - a[0]) * k / steps, a[1] + (b[1] - a[1]) * k / steps) for k in range(steps + 1)]


def oval(x: float, y: float, rx: float, ry: float, begin: float = 0, end: float = 6.5) -> Line:
    """A round seen from the side, a little more than once round."""
    turns = np.linspace(begin, end, 30)
    return [(x + rx * float(np.cos(t)), y + ry * float(np.sin(t))) for t in turns]


def _sides(profile: Profile, x: float, foot: float, scale: float) -> tuple[Line, Line]:
    left = [(x - r * scale, foot - h * scale) for r, h in profile]
    return left, [(2 * x - px, py) for px, py in left]


def silhouette(profile: Profile, x: float, foot: float, scale: float) -> str:
    """What a vessel covers, as SVG."""
    left, right = _sides(profile, x, foot, scale)
    outline = [*map(tuple, curve(left, 14)), *map(tuple, curve(right, 14)[::-1])]
    return '<path d="M' + "L".join(f"{px:.1f} {py:.1f}" for px, py in outline) + 'Z" fill="#000"/>'


def vessel(sheet: Sheet, profile: Profile, x: float = MIDDLE, foot: float = FOOT, scale: float = PIXELS, tone: str = GRAPHITE, press: float = 0.85, shaded: bool = True) -> None:  # fmt: skip
    """A vessel from its profile: both sides, mouth, foot, the axis, and hatching away from the light."""
    left, right = _sides(profile, x, foot, scale)
    sheet.pencil(left, tone, 2.8, press)
    sheet.pencil(right, tone, 3.2, press)
    (base, _), (lip, top) = profile[0], profile[-1]
    mouth = foot - top * scale
    sheet.pencil(oval(x, mouth, lip * scale, lip * scale * 0.2), tone, 2.4, press)
    sheet.pencil(oval(x, foot, base * scale, base * scale * 0.14, 0, np.pi), tone, 2.6, press)
    if not shaded:
        return
    axis = [(x, y) for y in np.arange(mouth - 46, foot + 30, 112)]
    sheet.pencils([[(px, py), (px, min(py + 68, foot + 24))] for px, py in axis], tone, 1.1, 0.35)
    dense = curve(right, 14)
    hatching: list[Line] = []
    for px, py in dense[4 : len(dense) - 8 : 3].tolist():
        reach = (px - x) * 0.36
        hatching.append([(px - 4, py), (px - reach, py + reach * 0.5)])
    sheet.pencils(hatching, tone, 1.2, 0.42)


def measured(sheet: Sheet, half: float, y: float, text: str, x: float = MIDDLE, tone: str = GRAPHITE) -> None:
    """A width with its two ticks and its number above."""
    sheet.pencil([(x - half, y), (x + half, y)], tone, 1.8, 0.8, 1)
    for end in (x - half, x + half):
        sheet.pencil([(end, y - 12), (end, y + 12)], tone, 1.8, 0.8, 1)
    sheet.digits(text, x - len(text) * 13, y - 52, 32, tone)


def tall(sheet: Sheet, x: float, top: float, foot: float, text: str) -> None:
    """A height with its two ticks and its number beside."""
    sheet.pencil([(x, top), (x, foot)], GRAPHITE, 1.8, 0.8, 1)
    for end in (top, foot):
        sheet.pencil([(x - 12, end), (x + 12, end)], GRAPHITE, 1.8, 0.8, 1)
    sheet.digits(text, x + 18, (top + foot) / 2 - 16, 32)


def stems(sheet: Sheet, mouth: float, leans: Sequence[tuple[float, float]]) -> None:
    """Flowering stems out of the mouth; each leans to (dx, dy) from the middle of the lip."""
    for number, (dx, dy) in enumerate(leans):
        start = (MIDDLE - 18 + 16 * number, mouth + 30)
        tip = (MIDDLE + dx, mouth + dy)
        bow = ((start[0] + tip[0]) / 2 + (tip[0] - MIDDLE) * 0.12, (start[1] + tip[1]) / 2 - 22)
        sheet.pencil([start, bow, tip], TWIG, 3.4, 0.8, 1)
        for share, turn in ((0.55, -0.7), (0.75, 0.6)):
            px, py = start[0] + (tip[0] - start[0]) * share, start[1] + (tip[1] - start[1]) * share - 18
            sheet.pencil([(px, py), (px + 34 * turn, py - 26), (px + 58 * turn, py - 24)], TWIG, 2.0, 0.7, 1)
        for k in range(5):
            angle = 2 * np.pi * k / 5 + number
            px, py = tip[0] + 15 * float(np.cos(angle)), tip[1] + 15 * float(np.sin(angle))
            sheet.wash(f'<circle cx="{px:.1f}" cy="{py:.1f}" r="12" fill="#000"/>', BLOSSOM, 0.5)
            sheet.pencil(oval(px, py, 12, 12), TWIG, 1.4, 0.6, 1)
