"""What is seen on a terminal: progress, colours, carets beneath Chinese text, and an end by Ctrl-C."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ichsite.text.width import text_width
from tests.images.samples import jpeg, noise
from tests.sites_support import TODAY, laid_out
from tests.terminal.person import HIDE, SHOW, at_terminal, environment, plain, seen

VASE, PLAQUE = "content/crafts/vase/index.md", "content/crafts/plaque/index.md"


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A full-width colon behind a Chinese key, and an unknown key before a long line."""
    root = laid_out(tmp_path_factory.mktemp("faulty") / "site")
    for path, field, written in (
        (VASE, "region:", "地区：龙泉\nregion:"),
        (PLAQUE, "title:", f"titel: {'龙泉青瓷的釉色由窑火决定' * 8}\ntitle:"),
    ):
        text = (root / path).read_text("utf-8")
        (root / path).write_text(text.replace(field, written, 1), "utf-8")
    return root


@pytest.fixture(scope="module")
def slow(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose pictures take some seconds."""
    root = laid_out(tmp_path_factory.mktemp("slow") / "site")
    shown, picture = "", jpeg(noise(1600, 1200))
    for number in range(6):
        # what stands behind a JPEG's end makes another file of it, and the same picture
        (root / f"content/crafts/vase/n{number}.jpg").write_bytes(picture + bytes([number]))
        shown += f"\n  - {{file: n{number}.jpg, alt: 第{number}张, illustration: true}}"
    page = root / VASE
    page.write_text(page.read_text("utf-8").replace("pictures:", f"pictures:{shown}", 1), "utf-8")
    return root


def test_ctrl_c_ends_with_130_and_leaves_nothing_behind(slow: Path) -> None:
    child = at_terminal(slow, "build", "--lang", "zh-CN", "--jobs", "2", columns=60)
    before = termios.tcgetattr(child.child_fd)
    child.expect("处理图片")
    ours = set(_descendants(child.pid))
    assert ours, "pictures are made in processes of their own"
    shown = child.before + child.after
    child.sendcontrol("c")
    shown += child.read()
    assert termios.tcgetattr(child.child_fd) == before, "the terminal is as it was"
    text, code = shown, seen(child)[1]
    assert code == 130
    assert "已中断。已发布的网站没有动过。" in text and "Traceback" not in text and "KeyboardInterrupt" not in text
    assert HIDE in text
    assert text.rindex(SHOW) > text.rfind(HIDE), "the cursor is there again"
    assert not (slow / "output").exists()
    _gone(ours)


def test_progress_is_seen_and_taken_away(slow: Path) -> None:
    child = at_terminal(slow, "build", "--lang", "zh-CN", columns=40)
    text, code = seen(child)
    assert code == 0
    told = re.findall(r"处理图片[^/\n]*?(\d+)/13", plain(text))
    assert len(set(told)) > 1, text
    assert text.rindex(SHOW) > text.rindex(HIDE)
    last = plain(text[text.rindex(SHOW) :])
    assert "处理图片" not in last and "13 张图片" in last
    again, code = seen(at_terminal(slow, "build", "--lang", "zh-CN"))
    assert code == 0 and HIDE not in again, "a quick build shows no bar"


def test_a_pipe_gets_neither_progress_nor_colours(faulty: Path) -> None:
    command = [sys.executable, "-m", "ichsite", "-C", str(faulty), "check", "--clean", "--today", TODAY]
    done = subprocess.run(command, capture_output=True, env=environment(), check=False, timeout=60)
    assert done.returncode == 1
    assert b"\x1b" not in done.stderr + done.stdout and b"\r" not in done.stderr


def test_colours_are_for_terminals_that_want_them(faulty: Path) -> None:
    coloured, code = seen(at_terminal(faulty, "check"))
    assert code == 1 and "\x1b[31merror[yaml-fullwidth-colon]\x1b[0m" in coloured
    dumb, code = seen(at_terminal(faulty, "check", TERM="dumb"))
    assert code == 1 and "error[yaml-fullwidth-colon]" in dumb and "\x1b[3" not in dumb


@pytest.mark.parametrize("columns", [40, 100])
def test_the_caret_stands_beneath_the_character(columns: int, faulty: Path) -> None:
    text, _ = seen(at_terminal(faulty, "check", "--lang", "zh-CN", columns=columns, NO_COLOR="1"))
    assert "\x1b[3" not in text
    lines = plain(text).splitlines()
    excerpts = [(line, lines[at + 1]) for at, line in enumerate(lines) if re.match(r" +\d+ \| ", line)]
    colon, under_colon = next(one for one in excerpts if "地区" in one[0])
    key, under_key = next(one for one in excerpts if "titel" in one[0])
    assert _above(colon, under_colon) == "："
    assert key[under_key.index("^") :].startswith("titel")
    assert max(map(text_width, (colon, key))) <= columns


def _above(line: str, carets: str) -> str:
    """The character that stands over the first caret on a terminal, where Chinese takes two columns."""
    column = text_width(carets[: carets.index("^")])
    return line[next(end for end in range(len(line)) if text_width(line[:end]) >= column)]


def _descendants(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            yield child
            yield from _descendants(child)


def _gone(pids: set[int]) -> None:
    until = time.monotonic() + 10
    while left := {pid for pid in pids if _lives(pid)}:
        if time.monotonic() > until:
            for pid in left:
                os.kill(pid, signal.SIGKILL)
            pytest.fail(f"orphans: {left}")
        time.sleep(0.05)


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
