"""The theme, read once and kept until one of its files changes."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from ichsite.engine.memo import Held, Task
from ichsite.model.shelf import Shelf
from ichsite.model.theme_choice import ThemeChoice
from ichsite.read.regular import read_regular
from ichsite.read.sources import SETTLED_NS, ChangedMeanwhile
from ichsite.read.tree import Stat
from ichsite.render.contrast import contrast_findings
from ichsite.render.theme import FILE_CAP, TEMPLATE_FOLDERS, THEMES, ThemeFiles, ThemeRefused, load_theme
from ichsite.render.theme_source import DEEPEST, MANIFEST, TOKENS_FILE
from ichsite.stage.desk import Desk
from ichsite.stage.theme_chain import theme_chain
from ichsite.text.address import OutputPath
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.fingerprint import Fingerprint, of_parts, of_value
from ichsite.text.place import FieldOf, Place


@dataclass(frozen=True)
class ThemeRead:
    """What is needed of a theme without its templates: words by language, published files; or what is wrong with it."""

    words: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    assets: tuple[tuple[str, str], ...]
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True)
class Theme:
    """A theme as a build uses it: `held` is the whole, `assets` the published files by their path.

    `words` are those of the site's own language.
    """

    held: Held
    catalogues: dict[str, dict[str, str]]
    assets: dict[OutputPath, str]
    words: dict[str, str]

    def catalogue(self, language: str) -> dict[str, str]:
        """The words of one language; empty where the theme does not speak it."""
        return self.catalogues.get(language, {})


@dataclass(frozen=True)
class ThemeTask:
    """A theme's folder and those that it extends, what the site sets of it, and the fingerprint of all that is meant.

    Where another theme than the site's was asked for, not `strict`, settings that it does not know are left out.
    """

    folders: tuple[str, ...]
    print: Fingerprint
    choice: ThemeChoice = field(default_factory=ThemeChoice)
    strict: bool = True


def read_theme(task: ThemeTask, _shelf: Shelf) -> tuple[ThemeRead, ThemeFiles | None]:
    """The theme in a folder, as a task; raises ChangedMeanwhile where it is no longer the one that is meant."""
    folders = [Path(folder) for folder in task.folders]
    try:
        theme = load_theme(*folders, choice=task.choice, strict=task.strict)
    except ThemeRefused as refused:
        return ThemeRead((), (), refused.findings), None
    finally:
        if chain_print(folders, task.choice, strict=task.strict) != task.print:
            raise ChangedMeanwhile(f"{THEMES}/{folders[0].name}")
    own = frozenset(name for name, _ in task.choice.tokens)
    return ThemeRead(theme.words, theme.assets, tuple(contrast_findings(theme.tokens, own, theme.place))), theme


THEME: Task[ThemeTask, ThemeRead] = Task("theme", read_theme)


def theme_of(desk: Desk, choice: ThemeChoice, language: str) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """The theme that a site names, or the one that was asked for instead; with what is wrong with it."""
    asked = desk.request.theme
    strict = asked is None or asked == choice.name
    try:
        named_at = FieldOf("site.yaml", ("theme", "name")) if asked is None else Place("--theme")
        folders = theme_chain(desk.project.root, choice.name if asked is None else asked, named_at)
    except ThemeRefused as refused:
        return None, refused.findings
    task = ThemeTask(tuple(map(str, folders)), _chain_print(desk, folders, choice, strict=strict), choice, strict)
    result = desk.memo.map(THEME, [task.print], lambda _: task)[0]
    findings = result.small.findings
    if any(one.severity == "error" for one in findings):
        return None, findings
    assets = {OutputPath(path): name for name, path in result.small.assets}
    words = {spoken: dict(said) for spoken, said in result.small.words}
    return Theme(result.held, words, assets, words.get(language, {})), findings


class _Seen(NamedTuple):
    """What the file system says of a file or a folder of a theme; no stat where it says nothing."""

    path: str
    mode: int
    stat: Stat | None


def _chain_print(desk: Desk, folders: Sequence[Path], choice: ThemeChoice, *, strict: bool) -> Fingerprint:
    """The fingerprint of a theme; from the last build where nothing that is read of it has moved since."""
    if desk.warm is None:
        return chain_print(folders, choice, strict=strict)
    seen = tuple([_seen(path) for folder in folders for path in _files_of(folder)])
    settled = time.time_ns() - SETTLED_NS
    if any(one.stat is None or one.stat.mtime_ns > settled for one in seen):
        return chain_print(folders, choice, strict=strict)
    given = tuple(map(str, folders)), seen, choice, strict
    return desk.again("theme", given, lambda: chain_print(folders, choice, strict=strict))


def _seen(path: str) -> _Seen:
    try:
        info = os.lstat(path)
    except OSError:
        return _Seen(path, 0, None)
    return _Seen(path, info.st_mode, Stat(info.st_size, info.st_mtime_ns, info.st_ino))


def chain_print(folders: Iterable[Path], choice: ThemeChoice, *, strict: bool) -> Fingerprint:
    """The fingerprint of a theme, of those that it extends, and of what a site sets of it."""
    return of_parts(of_value((choice, strict)), *(_folder_print(folder) for folder in folders))


def _folder_print(folder: Path) -> Fingerprint:
    """The fingerprint of what `load_theme` reads; what it refuses to read counts by its name and its size."""
    parts: list[bytes | str] = []
    for path in map(Path, _files_of(folder)):
        parts.append(os.fsencode(path.relative_to(folder)))
        with suppress(OSError):  # what cannot be read is named where the theme is loaded
            info = path.lstat()
            parts.append(f"{stat.S_IFMT(info.st_mode)} {info.st_size}")
            parts.append(read_regular(path, FILE_CAP))
    return of_parts(folder.name, *parts)


def _files_of(folder: Path) -> list[str]:
    """What is read of a theme, sorted: its files, and its folders by their names."""
    found = [path for name in (MANIFEST, TOKENS_FILE) if os.path.lexists(path := str(folder / name))]
    for top in (*TEMPLATE_FOLDERS, "static", "locales"):
        if not (folder / top).is_symlink():
            # a folder that cannot be listed, or lies too deep, counts by its name: why is said where the theme is loaded
            for inside, folders, names in os.walk(folder / top):
                found += [f"{inside}{os.sep}{name}" for name in (*folders, *names)]
                if inside.count(os.sep) - str(folder).count(os.sep) > DEEPEST:
                    folders.clear()
    return sorted(found)
