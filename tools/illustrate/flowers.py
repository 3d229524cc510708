"""Cut flowers painted flat, gouache fashion: garden blooms, leafy sprigs and a plum branch."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin

import numpy as np

from .canvas import rgb


def blend(a: str, b: str, amount: float) -> str:
    """A colour between two."""
    mixed = rgb(a) * (1 - amount) + rgb(b) * amount
    return "#" + "".join(f"{round(float(v) * 255):02x}" for v in mixed)


def full_flower(x: float, y: float, r: float, pale: str, deep: str, seed: int) -> str:
    """A many-petalled garden flower seen three-quarters.

    Rounds of cupped petals, deeper towards the heart.
    """
    dice = np.random.default_rng(seed)
    parts: list[str] = []
    for ring, (reach, count) in enumerate(((1.0, 8), (0.82, 8), (0.64, 7), (0.47, 6), (0.31, 5), (0.17, 3))):
        for k in range(count):
            turn = 2 * pi * (k + 0.5 * (ring % 2)) / count + dice.normal(0, 0.09)
            out, side = r * reach * (1 + dice.normal(0, 0.05)), r * reach * 0.62 * (8 / count) ** 0.5
            tone = blend(pale, deep, min(1, 0.10 + 0.15 * ring + 0.12 * sin(turn) + dice.uniform(0, 0.08)))
            shape = (
                f"M0 0C{-side:.1f} {-out * 0.25:.1f} {-side * 0.75:.1f} {-out:.1f} 0 {-out:.1f}"
                f"C{side * 0.75:.1f} {-out:.1f} {side:.1f} {-out * 0.25:.1f} 0 0Z"
            )
            parts.append(
                f'<path d="{shape}" fill="{tone}" stroke="{blend(tone, deep, 0.5)}" '
                f'stroke-width="{r * 0.014:.2f}" '
                f'transform="rotate({turn * 180 / pi:.1f})"/>'
            )
    for k, (dx, dy, spread, strength) in enumerate(((0.12, 0.16, 0.5, 0.30), (0.30, 0.42, 0.62, 0.20))):
        name = f"shade{seed}{k}"
        parts.append(
            f'<radialGradient id="{name}"><stop offset="0" stop-color="{deep}" '
            f'stop-opacity="{strength}"/>'
            f'<stop offset="1" stop-color="{deep}" stop-opacity="0"/></radialGradient>'
            f'<circle cx="{r * dx:.1f}" cy="{r * dy:.1f}" r="{r * spread:.1f}" '
            f'fill="url(#{name})"/>'
        )
    return f'<g transform="translate({x:.1f} {y:.1f}) scale(1 .88)">{"".join(parts)}</g>'


def sprig(x0: float, y0: float, x1: float, y1: float, bow: float, leaf: float, green: str, dark: str) -> str:
    """A leafy stem from (x0, y0) to (x1, y1); leaves in pairs over its outer two thirds."""
    mx, my = (x0 + x1) / 2 + bow, (y0 + y1) / 2
    parts = [
        f'<path d="M{x0:.1f} {y0:.1f}Q{mx:.1f} {my:.1f} {x1:.1f} {y1:.1f}" '
        f'fill="none" stroke="{dark}" stroke-width="3.4"/>'
    ]
    for k in range(7):
        t = 0.36 + 0.64 * k / 6
        px = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * mx + t * t * x1
        py = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * my + t * t * y1
        way = np.degrees(
            np.arctan2(2 * (1 - t) * (my - y0) + 2 * t * (y1 - my), 2 * (1 - t) * (mx - x0) + 2 * t * (x1 - mx))
        )
        n = leaf * (1.08 - 0.5 * t)
        for side in (-1, 1) if k < 6 else (0,):
            half = f"M0 0C{n * 0.3:.1f} {-n * 0.3:.1f} {n * 0.75:.1f} {-n * 0.26:.1f} {n:.1f} 0"
            parts.append(
                f'<g transform="translate({px:.1f} {py:.1f}) rotate({way + side * 48:.1f})">'
                f'<path d="{half}Z" fill="{blend(green, "#f1efd6", 0.16)}"/>'
                f'<path d="{half}Z" fill="{blend(green, dark, 0.35)}" transform="scale(1 '
                '-1)"/></g>'
            )
    return "".join(parts)


def blossom_branch(points: list[tuple[float, float]], seed: int, petal: str = "#f3dcd6", heart: str = "#b4584f") -> str:
    """A plum branch: angular dark wood tapering along the points, five-petalled blossoms and buds on it."""
    dice = np.random.default_rng(seed)
    parts: list[str] = []
    blooms: list[str] = []
    last = len(points) - 1
    for k, ((ax, ay), (bx, by)) in enumerate(pairwise(points)):
        thick = 10 * (1 - k / last) + 2.5
        parts.append(
            f'<path d="M{ax} {ay}L{bx} {by}" stroke="#4a3628" stroke-width="{thick:.1f}" stroke-linecap="round"/>'
        )
        parts.append(f'<path d="M{ax - 1} {ay}L{bx - 1} {by}" stroke="#7d6350" stroke-width="{thick * 0.28:.1f}"/>')
        turn = np.arctan2(by - ay, bx - ax) + (0.8 if k % 2 else -0.8)
        ex, ey = bx + 62 * cos(turn), by + 62 * sin(turn)
        if k:
            parts.append(
                f'<path d="M{bx} {by}L{ex:.1f} {ey:.1f}" stroke="#4a3628" stroke-width="3" stroke-linecap="round"/>'
            )
        spots = [(bx, by, 17.0), ((ax + bx) / 2, (ay + by) / 2, 15.0), (ex, ey, 9.0)] if k else []
        for px, py, r in spots:
            blooms.append(
                _bloom(
                    px + dice.normal(0, 7),
                    py + dice.normal(0, 7),
                    r * dice.uniform(0.85, 1.25),
                    dice.uniform(0, 72),
                    petal,
                    heart,
                )
            )
    return "".join(parts + blooms)


def _bloom(x: float, y: float, r: float, turn: float, petal: str, heart: str) -> str:
    petals = "".join(
        f'<circle cx="0" cy="{-r * 0.62:.1f}" r="{r * 0.52:.1f}" '
        f'fill="{blend(petal, heart, 0.06 + 0.05 * k)}" '
        f'stroke="{blend(petal, heart, 0.35)}" stroke-width=".8" '
        f'transform="rotate({72 * k})"/>'
        for k in range(5)
    )
    stamens = "".join(
        f'<path d="M0 0V{-r * 0.52:.1f}" stroke="{heart}" stroke-width=".9" '
        f'transform="rotate({45 * k})"/>'
        f'<circle cx="0" cy="{-r * 0.55:.1f}" r="1.5" fill="#c9983f" '
        f'transform="rotate({45 * k})"/>'
        for k in range(8)
    )
    return (
        f'<g transform="translate({x:.1f} {y:.1f}) rotate({turn:.0f})">{petals}'
        f'<circle r="{r * 0.16:.1f}" fill="{heart}"/>{stamens}</g>'
    )


def bouquet(x: float, y: float) -> str:
    """A loose bouquet rising from a mouth at (x, y): leaves behind, seven flowers, a few sprays of buds."""
    parts = []
    for dx, dy, bow, leaf in (
        (-190, -215, -30, 50),
        (200, -205, 36, 50),
        (-75, -318, -20, 52),
        (100, -312, 26, 50),
        (-232, -92, -20, 44),
        (236, -80, 26, 44),
        (10, -340, 8, 46),
    ):
        green = blend("#7d9468", "#5f7d62", (dx % 7) / 7)
        parts.append(sprig(x + 0.1 * dx, y + (30 if dy < -250 else -6), x + dx, y + dy, bow, leaf, green, "#43583f"))
    for dx, dy in ((-20, -110), (60, -90), (-80, -80), (0, -60), (90, -60)):
        parts.append(
            f'<path d="M{x} {y + 40}Q{x + dx * 0.3} {y} {x + dx} {y + dy}" '
            'fill="none" stroke="#51693f" stroke-width="6"/>'
        )
    blooms = (
        (-118, -182, 54, "#f0d9cb", "#c98a76"),
        (112, -188, 52, "#f4ead8", "#cfae7c"),
        (0, -250, 56, "#f5efe2", "#d3bd92"),
        (-150, -82, 44, "#f4ead8", "#cfae7c"),
        (150, -84, 46, "#ecc9bd", "#b96f63"),
        (-46, -112, 62, "#e9bdb0", "#b0645a"),
        (58, -104, 60, "#f3dfd2", "#c88f7b"),
    )
    for k, (dx, dy, r, pale, deep) in enumerate(blooms):
        parts.append(full_flower(x + dx, y + dy, r, pale, deep, 900 + k))
    return "".join(parts)
