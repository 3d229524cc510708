"""Surfaces seen in raking light: a drawn mask is raised to a height, and the height is lit.

Every piece is drawn on one plane of 1200 x 900 units. A `View` is the window through which the
plane is looked at, so a cover, a close view and a small piece in a room are one drawing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyvips

from tools.illustrate.canvas import Array, blur, mix, rgb


@dataclass(frozen=True)
class View:
    """A window on the drawing plane (in units) and the pixels it is rendered to."""

    left: float = 0
    top: float = 0
    width: float = 1200
    wide: int = 1200
    high: int = 900

    @property
    def scale(self) -> float:
        """Pixels a unit."""
        return self.wide / self.width

    def grid(self) -> tuple[Array, Array]:
        """The plane coordinates (x, y) of every pixel centre."""
        xs = self.left + (np.arange(self.wide, dtype=np.float32) + 0.5) / self.scale
        ys = self.top + (np.arange(self.high, dtype=np.float32) + 0.5) / self.scale
        gx, gy = np.meshgrid(xs, ys)
        return gx.astype(np.float32), gy.astype(np.float32)


FULL = View()


@dataclass(frozen=True)
class Piece:
    """A made thing, cut out: its colour and its cover (1 where the thing is)."""

    colour: Array
    cover: Array


@dataclass(frozen=True)
class Surface:
    """How a material answers light; lengths in pixels."""

    ambient: float = 0.55
    gloss: float = 0.0
    tightness: float = 24.0
    occlusion: float = 0.5
    crevice: float = 9.0


def painted(body: str, view: View) -> Piece:
    """A coloured SVG drawing, its user units the plane's, as a piece."""
    box = f"{view.left} {view.top} {view.width} {view.high / view.scale}"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="{box}"'
    text = f'{head} width="{view.wide}" height="{view.high}">{body}</svg>'
    image = pyvips.Image.svgload_buffer(text.encode(), unlimited=True)
    pixels = np.asarray(image.numpy(), dtype=np.float32) / np.float32(255)
    return Piece(np.ascontiguousarray(pixels[..., :3]), np.ascontiguousarray(pixels[..., 3]))


def mask(body: str, view: View) -> Array:
    """White shapes on nothing, black shapes cut from them, later ones over earlier: the lightness."""
    piece = painted(body, view)
    return np.asarray(piece.colour[..., 0] * piece.cover, dtype=np.float32)


def soft(field: Array, sigma: float) -> Array:
    """A Gaussian blur of a plane that stays quick when wide: wide ones are made on a reduced plane."""
    k = int(sigma / 6)
    if k < 2:
        return blur(field, sigma)
    rows, cols = field.shape
    image = pyvips.Image.new_from_array(np.ascontiguousarray(field, dtype=np.float32))
    wide = image.embed(0, 0, -(-cols // k) * k, -(-rows // k) * k, extend="copy")
    small = blur(np.asarray(wide.shrink(k, k).numpy(), dtype=np.float32), sigma / k)
    grown = pyvips.Image.new_from_array(small).resize(k, kernel="cubic")
    return np.asarray(grown.crop(0, 0, cols, rows).numpy(), dtype=np.float32)


def packed(free: str, view: View, largest: float, least: float) -> list[tuple[float, float, float]]:
    """Rounds (x, y, r) packed, greatest first, into the white of a drawing; each touches its neighbours."""
    room = mask(free, view) > 0.5
    gx, gy = view.grid()
    ex, ey = gx[~room], gy[~room]
    px, py = gx[room], gy[room]
    near = np.min((px[:, None] - ex[None, :]) ** 2 + (py[:, None] - ey[None, :]) ** 2, axis=1) ** 0.5
    found: list[tuple[float, float, float]] = []
    while near.size and near.max() > least:
        near = np.minimum(near, 1e9)
        at = int(np.argmax(np.minimum(near, largest) - 0.002 * np.arange(near.size) / near.size))
        x, y, r = float(px[at]), float(py[at]), float(min(near[at], largest))
        found.append((x, y, r))
        near = np.minimum(near, np.hypot(px - x, py - y) - r)
    return found


def swell(shape: Array, radius: float) -> Array:
    """A flat shape raised like a cushion: high inside, falling to its edge within `radius` pixels."""
    total = np.zeros_like(shape)
    for part in (1.0, 0.5, 0.25):
        hazy = soft(shape, max(radius * part * 0.6, 0.4))
        total += np.sqrt(np.clip(hazy * 2 - 1, 0, 1)) * 0.7 + hazy * 0.3
    return np.asarray(shape * total / 3, dtype=np.float32)


def slopes(height: Array) -> tuple[Array, Array, Array]:
    """The unit normal (x, y, z) of a height given in pixels."""
    dy, dx = np.gradient(height)
    length = np.sqrt(dx * dx + dy * dy + 1)
    return -dx / length, -dy / length, 1 / length


def lit(albedo: Array, height: Array, surface: Surface) -> Array:
    """A coloured relief under light from the upper left, with darkened crevices and a soft gloss."""
    nx, ny, nz = slopes(height)
    lx, ly, lz = -0.48, -0.62, 0.62
    diffuse = np.clip(nx * lx + ny * ly + nz * lz, 0, None) / lz
    hollow = np.clip(soft(height, surface.crevice) - height, 0, None) / surface.crevice
    sunk = 1 - surface.occlusion * np.clip(hollow * 2.2, 0, 1)
    light = (surface.ambient + (1 - surface.ambient) * diffuse) * sunk
    shine = np.clip(-nx * 0.267 - ny * 0.344 + nz * 0.900, 0, 1) ** surface.tightness
    warm = np.array([1.0, 0.97, 0.90], dtype=np.float32)
    gleam = (surface.gloss * shine * (1 - hollow.clip(0, 1)))[..., None] * warm
    return np.asarray(np.clip(albedo * light[..., None] + gleam, 0, 1), dtype=np.float32)


def silvered(height: Array, tint: str = "#e4e5e6", tarnish: Array | float = 0.0) -> Array:
    """Polished metal: bright where the relief turns to the window, patina where it sinks."""
    nx, ny, nz = slopes(height)
    turn = -(nx * 0.6 + ny * 0.8)
    sky = 0.77 + 0.46 * np.tanh(turn * 2.0) + 0.06 * np.sin(turn * 9)
    glint = np.clip(turn * 0.75 + nz * 0.55, 0, 1) ** 10 * 0.5
    hollow = np.clip(soft(height, 7) - height, 0, None) / 4.0
    level = ((sky + glint) * (1 - np.clip(hollow + tarnish, 0, 0.8)))[..., None]
    cool = 1 + (level - 0.7) * np.array([-0.03, 0.0, 0.05], dtype=np.float32)
    return np.asarray(np.clip(level * rgb(tint) * cool, 0, 1), dtype=np.float32)


def cast(cover: Array, dx: float, dy: float, haze: float) -> Array:
    """The shadow a cover throws: moved by whole pixels, softened, nothing wrapping round."""
    moved = np.zeros_like(cover)
    sx, sy = round(dx), round(dy)
    rows, cols = cover.shape
    moved[max(sy, 0) : rows + min(sy, 0), max(sx, 0) : cols + min(sx, 0)] = cover[
        max(-sy, 0) : rows - max(sy, 0), max(-sx, 0) : cols - max(sx, 0)
    ]
    return soft(moved, haze)


def laid(ground: Array, piece: Piece, lift: float = 14, dark: float = 0.46) -> Array:
    """A piece set down on a ground, `lift` pixels high: a cast shadow and a close contact shadow."""
    shade = rgb("#2d221b")
    ground = mix(ground, shade, cast(piece.cover, lift * 0.7, lift, lift * 1.1) * dark)
    ground = mix(ground, shade, cast(piece.cover, lift * 0.15, lift * 0.25, max(lift * 0.25, 0.8)) * dark * 0.7)
    return mix(ground, piece.colour, piece.cover)


def set_at(ground: Array, piece: Piece, left: int, top: int, lift: float = 10, dark: float = 0.46) -> Array:
    """A smaller piece set down on a larger ground with its corner at (left, top)."""
    rows, cols = ground.shape[:2]
    high, wide = piece.cover.shape
    colour = np.zeros((rows, cols, 3), np.float32)
    cover = np.zeros((rows, cols), np.float32)
    y0, x0, y1, x1 = max(top, 0), max(left, 0), min(top + high, rows), min(left + wide, cols)
    colour[y0:y1, x0:x1] = piece.colour[y0 - top : y1 - top, x0 - left : x1 - left]
    cover[y0:y1, x0:x1] = piece.cover[y0 - top : y1 - top, x0 - left : x1 - left]
    return laid(ground, Piece(colour, cover), lift, dark)
