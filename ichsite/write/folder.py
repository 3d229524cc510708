"""The output folder: which folders may be one, and what lies in it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path

from ichsite.read.regular import read_regular
from ichsite.read.tree import Stat
from ichsite.text.address import OutputPath, collision_key
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf, Place
from ichsite.text.system_words import system_words
from ichsite.text.words import Words

MARKER = ".ichsite-output"
_MARKER_HEAD = "This folder is written by ichsite. It keeps files that are not in this list.\n"
_MARKER_CAP = 50_000_000
_OURS = ("content", "themes", "ichsite", "tests", "site.yaml")
CODE = "output-folder"


class OutputRefused(Exception):
    """A folder that cannot be the output, with the finding that says why."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message.en)
        self.finding = finding


@dataclass(frozen=True)
class Lying:
    """The files of an output folder as they lie, with their stats, and its folders.

    `ours` where this process wrote all of them and nobody else writes there; `marked` are then the files that the
    marker names.
    """

    files: dict[OutputPath, Stat]
    folders: frozenset[str]
    ours: bool = False
    marked: AbstractSet[OutputPath] = frozenset()


def marker_text(paths: Iterable[OutputPath]) -> bytes:
    """What the marker says: which files are ours, so that a lost cache does not make them strangers."""
    return (_MARKER_HEAD + "\n".join((*sorted(paths), ""))).encode()


def marked_paths(folder: Path) -> frozenset[OutputPath]:
    """The files that an earlier build wrote into `folder`, by its marker."""
    try:
        text = read_regular(folder / MARKER, _MARKER_CAP).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return frozenset()
    return frozenset(OutputPath(line) for line in text.removeprefix(_MARKER_HEAD).split("\n") if line)


def output_folder(
    root: Path,
    wanted: str,
    *,
    from_command_line: bool,
    marker: str = MARKER,
    option: str = "--output",
    like: str = "output",
) -> tuple[Path | None, tuple[Diagnostic, ...]]:
    """The output folder, absolute; or why a folder is not ours to write. Nothing on the disk is changed.

    `wanted` is below `root` where it is relative, from the command line too: `-C DIR` is as if started in DIR.
    `marker` is the file that makes a folder ours, `like` a name to propose.
    """
    where = Place(option) if from_command_line else FieldOf("site.yaml", ("output",))
    another = Words(f"换一个空文件夹或新的名字，比如 {like}", f"name an empty folder or a new one, such as {like}")
    try:
        folder = _located(root, wanted, from_command_line=from_command_line)
        _refuse_place(root, folder, wanted, from_command_line=from_command_line)
        _refuse_content(folder, wanted, marker)
    except OutputRefused as refused:
        return None, (replace(refused.finding, where=where, help=another),)
    except (OSError, RuntimeError, ValueError) as wrong:
        reason = system_words(wrong)
        unusable = Words(f"{_shown(wanted)} 不能用：{reason.zh}", f"{_shown(wanted)} cannot be used: {reason.en}")
        return None, (error(CODE, where, unusable, another),)
    return folder, ()


def in_the_way(path: str) -> Diagnostic:
    """A file in the output that we did not write stands where a page must be."""
    return error(
        "output-in-the-way",
        Place(_shown(path)),
        Words(
            "这个文件不是 ichsite 写的，却占着网页要用的地方，不会去动它",
            "this was not written by ichsite and stands where a page must be; it is left alone",
        ),
        Words("把它移走再运行", "move it away and run again"),
    )


def check_writable(folder: Path) -> None:
    """Raises PermissionError for an output that may not be written to, before anything is touched."""
    if folder.is_dir() and not os.access(folder, os.W_OK):
        raise PermissionError(13, os.strerror(13), str(folder))


def _located(root: Path, wanted: str, *, from_command_line: bool) -> Path:
    if not wanted.strip() or "\0" in wanted:
        raise _refusal("没有写出文件夹的名字", "this names no folder")
    path = Path(wanted).expanduser() if from_command_line else Path(wanted)
    folder = Path(os.path.normpath(root / path))
    if folder.is_symlink():
        raise _refusal(f"{_shown(wanted)} 是符号链接", f"{_shown(wanted)} is a symbolic link")
    return folder.parent.resolve() / folder.name


def _refuse_place(root: Path, folder: Path, wanted: str, *, from_command_line: bool) -> None:
    shown = _shown(wanted)
    if folder in (Path("/"), Path.home().resolve()) or root.is_relative_to(folder):
        raise _refusal(
            f"不能把网站写到 {shown}：那里装着项目或整台电脑的文件",
            f"the site cannot be written to {shown}: it holds the project or more",
        )
    inside = folder.relative_to(root).parts if folder.is_relative_to(root) else None
    if inside is None and not from_command_line:
        raise _refusal("site.yaml 的 output 必须在项目之内", "`output` of site.yaml must lie inside the project")
    if any(part.startswith(".") for part in inside or (folder.name,)):
        raise _refusal(
            f"{shown}：以点开头的名字留给工具自己用", f"{shown}: names that begin with a dot are kept for tools"
        )
    if inside and collision_key(OutputPath(inside[0])) in _OURS:
        raise _refusal(
            f"不能把网站写进 {inside[0]}，那是项目自己的",
            f"the site cannot be written into {inside[0]}, which is the project's own",
        )


def _refuse_content(folder: Path, wanted: str, marker: str) -> None:
    shown = _shown(wanted)
    file = next((step for step in (folder, *folder.parents) if step.exists() and not step.is_dir()), None)
    if file is not None:
        raise _refusal(f"{_shown(str(file))} 是文件，不是文件夹", f"{_shown(str(file))} is a file, not a folder")
    if folder.is_dir() and not _is_marked(folder, marker) and any(folder.iterdir()):
        raise _refusal(
            f"{shown} 里已有别的文件，而且不是 ichsite 写的，不会去动它",
            f"{shown} holds files that ichsite did not write; they are left alone",
        )


def _is_marked(folder: Path, marker: str) -> bool:
    return (folder / marker).is_file() and not (folder / marker).is_symlink()


def _refusal(zh: str, en: str) -> OutputRefused:
    return OutputRefused(error(CODE, Place("--output"), Words(zh, en)))


def _shown(text: str) -> str:
    """A name from the command line or the disk, with what is no text made visible."""
    return text.encode("utf-8", "backslashreplace").decode()


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
