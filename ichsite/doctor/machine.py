"""The machine as ichsite finds it: Python, libraries, what libvips decodes, time zones, watches, the terminal."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Any

from ichsite.doctor.report import Fact
from ichsite.text.diagnostic import Diagnostic, error, warning
from ichsite.text.place import Place
from ichsite.text.words import Words

OLDEST_PYTHON = (3, 11)
_WATCHES = Path("/proc/sys/fs/inotify/max_user_watches")
_SAVERS: dict[str, tuple[str, dict[str, str]]] = {
    "JPEG": ("jpegsave_buffer", {}),
    "PNG": ("pngsave_buffer", {}),
    "WebP": ("webpsave_buffer", {}),
    "TIFF": ("tiffsave_buffer", {}),
    "AVIF": ("heifsave_buffer", {"compression": "av1"}),
}
"""What a build reads, and how a sample of each is made."""
_HERE = Place(".")
_INSTALL = Words(
    "重新安装：pip install --force-reinstall ichsite", "install anew: pip install --force-reinstall ichsite"
)


@dataclass(frozen=True)
class Terminal:
    """The terminal or pipe that messages go to: its encoding, and whether a person looks at it."""

    encoding: str
    is_tty: bool


def machine(own: str, terminal: Terminal, folders: int) -> Iterator[Diagnostic | Fact]:
    """What is to be said of this machine; `own` is ichsite's version, `folders` how many a watch would cover."""
    yield Fact("ichsite", Words(f"ichsite {own}", f"ichsite {own}"))
    yield from python(sys.version_info[:3])
    yield Fact("system", Words(platform.platform(), platform.platform()))
    yield from libraries(_required())
    yield from _libvips()
    yield from zones("Asia/Shanghai")
    yield from watches(_WATCHES, folders)
    yield from spoken_in(terminal)


def python(found: tuple[int, ...]) -> Iterator[Diagnostic | Fact]:
    """What is to be said of this version of Python."""
    shown, oldest = ".".join(map(str, found)), ".".join(map(str, OLDEST_PYTHON))
    yield Fact("python", Words(f"Python {shown}", f"Python {shown}"))
    if found < OLDEST_PYTHON:
        yield error(
            "python-old",
            _HERE,
            Words(f"Python {shown} 太旧，至少要 {oldest}", f"Python {shown} is too old; {oldest} at least"),
            Words(
                f"安装 Python {oldest} 或更新的，再装一遍 ichsite",
                f"install Python {oldest} or newer, and ichsite anew",
            ),
        )


def libraries(wanted: tuple[str, ...]) -> Iterator[Diagnostic | Fact]:
    """The versions of libraries, and which are not there."""
    found: list[str] = []
    for name in wanted:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            yield error(
                "library-missing", _HERE, Words(f"缺少程序库 {name}", f"the library {name} is not installed"), _INSTALL
            )
    if found:
        listed = ", ".join(found)
        yield Fact("libraries", Words(listed, listed))


def _required() -> tuple[str, ...]:
    """What ichsite needs on this system, by its own metadata; extras are nobody's need."""
    try:
        listed = requires("ichsite") or []
    except PackageNotFoundError:
        return ()
    names = [re.match(r"[A-Za-z0-9._-]+", one) for one in listed if ";" not in one]
    return tuple(sorted(name.group() for name in names if name is not None))


def _libvips() -> Iterator[Diagnostic | Fact]:
    from ichsite.images.picture import load_vips

    try:
        vips = load_vips()
    except (ImportError, OSError) as wrong:
        reason = " ".join(str(wrong).split())[:160]
        said = Words(f"处理图片的 libvips 用不了：{reason}", f"libvips, which reads pictures, does not load: {reason}")
        yield error("library-missing", _HERE, said, _INSTALL)
        return
    shown = ".".join(str(vips.version(part)) for part in range(3))
    able = [name for name in _SAVERS if _knows(vips, name)]
    listed = " ".join(able)
    yield Fact(
        "libvips", Words(f"libvips {shown}，会读写 {listed}", f"libvips {shown}, which reads and writes {listed}")
    )
    yield from decoders(able)


def _knows(vips: Any, name: str) -> bool:
    """Whether a sample can be written and read again: a name in a list says nothing of the codec behind it."""
    saver, options = _SAVERS[name]
    try:
        sample = getattr(vips.Image.black(16, 16, bands=3).copy(interpretation="srgb"), saver)(**options)
        return vips.Image.new_from_buffer(sample, "").avg() < 8
    except (vips.Error, AttributeError):
        return False


def decoders(able: list[str]) -> Iterator[Diagnostic]:
    """Which kinds of pictures this libvips cannot read."""
    for name in _SAVERS:
        if name not in able:
            yield warning(
                "picture-decoder",
                _HERE,
                Words(f"这里的 libvips 读写不了 {name} 图片", f"this libvips reads or writes no {name}"),
                Words(
                    f"不用 {name} 就不用管；要用，就安装带它的版本：pip install --force-reinstall pyvips-binary",
                    f"no matter unless you use {name}; else: pip install --force-reinstall pyvips-binary",
                ),
            )


def zones(name: str) -> Iterator[Diagnostic]:
    """Whether the system knows time zones: Windows has none of its own."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield error(
            "time-zones-missing",
            _HERE,
            Words(f"找不到时区 {name} 的资料", f"there is no data for the time zone {name}"),
            Words("pip install tzdata", "pip install tzdata"),
        )


def watches(limit: Path, folders: int) -> Iterator[Diagnostic]:
    """Whether `ichsite serve` may watch every folder (Linux: one watch each, shared with all other programs)."""
    try:
        most = int(limit.read_text("ascii"))
    except (OSError, ValueError):
        return
    if most < folders * 2:
        yield warning(
            "watches-few",
            _HERE,
            Words(
                f"系统只许盯 {most:,} 个文件夹，这里有 {folders:,} 个：`ichsite serve` 会改用轮询，反应慢",
                f"the system lets programs watch {most:,} folders and there are {folders:,}: `ichsite serve` polls,"
                " which is slower",
            ),
            Words(
                f"sudo sysctl fs.inotify.max_user_watches={max(524_288, folders * 4)}",
                f"sudo sysctl fs.inotify.max_user_watches={max(524_288, folders * 4)}",
            ),
        )


def spoken_in(terminal: Terminal) -> Iterator[Diagnostic | Fact]:
    """Whether Chinese can be shown."""
    name = terminal.encoding
    yield Fact("terminal", Words(f"终端编码 {name}", f"messages are written in {name}"))
    try:
        "完，：é“”—".encode(name)
    except (UnicodeEncodeError, LookupError):
        yield warning(
            "terminal-encoding",
            _HERE,
            Words(
                f"终端的编码是 {name}，中文会显示成 \\u4e2d 这样",
                f"the terminal's encoding is {name}: some characters are shown as \\u4e2d",
            ),
            Words(
                "Windows：先运行 chcp 65001；其他系统：export LANG=C.UTF-8",
                "on Windows run `chcp 65001` first; elsewhere `export LANG=C.UTF-8`",
            ),
        )
