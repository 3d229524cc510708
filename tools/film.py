"""Draws the demonstration's film, with its poster: `python -m tools.film`. Needs `imageio-ffmpeg` beside it, which brings the
encoder: `pip install imageio-ffmpeg`. Nothing of ichsite needs it.

A cloth of blue calico in four steps: the stencil is cut, paste is scraped through it, the cloth is dyed, the paste comes off.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pyvips

FOLDER = Path(__file__).parents[1] / "content/materials/blue-calico-steps"
WIDTH, HEIGHT, RATE, SECONDS = 640, 360, 12, 20
STEP = SECONDS / 4
"""Seconds a step takes."""
_TABLE, _PAPER, _CLOTH, _PASTE, _BLUE, _GREEN = "#e9e2d2", "#b98d4f", "#f4f0e5", "#fffdf6", "#2f4a7d", "#5d7a5c"
_LEFT, _TOP, _SIDE = 190, 50, 260


def main() -> None:
    """Writes the film, and the last frame but one second as its poster."""
    import imageio_ffmpeg  # pyright: ignore[reportMissingImports]

    ffmpeg: Any = imageio_ffmpeg
    FOLDER.mkdir(parents=True, exist_ok=True)
    # no metadata, and the index first, so that it plays before all of it is there
    options = [
        "-crf",
        "30",
        "-preset",
        "veryslow",
        "-tune",
        "animation",
        "-map_metadata",
        "-1",
        "-movflags",
        "+faststart",
    ]
    options += ["-fflags", "+bitexact", "-flags:v", "+bitexact"]
    film = ffmpeg.write_frames(
        str(FOLDER / "film.mp4"),
        (WIDTH, HEIGHT),
        fps=RATE,
        codec="libx264",
        pix_fmt_out="yuv420p",
        macro_block_size=8,
        quality=None,
        output_params=options,
    )
    film.send(None)
    for number in range(RATE * SECONDS):
        film.send(_frame(number / RATE, 1).write_to_memory())
    film.close()
    poster = _frame(SECONDS - 1, 2)
    poster.jpegsave(str(FOLDER / "poster.jpg"), Q=82, optimize_coding=True, keep="none")


def _frame(at: float, scale: float) -> pyvips.Image:
    inner = "".join(
        step(min(1.0, max(0.0, at / STEP - number))) for number, step in enumerate(_STEPS) if at >= number * STEP
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f'<rect width="100%" height="100%" fill="{_TABLE}"/>{inner}</svg>'
    )
    return pyvips.Image.svgload_buffer(svg.encode(), scale=scale).flatten(background=[233, 226, 210])


def _cut(done: float) -> str:
    """The stencil: holes come one after the other, and the knife is at the newest."""
    holes = _holes()
    cut = done * 1.08 * len(holes)
    shown = "".join(_hole(*one, _CLOTH) for one in holes[: int(cut)])
    x, y, _, _ = holes[min(int(cut), len(holes) - 1)]
    knife = f'<g transform="translate({x:.1f} {y:.1f}) rotate(-35)"><path d="M0 0l26-5v10z" fill="#8d9499"/><rect x="26" y="-7" width="92" height="14" rx="5" fill="#6d4a2f"/></g>'
    return _cloth(_CLOTH) + _stencil() + shown + (knife if done < 0.93 else "")


def _paste(done: float) -> str:
    """Paste goes through the holes from the left to the right, ahead of it the scraper."""
    edge = _LEFT - 20 + done * (_SIDE + 60)
    filled = "".join(_hole(*one, _PASTE) for one in _holes() if one[0] < edge)
    scraper = f'<rect x="{edge:.1f}" y="{_TOP + 6}" width="12" height="{_SIDE - 12}" rx="4" fill="#6d4a2f"/>'
    smear = f'<rect x="{_LEFT}" y="{_TOP}" width="{max(0.0, min(edge - _LEFT, _SIDE)):.1f}" height="{_SIDE}" fill="{_PASTE}" opacity="0.28"/>'
    return (
        _cloth(_CLOTH)
        + _stencil()
        + "".join(_hole(*one, _CLOTH) for one in _holes())
        + filled
        + smear
        + (scraper if done < 0.97 else "")
    )


def _dye(done: float) -> str:
    """The cloth sinks into the vat and comes up green; in the air it turns blue. The paste keeps its places white."""
    sunk = math.sin(math.pi * min(1.0, done / 0.6)) * 250 if done < 0.6 else 0
    air = min(1.0, max(0.0, (done - 0.6) / 0.35))
    colour = _CLOTH if done < 0.3 else _mixed(_GREEN, _BLUE, air)
    cloth = _cloth(colour) + "".join(_hole(*one, _PASTE) for one in _holes())
    vat = f'<rect x="130" y="{330 - min(1, done * 6) * 120 if done < 0.55 else 210 + (done - 0.55) * 700:.0f}" width="380" height="400" rx="14" fill="#24365c"/>'
    return f'<rect width="100%" height="100%" fill="{_TABLE}"/><g transform="translate(0 {sunk:.1f})">{cloth}</g>{vat}'


def _reveal(done: float) -> str:
    """The dry paste is scraped off, and what it kept is white."""
    edge = _LEFT - 20 + min(1.0, done / 0.75) * (_SIDE + 60)
    crumbs = "".join(
        f'<circle cx="{one[0] + 9 * math.sin(at):.1f}" cy="{_TOP + _SIDE + 12 + 14 * abs(math.sin(3.1 * at)):.1f}" r="2.2" fill="#d9d2bd"/>'
        for at, one in enumerate(_holes())
        if one[0] < edge and at % 4 == 0
    )
    holes = "".join(_hole(*one, _CLOTH if one[0] < edge else "#ddd6c2") for one in _holes())
    blade = f'<rect x="{edge:.1f}" y="{_TOP + 6}" width="8" height="{_SIDE - 12}" rx="3" fill="#8d9499"/>'
    return (
        f'<rect width="100%" height="100%" fill="{_TABLE}"/>'
        + _cloth(_BLUE)
        + holes
        + crumbs
        + (blade if done < 0.74 else "")
    )


_STEPS = (_cut, _paste, _dye, _reveal)


def _cloth(colour: str) -> str:
    return f'<rect x="{_LEFT}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}" fill="{colour}" stroke="#b9b09a" stroke-width="1"/>'


def _stencil() -> str:
    return f'<rect x="{_LEFT - 8}" y="{_TOP - 8}" width="{_SIDE + 16}" height="{_SIDE + 16}" rx="2" fill="{_PAPER}"/>'


def _hole(x: float, y: float, size: float, turn: float, colour: str) -> str:
    """A hole of the stencil: round where it is as wide as it is high, else a petal."""
    if not turn and size < 5:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size}" fill="{colour}"/>'
    return f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{size}" ry="{size * 0.46:.1f}" transform="rotate({turn:.0f} {x:.1f} {y:.1f})" fill="{colour}"/>'


def _holes() -> tuple[tuple[float, float, float, float], ...]:
    """A flower in the middle, one in each corner, a border of beads: x, y, size and turn of each hole."""
    x, y = _LEFT + _SIDE / 2, _TOP + _SIDE / 2
    found = [(x, y, 4.5, 0.0)]
    for radius, petals, size in ((24.0, 8, 13.0), (52.0, 12, 15.0)):
        for at in range(petals):
            angle = 2 * math.pi * at / petals
            found.append((x + radius * math.cos(angle), y + radius * math.sin(angle), size, math.degrees(angle) or 360))
    for across, down in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        corner = x + across * 84, y + down * 84
        found.append((*corner, 3.0, 0.0))
        for at in range(5):
            angle = 2 * math.pi * at / 5
            found.append(
                (corner[0] + 13 * math.cos(angle), corner[1] + 13 * math.sin(angle), 8.0, math.degrees(angle) or 360)
            )
    edge = _SIDE / 2 - 14
    beads = 19
    for at in range(beads):
        along = -edge + 2 * edge * at / beads
        found += [(x + along, y - edge, 2.6, 0.0), (x + edge, y + along, 2.6, 0.0)]
        found += [(x - along, y + edge, 2.6, 0.0), (x - edge, y - along, 2.6, 0.0)]
    return tuple(found)


def _mixed(one: str, other: str, share: float) -> str:
    parts = [(int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


if __name__ == "__main__":
    main()
