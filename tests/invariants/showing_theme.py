"""A theme that shows everything: each page prints every field of its view.

A page of it is the same only where its view is, so that a build that forgets to render a page, or renders
one for nothing, is seen in the bytes.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
import shutil
from pathlib import Path

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
        lines = [f"{field.name}: {{{{ {field.name} }}}}" for field in dataclasses.fields(view)]
        around = '{{ "/a/"|href }} {{ "/a/"|absolute }} {{ 12345|money }} {{ "VIII"|label("category") }}'
        (theme / "pages" / name).write_text("\n".join(("<!doctype html>", *lines, around, "")), "utf-8")
    return theme


def page_views() -> dict[str, type]:
    """The view of each page template, by the name that the view's docstring gives."""
    found: dict[str, type] = {}
    for _, view in inspect.getmembers(views, inspect.isclass):
        if view.__module__.startswith(views.__name__) and (names := _TEMPLATE.findall(view.__doc__ or "")):
            found[names[0]] = view
    return found
