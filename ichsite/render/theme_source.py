"""One theme's folder as it lies on the disk, before it is joined with the theme that it extends."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ichsite.read.passed_over import is_passed_over, is_unfinished
from ichsite.read.regular import FileTooLarge, read_regular
from ichsite.render.manifest import Manifest, manifest_of
from ichsite.render.theme_yaml import ThemeRefused, ThemeYaml, read_yaml
from ichsite.text.diagnostic import error
from ichsite.text.place import Place
from ichsite.text.system_words import system_words
from ichsite.text.words import Words

THEMES = "themes"
TEMPLATE_FOLDERS = ("layouts", "macros", "pages", "partials")
MANIFEST, TOKENS_FILE = "theme.yaml", "tokens.yaml"
FILE_CAP = 5_000_000
DEEPEST = 12
"""Folders in folders of a theme."""
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\\\\\ud800-\udfff]")
"""What no address may hold; half a surrogate stands for a byte that is no UTF-8."""
_LONGEST_NAME = 200
"""Bytes; the hash in the published name needs some, and no disk takes more than 255."""
_PACKAGE = Path(__file__).resolve().parents[1]
SHIPPED = (_PACKAGE / "_theme", _PACKAGE.parent / THEMES)
"""Where the themes lie that come with ichsite: installed, and in a checkout."""


@dataclass(frozen=True)
class ThemeSource:
    """A theme's own files: templates by path, static files by path below `static/`, each language's words."""

    place: str
    manifest: Manifest
    yaml: ThemeYaml
    tokens: ThemeYaml | None
    templates: Mapping[str, str]
    static: Mapping[str, bytes]
    words: Mapping[str, Mapping[str, str]]
    shipped: bool = False
    """Whether it came with ichsite: then tests have looked through its templates."""


def read_manifest(folder: Path) -> Manifest:
    """What a theme's theme.yaml says; raises ThemeRefused."""
    path = f"{THEMES}/{folder.name}/{MANIFEST}"
    return _manifest(path, _text(folder / MANIFEST, path))


@lru_cache(maxsize=16)
def _manifest(path: str, text: str) -> Manifest:
    """The manifest of that text: whoever builds again and again asks each time."""
    return manifest_of(read_yaml(path, text))


def _manifest_yaml(folder: Path) -> ThemeYaml:
    path = f"{THEMES}/{folder.name}/{MANIFEST}"
    return read_yaml(path, _text(folder / MANIFEST, path))


def read_source(folder: Path) -> ThemeSource:
    """The theme in `folder`. Symbolic links, hidden files and copies of editors are left alone; raises ThemeRefused."""
    place = f"{THEMES}/{folder.name}"
    yaml = _manifest_yaml(folder)
    manifest = manifest_of(yaml)
    tokens = None
    if os.path.lexists(folder / TOKENS_FILE):
        path = f"{place}/{TOKENS_FILE}"
        tokens = read_yaml(path, _text(folder / TOKENS_FILE, path))
    templates = {
        name: _text(folder / name, f"{place}/{name}") for top in TEMPLATE_FOLDERS for name in _files(folder, top)
    }
    static = {name.partition("/")[2]: _bytes(folder / name, f"{place}/{name}") for name in _files(folder, "static")}
    words = {
        Path(name).stem: _words(_bytes(folder / name, f"{place}/{name}"), Path(name).stem, f"{place}/{name}")
        for name in _files(folder, "locales")
        if name.endswith(".po")
    }
    return ThemeSource(place, manifest, yaml, tokens, templates, static, words, folder.parent in SHIPPED)


def _files(folder: Path, top: str) -> list[str]:
    if not (folder / top).is_dir() or (folder / top).is_symlink():
        return []
    try:
        names = sorted(_walk(folder / top, top))
    except OSError as wrong:  # a folder without the right to read it, or deeper than paths may be
        raise _system_said(f"{THEMES}/{folder.name}/{top}", wrong) from None
    for name in names:
        if _UNFIT.search(name) or len(os.fsencode(name.rpartition("/")[2])) > _LONGEST_NAME:
            what = Words("这个文件名不能发布到网上", "a file of this name cannot be published")
            help = Words("换成短一些的名字，用字母、数字、连字符", "use a shorter name of letters, digits and hyphens")
            raise _unreadable(f"{THEMES}/{folder.name}/{_UNFIT.sub('?', name)[:200]}", what, help)
    return names


def _walk(folder: Path, top: str) -> Iterator[str]:
    waiting = [(folder, top)]
    while waiting:
        inside, path = waiting.pop()
        if path.count("/") > DEEPEST:
            what = Words(f"文件夹套了超过 {DEEPEST} 层", f"folders are nested more than {DEEPEST} deep")
            raise _unreadable(f"{THEMES}/{folder.parent.name}/{top}", what)
        with os.scandir(inside) as entries:
            for entry in entries:
                if is_passed_over(entry.name) or entry.is_symlink():
                    continue
                if entry.is_dir():
                    waiting.append((inside / entry.name, f"{path}/{entry.name}"))
                elif entry.is_file() and not is_unfinished(entry.name):
                    yield f"{path}/{entry.name}"


def _bytes(file: Path, place: str) -> bytes:
    if file.is_symlink():
        raise _unreadable(
            place, Words("是符号链接，主题里不跟随链接", "a symbolic link; a theme's links are not followed")
        )
    try:
        return read_regular(file, FILE_CAP)
    except FileTooLarge:
        raise _unreadable(place, Words(f"文件超过 {FILE_CAP:,} 字节", f"over {FILE_CAP:,} bytes")) from None
    except OSError as wrong:
        raise _system_said(place, wrong) from None


def _text(file: Path, place: str) -> str:
    try:
        return _bytes(file, place).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        help = Words("用编辑器另存为 UTF-8", "save it as UTF-8")
        raise _unreadable(place, Words("不是 UTF-8", "this is not UTF-8"), help) from None


def _words(data: bytes, language: str, place: str) -> dict[str, str]:
    from babel.messages.pofile import PoFileError

    try:
        return dict(_read_words(data, language))
    except (PoFileError, ValueError, LookupError) as wrong:
        said = str(wrong).partition("\n")[0]
        raise _unreadable(place, Words(f"词表读不了：{said}", f"the catalogue cannot be read: {said}")) from None


@lru_cache(maxsize=8)
def _read_words(data: bytes, language: str) -> tuple[tuple[str, str], ...]:
    """The words of a catalogue, read once in a process; a message with a plural is two entries."""
    from babel.messages.pofile import read_po

    words: list[tuple[str, str]] = []
    for message in read_po(io.BytesIO(data), locale=language.replace("-", "_"), abort_invalid=True):
        if not message.id or message.fuzzy:
            continue
        asked = message.id if isinstance(message.id, (tuple, list)) else (message.id,)
        said = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        words += (
            (msgid, msgstr) for msgid, msgstr in zip(asked, (said[0], said[-1]), strict=False) if msgid and msgstr
        )
    return tuple(words)


def _system_said(place: str, wrong: OSError) -> ThemeRefused:
    reason = system_words(wrong)
    return _unreadable(place, Words(f"读不了：{reason.zh}", f"cannot be read: {reason.en}"))


def _unreadable(place: str, what: Words, help: Words | None = None) -> ThemeRefused:
    return ThemeRefused(error("theme-unreadable", Place(place), what, help))
