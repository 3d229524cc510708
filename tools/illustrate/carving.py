"""Carving: a stack of layers, each a drawn shape at its own depth with its own tool grooves.

The layers above throw shadow on those below. The woods and the carved pine are here too.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.illustrate.canvas import Array, fbm, mix, ramp, rgb
from tools.illustrate.motifs import (
    disc,
    fill,
    line,
    pine_fan,
    placed,
    scalloped,
)
from tools.illustrate.relief import Piece, Surface, View, cast, lit, mask, soft, swell

BOXWOOD = ((0.0, "#e6c58c"), (0.55, "#cda062"), (1.0, "#966a38"))


CAMPHOR = ((0.0, "#d2a066"), (0.5, "#b47c42"), (1.0, "#7a4c26"))


ROSEWOOD = ((0.0, "#7c4630"), (0.5, "#5a2f22"), (1.0, "#371c16"))


Tones = tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Layer:
    """One depth of a carving; lengths in plane units."""

    shape: str
    level: float
    round: float
    rise: float
    grooves: str = ""
    groove: float = 2.0


def grain_of(view: View, tones: Tones, seed: int, upright: bool = True) -> Array:
    """Planed wood: growth rings seen along the board, fine pores, a little cloud."""
    gx, gy = view.grid()
    a, b = (gx, gy) if upright else (gy, gx)
    bend = 26 * (fbm(a / 120, b / 620, seed, 3) - 0.5)
    rings = 0.5 + 0.5 * np.sin((a + bend) / 6.5 + 5 * fbm(a / 60, b / 800, seed + 3, 2))
    pores = fbm((a + bend) / 1.7, b / 46, seed + 7, 2)
    t = 0.30 + 0.22 * (rings - 0.5) + 0.5 * (pores - 0.5) + 0.3 * (fbm(a / 150, b / 260, seed + 9, 2) - 0.5)
    return ramp(np.asarray(t, dtype=np.float32), tones)


def carved(view: View, layers: tuple[Layer, ...], tones: Tones, seed: int, gloss: float = 0.10) -> Piece:
    """Layers carved from one board, lowest first."""
    s = view.scale
    height = np.zeros((view.high, view.wide), np.float32)
    shade, cover = height.copy(), height.copy()
    for layer in layers:
        m = mask(layer.shape, view)
        top = layer.level * s + swell(m, layer.round * s) * layer.rise * s
        if layer.grooves:
            top = top - soft(mask(layer.grooves, view), 0.7 * s) * layer.groove * s
        drop = min(layer.level * 0.5 + 4, 12) * s
        shade = np.maximum(shade * 0.75, cast(m, drop * 0.7, drop, drop * 0.6)) * (1 - m)
        height = height * (1 - m) + top * m
        cover = np.maximum(cover, m)
    gx, gy = view.grid()
    height = height + (fbm(gx / 10, gy / 24, seed + 21, 2) - 0.5) * 1.1 * s
    tone = grain_of(view, tones, seed) * (1 - 0.55 * shade)[..., None]
    colour = lit(
        np.asarray(tone, dtype=np.float32),
        np.asarray(height, dtype=np.float32),
        Surface(0.40, gloss, 14, 0.75, 5 * s),
    )
    return Piece(colour, cover)


def pine_pad(r: float) -> tuple[str, str]:
    """A pad of pine needles as carvers cut it: a scalloped round with rays (shape, grooves)."""
    rays = "".join(line(d, r * 0.028) for d in pine_fan(r * 0.97, 346, 38))
    return fill(scalloped(r, 19, r * 0.1)), rays + disc(0, 0, r * 0.08)


def pads(places: tuple[tuple[float, float, float], ...], level: float) -> tuple[Layer, ...]:
    """Pine pads at (x, y, r), each over the one before."""
    out: list[Layer] = []
    for i, (x, y, r) in enumerate(places):
        shape, rays = pine_pad(r)
        out.append(
            Layer(
                placed(shape, x, y, 31 * i, 1),
                level + 2 * i,
                r * 0.7,
                r * 0.34,
                placed(rays, x, y, 31 * i),
                r * 0.05,
            )
        )
    return tuple(out)


def floor_shadow(ground: Array, view: View, y: float, half: float, x: float = 600) -> Array:
    """The pool of shadow under a standing piece, drawn out to the right."""
    far = f'<ellipse cx="{x + half * 0.16}" cy="{y}" rx="{half * 1.2}" ry="{half * 0.085}" fill="#fff"/>'
    near = f'<ellipse cx="{x + 4}" cy="{y}" rx="{half}" ry="{half * 0.04}" fill="#fff"/>'
    ground = mix(ground, rgb("#3a2c24"), soft(mask(far, view), 16 * view.scale) * 0.42)
    return mix(ground, rgb("#2a1f1a"), soft(mask(near, view), 5 * view.scale) * 0.55)
