"""Received paper-cuts and silver in use: on windows and walls, in gift boxes, on the writing table."""

from __future__ import annotations

import numpy as np
import pyvips

from tools.illustrate.canvas import CINNABAR, array_image, mix, rgb
from tools.illustrate.carving import CAMPHOR
from tools.illustrate.drawing import Drawing
from tools.illustrate.motifs import box, disc, fill, line, placed, scalloped, smooth
from tools.illustrate.paper import CUT, red_sheet, window_flower
from tools.illustrate.relief import FULL, Piece, View, laid, mask, painted
from tools.illustrate.settings import (
    board_above,
    books,
    branch,
    cup,
    leaves,
    linen,
    moved,
    standing,
    table,
    timber,
    tray,
    turned,
    vase,
    wall,
    window,
    window_light,
)
from tools.illustrate.silver import cord, earrings, plaque


def small(left: float, top: float, width: float, wide: int, high: int) -> View:
    """A view of part of the plane at a small size."""
    return View(left, top, width, wide, high)


def double_happiness() -> str:
    """The wedding sign 囍, built of straight strokes, on the round that joins it to the flower."""
    half = box(-3.5, -72, 7, 30) + box(-30, -64, 60, 8) + box(-22, -48, 44, 8)
    half += box(-22, -34, 44, 8) + box(-22, -18, 44, 8) + box(-22, -34, 8, 24) + box(14, -34, 8, 24)
    half += box(-13, -4, 8, 14) + box(5, -4, 8, 14) + box(-36, 6, 72, 9)
    half += box(-22, 24, 44, 8) + box(-22, 52, 44, 8) + box(-22, 24, 8, 36) + box(14, 24, 8, 36)
    sign = placed(half, -33, 4, 0, 1.12) + placed(half, 33, 4, 0, 1.12) + box(-73, 10.7, 146, 10)
    sign += (
        box(-45, -96, 24, 30)
        + box(21, -96, 24, 30)
        + box(-45, 66, 24, 30)
        + box(21, 66, 24, 30)
        + box(-100, 10.7, 200, 10)
    )
    return fill(scalloped(138, 16, 13, 11.25)) + disc(0, 0, 98, CUT) + sign


def rabbit() -> str:
    """The rabbit of the zodiac, sitting, with a flower cut in its haunch."""
    body = smooth(
        [
            (-62, 66),
            (-74, 36),
            (-58, 2),
            (-20, -14),
            (10, -16),
            (22, -34),
            (44, -44),
            (66, -30),
            (70, -10),
            (54, 6),
            (50, 34),
            (58, 62),
            (74, 74),
            (40, 80),
            (-40, 80),
        ]
    )
    ears = placed(fill(smooth([(0, 0), (-13, -34), (-8, -70), (6, -78), (14, -44), (12, -6)])), 32, -34, -12) + placed(
        fill(smooth([(0, 0), (-11, -34), (-4, -66), (9, -70), (14, -38), (12, -4)])), 48, -36, 14
    )
    cuts = "".join(
        placed(fill("M0 -8C10 -16 12 -28 0 -34C-12 -28 -10 -16 0 -8Z", CUT), -26, 36, 60 * i, 0.9) for i in range(6)
    )
    cuts += disc(52, -24, 5, CUT) + line("M26 -52C24 -66 24 -82 28 -92M54 -52C58 -66 62 -78 64 -86", 3.4, CUT)
    cuts += line("M18 6C26 20 28 36 24 52M32 0C40 16 42 30 38 48", 3.4, CUT) + line(
        "M14 70C22 60 34 60 44 66", 3.4, CUT
    )
    joins = box(-104, 70, 208, 16) + box(-80, 62, 16, 36) + line("M50 -110L46 -92M-68 20L-104 6", 8)
    return fill(scalloped(138, 16, 13, 11.25)) + disc(0, 0, 100, CUT) + joins + fill(body) + ears + cuts


def flower_piece(size: int, centre: str | None = None) -> Piece:
    """A window flower `size` pixels across."""
    return red_sheet(placed(window_flower(centre), 450, 450, 0, 1.08), small(0, 0, 900, size, size))


def paper_cut_wedding() -> pyvips.Image:
    """A flower with 囍 on the window of the wedding room; two bowls of tea on the table."""
    scene = window(wall("#e9dcc6", 201), 290, 50, 620, 560)
    scene = laid(scene, moved(flower_piece(470, double_happiness()), 365, 95), 4, 0.35)
    scene = table(scene, 700, 203)
    for x in (470, 610):
        scene = standing(scene, cup(x, 790, 1.0, "#b3392f"), 790, 30, x)
    scene = standing(scene, vase(1010, 800, 0.92, "#8fb3a2"), 800, 50, 1010)
    scene = mix(scene, (b := branch(1010, 535, 1.0, "#d98a94")).colour, b.cover)
    scene = standing(
        scene,
        turned(((640, 4), (644, 22), (784, 22), (790, 40), (796, 42)), 190, CINNABAR, 0.2),
        796,
        44,
        190,
    )
    return array_image(window_light(scene, 0.16))


def paper_cut_zodiac() -> pyvips.Image:
    """A rabbit paper-cut framed on the wall above a small table."""
    scene = wall("#dcd8ca", 205)
    frame = timber(box(330, 50, 540, 540, r=4) + box(352, 72, 496, 496, CUT), CAMPHOR)
    mat = Piece(linen(207, "#f4eedf"), mask(box(340, 60, 520, 520), FULL))
    scene = laid(laid(scene, mat, 16, 0.45), frame, 6)
    scene = laid(scene, moved(flower_piece(440, rabbit()), 380, 100), 4, 0.4)
    scene = table(scene, 716, 209)
    scene = standing(scene, books(230, 800, ("#2f4a5e", "#6d2f2a", "#2f4a5e"), 230), 800, 120, 345)
    scene = standing(
        scene, turned(((690, 52), (700, 54), (730, 60), (790, 44), (800, 44)), 900, "#7d9a8c"), 800, 44, 900
    )
    scene = mix(scene, (p := leaves(900, 694, 1.0)).colour, p.cover)
    return array_image(window_light(scene, 0.26))


def paper_cut_classroom() -> pyvips.Image:
    """Children's paper flowers pinned in two rows on the felt board of a classroom; scissors and red paper below."""
    felt = Piece(linen(211, "#7f958a"), mask(box(110, 60, 980, 560), FULL))
    scene = laid(
        laid(wall("#e6e0d2", 213), felt, 8),
        timber(box(96, 46, 1008, 588, r=4) + box(122, 72, 956, 536, CUT), CAMPHOR),
        8,
    )
    for i in range(8):
        x, y = 160 + 226 * (i % 4), 96 + 258 * (i // 4)
        card = mask(placed(box(-100, -114, 200, 228), x + 100, y + 114, (i * 37) % 7 - 3), FULL)
        scene = laid(scene, Piece(np.broadcast_to(rgb("#f3ecdd"), scene.shape) * np.float32(1), card), 4, 0.35)
        centre = (None, rabbit(), double_happiness())[i % 3]
        scene = laid(scene, moved(flower_piece(176, centre), x + 12, y + 26), 2, 0.3)
    scene = table(scene, 720, 215)
    sheet = Piece(
        np.broadcast_to(rgb("#b52a25"), scene.shape) * np.float32(1),
        mask(fill("M300 790L360 748L640 744L618 792Z"), FULL),
    )
    scene = laid(scene, sheet, 3, 0.5)
    steel = painted(
        line("M700 780L812 742M704 752L814 772", 8, "#b9bdc0") + '<g fill="none" stroke="#2e3338" stroke-width="9">'
        '<ellipse cx="682" cy="786" rx="24" ry="10"/><ellipse cx="684" cy="750" rx="24" ry="9"/></g>',
        FULL,
    )
    return array_image(window_light(laid(scene, steel, 4), 0.22))


def earrings_gift() -> pyvips.Image:
    """The earrings in their opened box, ribbon and wrapping aside."""
    scene = window_light(linen(221, "#ded3bf"), 0.2)
    lid = tray(placed(box(-230, -170, 460, 340, r=10), 930, 250, 12), "#8c2f2a")
    base, lining = (
        tray(box(150, 210, 660, 500, r=12), "#8c2f2a"),
        tray(box(182, 242, 596, 436, r=8), "#2c3a4c"),
    )
    scene = laid(laid(laid(scene, lid, 18), base, 20), lining, 3)
    scene = laid(scene, moved(earrings(small(40, 20, 1120, 560, 420)), 200, 254), 5, 0.55)
    loop = "M930 700C860 620 800 700 930 716C1060 700 1010 620 930 700C900 760 860 800 800 820M934 710C960 770 1010 800 1060 812"
    return array_image(laid(scene, cord(FULL, loop, "#b3392f", 15), 7))


def earrings_daily() -> pyvips.Image:
    """The earrings on a small wooden bar by the mirror."""
    scene = wall("#d5d9d0", 223)
    mirror = Piece(
        mix(wall("#b9c6c6", 225), rgb("#eef2ee"), mask(fill("M250 120L330 90L230 520L170 480Z"), FULL) * 0.35),
        mask(disc(280, 330, 190), FULL),
    )
    ring = timber(
        disc(280, 330, 206) + disc(280, 330, 186, CUT) + box(268, 530, 24, 220) + box(180, 742, 200, 22, r=8),
        CAMPHOR,
    )
    scene = laid(scene, mirror, 10)
    scene = table(scene, 706, 227)
    scene = standing(scene, ring, 764, 100, 280)
    stand = timber(box(520, 196, 520, 18, r=9) + box(771, 196, 18, 560) + box(670, 748, 220, 22, r=8), seed=173)
    scene = standing(scene, stand, 770, 112, 780)
    pair = moved(earrings(small(20, 60, 1160, 540, 420)), 510, 196)
    scene = laid(scene, pair, 8, 0.35)
    scene = standing(
        scene, turned(((768, 70), (774, 70), (790, 44), (796, 30), (800, 32)), 1080, "#a9c0b4"), 800, 36, 1080
    )
    return array_image(window_light(scene, 0.26))


def plaque_name() -> pyvips.Image:
    """The plaque on linen beside its box, cord loosely coiled."""
    scene = window_light(linen(231, "#d9d0bd"), 0.22)
    scene = laid(
        laid(scene, timber(box(700, 120, 400, 620, r=10), CAMPHOR), 18),
        tray(box(726, 146, 348, 568, r=6), "#6e2b27"),
        2,
    )
    loop = "M344 96C300 40 160 60 150 170C140 300 90 420 140 540C180 640 120 700 90 760M352 96C420 30 560 50 590 150C620 260 560 330 600 430"
    scene = laid(scene, cord(FULL, loop, "#9c2f2a", 10), 6)
    return array_image(laid(scene, moved(plaque(small(380, 110, 440, 480, 690)), 108, 74), 11, 0.5))


def plaque_poem() -> pyvips.Image:
    """The plaque laid on a fresh sheet by brush and inkstone, waiting for the poem."""
    scene = board_above(233)
    sheet = Piece(linen(235, "#f4eee0"), mask(placed(box(-330, -380, 660, 760), 420, 460, -4), FULL))
    scene = window_light(laid(scene, sheet, 6, 0.4), 0.24)
    scene = laid(scene, timber(placed(box(-14, -330, 28, 470, r=12), 960, 420, 9), CAMPHOR), 12)
    tip = painted(
        placed(
            fill("M-12 0C-16 40 -8 86 0 112C8 86 16 40 12 0Z", "#2b2622") + box(-14, -16, 28, 20, "#e7dfcf"),
            938,
            560,
            9,
        ),
        FULL,
    )
    scene = laid(scene, tip, 10)
    stone = timber(
        placed(
            box(-78, -120, 156, 240, r=16) + '<rect x="-56" y="-96" width="112" height="150" rx="40" fill="#bbb"/>',
            1090,
            640,
            4,
        ),
        ((0.0, "#4a4a4c"), (1.0, "#2c2c2f")),
    )
    scene = laid(scene, stone, 12)
    loop = "M412 214C360 130 250 120 214 60C200 30 190 10 188 -10M420 214C470 140 540 120 566 60C574 30 580 10 584 -10"
    scene = laid(scene, cord(FULL, loop, "#2f4a5e", 9), 5)
    return array_image(laid(scene, moved(plaque(small(380, 110, 440, 400, 575)), 216, 196), 10, 0.5))


DRAWINGS: tuple[Drawing, ...] = (
    Drawing("showcases/paper-cut-wedding/photo-1.jpg", paper_cut_wedding),
    Drawing("showcases/paper-cut-zodiac/photo-1.jpg", paper_cut_zodiac),
    Drawing("showcases/paper-cut-classroom/photo-1.jpg", paper_cut_classroom),
    Drawing("showcases/earrings-gift/photo-1.jpg", earrings_gift),
    Drawing("showcases/earrings-daily/photo-1.jpg", earrings_daily),
    Drawing("showcases/plaque-name/photo-1.jpg", plaque_name),
    Drawing("showcases/plaque-poem/photo-1.jpg", plaque_poem),
)
