"""What the design sessions show: the vase whose mouth became narrower, a cover cloth and its edge, two bowls."""

from __future__ import annotations

from functools import partial
from math import cos, pi, sin

import pyvips

from .canvas import array_image, fbm, grid, mix, paper_ground, rgb, svg_image, svg_mask
from .drawing import Drawing
from .dyed_motifs import area, placed
from .sketches import (
    FOOT,
    MIDDLE,
    PIXELS,
    RED_PENCIL,
    Profile,
    Sheet,
    measured,
    oval,
    silhouette,
    stems,
    tall,
    vessel,
)
from .stencil import fret_border, leaf, peony, small_flower

CELADON_WASH, INDIGO_WASH = "#86b09c", "#2c4674"
WIDE: Profile = ((30, 0), (29, 6), (44, 30), (56, 62), (52, 96), (34, 126), (27, 148), (30, 170), (37, 180))
WAISTED: Profile = ((30, 0), (29, 6), (44, 30), (56, 62), (51, 96), (30, 126), (16, 148), (15, 166), (17.5, 180))
LONGER: Profile = ((30, 0), (29, 6), (43, 27), (55, 56), (50, 88), (29, 116), (18, 138), (17, 160), (20, 180))
SETTLED: Profile = ((36, 0), (35, 6), (45, 27), (56, 56), (50, 88), (29, 116), (18, 138), (17, 160), (21, 180))
STRAIGHT: Profile = ((30, 0), (29, 6), (44, 30), (56, 62), (52, 96), (30, 118), (20, 124), (20, 152), (20, 180))
SHOULDERED: Profile = ((28, 0), (28, 6), (34, 44), (50, 100), (57, 132), (46, 156), (20, 166), (17, 172), (20, 180))
BOWL: Profile = ((17, 0), (17, 7), (38, 12), (62, 34), (70, 60), (73, 72))


def vase_as_it_was() -> pyvips.Image:
    """The vase before: a wide mouth, and three stems that lie to one side."""
    sheet = Sheet(paper_ground(1101), 1)
    vessel(sheet, WIDE)
    mouth = FOOT - 180 * PIXELS
    stems(sheet, mouth, ((150, -86), (186, -34), (176, 24)))
    measured(sheet, 37 * PIXELS, mouth - 62, "70", MIDDLE - 10)
    tall(sheet, MIDDLE + 300, mouth, FOOT, "180")
    return sheet.image


def vase_too_narrow() -> pyvips.Image:
    """A mouth of 35 mm with the brush that does not get in."""
    sheet = Sheet(paper_ground(1102), 2)
    vessel(sheet, WAISTED)
    mouth = FOOT - 180 * PIXELS
    measured(sheet, 17.5 * PIXELS, mouth - 24, "35", MIDDLE - 130)
    for dx, width in ((-30, 3.0), (30, 3.0)):
        sheet.pencil(
            [(MIDDLE + dx * 0.5, mouth - 170), (MIDDLE + dx, mouth - 120), (MIDDLE + dx * 1.9, mouth - 60), (MIDDLE + dx * 0.6, mouth - 16)],
            RED_PENCIL, width, 0.8,
        )  # fmt: skip
    sheet.pencil([(MIDDLE, mouth - 230), (MIDDLE, mouth - 170)], RED_PENCIL, 9, 0.7)
    sheet.pencil([(MIDDLE + 96, mouth - 96), (MIDDLE + 168, mouth - 24)], RED_PENCIL, 4, 0.9)
    sheet.pencil([(MIDDLE + 168, mouth - 96), (MIDDLE + 96, mouth - 24)], RED_PENCIL, 4, 0.9)
    tall(sheet, MIDDLE + 300, mouth, FOOT, "180")
    return sheet.image


def vase_longer_neck() -> pyvips.Image:
    """The mouth back at 40 mm, the neck longer; the version before it stands behind in red."""
    sheet = Sheet(paper_ground(1103), 3)
    vessel(sheet, WAISTED, tone=RED_PENCIL, press=0.38, shaded=False)
    vessel(sheet, LONGER)
    mouth = FOOT - 180 * PIXELS
    measured(sheet, 20 * PIXELS, mouth - 34, "40")
    for side in (-1, 1):
        begin, end = MIDDLE + side * 96, MIDDLE + side * 172
        barbs = [[(end - side * 24, FOOT + 22), (end, FOOT + 34), (end - side * 24, FOOT + 46)]]
        sheet.pencils([[(begin, FOOT + 34), (end, FOOT + 34)], *barbs], RED_PENCIL, 2.4, 0.9, 2)
    tall(sheet, MIDDLE + 300, mouth, FOOT, "180")
    return sheet.image


def vase_settled() -> pyvips.Image:
    """What was confirmed, washed with celadon: a mouth of 40 mm, a wider foot, three stems that stand."""
    sheet = Sheet(paper_ground(1104), 4)
    sheet.wash(silhouette(SETTLED, MIDDLE, FOOT, PIXELS), CELADON_WASH, 0.62)
    vessel(sheet, SETTLED)
    mouth = FOOT - 180 * PIXELS
    stems(sheet, mouth, ((-64, -150), (6, -196), (70, -136)))
    measured(sheet, 21 * PIXELS, mouth + 66, "40", MIDDLE - 190)
    tall(sheet, MIDDLE + 300, mouth, FOOT, "180")
    return sheet.image


def neck(profile: Profile, seed: int, width: str) -> pyvips.Image:
    """One choice: the upper half of a vase, close to."""
    sheet = Sheet(paper_ground(1110 + seed), 10 + seed)
    vessel(sheet, profile, 600, 1240, 5.6)
    measured(sheet, profile[-1][0] * 5.6, 1240 - 180 * 5.6 - 52, width, 600)
    return sheet.image


def cloth_at_first() -> pyvips.Image:
    """The cover cloth in pencil: its sides, the diagonals, a flower in every corner."""
    sheet = Sheet(paper_ground(1121), 21)
    for inset in (0, 36):
        left, top, right, low = 270 + inset, 120 + inset, 930 - inset, 780 - inset
        for a, b in (((left, top), (right, top)), ((right, top), (right, low)), ((right, low), (left, low)), ((left, low), (left, top))):  # fmt: skip
            sheet.pencil([a, b])
    for a, b in (((270, 120), (930, 780)), ((930, 120), (270, 780))):
        sheet.pencil([a, b], width=1.2, press=0.3, again=1)
    for x, y in ((390, 240), (810, 240), (390, 660), (810, 660)):
        _flower(sheet, x, y, 46)
    _flower(sheet, 600, 450, 86)
    measured(sheet, 330, 66 + 22, "45", 600)
    return sheet.image


def _flower(sheet: Sheet, x: float, y: float, r: float) -> None:
    for k in range(5):
        turn = 2 * pi * k / 5
        px, py = x + r * 0.62 * sin(turn), y - r * 0.62 * cos(turn)
        sheet.pencil(oval(px, py, r * 0.38, r * 0.38), width=2.0, press=0.75)
    sheet.pencil(oval(x, y, r * 0.2, r * 0.2), width=2.0)


def _edge(kind: str) -> str:
    """White on black, 900 by 900: the cloth with one of the three edges."""
    parts = ['<rect width="900" height="900" fill="#000"/>', placed(peony(190), 450, 450)]
    for turn in (0, 90, 180, 270):
        parts.append(
            f'<g transform="rotate({turn} 450 450)">{placed(small_flower(62), 205, 205)}{placed(leaf(120), 250, 190, -14)}{placed(leaf(120), 190, 250, 104)}</g>'
        )
    if kind == "blank":
        parts.append('<path d="M0 0H900V900H0ZM58 58V842H842V58Z" fill="#fff" fill-rule="evenodd"/>')
    elif kind == "fret":
        parts.append(fret_border(26, 26, 848, 848))
    else:
        teeth = "".join(area(f"M{x} 24L{x + 50} 24L{x + 25} 92Z") for x in range(75, 820, 50))
        parts += [f'<g transform="rotate({turn} 450 450)">{teeth}</g>' for turn in (0, 90, 180, 270)]
    return "".join(parts)


def cloth(kind: str, seed: int, frame: str) -> pyvips.Image:
    """The cloth washed with indigo where it will be dyed; `frame` places its 900 by 900 on the sheet."""
    ground = paper_ground(1130 + seed)
    laid = svg_mask(f'<g transform="{frame}">{_edge(kind)}</g>')
    pixels = svg_image(f'<g transform="{frame}">{_edge(kind)}</g>').numpy()[..., 0] / 255
    x, y = grid()
    dyed = laid * (1 - pixels)
    cloud = fbm(x / 110, y / 80, 1140 + seed, 4)
    return array_image(mix(ground, rgb(INDIGO_WASH), dyed * (0.62 + 0.55 * (cloud - 0.3))))


def two_bowls() -> pyvips.Image:
    """Two bowls drawn alike, washed as two firings would leave them."""
    sheet = Sheet(paper_ground(1151), 31)
    for x, tone in ((330, "#7d6fa0"), (800, "#8fa9c4")):
        sheet.wash(silhouette(BOWL, x, 640, 2.9), tone, 0.6)
        vessel(sheet, BOWL, x, 640, 2.9)
    sheet.pencil([(520, 520), (606, 520)], RED_PENCIL, 3.4, 0.9)
    sheet.pencil([(520, 548), (606, 548)], RED_PENCIL, 3.4, 0.9)
    sheet.pencil([(594, 490), (534, 578)], RED_PENCIL, 3.4, 0.9)
    return sheet.image


VASE, CLOTH, BOWLS = "designs/narrower-mouth", "designs/cover-cloth-edge", "designs/two-bowls-alike"
WHOLE, CORNER = "translate(210 60) scale(.867)", "translate(60 60) scale(1.7)"
DRAWINGS = (
    Drawing(f"{VASE}/v1.jpg", vase_as_it_was),
    Drawing(f"{VASE}/neck-straight.jpg", partial(neck, STRAIGHT, 1, "40")),
    Drawing(f"{VASE}/neck-waisted.jpg", partial(neck, WAISTED, 2, "35")),
    Drawing(f"{VASE}/neck-shouldered.jpg", partial(neck, SHOULDERED, 3, "40")),
    Drawing(f"{VASE}/v2.jpg", vase_too_narrow),
    Drawing(f"{VASE}/v3.jpg", vase_longer_neck),
    Drawing(f"{VASE}/v4.jpg", vase_settled),
    Drawing(f"{CLOTH}/v1.jpg", cloth_at_first),
    Drawing(f"{CLOTH}/v2.jpg", partial(cloth, "blank", 1, WHOLE)),
    Drawing(f"{CLOTH}/edge-blank.jpg", partial(cloth, "blank", 2, CORNER)),
    Drawing(f"{CLOTH}/edge-fret.jpg", partial(cloth, "fret", 3, CORNER)),
    Drawing(f"{CLOTH}/edge-teeth.jpg", partial(cloth, "teeth", 4, CORNER)),
    Drawing(f"{BOWLS}/v1.jpg", two_bowls),
)
