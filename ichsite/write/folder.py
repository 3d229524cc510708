"""The output folder: which folders may be one, and what lies in it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ichsite.read.tree import Stat
from ichsite.text.address import OutputPath
from ichsite.text.words import Words

MARKER = ".ichsite-output"
_MARKER_HEAD = "This folder is written by ichsite. It keeps files that are not in this list.\n"
_OURS = ("content", "themes", "ichsite", "tests", ".git", ".ichsite")


class OutputRefused(Exception):
    """A folder that cannot be the output, and why."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


@dataclass(frozen=True)
class Lying:
    """The files of an output folder as they lie, with their stats, and its folders."""

    files: dict[OutputPath, Stat]
    folders: frozenset[str]


def marker_text(paths: Iterable[OutputPath]) -> bytes:
    """What the marker says: which files are ours, so that a lost cache does not make them strangers."""
    return (_MARKER_HEAD + "".join(f"{path}\n" for path in sorted(paths))).encode()


def marked_paths(folder: Path) -> frozenset[OutputPath]:
    """The files that an earlier build wrote into `folder`, by its marker."""
    try:
        text = (folder / MARKER).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return frozenset()
    return frozenset(OutputPath(line) for line in text.removeprefix(_MARKER_HEAD).split("\n") if line)


def output_folder(root: Path, wanted: str, *, from_command_line: bool) -> Path:
    """The output folder, absolute; raises `OutputRefused` for one that is not ours to write."""
    folder = Path(os.path.normpath(root / Path(wanted).expanduser() if from_command_line else root / wanted))
    real_parent = folder.parent.resolve()
    real = real_parent / folder.name
    if folder.is_symlink():
        raise OutputRefused(Words(f"输出位置 {wanted} 是符号链接", f"the output {wanted} is a symbolic link"))
    if real in (Path("/"), Path.home().resolve(), root) or root.is_relative_to(real):
        raise OutputRefused(
            Words(
                f"不能把网站写到 {wanted}：那里装着项目或整台电脑的文件",
                f"the site cannot be written to {wanted}: it holds the project or more",
            )
        )
    inside = real.relative_to(root).parts if real.is_relative_to(root) else None
    if inside is None and not from_command_line:
        raise OutputRefused(
            Words("site.yaml 的 output 必须在项目之内", "`output` of site.yaml must lie inside the project")
        )
    if inside is not None and inside[0] in _OURS:
        raise OutputRefused(
            Words(
                f"不能把网站写进 {inside[0]}/，那是项目自己的",
                f"the site cannot be written into {inside[0]}/, which is the project's own",
            )
        )
    if real.exists() and not real.is_dir():
        raise OutputRefused(Words(f"{wanted} 是文件，不是文件夹", f"{wanted} is a file, not a folder"))
    if real.is_dir() and not (real / MARKER).is_file() and any(real.iterdir()):
        raise OutputRefused(
            Words(
                f"{wanted} 里已有别的文件，而且不是 ichsite 写的，不会去动它。换一个空文件夹",
                f"{wanted} holds files that ichsite did not write; they are left alone. Name an empty folder",
            )
        )
    if real.is_dir() and not os.access(real, os.W_OK):
        raise PermissionError(13, os.strerror(13), str(real))
    return real


def lying_in(folder: Path) -> Lying:
    """The files below `folder`; links and devices count as files of size -1, so that they are never taken for ours."""
    files: dict[OutputPath, Stat] = {}
    folders: set[str] = set()
    waiting: list[tuple[str, str]] = [(str(folder), "")]
    while waiting:
        place, prefix = waiting.pop()
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    path = prefix + entry.name
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append((entry.path, path + "/"))
                        folders.add(path)
                        continue
                    info = entry.stat(follow_symlinks=False)
                    size = info.st_size if stat.S_ISREG(info.st_mode) else -1
                    files[OutputPath(path)] = Stat(size, info.st_mtime_ns, entry.inode())
        except FileNotFoundError:
            continue
    return Lying(files, frozenset(folders))
