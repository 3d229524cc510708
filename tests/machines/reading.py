"""A published site as other programs read it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def graphs(output: Path) -> dict[str, list[dict[str, Any]]]:
    """The nodes of the linked data of each page, by the page's path."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(output.rglob("*.html")):
        blocks = _BLOCK.findall(path.read_text("utf-8"))
        assert len(blocks) <= 1, path
        if blocks:
            found[path.relative_to(output).as_posix()] = json.loads(blocks[0])["@graph"]
    return found


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every node inside a value, the outer ones first."""
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from nodes(one)
    elif isinstance(value, list):
        for one in value:
            yield from nodes(one)


def of_type(graph: list[dict[str, Any]], name: str) -> dict[str, Any]:
    """The one node of that type at the top of a graph."""
    (found,) = [one for one in graph if one.get("@type") == name]
    return found


def texts(value: Any) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)


def read_json(path: Path) -> Any:
    """A JSON file; a float in it fails the test."""
    return json.loads(path.read_text("utf-8"), parse_float=_no_float)


def _no_float(text: str) -> Any:
    raise AssertionError(f"a float: {text}")
