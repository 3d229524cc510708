"""Forms thrown on a wheel or pulled by hand, as distance fields in centimetres (y is up.

The table is y = 0).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from .canvas import Array

Point = tuple[float, float]
Place = tuple[float, float, float]
Carving = Callable[[Array, Array], Array]


def curve(points: Sequence[Sequence[float]], steps: int = 24) -> Array:
    """A smooth Catmull-Rom line through the points."""
    knots = np.array(points, dtype=np.float64)
    knots = np.vstack([2 * knots[0] - knots[1], knots, 2 * knots[-1] - knots[-2]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    pieces = []
    for a, b, c, d in zip(knots, knots[1:], knots[2:], knots[3:], strict=False):
        cubic = 2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
        pieces.append(cubic / 2)
    return np.vstack([*pieces, knots[-2:-1]]).astype(np.float32)


def line_distance(r: Array, h: Array, line: Array) -> Array:
    """Distance of points (r, h) from a polyline."""
    best = np.full(r.shape, 9e9, dtype=np.float32)
    for (ax, ay), (bx, by) in pairwise(line):
        ex, ey = bx - ax, by - ay
        t = np.clip(((r - ax) * ex + (h - ay) * ey) / (ex * ex + ey * ey + 1e-9), 0, 1)
        best = np.minimum(best, (r - ax - t * ex) ** 2 + (h - ay - t * ey) ** 2)
    return np.sqrt(best)


@dataclass
class Turned:
    """A vessel on the wheel: a wall of even thickness along one or more section lines (radius, height)."""

    lines: Sequence[Array]
    wall: float = 0.35
    carving: Carving | None = None
    cell: float = 0.07
    table: Array = field(init=False)

    def __post_init__(self) -> None:
        self.reach = max(float(line[:, 0].max()) for line in self.lines) + 1.0
        self.top = max(float(line[:, 1].max()) for line in self.lines) + 1.0
        r, h = np.meshgrid(
            np.arange(-3 * self.cell, self.reach, self.cell, dtype=np.float32),
            np.arange(-1.0, self.top, self.cell, dtype=np.float32),
        )
        near = [line_distance(r, h, line) for line in self.lines]
        self.table = np.minimum.reduce(near) - np.float32(self.wall / 2)

    def distance(self, x: Array, y: Array, z: Array) -> Array:
        """Distance from the wall's surface."""
        r = np.sqrt(x * x + z * z)
        if self.carving is not None:
            r = r + self.carving(np.arctan2(x, z), y)
        u = np.clip(r / self.cell + 3, 0, self.table.shape[1] - 1.001)
        v = np.clip((y + 1.0) / self.cell, 0, self.table.shape[0] - 1.001)
        i, j = v.astype(np.int32), u.astype(np.int32)
        fv, fu = v - i, u - j
        flat = self.table.ravel()
        k = i * self.table.shape[1] + j
        low = flat[k] * (1 - fu) + flat[k + 1] * fu
        k += self.table.shape[1]
        inside = low * (1 - fv) + (flat[k] * (1 - fu) + flat[k + 1] * fu) * fv
        past = np.hypot(np.maximum(r - self.reach, 0), np.maximum(y - self.top, 0) + np.maximum(-1 - y, 0))
        found = np.where(past > 0, np.hypot(np.maximum(inside, 0), past), inside)
        return np.asarray(found * 0.8 if self.carving is not None else found, dtype=np.float32)


@dataclass
class Tube:
    """A pulled handle or a spout: a round tube along a line of places, its radius changing along it."""

    line: Array
    radii: Array
    hollow: float = 0.0

    def distance(self, x: Array, y: Array, z: Array) -> Array:
        """Distance from the tube's surface; `hollow` opens the last end by that radius."""
        best = np.full(x.shape, 9e9, dtype=np.float32)
        for a, b, ra, rb in zip(self.line[:-1], self.line[1:], self.radii[:-1], self.radii[1:], strict=True):
            e = b - a
            px, py, pz = x - a[0], y - a[1], z - a[2]
            t = np.clip((px * e[0] + py * e[1] + pz * e[2]) / (float(e @ e) + 1e-9), 0, 1)
            d = np.sqrt((px - t * e[0]) ** 2 + (py - t * e[1]) ** 2 + (pz - t * e[2]) ** 2)
            best = np.minimum(best, d - (ra + (rb - ra) * t))
        if self.hollow:
            way = self.line[-1] - self.line[-2]
            a = self.line[-1] + way * np.float32(0.9 * self.hollow / np.linalg.norm(way))
            hole = np.sqrt((x - a[0]) ** 2 + (y - a[1]) ** 2 + (z - a[2]) ** 2) - self.hollow
            best = np.maximum(best, -hole)
        return np.asarray(best, dtype=np.float32)


@dataclass
class Joined:
    """Parts luted together with slip: a soft union."""

    parts: Sequence[Turned | Tube]
    fillet: float = 0.3

    def distance(self, x: Array, y: Array, z: Array) -> Array:
        """Smooth least distance of the parts."""
        best = self.parts[0].distance(x, y, z)
        for part in self.parts[1:]:
            d = part.distance(x, y, z)
            h = np.clip(0.5 + 0.5 * (best - d) / self.fillet, 0, 1)
            best = best * (1 - h) + d * h - self.fillet * h * (1 - h)
        return np.asarray(best, dtype=np.float32)


Form = Turned | Tube | Joined


def tube(points: Sequence[Place], radii: Sequence[float], hollow: float = 0.0, steps: int = 6) -> Tube:
    """A tube through places with radii given at the same places."""
    line = curve(points, steps)
    places = np.linspace(0, len(radii) - 1, len(line))
    return Tube(line, np.interp(places, np.arange(len(radii)), radii).astype(np.float32), hollow)


# --- the collective's vessels -----------------------------------------------------------------


def pear_vase(scale: float = 1.0, carving: Carving | None = None) -> Turned:
    """Yuhuchunping 玉壶春瓶: trumpet mouth, slim neck, pear belly on a low foot ring; 27 cm."""
    outline = [
        (0, 1.1),
        (3.0, 1.2),
        (5.2, 2.6),
        (7.2, 6.0),
        (7.5, 9.0),
        (6.3, 12.6),
        (4.1, 16.0),
        (2.55, 19.2),
        (2.05, 22.0),
        (2.35, 24.4),
        (3.5, 26.2),
        (4.3, 26.8),
    ]
    foot = [(4.15, 1.7), (4.15, 0.9), (4.25, 0.2)]
    lines = [curve(outline) * np.float32(scale), curve(foot, 4) * np.float32(scale)]
    return Turned(lines, 0.42 * scale, carving)


def mallet_vase(scale: float = 1.0) -> Turned:
    """Kinuta 纸槌瓶: straight body, sloped shoulder, tall neck with a dished mouth; 21 cm."""
    outline = [
        (0, 0.5),
        (4.6, 0.5),
        (5.6, 1.1),
        (5.9, 3.0),
        (5.75, 7.0),
        (5.5, 9.6),
        (4.6, 11.0),
        (2.6, 12.0),
        (1.75, 13.2),
        (1.6, 16.0),
        (1.7, 19.0),
        (2.3, 20.1),
        (3.4, 20.6),
    ]
    return Turned([curve(outline) * np.float32(scale)], 0.42 * scale)


def tea_bowl(scale: float = 1.0) -> Turned:
    """A conical tea bowl with a slightly turned lip on a small foot; 13 cm across."""
    outline = [(0, 0.95), (1.6, 1.0), (3.3, 1.75), (4.9, 3.2), (5.9, 5.0), (6.32, 6.3), (6.5, 6.9)]
    foot = [(2.1, 1.3), (2.02, 0.6), (2.1, 0.15)]
    return Turned([curve(outline) * np.float32(scale), curve(foot, 4) * np.float32(scale)], 0.32 * scale, cell=0.05)


def tea_cup(scale: float = 1.0) -> Turned:
    """A small rounded cup; 6.6 cm across."""
    outline = [(0, 0.75), (1.2, 0.8), (2.3, 1.5), (3.0, 2.8), (3.15, 3.7), (3.3, 4.2)]
    foot = [(1.5, 1.1), (1.5, 0.5), (1.55, 0.15)]
    return Turned([curve(outline) * np.float32(scale), curve(foot, 4) * np.float32(scale)], 0.26 * scale, cell=0.04)


def teapot() -> Joined:
    """A round teapot with a seated lid, ball knob, short spout and ear handle; 11 cm high."""
    body = curve([(0, 0.7), (2.6, 0.7), (4.4, 1.5), (5.7, 3.6), (5.75, 5.4), (4.8, 7.3), (3.0, 8.3), (2.5, 8.45)])
    foot = curve([(3.3, 1.1), (3.3, 0.6), (3.3, 0.2)], 4)
    lid = curve([(2.85, 8.72), (2.3, 9.05), (1.2, 9.5), (0, 9.65)])
    knob = curve([(0, 10.1), (0.35, 10.2), (0.36, 10.5), (0, 10.7)])
    neck = curve([(0.25, 9.6), (0.22, 9.9), (0.2, 10.1)], 4)
    pot = Turned([body, foot, lid, knob, neck], 0.5, cell=0.06)
    spout = tube([(4.6, 3.6, 0), (6.6, 4.6, 0), (7.7, 6.5, 0), (9.2, 8.3, 0)], [1.5, 1.05, 0.72, 0.62], 0.5)
    ear = [
        (-4.7, 7.0, 0.0),
        (-6.4, 8.3, 0.0),
        (-8.6, 7.9, 0.0),
        (-9.0, 5.8, 0.0),
        (-7.6, 3.8, 0.0),
        (-5.4, 3.0, 0.0),
    ]
    return Joined([pot, spout, tube(ear, [0.55, 0.5, 0.46, 0.46, 0.46, 0.55])], 0.5)
