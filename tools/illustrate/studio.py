"""A small ray-marching studio: vessels under window light on a ground, for the ceramics plates.

One large soft window stands to the upper left; the far side is filled by the pale room and by warmth
returned from the table. Lengths are centimetres.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pyvips
from numpy.typing import NDArray

from .canvas import HEIGHT, WIDTH, Array, array_image, smoothstep
from .turning import Form, Place

OVERSAMPLE = 2
WINDOW = np.array([-0.62, 0.60, 0.51], dtype=np.float32)
FAR = 400.0


@dataclass
class Surface:
    """What a glaze is told of the places where it lies (coordinates are the vessel's own)."""

    x: Array
    y: Array
    z: Array
    normal: Array
    theta: Array
    radius: Array
    inner: NDArray[np.bool_]


Glaze = Callable[[Surface], tuple[Array, Array]]
Floor = Callable[[Array, Array], Array]


@dataclass(frozen=True)
class Piece:
    """A vessel in the scene: its form, its glaze (colour, gloss), where it stands and how it is turned."""

    form: Form
    glaze: Glaze
    at: Place = (0.0, 0.0, 0.0)
    turn: float = 0.0
    middle: float = 8.0
    bound: float = 14.0

    def own(self, x: Array, y: Array, z: Array) -> tuple[Array, Array, Array]:
        """Scene coordinates as the vessel's own."""
        x, y, z = x - self.at[0], y - self.at[1], z - self.at[2]
        c, s = np.float32(np.cos(self.turn)), np.float32(np.sin(self.turn))
        return x * c - z * s, y, x * s + z * c

    def distance(self, x: Array, y: Array, z: Array, exact: bool = False) -> Array:
        """Distance from the vessel; by its bounding sphere while still far away, unless `exact`."""
        x, y, z = self.own(x, y, z)
        if exact:
            return self.form.distance(x, y, z)
        out = np.sqrt(x * x + (y - self.middle) ** 2 + z * z) - np.float32(self.bound)
        near = out < 0.6
        out = np.maximum(out, 0.5)
        if near.any():
            out[near] = self.form.distance(x[near], y[near], z[near])
        return out


@dataclass(frozen=True)
class Camera:
    """Where the eye is, what it looks at and the upright angle of view in degrees."""

    eye: Place
    target: Place
    angle: float = 24.0

    def axes(self) -> tuple[Array, Array, Array]:
        """Forward, right and up."""
        forward = np.subtract(self.target, self.eye).astype(np.float32)
        forward /= np.linalg.norm(forward)
        right = np.cross(forward, np.array([0, 1, 0], dtype=np.float32))
        right /= np.linalg.norm(right)
        return forward, right, np.cross(right, forward)

    def rays(self, width: int, height: int) -> Array:
        """One unit direction a pixel."""
        forward, right, up = self.axes()
        scale = np.float32(np.tan(np.radians(self.angle / 2)) * 2 / height)
        y, x = np.mgrid[0:height, 0:width].astype(np.float32)
        u, v = (x + 0.5 - width / 2) * scale, -(y + 0.5 - height / 2) * scale
        ways = forward + u[..., None] * right + v[..., None] * up
        return np.asarray(ways / np.linalg.norm(ways, axis=-1, keepdims=True), dtype=np.float32)

    def seen(self, place: Place, width: int = WIDTH, height: int = HEIGHT) -> tuple[float, float]:
        """Pixel at which a place appears."""
        forward, right, up = self.axes()
        way = np.subtract(place, self.eye)
        scale = np.tan(np.radians(self.angle / 2)) * 2 / height
        depth = float(way @ forward)
        return float(way @ right) / depth / scale + width / 2, height / 2 - float(way @ up) / depth / scale


def nearest(pieces: Sequence[Piece], x: Array, y: Array, z: Array, exact: bool = False) -> Array:
    """Distance from the nearest vessel."""
    best = np.full(x.shape, FAR, dtype=np.float32)
    for piece in pieces:
        np.minimum(best, piece.distance(x, y, z, exact), out=best)
    return best


def march(pieces: Sequence[Piece], eye: Place, ways: Array, steps: int = 90) -> Array:
    """Length of each ray to the first surface, or FAR."""
    depth = np.zeros(len(ways), dtype=np.float32)
    for piece in pieces:  # rays that miss every bounding sphere never start
        to = np.add(np.array(piece.at, dtype=np.float32), (0, piece.middle, 0)) - np.array(eye, dtype=np.float32)
        along = ways @ to
        miss = np.sqrt(np.maximum(to @ to - along**2, 0)) - piece.bound
        depth = np.where(miss < 0, 1, depth)
    live = np.flatnonzero(depth)
    depth = np.full(len(ways), FAR, dtype=np.float32)
    t = np.zeros(len(live), dtype=np.float32)
    for _ in range(steps):
        p = np.array(eye, dtype=np.float32) + ways[live] * t[:, None]
        d = nearest(pieces, p[:, 0], p[:, 1], p[:, 2])
        t = t + d * 0.95
        landed = d < 0.006
        depth[live[landed]] = t[landed]
        going = ~landed & (t < FAR)
        live, t = live[going], t[going]
        if not len(live):
            break
    if len(live):  # rays still grazing an edge: taken only where they all but touch
        p = np.array(eye, dtype=np.float32) + ways[live] * t[:, None]
        depth[live] = np.where(nearest(pieces, p[:, 0], p[:, 1], p[:, 2]) < 0.02, t, FAR)
    return depth


def shade_reach(pieces: Sequence[Piece], p: Array, soft: float, steps: int = 34) -> Array:
    """How much of the window each place sees, 0..1 (soft shadow march)."""
    light = np.ones(len(p), dtype=np.float32)
    live = np.arange(len(p))
    t = np.full(len(p), 0.15, dtype=np.float32)
    for _ in range(steps):
        q = p[live] + WINDOW / np.linalg.norm(WINDOW) * t[:, None]
        d = nearest(pieces, q[:, 0], q[:, 1], q[:, 2], exact=True)
        light[live] = np.minimum(light[live], 0.5 + 0.5 * d * soft / t)
        t = t + np.clip(d * 0.6, 0.12, 4.0)
        going = (light[live] > 0) & (t < 55) & (q[:, 1] < 34)
        live, t = live[going], t[going]
        if not len(live):
            break
    light = np.clip(light, 0, 1)
    return np.asarray(light * light * (3 - 2 * light), dtype=np.float32)


def hollow(pieces: Sequence[Piece], p: Array, n: Array, reach: float = 1.0) -> Array:
    """Ambient light 0..1 left in corners and under feet."""
    dark = np.zeros(len(p), dtype=np.float32)
    for k, weight in ((0.35, 0.5), (0.9, 0.32), (2.2, 0.2), (4.5, 0.12)):
        q = p + n * np.float32(k * reach)
        d = np.minimum(nearest(pieces, q[:, 0], q[:, 1], q[:, 2], exact=True), q[:, 1])
        dark += weight * np.clip(1 - d / (k * reach), 0, 1)
    return np.asarray(np.clip(1 - dark, 0.06, 1), dtype=np.float32)


def normals(piece: Piece, p: Array, eps: float = 0.07) -> Array:
    """Surface normals by a tetrahedron of differences."""
    total = np.zeros_like(p)
    for k in ((1, -1, -1), (-1, -1, 1), (-1, 1, -1), (1, 1, 1)):
        way = np.array(k, dtype=np.float32)
        q = p + way * np.float32(eps)
        total += way * piece.distance(q[:, 0], q[:, 1], q[:, 2])[:, None]
    return total / (np.linalg.norm(total, axis=1, keepdims=True) + 1e-9)


def room(way: Array) -> Array:
    """Linear radiance of the room in a direction: pale wall, warm table below, window with one mullion."""
    up = way[:, 1:2]
    wall = np.array([0.50, 0.49, 0.46]) * (0.55 + 0.45 * np.clip(up + 0.4, 0, 1))
    table = np.array([0.40, 0.35, 0.28])
    base = wall + (table - wall) * smoothstep(0.02, -0.12, up)
    front = WINDOW / np.linalg.norm(WINDOW)
    side = np.cross(front, np.array([0, 1, 0]))
    side = side / np.linalg.norm(side)
    facing = way @ front
    u = np.abs(way @ side / np.maximum(facing, 0.05))
    v = np.abs(way @ np.cross(side, front) / np.maximum(facing, 0.05))
    pane = smoothstep(0.37, 0.27, u) * smoothstep(0.54, 0.42, v) * (facing > 0.1)
    pane = pane * (1 - 0.6 * smoothstep(0.045, 0.012, u)) * (1 - 0.6 * smoothstep(0.045, 0.012, np.abs(v - 0.17)))
    return np.asarray(base + pane[:, None] * np.array([5.2, 5.2, 5.0]), dtype=np.float32)


def lit(pieces: Sequence[Piece], piece: Piece, p: Array, ways: Array) -> tuple[Array, NDArray[np.bool_]]:
    """Linear colour of one vessel's visible places, and where its inner side shows."""
    n = normals(piece, p)
    x, y, z = piece.own(p[:, 0], p[:, 1], p[:, 2])
    own_n = np.stack(piece.own(*(n + np.array(piece.at, dtype=np.float32)).T), axis=1)
    radius = np.hypot(x, z)
    inner = (own_n[:, 0] * x + own_n[:, 2] * z) / (radius + 0.01) < -0.02
    surface = Surface(x, y, z, own_n, np.arctan2(x, z), radius, inner)
    colour, gloss = piece.glaze(surface)
    albedo = colour**2.2
    front = WINDOW / np.linalg.norm(WINDOW)
    wrap = np.clip((n @ front + 0.34) / 1.34, 0, 1) ** 1.15
    reach = shade_reach(pieces, p + n * np.float32(0.12), 3.0)
    corner = hollow(pieces, p, n)
    sky = (0.5 + 0.5 * n[:, 1]) * corner
    bounce = np.clip(0.5 - 0.6 * n[:, 1], 0, 1) * np.clip(1 - y / 22, 0.25, 1) * (0.35 + 0.65 * corner)
    light = (1.02 * wrap * (0.12 + 0.88 * reach))[:, None] * np.array([1.0, 0.99, 0.96])
    light = light + sky[:, None] * np.array([0.30, 0.32, 0.34]) + bounce[:, None] * np.array([0.24, 0.20, 0.15])
    back = ways - 2 * np.sum(ways * n, axis=1, keepdims=True) * n
    facing = np.clip(-np.sum(ways * n, axis=1), 0, 1)
    fresnel = (0.045 + 0.6 * (1 - facing) ** 5)[:, None] * gloss[:, None]
    shine = room(back) * (0.25 + 0.75 * np.minimum(corner, reach * 0.5 + 0.5)[:, None])
    return np.asarray(albedo * light * (1 - fresnel) + shine * fresnel, dtype=np.float32), inner


@dataclass
class View:
    """A finished view: colour, coverage of all vessels, and coverage of their outer sides only."""

    colour: Array
    coverage: Array
    outer: Array


def shrink(field: Array) -> Array:
    """Average an oversampled field down to picture size."""
    image = pyvips.Image.new_from_array(np.ascontiguousarray(field))
    out = image.shrink(OVERSAMPLE, OVERSAMPLE).numpy()
    return np.asarray(out, dtype=np.float32).reshape(HEIGHT, WIDTH, *field.shape[2:])


def floor_light(pieces: Sequence[Piece], camera: Camera) -> Array:
    """Light left on the table, 0..1, at picture size.

    The soft cast shadow and the contact under each foot.
    """
    width, height = WIDTH // 4, HEIGHT // 4
    ways = camera.rays(width, height).reshape(-1, 3)
    t = np.where(ways[:, 1] < -1e-3, -camera.eye[1] / np.minimum(ways[:, 1], -1e-3), FAR)
    p = np.array(camera.eye, dtype=np.float32) + ways * np.minimum(t, FAR).astype(np.float32)[:, None]
    on = t < FAR
    light = np.ones(len(ways), dtype=np.float32)
    q = p[on]
    q[:, 1] = 0.03
    up = np.broadcast_to(np.array([0, 1, 0], dtype=np.float32), q.shape)
    dark = np.zeros(len(q), dtype=np.float32)
    for k, weight in ((0.5, 0.3), (1.5, 0.28), (3.5, 0.22), (7.0, 0.2)):
        raised = q + up * np.float32(k)
        dark += weight * np.clip(1 - nearest(pieces, raised[:, 0], raised[:, 1], raised[:, 2], exact=True) / k, 0, 1)
    light[on] = (0.5 + 0.5 * shade_reach(pieces, q, 2.2)) * (1 - 0.62 * dark)
    small = pyvips.Image.new_from_array(light.reshape(height, width)).gaussblur(1.2, precision="float")
    return np.asarray(small.resize(4, kernel="cubic").numpy(), dtype=np.float32)[:HEIGHT, :WIDTH]


def table(floor: Floor, camera: Camera, backdrop: Array, edge: float) -> Array:
    """The tabletop (colour by its x, z) before a wall; `edge` is the z of its far edge."""
    ways = camera.rays(WIDTH, HEIGHT)
    t = -camera.eye[1] / np.minimum(ways[..., 1], -1e-3)
    x, z = camera.eye[0] + ways[..., 0] * t, camera.eye[2] + ways[..., 2] * t
    on = (ways[..., 1] < -1e-3) & (z > edge) & (t < FAR)
    out = backdrop.copy()
    out[on] = floor(x[on], z[on])
    return out


def view(pieces: Sequence[Piece], camera: Camera, ground: Array) -> View:
    """Stand the vessels on a ground (already in picture space) and look."""
    width, height = WIDTH * OVERSAMPLE, HEIGHT * OVERSAMPLE
    ways = camera.rays(width, height).reshape(-1, 3)
    depth = march(pieces, camera.eye, ways)
    hit = np.flatnonzero(depth < FAR * 0.9)
    p = np.array(camera.eye, dtype=np.float32) + ways[hit] * depth[hit][:, None]
    near = np.stack([piece.distance(p[:, 0], p[:, 1], p[:, 2]) for piece in pieces])
    owner = near.argmin(axis=0)
    colour = np.zeros((len(ways), 3), dtype=np.float32)
    cover = np.zeros((len(ways), 2), dtype=np.float32)
    for index, piece in enumerate(pieces):
        mine = owner == index
        if not mine.any():
            continue
        found, inner = lit(pieces, piece, p[mine], ways[hit[mine]])
        colour[hit[mine]] = np.clip(found, 0, 1.25) ** (1 / 2.2)
        cover[hit[mine], 0] = 1
        cover[hit[mine], 1] = ~inner
    colour = np.minimum(colour, 1)
    soft = shrink(np.concatenate([colour, cover], axis=1).reshape(height, width, 5))
    coverage, outer = soft[..., 3], soft[..., 4]
    below = ground * floor_light(pieces, camera)[..., None] ** np.array([0.85, 0.95, 1.05], dtype=np.float32)
    return View(below * (1 - coverage[..., None]) + soft[..., :3], coverage, outer)


def plate(pieces: Sequence[Piece], camera: Camera, ground: Array) -> pyvips.Image:
    """A catalogue plate: the vessels on their ground."""
    return array_image(view(pieces, camera, ground).colour)
