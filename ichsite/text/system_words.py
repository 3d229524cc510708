"""Why the system refused something, in both languages: it gives its own reasons in English, or in a third language."""

from __future__ import annotations

import errno
import os

from ichsite.text.words import Words

_CHINESE = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "不允许这样做",
    errno.ENOSPC: "磁盘满了",
    errno.EROFS: "磁盘是只读的",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径里有一段不是文件夹",
    errno.ENAMETOOLONG: "名字太长",
    errno.EIO: "读写磁盘出错",
    errno.ETXTBSY: "程序文件正在运行",
    errno.EBUSY: "别的程序正在用它",
    errno.ELOOP: "符号链接绕成了圈",
    errno.EMFILE: "同时打开的文件太多",
    errno.EEXIST: "已经有同名的了",
    errno.EXDEV: "不在同一个磁盘上",
}
_OUR_OWN = {
    "a symbolic link": "是符号链接",
    "a symbolic link that leaves the project": "是通到项目外面的符号链接",
    ".ichsite is a symbolic link": ".ichsite 是符号链接",
    "no regular file": "不是普通文件",
    "not written by ichsite": "不是 ichsite 写的",
    "no free name for a backup": "找不到还没用过的备份名",
}


def system_words(wrong: BaseException) -> Words:
    """The reason that an error of the system gives; where we have no Chinese for it, the system's own words in both."""
    number, said = getattr(wrong, "errno", None), getattr(wrong, "strerror", None)
    if not isinstance(said, str) or not said:
        return Words(str(wrong), str(wrong))
    if isinstance(number, int) and said == os.strerror(number):
        return Words(_CHINESE.get(number, said), said)
    return Words(_OUR_OWN.get(said, said), said)
