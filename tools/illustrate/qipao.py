"""A banquet qipao (旗袍): cinnabar damask, gold piping, flower frogs."""

from __future__ import annotations

import numpy as np
import pyvips

from tools.illustrate.canvas import Array, array_image, fbm, mix, paper_ground, rgb
from tools.illustrate.carving import ROSEWOOD, Layer, carved, floor_shadow
from tools.illustrate.drawing import Drawing
from tools.illustrate.motifs import box, disc, fill, line, petal, placed, smooth
from tools.illustrate.relief import Piece, View, laid, mask, soft, swell
from tools.illustrate.sewing import cloth, fastened, flower_frog, over, silk_cord

QIPAO = smooth(
    [
        (566, 132),
        (570, 128),
        (630, 128),
        (634, 132),
        (640, 168),
        (668, 182),
        (712, 200),
        (738, 232),
        (746, 268),
        (716, 280),
        (702, 272),
        (700, 320),
        (682, 380),
        (674, 420),
        (688, 480),
        (712, 540),
        (718, 600),
        (708, 720),
        (698, 846),
        (694, 852),
        (600, 856),
        (506, 852),
        (502, 846),
        (492, 720),
        (482, 600),
        (488, 540),
        (512, 480),
        (526, 420),
        (518, 380),
        (500, 320),
        (498, 272),
        (484, 280),
        (454, 268),
        (462, 232),
        (488, 200),
        (532, 182),
        (560, 168),
    ]
)


PLACKET = "M600 168C596 200 566 214 540 226C520 236 506 250 498 276"


def damask(view: View) -> Array:
    """Woven ground figure (暗花): plum rounds and small clouds, tone on tone."""
    unit = "".join(placed(fill(petal(13, 13)), turn=72 * i) for i in range(5)) + disc(0, 0, 3.4, "#000")
    unit += '<circle r="19" fill="none" stroke="#fff" stroke-width="1.6"/>'
    out = ""
    for row in range(17):
        for col in range(7):
            out += placed(unit, 440 + col * 54 + 27 * (row % 2), 140 + row * 46, 36 * (row % 2))
    return mask(out, view)


def qipao(view: View) -> Piece:
    """The robe on its stand: cinnabar damask, gold piping, flower frogs at the collar and straight ones down the side."""
    s = view.scale
    gx, gy = view.grid()
    wood = carved(
        view,
        (
            Layer(
                box(592, 840, 16, 70)
                + fill(smooth([(520, 926), (524, 912), (580, 902), (620, 902), (676, 912), (680, 926), (600, 932)])),
                4,
                8,
                8,
            ),
            Layer(fill(smooth([(572, 134), (576, 112), (600, 104), (624, 112), (628, 134)])), 6, 14, 16),
        ),
        ROSEWOOD,
        137,
        0.14,
    )
    body = mask(fill(QIPAO), view)
    form = swell(body, 74 * s) * 62
    draw = (fbm(gx / 40, (gy - np.abs(gx - 600) * 0.5) / 30, 139, 2) - 0.5) * 6 * np.exp(-(((gy - 410) / 60) ** 2))
    hang = (fbm(gx / 44, gy / 420, 141, 2) - 0.5) * 15 * np.clip((gy - 540) / 200, 0, 1)
    folds = np.asarray(form + draw + hang, dtype=np.float32)
    robe = cloth(view, fill(QIPAO), "#98302a", folds, 0.08, 1.8)
    figure = damask(view) * 0.13 * body
    robe = Piece(np.clip(robe.colour * (1 + figure[..., None]) + figure[..., None] * 0.10, 0, 1), robe.cover)
    out = over(wood, robe, 4 * s)
    slit = soft(mask(line("M502 850C494 800 492 760 494 690M698 850C706 800 708 760 706 690", 3), view), s) * 0.5
    out = Piece(mix(out.colour, rgb("#4a1512"), np.asarray(slit, dtype=np.float32)), out.cover)
    piping = line(PLACKET, 5) + line("M562 166C580 178 620 178 638 166", 5) + line("M566 130H634M600 130V172", 5)
    piping += line("M500 850C560 858 640 858 700 850", 5) + line("M456 268Q470 280 496 278M744 268Q730 280 704 278", 5)
    piping += line("M496 842C488 780 488 740 490 690M704 842C712 780 712 740 710 690", 4)
    out = over(out, silk_cord(view, piping, 5, "#d3ab58"), 1.6 * s)
    cords, balls = "", []
    for x, y, turn, size in ((600, 150, 0, 30), (566, 214, 62, 34), (520, 238, 50, 30)):
        cords += placed(flower_frog(size, 3.4), x, y, turn) + placed(flower_frog(size, 3.4), x, y, turn + 180)
        balls.append((float(x), float(y), float(turn)))
    return fastened(out, view, cords, tuple(balls), 3.4, 5.6, "#d8b467")


def qipao_cover() -> pyvips.Image:
    """The qipao on its stand."""
    view = View(0, 72, 1200)
    piece = qipao(view)
    ground = floor_shadow(paper_ground(143), view, 926, 120)
    return array_image(laid(ground, piece, 14, 0.34))


def qipao_detail() -> pyvips.Image:
    """Piping and flower frogs at the collar and the placket, close."""
    view = View(500, 128, 168, 1200, 900)
    piece = qipao(view)
    return array_image(laid(paper_ground(145), piece, 12))


DRAWINGS: tuple[Drawing, ...] = (
    Drawing("crafts/qipao-banquet/cover.jpg", qipao_cover),
    Drawing("crafts/qipao-banquet/detail.jpg", qipao_detail),
)
