"""Silver: Miao butterfly earrings of filigree (苗银), and a chased plaque (錾刻) with a border of cloud scroll.

Silver is drawn as wires and swellings and lit as polished metal.
"""

from __future__ import annotations

from math import pi

import numpy as np
import pyvips

from tools.illustrate.canvas import (
    array_image,
    cloth_ground,
    fbm,
    paper_ground,
    rgb,
)
from tools.illustrate.drawing import Drawing
from tools.illustrate.motifs import (
    box,
    butterfly_wings,
    disc,
    fill,
    leaf,
    line,
    petal,
    placed,
    smooth,
    volute,
)
from tools.illustrate.relief import (
    FULL,
    Piece,
    Surface,
    View,
    laid,
    lit,
    mask,
    packed,
    silvered,
    soft,
    swell,
)


def beaded(d: str, width: float) -> str:
    """Beaded wire: a row of grains along a path."""
    grains = f'stroke-linecap="round" stroke-dasharray="0.01 {width * 0.86:.2f}"'
    return line(d, width * 0.55) + f'<path d="{d}" fill="none" stroke="#fff" stroke-width="{width}" {grains}/>'


def scroll(r: float, x: float, y: float, turn: float, hand: int = 1, width: float = 3.4) -> str:
    """One curl of filigree wire with a grain of silver in its eye."""
    return placed(line(smooth(volute(1.6, r, hand), False), width) + disc(0, 0, width * 0.95), x, y, turn)


def wing_filigree() -> str:
    """The right wings: beaded rims, and curls of fine wire packed into them (累丝)."""
    fore, hind = butterfly_wings()
    out = ""
    for i, (x, y, r) in enumerate(
        packed(
            fill(fore) + fill(hind) + line(fore, 5, "#000") + line(hind, 5, "#000"),
            View(-2, -72, 108, 108, 162),
            11.5,
            2.1,
        )
    ):
        if r < 3.6:
            out += disc(x, y, r)
        else:
            out += f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r - 0.6:.2f}" fill="none" stroke="#fff" stroke-width="1.7"/>'
            out += scroll(r - 1.0, x, y, 67 * i, 1 if i % 2 else -1, 1.6)
    return out + beaded(fore, 5.4) + beaded(hind, 5.4)


def drop(length: float) -> tuple[str, str]:
    """A fine chain with a leaf-shaped drop (银坠): wires, then the solid leaf."""
    links = "".join(
        f'<ellipse cx="0" cy="{i * 8 + 4}" rx="{2.6 if i % 2 else 1.2}" ry="4.6" fill="none" stroke="#fff" stroke-width="1.8"/>'
        for i in range(int(length / 8))
    )
    end = int(length / 8) * 8
    shape = placed(fill(leaf(32, 17)) + disc(0, -1, 3.4), 0, end + 33)
    return links, shape


def earring() -> tuple[str, str, str]:
    """One earring hung on the origin: wires, solid parts, engraved lines."""
    wings = wing_filigree()
    wires = placed(wings, 0, 150, 0, 1.5) + placed(wings, 0, 150, 0, 1.5, True)
    hook = "M0 74C-2 46 -30 30 -30 2C-30 -32 26 -34 30 2C31 16 28 30 24 44"
    wires += line(hook, 5)
    wires += line("M-4 112C-12 88 -26 76 -40 74", 3) + line("M4 112C12 88 26 76 40 74", 3)
    wires += scroll(9, -44, 79, 60, 1, 2.6) + scroll(9, 44, 79, -60, -1, 2.6)
    wires += '<circle cx="0" cy="84" r="9" fill="none" stroke="#fff" stroke-width="4"/>'
    solid = disc(0, 112, 13) + fill(smooth([(0, 122), (13, 142), (10, 180), (0, 222), (-10, 180), (-13, 142)]))
    grooves = "".join(line(f"M-12 {y}Q0 {y + 7} 12 {y}", 2.2) for y in (150, 162, 174, 186, 198))
    for x, top, length in ((-72, 270, 40), (-36, 246, 72), (0, 224, 104), (36, 246, 72), (72, 270, 40)):
        links, shape = drop(length)
        wires += placed(links, x, top)
        solid += placed(shape, x, top)
        grooves += line(f"M{x} {top + length + 8}V{top + length + 28}", 1.6)
    return wires, solid, grooves


def silver_piece(wires: str, solid: str, grooves: str, view: View, tint: str = "#e6e7e8") -> Piece:
    """Silver from its wires, its swellings and its engraved lines."""
    s = view.scale
    wire, mass, cut = mask(wires, view), mask(solid, view), mask(grooves, view)
    gx, gy = view.grid()
    hammer = fbm(gx / 9, gy / 9, 5, 2) - 0.5
    height = swell(wire, 3.0 * s) * 4.6 * s + swell(mass, 9 * s) * 9 * s + mass * hammer * 1.4 * s
    height -= soft(cut, 0.7 * s) * 2.2 * s
    edge = mask(wires + solid, view)
    cover = np.clip(np.maximum(edge, np.maximum(np.where(wire > 0.2, np.minimum(wire * 1.8, 1), 0), mass)), 0, 1)
    return Piece(silvered(height, tint, 0.16 * soft(cut, s)), np.asarray(cover, dtype=np.float32))


def earrings(view: View) -> Piece:
    """The pair side by side, the second a mirror of the first."""
    wires, solid, grooves = earring()

    def both(one: str) -> str:
        return placed(one, 330, 124, 0, 1.62) + placed(one, 870, 124, 0, 1.62, True)

    return silver_piece(both(wires), both(solid), both(grooves), view)


def earrings_cover() -> pyvips.Image:
    """The pair lying on celadon-grey paper, so that the wires tell."""
    ground = paper_ground(41, tone="#8fa39c")
    return array_image(laid(ground, earrings(FULL), 9, 0.5))


def earrings_detail() -> pyvips.Image:
    """Filigree curls, twisted rim and grains of one wing, close."""
    view = View(395, 205, 200, 1200, 900)
    ground = cloth_ground(42, tone="#3d4858") * 0.95
    return array_image(laid(ground, earrings(view), 20, 0.62))


def cloud_band(length: float, height: float) -> str:
    """A running cloud scroll (卷云纹) along the x axis from the origin: curls rising from one ground line."""
    count = max(round(length / (height * 0.95)), 1)
    step, r, w = length / count, height * 0.36, height * 0.075
    out = line(f"M0 {r * 1.05:.2f}H{length:.2f}", w)
    for i in range(count):
        x = (i + 0.5) * step
        out += placed(line(smooth(volute(1.9, r, 1), False), w), x, 0)
        out += line(
            f"M{x + r * 0.2:.1f} {r:.1f}Q{x + step * 0.48:.1f} {r:.1f} {x + step * 0.5:.1f} {-r * 0.5:.1f}",
            w * 0.8,
        )
        out += line(
            f"M{x + step * 0.56:.1f} {r * 0.6:.1f}Q{x + step * 0.6:.1f} 0 {x + step * 0.52:.1f} {-r * 0.9:.1f}",
            w * 0.6,
        )
    return out


PLAQUE = smooth(
    [
        (600, 252),
        (640, 252),
        (676, 252),
        (720, 254),
        (762, 262),
        (778, 300),
        (778, 420),
        (778, 560),
        (778, 672),
        (762, 712),
        (712, 722),
        (600, 726),
        (488, 722),
        (438, 712),
        (422, 672),
        (422, 560),
        (422, 420),
        (422, 300),
        (438, 262),
        (480, 254),
        (524, 252),
        (560, 252),
    ]
)


def plaque_lotus() -> str:
    """The lotus chased in the middle of the plaque, with its two leaves and ripples, as lines."""
    out = ""
    for a, length, w in (
        (-78, 78, 34),
        (78, 78, 34),
        (-50, 92, 42),
        (50, 92, 42),
        (-24, 104, 46),
        (24, 104, 46),
        (0, 110, 50),
    ):
        out += placed(fill(petal(length, w, 1), "#000") + line(petal(length, w, 1), 3.4), 600, 500, a)
        for k in (-0.18, 0.0, 0.18):
            out += placed(
                line(f"M{w * k * 0.6:.1f} {-length * 0.3:.1f}L{w * k:.1f} {-length * 0.66:.1f}", 1.7),
                600,
                500,
                a,
            )
    out += line("M600 504C596 540 606 570 600 612", 4)
    out += line(smooth([(600, 560), (566, 536), (524, 540), (508, 560), (530, 578), (572, 578)]), 3.2)
    out += line(smooth([(602, 584), (640, 558), (682, 560), (696, 580), (672, 600), (630, 600)]), 3.2)
    out += line("M600 560C570 556 545 556 524 560M602 584C632 578 656 578 680 580", 2)
    for y, w in ((622, 84), (636, 60), (650, 32)):
        out += line(f"M{600 - w} {y}Q{600 - w / 2} {y - 9} 600 {y}T{600 + w} {y}", 2.6)
    return out


def plaque_lines() -> str:
    """All chased lines of the plaque: double frame, cloud scroll between, lotus, crown."""
    frame = box(456, 292, 288, 396, "#000", 14)
    out = f'<g fill="none" stroke="#fff" stroke-width="3.6">{frame}'.replace('fill="#000"', "") + "</g>"
    inner = '<rect x="502" y="338" width="196" height="304" rx="8" fill="none" stroke="#fff" stroke-width="3.2"/>'
    out += inner
    out += placed(cloud_band(262, 38), 469, 315) + placed(cloud_band(262, 38), 469, 665)
    out += placed(cloud_band(300, 38), 479, 340, 90) + placed(cloud_band(300, 38), 721, 640, -90)
    for x, hand in ((556, 1), (644, -1)):
        out += placed(line(smooth(volute(1.8, 22, hand), False), 3), x, 240, 90 * hand)
    out += placed(line(smooth(volute(1.6, 20, 1), False), 3), 590, 204) + line("M610 224C630 218 632 196 622 184", 3)
    return out + plaque_lotus()


def plaque(view: View) -> Piece:
    """The plaque with its rolled rim, crown of cloud and chased lines; ring-punched ground between the frames."""
    s = view.scale
    shape = fill(PLAQUE)
    lobes = disc(556, 236, 34) + disc(644, 236, 34) + disc(600, 198, 42) + box(556, 214, 88, 60)
    loop = '<circle cx="600" cy="142" r="19" fill="none" stroke="#fff" stroke-width="9"/>'
    body, top = mask(shape, view), mask(lobes + loop, view)
    rim, cut = mask(line(PLAQUE, 11), view), mask(plaque_lines(), view)
    band = mask(box(458, 294, 284, 392, "#fff", 12) + box(500, 336, 200, 308, "#000", 8), view)
    gx, gy = view.grid()
    ring = np.hypot((gx + 3.2 * (np.floor(gy / 5.6) % 2)) % 6.4 - 3.2, gy % 5.6 - 2.8)
    punch = np.exp(-(((ring - 1.7) / 0.65) ** 2)) * band * np.clip(1 - soft(cut, 1.6 * s) * 2.4, 0, 1)
    uneven = (fbm(gx / 70, gy / 70, 9, 2) - 0.5) * 3.2 + (fbm(gx / 16, gy / 9, 10, 1) - 0.5) * 0.16
    height = swell(body, 16 * s) * 13 * s + uneven * s * body + swell(rim, 6 * s) * 6 * s + swell(top, 12 * s) * 11 * s
    chase = 1 + 0.16 * np.sin((gx * 0.8 + gy * 0.6) * 2 * pi / 3.1)
    height -= (soft(cut, 0.8 * s) * 2.6 * chase + punch * 0.6) * s
    worn = 0.30 * soft(cut, 1.0 * s) + 0.16 * punch + 0.07 * band
    cover = np.maximum(np.maximum(body, rim), top)
    bands = 1 + 0.10 * np.sin((gx * 0.9 + gy * 0.5) / 62 + 2.4 * fbm(gx / 300, gy / 300, 12, 2)) + 0.05
    metal = silvered(np.asarray(height, dtype=np.float32), "#e3e3e2", worn) * bands[..., None]
    return Piece(np.asarray(np.clip(metal, 0, 1), dtype=np.float32), cover)


def cord(view: View, d: str, colour: str, width: float) -> Piece:
    """A twisted silk cord."""
    gx, gy = view.grid()
    cover = mask(line(d, width), view)
    twist = 0.5 + 0.5 * np.sin((gx * 0.55 + gy) * 2 * pi / (width * 0.8))
    height = swell(cover, width * 0.5 * view.scale) * width * view.scale + twist * cover * 1.2 * view.scale
    tone = np.asarray(rgb(colour) * (0.82 + 0.25 * twist[..., None]), dtype=np.float32)
    return Piece(lit(tone, np.asarray(height, dtype=np.float32), Surface(0.5, 0.08, 12)), cover)


def plaque_cover() -> pyvips.Image:
    """The plaque on its red silk cord."""
    view = View(90, 64, 1020)
    d = "M598 126C560 90 520 60 500 20M602 126C640 90 680 60 700 20"
    ground = laid(paper_ground(44, tone="#efe9dc"), cord(view, d, "#9c2f2a", 10), 8)
    return array_image(laid(ground, plaque(view), 14, 0.5))


def plaque_detail() -> pyvips.Image:
    """Chasing marks: the corner of the cloud border over its ring-punched ground."""
    view = View(428, 262, 200, 1200, 900)
    return array_image(laid(paper_ground(45), plaque(view), 12))


DRAWINGS: tuple[Drawing, ...] = (
    Drawing("crafts/miao-silver-earrings/cover.jpg", earrings_cover),
    Drawing("crafts/miao-silver-earrings/detail.jpg", earrings_detail),
    Drawing("crafts/silver-plaque/cover.jpg", plaque_cover),
    Drawing("crafts/silver-plaque/detail.jpg", plaque_detail),
)
