"""Motifs of the blue-calico stencil as SVG: white is paste, black is dyed.

Peony, leaves and dots are cut so that every shape stays apart from the next by a small bridge.
"""

from __future__ import annotations

from math import cos, pi, sin, tau

from .dyed_motifs import area, dot, placed, stroke, trace


def crescent(r: float, spread: float, thick: float) -> str:
    """One cut petal on a circle of radius r round the origin, middle at the top.

    Lobed edge, hollow base, one cut line.
    """

    def edge(reach: float, lobes: float, span: float) -> list[tuple[float, float]]:
        line = []
        for k in range(25):
            u = k / 12 - 1
            at = r + reach * (1 - abs(u) ** 3.5) ** 0.5 * (1 - lobes + lobes * abs(cos(1.5 * pi * u)))
            line.append((at * sin(u * span), -at * cos(u * span)))
        return line

    shape = edge(thick, 0.13, spread / 2) + edge(thick * 0.12, 0, spread / 2)[::-1]
    return area(trace(shape, True)) + stroke(trace(edge(thick * 0.62, 0, spread * 0.36)[3:-3]), thick * 0.07, "#000")


def peony(r: float) -> str:
    """A peony of separate cut petals in three rounds, its heart a ring of seeds."""
    parts = [dot(0, 0, r * 0.085)]
    parts += [dot(r * 0.17 * cos(tau * k / 8), r * 0.17 * sin(tau * k / 8), r * 0.034) for k in range(8)]
    for count, at, thick, shift in ((5, 0.30, 0.17, 0), (7, 0.53, 0.19, 0.5), (9, 0.79, 0.21, 0)):
        for k in range(count):
            petal = crescent(r * at, tau / count * 0.90, r * thick)
            parts.append(placed(petal, 0, 0, 360 * (k + shift) / count))
            spot = dot(0, -r * (at + thick * 0.34), r * 0.020, "#000")
            parts.append(placed(spot, 0, 0, 360 * (k + shift) / count))
    return "".join(parts)


def leaf(length: float) -> str:
    """A leaf in two halves, the vein left as a bridge, notched along the edge."""
    n = length
    upper = (
        f"M{n * 0.05:.1f} {-n * 0.025:.1f}C{n * 0.2:.1f} {-n * 0.24:.1f} "
        f"{n * 0.6:.1f} {-n * 0.3:.1f} {n:.1f} {-n * 0.02:.1f}"
    )
    upper += f"C{n * 0.7:.1f} {-n * 0.08:.1f} {n * 0.3:.1f} {-n * 0.07:.1f} {n * 0.05:.1f} {-n * 0.025:.1f}Z"
    half = area(upper)
    for k in (0.3, 0.5, 0.7):
        half += stroke(f"M{n * k:.1f} {-n * 0.08:.1f}l{n * 0.09:.1f} {-n * 0.2:.1f}", n * 0.025, "#000")
    return half + f'<g transform="scale(1 -1)">{half}</g>'


def small_flower(r: float) -> str:
    """Five round petals and a seed, all apart."""
    parts = [dot(0, 0, r * 0.22)]
    for k in range(5):
        petal = area(
            f"M0 {-r * 0.34}C{r * 0.5} {-r * 0.5} {r * 0.36} {-r} 0 {-r * 0.94}"
            f"C{-r * 0.36} {-r} {-r * 0.5} {-r * 0.5} 0 {-r * 0.34}Z"
        )
        parts.append(placed(petal, 0, 0, 72 * k))
    return "".join(parts)


def stem(points: list[tuple[float, float]], beads: int) -> str:
    """A stem as a row of short cuts along a quadratic bow of three points."""
    (ax, ay), (bx, by), (cx, cy) = points
    cuts = []
    for k in range(beads):
        ends = []
        for t in (k / beads, (k + 0.66) / beads):
            u = 1 - t
            ends.append((u * u * ax + 2 * u * t * bx + t * t * cx, u * u * ay + 2 * u * t * by + t * t * cy))
        cuts.append(stroke(trace(ends), 5.5))
    return "".join(cuts)


def fret_border(x: float, y: float, width: float, height: float) -> str:
    """A stencil border: two dotted lines with lozenges and bars between."""
    parts = []
    for inset, r, pitch in ((0, 3.1, 13), (44, 3.1, 13)):
        w, h = width - 2 * inset, height - 2 * inset
        for count, at in ((round(w / pitch), "h"), (round(h / pitch), "v")):
            for k in range(count + 1):
                f = k / count
                spots = [(f * w, 0), (f * w, h)] if at == "h" else [(0, f * h), (w, f * h)]
                parts += [dot(x + inset + px, y + inset + py, r) for px, py in spots]
    pitch, mid = 44, 22
    across, down = round((width - 44) / pitch), round((height - 44) / pitch)
    spots = [((k + 0.5) * (width - 44) / across + 22, e) for k in range(across) for e in (mid, height - mid)]
    turned = [(e, (k + 0.5) * (height - 44) / down + 22) for k in range(down) for e in (mid, width - mid)]
    lozenge = area("M-9 0L0 -10L9 0L0 10Z") + dot(0, 0, 2.6, "#000")
    lozenge += area("M-20 -9q3 9 0 18q-5 -9 0 -18Z") + area("M20 -9q-3 9 0 18q5 -9 0 -18Z")
    parts += [placed(lozenge, x + px, y + py) for px, py in spots]
    parts += [placed(lozenge, x + px, y + py, 90) for px, py in turned]
    return "".join(parts)


def calico_panel(width: int, height: int) -> str:
    """The mat: fret border, a great peony with stems, leaves and small flowers, corner sprays."""
    w, h = width, height
    parts = [f'<rect width="{w}" height="{h}" fill="#000"/>', fret_border(26, 26, w - 52, h - 52)]
    parts.append(placed(peony(h * 0.225), w / 2, h / 2))
    for k in range(36):
        turn = tau * k / 36
        parts.append(dot(w / 2 + h * 0.262 * cos(turn), h / 2 + h * 0.262 * sin(turn), 3.6 if k % 2 else 5))
    for fx, fy in ((1, 1), (-1, 1), (1, -1), (-1, -1)):
        half = [stem([(h * 0.30, h * 0.02), (w * 0.27, h * 0.05), (w * 0.315, h * 0.20)], 10)]
        half.append(placed(small_flower(h * 0.082), w * 0.345, h * 0.285))
        for px, py, turn, size in (
            (0.215, 0.075, 58, 0.155),
            (0.262, 0.118, -26, 0.12),
            (0.30, 0.175, 105, 0.15),
            (0.378, 0.185, -72, 0.10),
            (0.272, 0.30, 172, 0.12),
        ):
            half.append(placed(leaf(h * size), w * px, h * py, turn))
        half += [dot(w * 0.40, h * 0.335, 6), dot(w * 0.29, h * 0.345, 4.5), dot(w * 0.395, h * 0.235, 4)]
        half.append(placed(small_flower(h * 0.04), w * 0.09, h * 0.31))
        half += [placed(leaf(h * 0.065), w * 0.052, h * 0.325, 184)]
        parts.append(f'<g transform="translate({w / 2} {h / 2}) scale({fx} {fy})">{"".join(half)}</g>')
    for sx in (1, -1):
        parts.append(placed(small_flower(h * 0.06), w / 2 + sx * w * 0.375, h / 2))
    return "".join(parts)
