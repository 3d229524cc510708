"""A run that ends early says what stands on the disk, of each command what is true of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.intake.tables import csv_of, row
from tests.sites_support import TODAY, laid_out


def ended(root: Path, at: str, *arguments: str, language: str = "zh-CN") -> tuple[int, str]:
    """The command, ended early; its exit code and its last words."""
    command = [sys.executable, "-m", "tests.write.ends_at", at, "-C", str(root), *arguments]
    env = {**os.environ, "ICHSITE_LANG": language, "PYTHONUTF8": "1", "NO_COLOR": "1"}
    done = subprocess.run(command, capture_output=True, env=env, timeout=120, check=False)
    return done.returncode, done.stderr.decode("utf-8").rstrip("\n").rpartition("\n")[2]


def test_a_site_that_was_published_already_is_not_said_to_be_the_old_one(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    assert ended(root, "nowhere", "build", "--today", TODAY)[0] == 0
    about = root / "content/pages/about.md"
    about.write_text(about.read_text("utf-8") + "\n新写的一句。\n", "utf-8")
    code, said = ended(root, "exchange", "build", "--today", TODAY)
    assert "新写的一句" in (root / "output/about/index.html").read_text("utf-8"), "published before the disk was full"
    assert (code, said) == (2, "磁盘满了。这之前新网站已经换上，是完整的。腾出空间再运行。")


def test_a_site_that_was_not_published_is(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    code, said = ended(root, ".output.next", "build", "--today", TODAY, language="en")
    assert (code, said) == (130, "Interrupted. The published site is as it was.")
    assert not (root / "output").exists()


@pytest.mark.parametrize(
    ("at", "arguments", "said"),
    [
        (".import-", ("import", "showcases", "{table}"), "已经导入的每一份都是完整的，再运行一次会跳过它们。"),
        ("page.schema", ("schema", "--out", "schemas"), "那里的每个 schema 都是完整的，有的可能还是旧的。"),
        (".ichsite-", ("doctor", "--fix"), "每个文件要么没有动过，要么已经改好，原件在 .ichsite/backup/。"),
        ("cache.sqlite", ("check",), "你的文件没有动过。"),
        (".ichsite-new", ("new", "post", "开窑"), "要么全都写好了，要么一个文件也没写。"),
        ("kit/", ("links",), "素材文件夹里每个文件都是完整的，有的可能还是旧的。"),
    ],
)
def test_each_command_says_what_is_true_of_it(tmp_path: Path, at: str, arguments: tuple[str, ...], said: str) -> None:
    root = laid_out(tmp_path / "site")
    about = root / "content/pages/about.md"
    about.write_bytes(about.read_text("utf-8").encode("utf-8-sig"))
    (root / ".ichsite").mkdir()
    (root / ".ichsite/cache.sqlite").write_bytes(b"damaged, so that it is taken away" * 99)
    table = tmp_path / "table.csv"
    table.write_bytes(csv_of([row(words="颜色很深", photos="", buyer="某人")]))
    command = [one.format(table=table) for one in arguments]
    assert ended(root, at, *command) == (130, f"已中断。{said}")
