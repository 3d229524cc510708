"""Leather: a Mongolian satchel, tooled with horn scroll (犄纹) and the endless knot, saddle-stitched by hand."""

from __future__ import annotations

import numpy as np
import pyvips

from tools.illustrate.canvas import array_image, fbm, paper_ground, rgb, worley
from tools.illustrate.drawing import Drawing
from tools.illustrate.motifs import disc, fill, line, placed, smooth, volute
from tools.illustrate.relief import Piece, Surface, View, laid, lit, mask, silvered, soft, swell

CHESTNUT = "#96592f"
BODY = smooth(
    [
        (304, 470),
        (330, 430),
        (600, 425),
        (870, 430),
        (896, 470),
        (906, 560),
        (908, 720),
        (894, 768),
        (850, 790),
        (600, 796),
        (350, 790),
        (306, 768),
        (292, 720),
        (294, 560),
    ]
)
FLAP = smooth(
    [
        (300, 398),
        (318, 376),
        (360, 368),
        (600, 364),
        (840, 368),
        (882, 376),
        (900, 398),
        (906, 480),
        (900, 560),
        (860, 622),
        (760, 652),
        (660, 664),
        (600, 684),
        (540, 664),
        (440, 652),
        (340, 622),
        (300, 560),
        (294, 480),
    ]
)
FLAP_SEAM = smooth(
    [
        (318, 404),
        (332, 392),
        (370, 386),
        (600, 382),
        (830, 386),
        (868, 392),
        (882, 404),
        (888, 480),
        (882, 552),
        (846, 606),
        (756, 634),
        (654, 645),
        (600, 664),
        (546, 645),
        (444, 634),
        (354, 606),
        (318, 552),
        (312, 480),
    ]
)
BODY_SEAM = smooth(
    [
        (312, 640),
        (310, 716),
        (322, 756),
        (356, 774),
        (600, 780),
        (844, 774),
        (878, 756),
        (890, 716),
        (888, 640),
    ],
    False,
)
STRAP = "M352 392C336 250 430 86 600 84C770 86 864 250 848 392"


def horn(size: float) -> str:
    """One horn scroll: a tapering curl with a lobe at its back."""
    curl = line(smooth(volute(1.45, size, 1), False), size * 0.24)
    return curl + line(
        f"M0 {size:.1f}C{size * 0.7:.1f} {size:.1f} {size * 1.2:.1f} {size * 0.6:.1f} {size * 1.5:.1f} {-size * 0.1:.1f}",
        size * 0.2,
    )


def endless_knot(size: float) -> str:
    """The endless knot (盘长), drawn as its woven square set on a corner."""
    out = ""
    for k in (-1, 0, 1):
        out += line(f"M{k * size * 0.5} {-size}V{size}", size * 0.17) + line(
            f"M{-size} {k * size * 0.5}H{size}", size * 0.17
        )
    for x, y in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        out += line(
            f"M{x * size * 0.5} {y * size}Q{x * size * 0.5} {y * size * 1.4} {x * size * 0.9} {y * size * 1.15}Q{x * size * 1.4} {y * size * 0.5} {x * size} {y * size * 0.5}",
            size * 0.17,
        )
    out += line(
        f"M0 {-size}Q0 {-size * 1.3} {-size * 0.5} {-size}M0 {size}Q0 {size * 1.3} {size * 0.5} {size}",
        size * 0.17,
    )
    return placed(out, turn=45)


def tooling() -> str:
    """The flap's pattern: the knot in the middle, horn scrolls spreading to either side."""
    half = ""
    for x, y, size, turn, flip in (
        (690, 474, 40, 0, False),
        (690, 560, 34, 180, True),
        (782, 486, 34, 60, False),
        (770, 566, 30, 200, True),
        (840, 450, 24, 10, False),
        (838, 530, 24, 120, True),
        (640, 612, 20, 200, False),
        (640, 424, 18, 0, True),
    ):
        half += placed(horn(size), x, y, turn, 1, flip)
    return half + placed(half, 1200, mirror=True) + placed(endless_knot(46), 600, 500)


def stitches(d: str, length: float = 9, gap: float = 5) -> str:
    """Saddle stitches along a seam."""
    return f'<path d="{d}" fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round" stroke-dasharray="{length} {gap}"/>'


def satchel(view: View, tone: str = CHESTNUT) -> Piece:
    """The whole bag, strap up: body, flap with its tooling, seams, rings and a silver button."""
    s = view.scale
    gx, gy = view.grid()
    strap = mask(line(STRAP, 34), view)
    body, flap, tabs = (
        mask(fill(BODY), view),
        mask(fill(FLAP), view),
        mask(disc(352, 400, 30) + disc(848, 400, 30), view),
    )
    pattern = mask(tooling(), view)
    field = mask(fill(placed_flap()), view)
    sunk = field * (1 - pattern)
    seam_lines = FLAP_SEAM, BODY_SEAM
    seam = mask("".join(stitches(d) for d in seam_lines) + strap_stitches(), view)
    channel = soft(mask("".join(line(d, 6) for d in seam_lines), view), 1.2 * s)
    _, edge, cell = worley(gx / 4.2, gy / 4.2, 151)
    grain = np.clip(edge * 3.2, 0, 1)
    height = np.zeros_like(body)
    for m, level, r in ((strap, 0, 7), (body, 2, 20), (flap, 14, 12), (tabs, 20, 8)):
        height = height * (1 - m) + (level + swell(m, r * s) * r * 0.7) * s * m
    pebble, _, _ = worley(gx / 3.6, gy / 3.6, 153)
    stamp = (0.6 - pebble) * 2.2
    height += (
        grain * 0.5 * s * (1 - field)
        - soft(sunk, 0.7 * s) * (2.6 - stamp) * s
        + swell(pattern * field, 4 * s) * 1.6 * s
    )
    height += swell(seam, 2 * s) * 2.2 * s - channel * 1.6 * s + (fbm(gx / 120, gy / 90, 155, 2) - 0.5) * 14 * s
    rim = soft(body, 5 * s) * 0.5 + soft(np.maximum(flap, strap), 4 * s) * 0.5
    mottle = 0.95 + 0.22 * (fbm(gx / 70, gy / 70, 157, 3) - 0.5) + 0.04 * (cell - 0.5)
    dark = (1 - 0.34 * soft(sunk, 0.5 * s)) * (0.72 + 0.28 * np.clip(rim * 1.25, 0, 1)) * (1 - 0.25 * channel)
    albedo = rgb(tone) * (mottle * dark)[..., None]
    albedo = albedo * (1 - seam[..., None]) + rgb("#e6d3a8") * seam[..., None]
    colour = lit(
        np.asarray(albedo, dtype=np.float32),
        np.asarray(height, dtype=np.float32),
        Surface(0.46, 0.13, 11, 0.6, 8 * s),
    )
    drop = soft(np.roll(flap, round(9 * s), axis=0), 6 * s) * (1 - flap) * body * 0.5
    colour = colour * (1 - drop)[..., None]
    cover = np.maximum(np.maximum(strap, body), np.maximum(flap, tabs))
    return silver_button(Piece(np.asarray(colour, dtype=np.float32), cover), view)


def placed_flap() -> str:
    """The tooled field: the flap drawn in within its seam."""
    return smooth(
        [
            (334, 420),
            (346, 408),
            (380, 402),
            (600, 398),
            (820, 402),
            (854, 408),
            (866, 420),
            (872, 480),
            (866, 544),
            (834, 592),
            (748, 618),
            (648, 629),
            (600, 646),
            (552, 629),
            (452, 618),
            (366, 592),
            (334, 544),
            (328, 480),
        ]
    )


def strap_stitches() -> str:
    """Stitches along both edges of the strap and round its tabs."""
    inner = "M364 380C350 250 436 98 600 96C764 98 850 250 836 380"
    outer = "M340 380C322 250 424 74 600 72C776 74 878 250 860 380"
    rings = "".join(
        f'<circle cx="{x}" cy="400" r="22" fill="none" stroke="#fff" stroke-width="2.8" stroke-dasharray="7 4.5"/>'
        for x in (352, 848)
    )
    return stitches(inner) + stitches(outer) + rings


def silver_button(piece: Piece, view: View) -> Piece:
    """The fastening: a domed silver button with a chased ring, and a rivet at each tab."""
    s = view.scale
    shape = disc(600, 662, 21) + disc(352, 400, 9) + disc(848, 400, 9)
    cover = mask(shape, view)
    rings = '<circle cx="600" cy="662" r="14" fill="none" stroke="#fff" stroke-width="2"/>'
    petals = "".join(placed(line("M0 -3V-10", 2), 600, 662, 45 * i) for i in range(8))
    height = swell(cover, 14 * s) * 13 * s - soft(mask(rings + petals, view), 0.6 * s) * 2 * s
    metal = Piece(silvered(np.asarray(height, dtype=np.float32), "#dcd9d2"), cover)
    return Piece(laid(piece.colour, metal, 4 * s, 0.5), np.maximum(piece.cover, cover))


def satchel_cover() -> pyvips.Image:
    """The satchel lying on paper, strap above."""
    view = View(20, 12, 1160)
    return array_image(laid(paper_ground(159), satchel(view), 17, 0.48))


def satchel_detail() -> pyvips.Image:
    """Tooled line and saddle stitch at the flap's edge, close."""
    return array_image(satchel(View(640, 440, 270, 1200, 900)).colour)


DRAWINGS: tuple[Drawing, ...] = (
    Drawing("crafts/leather-satchel/cover.jpg", satchel_cover),
    Drawing("crafts/leather-satchel/detail.jpg", satchel_detail),
)
