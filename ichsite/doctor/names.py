"""The names in one folder: what another disk cannot hold, what is the same on it, and what lies there by accident. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ichsite.doctor.mend import is_leftover
from ichsite.doctor.walk import Entry, Folder
from ichsite.text.address import OutputPath, collision_key, is_device
from ichsite.text.diagnostic import Diagnostic, error, warning
from ichsite.text.place import Place
from ichsite.text.words import Words

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"\\|?*]')
_JUNK = re.compile(
    r"(?i)\.DS_Store|\._.+|Thumbs\.db|ehthumbs\.db|desktop\.ini|\.AppleDouble|__MACOSX|~\$.+|~.+\.tmp"
    r"|.+\.(?:bak|tmp|orig|rej|crdownload|baiduyun\.downloading)|.+~|#.+#|\.ichsite-mend-[a-z0-9_]{8}|\.[^.].*\.sw[a-p]|\.nfs[0-9a-f]+"
)
_COPY = re.compile(
    r"(?i)(?P<name>.*?)[ _-]*(?:"
    r"[(（]\s*\d{1,3}\s*[)）]"  # what a browser or Windows appends
    r"|[-－ ]+\s*副本(?:\s*[(（]?\d*[)）]?)|副本\s*\d*|的副本"  # Windows and macOS in Chinese
    r"|[ -]+copy(?: \d+)?"
    r"|[(（\[].*?(?:冲突|衝突|conflict).*?[)）\]]|[_ .-]*(?:冲突文件|冲突副本).*"  # sync services
    r"|\.sync-conflict-.*"
    r")(?P<ending>(?:\.[A-Za-z0-9]{1,5})*)"
)
_LONG_PATH = 200
"""Characters of a path below the project that Windows still opens, with room for the folders above it (260 in all)."""


@dataclass(frozen=True)
class Junk:
    """A file that a system or an editor leaves behind: its name as it is counted, and one place."""

    name: str
    path: str


def names_in(folder: Folder) -> Iterator[Diagnostic | Junk]:
    """What is to be said of the names in a folder."""
    listed: dict[str, str] = {}
    names = {entry.name for entry in folder.entries}
    for entry in folder.entries:
        path = folder.path_of(entry)
        if _JUNK.fullmatch(entry.name):
            yield Junk(_counted_as(entry.name), path)
            continue
        if not entry.name.isprintable():
            yield _unprintable(path)
            continue
        key = collision_key(OutputPath(entry.name))
        if (other := listed.setdefault(key, entry.name)) != entry.name:
            yield _collides(path, other)
        if entry.kind == "link":
            continue
        yield from _on_other_disks(path, entry)
        if (original := _copied_from(entry.name, names)) is not None:
            yield _copy(path, original)


def _counted_as(name: str) -> str:
    for start in ("._", "~$"):
        if name.startswith(start):
            return f"{start}*"
    if is_leftover(name):
        return ".ichsite-mend-*"
    if name.endswith("~"):
        return "*~"
    if name.startswith("#"):
        return "#*#"
    stem, _, ending = name.rpartition(".")
    return f"*.{ending}" if stem and ending.lower() not in ("db", "ini") else name


def _copied_from(name: str, names: set[str]) -> str | None:
    """The name without what a copy appends: always where that says so in words, for `(1)` where the original is there."""
    found = _COPY.fullmatch(name)
    if found is None or not found["name"]:
        return None
    original = found["name"].rstrip() + found["ending"]
    plain = re.fullmatch(r"(?i).*(?:[(（]\s*\d{1,3}\s*[)）]|[ -]copy(?: \d+)?)(?:\.[a-z0-9]{1,5})*", name)
    return None if plain and original not in names else original


def _on_other_disks(path: str, entry: Entry) -> Iterator[Diagnostic]:
    name = entry.name
    if name != (composed := unicodedata.normalize("NFC", name)):
        yield warning(
            "name-decomposed",
            Place(path),
            Words(
                f"名字“{name}”是拆开存的字形（NFD，苹果电脑常见），写在文件里的“{composed}”在别的电脑上找不到它",
                f"the name `{name}` is stored in decomposed form (NFD, as a Mac does): `{composed}` in a text does not"
                " find it on other computers",
            ),
            Words("重新打一遍这个名字", "rename it, typing the name anew"),
        )
    why: Words | None = None
    if found := _FORBIDDEN.search(name):
        why = Words(f"里面有“{found.group()}”", f"has `{found.group()}` in it")
    elif is_device(name):
        why = Words("是 Windows 的设备名", "is the name of a device there")
    elif name.endswith((".", " ")):
        why = Words("以点或空格结尾", "ends with a dot or a space")
    elif len(path) > _LONG_PATH:
        why = Words(f"整条路径有 {len(path)} 个字符", f"has a path of {len(path)} characters")
    if why is not None:
        yield warning(
            "name-windows",
            Place(path),
            Words(f"Windows 存不下这个名字：{why.zh}", f"Windows cannot hold this name: it {why.en}"),
            Words("换一个名字，如 celadon-vase", "rename it, for example celadon-vase"),
        )


def _unprintable(path: str) -> Diagnostic:
    return error(
        "file-name",
        Place(path),
        Words("文件名里有看不见或解不开的字符", "the name has characters that cannot be seen or decoded"),
        Words("改成文字、数字和连字符", "use letters, digits and hyphens"),
    )


def _collides(path: str, other: str) -> Diagnostic:
    return error(
        "name-collision",
        Place(path),
        Words(
            f"和 {other} 只差大小写或字形编码，在别的电脑上是同一个文件",
            f"differs from {other} by letter case or Unicode form only; on other disks they are one file",
        ),
        Words("给其中一个换个名字", "rename one of them"),
    )


def _copy(path: str, original: str) -> Diagnostic:
    return warning(
        "file-copy",
        Place(path),
        Words(
            f"像是“{original}”的副本或同步冲突留下的文件",
            f"this looks like a copy of `{original}`, or what a sync conflict left",
        ),
        Words(
            "和原件比一比，把要的并进原件，再删掉它",
            "compare it with the original, keep what you want there, and delete this one",
        ),
    )
