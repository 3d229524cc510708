"""A theme that shows everything: each page prints every field of its view.

The templates are made from the types of the views, down to the last text and number in them: a macro for each type, so
that what stands in many views is compiled once. A page is the same only where its view is, so that a build that forgets
to render a page, or renders one for nothing, is seen in the bytes.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
import shutil
import types
import typing
from collections.abc import Callable, Mapping
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
    (theme / "macros").mkdir()
    (theme / "static").mkdir()
    (theme / "theme.yaml").write_text("name: default\nversion: 0.1.0\nrequires: 0.1.0\n", "utf-8")
    (theme / "static/site.css").write_text("body { margin: 0 }\n", "utf-8")
    (theme / "static/plain.txt").write_text("as it is\n", "utf-8")
    shutil.copytree(REPOSITORY / "themes/default/locales", theme / "locales")
    macros: dict[type, str] = {}
    for name, view in page_views().items():
        lines = [f"{field}: {shown(field, hint, macros)}" for field, hint in _fields(view)]
        around = '{{ "/"|href }} {{ "/"|absolute }} {{ 12345|money }} {{ "VIII"|label("category") }}'
        head = "<!doctype html>", '{% import "macros/shown.html" as printed_ %}'
        (theme / "pages" / name).write_text("\n".join((*head, *lines, around, "")), "utf-8")
    (theme / "macros/shown.html").write_text("\n".join(macros.values()), "utf-8")
    return theme


def page_views() -> dict[str, type]:
    """The view of each page template, by the name that the view's docstring gives."""
    found: dict[str, type] = {}
    for _, view in inspect.getmembers(views, inspect.isclass):
        if view.__module__.startswith(views.__name__) and (names := _TEMPLATE.findall(view.__doc__ or "")):
            found[names[0]] = view
    return found


def shown(name: str, hint: Any, macros: dict[type, str], depth: int = 0, within: str = "printed_.") -> str:
    """Template source that prints a value of this type, and everything that it holds; the macros that it calls are written
    into `macros`."""
    hint = _plain(hint)
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    each = f"one{depth}"

    def below(name: str, hint: Any, deeper: int = 0) -> str:
        return shown(name, hint, macros, depth + deeper, within)

    if origin in (typing.Union, types.UnionType):
        return "".join(_where_it_fits(name, one, below) for one in inner)
    if origin is tuple and inner[-1:] == (Ellipsis,):
        return f"[{{% for {each} in {name} %}}{below(each, inner[0], 1)};{{% endfor %}}]"
    if origin is tuple:
        return "(" + ",".join(below(f"{name}[{at}]", one) for at, one in enumerate(inner)) + ")"
    if origin in (dict, Mapping):
        pair = below(each, inner[0], 1), below(f"{name}[{each}]", inner[1], 1)
        return f"{{{{ '{{' }}}}{{% for {each} in {name} %}}{pair[0]}={pair[1]};{{% endfor %}}{{{{ '}}' }}}}"
    if hint is Shape:
        return f"{{{{ {name}|shape }}}}"
    if dataclasses.is_dataclass(hint) or hasattr(hint, "_fields"):
        return f"{{{{ {within}{_macro(hint, macros)}({name}) }}}}"
    if hint is bool:
        return f"{{{{ {name}|int }}}}"
    if hint is Any:
        return f"{{{{ {name}|tojson }}}}"
    if isinstance(hint, type) and issubclass(hint, date):
        return f"{{{{ {name}.isoformat() }}}}"
    return f"{{{{ {name} }}}}"


def _macro(cls: Any, macros: dict[type, str]) -> str:
    """The name of the macro that prints a value of a class."""
    name = f"{cls.__module__}_{cls.__name__}".replace(".", "_")
    if cls not in macros:
        macros[cls] = ""  # a class that holds values of its own
        held = " ".join(shown(f"of.{field}", one, macros, 0, "") for field, one in _fields(cls))
        macros[cls] = f"{{% macro {name}(of) %}}‹{cls.__name__} {held}›{{% endmacro %}}"
    return name


def _where_it_fits(name: str, hint: Any, below: Callable[[str, Any], str]) -> str:
    """The part of a union's source for one of its types; those of several classes are told by their fields."""
    if hint is type(None):
        return f"{{% if {name} is none %}}-{{% endif %}}"
    if not dataclasses.is_dataclass(hint):
        return f"{{% if {name} is not none %}}{below(name, hint)}{{% endif %}}"
    test = " and ".join((f"{name} is not none", *(f"{name}.{field} is defined" for field, _ in _fields(hint))))
    return f"{{% if {test} %}}{below(name, hint)}{{% endif %}}"


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
