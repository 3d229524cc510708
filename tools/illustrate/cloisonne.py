"""Cloisonné (景泰蓝): enamel drawn flat, as cells between gilt wires, and wrapped round a turned box."""

from __future__ import annotations

import re
from math import cos, pi, sin

import numpy as np
import pyvips

from tools.illustrate.canvas import (
    Array,
    array_image,
    fbm,
    mix,
    paper_ground,
    rgb,
    sample,
)
from tools.illustrate.drawing import Drawing
from tools.illustrate.motifs import (
    box,
    disc,
    fill,
    leaf,
    line,
    petal,
    placed,
    polar,
    smooth,
    volute,
)
from tools.illustrate.relief import (
    FULL,
    Piece,
    Surface,
    View,
    lit,
    mask,
    packed,
    painted,
    soft,
    swell,
)

GILT = "#d9b45c"


TURQUOISE = "#2f9fa3"


def enamel_lotus() -> tuple[str, str]:
    """One lotus of the scroll, about 150 across: coloured cells, then the wires."""
    cells, wires = "", ""
    rows = (
        (((-96, 74), (96, 74), (-72, 82), (72, 82)), 30, "#2f4f9a"),
        (((-48, 84), (48, 84), (-24, 90), (24, 90), (0, 92)), 36, "#b23a35"),
        (((-34, 58), (34, 58), (0, 64)), 30, "#e2b24a"),
    )
    for row, width, colour in rows:
        for a, length in row:
            d = petal(length, width, 0.8)
            inner = petal(length * 0.62, width * 0.5, 0.8)
            pale = {"#2f4f9a": "#6d94cf", "#b23a35": "#e9b1a0", "#e2b24a": "#f4e6b4"}[colour]
            cells += placed(fill(d, colour) + fill(inner, pale), 0, 0, a)
            wires += placed(fill(d, "#000") + line(d, 2.4) + line(inner, 1.7), 0, 0, a)
    cells += disc(0, -6, 15, "#f1ead2") + "".join(disc(*polar(8, 60 * i, 0, -6), 3, "#3f8a55") for i in range(6))
    wires += disc(0, -6, 15, "#000") + '<circle cx="0" cy="-6" r="15" fill="none" stroke="#fff" stroke-width="2.4"/>'
    wires += "".join(
        f'<circle cx="{8 * sin(k * pi / 3):.2f}" cy="{-6 - 8 * cos(k * pi / 3):.2f}" r="3" fill="none" stroke="#fff" stroke-width="1.3"/>'
        for k in range(6)
    )
    return cells, wires


def scroll_leaf(length: float, hand: int, colour: str, pale: str) -> tuple[str, str]:
    """A curling scroll leaf: an outer and an inner cell."""
    outer, inner = (
        leaf(length, length * 0.62, hand * length * 0.34),
        leaf(length * 0.66, length * 0.34, hand * length * 0.2),
    )
    return fill(outer, colour) + fill(inner, pale), fill(outer, "#000") + line(outer, 2.2) + line(inner, 1.6)


def small_peony() -> tuple[str, str]:
    """The lesser flower between the lotuses: two rows of round petals."""
    cells, wires = "", ""
    for count, length, width, colour in ((7, 44, 36, "#e9dfc6"), (5, 27, 26, "#d98a86")):
        for i in range(count):
            d, a = petal(length, width), 360 * i / count
            cells += placed(fill(d, colour) + fill(petal(length * 0.6, width * 0.5), "#b23a35"), 0, 0, a)
            wires += placed(fill(d, "#000") + line(d, 2.2) + line(petal(length * 0.6, width * 0.5), 1.5), 0, 0, a)
    return cells + disc(0, 0, 8, "#e2b24a"), wires + disc(0, 0, 8, "#000") + line(
        "M-8 0A8 8 0 1 1 8 0A8 8 0 1 1 -8 0", 2
    )


def stem_at(x: float) -> float:
    """The height of the waving stem."""
    return 20 + 92 * cos(2 * pi * x / 300)


def scroll_unit() -> tuple[str, str]:
    """A repeat, 300 wide, of lotus and peony on a waving stem with scroll leaves."""
    stem = smooth([(x, stem_at(x)) for x in range(-160, 161, 16)], False)
    cells, wires = line(stem, 8, "#2c7a4f"), line(stem, 11) + line(stem, 6.4, "#000")
    tones = (("#3f8f58", "#a9cf8e"), ("#2f4f9a", "#7fa3d8"), ("#d9a63e", "#f4e6b4"))
    spots = (
        (-112, -1, 70),
        (-92, 1, -40),
        (-58, -1, 150),
        (-40, 1, 230),
        (40, -1, 130),
        (58, 1, 210),
        (92, -1, 40),
        (112, 1, -70),
        (-74, -1, 100),
        (74, 1, 260),
    )
    for i, (x, hand, turn) in enumerate(spots):
        cell, wire = scroll_leaf(46 - 4 * (i % 3), hand, *tones[i % 3])
        cells, wires = cells + placed(cell, x, stem_at(x), turn), wires + placed(wire, x, stem_at(x), turn)
    a, b = enamel_lotus()
    c, d = small_peony()
    for x in (-150, 150):
        cells, wires = cells + placed(c, x, 40, 0, 1.25), wires + placed(d, x, 40, 0, 1.25)
    return cells + placed(a, 0, 58, 0, 1.32), wires + placed(b, 0, 58, 0, 1.32)


def cloud_wires() -> str:
    """Small curls of wire filling the ground of one repeat, so that the enamel holds."""
    cells, wires = scroll_unit()
    dark = re.sub(r"#[0-9a-f]{3,6}", "#000", cells + wires)
    rounds = packed(box(-148, -128, 296, 258) + dark, View(-150, -130, 300, 150, 131), 9.5, 6.5)
    curls = (line(smooth(volute(1.5, r * 0.8, 1 if i % 2 else -1), False), 1.5) for i, (_, _, r) in enumerate(rounds))
    return "".join(placed(curl, x, y, 47 * i) for i, (curl, (x, y, _)) in enumerate(zip(curls, rounds, strict=True)))


def enamel(view: View, repeats: int = 6) -> Piece:
    """The enamelled sheet laid flat: units 300 wide, bordered above and below by a run of ruyi petals."""
    unit_cells, unit_wires = scroll_unit()
    unit_wires += cloud_wires()
    cells = "".join(placed(unit_cells, 150 + 300 * i, 170) for i in range(repeats))
    wires = "".join(placed(unit_wires, 150 + 300 * i, 170) for i in range(repeats))
    for i in range(repeats * 8):
        for y, turn in ((6, 180), (334, 0)):
            d, x = petal(34, 36, 0.1), 18.75 + 37.5 * i
            cells += placed(fill(d, "#2f4f9a" if i % 2 else "#b23a35") + fill(petal(19, 18), "#e2b24a"), x, y, turn)
            wires += placed(line(d, 2.2) + line(petal(19, 18), 1.5), x, y, turn)
    s = view.scale
    wire = np.clip(mask(wires, view), 0, 1)
    painted_cells = painted(cells, view)
    gx, gy = view.grid()
    glass = mix(np.broadcast_to(rgb(TURQUOISE), (*gx.shape, 3)), painted_cells.colour, painted_cells.cover)
    pool = soft(wire, 5 * s)
    cloud = fbm(gx / 34, gy / 34, 61, 3) - 0.5
    pits = np.clip(fbm(gx / 3.4, gy / 3.4, 64, 2) - 0.80, 0, 1) * 1.4
    glass = np.clip(glass * (1.10 - 0.5 * pool + 0.22 * cloud - pits)[..., None], 0, 1)
    height = swell(wire, 1.6 * s) * 2.0 * s - (0.5 - pool) * 1.0 * s - pits * s
    gold = rgb(GILT) * (0.95 + 0.25 * (fbm(gx / 3, gy / 3, 66, 2) - 0.5))[..., None]
    colour = lit(
        mix(np.asarray(glass, dtype=np.float32), np.asarray(gold, dtype=np.float32), wire),
        np.asarray(height, dtype=np.float32),
        Surface(0.5, 0.12, 40, 0.3, 3 * s + 1),
    )
    return Piece(colour, wire)


def profile(y: Array) -> Array:
    """The radius of the turned box at each height."""

    def oval(middle: float, half: float, reach: float) -> Array:
        return np.asarray(reach * np.sqrt(np.clip(1 - ((y - middle) / half) ** 2, 0, 1)), dtype=np.float32)

    knob = np.maximum(oval(212, 24, 27), np.where((y > 212) & (y < 250), 13 + oval(246, 12, 12), 0))
    lid = np.where((y > 238) & (y < 440), oval(446, 208, 318), 0)
    lips = np.where((y >= 438) & (y <= 478), 322 + oval(458, 20, 4), 0)
    bowl = np.where((y > 476) & (y < 700), oval(458, 262, 318), 0)
    foot = np.where((y >= 694) & (y < 742), 128 + 26 * ((y - 694) / 48) ** 2 + oval(738, 8, 8), 0)
    return np.asarray(np.max(np.stack([knob, lid, lips, bowl, foot]), axis=0), dtype=np.float32)


def turned_box(view: View) -> Piece:
    """The round box: gilt knob, domed lid, gilt lips, swelling body, gilt foot; enamel wrapped round it."""
    gx, gy = view.grid()
    radius = profile(gy)
    u = np.clip((gx - 600) / np.maximum(radius, 1), -1, 1)
    round_ = np.sqrt(1 - u * u)
    cover = np.clip((radius - np.abs(gx - 600)) * view.scale + 0.5, 0, 1) * (gy < 740)
    flat = enamel(View(0, 0, 1800, 2400, 454))
    around = (np.arcsin(u) / pi * 860 + 750) * (2400 / 1800)
    sag = gy - 16 * (round_ - 0.5)
    up = np.where(sag < 458, (sag - 246) / (440 - 246) * 340, 340 - (sag - 476) / (694 - 476) * 340)
    colour = sample(flat.colour, around, np.asarray(np.clip(up, 0, 339) * (454 / 340), dtype=np.float32))
    gilt = (gy < 246) | ((sag > 438) & (sag < 478)) | (sag > 694)
    seam = np.exp(-(((sag - 458) / 1.6) ** 2)) * 0.6
    slope = np.interp(gy, (236, 300, 440, 476, 600, 700, 740), (-0.9, -0.6, -0.05, 0.1, 0.5, 0.7, 0.1))
    nz, nx = round_ * np.sqrt(1 - slope * slope), u * np.sqrt(1 - slope * slope)
    light = 0.42 + 0.66 * np.clip(-nx * 0.5 - slope * 0.45 + nz * 0.72, 0, 1)
    glint = np.clip(-nx * 0.33 - slope * 0.5 + nz * 0.8, 0, 1) ** 60 * 0.5
    metal = 0.42 + 0.75 * np.clip(np.cos((u + 0.42) * 2.6), 0, 1) ** 2 + 0.25 * np.clip(np.cos((u - 0.7) * 5), 0, 1)
    gold = rgb("#cfa64e") * metal[..., None]
    body = (
        np.where(gilt[..., None], gold * (light * 0.5 + 0.5)[..., None], colour * light[..., None]) + glint[..., None]
    )
    body = np.clip(body * (1 - seam)[..., None], 0, 1)
    return Piece(np.asarray(body, dtype=np.float32), np.asarray(cover, dtype=np.float32))


def stand_shadow(ground: Array, view: View, y: float, half: float) -> Array:
    """The pool of shadow under a standing piece, drawn out to the right."""
    d = f'<ellipse cx="{600 + half * 0.3}" cy="{y}" rx="{half * 1.35}" ry="{half * 0.13}" fill="#fff"/>'
    near = f'<ellipse cx="606" cy="{y}" rx="{half}" ry="{half * 0.07}" fill="#fff"/>'
    ground = mix(ground, rgb("#3a2c24"), soft(mask(d, view), 16 * view.scale) * 0.45)
    return mix(ground, rgb("#2a1f1a"), soft(mask(near, view), 4 * view.scale) * 0.6)


def cloisonne_cover() -> pyvips.Image:
    """The box standing on paper."""
    ground = stand_shadow(paper_ground(47), FULL, 742, 168)
    piece = turned_box(FULL)
    return array_image(mix(ground, piece.colour, piece.cover))


def cloisonne_detail() -> pyvips.Image:
    """Wire cells of the lotus scroll, close."""
    return array_image(enamel(View(345, 62, 235, 1200, 900)).colour)


DRAWINGS: tuple[Drawing, ...] = (
    Drawing("crafts/cloisonne-box/cover.jpg", cloisonne_cover),
    Drawing("crafts/cloisonne-box/detail.jpg", cloisonne_detail),
)
