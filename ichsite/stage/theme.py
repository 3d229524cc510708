"""The theme, read once and kept until one of its files changes."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ichsite.engine.memo import Held, Task
from ichsite.model.shelf import Shelf
from ichsite.read.regular import read_regular
from ichsite.read.sources import ChangedMeanwhile
from ichsite.read.tree import link_fault
from ichsite.render.theme import FILE_CAP, TEMPLATE_FOLDERS, THEMES, ThemeFiles, ThemeRefused, load_theme, theme_folder
from ichsite.stage.desk import Desk
from ichsite.text.address import OutputPath, UrlPath
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.fingerprint import Fingerprint, of_bytes, of_parts


@dataclass(frozen=True)
class ThemeRead:
    """What is needed of a theme without its templates: words by language, static files; or what is wrong with it."""

    words: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    static: tuple[tuple[str, Fingerprint], ...]
    finding: Diagnostic | None = None


@dataclass(frozen=True)
class Theme:
    """A theme as a build uses it: `held` is the whole, `assets` the static files by their published path."""

    held: Held
    words: dict[str, str]
    assets: dict[OutputPath, str]

    def asset(self, name: str) -> UrlPath:
        """The address of a static file; where the theme has none of that name, an address under `assets/`."""
        found = next((path for path, static in self.assets.items() if static == name), f"assets/{name}")
        return UrlPath(f"/{found}")


@dataclass(frozen=True)
class ThemeTask:
    """A theme's folder, and the fingerprint of the files that are meant."""

    folder: str
    print: Fingerprint


def read_theme(task: ThemeTask, _shelf: Shelf) -> tuple[ThemeRead, ThemeFiles | None]:
    """The theme in a folder, as a task; raises ChangedMeanwhile where it is no longer the one that is meant."""
    folder = Path(task.folder)
    try:
        theme = load_theme(folder)
    except ThemeRefused as refused:
        return ThemeRead((), (), refused.finding), None
    finally:
        if _folder_print(folder) != task.print:
            raise ChangedMeanwhile(f"{THEMES}/{folder.name}")
    return ThemeRead(theme.words, tuple((name, of_bytes(data)) for name, data in theme.static)), theme


THEME: Task[ThemeTask, ThemeRead] = Task("theme", read_theme)


def theme_of(desk: Desk, name: str, language: str) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """The theme that a site names, or why it cannot be used."""
    root = desk.project.root
    own = root / THEMES / name
    if os.path.lexists(own) and (outside := link_fault(root, own, f"{THEMES}/{name}")) is not None:
        return None, (outside,)
    try:
        folder = theme_folder(root, name)
    except ThemeRefused as refused:
        return None, (refused.finding,)
    task = ThemeTask(str(folder), _folder_print(folder))
    result = desk.memo.map(THEME, [task.print], lambda _: task)[0]
    if result.small.finding is not None:
        return None, (result.small.finding,)
    assets = {OutputPath(f"assets/{_hashed(name, digest)}"): name for name, digest in result.small.static}
    words = dict(dict(result.small.words).get(language, ()))
    return Theme(result.held, words, assets), ()


def _folder_print(folder: Path) -> Fingerprint:
    """The fingerprint of what `load_theme` reads; what it refuses to read counts by its name and its size."""
    parts: list[bytes | str] = []
    for path in _files_of(folder):
        parts.append(os.fsencode(path.relative_to(folder)))
        with suppress(OSError):  # what cannot be read is named where the theme is loaded
            info = path.lstat()
            parts.append(f"{stat.S_IFMT(info.st_mode)} {info.st_size}")
            parts.append(read_regular(path, FILE_CAP))
    return of_parts(folder.name, *parts)


def _files_of(folder: Path) -> list[Path]:
    found = [folder / "theme.yaml"]
    for top in (*TEMPLATE_FOLDERS, "static", "locales"):
        if not (folder / top).is_symlink():
            found += [path for path in (folder / top).rglob("*") if path.is_symlink() or not path.is_dir()]
    return sorted(path for path in found if os.path.lexists(path))


def _hashed(name: str, digest: Fingerprint) -> str:
    stem, dot, ending = name.rpartition(".")
    return f"{stem}.{digest.hex()[:10]}{dot}{ending}" if dot else f"{name}.{digest.hex()[:10]}"
