"""Glazes as they come out of the kiln: Longquan celadon, Jun with its kiln change, Ru sky-green.

Each function returns a glaze: given the places of a surface it answers their colour and their gloss.
Glaze is taken to be thin on lips and ridges, thick in hollows and where it gathers near the foot.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .canvas import Array, fbm, mix, noise, ramp, rgb, scatter, smoothstep
from .studio import Glaze, Surface
from .turning import Carving

Stops = Sequence[tuple[float, str]]


def cells(x: Array, y: Array, z: Array, normal: Array, seed: int) -> tuple[Array, Array]:
    """Worley cells in space, for lines that keep their size on any form: (edge distance, tone a cell)."""
    ix, iy, iz = (np.floor(a).astype(np.int64) for a in (x, y, z))
    d1 = np.full(x.shape, 9e9, dtype=np.float32)
    d2 = d1.copy()
    first_at = [np.zeros_like(d1) for _ in range(3)]
    second_at = [np.zeros_like(d1) for _ in range(3)]
    tone = np.zeros_like(d1)
    for k in range(27):
        cx, cy, cz = ix + k % 3 - 1, iy + k // 3 % 3 - 1, iz + k // 9 - 1
        row = cy * 7919 + cz
        jitter = [scatter(cx, row, seed + 31 * axis) for axis in range(3)]
        at = [(c + j).astype(np.float32) for c, j in zip((cx, cy, cz), jitter, strict=True)]
        d = (at[0] - x) ** 2 + (at[1] - y) ** 2 + (at[2] - z) ** 2
        first = d < d1
        second = ~first & (d < d2)
        d2 = np.where(first, d1, np.where(second, d, d2))
        d1 = np.where(first, d, d1)
        for axis in range(3):
            second_at[axis] = np.where(first, first_at[axis], np.where(second, at[axis], second_at[axis]))
            first_at[axis] = np.where(first, at[axis], first_at[axis])
        tone = np.where(first, jitter[0], tone)
    apart = np.sqrt(sum((a - b) ** 2 for a, b in zip(first_at, second_at, strict=True)))
    lean = sum((a - b) * n for a, b, n in zip(first_at, second_at, normal.T, strict=True)) / (apart + 1e-6)
    across = np.sqrt(np.clip(1 - lean**2, 0.02, 1))  # a wall met aslant must not draw a broad line
    return ((d2 - d1) / (2 * apart * across + 1e-6)).astype(np.float32), tone


def crackle(s: Surface, size: float, width: float, seed: int) -> tuple[Array, Array]:
    """Crackle lines (kaipian 开片) with cells of `size` cm and lines of `width` cm.

    (lines, tone a cell).
    """
    wave = 0.30 * (fbm(s.theta * 3, s.y * 0.6, seed + 50, 2) - 0.5)
    edge, tone = cells(s.x / size + wave, s.y / size * 0.9 + wave, s.z / size - wave, s.normal, seed)
    return smoothstep(width / size, width / size * 0.2, edge), tone


def speckle(s: Surface, seed: int) -> Array:
    """The fine unevenness of a fired surface, about 0."""
    return np.asarray(fbm(s.theta * 26, s.y * 4, seed, 3) - 0.5, dtype=np.float32)


def celadon(
    stops: Stops,
    top: float,
    seed: int,
    carving: Carving | None = None,
    clear: float = 0.85,
    bare_foot: bool = True,
) -> Glaze:
    """Longquan celadon 龙泉青瓷 on a vessel `top` cm high.

    `stops` run from thin glaze (0) to pooled (1).
    """

    def glaze(s: Surface) -> tuple[Array, Array]:
        thick = 0.50 + 0.16 * smoothstep(top * 0.5, 1.5, s.y) + 0.30 * smoothstep(1.9, 0.7, s.y)
        thick = thick - 0.55 * smoothstep(top - 0.35, top + 0.22, s.y) + 0.10 * s.inner
        thick = thick + 0.13 * (fbm(s.theta * 3, s.y * 0.22, seed, 3) - 0.5) + 0.05 * speckle(s, seed + 4)
        if carving is not None:
            thick = thick + 0.55 * smoothstep(0.0, 0.22, carving(s.theta, s.y))
        colour = ramp(np.clip(thick, 0, 1), stops)
        bare = bare_foot * smoothstep(0.42, 0.28, s.y + 0.06 * (noise(s.theta * 9, s.y * 0, seed + 9) - 0.5))
        colour = mix(colour, rgb("#a4603d") * (0.9 + 0.2 * speckle(s, 5)[:, None]), bare)
        return colour, clear * (1 - 0.9 * bare)

    return glaze


def crackled(under: Glaze, line: str, size: float, width: float, strength: float, seed: int) -> Glaze:
    """Another glaze with crackle: stained main lines, and a second.

    Finer and paler net inside the cells.
    """

    def glaze(s: Surface) -> tuple[Array, Array]:
        colour, gloss = under(s)
        main, tone = crackle(s, size, width, seed)
        fine, _ = crackle(s, size * 0.42, width * 0.65, seed + 7)
        some = smoothstep(0.35, 0.65, fbm(s.theta * 3, s.y * 0.25, seed + 3, 2) + 0.15)
        colour = colour * (0.985 + 0.03 * tone[:, None])
        colour = mix(colour, rgb(line), fine * some * strength * 0.45)
        colour = mix(colour, rgb(line), main * strength)
        return colour, gloss

    return glaze


PLUM_GREEN: Stops = [(0, "#c8d3ba"), (0.3, "#92b398"), (0.55, "#709c82"), (0.8, "#4d7d65"), (1, "#35634e")]
POWDER_GREEN: Stops = [(0, "#e8ebe0"), (0.3, "#c6d5c9"), (0.55, "#b1c6ba"), (0.8, "#90aea1"), (1, "#76968b")]
BEAN_GREEN: Stops = [(0, "#d6d4b2"), (0.3, "#b4b98a"), (0.55, "#9aa370"), (0.8, "#798451"), (1, "#5f6a3c")]
GREY_GREEN: Stops = [(0, "#dedcc8"), (0.3, "#bcc3aa"), (0.55, "#a5b097"), (0.8, "#869682"), (1, "#6d7d6b")]

RU_SKY: Stops = [(0, "#dfe2d8"), (0.3, "#b3c7c1"), (0.55, "#9cb7b3"), (0.8, "#82a09e"), (1, "#6d8c8b")]
RU_POWDER: Stops = [(0, "#ebe9e0"), (0.3, "#d2d8cf"), (0.55, "#c1cbc3"), (0.8, "#a5b2aa"), (1, "#8d9c93")]
RU_EGG: Stops = [(0, "#ece7d6"), (0.3, "#d0d0b6"), (0.55, "#bdc0a2"), (0.8, "#a1a788"), (1, "#898f70")]


def ru(stops: Stops, top: float, seed: int) -> Glaze:
    """Ru glaze 汝釉: satin, jade-like, with a net of fine cicada-wing crackle 蝉翼纹."""
    quiet = celadon(stops, top, seed, clear=0.5, bare_foot=False)
    return crackled(quiet, "#6d766a", 0.72, 0.020, 0.34, seed + 20)


def jun(base: Stops, flush: str, deep: str, amount: float, top: float, seed: int) -> Glaze:
    """Jun glaze 钧釉: opal blue, flushed by copper (`flush`, `deep`) over `amount` of it.

    Running from the lip.

    The lip thins to olive brown, worm tracks (蚯蚓走泥纹) wander in the thick coat and the glaze stops
    in a heavy roll above the bare, dark foot.
    """

    def glaze(s: Surface) -> tuple[Array, Array]:
        wander = 1.6 * (fbm(s.theta * 2.2, s.y * 0.35, seed + 1, 3) - 0.5)
        runs = fbm(s.theta * 11 + wander, s.y * 0.28, seed + 2, 4)
        down = np.clip((top - s.y) / top, 0, 1)
        thick = 0.30 + 0.42 * down + 0.6 * (runs - 0.5)
        colour = ramp(np.clip(thick, 0, 1).astype(np.float32), base)
        cloud = fbm(s.theta * 1.5 + 3.1 + wander * 0.3, s.y * 0.22 + wander * 0.2, seed + 3, 4)
        cloud = cloud + 0.35 * (runs - 0.5)
        low = 0.78 - 0.62 * amount
        flushed = smoothstep(low, low + 0.20, cloud)
        colour = mix(colour, rgb(flush), 0.9 * flushed * (amount > 0))
        heart = smoothstep(low + 0.10, low + 0.32, cloud + 0.25 * (runs - 0.5))
        colour = mix(colour, rgb(deep), 0.85 * heart * (amount > 0))
        milk = smoothstep(0.50, 0.66, fbm(s.theta * 44 + wander * 3, s.y * 1.1, seed + 5, 3))
        colour = mix(colour, rgb("#dbe2e6"), 0.13 * milk)
        track = np.abs(fbm(s.theta * 7, s.y * 0.9, seed + 6, 3) - 0.5)
        colour = mix(colour, ramp(np.full_like(track, 0.15), base), 0.35 * smoothstep(0.016, 0.004, track) * down)
        lip = smoothstep(top - 0.34, top + 0.06, s.y + 0.4 * (runs - 0.5))
        colour = mix(colour, rgb("#84714c"), 0.8 * lip)
        return _roll(s, colour, seed)

    return glaze


def _roll(s: Surface, colour: Array, seed: int) -> tuple[Array, Array]:
    """The heavy edge where a running glaze stops over the dark body."""
    line = 0.78 + 0.6 * (fbm(s.theta * 4, s.y * 0, seed + 8, 2) - 0.5)
    above = np.where(s.inner, 9.0, s.y - line).astype(np.float32)
    colour = colour * (1 - 0.16 * smoothstep(0.55, 0.05, above)[:, None])
    bare = smoothstep(0.03, -0.03, above)
    body = rgb("#4a3427") * (1 + 0.35 * speckle(s, seed + 11)[:, None])
    return mix(colour, body, bare), np.asarray(0.9 - 0.8 * bare, dtype=np.float32)


JUN_BLUE: Stops = [(0, "#8b9690"), (0.25, "#8ba2ac"), (0.5, "#7d99b0"), (0.75, "#6a85a8"), (1, "#536f99")]
JUN_MOON: Stops = [(0, "#b9b7a4"), (0.25, "#d0d6d3"), (0.5, "#c8d2d8"), (0.75, "#b5c4cf"), (1, "#9fb1c1")]
JUN_RED: Stops = [(0, "#9a8a86"), (0.25, "#a0828c"), (0.45, "#9a5868"), (0.7, "#85405a"), (1, "#65406e")]
