"""Why the system refused: Chinese in Chinese messages, and in English ones what the system says."""

from __future__ import annotations

import ast
import errno
import os
import re
from pathlib import Path

import pytest

from ichsite.read.regular import FileTooLarge
from ichsite.read.tree import unreadable
from ichsite.text.system_words import system_words
from tests.sites_support import ichsite, laid_out

ROOT = Path(__file__).parents[2] / "ichsite"
COMMON = [
    "ENOENT",
    "EACCES",
    "EPERM",
    "ENOSPC",
    "EROFS",
    "EISDIR",
    "ENOTDIR",
    "ENAMETOOLONG",
    "EIO",
    "ETXTBSY",
    "EBUSY",
    "ELOOP",
    "EMFILE",
    "EEXIST",
    "EXDEV",
]


@pytest.mark.parametrize("name", COMMON)
def test_the_common_reasons_are_said_in_chinese(name: str) -> None:
    number = getattr(errno, name)
    words = system_words(OSError(number, os.strerror(number), "/somewhere"))
    assert words.en == os.strerror(number)
    assert re.fullmatch("[一-鿿，]+", words.zh)


def test_others_keep_the_words_that_they_came_with() -> None:
    said = os.strerror(errno.ENETUNREACH)
    assert system_words(OSError(errno.ENETUNREACH, said)).zh == said
    assert system_words(OSError(errno.EACCES, "拒绝访问。")).zh == "拒绝访问。", "the system speaks Chinese itself"
    assert system_words(RuntimeError("a loop")).zh == "a loop"
    assert system_words(FileTooLarge(Path("a"), 1000)).en == "more than 1,000 bytes"
    assert system_words(OSError("only a text")).zh == "only a text"


def test_nobody_else_puts_the_systems_words_into_a_message() -> None:
    """A reason that is put into a text by itself would be English in Chinese."""
    asking = [
        path.relative_to(ROOT).as_posix()
        for path in sorted(ROOT.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FormattedValue)
        and any(isinstance(one, ast.Attribute) and one.attr == "strerror" for one in ast.walk(node))
    ]
    assert asking == []


def test_a_file_that_cannot_be_read_is_told_so() -> None:
    told = unreadable("content/a.md", PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
    assert (told.message.zh, told.message.en) == ("读不了：没有权限", "cannot be read: Permission denied")


def test_a_whole_run_says_it_in_chinese(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    (root / "file").write_text("no folder", "utf-8")
    run = ichsite(root, "build", "--output", f"{'长' * 90}/site")
    assert run.code in (1, 2)
    assert "名字太长" in run.err and "File name too long" not in run.err, run.err
