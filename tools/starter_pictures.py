"""Draws the starter site's pictures: `python -m tools.starter_pictures`. Plain shapes, no words, so that both languages share them."""

from __future__ import annotations

import math
from pathlib import Path

import pyvips

FOLDER = Path(__file__).parents[1] / "ichsite" / "scaffold" / "starter" / "all" / "pictures"
WIDTH, HEIGHT = 1200, 900
_GROUND, _BAMBOO, _DARK = "#efe9dd", "#cdae6b", "#8f6d33"


def main() -> None:
    """Writes the five pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    cloth = _cloth("#e3bf55", "#c99a2e", 560)
    red = _cloth("#b8473f", "#8c2a2b", 560)
    _write("tray", _tray(600, 450, 360))
    _write("tray-for-two", _tray(600, 470, 330) + _tea())
    _write("kerchief", f'<g transform="rotate(-8 600 450)">{_cloth("#e3bf55", "#b8473f", 520)}</g>')
    _write("kerchief-pale", f'<g opacity="0.72">{cloth}</g>')
    _write("kerchief-deep", red)


def _write(name: str, inner: str) -> None:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f'<rect width="100%" height="100%" fill="{_GROUND}"/>{inner}</svg>'
    )
    image = pyvips.Image.svgload_buffer(svg.encode()).flatten(background=[239, 233, 221])
    image.jpegsave(str(FOLDER / f"{name}.jpg"), Q=82, optimize_coding=True, keep="none")


def _tray(x: float, y: float, radius: float) -> str:
    """A round tray: three sets of splints under sixty degrees leave six-sided openings."""
    lines: list[str] = []
    for turn in (0, 60, 120):
        along = math.radians(turn)
        for step in range(-9, 10):
            away = step * radius / 9.5
            half = math.sqrt(max(0.0, radius**2 - away**2))
            across = along + math.pi / 2
            middle = x + away * math.cos(across), y + away * math.sin(across)
            ends = [
                (middle[0] + sign * half * math.cos(along), middle[1] + sign * half * math.sin(along))
                for sign in (-1, 1)
            ]
            path = f"M{ends[0][0]:.0f} {ends[0][1]:.0f}L{ends[1][0]:.0f} {ends[1][1]:.0f}"
            lines.append(
                f'<path d="{path}" stroke="{_DARK}" stroke-width="15"/><path d="{path}" stroke="{_BAMBOO}" stroke-width="11"/>'
            )
    rim = f'<circle cx="{x}" cy="{y}" r="{radius}" fill="none" stroke="{_DARK}" stroke-width="34"/>'
    return f'{"".join(lines)}{rim}<circle cx="{x}" cy="{y}" r="{radius}" fill="none" stroke="{_BAMBOO}" stroke-width="24"/>'


def _tea() -> str:
    pot = (
        '<path d="M560 300q-120 20-120 130q0 90 120 90q120 0 120-90q0-110-120-130z" fill="#7d4a35"/>'
        '<path d="M672 400q70-10 96-70l18 10q-20 100-112 118z" fill="#7d4a35"/>'
        '<circle cx="560" cy="300" r="18" fill="#5e3526"/>'
    )
    cups = "".join(
        f'<ellipse cx="{x}" cy="620" rx="58" ry="44" fill="#e9efe6" stroke="#9db4a4" stroke-width="8"/>'
        f'<ellipse cx="{x}" cy="612" rx="36" ry="24" fill="#b98a4b"/>'
        for x in (520, 700)
    )
    return pot + cups


def _cloth(colour: str, edge: str, side: int) -> str:
    left, top = (WIDTH - side) / 2, (HEIGHT - side) / 2
    fade = (
        f'<defs><radialGradient id="dye"><stop offset="0.35" stop-color="{colour}"/>'
        f'<stop offset="1" stop-color="{edge}"/></radialGradient></defs>'
    )
    folds = "".join(
        f'<path d="M{left + side * at:.0f} {top}v{side}" stroke="#ffffff" stroke-opacity="0.16" stroke-width="5"/>'
        for at in (0.25, 0.5, 0.75)
    )
    return f'{fade}<rect x="{left}" y="{top}" width="{side}" height="{side}" rx="10" fill="url(#dye)"/>{folds}'


if __name__ == "__main__":
    main()
