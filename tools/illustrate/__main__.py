"""Draw every picture of the registry into `content/` as plain JPEG without metadata."""

from __future__ import annotations

import argparse
from fnmatch import fnmatch
from pathlib import Path

import pyvips

from . import ceramics, dyed, emblems, leather, metal, paper, sessions, showcases_a, showcases_b, silk, tie_dye, wood
from .drawing import Drawing

CONTENT = Path("content")
MOST_BYTES = 110 * 1024

REGISTRY: tuple[Drawing, ...] = (
    *ceramics.DRAWINGS,
    *dyed.DRAWINGS,
    *tie_dye.DRAWINGS,
    *metal.DRAWINGS,
    *silk.DRAWINGS,
    *paper.DRAWINGS,
    *wood.DRAWINGS,
    *leather.DRAWINGS,
    *emblems.DRAWINGS,
    *sessions.DRAWINGS,
    *showcases_a.DRAWINGS,
    *showcases_b.DRAWINGS,
)


def as_jpeg(image: pyvips.Image) -> bytes:
    """Quality 82, lowered step by step only where the file would be over the limit."""
    flat = image.flatten(background=[246, 241, 231]) if image.hasalpha() else image
    for quality in (82, 78, 74, 70, 66, 62, 58, 54, 50, 45):
        data = bytes(
            flat.jpegsave_buffer(
                Q=quality,
                keep=pyvips.enums.ForeignKeep.NONE,
                optimize_coding=True,
                interlace=True,
                trellis_quant=True,
                overshoot_deringing=True,
                quant_table=3,
            )
        )
        if len(data) <= MOST_BYTES:
            return data
    raise ValueError(f"over {MOST_BYTES} bytes even at the lowest quality")


def main() -> None:
    """Draw the pictures whose path matches `--only` (all of them without it)."""
    parser = argparse.ArgumentParser(prog="python -m tools.illustrate", description=__doc__)
    parser.add_argument("--only", default="*", metavar="GLOB", help="paths below content/, e.g. 'crafts/jun-*'")
    wanted: str = parser.parse_args().only
    for drawing in REGISTRY:
        if not fnmatch(drawing.path, wanted):
            continue
        image = drawing.draw()
        data = as_jpeg(image)
        target = CONTENT / drawing.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        print(f"{drawing.path}  {image.width}x{image.height}  {len(data) / 1024:.0f} KB", flush=True)


if __name__ == "__main__":
    main()
