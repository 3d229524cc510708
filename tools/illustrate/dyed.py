"""Dyed cloths: wax-resist scarf, tie-dyed tote and blue calico mat, all from the indigo vat."""

from __future__ import annotations

from functools import partial

import numpy as np
import pyvips

from .canvas import (
    HEIGHT,
    WIDTH,
    Array,
    array_image,
    blur,
    fbm,
    grid,
    mix,
    noise,
    over,
    paper_ground,
    ramp,
    sample,
    shadow,
    smoothstep,
    svg_layers,
    weave,
    worley,
)
from .drawing import Drawing
from .dyed_motifs import wax_panel
from .stencil import calico_panel

VAT = [
    (0, "#f1eee2"),
    (0.18, "#cfd9de"),
    (0.4, "#8aa3bd"),
    (0.62, "#4f6f99"),
    (0.82, "#2c4a77"),
    (1, "#1c3157"),
]
FULL = 0.95  # how deep a good vat dyes a scarf


def dipped(depth: Array, seed: int, pitch: float = 6.0, relief: float = 0.085) -> Array:
    """Cloth dyed to a depth 0..1: uneven vat, weave showing."""
    height, width = depth.shape
    x, y = grid(width, height)
    uneven = 0.16 * (fbm(x / 170, y / 170, seed, 4) - 0.5) + 0.05 * (fbm(x / 7, y / 7, seed + 2, 2) - 0.5)
    cloth = ramp(np.clip(depth + uneven * smoothstep(0.05, 0.7, depth), 0, 1), VAT)
    light = 1 - relief * 0.62 + relief * weave(x, y, seed + 5, pitch)
    return np.asarray(cloth * light[..., None], dtype=np.float32)


def kept(svg: str, width: int, height: int, seed: int, wander: float = 1.6) -> Array:
    """Where wax or paste kept the dye out: the drawn white.

    Its edge made a little uneven by hand and cloth.
    """
    drawn = svg_layers(svg, width, height)[0][..., 0]
    x, y = grid(width, height)
    wx = wander * 2 * (fbm(x / 14, y / 14, seed, 3) - 0.5)
    wy = wander * 2 * (fbm(x / 14, y / 14, seed + 9, 3) - 0.5)
    return smoothstep(0.25, 0.8, blur(sample(drawn, x + wx, y + wy), 0.9))


# --- batik ------------------------------------------------------------------------------------


def ice_lines(width: int, height: int, size: float, line: float, seed: int) -> Array:
    """Ice crackle 冰纹: dye that ran into the broken wax.

    Long cracks, finer ones between, all fading out somewhere.
    """
    x, y = grid(width, height)
    wx, wy = 26 * (fbm(x / 90, y / 90, seed, 3) - 0.5), 26 * (fbm(x / 90, y / 90, seed + 4, 3) - 0.5)
    total = np.zeros((height, width), dtype=np.float32)
    for scale, weight, thin in ((1.0, 1.0, 1.0), (0.45, 0.62, 0.6)):
        cell = size * scale
        _, edge, _ = worley((x + wx) / cell, (y + wy) / cell, seed + int(100 * scale))
        strong = smoothstep(0.26, 0.50, fbm(x / (cell * 1.4), y / (cell * 1.4), seed + 8, 2))
        reach = line * thin * (0.5 + noise(x / 18, y / 18, seed + 12))
        hard = np.clip(1.2 - edge * cell / np.maximum(reach, 0.3), 0, 1)
        bleed = 0.38 * np.exp(-edge * cell / (reach * 2.6))
        total = np.maximum(total, weight * strong * np.maximum(hard, bleed))
    return total


def batik(width: int, height: int, seed: int, size: float = 42, line: float = 1.5, vat: float = FULL) -> Array:
    """Dye depth of a waxed panel; a `vat` weaker than FULL takes unevenly, in its cracks too."""
    wax = kept(wax_panel(width, height), width, height, seed)
    ice = ice_lines(width, height, size, line, seed + 30)
    x, y = grid(width, height)
    cloud = 1.2 * (FULL - vat) * (fbm(x / 210, y / 210, seed + 40, 3) - 0.5)
    depth = (vat + cloud) * (1 - wax) + wax * (0.03 + 0.82 * vat / FULL * ice)
    return np.asarray(depth, dtype=np.float32)


def hung(cloth: Array, left: int, top: int, sway: float, seed: int) -> tuple[Array, Array]:
    """Hang a panel by its upper edge: soft upright folds bend it and shade it.

    Returns (colour, coverage).
    """
    height, width = cloth.shape[:2]
    x, y = grid()
    u, v = (x - left) / width, (y - top) / height
    fall = np.clip(v, 0, 1)
    drift = fbm(u * 3.1 + 0.25 * fall, fall * 0.7, seed, 2) - 0.5
    wave = np.sin(u * 19 + 7 * drift + 0.8 * fall)
    bend = sway * (0.35 + 0.65 * fall) * wave
    sx, sy = x - left + bend, y - top + sway * 0.4 * np.cos(u * 19 + 7 * drift) * fall
    inside = smoothstep(-0.8, 0.8, np.minimum(np.minimum(sx, width - 1 - sx), np.minimum(sy, height - 1 - sy)))
    slope = np.cos(u * 19 + 7 * drift + 0.8 * fall) * (0.35 + 0.65 * fall)
    light = 1 + 0.17 * slope - 0.10 * wave - 0.06 * fall
    return np.asarray(sample(cloth, sx, sy) * light[..., None], dtype=np.float32), inside


ROD = (
    '<defs><linearGradient id="r" x2="0" y2="1"><stop offset="0" stop-color="#c79f70"/>'
    '<stop offset=".35" stop-color="#a87a4d"/><stop offset="1" '
    'stop-color="#5f3f27"/></linearGradient></defs>'
    '<rect x="250" y="{y}" width="700" height="17" rx="8" fill="url(#r)"/>'
)


def draw_scarf() -> pyvips.Image:
    """The scarf over a wooden rod: its front half, the back half showing lower at one side."""
    ground = paper_ground(301)
    cloth = dipped(batik(520, 800, 302, 40, 1.3), 303)
    back, back_mask = hung(cloth[::-1, ::-1] * np.float32(0.72), 388, 66, 5, 304)
    front, front_mask = hung(cloth, 336, 60, 8, 305)
    both = np.maximum(front_mask, back_mask)
    ground = shadow(ground, both, 34, 26, 26, 0.42)
    rod, rod_mask = svg_layers(ROD.format(y=54))
    ground = over(shadow(ground, rod_mask, 16, 18, 10, 0.4), rod, rod_mask)
    ground = over(ground, back, back_mask)
    ground = over(shadow(ground, front_mask, 8, 6, 7, 0.35), front, front_mask)
    _, y = grid()
    turn = smoothstep(60, 66, y) * smoothstep(96, 62, y) * front_mask
    return array_image(mix(ground, ground * 1.25, turn * smoothstep(58, 70, y) * 0.6))


def folded(cloth: Array, ground: Array, seed: int, turn: float = -0.035) -> Array:
    """Lay a folded cloth on the ground, a little askew.

    Soft edges, pressed creases, the lower layers showing.
    """
    height, width = cloth.shape[:2]
    x, y = grid()
    u0, v0 = x - WIDTH / 2, y - HEIGHT / 2 + 4
    u = u0 * np.cos(turn) + v0 * np.sin(turn) + width / 2
    v = v0 * np.cos(turn) - u0 * np.sin(turn) + height / 2
    for step in (2, 1, 0):
        wave = 7 * (fbm(x / 210, y / 210, seed + 3 * step, 2) - 0.5)
        sx, sy = u - step * 5 + wave + step * 0.012 * v, v - step * 9 - wave
        across = np.minimum(sx, width - 1 - sx)
        rim = np.minimum(across, np.minimum(sy, height - 1 - sy))
        mask = smoothstep(-0.7, 0.7, rim)
        light = 1 + 0.22 * (fbm(x / 260, y / 260, seed + 40, 2) - 0.5) - 0.10 * step
        light = light * (0.74 + 0.26 * smoothstep(-2, 13, rim))
        for crease in (sx - width / 2, sy - height / 2):
            light = light + 0.07 * np.sign(crease) * np.exp(-np.abs(crease) / 26) * -1
        below = (5, 7, 5, 0.45) if step < 2 else (16, 22, 22, 0.42)
        ground = shadow(ground, mask, *below)
        ground = over(ground, sample(cloth, sx, sy) * light[..., None], mask)
    return ground


def draw_batik_folded(size: float, line: float, vat: float, seed: int) -> pyvips.Image:
    """The scarf folded square on paper, the whorl and birds upward."""
    cloth = dipped(batik(860, 660, seed, size, line, vat), seed + 1)
    return array_image(folded(cloth, paper_ground(seed + 2), seed + 3))


def draw_batik_detail() -> pyvips.Image:
    """A close view of whorl and bird: wax edge, ice crackle and thread."""
    panel = wax_panel(860, 660)
    close = f'<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900" viewBox="92 96 400 300">{panel}</svg>'
    wax = kept(close, WIDTH, HEIGHT, 331, 3.0)
    ice = ice_lines(WIDTH, HEIGHT, 95, 2.6, 332)
    depth = 0.95 * (1 - wax) + wax * (0.03 + 0.85 * ice)
    x, y = grid()
    light = 1 + 0.16 * (fbm(x / 420, y / 420, 333, 2) - 0.5)
    return array_image(dipped(np.asarray(depth, dtype=np.float32), 334, 11, 0.10) * light[..., None])


# --- blue calico ------------------------------------------------------------------------------


def calico(width: int, height: int, seed: int) -> Array:
    """The printed mat as colour: paste edges crisp, a few hair cracks in the paste."""
    paste = kept(calico_panel(width, height), width, height, seed, 0.9)
    hair = ice_lines(width, height, 60, 0.7, seed + 3)
    depth = 0.97 * (1 - paste) + paste * (0.02 + 0.22 * hair)
    return dipped(np.asarray(depth, dtype=np.float32), seed + 5)


def fringe(left: float, top: float, width: float, height: float, seed: int) -> str:
    """Short warp ends left free at both sides of the mat."""
    dice = np.random.default_rng(seed)
    lines: list[str] = []
    for side, way in ((left + 1, -1), (left + width - 1, 1)):
        for k in range(int(height / 5)):
            y = top + 3 + k * 5
            sag, reach = dice.normal(1.5, 2.2), dice.uniform(17, 25)
            bow = f"M{side:.1f} {y:.1f}q{way * reach * 0.5:.1f} {sag * 0.3:.1f} {way * reach:.1f} {sag:.1f}"
            lines.append(
                f'<path d="{bow}" fill="none" stroke="{("#2c4a77", "#3d5c88", "#243f68")[k % 3]}" stroke-width="2"/>'
            )
    return "".join(lines)


def laid_mat(ground: Array, cloth: Array, seed: int) -> Array:
    """Lay the mat on a ground, its hem and fringe a little uneven."""
    height, width = cloth.shape[:2]
    x, y = grid()
    left, top = (WIDTH - width) / 2, (HEIGHT - height) / 2
    lift = 4.0 * (fbm(x / 240, y / 240, seed, 2) - 0.5)
    sx, sy = x - left + lift, y - top - lift
    rim = np.minimum(np.minimum(sx, width - 1 - sx), np.minimum(sy, height - 1 - sy))
    mask = smoothstep(-0.7, 0.7, rim)
    edge = np.minimum(sy, height - 1 - sy)
    hem = 1 - 0.2 * np.exp(-((edge - 13) ** 2) / 5) + 0.08 * np.exp(-((edge - 9) ** 2) / 9)
    light = (1 + 0.20 * (fbm(x / 300, y / 300, seed + 1, 2) - 0.5)) * hem
    threads, free = svg_layers(fringe(left, top, width, height, seed))
    both = np.maximum(mask, free)
    ground = shadow(shadow(ground, mask, 12, 16, 16, 0.34), both, 2, 3, 2, 0.4)
    return over(over(ground, threads, free), sample(cloth, sx, sy) * light[..., None], mask)


def draw_mat() -> pyvips.Image:
    """The mat lying on paper."""
    return array_image(laid_mat(paper_ground(401), calico(960, 676, 402), 403))


def draw_mat_detail() -> pyvips.Image:
    """The peony close to: separate cuts of the stencil, paste cracks, thread."""
    panel = calico_panel(980, 690)
    close = f'<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900" viewBox="430 210 400 300">{panel}</svg>'
    paste = kept(close, WIDTH, HEIGHT, 411, 2.2)
    hair = ice_lines(WIDTH, HEIGHT, 150, 1.5, 412)
    depth = np.asarray(0.97 * (1 - paste) + paste * (0.02 + 0.3 * hair), dtype=np.float32)
    x, y = grid()
    light = 1 + 0.16 * (fbm(x / 420, y / 420, 413, 2) - 0.5)
    return array_image(dipped(depth, 414, 11, 0.10) * light[..., None])


DRAWINGS = (
    Drawing("crafts/batik-scarf/cover.jpg", draw_scarf),
    Drawing("crafts/batik-scarf/detail.jpg", draw_batik_detail),
    Drawing("crafts/batik-scarf/outcome-fine-crackle.jpg", partial(draw_batik_folded, 21, 0.8, FULL, 311)),
    Drawing("crafts/batik-scarf/outcome-bold-crackle.jpg", partial(draw_batik_folded, 70, 5.6, FULL, 317)),
    Drawing("crafts/batik-scarf/outcome-pale-ground.jpg", partial(draw_batik_folded, 46, 1.1, 0.62, 323)),
    Drawing("crafts/blue-calico-mat/cover.jpg", draw_mat),
    Drawing("crafts/blue-calico-mat/detail.jpg", draw_mat_detail),
)
