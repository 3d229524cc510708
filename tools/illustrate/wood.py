"""Carved wood: boxwood and the Dongyang screen."""

from __future__ import annotations

from tools.illustrate import boxwood, dongyang
from tools.illustrate.drawing import Drawing

DRAWINGS: tuple[Drawing, ...] = (*boxwood.DRAWINGS, *dongyang.DRAWINGS)
