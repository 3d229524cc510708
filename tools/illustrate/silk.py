"""Silk: an embroidered shawl and a standing screen; and the sewn robes join here."""

from __future__ import annotations

from math import pi

import numpy as np
import pyvips

from tools.illustrate import hanfu, qipao
from tools.illustrate.canvas import array_image, fbm, mix, paper_ground, rgb
from tools.illustrate.carving import ROSEWOOD, Layer, carved, floor_shadow
from tools.illustrate.drawing import Drawing
from tools.illustrate.embroidery import Embroidery, spray
from tools.illustrate.motifs import box, disc, fill, goldfish, line, placed, smooth
from tools.illustrate.relief import FULL, Piece, Surface, View, cast, laid, lit, mask, soft, swell

SHAWL = smooth(
    [
        (200, 204),
        (206, 203),
        (400, 199),
        (600, 204),
        (800, 198),
        (996, 203),
        (1002, 205),
        (1003, 210),
        (1006, 450),
        (1001, 686),
        (999, 692),
        (992, 693),
        (800, 697),
        (600, 692),
        (400, 697),
        (206, 692),
        (200, 691),
        (199, 684),
        (196, 450),
        (199, 210),
    ]
)


def fringe() -> str:
    """Knotted fringe at both short ends."""
    out = ""
    for i in range(41):
        y = 212 + i * 11.8
        for x, way in ((200, -1), (1000, 1)):
            sway = 5 * np.sin(i * 1.7)
            knot = x + way * 20
            out += line(f"M{x} {y - 4:.1f}L{knot} {y:.1f}M{x} {y + 4:.1f}L{knot} {y:.1f}", 1.8)
            for k in (-2, 0, 2):
                out += line(
                    f"M{knot} {y:.1f}Q{knot + way * 34} {y + k + sway * 0.3:.1f} {knot + way * 72} {y + k * 1.6 + sway:.1f}",
                    1.5,
                )
            out += disc(knot, y, 3.1)
    return out


def shawl(view: View, tone: str = "#cfdcd3") -> Piece:
    """A shawl of moon-white green silk: satin ground in slow folds, lotus sprays at both ends, long fringe."""
    s = view.scale
    gx, gy = view.grid()
    cover, tassel = mask(fill(SHAWL), view), mask(fringe(), view)
    folds = (fbm(gx / 330 + gy / 900, gy / 240, 91, 2) - 0.5) * 46 + (
        fbm(gx / 120 + gy / 260, gy / 150, 93, 2) - 0.5
    ) * 7
    height = np.asarray(folds * s + swell(cover, 4 * s) * 3 * s, dtype=np.float32)
    threads = (np.sin(gy * 2 * pi / 2.6) * 0.5 + fbm(gx / 30, gy / 1.5, 95, 2)) * 0.020
    base = np.asarray(rgb(tone) * (1 + threads)[..., None], dtype=np.float32)
    hem = mask(f'<path d="{SHAWL}" fill="none" stroke="#fff" stroke-width="20"/>', view) * cover
    base = mix(base, rgb("#a9c0b2"), hem * 0.7)
    silk = lit(base, height, Surface(0.62, 0.13, 16, 0.15, 8 * s))
    work = Embroidery(view)
    spray(work, 404, 352, 112)
    spray(work, 796, 352, 112, -1)
    needle = work.worked()
    bend = (0.6 + 0.4 * soft(silk[..., 1], 6 * s) / float(np.mean(silk[..., 1])))[..., None]
    silk = mix(silk, rgb("#5a6a60"), cast(needle.cover, 1.5 * s, 2 * s, 2 * s) * 0.35)
    silk = mix(silk, np.asarray(needle.colour * bend, dtype=np.float32), needle.cover)
    thread = lit(
        np.broadcast_to(rgb("#bccdc2"), silk.shape) * 1.0,
        swell(tassel, 1.5 * s) * 3 * s,
        Surface(0.5, 0.1, 12),
    )
    return Piece(mix(thread, silk, cover), np.maximum(cover, tassel))


def shawl_cover() -> pyvips.Image:
    """The shawl spread on paper."""
    view = View(60, 45, 1080)
    return array_image(laid(paper_ground(91), shawl(view), 10, 0.4))


def shawl_detail() -> pyvips.Image:
    """One lotus, close: thread direction turns petal by petal."""
    return array_image(shawl(View(264, 222, 280, 1200, 900)).colour)


def fish(work: Embroidery, x: float, y: float, turn: float, size: float, mirror: bool, red: bool) -> None:
    """A goldfish: veil tail in fanned stitches, body, then scales row over row."""
    parts = goldfish()
    sign = -1 if mirror else 1
    a = turn * pi / 180
    low, high, pale = ("#c9432f", "#e88a4f", "#f4c99a") if red else ("#2f3a44", "#5f6d78", "#b9c0c2")

    def at(px: float, py: float) -> tuple[float, float]:
        px, py = px * sign * size, py * size
        return float(x + px * np.cos(a) - py * np.sin(a)), float(y + px * np.sin(a) + py * np.cos(a))

    def part(
        name: str, root: tuple[float, float], bearing: float, length: float, one: str, two: str, spread: float
    ) -> None:
        shape = placed(fill(parts[name]), x, y, turn, size, mirror)
        work.satin(
            shape,
            at(*root),
            bearing * sign + turn,
            length * size,
            one,
            two,
            reach=length * size * 1.6,
            spread=spread,
        )

    part("tail_high", (-34, 4), -92, 110, low, pale, 0.15)
    part("tail_low", (-34, 8), -124, 110, low, pale, 0.15)
    part("belly_fin", (4, 24), 205, 44, low, pale, 0.3)
    part("back_fin", (6, -26), -12, 46, low, high, 0.8)
    part("body", (-44, 4), 90, 112, high, low, 3.0)
    for row in reversed(range(7)):
        for k in range(7):
            px, py = 30 - row * 10.5, -31 + k * 10 + 5 * (row % 2) + row * 0.9
            if abs(py + 2) < 33 - row * 3.0 + min(row, 2) * 3 - 8:
                shape = placed(fill("M7 -7C-4 -8 -8 -4 -8.5 0C-8 4 -4 8 7 7Z"), *at(px, py), turn, size, mirror)
                work.satin(shape, at(px + 8, py), -90 * sign + turn, 17 * size, low, pale, spread=0.9)
    head = smooth([(68, 4), (63, -11), (48, -25), (36, -27), (28, -14), (26, 2), (30, 16), (40, 26), (54, 20)])
    work.satin(
        placed(fill(head), x, y, turn, size, mirror), at(24, 2), 90 * sign + turn, 46 * size, low, high, spread=1.6
    )
    part("side_fin", (24, 14), 205, 46, low, pale, 0.3)
    for radius, one in ((7.4, "#f2e3bd"), (4.6, "#1f1c1a")):
        ex, ey = at(50, -10)
        work.satin(disc(ex, ey, radius * size), (ex, ey), 40 + turn, radius * 2 * size, one, one, spread=4)


def pond(view: View) -> Piece:
    """The silk panel: translucent cream gauze, waterweed, two goldfish and a few drifting petals."""
    gx, gy = view.grid()
    s = view.scale
    weave = 0.012 * (np.sin(gx * 2 * pi / 2.4) + np.sin(gy * 2 * pi / 2.4))
    glow = (
        1.03 - 0.10 * np.hypot((gx - 560) / 520, (gy - 330) / 420) ** 2 + 0.03 * (fbm(gx / 200, gy / 120, 97, 3) - 0.5)
    )
    silk = np.asarray(rgb("#efe6cf") * (glow + weave)[..., None], dtype=np.float32)
    work = Embroidery(view)
    for i, (x, y, sway) in enumerate(
        (
            (352, 590, 1),
            (384, 594, -1),
            (330, 596, -1),
            (846, 594, 1),
            (874, 590, -1),
            (820, 596, 1),
            (420, 598, 1),
        )
    ):
        points = [(x + sway * 16 * np.sin(k * 1.1 + i), y - k * 34) for k in range(6 - i % 3)]
        work.stem([(float(px), float(py)) for px, py in points], 3.2, "#6f8f72")
        for k, (px, py) in enumerate(points[1:]):
            work.leaf(float(px), float(py), 52 if k % 2 else -52, 40, 9, "#5a7d63", "#a8c09a")
            work.leaf(float(px), float(py), -38 if k % 2 else 38, 34, 8, "#66896b", "#b5c9a2")
    fish(work, 676, 290, -14, 1.28, False, True)
    fish(work, 512, 478, 8, 1.0, True, False)
    for x, y, a in ((470, 236, 60), (800, 420, 110), (740, 214, 30)):
        work.petal(x, y, a, 30, 15, "#f6e3dc", "#d98a94")
    needle = work.worked()
    silk = mix(silk, rgb("#8a7c5f"), cast(needle.cover, 2 * s, 3 * s, 3 * s) * 0.3)
    return Piece(mix(silk, needle.colour, needle.cover), needle.cover)


def screen(view: View) -> Piece:
    """The standing screen: rosewood frame, carved apron and footed uprights."""
    frame = box(268, 116, 664, 530, "#fff", 6) + box(306, 154, 588, 454, "#000")
    bead = '<rect x="297" y="145" width="606" height="472" fill="none" stroke="#fff" stroke-width="6"/>'
    apron = fill(
        smooth(
            [
                (272, 654),
                (928, 654),
                (926, 690),
                (860, 708),
                (740, 700),
                (600, 716),
                (460, 700),
                (340, 708),
                (274, 690),
            ]
        )
    )
    post = box(244, 560, 40, 190, "#fff", 8) + fill(smooth([(264, 548), (282, 564), (264, 580), (246, 564)]))
    foot = fill(
        smooth(
            [
                (166, 782),
                (170, 756),
                (206, 740),
                (236, 712),
                (292, 712),
                (322, 740),
                (358, 756),
                (362, 782),
                (300, 776),
                (228, 776),
            ]
        )
    )
    groove = line("M300 676H520M680 676H900M560 684q40 18 80 0", 3)
    wood = carved(
        view,
        (
            Layer(apron, 4, 8, 7, groove, 3),
            Layer(frame, 12, 9, 8),
            Layer(bead, 16, 3, 4),
            Layer(post + placed(post, 1200, mirror=True), 18, 10, 10),
            Layer(foot + placed(foot, 1200, mirror=True), 20, 14, 13),
        ),
        ROSEWOOD,
        101,
        0.14,
    )
    field = mask(box(300, 148, 600, 466), view)
    return Piece(laid(pond(view).colour, wood, 6 * view.scale, 0.5), np.maximum(field, wood.cover))


def screen_cover() -> pyvips.Image:
    """The screen standing on paper."""
    piece = screen(FULL)
    ground = floor_shadow(paper_ground(99), FULL, 780, 420)
    return array_image(mix(ground, piece.colour, piece.cover))


def screen_detail() -> pyvips.Image:
    """The red goldfish, close: scales and fins in thread."""
    return array_image(pond(View(520, 190, 280, 1200, 900)).colour)


DRAWINGS: tuple[Drawing, ...] = (
    Drawing("crafts/su-embroidery-shawl/cover.jpg", shawl_cover),
    Drawing("crafts/su-embroidery-shawl/detail.jpg", shawl_detail),
    Drawing("crafts/su-embroidery-screen/cover.jpg", screen_cover),
    Drawing("crafts/su-embroidery-screen/detail.jpg", screen_detail),
    *hanfu.DRAWINGS,
    *qipao.DRAWINGS,
)
