"""Received pieces in use: ceramics and dyed cloth in a quiet room.

No people; light from a window at the left.
"""

from __future__ import annotations

import numpy as np
import pyvips

from . import glazes, turning
from .canvas import HEIGHT, WIDTH, Array, array_image, grid, over, rgb, sample, shadow, svg_layers, vignette
from .ceramics import bowl_piece, tea_set, vase_piece
from .drawing import Drawing
from .dyed import ROD, batik, calico, dipped, hung
from .flowers import blossom_branch, bouquet, sprig
from .still_life import fallen_leaves, lattice_window, persimmon, plain, tea, wall, with_cloth, wooden
from .studio import Camera, Floor, Piece, View, table, view
from .tie_dye import CRISP, DEEP, SOFT, tote

STANDING = Camera((0, 38, 122), (0, 22.6, 0), 26.0)
SEATED = Camera((0, 30, 62), (0, 3.2, 0), 24.0)


def room(pieces: list[Piece], camera: Camera, floor: Floor, backdrop: Array, edge: float = -46) -> View:
    """Stand the pieces on the table before the backdrop.

    The table's far edge throws a thin line of shade.
    """
    ground = table(floor, camera, backdrop, edge)
    _, horizon = camera.seen((0, 0, edge))
    _, y = grid()
    near = np.exp(-np.abs(y - horizon) / 9) * 0.28
    return view(pieces, camera, np.asarray(ground * (1 - near[..., None]), dtype=np.float32))


def in_mouth(scene: View, flowers: str) -> Array:
    """Set flowers into a vessel: its outer side hides the stems that stand within."""
    colour, cover = svg_layers(flowers)
    x, y = grid()
    light = 1.06 - 0.16 * (x / WIDTH) - 0.10 * (y / HEIGHT)
    return over(scene.colour, colour * light[..., None], cover * (1 - scene.outer))


def moved(piece: Piece, x: float, z: float) -> Piece:
    """The same piece standing elsewhere."""
    return Piece(piece.form, piece.glaze, (x, 0, z), piece.turn, piece.middle, piece.bound)


def finished(colour: Array) -> pyvips.Image:
    """Close the picture with a quiet fall of light."""
    return array_image(vignette(colour, 0.10))


def draw_celadon_bouquet() -> pyvips.Image:
    """The carved celadon vase holding a garden bouquet."""
    scene = room([moved(vase_piece(glazes.PLUM_GREEN, 11, carved=True), -3, 0)], STANDING, wooden(811), wall(812))
    x, y = STANDING.seen((-3, 26.9, 0))
    return finished(in_mouth(scene, f'<g transform="translate({x:.1f} {y + 10:.1f}) scale(.93)">{bouquet(0, 0)}</g>'))


def draw_celadon_pair() -> pyvips.Image:
    """Two vases ordered alike that came out differently green, a plum branch in one."""
    left = moved(vase_piece(glazes.BEAN_GREEN, 17), -11, 0)
    right = moved(vase_piece(glazes.POWDER_GREEN, 15), 10.5, -3)
    scene = room([left, right], STANDING, wooden(821, "#8d6445", "#583823"), wall(822, "#e2dccf", (120, 30)))
    x, y = STANDING.seen((-11, 26.9, 0))
    branch = [
        (x, y + 40),
        (x + 8, y - 40),
        (x - 26, y - 110),
        (x + 38, y - 172),
        (x + 24, y - 236),
        (x + 118, y - 278),
    ]
    return finished(in_mouth(scene, blossom_branch(branch, 823)))


def draw_celadon_stems() -> pyvips.Image:
    """The vase that was designed with its viewers: a small mouth, three stems with berries."""
    outline = [
        (0, 0.5),
        (3.4, 0.5),
        (3.6, 1.0),
        (4.6, 2.9),
        (5.6, 5.8),
        (5.0, 9.0),
        (2.9, 11.7),
        (1.75, 13.8),
        (1.7, 16.0),
        (2.1, 18.0),
    ]
    form = turning.Turned([turning.curve(outline) * np.float32(1.35)], 0.5)
    piece = Piece(form, glazes.celadon(glazes.POWDER_GREEN, 24.3, 826), (-4, 0, 2), 0.2, 12.0, 14.5)
    scene = room([piece], STANDING, wooden(827, "#9c7048", "#634428"), wall(828, "#dfd9cb", (220, -20)))
    x, y = STANDING.seen((-4, 24.3, 2))
    parts = []
    for dx, dy, bow in ((-92, -226, -24), (18, -262, 14), (112, -192, 40)):
        parts.append(sprig(x, y + 40, x + dx, y + dy, bow, 34, "#5d7d4f", "#4a5a38"))
        berries = ((0, 0), (13, -9), (-10, -13), (5, -24), (18, -26))
        parts += [
            f'<circle cx="{x + dx + bx:.1f}" cy="{y + dy + by:.1f}" r="7.5" fill="#b5372b"/>' for bx, by in berries
        ]
    return finished(in_mouth(scene, "".join(parts)))


def draw_jun_purple() -> pyvips.Image:
    """The rose-purple Jun bowl with tea in it, on dark wood."""
    at = (-2.5, 0.0, 2.0)
    bowl = moved(bowl_piece("rose-purple", 1.1), at[0], at[2])
    jar = Piece(turning.tea_cup(1.5), plain("#3a332c"), (12.0, 0, -10), 0, 3.1, 6.3)
    pieces = [bowl, tea(5.35, 4.5, at), jar, persimmon((10.5, 0, 6.5), 0.85, 3)]
    camera = Camera((0, 31, 52), (1.5, 2.6, 0), 24.0)
    return finished(room(pieces, camera, wooden(831, "#80583d", "#4a2f20"), wall(832, "#ddd2bf", (90, -60))).colour)


def draw_jun_moon_white() -> pyvips.Image:
    """The moon-white Jun bowl beside persimmons."""
    bowl = moved(bowl_piece("moon-white", 1.1), -4.5, 0)
    fruit = [
        persimmon((7.5, 0, 4.0), 1.0, 5, 0.4),
        persimmon((13.6, 0, -1.5), 0.95, 8),
        persimmon((8.2, 0, -4.6), 0.9, 11),
    ]
    camera = Camera((0, 27, 56), (2.0, 3.0, 0), 24.0)
    floor = fallen_leaves(
        wooden(841, "#c49a6b", "#8f6440"), [(-10.2, 10.0, 0.7, "#a8772f"), (4.4, 10.6, 2.4, "#9a4a2a")]
    )
    return finished(room([bowl, *fruit], camera, floor, wall(842, "#e4dccb", (700, -70))).colour)


def draw_ru_autumn() -> pyvips.Image:
    """The Ru tea set laid out in autumn: a linen runner, maple leaves, two persimmons, tea poured."""
    linen = np.asarray(rgb("#d9ceb6") * np.ones((420, 1400, 1), dtype=np.float32))
    x, y = grid(1400, 420)
    linen = np.asarray(linen * (0.97 + 0.04 * np.sin(x * 1.3) * np.sin(y * 1.3))[..., None], dtype=np.float32)
    floor = with_cloth(wooden(851, "#8a6040", "#563722"), linen, (0, 3), 90)
    leaves = [
        (-14.0, 9.5, 0.4, "#b5532a"),
        (14.6, 11.5, 2.2, "#c2812f"),
        (-6.5, 13.0, 3.9, "#a43f28"),
        (17.5, 4.0, 5.0, "#9c4428"),
    ]
    pieces = tea_set(glazes.RU_SKY, 77)
    pieces += [tea(2.75, 3.1, piece.at, "#b87f35") for piece in pieces[1:]]
    pieces += [persimmon((16.0, 0, -6.5), 0.9, 14), persimmon((-16.5, 0, -3.0), 0.85, 17)]
    camera = Camera((0, 31, 66), (0, 3.6, 1), 24.5)
    return finished(room(pieces, camera, fallen_leaves(floor, leaves), wall(852, "#ddd3c0", (420, -80))).colour)


def draw_batik_hung() -> pyvips.Image:
    """The finely crackled scarf over a rod on the wall, in window light, a branch standing beside it."""
    plaster = wall(861, "#e8e0cf", (660, 60))
    cloth = dipped(batik(560, 860, 862, 26, 1.0), 863)
    front, mask = hung(cloth, 260, 92, 9, 864)
    ground = shadow(plaster, mask, 40, 26, 24, 0.36)
    rod, rod_mask = svg_layers(f'<g transform="translate(-62 0)">{ROD.format(y=86)}</g>')
    ground = over(shadow(ground, rod_mask, 24, 18, 9, 0.35), rod, rod_mask)
    ground = over(ground, front, mask)
    patch = np.clip(plaster / wall(861, "#e8e0cf", None) - 1, 0, 1)
    ground = np.asarray(ground * (1 + mask[..., None] * patch * 1.2), dtype=np.float32)
    camera = Camera((-22, 22, 120), (-22, 21.5, 0), 25.0)
    vase = Piece(turning.mallet_vase(0.8), plain("#55473b", 0.25), (6.0, 0, 0), 0, 8.5, 10.5)
    scene = room([vase], camera, wooden(865), ground, -8)
    px, py = camera.seen((6.0, 16.6, 0))
    twig = sprig(px, py + 40, px + 66, py - 250, 30, 40, "#7d9468", "#4a5c41")
    twig += sprig(px, py + 40, px - 50, py - 170, -20, 36, "#8a9a6c", "#4a5c41")
    return finished(in_mouth(scene, twig))


def draw_batik_runner() -> pyvips.Image:
    """The boldly crackled scarf as a table cloth under a bowl and a spray of green."""
    cloth = dipped(batik(860, 1180, 871, 66, 4.0), 872)
    floor = with_cloth(wooden(873, "#c09468", "#8b5f3c"), cloth, (1.5, 2.0), 34.0, 0.08)
    bowl = moved(bowl_piece("moon-white", 1.1), 11.5, -9.5)
    camera = Camera((0, 49, 56), (0.5, 0, 0.5), 26.0)
    pieces = [bowl, persimmon((-18.6, 0, -9.5), 0.85, 6), persimmon((-20.8, 0, -17.5), 0.8, 9)]
    return finished(room(pieces, camera, floor, wall(874), -70).colour)


def draw_tote_family() -> pyvips.Image:
    """Three totes of one family on wooden hooks: crisp, soft and deep."""
    ground = wall(881, "#e9e1d0", (700, 330))
    rail = (
        '<rect x="60" y="168" width="1080" height="44" rx="5" fill="#a27649"/>'
        '<rect x="60" y="168" width="1080" height="9" rx="4" fill="#c39a6a"/>'
    )
    for x in (225, 600, 975):
        rail += f'<circle cx="{x}" cy="192" r="15" fill="#6b4529"/><circle cx="{x - 3}" cy="188" r="9" fill="#8e6440"/>'
    wood, cover = svg_layers(rail)
    ground = over(shadow(ground, cover, 10, 14, 9, 0.4), wood, cover)
    x, y = grid()
    for place, size, lean, bath in (
        (225, 0.57, 0.015, CRISP),
        (600, 0.62, -0.01, SOFT),
        (975, 0.57, 0.012, DEEP),
    ):
        colour, mask = tote(bath)
        dx, dy = x - place, y - 192
        sx = (dx * np.cos(lean) + dy * np.sin(lean)) / size + 600
        sy = (dy * np.cos(lean) - dx * np.sin(lean)) / size + 92
        inside = (sx > 1) & (sx < WIDTH - 2) & (sy > 1) & (sy < HEIGHT - 2)
        hung_mask = np.asarray(sample(mask, sx, sy) * inside, dtype=np.float32)
        ground = shadow(shadow(ground, hung_mask, 30, 22, 18, 0.36), hung_mask, 7, 6, 5, 0.25)
        ground = over(ground, sample(colour, sx, sy), hung_mask)
        peg, peg_mask = svg_layers(
            f'<circle cx="{place}" cy="192" r="15" fill="#7d5534"/><circle '
            f'cx="{place - 4}" cy="187" r="8" fill="#a67a4f"/>'
        )
        ground = over(ground, peg, peg_mask)
    return finished(ground)


def draw_calico_tea() -> pyvips.Image:
    """The blue calico mat under a powder-green tea set."""
    floor = with_cloth(wooden(891, "#c39768", "#8d623e"), calico(960, 676, 892), (0, 1.0), 39, -0.04)
    camera = Camera((0, 44, 62), (0, 1.5, 0.5), 25.5)
    pieces = tea_set(glazes.RU_POWDER, 83)
    pieces += [tea(2.75, 3.1, piece.at, "#b0833c") for piece in pieces[1:]]
    return finished(room(pieces, camera, floor, wall(893), -70).colour)


def draw_calico_window() -> pyvips.Image:
    """The mat on a table beneath a lattice window, a small vase with a plum branch on it."""
    floor = with_cloth(wooden(901, "#8f6543", "#593a25"), calico(960, 676, 902), (0, 2.5), 37, 0.0)
    vase = Piece(turning.mallet_vase(0.85), glazes.celadon(glazes.POWDER_GREEN, 17.5, 903), (-6.5, 0, 1), 0, 8.8, 11)
    cup = Piece(turning.tea_cup(), glazes.celadon(glazes.POWDER_GREEN, 4.2, 905), (8.0, 0, 6.5), 0.4, 2.1, 4.2)
    camera = Camera((0, 34, 84), (0, 10.8, 0), 26.5)
    pieces = [vase, cup, tea(2.75, 3.1, cup.at, "#a98a3c")]
    scene = room(pieces, camera, floor, lattice_window(904), -26)
    x, y = camera.seen((-6.5, 17.6, 1))
    branch = [
        (x, y + 40),
        (x + 6, y - 34),
        (x + 46, y - 96),
        (x + 22, y - 150),
        (x + 96, y - 196),
        (x + 150, y - 188),
    ]
    return finished(in_mouth(scene, blossom_branch(branch, 906, "#f4ece2", "#a9564a")))


def _photo(slug: str) -> str:
    return f"showcases/{slug}/photo-1.jpg"


DRAWINGS = (
    Drawing(_photo("celadon-bouquet"), draw_celadon_bouquet),
    Drawing(_photo("celadon-pair"), draw_celadon_pair),
    Drawing(_photo("celadon-three-stems"), draw_celadon_stems),
    Drawing(_photo("jun-bowl-purple"), draw_jun_purple),
    Drawing(_photo("jun-bowl-moonwhite"), draw_jun_moon_white),
    Drawing(_photo("ru-tea-autumn"), draw_ru_autumn),
    Drawing(_photo("batik-crackle"), draw_batik_hung),
    Drawing(_photo("batik-bold"), draw_batik_runner),
    Drawing(_photo("tie-dye-family"), draw_tote_family),
    Drawing(_photo("blue-calico-tea"), draw_calico_tea),
    Drawing(_photo("blue-calico-window"), draw_calico_window),
)
