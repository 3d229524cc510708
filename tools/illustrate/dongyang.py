"""Dongyang carving (东阳木雕): a standing screen with an openwork panel of pine and cranes."""

from __future__ import annotations

import numpy as np
import pyvips

from tools.illustrate.canvas import array_image, mix, paper_ground, rgb
from tools.illustrate.carving import (
    CAMPHOR,
    Layer,
    carved,
    floor_shadow,
    pads,
)
from tools.illustrate.drawing import Drawing
from tools.illustrate.motifs import (
    box,
    crane,
    disc,
    fill,
    line,
    placed,
    ruyi_cloud,
    smooth,
    volute,
)
from tools.illustrate.relief import Piece, View, laid, mask


def crane_layer(x: float, y: float, size: float, turn: float, level: float, mirror: bool = False) -> Layer:
    """A flying crane as one carved layer, wing feathers grooved."""
    part = crane()
    shape = line(part["legs"], 5) + fill(part["far"]) + fill(part["body"]) + line(part["neck"], 9) + fill(part["bill"])
    shape += fill(part["near"])
    feathers = "".join(
        line(f"M{-8 - 8 * i} {-6 - 5 * i}Q{-40 - 7 * i} {-18 - 7 * i} {-64 - 5 * i} {-36 - 6 * i}", 1.9)
        for i in range(6)
    )
    feathers += "".join(line(f"M{-4 + 5 * i} {-24 - 5 * i}L{-24 + 7 * i} {-80 + 6 * i}", 1.7) for i in range(5))
    feathers += disc(90, -25, 1.8) + line("M-40 8Q-10 16 20 12M-30 2Q0 8 30 4", 1.6)
    return Layer(placed(shape, x, y, turn, size, mirror), level, 9, 10, placed(feathers, x, y, turn, size, mirror), 2.2)


def clouds(places: tuple[tuple[float, float, float, bool], ...], level: float) -> Layer:
    """Ruyi clouds with trailing scrolls, carved low."""
    shape, grooves = "", ""
    for x, y, size, mirror in places:
        head = fill(
            smooth(
                [
                    (-50, 16),
                    (-48, -8),
                    (-40, -26),
                    (-22, -32),
                    (-8, -30),
                    (0, -40),
                    (8, -30),
                    (22, -32),
                    (40, -26),
                    (48, -8),
                    (50, 16),
                    (36, 32),
                    (0, 36),
                    (-36, 32),
                ]
            )
        )
        tail = fill(
            smooth(
                [
                    (-30, 22),
                    (20, 26),
                    (70, 18),
                    (118, 24),
                    (150, 14),
                    (120, 38),
                    (74, 36),
                    (26, 42),
                    (-20, 38),
                ]
            )
        )
        shape += placed(head + tail, x, y, 0, size, mirror)
        inner = "".join(line(d, 3) for d in ruyi_cloud(78)) + line("M20 34Q70 24 126 30", 2.6)
        grooves += placed(inner, x, y, 0, size, mirror)
    return Layer(shape, level, 9, 7, grooves, 3)


def lattice() -> str:
    """The pierced ground: a lattice of turned squares (龟背/万字 kind) behind the carving."""
    out = ""
    for i in range(-12, 28):
        out += line(f"M{i * 38} 100L{i * 38 + 520} 620", 6) + line(f"M{i * 38 + 520} 100L{i * 38} 620", 6)
    return (
        f'<clipPath id="p"><rect x="262" y="150" width="676" height="436"/></clipPath><g clip-path="url(#p)">{out}</g>'
    )


def pine_and_cranes() -> tuple[Layer, ...]:
    """The openwork panel, lowest layer first: lattice, clouds and waves, pine, cranes."""
    trunk = smooth(
        [
            (300, 590),
            (332, 520),
            (318, 460),
            (352, 400),
            (338, 340),
            (380, 286),
            (440, 262),
            (500, 262),
            (560, 236),
            (566, 248),
            (510, 284),
            (450, 290),
            (406, 312),
            (376, 352),
            (392, 408),
            (364, 470),
            (382, 530),
            (400, 590),
        ]
    )
    boughs = (
        line("M392 300C380 260 396 230 380 196", 13)
        + line("M470 276C500 300 540 304 590 300", 11)
        + line("M366 420C410 410 430 420 462 404", 10)
        + line("M340 360C316 350 300 352 284 336", 10)
    )
    bark = "".join(line(f"M{336 + (i * 17) % 34} {330 + i * 13}q10 6 18 -4", 2.6) for i in range(20))
    waves = ""
    for row in range(3):
        for i in range(9):
            x, y = 470 + i * 56 - 28 * (row % 2), 560 + row * 16
            waves += "".join(f'<circle cx="{x}" cy="{y}" r="{r}" fill="{c}"/>' for r, c in ((29, "#fff"),))
    rings = "".join(
        f'<circle cx="{470 + i * 56 - 28 * (row % 2)}" cy="{560 + row * 16}" r="{r}" fill="none" stroke="#fff" stroke-width="2.4"/>'
        for row in (0,)
        for i in range(9)
        for r in (8, 15, 22)
    )
    clip = '<clipPath id="q"><rect x="262" y="150" width="676" height="436"/></clipPath><g clip-path="url(#q)">'
    return (
        Layer(lattice(), 2, 3, 3),
        clouds(
            ((820, 214, 0.9, True), (520, 420, 0.8, False), (880, 408, 0.7, True), (640, 190, 0.66, False)),
            10,
        ),
        Layer(clip + waves + "</g>", 14, 10, 8, clip + rings + "</g>", 2.4),
        Layer(clip + fill(trunk) + boughs + "</g>", 20, 18, 18, bark, 2.6),
        *pads(
            (
                (300, 320, 34),
                (284, 350, 30),
                (384, 196, 46),
                (344, 214, 38),
                (428, 210, 40),
                (470, 400, 40),
                (510, 410, 32),
                (590, 298, 42),
                (632, 306, 32),
                (560, 232, 44),
                (606, 226, 34),
                (520, 218, 36),
            ),
            30,
        ),
        crane_layer(742, 330, 1.0, -14, 40),
        crane_layer(640, 486, 0.78, 10, 36),
        crane_layer(850, 500, 0.58, -12, 34, True),
    )


def screen_frame(view: View) -> Piece:
    """The stand: moulded frame, pierced apron with scrolls, drum feet with curled brackets."""
    outer = box(214, 102, 772, 546, "#fff", 6) + box(262, 150, 676, 436, "#000")
    bead = '<rect x="252" y="140" width="696" height="456" fill="none" stroke="#fff" stroke-width="8"/>'
    scrolls = ""
    for i in range(12):
        scrolls += placed(line(smooth(volute(1.6, 13, 1 if i < 6 else -1), False), 3.6), 292 + i * 56, 672, 0)
        scrolls += line(f"M{278 + i * 56} 690q28 12 56 0", 2.6)
    apron = fill(
        smooth(
            [
                (226, 644),
                (974, 644),
                (972, 690),
                (930, 712),
                (800, 704),
                (690, 722),
                (600, 712),
                (510, 722),
                (400, 704),
                (270, 712),
                (228, 690),
            ]
        )
    )
    foot = fill(
        smooth(
            [
                (176, 600),
                (208, 566),
                (236, 600),
                (244, 660),
                (276, 710),
                (312, 742),
                (320, 778),
                (96, 778),
                (104, 742),
                (140, 710),
                (168, 660),
            ]
        )
    )
    drum = disc(208, 716, 44)
    rings = '<circle cx="208" cy="716" r="34" fill="none" stroke="#fff" stroke-width="4"/>' + placed(
        line(smooth(volute(2.2, 24, 1), False), 4), 208, 716
    )
    feet, drums = foot + placed(foot, 1200, mirror=True), drum + placed(drum, 1200, mirror=True)
    corner = "".join(
        placed("".join(line(d, 2.6) for d in ruyi_cloud(60)), x, y, t)
        for x, y, t in ((236, 128, -45), (964, 128, 45), (236, 612, -135), (964, 612, 135))
    )
    return carved(
        view,
        (
            Layer(apron, 6, 12, 8, scrolls, 3.6),
            Layer(outer, 14, 10, 9, corner, 2.4),
            Layer(bead, 20, 4, 5),
            Layer(feet, 18, 18, 16),
            Layer(drums, 30, 14, 14, rings + placed(rings, 1200, mirror=True), 3.4),
        ),
        CAMPHOR,
        83,
    )


def dongyang(view: View) -> Piece:
    """The whole screen; the openings of the panel look into shade."""
    panel, frame = carved(view, pine_and_cranes(), CAMPHOR, 81), screen_frame(view)
    field = mask(box(258, 146, 684, 444), view)
    hollow = np.broadcast_to(rgb("#3b281a"), panel.colour.shape)
    inner = mix(np.asarray(hollow, dtype=np.float32), panel.colour, panel.cover)
    joined = laid(inner, frame, 7 * view.scale, 0.5)
    return Piece(joined, np.maximum(field, frame.cover))


def dongyang_cover() -> pyvips.Image:
    """The screen standing on paper."""
    view = View(0, 10, 1200)
    piece = dongyang(view)
    ground = floor_shadow(paper_ground(53), view, 778, 490)
    return array_image(mix(ground, piece.colour, piece.cover))


def dongyang_detail() -> pyvips.Image:
    """A crane over cloud, pine and lattice: four depths of one board."""
    return array_image(dongyang(View(565, 190, 340, 1200, 900)).colour)


DRAWINGS: tuple[Drawing, ...] = (
    Drawing("crafts/dongyang-screen/cover.jpg", dongyang_cover),
    Drawing("crafts/dongyang-screen/detail.jpg", dongyang_detail),
)
