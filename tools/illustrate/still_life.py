"""What stands round a piece in use: plaster wall, window light, wooden table, fruit, leaves."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from .canvas import Array, blur, fbm, grid, mix, rgb, sample, smoothstep, svg_mask, wood_ground
from .studio import Floor, Glaze, Piece, Surface
from .turning import Turned, curve


def wall(seed: int, tone: str = "#e6ddcb", light: tuple[float, float] | None = (640, 40)) -> Array:
    """A lime-plastered wall; `light` is the corner of the patch that the window throws on it."""
    x, y = grid()
    value = 1.0 + 0.05 * (fbm(x / 240, y / 240, seed, 4) - 0.5) + 0.02 * (fbm(x / 12, y / 12, seed + 3, 2) - 0.5)
    value = value * (1.0 - 0.12 * smoothstep(200, 1250, x)) * (1 - 0.07 * smoothstep(250, 700, y))
    out = np.asarray(rgb(tone) * value[..., None], dtype=np.float32)
    if light is None:
        return out
    panes = ""
    for row in range(3):
        for column in range(2):
            px, py = light[0] + column * 168 + row * 22, light[1] + row * 150 + column * 34
            panes += f'<path d="M{px} {py}l152 31l20 136l-152 -31z"/>'
    leaves = ""
    dice = np.random.default_rng(seed)
    for _ in range(26):
        px, py, turn = (
            light[0] + dice.uniform(150, 420),
            light[1] + dice.uniform(0, 460),
            dice.uniform(0, 360),
        )
        leaves += (
            f'<ellipse cx="{px:.0f}" cy="{py:.0f}" rx="36" ry="10" transform="rotate({turn:.0f} {px:.0f} {py:.0f})"/>'
        )
    patch = blur(svg_mask(panes), 6) * (1 - 0.6 * blur(svg_mask(leaves), 7))
    return np.asarray(out * (1 + patch[..., None] * np.array([0.15, 0.135, 0.095])), dtype=np.float32)


def lattice_window(seed: int) -> Array:
    """A wall with a wooden lattice window (步步锦-like steps), a garden pale behind paper panes."""
    x, y = grid()
    garden = fbm(x / 120, y / 160, seed, 4)
    out = mix(np.asarray(rgb("#f6f1e0") + 0 * garden[..., None], dtype=np.float32), rgb("#b9c7a4"), 0.75 * garden)
    stalks = "".join(
        f'<path d="M{k} 0C{k + 14} 200 {k - 10} 420 {k + 6} 640" stroke="#000" stroke-width="{w}"/>'
        for k, w in ((430, 17), (520, 11), (700, 15), (815, 9), (610, 8))
    )
    out = mix(out, rgb("#8fa57e"), 0.55 * blur(svg_mask(stalks), 6))
    out = np.minimum(out * 1.06, 1)
    frame = "M310 0H890V560H310z M344 0V526H856V0z"
    bars = (
        "M514 0V526M686 0V526M344 176H856M344 350H856M430 176V350M770 176V350"
        "M514 263H686M600 0V176M600 350V526M344 438H514M686 438H856M344 88H514"
        "M686 88H856"
    )
    shape = f'<path d="{frame}" fill-rule="evenodd"/><path d="{bars}" fill="none" stroke="#000" stroke-width="11"/>'
    wood = svg_mask(shape)
    edge = wood - np.roll(wood, (2, 2), axis=(0, 1))
    side = wall(seed + 4, "#d9cfba", None)
    outside = svg_mask('<path d="M0 0H310V560H890V0H1200V900H0z"/>')
    out = mix(out, side, outside)
    out = mix(out, rgb("#5d3d28") * (1 + 0.25 * edge[..., None]), wood)
    return np.asarray(out, dtype=np.float32)


@lru_cache(maxsize=2)
def plank(seed: int, pale: str, dark: str) -> Array:
    """One board's picture, kept while a table is laid with it."""
    return blur(wood_ground(seed, 2000, 1300, pale, dark), 0.7)


def wooden(seed: int, pale: str = "#b98a5c", dark: str = "#7d5233") -> Floor:
    """A tabletop: grain runs left to right, window light falls from the left."""
    board = plank(seed, pale, dark)

    def floor(x: Array, z: Array) -> Array:
        colour = sample(board, x * 15 + 1000, z * 15 + 760)
        light = 1.10 - 0.0065 * (x + 30) - 0.10 * smoothstep(20, 45, np.abs(z))
        return np.asarray(colour * np.clip(light, 0.7, 1.25)[..., None], dtype=np.float32)

    return floor


def with_cloth(floor: Floor, cloth: Array, middle: tuple[float, float], width: float, turn: float = 0.0) -> Floor:
    """Lay a cloth (a flat picture) on the table, `width` cm wide, with a thin shadow under its edge."""
    rows, columns = cloth.shape[:2]
    scale = columns / width
    soft = blur(cloth, 0.45)

    def floor_with(x: Array, z: Array) -> Array:
        c, s = np.cos(turn), np.sin(turn)
        dx, dz = x - middle[0], z - middle[1]
        u, v = (dx * c + dz * s) * scale + columns / 2, (dz * c - dx * s) * scale + rows / 2
        rim = np.minimum(np.minimum(u, columns - 1 - u), np.minimum(v, rows - 1 - v)) / scale
        under = floor(x, z)
        away = np.minimum(np.minimum(u - 8, columns + 7 - u), np.minimum(v + 2, rows + 7 - v)) / scale
        under = under * (1 - 0.5 * smoothstep(-0.55, 0.1, away))[..., None]
        ripple = 1 + 0.14 * (fbm(x / 9, z / 9, 77, 2) - 0.5) - 0.0045 * (x + 10)
        return mix(under, sample(soft, u, v) * ripple[..., None], smoothstep(-0.03, 0.05, rim))

    return floor_with


# --- fruit and tea ----------------------------------------------------------------------------


def persimmon(at: tuple[float, float, float], size: float = 1.0, seed: int = 1, turn: float = 0.0) -> Piece:
    """A ripe persimmon with its dry calyx."""
    line = curve([(0, 0.35), (1.7, 0.25), (3.1, 1.3), (3.35, 2.5), (2.6, 3.9), (1.2, 4.2), (0, 3.95)])
    form = Turned([line * np.float32(size)], 0.5 * size)

    def skin(s: Surface) -> tuple[Array, Array]:
        blush = fbm(s.theta * 2, s.y * 0.5, seed, 3)
        colour = mix(rgb("#d9772f") + 0 * blush[:, None], rgb("#b8481f"), smoothstep(0.35, 0.75, blush))
        reach = (1.55 + 0.55 * np.cos(4 * s.theta)) * size
        leaf = smoothstep(reach + 0.06, reach - 0.06, s.radius) * (s.y > 3 * size)
        dry = rgb("#6f6a3c") * (0.8 + 0.5 * fbm(s.theta * 9, s.radius * 3, seed + 4, 2)[:, None])
        return mix(colour, dry, leaf), np.asarray(0.75 - 0.6 * leaf, dtype=np.float32)

    return Piece(form, skin, at, turn, 2.2, 5.0)


def tea(radius: float, height: float, at: tuple[float, float, float], colour: str = "#b0702f") -> Piece:
    """The surface of tea in a bowl."""
    level = curve([(0, height), (radius * 0.5, height), (radius, height)], 4)

    def still(s: Surface) -> tuple[Array, Array]:
        depth = smoothstep(radius, radius * 0.35, s.radius)
        shade = mix(np.asarray(rgb(colour) + 0 * s.x[:, None], dtype=np.float32), rgb(colour) * 0.62, depth)
        return shade, np.full_like(s.x, 1.0)

    return Piece(Turned([level], 0.12), still, at, 0.0, height, radius + 0.8)


def plain(colour: str, gloss: float = 0.35) -> Glaze:
    """A plain dark glaze or lacquer."""
    return lambda s: (np.asarray(rgb(colour) + 0 * s.x[:, None], dtype=np.float32), np.full_like(s.x, gloss))


def fallen_leaves(floor: Floor, places: list[tuple[float, float, float, str]]) -> Floor:
    """A few autumn leaves lying on the table: (x, z, turn, colour)."""

    def lobes(angle: Array) -> Array:
        reach = 1.1 + 0.95 * np.abs(np.cos(2.5 * angle)) ** 2.2 * (0.65 + 0.35 * np.cos(angle))
        return np.asarray(reach, dtype=np.float32)

    def floor_with(x: Array, z: Array) -> Array:
        out = floor(x, z)
        for px, pz, turn, colour in places:
            dx, dz = x - px, z - pz
            angle, rho = np.arctan2(dz, dx) - turn, np.hypot(dx, dz)
            near = np.hypot(dx - 0.22, dz + 0.12)
            out = (
                out
                * (1 - 0.35 * smoothstep(0.25, -0.2, near - lobes(np.arctan2(dz + 0.12, dx - 0.22) - turn)))[..., None]
            )
            stem = smoothstep(0.10, 0.05, np.abs(np.sin(angle) * rho)) * (np.cos(angle) < 0) * (rho < 2.4)
            vein = smoothstep(0.10, 0.02, np.abs(np.sin(2.5 * angle)) * rho * 0.4)
            tone = rgb(colour) * (0.85 + 0.3 * fbm(x * 2, z * 2, 5, 3))[..., None]
            blade = np.maximum(smoothstep(0.06, -0.06, rho - lobes(angle)), stem)
            out = mix(out, tone * (1 + 0.22 * vein[..., None]), blade)
        return np.asarray(out, dtype=np.float32)

    return floor_with
