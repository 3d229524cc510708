"""The tie-dyed tote: stitched and bound resists after the Bai butterfly-flower cloths.

From the indigo vat.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
import pyvips

from .canvas import (
    HEIGHT,
    WIDTH,
    Array,
    array_image,
    blur,
    fbm,
    grid,
    noise,
    over,
    paper_ground,
    shadow,
    smoothstep,
    svg_layers,
    svg_mask,
)
from .drawing import Drawing
from .dyed import dipped

Outline = Callable[[Array], Array]


@dataclass(frozen=True)
class Bath:
    """How the cloth was bound and dipped: vat depth, bleeding in pixels, reach of the stitches.

    White left.
    """

    depth: float = 0.90
    bleed: float = 2.2
    reach: float = 1.0
    white: float = 0.97
    seed: int = 500


def petalled(count: int, amount: float, turn: float = 0.0) -> Outline:
    """A flower outline of `count` petals."""
    return lambda angle: 1 + amount * np.abs(np.cos(count / 2 * (angle - turn))) - amount / 2


def wing(turn: float) -> Outline:
    """A wing outline, widest away from the body."""
    return lambda angle: 1 + 0.42 * np.cos(angle - turn) + 0.16 * np.cos(2 * (angle - turn))


def stitched(x: Array, y: Array, at: tuple[float, float], r: float, outline: Outline, bath: Bath, key: int) -> Array:
    """White left by a gathered running stitch along a closed outline.

    Bars across the line, pleats either side.
    """
    dx, dy = x - at[0], y - at[1]
    angle = np.arctan2(dy, dx)
    off = np.hypot(dx, dy) - r * outline(angle)
    bars = max(10, round(r * 0.42))
    slot = angle / (2 * np.pi) * bars
    beat = 0.5 + 0.5 * np.cos(2 * np.pi * slot + 1.2 * (noise(slot * 1.3, off * 0, key) - 0.5))
    one = noise(np.floor(slot + 0.5), off * 0, key + 1)
    reach = bath.reach * (7 + 9 * one)
    bar = np.exp(-((np.abs(off) / reach) ** 2.2)) * smoothstep(0.12, 0.75, beat)
    pleat = noise(slot * 2.0 + 9, off / 60, key + 2)
    inward = 0.62 * smoothstep(0.48, 0.9, pleat) * np.exp(-np.abs(off) / (bath.reach * np.where(off < 0, 20, 13)))
    return np.asarray(np.maximum(bar, inward), dtype=np.float32)


def bound(x: Array, y: Array, at: tuple[float, float], r: float, key: int) -> Array:
    """A pinch of cloth bound with thread: a small ragged star with a dyed heart."""
    dx, dy = x - at[0], y - at[1]
    angle, rho = np.arctan2(dy, dx), np.hypot(dx, dy)
    edge = r * (0.72 + 0.5 * noise(angle * 3.5 + 20, rho * 0, key))
    ring = smoothstep(edge * 1.15, edge * 0.7, rho) * smoothstep(0.12 * r, 0.42 * r, rho)
    return np.asarray(ring * (0.75 + 0.25 * noise(angle * 9, rho / 9, key + 1)), dtype=np.float32)


def butterfly(x: Array, y: Array, at: tuple[float, float], size: float, turn: float, bath: Bath, key: int) -> Array:
    """Four stitched wings and a bound body."""
    white = bound(x, y, at, size * 0.10, key)
    c, s = np.cos(turn), np.sin(turn)
    parts = [
        (-0.42, -0.26, 0.34, np.pi + 0.55),
        (0.42, -0.26, 0.34, -0.55),
        (-0.30, 0.30, 0.21, np.pi - 0.6),
        (0.30, 0.30, 0.21, 0.6),
    ]
    for k, (px, py, r, lean) in enumerate(parts):
        place = (at[0] + size * (px * c - py * s), at[1] + size * (px * s + py * c))
        white = np.maximum(white, stitched(x, y, place, r * size, wing(lean + turn), bath, key + 10 * k))
        white = np.maximum(white, bound(x, y, place, r * size * 0.26, key + 10 * k + 5))
    for py in (-0.26, -0.13, 0.14, 0.27):
        place = (at[0] - size * py * s, at[1] + size * py * c)
        white = np.maximum(white, bound(x, y, place, size * 0.065, key + int(100 * py)))
    return white


def tied_depth(x: Array, y: Array, bath: Bath) -> Array:
    """Dye depth of the whole bag front; (x, y) in pixels round the middle of the pattern."""
    sway = 9 * (fbm(x / 120, y / 120, bath.seed, 2) - 0.5)
    x, y = x + sway, y - sway
    white = bound(x, y, (0, 0), 24, bath.seed + 1)
    rounds = ((58, petalled(8, 0.24), 2), (108, petalled(8, 0.30), 3), (164, petalled(16, 0.14), 4))
    for r, outline, key in rounds:
        white = np.maximum(white, stitched(x, y, (0, 0), r, outline, bath, bath.seed + 20 * key))
    for k, (px, py) in enumerate(((-1, -1), (1, -1), (-1, 1), (1, 1))):
        lean = px * (0.5 if py < 0 else -0.35)
        place = (px * 208.0, py * 196.0)
        white = np.maximum(white, butterfly(x, y, place, 118, lean, bath, bath.seed + 200 + 60 * k))
    for k in range(14):
        angle = 2 * np.pi * (k + 0.5) / 14
        place = (float(215 * np.cos(angle)), float(205 * np.sin(angle)))
        if abs(abs(place[0]) - abs(place[1])) > 60:
            white = np.maximum(white, bound(x, y, place, 12, bath.seed + 600 + k))
    soft = 0.7 * blur(white, bath.bleed) + 0.3 * blur(white, bath.bleed * 3.2)
    return np.asarray(bath.depth * (1 - bath.white * np.clip(soft * 1.12, 0, 1)), dtype=np.float32)


BODY = (
    "M292 262C430 254 770 254 908 262C916 430 918 640 912 826Q910 852 884 853"
    "C720 860 480 860 316 853Q290 852 288 826C282 640 284 430 292 262Z"
)
HANDLES = "M436 300C430 130 500 58 600 58C700 58 770 130 764 300"
BEHIND = "M462 290C460 150 520 86 604 84C690 84 742 152 740 290"


def tote(bath: Bath) -> tuple[Array, Array]:
    """The bag front with its handles: (colour, coverage) on the picture field."""
    x, y = grid()
    cloth = dipped(tied_depth(x - 600, y - 562, bath), bath.seed + 9, 6.5, 0.12)
    folds = fbm(x / 95, y / 420, bath.seed + 11, 3) - 0.5
    light = 1 + 0.30 * folds * smoothstep(900, 250, y) + 0.14 * (fbm(x / 260, y / 260, bath.seed + 12, 2) - 0.5)
    body = svg_mask(f'<path d="{BODY}"/>')
    inner = blur(body, 16)
    light = light * (0.72 + 0.28 * smoothstep(0.45, 0.98, inner))
    hem = np.abs(y - 312 + 0.00004 * (x - 600) ** 2)
    light = light * (1 - 0.22 * smoothstep(2.6, 0.6, hem)) * (1 + 0.05 * (y < 312))
    strap_front = svg_mask(f'<path d="{HANDLES}" fill="none" stroke="#000" stroke-width="34"/>')
    strap_back = svg_mask(f'<path d="{BEHIND}" fill="none" stroke="#000" stroke-width="32"/>') * (1 - body)
    plain = dipped(np.full((HEIGHT, WIDTH), bath.depth * 0.97, dtype=np.float32), bath.seed + 15, 5.0, 0.13)
    colour = cloth * light[..., None]
    round_light = (0.70 + 0.36 * smoothstep(0.3, 0.95, blur(strap_front, 6)))[..., None]
    colour = over(colour, plain * 0.62, strap_back)
    colour = shadow(colour, strap_front * body, 3, 4, 4, 0.45)
    colour = over(colour, plain * round_light, strap_front)
    stitches = ""
    for mid in (437, 763):
        stitches += (
            f'<path d="M{mid - 12} 270h24v34h-24zl24 34m0 -34l-24 34" fill="none" '
            'stroke="#dfe3e0" stroke-width="1.6" stroke-dasharray="5 3.4"/>'
        )
    thread, sewn = svg_layers(stitches)
    colour = over(colour, thread, sewn * 0.75)
    return colour, np.maximum(np.maximum(body, strap_front), strap_back)


CRISP = Bath(0.92, 1.1, 0.86, 1.0, 510)
SOFT = Bath(0.80, 5.2, 1.35, 0.92, 540)
DEEP = Bath(1.04, 2.2, 0.72, 0.84, 570)


def draw_tote(bath: Bath) -> pyvips.Image:
    """The bag on paper."""
    colour, cover = tote(bath)
    ground = paper_ground(bath.seed + 30)
    ground = shadow(shadow(ground, cover, 22, 26, 26, 0.36), cover, 5, 6, 5, 0.3)
    return array_image(over(ground, colour, cover))


def draw_tote_corner(bath: Bath, middle: tuple[float, float], zoom: float) -> pyvips.Image:
    """A lower corner of a tightly bound bag, close to: every stitch with a hard edge.

    `middle` is the place on the whole bag's picture that is looked at.
    """
    px, py = grid()
    left, top = middle[0] - WIDTH / 2 / zoom, middle[1] - HEIGHT / 2 / zoom
    x, y = left + px / zoom, top + py / zoom
    white = 1 - tied_depth(x - 600, y - 562, bath) / bath.depth
    cloth = dipped(bath.depth * (1 - smoothstep(0.2, 0.92, white)), bath.seed + 9, 10.0, 0.12)
    box = f"{left:.1f} {top:.1f} {WIDTH / zoom:.1f} {HEIGHT / zoom:.1f}"
    root = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="{box}">'
    body = svg_mask(f'{root}<path d="{BODY}"/></svg>')
    folds, swell = fbm(x / 95, y / 420, bath.seed + 11, 3), fbm(x / 260, y / 260, bath.seed + 12, 2)
    light = 1 + 0.22 * (folds - 0.5) + 0.14 * (swell - 0.5)
    light = light * (0.72 + 0.28 * smoothstep(0.45, 0.98, blur(body, 16 * zoom)))
    ground = paper_ground(bath.seed + 30)
    ground = shadow(shadow(ground, body, 22 * zoom, 26 * zoom, 26 * zoom, 0.36), body, 8, 10, 9, 0.3)
    return array_image(over(ground, cloth * light[..., None], body))


def draw_tote_detail() -> pyvips.Image:
    """The middle flower close to: bars of the gathered stitch, pleats, dye creeping under the thread."""
    x, y = grid()
    zoom = 3.0
    bath = Bath(0.92, 4.2, 0.95, 0.98, 500)
    depth = tied_depth((x - 500) / zoom, (y - 470) / zoom, bath)
    light = 1 + 0.16 * (fbm(x / 380, y / 380, 506, 2) - 0.5)
    return array_image(dipped(depth, 507, 11, 0.13) * light[..., None])


DRAWINGS = (
    Drawing("crafts/tie-dye-tote/cover.jpg", partial(draw_tote, Bath())),
    Drawing("crafts/tie-dye-tote/detail.jpg", draw_tote_detail),
    Drawing("crafts/tie-dye-tote/outcome-crisp.jpg", partial(draw_tote_corner, CRISP, (755, 690), 2.1)),
    Drawing("crafts/tie-dye-tote/outcome-soft.jpg", partial(draw_tote, SOFT)),
    Drawing("crafts/tie-dye-tote/outcome-deep.jpg", partial(draw_tote, DEEP)),
)
