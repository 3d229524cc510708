"""Reading the project: which files there are, and their bytes. Nothing outside the project is read.

Symbolic links are followed only where they stay inside; devices, pipes and sockets are never opened.
Hidden files, what editors keep beside their files, and everything that starts with `_` are left alone.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeGuard

from ichsite.read.passed_over import is_passed_over, is_unfinished
from ichsite.read.regular import read_regular, real_path
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.fingerprint import Fingerprint, of_bytes
from ichsite.text.place import Place
from ichsite.text.system_words import system_words
from ichsite.text.words import LANGUAGES, Words

MAX_DEPTH = 12
READ_CAP = 400_000_000
SETTINGS = ("site.yaml", *(f"site.{language}.yaml" for language in LANGUAGES))
"""What is read besides `content/`: the settings, and their words in another language."""


@dataclass(frozen=True)
class Stat:
    """What the file system says of a file: where all three stand still, its bytes do."""

    size: int
    mtime_ns: int
    inode: int


def is_stat(value: object) -> TypeGuard[Stat]:
    """Whether a value of unknown origin is a whole stat."""
    if not isinstance(value, Stat):
        return False
    fields = vars(value)
    return len(fields) == 3 and all(type(fields.get(name)) is int for name in ("size", "mtime_ns", "inode"))


@dataclass(frozen=True)
class Found:
    """A file of the project: its path from the root with `/`, and its stat."""

    path: str
    stat: Stat


@dataclass(frozen=True)
class Tree:
    """The settings and all files below `content/`, sorted by path; `linked` where a symbolic link led to some of them."""

    root: Path
    files: tuple[Found, ...]
    findings: tuple[Diagnostic, ...]
    linked: bool = False


def scan(root: Path) -> Tree:
    """The project's files."""
    walk = Walk(root.resolve())
    content = walk.root / "content"
    walk.settings()
    if content.is_symlink() and (refused := link_fault(walk.root, content, "content")) is not None:
        walk.findings.append(refused)
    else:
        walk.linked |= content.is_symlink()
        walk.folder("content", Level(str(content), str(content.resolve()), ()))
    return walk.tree()


def read_file(root: Path, path: str) -> bytes:
    """The bytes of a file of the project; raises OSError, also for one that has become a link out of it."""
    return read_regular(real_path(root, path), READ_CAP)


def digest_of(data: bytes) -> Fingerprint:
    """The digest of a file's bytes."""
    return of_bytes(data)


def link_fault(root: Path, place: Path, path: str) -> Diagnostic | None:
    """Why what a place really is may not be read: it lies outside `root` (a real path), or nowhere."""
    try:
        target = place.resolve(strict=True)
    except (OSError, RuntimeError):
        return error(
            "link-dangling",
            Place(path),
            Words("这个符号链接指向不存在的地方，或者绕成了圈", "this symbolic link leads nowhere, or in a circle"),
            Words("删掉它，或换成文件本身", "delete it, or put the file itself here"),
        )
    if not target.is_relative_to(root):
        return error(
            "link-outside",
            Place(path),
            Words("这个符号链接指向项目之外，不会去读", "this symbolic link leaves the project and is not read"),
            Words("把文件复制进项目", "copy the file into the project"),
        )
    return None


@dataclass(frozen=True)
class Level:
    """A folder that is being walked: its path, where it really lies, and the real folders above it."""

    place: str
    real: str
    above: tuple[str, ...]


@dataclass
class Walk:
    """A look at the project's files while it goes on: what was found, what is wrong, whether a link was followed.

    `root` is a real path.
    """

    root: Path
    files: list[Found] = field(default_factory=list[Found])
    findings: list[Diagnostic] = field(default_factory=list[Diagnostic])
    linked: bool = False

    def tree(self) -> Tree:
        """What was found, in order."""
        files = tuple(sorted(self.files, key=lambda found: found.path))
        return Tree(self.root, files, tuple(self.findings), self.linked)

    def settings(self) -> None:
        """The settings, which lie beside `content/`."""
        for name in SETTINGS:
            self._file(self.root / name, name)

    def folder(self, path: str, level: Level) -> None:
        """Everything in a folder."""
        if len(level.above) > MAX_DEPTH:
            self.findings.append(_too_deep(path))
            return
        try:
            with os.scandir(level.place) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except FileNotFoundError:
            return
        except OSError as wrong:
            self.findings.append(unreadable(path, wrong))
            return
        for entry in listed:
            self.entry(entry, path, level)

    def entry(self, entry: Path | os.DirEntry[str], path: str, level: Level) -> None:
        """What lies in the folder at `path`: a file, or a folder with all that is in it."""
        name = entry.name
        if name.startswith("_") or is_passed_over(name):
            return
        inner = f"{path}/{name}"
        link = entry.is_symlink()
        self.linked |= link
        if not _readable_name(name):
            self.findings.append(_bad_name(path, name))
        elif link and (refused := link_fault(self.root, Path(entry), inner)) is not None:
            self.findings.append(refused)
        elif entry.is_dir():
            place = os.fspath(entry)
            # only a link can lead elsewhere, or back
            real = str(Path(place).resolve()) if link else f"{level.real}/{name}"
            above = (*level.above, level.real)
            if real in above:
                self.findings.append(_link_loop(inner))
            else:
                self.folder(inner, Level(place, real, above))
        elif not is_unfinished(name):
            self._file(entry, inner)

    def _file(self, place: Path | os.DirEntry[str], path: str) -> None:
        try:
            if isinstance(place, Path) and place.is_symlink():
                self.linked = True
                if (refused := link_fault(self.root, place, path)) is not None:
                    self.findings.append(refused)
                    return
            info = place.stat()
        except FileNotFoundError:
            return  # gone since the folder was listed: as if it had never been there
        except OSError as wrong:
            self.findings.append(unreadable(path, wrong))
            return
        if stat.S_ISREG(info.st_mode):
            self.files.append(Found(path, Stat(info.st_size, info.st_mtime_ns, info.st_ino)))
        else:
            self.findings.append(_special(path))


def _readable_name(name: str) -> bool:
    return name.isprintable()  # an undecodable byte is a lone surrogate, and no surrogate can be printed


def _link_loop(path: str) -> Diagnostic:
    return error(
        "link-loop",
        Place(path),
        Words("这个链接指回它的上级文件夹", "this link leads back to a folder above it"),
        Words("删掉它", "delete it"),
    )


def _too_deep(path: str) -> Diagnostic:
    return error(
        "folder-too-deep",
        Place(path),
        Words(f"文件夹嵌套超过 {MAX_DEPTH} 层", f"folders nested more than {MAX_DEPTH} deep"),
        Words("内容只需要两层：种类和作品", "content needs two levels: the kind and the item"),
    )


def _bad_name(path: str, name: str) -> Diagnostic:
    shown = name.encode("utf-8", "backslashreplace").decode()
    return error(
        "file-name",
        Place(path),
        Words(f"文件名“{shown}”里有不能用的字符", f"the file name “{shown}” has characters that cannot be used"),
        Words("改成文字、数字和连字符", "use letters, digits and hyphens"),
    )


def _special(path: str) -> Diagnostic:
    return error(
        "file-special",
        Place(path),
        Words(
            "这不是普通文件（管道、设备或套接字），不会去读", "this is no regular file (a pipe, a device or a socket)"
        ),
        Words("把它移出 content/", "move it out of content/"),
    )


def unreadable(path: str, wrong: OSError) -> Diagnostic:
    """The finding for a file or folder that the system does not let us read."""
    reason = system_words(wrong)
    return error(
        "file-unreadable",
        Place(path),
        Words(f"读不了：{reason.zh}", f"cannot be read: {reason.en}"),
        Words("检查文件的权限", "check the file's permissions"),
    )
