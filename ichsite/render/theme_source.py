"""One theme's folder as it lies on the disk, before it is joined with the theme that it extends."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ichsite.render.manifest import Manifest, manifest_of
from ichsite.render.theme_yaml import ThemeRefused, ThemeYaml, read_yaml
from ichsite.text.diagnostic import error
from ichsite.text.place import Place
from ichsite.text.words import Words

THEMES = "themes"
TEMPLATE_FOLDERS = ("layouts", "macros", "pages", "partials")
MANIFEST, TOKENS_FILE = "theme.yaml", "tokens.yaml"
FILE_CAP = 5_000_000
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
    return manifest_of(_manifest_yaml(folder))


def _manifest_yaml(folder: Path) -> ThemeYaml:
    path = f"{THEMES}/{folder.name}/{MANIFEST}"
    return read_yaml(path, _text(folder / MANIFEST, path))


def read_source(folder: Path) -> ThemeSource:
    """The theme in `folder`. Symbolic links and hidden files are left alone; raises ThemeRefused."""
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
    return sorted(_walk(folder / top, top)) if (folder / top).is_dir() and not (folder / top).is_symlink() else []


def _walk(folder: Path, path: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.is_symlink():
                continue
            if entry.is_dir():
                yield from _walk(folder / entry.name, f"{path}/{entry.name}")
            elif entry.is_file():
                yield f"{path}/{entry.name}"


def _bytes(file: Path, place: str) -> bytes:
    try:
        if file.is_symlink():
            raise _unreadable(
                place, Words("是符号链接，主题里不跟随链接", "a symbolic link; a theme's links are not followed")
            )
        with file.open("rb") as opened:
            data = opened.read(FILE_CAP + 1)
    except OSError as wrong:
        reason = wrong.strerror or "?"
        raise _unreadable(place, Words(f"读不了：{reason}", f"cannot be read: {reason}")) from None
    if len(data) > FILE_CAP:
        raise _unreadable(place, Words(f"文件超过 {FILE_CAP:,} 字节", f"over {FILE_CAP:,} bytes"))
    return data


def _text(file: Path, place: str) -> str:
    try:
        return _bytes(file, place).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        help = Words("用编辑器另存为 UTF-8", "save it as UTF-8")
        raise _unreadable(place, Words("不是 UTF-8", "this is not UTF-8"), help) from None


def _words(data: bytes, language: str, place: str) -> dict[str, str]:
    """The words of a catalogue; a message with a plural is two entries."""
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalogue = read_po(io.BytesIO(data), locale=language.replace("-", "_"), abort_invalid=True)
    except (PoFileError, ValueError, LookupError) as wrong:
        said = str(wrong).partition("\n")[0]
        raise _unreadable(place, Words(f"词表读不了：{said}", f"the catalogue cannot be read: {said}")) from None
    words: dict[str, str] = {}
    for message in catalogue:
        if not message.id or message.fuzzy:
            continue
        asked = message.id if isinstance(message.id, (tuple, list)) else (message.id,)
        said = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        for msgid, msgstr in zip(asked, (said[0], said[-1]), strict=False):
            if msgid and msgstr:
                words[msgid] = msgstr
    return words


def _unreadable(place: str, what: Words, help: Words | None = None) -> ThemeRefused:
    return ThemeRefused(error("theme-unreadable", Place(place), what, help))
