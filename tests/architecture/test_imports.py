"""The direction of imports, and the size of files: DESIGN holds by this test."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "ichsite"

MAY_IMPORT: dict[str, set[str]] = {
    "text": set(),
    "model": {"text"},
    "decode": {"text", "model"},
    "catalog": {"text", "model", "decode"},
    "assess": {"text", "model", "catalog"},
    "brief": {"text", "model", "assess"},
    "ledger": {"text", "model", "catalog", "assess"},
    "read": {"text"},
    "table": {"text"},
    "intake": {"text", "model", "table", "assess", "catalog"},
    "registry": {"text", "model", "table"},
    "engine": {"text", "read"},
    "rules": {"brief", "text", "model", "decode", "catalog", "assess"},
    "plan": {"brief", "text", "model", "catalog", "assess", "ledger", "registry", "media"},
    "images": {"text", "read"},
    "media": {"text"},
    "verify": {"text"},
    "external": {"text"},
    "explain": {"text"},
    "render": {"text", "model", "decode", "catalog", "plan", "read", "verify", "media"},
    "api": {"text", "model", "catalog", "assess", "plan", "render"},
    "kit": {"text", "model", "decode", "catalog", "assess", "plan", "render"},
    "schema": {"brief", "text", "model", "decode", "render"},
    "write": {"text", "engine", "read"},
    "report": {"text", "model", "decode", "assess", "read"},
    "stage": {
        "text", "brief", "model", "decode", "catalog", "assess", "ledger", "rules", "plan", "images", "media", "render", "api", "kit", "engine", "read", "write", "verify",
        "external", "table", "intake", "registry",
        "project", "request", "state",
    },
    "project": {"engine"},
    "request": set(),
    "scaffold": {"text", "model", "decode", "catalog", "ledger"},
    "state": {"text", "engine", "read"},
    "doctor": {"text", "decode", "images", "read", "write", "project"},
    "pipeline": {
        "text", "catalog", "rules", "render", "read", "write", "stage", "project",
    },
    "serve": {"text", "engine", "read", "report", "stage", "pipeline", "project", "request", "state"},
    "commands": {
        "text", "brief", "model", "assess", "engine", "read", "kit", "ledger", "registry", "write", "report", "stage", "pipeline", "project", "request", "intake",
        "state", "images", "scaffold", "schema", "serve", "explain", "doctor",
    },
    "cli": {"commands"},
    "__main__": {"cli"},
}  # fmt: skip
"""Downward only. A package that is not here may not exist; a line that is not needed is a fault too."""

NO_DRAWERS = {"utils", "util", "helpers", "helper", "manager", "core", "common", "base", "misc"}
LONGEST = 300


def _modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "_theme" not in path.parts)


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide where a thing lives"
            names = [node.module or ""]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("ichsite.")}
    return found


def test_every_import_points_downward() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {room}"
        for path in _modules()
        if (own := _room(path)) != "__init__"
        for room in _imported(path) - {own}
        if room not in MAY_IMPORT[own]
    ]
    assert wrong == []


def test_no_permission_is_left_unused() -> None:
    used: dict[str, set[str]] = {}
    for path in _modules():
        used.setdefault(_room(path), set()).update(_imported(path))
    unused = {own: rooms - used.get(own, set()) for own, rooms in MAY_IMPORT.items()}
    assert {own: rooms for own, rooms in unused.items() if rooms} == {}


def test_rooms_form_no_circle() -> None:
    order: list[str] = []
    left = dict(MAY_IMPORT)
    while left:
        free = [room for room, needs in left.items() if needs <= set(order)]
        assert free, f"a circle among {sorted(left)}"
        order += free
        for room in free:
            del left[room]


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_holds_one_noun(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines <= LONGEST, f"{lines} lines: two nouns?"
    assert path.stem not in NO_DRAWERS


def test_what_is_slow_to_import_waits_until_it_is_needed() -> None:
    """A no-change build pays for no pictures, no calendar, no pinyin, no validators."""
    slow = {
        "pyvips",
        "chinese_calendar",
        "pypinyin",
        "pydantic",
        "nh3",
        "markdown",
        "babel",
        "rich",
        "watchdog",
        "icalendar",
        "python_calamine",
        "segno",
        "starlette",
        "uvicorn",
    }
    wrong = [
        f"{path.relative_to(ROOT)} imports {alias}"
        for path in _modules()
        for alias in _top_level_imports(path)
        # the server's own rooms are entered by `ichsite serve` alone
        if not (_room(path) == "serve" and alias.split(".")[0] in ("starlette", "uvicorn"))
        and alias.split(".")[0] in slow
    ]
    assert wrong == []


def _top_level_imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found
