"""Shared means of the illustrations: palette, noise, grounds, shadows and the way to pyvips.

Pictures are composed as numpy arrays: colour is float32, height x width x 3, 0..1 (sRGB values);
a mask or coverage is float32, height x width, 0..1. SVG drawings come in through `svg_layers`.
All randomness is a hash of a visible seed, so a second run gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyvips
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]

WIDTH, HEIGHT = 1200, 900

PAPER = "#f6f1e7"
INK = "#22201c"
CINNABAR = "#b3392f"
CELADON = "#8fb3a2"
INDIGO = "#23395d"
SILVER = "#c9ccd0"
WOOD_PALE = "#d8b98c"
WOOD = "#a9764a"
WOOD_DARK = "#5f3c26"


# --- colour -----------------------------------------------------------------------------------


def rgb(colour: str) -> Array:
    """A hex colour such as `#8fb3a2` as three floats 0..1."""
    digits = colour.lstrip("#")
    return np.array([int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)], dtype=np.float32)


def solid(colour: str, width: int = WIDTH, height: int = HEIGHT) -> Array:
    """A plain field of one colour."""
    return np.broadcast_to(rgb(colour), (height, width, 3)).copy()


def mix(a: Array, b: Array, amount: Array | float) -> Array:
    """Blend colour `a` into `b`; `amount` is a number or a mask (a mask gains a colour axis)."""
    t = np.asarray(amount, dtype=np.float32)
    if t.ndim == 2 or (t.ndim and t.ndim == max(a.ndim, b.ndim) - 1):
        t = t[..., None]
    return np.asarray(a * (1 - t) + b * t, dtype=np.float32)


def ramp(t: Array, stops: Sequence[tuple[float, str]]) -> Array:
    """Colour ramp: `stops` are (position 0..1, hex colour) in rising order."""
    places = [place for place, _ in stops]
    colours = np.stack([rgb(colour) for _, colour in stops])
    channels = [np.interp(t, places, colours[:, i]) for i in range(3)]
    return np.stack(channels, axis=-1).astype(np.float32)


def smoothstep(low: Array | float, high: Array | float, value: Array) -> Array:
    """0 below `low`, 1 above `high`, eased between (give low > high to reverse)."""
    t = np.clip((value - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), dtype=np.float32)


# --- fields -----------------------------------------------------------------------------------


def grid(width: int = WIDTH, height: int = HEIGHT) -> tuple[Array, Array]:
    """Pixel coordinates (x, y) of a field."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    return x, y


def scatter(ix: NDArray[np.int64], iy: NDArray[np.int64], seed: int) -> Array:
    """A hash of integer places and a seed: white noise 0..1 that needs no stored state."""
    h = (ix & 0xFFFFFFFF).astype(np.uint32) * np.uint32(0x8DA6B343)
    h ^= (iy & 0xFFFFFFFF).astype(np.uint32) * np.uint32(0xD8163841)
    h ^= np.uint32((seed * 0xCB1AB31F) & 0xFFFFFFFF)
    h ^= h >> np.uint32(15)
    h *= np.uint32(0x2C1B3C6D)
    h ^= h >> np.uint32(12)
    h *= np.uint32(0x297A2D39)
    h ^= h >> np.uint32(15)
    return h.astype(np.float32) / np.float32(4294967296.0)


def noise(x: Array, y: Array, seed: int) -> Array:
    """Smooth value noise 0..1 at any coordinates, one cell a unit."""
    x0, y0 = np.floor(x), np.floor(y)
    fx, fy = x - x0, y - y0
    fx, fy = fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)
    ix, iy = x0.astype(np.int64), y0.astype(np.int64)
    top = scatter(ix, iy, seed) * (1 - fx) + scatter(ix + 1, iy, seed) * fx
    low = scatter(ix, iy + 1, seed) * (1 - fx) + scatter(ix + 1, iy + 1, seed) * fx
    return np.asarray(top * (1 - fy) + low * fy, dtype=np.float32)


def fbm(x: Array, y: Array, seed: int, octaves: int = 4) -> Array:
    """Layered noise 0..1 (mean about 0.5), each octave twice as fine and half as strong."""
    total = np.zeros(np.broadcast(x, y).shape, dtype=np.float32)
    weight, norm = 1.0, 0.0
    for octave in range(octaves):
        total += weight * noise(x * 2**octave + 17.3 * octave, y * 2**octave - 9.1 * octave, seed + octave)
        norm += weight
        weight *= 0.5
    return np.asarray(total / norm, dtype=np.float32)


def grain(width: int = WIDTH, height: int = HEIGHT, seed: int = 1) -> Array:
    """White noise -0.5..0.5, one value a pixel."""
    y, x = np.mgrid[0:height, 0:width].astype(np.int64)
    return scatter(x, y, seed) - np.float32(0.5)


def worley(x: Array, y: Array, seed: int) -> tuple[Array, Array, Array]:
    """Cells round scattered points, one cell about a unit.

    Returns (distance to the nearest point, distance to the cell's edge, a random 0..1 tone a cell).
    """
    ix, iy = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    far = np.full(x.shape, 9e9, dtype=np.float32)
    d1, x1, y1, d2, x2, y2 = far, far, far, far, far, far
    tone = np.zeros(x.shape, dtype=np.float32)
    for oy in (-1, 0, 1):
        for ox in (-1, 0, 1):
            px = (ix + ox + scatter(ix + ox, iy + oy, seed)).astype(np.float32)
            py = (iy + oy + scatter(ix + ox, iy + oy, seed + 101)).astype(np.float32)
            d = (px - x) ** 2 + (py - y) ** 2
            first = d < d1
            second = ~first & (d < d2)
            d2 = np.where(first, d1, np.where(second, d, d2))
            x2 = np.where(first, x1, np.where(second, px, x2))
            y2 = np.where(first, y1, np.where(second, py, y2))
            d1, x1, y1 = np.where(first, d, d1), np.where(first, px, x1), np.where(first, py, y1)
            tone = np.where(first, scatter(ix + ox, iy + oy, seed + 202), tone)
    edge = (d2 - d1) / (2 * np.hypot(x2 - x1, y2 - y1) + 1e-6)
    return np.sqrt(d1).astype(np.float32), edge.astype(np.float32), tone


def worley_edges(x: Array, y: Array, seed: int, width: float = 0.04) -> Array:
    """Crackle: a mask of the lines between worley cells, `width` in cell units."""
    _, edge, _ = worley(x, y, seed)
    return smoothstep(width, width * 0.25, edge)


def blur(field: Array, sigma: float) -> Array:
    """Gaussian blur of a mask or a colour array."""
    if sigma < 0.2:
        return field
    image = pyvips.Image.new_from_array(np.ascontiguousarray(field, dtype=np.float32))
    margin = int(sigma * 3) + 1
    wide = image.embed(margin, margin, image.width + 2 * margin, image.height + 2 * margin, extend="copy")
    soft = wide.gaussblur(sigma, precision="float", min_ampl=0.02)
    out = soft.crop(margin, margin, image.width, image.height).numpy()
    return np.asarray(out, dtype=np.float32).reshape(field.shape)


def sample(field: Array, x: Array, y: Array) -> Array:
    """Read a mask or colour array at real pixel coordinates (bilinear, edges held): for bending cloth."""
    height, width = field.shape[:2]
    x, y = np.clip(x, 0, width - 1.001), np.clip(y, 0, height - 1.001)
    ix, iy = x.astype(np.int64), y.astype(np.int64)
    fx, fy = x - ix, y - iy
    if field.ndim == 3:
        fx, fy = fx[..., None], fy[..., None]
    top = field[iy, ix] * (1 - fx) + field[iy, ix + 1] * fx
    low = field[iy + 1, ix] * (1 - fx) + field[iy + 1, ix + 1] * fx
    return np.asarray(top * (1 - fy) + low * fy, dtype=np.float32)


# --- SVG and pyvips ---------------------------------------------------------------------------


def svg_image(svg_text: str, width: int = WIDTH, height: int = HEIGHT) -> pyvips.Image:
    """An SVG drawing as an RGBA image; text without an `<svg` root is wrapped in one of that size."""
    if "<svg" not in svg_text:
        head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        svg_text = f'{head} viewBox="0 0 {width} {height}">{svg_text}</svg>'
    image = pyvips.Image.svgload_buffer(svg_text.encode())
    if (image.width, image.height) != (width, height):
        image = image.resize(width / image.width, vscale=height / image.height)
    return image


def svg_layers(svg_text: str, width: int = WIDTH, height: int = HEIGHT) -> tuple[Array, Array]:
    """An SVG drawing as (colour, coverage) arrays, to be laid down with `over`."""
    pixels = svg_image(svg_text, width, height).numpy().astype(np.float32) / 255
    return np.ascontiguousarray(pixels[..., :3]), np.ascontiguousarray(pixels[..., 3])


def svg_mask(svg_text: str, width: int = WIDTH, height: int = HEIGHT) -> Array:
    """Only the coverage of an SVG drawing."""
    return svg_layers(svg_text, width, height)[1]


def array_image(colours: Array) -> pyvips.Image:
    """A colour array 0..1 as an 8-bit sRGB image."""
    pixels = np.clip(colours * 255 + 0.5, 0, 255).astype(np.uint8)
    return pyvips.Image.new_from_array(np.ascontiguousarray(pixels)).copy(interpretation="srgb")


# --- laying down ------------------------------------------------------------------------------


def over(ground: Array, colour: Array, coverage: Array) -> Array:
    """Lay `colour` (an array, or one colour of three) over the ground by its coverage."""
    return mix(ground, colour, coverage)


def shadow(ground: Array, mask: Array, dx: float, dy: float, sigma: float, strength: float = 0.35) -> Array:
    """A soft shadow cast by `mask`, shifted and blurred; warm ink, never grey."""
    cast = np.zeros_like(mask)
    height, width = mask.shape
    dx, dy = int(dx), int(dy)
    cast[max(dy, 0) : height + min(dy, 0), max(dx, 0) : width + min(dx, 0)] = mask[
        max(-dy, 0) : height - max(dy, 0), max(-dx, 0) : width - max(dx, 0)
    ]
    soft = blur(cast, sigma) * strength
    return np.asarray(ground * (1 - soft[..., None] * (1 - rgb("#3a2e26") * 0.6)), dtype=np.float32)


def vignette(ground: Array, strength: float = 0.1) -> Array:
    """Quiet fall of light towards the corners."""
    height, width = ground.shape[:2]
    x, y = grid(width, height)
    reach = np.hypot((x / width - 0.48) * 1.1, y / height - 0.45)
    return np.asarray(ground * (1 - strength * smoothstep(0.3, 0.85, reach))[..., None], dtype=np.float32)


# --- grounds ----------------------------------------------------------------------------------


def paper_ground(seed: int, width: int = WIDTH, height: int = HEIGHT, tone: str = PAPER) -> Array:
    """Handmade xuan paper: a warm field with faint cloudiness, laid lines and stray fibres."""
    x, y = grid(width, height)
    value = 1 + 0.03 * (fbm(x / 260, y / 260, seed, 3) - 0.5) + 0.012 * (fbm(x / 9, y / 5, seed + 7, 2) - 0.5)
    value += 0.003 * np.sin(y * 2 * np.pi / 6.0) + 0.010 * grain(width, height, seed + 3)
    dice = np.random.default_rng(seed)
    strokes: list[str] = []
    for _ in range(90 * width * height // (WIDTH * HEIGHT)):
        px, py, turn, reach = dice.random(4) * (width, height, 6.283, 26)
        ex, ey = px + np.cos(turn) * reach, py + np.sin(turn) * reach
        cx, cy = (px + ex) / 2 + dice.normal(0, 6), (py + ey) / 2 + dice.normal(0, 6)
        strokes.append(f"M{px:.1f} {py:.1f}Q{cx:.1f} {cy:.1f} {ex:.1f} {ey:.1f}")
    fibres = svg_mask(f'<path d="{"".join(strokes)}" fill="none" stroke="#000" stroke-width=".8"/>', width, height)
    field = rgb(tone) * value[..., None] * (1 - 0.045 * fibres[..., None])
    return vignette(np.asarray(field, dtype=np.float32), 0.09)


def weave(x: Array, y: Array, seed: int, pitch: float = 5.0) -> Array:
    """Plain weave lightness (about 0..1, mean near 0.6) with uneven threads `pitch` pixels apart."""
    u = x / pitch + 0.25 * fbm(x / 90, y / 30, seed, 2)
    v = y / pitch + 0.25 * fbm(x / 30, y / 90, seed + 5, 2)
    warp = np.abs(np.sin(np.pi * u)) * (0.8 + 0.2 * noise(np.floor(u), y / 40, seed + 9))
    weft = np.abs(np.sin(np.pi * v)) * (0.8 + 0.2 * noise(x / 40, np.floor(v), seed + 11))
    upper = (np.floor(u) + np.floor(v)) % 2 < 1
    return np.asarray(np.where(upper, warp * (0.7 + 0.3 * weft), weft * (0.7 + 0.3 * warp)), dtype=np.float32)


def cloth_ground(seed: int, width: int = WIDTH, height: int = HEIGHT, tone: str = "#e9e0cf") -> Array:
    """Plain-woven undyed cloth lying flat."""
    x, y = grid(width, height)
    light = 0.88 + 0.17 * weave(x, y, seed) + 0.06 * (fbm(x / 200, y / 200, seed + 21, 3) - 0.5)
    return np.asarray(rgb(tone) * light[..., None], dtype=np.float32)


def wood_ground(seed: int, width: int = WIDTH, height: int = HEIGHT, pale: str = WOOD_PALE, dark: str = WOOD) -> Array:
    """A planed board with its grain running left to right."""
    x, y = grid(width, height)
    bend = 40 * (fbm(x / 700, y / 160, seed, 3) - 0.5)
    rings = 0.5 + 0.5 * np.sin((y + bend) / 11 + 5 * fbm(x / 900, y / 60, seed + 4, 2))
    pores = fbm(x / 60, (y + bend) / 1.6, seed + 8, 2)
    t = np.clip(0.18 + 0.38 * rings * fbm(x / 400, y / 90, seed + 12, 2) + 0.5 * (pores - 0.42), 0, 1)
    return ramp(np.asarray(t, dtype=np.float32), [(0, pale), (1, dark)])
