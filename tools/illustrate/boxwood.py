"""Boxwood carving (黄杨木雕): a scholar's rock, pierced and wrinkled, with an old pine, on a rosewood stand."""

from __future__ import annotations

import numpy as np
import pyvips

from tools.illustrate.canvas import array_image, fbm, mix, paper_ground
from tools.illustrate.carving import (
    BOXWOOD,
    ROSEWOOD,
    Layer,
    carved,
    floor_shadow,
    grain_of,
    pads,
)
from tools.illustrate.drawing import Drawing
from tools.illustrate.motifs import (
    box,
    fill,
    line,
    placed,
    smooth,
    volute,
)
from tools.illustrate.relief import Piece, Surface, View, cast, laid, lit, mask, swell

ROCK = smooth(
    [
        (424, 676),
        (396, 640),
        (420, 596),
        (404, 548),
        (430, 500),
        (470, 492),
        (474, 440),
        (446, 396),
        (462, 336),
        (508, 300),
        (520, 240),
        (560, 196),
        (606, 214),
        (622, 262),
        (664, 280),
        (690, 330),
        (668, 380),
        (686, 424),
        (736, 446),
        (764, 500),
        (744, 548),
        (776, 590),
        (790, 640),
        (768, 678),
        (690, 690),
        (560, 692),
    ]
)


HOLES = (
    smooth([(560, 330), (592, 312), (612, 340), (600, 384), (570, 388), (552, 362)]),
    smooth([(520, 520), (556, 500), (582, 528), (570, 576), (530, 584), (508, 556)]),
    smooth([(660, 500), (690, 508), (700, 544), (676, 566), (652, 540)]),
    smooth([(556, 256), (576, 248), (584, 270), (566, 284)]),
)


def boxwood(view: View) -> Piece:
    """The scholar's rock, wrinkled and pierced, an old pine rising before it."""
    s = view.scale
    gx, gy = view.grid()
    m = mask(fill(ROCK) + "".join(fill(h, "#000") for h in HOLES), view)
    warp = 24 * (fbm(gx / 70, gy / 90, 71, 2) - 0.5)
    ridges = 1 - np.abs(2 * fbm((gx + warp) / 40, (gy - warp) / 84, 73, 2) - 1)
    rock = swell(m, 70 * s) * 92 * s + ridges * 22 * s * m + (fbm(gx / 9, gy / 14, 75, 2) - 0.5) * 2.4 * s
    trunk = smooth(
        [
            (716, 684),
            (736, 640),
            (722, 590),
            (748, 540),
            (734, 490),
            (700, 450),
            (694, 404),
            (726, 366),
            (740, 330),
            (752, 336),
            (744, 376),
            (716, 410),
            (724, 444),
            (758, 486),
            (772, 540),
            (748, 596),
            (762, 640),
            (764, 684),
        ]
    )
    boughs = (
        line("M706 444C670 424 640 436 604 420", 13)
        + line("M760 520C800 500 820 506 846 480", 12)
        + line("M740 350C760 320 790 316 808 296", 11)
        + line("M736 340C716 312 690 306 664 300", 9)
    )
    bark = "".join(line(f"M{700 + 9 * (i % 4) + (i * 13) % 20} {440 + i * 12}q9 5 14 -3", 2.4) for i in range(20))
    wood = (
        Layer(fill(trunk) + boughs, 30, 14, 20, bark, 2.4),
        *pads(
            (
                (596, 428, 40),
                (640, 404, 44),
                (566, 404, 30),
                (824, 490, 46),
                (866, 462, 38),
                (800, 466, 34),
                (660, 290, 36),
                (700, 272, 42),
                (748, 268, 46),
                (806, 288, 48),
                (852, 306, 34),
                (776, 244, 40),
                (722, 236, 32),
            ),
            42,
        ),
    )
    front = carved(view, wood, BOXWOOD, 77, 0.06)
    tone = grain_of(view, BOXWOOD, 77)
    shadow = cast(front.cover, 8 * s, 11 * s, 6 * s) * 0.55
    stone = lit(
        np.asarray(tone * (1 - shadow)[..., None], dtype=np.float32),
        np.asarray(rock, dtype=np.float32),
        Surface(0.46, 0.06, 14, 0.7, 8 * s),
    )
    return Piece(mix(stone, front.colour, front.cover), np.maximum(m, front.cover))


def rosewood_stand(view: View) -> Piece:
    """The dark stand: a waisted table with a pierced apron and four curled feet."""
    top = smooth([(368, 676), (440, 668), (760, 668), (832, 676), (836, 690), (822, 700), (378, 700), (364, 690)])
    apron = smooth(
        [
            (388, 706),
            (812, 706),
            (818, 724),
            (790, 744),
            (720, 738),
            (664, 752),
            (600, 744),
            (536, 752),
            (480, 738),
            (410, 744),
            (382, 724),
        ]
    )
    foot = smooth([(386, 712), (424, 712), (428, 744), (412, 772), (420, 790), (396, 796), (376, 788), (384, 762)])
    curls = "".join(
        placed(line(smooth(volute(1.4, 13, h), False), 3), x, 728, 90 * h) for x, h in ((500, 1), (700, -1))
    )
    feet = fill(foot) + placed(fill(foot), 1200, 0, 0, 1, True)
    return carved(
        view,
        (
            Layer(fill(apron), 4, 8, 8, curls, 3),
            Layer(feet, 10, 12, 12),
            Layer(box(392, 698, 416, 10), 6, 4, 3),
            Layer(fill(top), 16, 10, 9),
        ),
        ROSEWOOD,
        79,
        0.16,
    )


def ornament(view: View) -> Piece:
    """The rock on its stand."""
    stand, rock = rosewood_stand(view), boxwood(view)
    joined = laid(stand.colour, rock, 5 * view.scale, 0.5)
    return Piece(joined, np.maximum(stand.cover, rock.cover))


def boxwood_cover() -> pyvips.Image:
    """The ornament standing on paper."""
    view = View(30, 20, 1140)
    ground = floor_shadow(paper_ground(51), view, 794, 236)
    piece = ornament(view)
    return array_image(mix(ground, piece.colour, piece.cover))


def boxwood_detail() -> pyvips.Image:
    """Pine pads and pierced rock, close."""
    view = View(548, 210, 330, 1200, 900)
    piece = ornament(view)
    return array_image(mix(paper_ground(52, tone="#d8c7a6") * 0.9, piece.colour, piece.cover))


DRAWINGS: tuple[Drawing, ...] = (
    Drawing("crafts/boxwood-ornament/cover.jpg", boxwood_cover),
    Drawing("crafts/boxwood-ornament/detail.jpg", boxwood_detail),
)
