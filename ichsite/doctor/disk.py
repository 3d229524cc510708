"""What the project's disk can do, tried in a folder of our own that is taken away again."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ichsite.doctor.report import Fact
from ichsite.project import STATE
from ichsite.text.diagnostic import Diagnostic, error, warning
from ichsite.text.place import Place
from ichsite.text.system_words import system_words
from ichsite.text.words import Words
from ichsite.write.exchange import swapped

LEAST_FREE = 500_000_000
"""Bytes: a build lays the new site out beside the old one, and keeps what it made of the pictures."""


def disk(root: Path) -> Iterator[Diagnostic | Fact]:
    """Free space, the right to write, and what the file system takes."""
    yield from space(shutil.disk_usage(root).free)
    state = root / STATE
    ours = not os.path.lexists(state)
    try:
        if state.is_symlink():
            raise PermissionError(1, f"{STATE} is a symbolic link")
        state.mkdir(exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="doctor-", dir=state))
    except OSError as wrong:
        yield _no_right(wrong)
        return
    try:
        yield from _tried(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if ours:
            with suppress(OSError):
                state.rmdir()


def space(free: int) -> Iterator[Diagnostic | Fact]:
    """What is to be said of so many free bytes."""
    shown = f"{free / 1e9:,.1f} GB"
    if free >= LEAST_FREE:
        yield Fact("disk", Words(f"磁盘剩余 {shown}", f"{shown} free on the disk"))
        return
    yield warning(
        "disk-small",
        Place("."),
        Words(f"磁盘只剩 {shown}", f"only {shown} are free on the disk"),
        Words(
            "腾出空间再构建；构建时新旧两份网站会同时在磁盘上",
            "free some before you build: the old site and the new one lie on the disk together for a moment",
        ),
    )


def _tried(folder: Path) -> Iterator[Diagnostic | Fact]:
    one, other = folder / "one", folder / "other"
    one.mkdir()
    other.mkdir()
    (one / "a").write_bytes(b"a")
    cased = (folder / "ONE").exists()
    yield Fact(
        "letter-case",
        Words("磁盘不分大小写", "the disk makes no difference of letter case")
        if cased
        else Words("磁盘区分大小写", "the disk tells letter case apart"),
    )
    links = swaps = True
    try:
        os.link(one / "a", one / "b")
    except OSError:
        links = False
    try:
        swaps = swapped(one, other)
    except OSError:
        swaps = False
    if links and swaps:
        yield Fact("exchange", Words("网站一步换新，不另占空间", "a new site takes its place in one step"))
    if not links:
        yield Fact(
            "hard-links",
            Words(
                "磁盘不支持硬链接：每次构建都整份复制，慢一些，占两倍空间",
                "no hard links here: each build copies the whole site, which takes longer and twice the room",
            ),
        )
    if not swaps:
        yield Fact(
            "exchange",
            Words(
                "磁盘不能一步对换文件夹：换新站时分三步，中途断电由下次构建补好",
                "no exchange of folders here: a new site takes its place in three steps; the next build mends what a power cut leaves",
            ),
        )


def _no_right(wrong: OSError) -> Diagnostic:
    reason = system_words(wrong)
    return error(
        "folder-unwritable",
        Place("."),
        Words(f"不能在项目文件夹里写东西（{reason.zh}）", f"the project's folder cannot be written to ({reason.en})"),
        Words(
            "把项目放到自己的文件夹里（不要放在光盘、只读共享或 C:\\Program Files 下），或改权限",
            "move the project into a folder of your own, or change its permissions",
        ),
    )
