"""Troubles of the machine, in words: a full disk, a missing right, another build."""

from __future__ import annotations

import errno
from concurrent.futures import BrokenExecutor

from ichsite.project import Busy
from ichsite.read.sources import ChangedMeanwhile
from ichsite.text.words import Words
from ichsite.write.folder import OutputRefused


def explained(wrong: Exception) -> Words | None:
    """What to tell the person, None where it is a fault of ours."""
    if isinstance(wrong, Busy):
        return Words(
            f"另一个 ichsite（进程 {wrong.pid}）正在构建这个项目，等它完成再运行。",
            f"another ichsite (process {wrong.pid}) is building this project; wait for it.",
        )
    if isinstance(wrong, OutputRefused):
        return wrong.words
    if isinstance(wrong, ChangedMeanwhile):
        return Words(
            f"{wrong} 在构建时一直在变，请保存好再运行。",
            f"{wrong} kept changing during the build; save it and run again.",
        )
    if isinstance(wrong, BrokenExecutor):
        return Words(
            "一个工作进程被系统终止了（多半是内存不够），output/ 没有动过。用 --jobs 1 再运行一次。",
            "a worker process was ended by the system (most likely out of memory); output/ is as it was. Run again with --jobs 1.",
        )
    if isinstance(wrong, OSError):
        where = f" {wrong.filename}" if wrong.filename else ""
        if wrong.errno in (errno.ENOSPC, errno.EDQUOT):
            return Words(
                "磁盘满了，output/ 没有动过。腾出空间再运行。",
                "the disk is full; output/ is as it was. Free some space and run again.",
            )
        if wrong.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return Words(f"没有权限写{where}，output/ 没有动过。", f"no right to write{where}; output/ is as it was.")
        return Words(
            f"系统出错：{wrong.strerror or wrong}{where}，output/ 没有动过。",
            f"the system failed: {wrong.strerror or wrong}{where}; output/ is as it was.",
        )
    return None
