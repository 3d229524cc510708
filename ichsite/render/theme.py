"""A theme as one frozen value: everything that decides what a page looks like.

theme.yaml                           name, version, requires (the least version of ichsite)
layouts/ pages/ partials/ macros/    Jinja2 templates
static/                              files published as they are
locales/<language>.po                the words of the interface
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ichsite import __version__
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

THEMES = "themes"
TEMPLATE_FOLDERS = ("layouts", "macros", "pages", "partials")
KEYS = ("name", "requires", "version")
FILE_CAP = 5_000_000


class ThemeRefused(Exception):
    """A theme that cannot be used, with the finding that says why."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message.en)
        self.finding = finding


@dataclass(frozen=True)
class ThemeFiles:
    """A theme with all its files, sorted; `words` holds each language's catalogue.

    A message with a plural is two entries: its singular and its plural.
    """

    name: str
    templates: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    static: tuple[tuple[str, bytes], ...]
    version: str

    @property
    def place(self) -> str:
        """The theme's folder as diagnostics name it."""
        return f"{THEMES}/{self.name}"

    def catalogue(self, language: str) -> dict[str, str]:
        """The words of one language; empty where the theme does not speak it."""
        return dict(dict(self.words).get(language, ()))


def theme_folder(root: Path, name: str) -> Path:
    """The project's own theme of that name, else the one that comes with ichsite; raises ThemeRefused.

    A link that leads out of the project is no theme of the project.
    """
    package = Path(__file__).resolve().parents[1]
    homes = (root / THEMES, package / "_theme", package.parent / THEMES)
    for home in homes:
        if _is_theme(home / name) and (home / name).resolve().is_relative_to(home.parent.resolve()):
            return home / name
    known = {folder.name for home in homes if home.is_dir() for folder in home.iterdir() if _is_theme(folder)}
    raise ThemeRefused(
        error(
            "theme-missing",
            Place("site.yaml"),
            Words(f"找不到主题 `{name}`", f"there is no theme `{name}`"),
            did_you_mean(name, known),
        )
    )


def load_theme(folder: Path) -> ThemeFiles:
    """The theme in `folder`. Symbolic links and hidden files are left alone; raises ThemeRefused."""
    place = f"{THEMES}/{folder.name}"
    settings = _settings(_text(folder / "theme.yaml", f"{place}/theme.yaml"), f"{place}/theme.yaml")
    templates = tuple(
        (name, _text(folder / name, f"{place}/{name}")) for top in TEMPLATE_FOLDERS for name in _files(folder, top)
    )
    static = tuple(
        (name.partition("/")[2], _bytes(folder / name, f"{place}/{name}")) for name in _files(folder, "static")
    )
    words = tuple(
        (Path(name).stem, _words(_bytes(folder / name, f"{place}/{name}"), Path(name).stem, f"{place}/{name}"))
        for name in _files(folder, "locales")
        if name.endswith(".po")
    )
    return ThemeFiles(folder.name, templates, words, static, settings["version"])


def _is_theme(folder: Path) -> bool:
    return (folder / "theme.yaml").is_file()


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
        raise _unreadable(place, Words("不是 UTF-8", "this is not UTF-8")) from None


def _settings(text: str, place: str) -> dict[str, str]:
    import yaml

    try:
        found: object = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  BaseLoader makes text only
    except (yaml.YAMLError, RecursionError):
        raise _unreadable(place, Words("不是能读的 YAML", "this YAML cannot be read")) from None
    settings: dict[str, str] = {}
    for key in KEYS:
        value: object = found.get(key) if isinstance(found, dict) else None  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
        if not isinstance(value, str) or not value:
            raise _unreadable(place, Words(f"缺少 `{key}`", f"`{key}` is missing"))
        settings[key] = value
    if _numbers(settings["requires"]) > _numbers(__version__):
        needed = settings["requires"]
        raise _unreadable(
            place,
            Words(f"主题要用 ichsite {needed}，这里是 {__version__}", f"needs ichsite {needed}, this is {__version__}"),
        )
    return settings


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))


def _words(data: bytes, language: str, place: str) -> tuple[tuple[str, str], ...]:
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
    return tuple(sorted(words.items()))


def _unreadable(place: str, what: Words) -> ThemeRefused:
    return ThemeRefused(error("theme-unreadable", Place(place), what))
