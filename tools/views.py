"""`python -m tools.views` writes docs/views.md: every view with its fields, their types and what they mean.

A field's meaning is the text below it in the class, else the line of `_MEANINGS` for its name, else what the class
of its value says of itself. `--check` only says whether the file is current.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
import sys
import types
import typing
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from ichsite.plan import views
from tools.view_meanings import MEANINGS

PAGE = Path(__file__).resolve().parents[1] / "docs/views.md"
_TEMPLATE = re.compile(r"`(?:pages/)?([a-z0-9-]+\.(?:html|xml|txt))`")
_HEAD = """\
# Views: what a template sees

Every page template gets one view; its fields are the names in the template. All values are frozen: there is nothing
to change and nothing to call. Besides these a template sees `theme` (the theme's options), `sharing` (the `kind` of
thing that the page is, its `picture`, the day when it was `published`), `linked_data` (the page as JSON-LD, none where
there is none, to be written by `|tojson`) and the functions `_` and `ngettext`. An address (`UrlPath`) is written through `|href` or `|absolute`, an amount of money (whole minor units,
such as fen) through `|money`, a term such as `national` through `|label("level")`. [Themes](content/pages/themes.md) says how.

This page is written by `python -m tools.views`; a test holds it current.

"""


def page_text() -> str:
    """The whole page."""
    pages = {template: view for view in _classes() if (template := _template_of(view))}
    values = sorted(_reached(list(pages.values())) - set(pages.values()), key=lambda cls: cls.__name__)
    parts = [_HEAD, "## Pages\n\n"]
    parts += [_section(view, f"pages/{template}") for template, view in sorted(pages.items())]
    parts.append("## Values\n\n")
    parts += [_section(cls, None) for cls in values]
    return "".join(parts).rstrip() + "\n"


def fields_without_meaning() -> list[str]:
    """`Class.field` where nothing says what the field means."""
    pages = [view for view in _classes() if _template_of(view)]
    return sorted(
        f"{cls.__name__}.{name}" for cls in _reached(pages) for name, _, meaning in _fields(cls) if not meaning
    )


def _classes() -> list[type]:
    found = [view for _, view in inspect.getmembers(views, inspect.isclass) if dataclasses.is_dataclass(view)]
    return sorted(found, key=lambda cls: cls.__name__)


def _template_of(view: type) -> str | None:
    found = _TEMPLATE.search(inspect.cleandoc(view.__doc__ or ""))
    return found[1] if found else None


def _section(cls: type, template: str | None) -> str:
    doc = " ".join(inspect.cleandoc(cls.__doc__ or "").split())
    if template is not None:
        said = re.sub(r"^`[^`]*`[:.,]?\s*", "", doc)
        doc = f"For `{template}`. {said[:1].upper()}{said[1:]}".rstrip()
    lines = [f"### {cls.__name__}", "", doc, ""]
    lines += ["| field | type | meaning |", "| --- | --- | --- |"]
    lines += [f"| `{name}` | {shown} | {meaning} |" for name, shown, meaning in _fields(cls)]
    return "\n".join([*lines, "", ""])


def _fields(cls: type) -> Iterator[tuple[str, str, str]]:
    hints = typing.get_type_hints(cls)
    said = _texts_below(cls)
    for name, hint in hints.items():
        meaning = said.get(name) or MEANINGS.get(f"{cls.__name__}.{name}") or MEANINGS.get(name) or _sentence(hint)
        yield name, _shown(hint), meaning.replace("|", "\\|")


def _sentence(hint: Any) -> str:
    """What the one class in a type says of itself, in a sentence."""
    held = [cls for cls in _held(hint) if _is_value(cls)]
    if len(held) != 1 or not held[0].__doc__:
        return ""
    return re.split(r"(?<=[.:;]) |\n", inspect.cleandoc(held[0].__doc__))[0].rstrip(".:;")


def _shown(hint: Any) -> str:
    """A type as a person reads it."""
    if isinstance(hint, typing.NewType):
        return str(hint.__name__)
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        return _shown(inner[0])
    if origin in (typing.Union, types.UnionType):
        some = [_shown(one) for one in inner if one is not type(None)]
        return " or ".join(some) + (" or none" if type(None) in inner else "")
    if origin is typing.Literal:
        return " ".join(f"`{one}`" for one in inner)
    if origin is tuple and inner[-1:] == (Ellipsis,):
        return f"list of {_shown(inner[0])}"
    if origin is tuple:
        return "(" + ", ".join(_shown(one) for one in inner) + ")"
    if origin is not None and len(inner) == 2:
        return f"{_shown(inner[0])} → {_shown(inner[1])}"
    names = {"str": "text", "int": "whole number", "bool": "yes or no", "date": "day", "datetime": "moment"}
    shown = names.get(hint.__name__, str(hint.__name__))
    return f"[{shown}](#{shown.lower()})" if _is_value(hint) else shown


def _is_value(cls: Any) -> bool:
    return dataclasses.is_dataclass(cls) or hasattr(cls, "_fields")


def _held(hint: Any) -> list[type]:
    inner = typing.get_args(hint)
    if typing.get_origin(hint) is typing.Literal:
        return []
    if inner:
        return [cls for one in inner for cls in _held(one)]
    return [hint] if isinstance(hint, type) else []


def _reached(start: list[type]) -> set[type]:
    known: set[type] = set()
    left = list(start)
    while left:
        cls = left.pop()
        if cls in known:
            continue
        known.add(cls)
        for hint in typing.get_type_hints(cls).values():
            left += [one for one in _held(hint) if _is_value(one)]
    return known


@cache
def _texts_below(cls: type) -> dict[str, str]:
    """The text that stands below a field in the source of its class."""
    (node,) = ast.parse(inspect.cleandoc("\n" + inspect.getsource(cls))).body
    body = typing.cast("ast.ClassDef", node).body
    return {
        one.target.id: " ".join(str(below.value.value).split())
        for one, below in pairwise(body)
        if isinstance(one, ast.AnnAssign)
        and isinstance(one.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }


if __name__ == "__main__":
    text = page_text()
    if "--check" in sys.argv:
        sys.exit(not (PAGE.exists() and PAGE.read_text("utf-8") == text))
    PAGE.write_text(text, "utf-8")
