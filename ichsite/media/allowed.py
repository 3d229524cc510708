"""What of an SVG is published: elements and attributes that draw, and no other."""

from __future__ import annotations

ELEMENTS = frozenset(
    [
        "svg",
        "g",
        "defs",
        "title",
        "desc",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
    ]
)
WORDS = frozenset({"title", "desc"})
ATTRIBUTES = frozenset(
    [
        "id",
        "d",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "fx",
        "fy",
        "width",
        "height",
        "points",
        "transform",
        "offset",
        "fill",
        "stroke",
        "color",
        "opacity",
        "display",
        "visibility",
        "fill-opacity",
        "fill-rule",
        "clip-rule",
        "clip-path",
        "clipPathUnits",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-dasharray",
        "stroke-dashoffset",
        "stroke-opacity",
        "stop-color",
        "stop-opacity",
        "gradientUnits",
        "gradientTransform",
        "spreadMethod",
        "paint-order",
        "vector-effect",
        "shape-rendering",
    ]
)
QUIET = frozenset(
    {"class", "version", "xml:space", "xml:lang", "lang", "role", "viewBox", "preserveAspectRatio", "enable-background"}
)
"""Attributes that are left out without a word: they draw nothing, or are written by us."""
QUIET_ELEMENTS = frozenset({"metadata"})
