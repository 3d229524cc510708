"""The folder of the link kit: files for people, written beside what they have put there themselves.

A marker lists what was written. Only what it lists is overwritten or taken away; each file is exchanged whole.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from ichsite.read.regular import read_regular
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.words import Words
from ichsite.write.folder import output_folder

MARKER = ".ichsite-kit"
_HEAD = "This folder is written by ichsite links. It keeps files that are not in this list.\n"
_MARKER_CAP = 50_000_000
_ASIDE = ".ichsite-new"


def kit_folder(root: Path, wanted: str, site: Path | None) -> tuple[Path | None, tuple[Diagnostic, ...]]:
    """The kit's folder, absolute, or why it is refused; `site` is the folder that the site is published into."""
    folder, findings = output_folder(root, wanted, from_command_line=True, marker=MARKER, option="--out", like="kit")
    if folder is not None and site is not None and (folder == site or folder.is_relative_to(site)):
        return None, (
            error(
                "output-folder",
                Place("--out"),
                Words("那里是要发布的网站，不能放素材", "that is the published site, no place for the kit"),
                Words("换一个文件夹，比如 kit", "name another folder, such as kit"),
            ),
        )
    return folder, findings


def write_kit(folder: Path, files: Mapping[str, bytes], *, all_of_it: bool) -> tuple[int, tuple[Diagnostic, ...]]:
    """Writes the files; how many had changed, or what stands in the way (nothing is then written).

    Where `files` is `all_of_it`, what an earlier run wrote and this one did not is taken away.
    """
    ours = _marked(folder)
    in_the_way = tuple(_in_the_way(path) for path in sorted(files) if _blocked(folder, path, ours))
    if in_the_way:
        return 0, in_the_way
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / MARKER).exists():
        # killed from here on, the folder is known as ours
        (folder / MARKER).touch()
    _put(folder / MARKER, _marker({*ours, *files}))
    changed = 0
    for path, data in sorted(files.items()):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if _bytes_of(target, len(data)) != data:
            _put(target, data)
            changed += 1
    if all_of_it:
        for path in sorted(ours - files.keys()):
            _take_away(folder, path)
        _put(folder / MARKER, _marker(set(files)))
    return changed, ()


def _blocked(folder: Path, path: str, ours: set[str]) -> bool:
    """A stranger at the very place, a link or a file on the way to it."""
    target = folder
    for part in PurePosixPath(path).parts[:-1]:
        target /= part
        if target.is_symlink() or (target.exists() and not target.is_dir()):
            return True
    target = folder / path
    return target.is_symlink() or target.is_dir() or (target.exists() and path not in ours)


def _in_the_way(path: str) -> Diagnostic:
    return error(
        "output-in-the-way",
        Place(path.encode("utf-8", "backslashreplace").decode()),
        Words(
            "这个文件不是 ichsite links 写的，却占着要用的地方，不会去动它",
            "this was not written by ichsite links and stands where a file must be; it is left alone",
        ),
        Words("把它移走再运行", "move it away and run again"),
    )


def _marked(folder: Path) -> set[str]:
    try:
        text = read_regular(folder / MARKER, _MARKER_CAP).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return set()
    if not text.startswith(_HEAD):
        return set()
    return {line for line in text.removeprefix(_HEAD).split("\n") if line and _is_inside(line)}


def _is_inside(path: str) -> bool:
    """A marker may have been edited: it never names what lies outside the folder."""
    pure = PurePosixPath(path)
    return not pure.is_absolute() and ".." not in pure.parts and "\\" not in path and ":" not in path


def _marker(paths: set[str]) -> bytes:
    return (_HEAD + "".join(f"{path}\n" for path in sorted(paths))).encode("utf-8")


def _bytes_of(target: Path, size: int) -> bytes | None:
    try:
        return read_regular(target, size)
    except (OSError, ValueError):
        return None


def _put(target: Path, data: bytes) -> None:
    aside = target.with_name(target.name + _ASIDE)
    aside.unlink(missing_ok=True)
    with aside.open("xb") as file:
        file.write(data)
    os.replace(aside, target)  # noqa: PTH105  atomic on every system


def _take_away(folder: Path, path: str) -> None:
    target = folder / path
    if _blocked(folder, path, {path}) or not target.is_file():
        return
    target.unlink()
    parent = target.parent
    while parent != folder:
        try:
            parent.rmdir()
        except OSError:
            return
        parent = parent.parent
