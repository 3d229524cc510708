"""What the registry holds: one picture and the function that draws it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pyvips


@dataclass(frozen=True)
class Drawing:
    """One illustration: `path` is relative to `content/`, `draw` makes the whole picture."""

    path: str
    draw: Callable[[], pyvips.Image]
