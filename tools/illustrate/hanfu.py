"""An everyday hanfu: jacket of crossed collar (交领右衽), pleated skirt, knotted buttons."""

from __future__ import annotations

import numpy as np
import pyvips

from tools.illustrate.canvas import Array, array_image, fbm, mix, paper_ground, rgb
from tools.illustrate.carving import ROSEWOOD, Layer, carved
from tools.illustrate.drawing import Drawing
from tools.illustrate.motifs import box, disc, fill, line, placed, smooth
from tools.illustrate.relief import Piece, View, laid, mask, soft
from tools.illustrate.sewing import cloth, fastened, frog, over

LEAF_GREEN, DEEP = "#a9bfae", "#2b3950"


JACKET = smooth(
    [
        (560, 166),
        (500, 172),
        (330, 178),
        (176, 182),
        (164, 190),
        (158, 300),
        (152, 392),
        (162, 402),
        (230, 394),
        (330, 366),
        (420, 338),
        (462, 338),
        (474, 380),
        (474, 520),
        (600, 530),
        (726, 520),
        (726, 380),
        (738, 338),
        (780, 338),
        (870, 366),
        (970, 394),
        (1038, 402),
        (1048, 392),
        (1042, 300),
        (1036, 190),
        (1024, 182),
        (870, 178),
        (700, 172),
        (640, 166),
        (600, 176),
    ]
)


SKIRT = smooth(
    [
        (478, 476),
        (600, 470),
        (722, 476),
        (772, 600),
        (834, 740),
        (872, 846),
        (866, 856),
        (780, 868),
        (600, 874),
        (420, 868),
        (334, 856),
        (328, 846),
        (366, 740),
        (428, 600),
    ]
)


def lapel(mirror: bool) -> str:
    """The collar band from one shoulder across the breast to the other side of the waist."""
    d = "M640 166C632 176 622 196 606 236C580 300 540 380 494 468L474 468L474 432C514 362 552 290 578 232C594 198 606 178 612 166Z"
    return placed(fill(d), 1200 if mirror else 0, 0, 0, 1, mirror)


def jacket_folds(gx: Array, gy: Array) -> Array:
    """Folds hang from the rod at the sleeves and draw in at the waist."""
    sleeve = np.clip((np.abs(gx - 600) - 140) / 120, 0, 1)
    hang = (fbm(gx / 46, gy / 420, 121, 2) - 0.5) * 26 * sleeve
    gather = (
        (fbm(gx / 24 + (gy - 300) / 400, gy / 300, 123, 2) - 0.5) * 16 * np.clip((gy - 330) / 130, 0, 1) * (1 - sleeve)
    )
    cross = (fbm((gx + gy * 0.5) / 70, (gy - gx * 0.5) / 220, 125, 2) - 0.5) * 18
    return np.asarray(hang + gather + cross, dtype=np.float32)


def skirt_folds(gx: Array, gy: Array) -> Array:
    """Knife pleats from the waistband, opening downward."""
    flare = 1 + np.clip(gy - 468, 0, 400) / 400 * 0.72
    u = (gx - 600) / flare / 17 + 0.15 * (fbm(gx / 90, gy / 300, 127, 2) - 0.5)
    saw = u - np.floor(u)
    pleat = np.minimum(saw * 1.25, (1 - saw) * 5) * np.clip((gy - 496) / 40, 0, 1)
    return np.asarray(
        pleat * (6 + 5 * np.clip((gy - 480) / 340, 0, 1)) + (fbm(gx / 120, gy / 420, 129, 2) - 0.5) * 24,
        dtype=np.float32,
    )


def hanfu(view: View, pocket: bool = False) -> Piece:
    """The whole suit on its rod: jacket, white inner collar, crossed indigo bands, skirt, ties and knotted buttons."""
    s = view.scale
    gx, gy = view.grid()
    folds = jacket_folds(gx, gy)
    rod = carved(
        view,
        (Layer(box(96, 160, 1008, 17, "#fff", 8) + disc(94, 168, 15) + disc(1106, 168, 15), 4, 9, 9),),
        ROSEWOOD,
        131,
        0.14,
    )
    back = cloth(view, fill("M560 166Q600 150 640 166L610 250L590 250Z"), "#8ea595", folds)
    out = over(
        over(rod, back, 2 * s),
        cloth(view, fill(JACKET) + fill("M566 160Q600 184 634 160L604 250L596 250Z", "#000"), LEAF_GREEN, folds),
        6 * s,
    )
    for mirror in (True, False):
        band = lapel(mirror)
        out = over(out, cloth(view, placed(band, -7 if mirror else 7, -2), "#f1ece0", folds * 0.4), 2 * s)
        out = over(out, cloth(view, band, DEEP, folds * 0.4), 3 * s)
    cuff = fill("M158 300L152 392L162 402L196 399L202 182L176 182L164 190Z")
    for mirror in (False, True):
        out = over(out, cloth(view, placed(cuff, 1200 if mirror else 0, mirror=mirror), DEEP, folds), 1.5 * s)
    out = over(out, cloth(view, fill(SKIRT), "#3d5069", skirt_folds(gx, gy)), 5 * s)
    out = over(out, cloth(view, box(468, 464, 264, 36, "#fff", 4), "#eee8da", folds * 0.2), 3 * s)
    ties = fill("M520 482C514 560 522 640 508 716L526 720C540 640 534 560 536 484Z") + fill(
        "M540 482C548 560 540 620 552 684L570 680C560 620 562 560 556 484Z"
    )
    out = over(
        out,
        cloth(
            view,
            ties + box(516, 474, 46, 22, "#fff", 8),
            "#e6dfce",
            (fbm(gx / 9, gy / 160, 133, 2) - 0.5) * 8,
        ),
        4 * s,
    )
    if pocket:
        out = over(out, cloth(view, box(640, 560, 92, 104, "#fff", 6), "#465b76", skirt_folds(gx, gy) * 0.3), 2 * s)
    cords = placed(frog(58, 4.6), 574, 262, 24) + placed(frog(58, 4.6), 541, 330, 24)
    seams = soft(mask(line("M600 540V530M330 180V366M870 180V366", 1.2), view), 0.4 * s) * 0.35
    out = Piece(mix(out.colour, rgb("#5d7062"), np.asarray(seams, dtype=np.float32)), out.cover)
    return fastened(out, view, cords, ((574, 262, 0), (541, 330, 0)), 4.6, 6.4, "#efe8d8")


def hanfu_cover() -> pyvips.Image:
    """The suit hung on a rosewood rod."""
    view = View(-10, 60, 1220)
    return array_image(laid(paper_ground(135), hanfu(view), 15, 0.4))


def hanfu_detail() -> pyvips.Image:
    """The crossed collar and its knotted buttons, close."""
    view = View(462, 196, 230, 1200, 900)
    return array_image(laid(paper_ground(136), hanfu(view), 10))


DRAWINGS: tuple[Drawing, ...] = (
    Drawing("crafts/hanfu-everyday/cover.jpg", hanfu_cover),
    Drawing("crafts/hanfu-everyday/detail.jpg", hanfu_detail),
)
