"""Every code that the source can say, found in the source itself.

A code is the first argument of what makes a finding (`error`, `warning`, `Refused` and the like), or the first of a
tuple that is given back with its words, or the key of a table of words; a name there stands for what it is assigned.
Several constants that are assigned codes in one statement are codes too, wherever they are said.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import ichsite

PACKAGE = Path(ichsite.__file__).parent
_MAKERS = {"error", "warning", "of_many", "Diagnostic", "Refused", "Refusal", "YamlFault", "Unseen"}
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KEYED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


@cache
def spoken_codes() -> dict[str, str]:
    """Each code, with the first place that says it."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        named = _named(tree)
        for node in _givers(tree):
            for said in _said(node):
                for code in _texts(said, named):
                    found.setdefault(code, f"{path.relative_to(PACKAGE)}:{said.lineno}")
    return found


def _givers(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node but those of a table that a `for` goes through where it stands: its tuples are given back to nobody."""
    yield tree
    for child in ast.iter_child_nodes(tree):
        if not (isinstance(tree, ast.For) and child is tree.iter and isinstance(child, ast.Tuple)):
            yield from _givers(child)


def _said(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.Call) and _name(node.func) in _MAKERS and node.args:
        yield node.args[0]
    elif isinstance(node, ast.Tuple) and len(node.elts) > 1 and _worded(node.elts[1:]):
        yield node.elts[0]
    elif isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and _KEYED.fullmatch(str(key.value)) and isinstance(value, ast.Tuple):
                yield key
    elif isinstance(node, ast.Assign) and isinstance(target := node.targets[0], ast.Tuple):
        if isinstance(node.value, ast.Tuple) and all(_name(one).isupper() for one in target.elts):
            yield from (
                one for one in node.value.elts if isinstance(one, ast.Constant) and _KEYED.fullmatch(str(one.value))
            )
    elif isinstance(node, ast.Assign) and re.fullmatch(r"(?:\w+_)?CODE", _name(target)):
        yield node.value


def _worded(rest: list[ast.expr]) -> bool:
    """Whether what follows is a message: words, made here or by a function, or held in a name for them."""
    first = rest[0]
    if isinstance(first, ast.Starred):
        return isinstance(first.value, ast.Call)
    return (isinstance(first, ast.Call) and _name(first.func) in ("Words", "_own_fault")) or (
        isinstance(first, ast.Name) and first.id == "what"
    )


def _named(tree: ast.AST) -> dict[str, list[ast.expr]]:
    """What each name of a module is assigned, wherever it is."""
    named: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Assign):
            continue
        for target in node.targets:
            pairs: list[tuple[ast.expr, ast.expr]] = [(target, node.value)]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(target.elts, node.value.elts, strict=True))
            for one, value in pairs:
                if isinstance(one, ast.Name):
                    named.setdefault(one.id, []).append(value)
    return named


def _texts(said: ast.expr, named: dict[str, list[ast.expr]]) -> Iterator[str]:
    if isinstance(said, ast.Constant) and isinstance(said.value, str) and _CODE.fullmatch(said.value):
        yield said.value
    elif isinstance(said, ast.IfExp):
        yield from _texts(said.body, named)
        yield from _texts(said.orelse, named)
    elif isinstance(said, ast.Name):
        for value in named.get(said.id, ()):
            if not isinstance(value, ast.Name):
                yield from _texts(value, {})


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
