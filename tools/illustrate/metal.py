"""Metal: silver and cloisonné."""

from __future__ import annotations

from tools.illustrate import cloisonne, silver
from tools.illustrate.drawing import Drawing

DRAWINGS: tuple[Drawing, ...] = (*silver.DRAWINGS, *cloisonne.DRAWINGS)
