"""Sewing: cloth cut to a shape and hung in folds, rolled silk cord, frog buttons (盘扣)."""

from __future__ import annotations

from math import pi

import numpy as np

from tools.illustrate.canvas import Array, fbm, rgb, weave
from tools.illustrate.motifs import disc, line, placed
from tools.illustrate.relief import Piece, Surface, View, laid, lit, mask, soft, swell


def cloth(view: View, shape: str, tone: str, folds: Array, gloss: float = 0.0, pitch: float = 2.4) -> Piece:
    """Cloth cut to a shape, in folds (heights in units), its weave just showing."""
    s = view.scale
    gx, gy = view.grid()
    cover = mask(shape, view)
    threads = weave(gx, gy, 111, pitch) - 0.6
    height = folds * s + swell(cover, 6 * s) * 4 * s
    colour = rgb(tone) * (1 + 0.10 * threads + 0.06 * (fbm(gx / 90, gy / 140, 113, 3) - 0.5))[..., None]
    return Piece(
        lit(
            np.asarray(colour, dtype=np.float32),
            np.asarray(height, dtype=np.float32),
            Surface(0.5, gloss, 9, 0.45, 10 * s),
        ),
        cover,
    )


def over(under: Piece, upper: Piece, lift: float) -> Piece:
    """One piece laid on another, with its shadow kept inside the two."""
    return Piece(laid(under.colour, upper, lift, 0.45), np.maximum(under.cover, upper.cover))


def silk_cord(view: View, body: str, width: float, colour: str) -> Piece:
    """Rolled silk (piping, frog buttons): a round cord with a bias sheen; `body` holds lines of that width."""
    gx, gy = view.grid()
    s = view.scale
    cover = mask(body, view)
    bias = 0.5 + 0.5 * np.sin((gx - gy) * 2 * pi / (width * 0.32))
    height = swell(cover, width * 0.6 * s) * width * 0.9 * s
    tone = rgb(colour) * (0.94 + 0.10 * bias)[..., None]
    return Piece(
        lit(np.asarray(tone, dtype=np.float32), height, Surface(0.46, 0.16, 10, 0.7, width * 0.5 * s + 1)),
        cover,
    )


def frog(length: float, width: float) -> str:
    """A straight frog (一字扣) across the origin: two doubled cords, a loop and a knotted ball."""
    half = length / 2
    out = ""
    for way in (-1, 1):
        out += line(f"M{way * 5} {-width * 0.62}H{way * half}", width) + line(
            f"M{way * 5} {width * 0.62}H{way * half}", width
        )
    return out


def knot(r: float) -> tuple[str, str]:
    """The knotted ball: its round, and the crossing strands."""
    strands = "".join(
        placed(
            line(f"M{-r * 0.9} {k * r * 0.45}Q0 {k * r * 0.45 - r * 0.5} {r * 0.9} {k * r * 0.45}", r * 0.10),
            turn=t,
        )
        for t in (38, -52)
        for k in (-1, 0, 1)
    )
    return disc(0, 0, r), strands


def flower_frog(size: float, width: float) -> str:
    """One side of a flower frog (花扣): three coiled loops of cord to the right of the origin."""
    out = ""
    for turn, reach in ((-52, 1.0), (52, 1.0), (0, 1.18)):
        d = f"M0 0C{size * 0.3} {-size * 0.42} {size * 0.9} {-size * 0.4} {size} 0C{size * 0.9} {size * 0.4} {size * 0.3} {size * 0.42} 0 0"
        inner = f"M{size * 0.3} 0C{size * 0.45} {-size * 0.2} {size * 0.74} {-size * 0.2} {size * 0.76} 0C{size * 0.74} {size * 0.2} {size * 0.45} {size * 0.2} {size * 0.3} 0"
        out += placed(line(d, width) + line(inner, width * 0.8), size * 0.55, 0, turn, reach * 0.72)
    return out + line(f"M0 {-width * 0.55}H{size * 0.6}M0 {width * 0.55}H{size * 0.6}", width)


def fastened(
    base: Piece,
    view: View,
    cords: str,
    places: tuple[tuple[float, float, float], ...],
    width: float,
    r: float,
    colour: str,
) -> Piece:
    """A robe with its cords and knotted balls (x, y, turn) sewn on."""
    s = view.scale
    out = over(base, silk_cord(view, cords, width, colour), 2.2 * s)
    ball, strands = knot(r)
    balls = "".join(placed(ball, x, y, t) for x, y, t in places)
    lines = mask("".join(placed(strands, x, y, t) for x, y, t in places), view)
    cover = mask(balls, view)
    height = swell(cover, r * s) * r * 1.3 * s - soft(lines, 0.4 * s) * r * 0.25 * s
    tone = np.broadcast_to(rgb(colour), (*cover.shape, 3)) * np.float32(1)
    return over(
        out,
        Piece(lit(tone, np.asarray(height, dtype=np.float32), Surface(0.5, 0.2, 14, 0.6, r * s)), cover),
        3 * s,
    )
