"""A theme that shows everything: each page prints every field of its view.

The templates are made from the types of the views, down to the last text and number in them. A page is the same
only where its view is, so that a build that forgets to render a page, or renders
one for nothing, is seen in the bytes.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
import shutil
import types
import typing
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ichsite.media.shape import Shape
from ichsite.plan import views

REPOSITORY = Path(__file__).resolve().parents[2]
_TEMPLATE = re.compile(r"`(?:pages/)?([a-z0-9-]+\.(?:html|xml|txt))`")


def lay_showing_theme(root: Path) -> Path:
    """Writes the theme into the project's own `themes/default` and gives back its folder."""
    theme = root / "themes/default"
    (theme / "pages").mkdir(parents=True)
    (theme / "static").mkdir()
    (theme / "theme.yaml").write_text("name: default\nversion: 0.1.0\nrequires: 0.1.0\n", "utf-8")
    (theme / "static/site.css").write_text("body { margin: 0 }\n", "utf-8")
    (theme / "static/plain.txt").write_text("as it is\n", "utf-8")
    shutil.copytree(REPOSITORY / "themes/default/locales", theme / "locales")
    for name, view in page_views().items():
        lines = [f"{field}: {shown(field, hint)}" for field, hint in _fields(view)]
        around = '{{ "/"|href }} {{ "/"|absolute }} {{ 12345|money }} {{ "VIII"|label("category") }}'
        (theme / "pages" / name).write_text("\n".join(("<!doctype html>", *lines, around, "")), "utf-8")
    return theme


def page_views() -> dict[str, type]:
    """The view of each page template, by the name that the view's docstring gives."""
    found: dict[str, type] = {}
    for _, view in inspect.getmembers(views, inspect.isclass):
        if view.__module__.startswith(views.__name__) and (names := _TEMPLATE.findall(view.__doc__ or "")):
            found[names[0]] = view
    return found


def shown(name: str, hint: Any, depth: int = 0) -> str:
    """Template source that prints a value of this type, and everything that it holds."""
    hint = _plain(hint)
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    each = f"one{depth}"
    if origin in (typing.Union, types.UnionType):
        return "".join(_where_it_fits(name, one, depth) for one in inner)
    if origin is tuple and inner[-1:] == (Ellipsis,):
        return f"[{{% for {each} in {name} %}}{shown(each, inner[0], depth + 1)};{{% endfor %}}]"
    if origin is tuple:
        return "(" + ",".join(shown(f"{name}[{at}]", one, depth) for at, one in enumerate(inner)) + ")"
    if origin in (dict, Mapping):
        pair = shown(each, inner[0], depth + 1), shown(f"{name}[{each}]", inner[1], depth + 1)
        return f"{{{{ '{{' }}}}{{% for {each} in {name} %}}{pair[0]}={pair[1]};{{% endfor %}}{{{{ '}}' }}}}"
    if hint is Shape:
        return f"{{{{ {name}|shape }}}}"
    if dataclasses.is_dataclass(hint) or hasattr(hint, "_fields"):
        return (
            f"‹{hint.__name__} " + " ".join(shown(f"{name}.{field}", one, depth) for field, one in _fields(hint)) + "›"
        )
    if hint is bool:
        return f"{{{{ {name}|int }}}}"
    if hint is Any:
        return f"{{{{ {name}|tojson }}}}"
    if isinstance(hint, type) and issubclass(hint, date):
        return f"{{{{ {name}.isoformat() }}}}"
    return f"{{{{ {name} }}}}"


def _where_it_fits(name: str, hint: Any, depth: int) -> str:
    """The part of a union's source for one of its types; those of several classes are told by their fields."""
    if hint is type(None):
        return f"{{% if {name} is none %}}-{{% endif %}}"
    if not dataclasses.is_dataclass(hint):
        return f"{{% if {name} is not none %}}{shown(name, hint, depth)}{{% endif %}}"
    test = " and ".join((f"{name} is not none", *(f"{name}.{field} is defined" for field, _ in _fields(hint))))
    return f"{{% if {test} %}}{shown(name, hint, depth)}{{% endif %}}"


def _fields(cls: Any) -> list[tuple[str, Any]]:
    hints = typing.get_type_hints(cls)
    names = [field.name for field in dataclasses.fields(cls)] if dataclasses.is_dataclass(cls) else cls._fields
    return [(name, hints[name]) for name in names]


def _plain(hint: Any) -> Any:
    """A type without what is written around it: `Annotated`, a `NewType`."""
    while True:
        if typing.get_origin(hint) is typing.Annotated:
            hint = typing.get_args(hint)[0]
        elif isinstance(hint, typing.NewType):
            hint = hint.__supertype__
        else:
            return hint
