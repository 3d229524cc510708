"""What `init` and `new` share: files put in their places, and every way in which that can fail, in words."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from ichsite.commands.options import today_from
from ichsite.pipeline import today_in
from ichsite.text.system_words import system_words
from ichsite.text.words import Language, Words
from ichsite.write.fresh import Occupied, put_fresh


class Unmade(click.ClickException):
    """Nothing was made; exits with 2, as a wrong use of the command does."""

    exit_code = 2

    def __init__(self, words: Words, language: Language) -> None:
        super().__init__(words.said(language))


def put(root: Path, files: Mapping[str, bytes], language: Language, *, last: str = "") -> None:
    """Puts the files, all or none; raises Unmade."""
    try:
        put_fresh(root, files, last=last)
    except Occupied as there:
        raise Unmade(
            Words(
                f"{there.path} 已经有了，不会盖掉它，什么也没有写",
                f"{there.path} is there already and is not overwritten; nothing was written",
            ),
            language,
        ) from None
    except OSError as wrong:
        raise Unmade(of_system(wrong, root), language) from None


def day(given: date | None, timezone: str) -> date:
    """`--today`, else SOURCE_DATE_EPOCH, else the day in a zone."""
    return today_from(given) or today_in(timezone)


def of_system(wrong: OSError, root: Path) -> Words:
    """Why the system would not write, in words."""
    if wrong.errno in (errno.ENOSPC, errno.EDQUOT):
        return Words(
            "磁盘满了，什么也没有写。腾出空间再来。", "the disk is full; nothing was written. Free some space."
        )
    if wrong.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Words(f"没有权限写 {root}，什么也没有写。", f"no right to write into {root}; nothing was written.")
    reason = system_words(wrong)
    return Words(f"系统出错：{reason.zh}。什么也没有写。", f"the system failed: {reason.en}. Nothing was written.")
