"""Motifs of the wax-drawn cloths as SVG: white is kept from the dye by wax, black is dyed.

Bird and whorl after Miao wax drawing (wotuo 窝妥纹).
"""

from __future__ import annotations

from math import cos, pi, sin, tau


def trace(points: list[tuple[float, float]], closed: bool = False) -> str:
    """Path data through points."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + ("Z" if closed else "")


def stroke(data: str, width: float, colour: str = "#fff") -> str:
    """A drawn line."""
    return (
        f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{width}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def area(data: str, colour: str = "#fff") -> str:
    """A filled shape."""
    return f'<path d="{data}" fill="{colour}"/>'


def dot(x: float, y: float, r: float, colour: str = "#fff") -> str:
    """A round spot."""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{colour}"/>'


def placed(inner: str, x: float, y: float, turn: float = 0, scale: float = 1, flip: bool = False) -> str:
    """A motif moved, turned (degrees) and scaled."""
    sx = -scale if flip else scale
    return f'<g transform="translate({x:.1f} {y:.1f}) rotate({turn:.1f}) scale({sx:.3f} {scale:.3f})">{inner}</g>'


def spiral(
    x: float,
    y: float,
    r: float,
    turns: float,
    start: float,
    hand: int = 1,
    width: float = 4,
    line: str = "#fff",
) -> str:
    """One curl drawn outward to in."""
    steps = int(28 * turns)
    points = []
    for k in range(steps + 1):
        reach = r * (1 - k / steps) ** 0.85
        turn = start + hand * tau * turns * k / steps
        points.append((x + reach * cos(turn), y + reach * sin(turn)))
    return stroke(trace(points), width, line)


def whorl(r: float, line: str = "#fff", ground: str | None = None) -> str:
    """Wotuo: eight curls round a star, inside toothed rings; on a waxed disc when `ground` is given."""
    parts = [dot(0, 0, r, ground)] if ground else []
    parts.append(stroke(f"M{r} 0A{r} {r} 0 1 0 {-r} 0A{r} {r} 0 1 0 {r} 0", r * 0.035, ground if ground else line))
    inner = r * 0.93
    teeth = 64
    for k in range(teeth):
        a, b, c = (tau * (k + d) / teeth for d in (0, 0.5, 1.0))
        tooth = [(inner * cos(a), inner * sin(a)), (inner * 0.92 * cos(b), inner * 0.92 * sin(b))]
        parts.append(area(trace([*tooth, (inner * cos(c), inner * sin(c))], True), line))
    for k in range(8):
        turn = tau * k / 8
        x, y = 0.60 * r * cos(turn), 0.60 * r * sin(turn)
        parts.append(spiral(x, y, 0.225 * r, 2.4, turn + pi, 1, r * 0.034, line))
        half = turn + pi / 8
        parts.append(spiral(0.83 * r * cos(half), 0.83 * r * sin(half), 0.085 * r, 1.3, half + pi, -1, r * 0.022, line))
        parts.append(dot(0.45 * r * cos(half), 0.45 * r * sin(half), 0.026 * r, line))
        tip = [
            (reach * r * cos(turn + d), reach * r * sin(turn + d))
            for reach, d in ((0.33, 0), (0.15, 0.3), (0.15, -0.3))
        ]
        parts.append(area(trace(tip, True), line))
    other = ground or "#000"
    parts += [dot(0, 0, 0.17 * r, line), dot(0, 0, 0.115 * r, other), dot(0, 0, 0.06 * r, line)]
    return "".join(parts)


def bird() -> str:
    """A long-tailed bird facing left, about 240 x 170 round its origin.

    Scaled breast, combed wing, curled tail.
    """
    body = (
        "M-96 -44C-92 -62 -66 -66 -58 -46C-52 -32 -44 -22 -22 -20C10 -18 44 -6 60 10"
        "C40 40 -8 50 -40 34C-70 18 -74 -14 -84 -26C-90 -30 -98 -34 -96 -44Z"
    )
    parts = [area(body), area("M-94 -48L-118 -38L-93 -36Z"), dot(-78, -46, 6.5, "#000"), dot(-78, -46, 2.8)]
    for k in range(3):
        parts.append(stroke(f"M{-78 + 9 * k} -62q{-8 + 6 * k} -14 {2 + 7 * k} -24", 4))
        parts.append(dot(-76 + 16 * k, -91 + 2 * k, 5))
    for k in range(5):
        parts.append(stroke(f"M{-64 + 9 * k} {-14 + 6 * k}q-2 14 12 22", 3, "#000"))
    wing = "M-30 -8C-6 -66 52 -80 96 -74C84 -44 50 2 4 16Z"
    parts += [area(wing), stroke("M-22 -6C2 -46 44 -62 84 -66", 3, "#000")]
    for k in range(7):
        parts.append(stroke(f"M{-12 + 11 * k} {-18 - 5.5 * k}q12 8 {16 + k} {22 - 3 * k}", 3, "#000"))
    for k in range(4):
        y = 2 + 13 * k
        parts.append(stroke(f"M{46 - 8 * k} {10 + 7 * k}C{78} {y + 6} {98} {y + 16} {116 - 6 * k} {y + 2}", 6.5))
        parts.append(spiral(126 - 6 * k, y - 8, 13, 1.4, 2.3, 1, 4.2))
    for x in (-24, 2):
        parts.append(stroke(f"M{x} 40l-4 24m0 0l-10 8m10 -8l2 11m-2 -11l11 5", 3.6))
    return "".join(parts)


def curl_border(length: float, height: float, count: int) -> str:
    """A running band of curls between two lines, with points above."""
    pitch = length / count
    parts = [stroke(f"M0 {y}H{length}", 3.5) for y in (0, height)]
    for k in range(count):
        x = pitch * (k + 0.5)
        parts.append(spiral(x, height / 2, height * 0.34, 1.8, pi, 1, 3.8))
        foot = height / 2 + height * 0.22
        parts.append(
            stroke(
                f"M{x - pitch * 0.5:.1f} {foot:.1f}Q{x - pitch * 0.46:.1f} {height / 2:.1f} "
                f"{x - height * 0.34:.1f} {height / 2:.1f}",
                3.8,
            )
        )
    return "".join(parts)


def wax_panel(width: int, height: int) -> str:
    """A scarf panel: curl borders, a whorl between four birds, and smaller whorls at the ends."""
    w, h = width, height
    r = w * 0.25
    parts = [f'<rect width="{w}" height="{h}" fill="#000"/>']
    for inset, line in ((14, 5), (26, 2.5)):
        parts.append(
            f'<rect x="{inset}" y="{inset}" width="{w - 2 * inset}" height="{h - 2 * inset}" '
            f'fill="none" stroke="#fff" stroke-width="{line}"/>'
        )
    band = curl_border(w - 84, 46, 9)
    side = curl_border(h - 180, 38, round((h - 180) / 58))
    parts += [placed(band, 42, 40), placed(band, w - 42, h - 40, 180)]
    parts += [placed(side, 40, h - 90, -90), placed(side, w - 40, 90, 90)]
    middle = h / 2
    parts.append(placed(whorl(r, "#000", "#fff"), w / 2, middle))
    parts += [
        dot(w / 2 + 1.1 * r * cos(tau * k / 48), middle + 1.1 * r * sin(tau * k / 48), r * 0.022) for k in range(48)
    ]
    s = w / 760
    tall = h > 1.35 * w
    for flip in (False, True):
        side_x = 1 if flip else -1
        for up in (False, True):
            at_x, at_y = (0.17 * w, r + 0.15 * w) if tall else (0.305 * w, (0.27 if up else 0.292) * h)
            figure = placed(bird(), 0, 0, -8 if up else 6, s * (1.05 if tall else 0.80 if up else 0.66), not flip)
            parts.append(placed(figure, w / 2 + side_x * at_x, middle + (-at_y if up else at_y)))
    if tall:
        for y in (h * 0.132, h * 0.868):
            parts += [placed(spiral(0, 0, w * 0.036, 2, pi / 2, 1, 5), w * (0.5 + k * 0.09), y) for k in range(-3, 4)]
        for k in (-3, -2, -1, 0, 1, 2, 3):
            parts += [placed(spiral(0, 0, 15, 1.6, 0, 1, 4), w * (0.5 + sx), middle + k * 44) for sx in (-0.33, 0.33)]
    return "".join(parts)
