"""Traditional motifs as SVG path data and groups: petals, lotus, cloud scroll, butterfly, crane, pine, fish.

All are drawn about the origin in plane units, so that a craft can place, mirror and scale them.
"""

from __future__ import annotations

from math import cos, pi, sin

Points = list[tuple[float, float]]


def fmt(*numbers: float) -> str:
    """Coordinates for a path, short and the same on every machine."""
    return " ".join(f"{n:.2f}" for n in numbers)


def polygon(points: Points) -> str:
    """A closed straight-sided path."""
    return "M" + "L".join(fmt(x, y) for x, y in points) + "Z"


def smooth(points: Points, closed: bool = True) -> str:
    """A path through the points with rounded turns (Catmull-Rom)."""
    n = len(points)
    last = n if closed else n - 1
    parts = [f"M{fmt(*points[0])}"]
    for i in range(last):
        before = points[(i - 1) % n] if closed or i > 0 else points[0]
        here, after = points[i], points[(i + 1) % n]
        beyond = points[(i + 2) % n] if closed or i + 2 < n else points[-1]
        c1 = (here[0] + (after[0] - before[0]) / 6, here[1] + (after[1] - before[1]) / 6)
        c2 = (after[0] - (beyond[0] - here[0]) / 6, after[1] - (beyond[1] - here[1]) / 6)
        parts.append(f"C{fmt(*c1)} {fmt(*c2)} {fmt(*after)}")
    return "".join(parts) + ("Z" if closed else "")


def placed(body: str, x: float = 0, y: float = 0, turn: float = 0, scale: float = 1, mirror: bool = False) -> str:
    """A group moved, turned (degrees), scaled and perhaps mirrored left to right."""
    sx = -scale if mirror else scale
    return f'<g transform="translate({fmt(x, y)}) rotate({turn:.2f}) scale({sx:.4f} {scale:.4f})">{body}</g>'


def fill(d: str, colour: str = "#fff") -> str:
    """A filled path."""
    return f'<path d="{d}" fill="{colour}" fill-rule="evenodd"/>'


def line(d: str, width: float, colour: str = "#fff") -> str:
    """A stroked path with round ends."""
    ends = 'stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width}" {ends}/>'


def disc(x: float, y: float, r: float, colour: str = "#fff") -> str:
    """A filled circle."""
    return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{r:.2f}" fill="{colour}"/>'


def box(x: float, y: float, w: float, h: float, colour: str = "#fff", r: float = 0) -> str:
    """A filled rectangle, corners rounded by r."""
    return f'<rect x="{x:.2f}" y="{y:.2f}" width="{w:.2f}" height="{h:.2f}" rx="{r}" fill="{colour}"/>'


def polar(r: float, degrees: float, cx: float = 0, cy: float = 0) -> tuple[float, float]:
    """A point at a distance and a bearing (0 is up, clockwise)."""
    a = degrees * pi / 180
    return cx + r * sin(a), cy - r * cos(a)


def arc_points(r: float, start: float, end: float, steps: int, cx: float = 0, cy: float = 0) -> Points:
    """Points on an arc between two bearings."""
    return [polar(r, start + (end - start) * i / steps, cx, cy) for i in range(steps + 1)]


def scalloped(r: float, lobes: int, depth: float, turn: float = 0) -> str:
    """A closed round with `lobes` rounded scallops."""
    points: Points = []
    for i in range(lobes * 24):
        phase = (i % 24) / 24
        points.append(polar(r - depth + depth * abs(sin(phase * pi)) ** 0.7, turn + 360 * i / (lobes * 24)))
    return polygon(points)


def petal(length: float, width: float, point: float = 0.0) -> str:
    """A petal growing up from the origin; `point` draws its tip out."""
    w, tip = width / 2, -length
    shoulder = -length * (0.86 - 0.25 * point)
    side = f"M0 0C{fmt(w * 0.75, -length * 0.12, w * 1.15, -length * 0.45, w * 0.8, shoulder)}"
    over = f"C{fmt(w * 0.55, tip * (0.98 - 0.05 * point), w * 0.12, tip * (1 - 0.04 * point), 0, tip)}"
    back = f"C{fmt(-w * 0.12, tip * (1 - 0.04 * point), -w * 0.55, tip * (0.98 - 0.05 * point), -w * 0.8, shoulder)}"
    return side + over + back + f"C{fmt(-w * 1.15, -length * 0.45, -w * 0.75, -length * 0.12, 0, 0)}Z"


def leaf(length: float, width: float, bend: float = 0) -> str:
    """A pointed leaf growing up from the origin, bent sideways by `bend`."""
    right = f"M0 0C{fmt(width * 0.7, -length * 0.3, width * 0.55 + bend * 0.5, -length * 0.75, bend, -length)}"
    return right + f"C{fmt(-width * 0.35 + bend * 0.5, -length * 0.8, -width * 0.6, -length * 0.3, 0, 0)}Z"


def volute(turns: float, r: float, hand: int = 1, steps: int = 40) -> Points:
    """A spiral from its eye at the origin outwards to radius r, ending straight below the eye."""
    points: Points = []
    for i in range(steps + 1):
        t = i / steps
        a = hand * (t - 1) * turns * 2 * pi + pi / 2
        points.append((r * t**0.8 * cos(a), r * t**0.8 * sin(a)))
    return points


def ruyi_cloud(width: float = 100) -> list[str]:
    """A ruyi cloud head (如意云头) as open lines: a crown of lobes over two volutes, and a trailing tail."""
    s = width / 100
    left = [
        (x * s, y * s)
        for x, y in [
            (-18, 8),
            (-24, 2),
            (-32, 6),
            (-31, 16),
            (-20, 20),
            (-8, 12),
            (-10, -4),
            (-26, -10),
            (-44, -2),
            (-50, 16),
            (-38, 32),
            (-14, 36),
        ]
    ]
    right = [(-x, y) for x, y in left]
    crown = [(x * s, y * s) for x, y in [(-44, -2), (-42, -22), (-24, -32), (-10, -26), (0, -40)]]
    mirror = [(-x, y) for x, y in crown]
    tail = [(x * s, y * s) for x, y in [(-14, 36), (0, 34), (14, 36)]]
    return [smooth(p, False) for p in (left, right, crown, mirror, tail)]


def butterfly_wings() -> tuple[str, str]:
    """The right fore wing and hind wing of a butterfly whose body stands on the origin; span 100 each side."""
    fore = smooth([(4, -6), (22, -38), (52, -62), (84, -68), (100, -56), (96, -34), (78, -12), (46, 2), (12, 6)])
    hind = smooth([(6, 8), (40, 6), (68, 10), (78, 28), (66, 50), (50, 56), (46, 76), (34, 82), (28, 62), (14, 36)])
    return fore, hind


def crane() -> dict[str, str]:
    """A crane in flight to the right, about 200 wide: body, wings, neck, legs."""
    return {
        "far": smooth([(0, -6), (-26, -48), (-44, -92), (-30, -96), (-8, -84), (14, -58), (30, -20)]),
        "near": smooth([(-16, 0), (-60, -26), (-106, -72), (-96, -84), (-70, -74), (-28, -50), (16, -14), (22, 4)]),
        "body": smooth([(-52, 10), (-34, -6), (0, -14), (34, -8), (52, -2), (44, 10), (10, 18), (-24, 18)]),
        "neck": "M40 0C62 4 70 -14 84 -22C90 -26 96 -26 100 -24",
        "bill": "M98 -27L126 -24L98 -20Z",
        "legs": "M-44 12C-70 18 -96 20 -122 22M-44 15C-70 24 -94 28 -118 32",
    }


def pine_fan(r: float, spread: float = 150, needles: int = 15) -> list[str]:
    """A fan of pine needles (松针) as lines rising from the origin."""
    out: list[str] = []
    for i in range(needles):
        a = -spread / 2 + spread * i / (needles - 1)
        out.append(f"M{fmt(*polar(r * 0.1, a))}L{fmt(*polar(r * (1 - 0.10 * (i % 2)), a))}")
    return out


def goldfish() -> dict[str, str]:
    """A goldfish swimming right, about 200 long with its veil tail."""
    return {
        "tail_low": smooth([(-34, 4), (-66, 10), (-110, 44), (-134, 78), (-104, 74), (-84, 62), (-62, 46), (-40, 18)]),
        "tail_high": smooth(
            [
                (-34, -2),
                (-66, -18),
                (-112, -30),
                (-150, -14),
                (-128, 2),
                (-134, 24),
                (-96, 22),
                (-60, 14),
                (-36, 8),
            ]
        ),
        "back_fin": smooth([(-14, -30), (-30, -62), (-8, -70), (18, -58), (28, -32)]),
        "belly_fin": smooth([(6, 30), (-8, 58), (-26, 66), (-22, 44), (-12, 30)]),
        "side_fin": smooth([(24, 14), (14, 42), (-6, 50), (-4, 32), (8, 14)]),
        "body": smooth([(-44, 2), (-26, -24), (6, -38), (40, -30), (64, -10), (68, 4), (52, 22), (18, 34), (-16, 26)]),
    }
