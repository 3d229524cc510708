"""Ceramics plates: the Longquan celadon vase, the Jun tea bowl and the Ru tea set."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import pyvips

from . import glazes, turning
from .canvas import Array, paper_ground, smoothstep
from .drawing import Drawing
from .glazes import Stops
from .studio import Camera, Glaze, Piece, plate

VASE_EYE = Camera((0, 27, 98), (0.6, 12.9, 0), 19.5)
BOWL_EYE = Camera((0, 20, 48), (0.4, 3.1, 0), 19.5)
SET_EYE = Camera((0, 26, 62), (0.8, 4.2, 1.0), 20.5)
CUPS_EYE = Camera((9, 19, 38), (3.7, 3.4, 5.6), 18.5)


# --- Longquan celadon -------------------------------------------------------------------------


def petals(theta: Array, height: Array) -> Array:
    """Carved lotus petals (刻莲瓣) round the belly, a second row showing between the tips of the first.

    Depth in cm: deepest just above each petal's outline, then rising again, with a fine middle vein.
    """
    depth = np.zeros(np.broadcast(theta, height).shape, dtype=np.float32)
    hidden = depth - 9
    for shift, crown in ((0.0, 8.4), (0.5, 9.7)):
        phase = (theta * 12 / (2 * np.pi) + shift) % 1.0 - 0.5
        tip = crown - 3.4 * np.abs(phase * 2) ** 3.2 - 0.55 * np.abs(phase * 2)
        shown = smoothstep(-0.05, 0.05, height - hidden)
        cut = smoothstep(0.85, 0.1, height - tip) * smoothstep(-0.10, 0.12, height - tip)
        side = smoothstep(0.47, 0.5, np.abs(phase)) * smoothstep(0.4, -0.2, height - tip)
        cut = np.maximum(cut, 0.8 * side * (shift == 0))
        vein = 0.35 * smoothstep(0.07, 0.0, np.abs(phase)) * smoothstep(tip - 0.9, tip - 2.4, height)
        depth = np.maximum(depth * (1 - shown * smoothstep(0.0, -0.1, height - tip)), np.maximum(cut, vein) * shown)
        hidden = np.maximum(hidden, tip)
    return np.asarray(0.17 * depth * smoothstep(2.0, 3.0, height), dtype=np.float32)


def vase_piece(stops: Stops, seed: int, carved: bool = False) -> Piece:
    """The pear vase under a celadon glaze."""
    carving = petals if carved else None
    glaze = glazes.celadon(stops, 26.9, seed, carving)
    return Piece(turning.pear_vase(carving=carving), glaze, middle=13.5, bound=15.5, turn=0.22)


def crackled_vase() -> Piece:
    """The vase whose glaze crackled unasked: iron-dark main lines and a finer net."""
    under = glazes.celadon(glazes.GREY_GREEN, 26.9, 31)
    return Piece(turning.pear_vase(), glazes.crackled(under, "#4d4436", 2.3, 0.06, 0.8, 5), middle=13.5, bound=15.5)


def draw_vase(piece: Callable[[], Piece], seed: int) -> pyvips.Image:
    """The whole vase on paper."""
    return plate([piece()], VASE_EYE, paper_ground(seed))


def draw_vase_detail() -> pyvips.Image:
    """The belly close to: glaze pooled in the carved petals."""
    camera = Camera((6, 15, 40), (0.6, 7.2, 0), 19.0)
    return plate([vase_piece(glazes.PLUM_GREEN, 11, carved=True)], camera, paper_ground(12))


# --- Jun --------------------------------------------------------------------------------------

JUN: dict[str, Callable[[], Glaze]] = {
    "rose-purple": partial(glazes.jun, glazes.JUN_BLUE, "#86689c", "#743a62", 0.80, 6.98, 41),
    "sky-blue": partial(glazes.jun, glazes.JUN_BLUE, "#8d7fb4", "#8d7fb4", 0.0, 6.98, 47),
    "moon-white": partial(glazes.jun, glazes.JUN_MOON, "#c9d5de", "#c9d5de", 0.0, 6.98, 53),
    "begonia-red": partial(glazes.jun, glazes.JUN_RED, "#a53c4c", "#842a3c", 0.60, 6.98, 59),
    "cover": partial(glazes.jun, glazes.JUN_BLUE, "#8a76a8", "#75406e", 0.55, 6.98, 67),
}


def bowl_piece(name: str, turn: float = 0.0) -> Piece:
    """The tea bowl under one of the Jun glazes."""
    return Piece(turning.tea_bowl(), JUN[name](), middle=3.6, bound=8.2, turn=turn)


def draw_bowl(name: str, turn: float, seed: int) -> pyvips.Image:
    """The whole bowl on paper, its inside and its running outside both seen."""
    return plate([bowl_piece(name, turn)], BOWL_EYE, paper_ground(seed))


def draw_bowl_detail() -> pyvips.Image:
    """The lip and the flow beneath it, filling the frame."""
    camera = Camera((-2, 13, 23), (0.9, 4.9, 3.6), 13.5)
    return plate([bowl_piece("cover", 0.6)], camera, paper_ground(22))


# --- Ru ---------------------------------------------------------------------------------------


def tea_set(stops: Stops, seed: int) -> list[Piece]:
    """A teapot and two cups under one Ru glaze."""
    cup = turning.tea_cup()
    pot = Piece(turning.teapot(), glazes.ru(stops, 10.9, seed), (-2.6, 0, -1.0), -0.32, 5.4, 11.6)
    right = Piece(cup, glazes.ru(stops, 4.3, seed + 1), (7.6, 0, 5.2), 0.4, 2.1, 4.2)
    front = Piece(cup, glazes.ru(stops, 4.3, seed + 2), (0.9, 0, 8.4), 1.9, 2.1, 4.2)
    return [pot, right, front]


def draw_tea_set(stops: Stops, seed: int, camera: Camera = SET_EYE) -> pyvips.Image:
    """The set on paper."""
    return plate(tea_set(stops, seed), camera, paper_ground(seed))


def draw_tea_set_detail() -> pyvips.Image:
    """Shoulder, lid and crackle of the teapot close to."""
    pot = Piece(turning.teapot(), glazes.ru(glazes.RU_SKY, 10.9, 71), (0, 0, 0), -0.5, 5.4, 11.6)
    return plate([pot], Camera((3, 17, 26), (1.0, 7.2, 1.5), 19.0), paper_ground(72))


def _plates() -> tuple[Drawing, ...]:
    vases = {
        "cover": partial(vase_piece, glazes.PLUM_GREEN, 11, carved=True),
        "outcome-meizi": partial(vase_piece, glazes.PLUM_GREEN, 13),
        "outcome-fenqing": partial(vase_piece, glazes.POWDER_GREEN, 15),
        "outcome-douqing": partial(vase_piece, glazes.BEAN_GREEN, 17),
        "outcome-kaipian": crackled_vase,
    }
    bowls = {"cover": ("cover", 0.6), **{f"outcome-{name}": (name, 1.1) for name in list(JUN)[:4]}}
    sets = {
        "cover": (glazes.RU_SKY, 71, SET_EYE),
        "outcome-sky-green": (glazes.RU_SKY, 77, CUPS_EYE),
        "outcome-powder-green": (glazes.RU_POWDER, 83, SET_EYE),
        "outcome-egg-green": (glazes.RU_EGG, 89, SET_EYE),
    }
    return (
        *(
            Drawing(f"crafts/celadon-vase/{name}.jpg", partial(draw_vase, piece, 100 + k))
            for k, (name, piece) in enumerate(vases.items())
        ),
        Drawing("crafts/celadon-vase/detail.jpg", draw_vase_detail),
        *(
            Drawing(f"crafts/jun-tea-bowl/{name}.jpg", partial(draw_bowl, glaze, turn, 200 + k))
            for k, (name, (glaze, turn)) in enumerate(bowls.items())
        ),
        Drawing("crafts/jun-tea-bowl/detail.jpg", draw_bowl_detail),
        *(
            Drawing(f"crafts/ru-tea-set/{name}.jpg", partial(draw_tea_set, stops, seed, camera))
            for name, (stops, seed, camera) in sets.items()
        ),
        Drawing("crafts/ru-tea-set/detail.jpg", draw_tea_set_detail),
    )


DRAWINGS = _plates()
