"""Troubles that end a run without a result, each with a code: a full disk, a missing right, another build."""

from __future__ import annotations

import errno
from concurrent.futures import BrokenExecutor

from ichsite.project import Busy
from ichsite.read.sources import ChangedMeanwhile
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.system_words import system_words
from ichsite.text.words import Words

INTERNAL = "internal"
_HERE = Place(".")


def trouble_of(wrong: Exception, stands: Words) -> Diagnostic:
    """What to tell the person, with what `stands` on the disk; of the code `INTERNAL` where it is a fault of ours."""
    code, words = _explained(wrong, stands) or (INTERNAL, _own_fault(wrong, stands))
    return error(code, _HERE, words)


def _explained(wrong: Exception, stands: Words) -> tuple[str, Words] | None:
    if isinstance(wrong, Busy) and wrong.serves:
        return "busy", Words(
            f"另一个 ichsite serve（进程 {wrong.pid}）已经在预览这个项目，用它打开的网址就行，或先结束它。",
            f"another `ichsite serve` (process {wrong.pid}) shows this project already: use its address, or end it first.",
        )
    if isinstance(wrong, Busy):
        return "busy", Words(
            f"另一个 ichsite（进程 {wrong.pid}）正在构建这个项目，等它完成再运行。",
            f"another ichsite (process {wrong.pid}) is building this project; wait for it.",
        )
    if isinstance(wrong, ChangedMeanwhile):
        return "changed-meanwhile", Words(
            f"{wrong} 在构建时一直在变，请保存好再运行。",
            f"{wrong} kept changing during the build; save it and run again.",
        )
    if isinstance(wrong, BrokenExecutor):
        return "worker-ended", Words(
            f"一个工作进程被系统终止了（多半是内存不够）。{stands.zh}用 --jobs 1 再运行一次。",
            f"a worker process was ended by the system (most likely out of memory). {stands.en} Run again with --jobs 1.",
        )
    return _explained_by_system(wrong, stands) if isinstance(wrong, OSError) else None


def _explained_by_system(wrong: OSError, stands: Words) -> tuple[str, Words]:
    where = f" {wrong.filename}" if wrong.filename else ""
    if wrong.errno in (errno.ENOSPC, errno.EDQUOT):
        return "disk-full", Words(
            f"磁盘满了。{stands.zh}腾出空间再运行。",
            f"the disk is full. {stands.en} Free some space and run again.",
        )
    if wrong.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "no-right", Words(f"没有权限写{where}。{stands.zh}", f"no right to write{where}. {stands.en}")
    reason = system_words(wrong)
    return "system", Words(
        f"系统出错：{reason.zh}{where}。{stands.zh}",
        f"the system failed: {reason.en}{where}. {stands.en}",
    )


def _own_fault(wrong: Exception, stands: Words) -> Words:
    name = f"{type(wrong).__name__}: {wrong}"
    return Words(
        f"ichsite 自己出错了：{name}\n{stands.zh}设 ICHSITE_DEBUG=1 再运行一次可看到细节，请附上它报告问题。",
        f"ichsite itself failed: {name}\n{stands.en} Run again with ICHSITE_DEBUG=1 for details, and report them.",
    )
