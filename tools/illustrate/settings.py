"""Rooms and tables in which received pieces are seen: walls, boards, window light, and a few quiet props.

Settings are seen straight on (a wall and the front of a table) or from above (a table top).
"""

from __future__ import annotations

import numpy as np

from tools.illustrate.canvas import Array, blur, cloth_ground, fbm, grid, mix, ramp, rgb, wood_ground
from tools.illustrate.carving import ROSEWOOD, Layer, Tones, carved
from tools.illustrate.motifs import box, disc, fill, leaf, line, placed
from tools.illustrate.relief import FULL, Piece, Surface, laid, lit, mask, soft, swell


def wall(tone: str, seed: int) -> Array:
    """Limewashed plaster, brighter toward the window on the left."""
    x, y = grid()
    level = 1.04 - 0.16 * (x / 1200) - 0.06 * (y / 900) + 0.05 * (fbm(x / 160, y / 120, seed, 3) - 0.5)
    level += 0.02 * (fbm(x / 7, y / 6, seed + 3, 2) - 0.5)
    return np.asarray(np.clip(rgb(tone) * level[..., None], 0, 1), dtype=np.float32)


def table(ground: Array, top: int, seed: int, pale: str = "#b98a5c", dark: str = "#7d5233") -> Array:
    """A table before the wall: its top in shallow view, then its front edge."""
    out = ground.copy()
    edge = 838
    board = wood_ground(seed, 1200, 900, pale, dark)
    rows = np.linspace(0, 880, edge - top).astype(np.int64)
    fall = np.linspace(0.86, 1.06, edge - top, dtype=np.float32)[:, None, None]
    out[top:edge] = np.clip(board[rows] * fall, 0, 1)
    front = board[: 900 - edge] * np.linspace(0.62, 0.50, 900 - edge, dtype=np.float32)[:, None, None]
    out[edge:] = front
    out[edge : edge + 2] = np.clip(board[:2] * 1.15, 0, 1)
    shade = np.zeros((900, 1200), np.float32)
    shade[top - 26 : top + 4] = 0.4
    return mix(
        out,
        rgb("#2d221b"),
        np.asarray(blur(shade, 9) * (np.arange(900)[:, None] < edge), dtype=np.float32) * 0.55,
    )


def linen(seed: int, tone: str) -> Array:
    """A linen table cloth seen from above, its weave softened by distance."""
    near = cloth_ground(seed, tone=tone)
    return mix(near, blur(near, 1.3), 0.75)


def board_above(seed: int, pale: str = "#c39a6c", dark: str = "#85593a") -> Array:
    """A table top seen from above, three planks wide."""
    out = wood_ground(seed, 1200, 900, pale, dark)
    seams = mask(line("M0 302H1200M0 606H1200", 2.4), FULL)
    return np.asarray(out * (1 - 0.55 * seams)[..., None], dtype=np.float32)


def window_light(scene: Array, strength: float = 0.26, shift: float = 0, slant: float = -24) -> Array:
    """Light through a latticed window, lying slantwise over everything."""
    panes = ""
    for col in range(3):
        for row in range(4):
            panes += box(330 + shift + col * 168, -60 + row * 236, 148, 214)
    light = blur(mask(f'<g transform="skewX({slant})">{panes}</g>', FULL), 7)
    x, y = grid()
    fade = np.clip(1.15 - 0.5 * (y / 900) - 0.25 * (x / 1200), 0, 1)
    gain = 1 - strength * 0.42 + strength * light * fade
    warm = np.array([1.0, 0.985, 0.95], dtype=np.float32) ** light[..., None]
    return np.asarray(np.clip(scene * gain[..., None] * warm, 0, 1), dtype=np.float32)


def standing(scene: Array, piece: Piece, y: float, half: float, x: float) -> Array:
    """A piece standing on a table, with its pool of shadow at (x, y)."""
    far = f'<ellipse cx="{x + half * 0.35}" cy="{y}" rx="{half * 1.3}" ry="{max(half * 0.10, 5)}" fill="#fff"/>'
    near = f'<ellipse cx="{x + 3}" cy="{y}" rx="{half}" ry="{max(half * 0.045, 3)}" fill="#fff"/>'
    scene = mix(scene, rgb("#20160f"), soft(mask(far, FULL), 9) * 0.45)
    scene = mix(scene, rgb("#1c130d"), soft(mask(near, FULL), 3) * 0.6)
    return mix(scene, piece.colour, piece.cover)


def moved(piece: Piece, left: int, top: int) -> Piece:
    """A smaller piece put on an empty picture-sized sheet with its corner at (left, top)."""
    colour, cover = np.zeros((900, 1200, 3), np.float32), np.zeros((900, 1200), np.float32)
    high, wide = piece.cover.shape
    y0, x0, y1, x1 = max(top, 0), max(left, 0), min(top + high, 900), min(left + wide, 1200)
    colour[y0:y1, x0:x1] = piece.colour[y0 - top : y1 - top, x0 - left : x1 - left]
    cover[y0:y1, x0:x1] = piece.cover[y0 - top : y1 - top, x0 - left : x1 - left]
    return Piece(colour, cover)


def turned(outline: tuple[tuple[float, float], ...], x: float, tone: str, gloss: float = 0.35) -> Piece:
    """A turned or thrown vessel from its outline (y, radius), lit from the left."""
    gx, gy = grid()
    ys = np.array([p[0] for p in outline], dtype=np.float64)
    dense = np.linspace(ys[0], ys[-1], 400)
    radii = np.interp(dense, ys, [p[1] for p in outline])
    radii = np.convolve(np.pad(radii, 12, mode="edge"), np.ones(25) / 25, mode="valid")
    radius = np.interp(gy, dense, radii, left=0, right=0).astype(np.float32)
    u = np.clip((gx - x) / np.maximum(radius, 1), -1, 1)
    light = 0.34 + 0.78 * np.clip(-0.55 * u + 0.80 * np.sqrt(1 - u * u), 0, 1)
    glint = gloss * np.exp(-(((u + 0.45) / 0.13) ** 2))
    cover = np.clip(radius - np.abs(gx - x) + 0.5, 0, 1) * (radius > 0)
    colour = rgb(tone) * light[..., None] + glint[..., None] * 0.55
    return Piece(np.asarray(np.clip(colour, 0, 1), dtype=np.float32), np.asarray(cover, dtype=np.float32))


def vase(x: float, foot: float, size: float, tone: str) -> Piece:
    """A meiping-like vase standing on `foot`."""
    outline = (
        (-300, 26),
        (-290, 22),
        (-268, 24),
        (-240, 70),
        (-200, 88),
        (-140, 78),
        (-60, 50),
        (-10, 50),
        (0, 52),
    )
    return turned(tuple((foot + y * size, r * size) for y, r in outline), x, tone)


def cup(x: float, foot: float, size: float, tone: str) -> Piece:
    """A small tea bowl."""
    outline = ((-62, 50), (-56, 50), (-30, 42), (-12, 26), (-6, 22), (0, 24))
    return turned(tuple((foot + y * size, r * size) for y, r in outline), x, tone)


def branch(x: float, y: float, size: float, blossom: str = "#e7c3bd") -> Piece:
    """A blossoming branch rising from (x, y)."""
    twig = line(
        "M0 0C-8 -90 20 -140 6 -230C0 -280 -30 -300 -52 -330M8 -180C50 -220 80 -236 120 -290M12 -120C-30 -150 -60 -160 -92 -210",
        7,
    )
    twig += line("M60 -228C76 -260 70 -290 84 -320M-40 -156C-60 -190 -60 -220 -50 -240", 4)
    flowers, hearts = "", ""
    for i, (px, py) in enumerate(
        (
            (-52, -330),
            (-30, -300),
            (4, -250),
            (120, -290),
            (84, -320),
            (92, -262),
            (60, -226),
            (-92, -210),
            (-50, -240),
            (-64, -178),
            (10, -190),
            (-20, -290),
            (108, -262),
        )
    ):
        flowers += placed(
            "".join(disc(*p, 8) for p in ((0, -9), (8.6, -2.8), (5.3, 7.3), (-5.3, 7.3), (-8.6, -2.8))),
            px,
            py,
            31 * i,
        )
        hearts += disc(px, py, 3.4)
    wood, bloom, heart = (mask(placed(b, x, y, 0, size), FULL) for b in (twig, flowers, hearts))
    bark = lit(np.broadcast_to(rgb("#5a4132"), (900, 1200, 3)) * np.float32(1), swell(wood, 3) * 3, Surface(0.5))
    petals = lit(
        np.broadcast_to(rgb(blossom), (900, 1200, 3)) * np.float32(1),
        swell(bloom, 6 * size) * 5 * size,
        Surface(0.6),
    )
    colour = mix(mix(bark, petals, bloom), rgb("#b98a3c"), heart)
    return Piece(colour, np.maximum(wood, bloom))


def leaves(x: float, y: float, size: float) -> Piece:
    """A tuft of long leaves, as of a potted orchid."""
    body = "".join(
        placed(line(f"M0 0Q{a * 0.6} {-90 - 40 * (i % 3)} {a * 2.1} {-110 - 26 * (i % 4)}", 6.5), x, y, 0, size)
        for i, a in enumerate((-60, -38, -20, -6, 10, 26, 44, 62))
    )
    m = mask(body + placed(fill(leaf(40, 10)), x, y, 0, size), FULL)
    return Piece(
        lit(np.broadcast_to(rgb("#5c7a58"), (900, 1200, 3)) * np.float32(1), swell(m, 4) * 4, Surface(0.55)),
        m,
    )


def books(left: float, foot: float, tones: tuple[str, ...], width: float = 210) -> Piece:
    """Thread-bound books (线装书) lying in a stack, spines to the front, without titles."""
    colour, cover = np.zeros((900, 1200, 3), np.float32), np.zeros((900, 1200), np.float32)
    _, gy = grid()
    y = foot
    for i, tone in enumerate(tones):
        x = left + (7 * i) % 16
        sheets, boards = (
            mask(box(x + 3, y - 27, width - 8, 23), FULL),
            mask(box(x, y - 30, width, 5, r=1.5) + box(x, y - 5, width, 5, r=1.5), FULL),
        )
        pages = rgb("#e9dfc8") * (0.86 + 0.10 * np.sin(gy * 2.6))[..., None]
        colour = mix(mix(colour, np.asarray(pages, dtype=np.float32), sheets), rgb(tone), boards)
        cover = np.maximum(cover, np.maximum(sheets, boards))
        y -= 31
    return Piece(np.asarray(colour, dtype=np.float32), cover)


def timber(body: str, tones: Tones = ROSEWOOD, seed: int = 171, level: float = 6, grooves: str = "") -> Piece:
    """Plain joinery cut from one wood."""
    return carved(FULL, (Layer(body, level, 9, 8, grooves),), tones, seed, 0.10)


def tray(body: str, tone: str) -> Piece:
    """Folded or padded cloth (box lining, felt) of one shape."""
    m = mask(body, FULL)
    weave_ = cloth_ground(173, tone=tone)
    return Piece(lit(weave_, swell(m, 10) * 8, Surface(0.55, 0, 10, 0.4, 9)), m)


def window(scene: Array, left: float, top: float, width: float, height: float) -> Array:
    """A latticed window in the wall, soft evening light behind its paper."""
    x, y = grid()
    glow = np.clip(np.hypot((x - left - width * 0.4) / width, (y - top - height * 0.3) / height), 0, 1)
    sky = ramp(np.asarray(glow, dtype=np.float32), [(0, "#fbf4e2"), (0.6, "#ecdcbd"), (1, "#d6c2a0")])
    scene = mix(scene, sky, mask(box(left, top, width, height), FULL))
    bars = "".join(line(f"M{left + width * k / 6:.1f} {top}V{top + height}", 9) for k in (1, 5))
    bars += "".join(line(f"M{left} {top + height * k / 6:.1f}H{left + width}", 9) for k in (1, 5))
    bars += line(
        f"M{left} {top + height / 2:.1f}H{left + width / 6}M{left + width * 5 / 6} {top + height / 2:.1f}H{left + width}",
        9,
    )
    bars += (
        f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="none" stroke="#fff" stroke-width="30"/>'
    )
    return laid(scene, timber(bars, level=5), 5, 0.4)
