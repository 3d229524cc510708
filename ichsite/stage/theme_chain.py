"""A theme and those that it extends: where each of them lies."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

from ichsite.model.theme_choice import THEME_NAME
from ichsite.read.tree import link_fault
from ichsite.render.theme import theme_folder
from ichsite.render.theme_source import THEMES, read_manifest
from ichsite.render.theme_yaml import ThemeRefused
from ichsite.text.diagnostic import error
from ichsite.text.place import Where
from ichsite.text.words import Words

LONGEST = 6
"""Themes that extend each other."""


def theme_chain(root: Path, name: str, named_at: Where) -> tuple[Path, ...]:
    """The folders of a theme, of the one that it extends, and so on; `named_at` is where it is asked for.

    Raises ThemeRefused.

    The project's own `themes/` come before those that ichsite brings along.
    """
    folders: list[Path] = []
    wanted: str | None = name
    while wanted is not None:
        if len(folders) == LONGEST:
            what = Words(f"主题一层套一层，超过 {LONGEST} 层", f"more than {LONGEST} themes extend each other")
            raise ThemeRefused(error("theme-loop", named_at, what))
        folder = _folder(root, wanted, named_at)
        if folder in folders:
            circle = " → ".join([*(one.name for one in folders[folders.index(folder) :]), wanted])
            raise ThemeRefused(
                error(
                    "theme-loop",
                    named_at,
                    Words(f"主题互相继承，没有尽头：{circle}", f"the themes extend each other in a circle: {circle}"),
                    Words("去掉其中一处 `extends`", "remove one of the `extends`"),
                )
            )
        folders.append(folder)
        manifest = read_manifest(folder)
        wanted, named_at = manifest.extends, manifest.extends_at
    return tuple(folders)


def _folder(root: Path, name: str, named_at: Where) -> Path:
    own = root / THEMES / name
    if (
        re.fullmatch(THEME_NAME.pattern, name)
        and os.path.lexists(own)
        and (outside := link_fault(root, own, f"{THEMES}/{name}")) is not None
    ):
        raise ThemeRefused(outside)
    try:
        return theme_folder(root, name)
    except ThemeRefused as refused:
        raise ThemeRefused(replace(refused.finding, where=named_at)) from None
