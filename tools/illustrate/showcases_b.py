"""Received pieces in use: robes, leather, embroidery, cloisonné and carving in their rooms.

Paper-cuts and silver join from `showcases_gifts`.
"""

from __future__ import annotations

import numpy as np
import pyvips

from tools.illustrate import showcases_gifts
from tools.illustrate.boxwood import ornament
from tools.illustrate.canvas import Array, array_image, cloth_ground, fbm, grid, mix, rgb
from tools.illustrate.carving import CAMPHOR
from tools.illustrate.cloisonne import turned_box
from tools.illustrate.dongyang import dongyang
from tools.illustrate.drawing import Drawing
from tools.illustrate.hanfu import hanfu
from tools.illustrate.leather import satchel
from tools.illustrate.motifs import box, disc, fill, line
from tools.illustrate.qipao import qipao
from tools.illustrate.relief import FULL, Piece, View, cast, laid, mask, painted
from tools.illustrate.settings import (
    board_above,
    books,
    branch,
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
from tools.illustrate.showcases_gifts import double_happiness, flower_piece, small
from tools.illustrate.silk import shawl


def hanfu_petite() -> pyvips.Image:
    """The suit hung on two wall pegs above a bench."""
    scene = wall("#e4ddcd", 241)
    pegs = timber(disc(262, 118, 12) + disc(926, 118, 12), CAMPHOR)
    scene = laid(scene, moved(hanfu(small(60, 130, 1080, 900, 660)), 146, 86), 16, 0.42)
    scene = table(laid(scene, pegs, 6), 764, 243)
    scene = standing(scene, vase(1050, 812, 0.8, "#c9b48e"), 812, 46, 1050)
    scene = mix(scene, (b := branch(1050, 580, 0.8)).colour, b.cover)
    return array_image(window_light(scene, 0.28))


def hanfu_pocket() -> pyvips.Image:
    """The pocket added in the skirt's pleats, a folded handkerchief in it."""
    piece = hanfu(small(420, 430, 420, 1200, 900), True)
    scene = laid(wall("#e4ddcd", 245), piece, 18, 0.4)
    hem = fill("M668 392L700 322L742 356L768 318L806 348L838 392Z")
    kerchief = Piece(cloth_ground(247, tone="#efe6d6"), mask(hem, FULL))
    return array_image(window_light(laid(scene, kerchief, 5, 0.4), 0.24, 60))


def satchel_commute() -> pyvips.Image:
    """The satchel on its peg by the door, an umbrella leaning beside it."""
    scene = wall("#d8dbd3", 251)
    rail = timber(box(60, 92, 1080, 46, r=6) + disc(300, 115, 14) + disc(600, 115, 14) + disc(1000, 115, 14), CAMPHOR)
    scene = laid(scene, rail, 8)
    umbrella = timber(
        fill("M994 150L1010 150L1046 620L1004 770L962 620Z"),
        ((0.0, "#41566c"), (1.0, "#2d3d50")),
        255,
        8,
        line("M1000 170L986 690M1006 170L1024 690", 3),
    )
    handle = timber(line("M1004 160C1004 90 960 90 960 130", 12), seed=257)
    scene = laid(laid(scene, umbrella, 14, 0.35), handle, 8, 0.3)
    scene = laid(scene, moved(satchel(small(240, 50, 720, 700, 740)), 240, 92), 18, 0.42)
    scene = laid(scene, timber(box(590, 100, 20, 46, r=9), CAMPHOR), 4)
    return array_image(window_light(table(scene, 812, 253), 0.28))


def folded(view: View) -> Piece:
    """The shawl folded so that one lotus spray lies on top; the folded edges show below and at the right."""
    piece = shawl(view)
    keep = np.zeros_like(piece.cover)
    keep[:, : round((640 - view.left) * view.scale)] = 1
    gx, _ = view.grid()
    roll = 1 - 0.45 * np.exp(-(((gx - 640) / 14) ** 2))
    return Piece(np.asarray(piece.colour * roll[..., None], dtype=np.float32), piece.cover * keep)


def shawl_mother() -> pyvips.Image:
    """The shawl folded in its box on a spring table."""
    scene = window_light(board_above(261), 0.2)
    scene = laid(scene, timber(box(96, 90, 780, 730, r=8), CAMPHOR), 22)
    scene = laid(scene, tray(box(122, 116, 728, 678, r=4), "#efe7d6"), 1)
    top = moved(folded(small(110, 170, 560, 700, 690)), 130, 110)
    under = Piece(np.asarray(top.colour * 0.86, dtype=np.float32), cast(top.cover, 7, 9, 0.5))
    scene = laid(laid(scene, under, 9), top, 5, 0.35)
    bowl = painted(
        disc(1030, 300, 92, "#8fb3a2")
        + disc(1030, 300, 84, "#a9c8b8")
        + disc(1030, 300, 70, "#b98d4e")
        + disc(1018, 288, 44, "#c49a5c"),
        FULL,
    )
    scene = laid(scene, bowl, 14)
    return array_image(laid(scene, branch(1010, 840, 1.15, "#f0dcd3"), 8))


def shawl_lotus() -> pyvips.Image:
    """The shawl hung along a rail in the window light."""
    scene = wall("#ddd2c0", 265)
    scene = laid(scene, moved(shawl(small(110, 190, 980, 1080, 570)), 60, 150), 16, 0.4)
    rail = timber(
        box(70, 148, 1060, 20, r=10)
        + box(92, 148, 20, 652)
        + box(1088, 148, 20, 652)
        + box(40, 786, 124, 24, r=8)
        + box(1036, 786, 124, 24, r=8)
    )
    scene = table(scene, 770, 267, "#a58564", "#6b4a31")
    return array_image(window_light(standing(scene, rail, 806, 60, 102), 0.3))


def cloisonne_company() -> pyvips.Image:
    """The box on the shelf of a meeting room, between books and a celadon vase."""
    scene = table(wall("#c9c4b5", 271), 690, 273, "#8a5a3c", "#54331f")
    scene = standing(scene, moved(turned_box(small(240, 180, 720, 560, 448)), 320, 345), 786, 120, 600)
    scene = standing(scene, vase(1010, 790, 1.15, "#8fb3a2"), 790, 60, 1010)
    scene = standing(scene, books(70, 790, ("#23395d", "#7a3a30", "#41564c", "#23395d"), 240), 790, 124, 194)
    return array_image(window_light(scene, 0.28))


def ink_hills(left: int, top: int, width: int, height: int) -> Piece:
    """A hanging scroll of ink hills, silk-mounted, without writing."""
    gx, gy = grid()
    paper = np.broadcast_to(rgb("#f1ead9"), (900, 1200, 3)) * np.float32(1)
    for k, (base, dark) in enumerate(((0.42, 0.22), (0.56, 0.36), (0.70, 0.55))):
        crest = top + height * (base - 0.20 * (fbm(gx / 70, gx * 0 + k * 9.3, 275 + k, 3) - 0.4))
        wash = np.clip((gy - crest) / 5, 0, 1) * np.exp(-np.clip(gy - crest, 0, None) / (70 + 20 * k)) * dark
        paper = mix(paper, rgb("#3a444a"), np.asarray(wash, dtype=np.float32))
    mount = mix(
        cloth_ground(279, tone="#a9b4a4"),
        paper,
        mask(box(left + 22, top + 60, width - 44, height - 120), FULL),
    )
    return Piece(mount, mask(box(left, top, width, height), FULL))


def boxwood_study() -> pyvips.Image:
    """The rock and pine on a scholar's desk, brushes and books beside it, a scroll behind."""
    scene = laid(wall("#ddd6c5", 277), ink_hills(100, 30, 270, 610), 8, 0.35)
    scene = laid(scene, timber(box(84, 626, 302, 18, r=8) + box(84, 22, 302, 14, r=6)), 6)
    scene = table(scene, 704, 281, "#94623f", "#5b3822")
    scene = standing(scene, moved(ornament(small(330, 170, 570, 600, 690)), 330, 110), 768, 240, 610)
    brushes = "".join(
        line(f"M{1010 + a * 0.2} 640L{1010 + a} {420 + b}", 8, "#b98f5a")
        + line(f"M{1010 + a} {420 + b}L{1010 + a * 1.12} {382 + b}", 11, "#4a3a2e")
        for a, b in ((-60, 20), (-24, -10), (18, 8), (58, 36))
    )
    pen = painted(brushes, FULL)
    scene = mix(scene, pen.colour, pen.cover)
    scene = standing(
        scene,
        turned(((620, 62), (628, 62), (700, 58), (784, 62), (792, 62)), 1010, "#8d5f3a", 0.15),
        792,
        64,
        1010,
    )
    scene = standing(scene, books(90, 800, ("#2f4a5e", "#2f4a5e", "#8b6a3e"), 200), 800, 104, 190)
    return array_image(window_light(scene, 0.26))


def hall() -> Array:
    """A hall: brick floor in perspective, pale wall, two lacquered pillars."""
    scene = wall("#e2d8c4", 283)
    x, y = grid()
    deep = np.clip((y - 660) / 240, 0.001, 1)
    u, v = (x - 600) / (0.35 + deep) / 120, 2.2 / (0.35 + deep) * 2.4
    joint = np.minimum(np.abs(u - np.round(u)), np.abs(v - np.round(v)) * 0.8)
    tiles = (
        rgb("#8d8a80")
        * (0.86 + 0.24 * deep + 0.10 * (fbm(u * 2, v * 2, 285, 3) - 0.5) - 0.22 * (joint < 0.022))[..., None]
    )
    scene = mix(scene, np.asarray(tiles, dtype=np.float32), np.asarray((y > 660).astype(np.float32)))
    for px in (64, 1136):
        scene = standing(scene, turned(((-20, 44), (700, 44), (702, 44), (704, 44)), px, "#74302a", 0.25), 708, 50, px)
        scene = standing(scene, turned(((700, 52), (716, 64), (744, 64), (752, 56)), px, "#a7a399", 0.05), 752, 60, px)
    return scene


def dongyang_hall() -> pyvips.Image:
    """The carved screen standing in the hall it was made for."""
    scene = hall()
    scene = standing(scene, moved(dongyang(small(80, 90, 1040, 860, 586)), 170, 190), 764, 400, 600)
    return array_image(window_light(scene, 0.26, 120))


def qipao_wedding() -> pyvips.Image:
    """The qipao on its stand before the wedding-room window, a paper flower on the panes."""
    scene = window(wall("#eadfce", 291), 70, 60, 500, 520)
    scene = laid(scene, moved(flower_piece(372, double_happiness()), 134, 134), 4, 0.35)
    scene = table(scene, 800, 293, "#a07a58", "#6b4a31")
    scene = standing(scene, vase(560, 850, 0.9, "#23395d"), 850, 48, 560)
    scene = mix(scene, (b := branch(560, 590, 0.9, "#d98a94")).colour, b.cover)
    piece = moved(qipao(small(420, 90, 360, 360, 850)), 640, 22)
    return array_image(window_light(standing(laid(scene, piece, 14, 0.25), piece, 858, 84, 820), 0.2))


DRAWINGS: tuple[Drawing, ...] = (
    *showcases_gifts.DRAWINGS,
    Drawing("showcases/hanfu-petite/photo-1.jpg", hanfu_petite),
    Drawing("showcases/hanfu-pocket/photo-1.jpg", hanfu_pocket),
    Drawing("showcases/satchel-commute/photo-1.jpg", satchel_commute),
    Drawing("showcases/shawl-mother/photo-1.jpg", shawl_mother),
    Drawing("showcases/shawl-lotus/photo-1.jpg", shawl_lotus),
    Drawing("showcases/cloisonne-company/photo-1.jpg", cloisonne_company),
    Drawing("showcases/boxwood-study/photo-1.jpg", boxwood_study),
    Drawing("showcases/dongyang-hall/photo-1.jpg", dongyang_hall),
    Drawing("showcases/qipao-wedding/photo-1.jpg", qipao_wedding),
)
