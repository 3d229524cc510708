"""An operator's first day: an empty folder, a piece with three slips of a Chinese keyboard, each mended by what its
message says, then a build, the site in a browser, a fault and its mend. Nothing is read but what the screen says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.images.samples import jpeg, scene
from tests.serve.running import running
from tests.sites_support import TODAY, Run, ichsite

CRAFT = "content/crafts/qing-ci-bei"
INDEX, CUSTOM = f"{CRAFT}/index.md", f"{CRAFT}/customization.yaml"
PLACEHOLDER = re.compile('（待写）[^\n，。,}"]*')
FAULT = "ichsite-fault .shade"
WAIT_MS = 60_000


def told(root: Path, *arguments: str) -> Run:
    """A run in Chinese, whose findings never are a traceback."""
    run = ichsite(root, *arguments)
    assert "Traceback" not in run.err
    return run


def place(run: Run, path: str) -> tuple[int, str]:
    """The line that a finding about `path` points at, and everything that it says."""
    found = re.search(rf"^{re.escape(path)}:(\d+):\d+ (?s:error\[.*?)(?=^\S*:\d+:\d+ |\Z)", run.err, re.MULTILINE)
    assert found is not None, run.err
    return int(found[1]), found[0]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter site with a first piece, written out and with a picture."""
    folder = tmp_path_factory.mktemp("day")
    (folder / "杯.jpg").write_bytes(jpeg(scene(1200, 900)))
    first = told(folder, "init", "我的店", "--language", "zh-CN", "--today", TODAY)
    assert first.code == 0, first.err
    assert len(re.findall(r"^ +[123]\. ", first.err, re.MULTILINE)) == 3, "the next three steps"
    root = folder / "我的店"
    assert told(root, "build", "--strict").code == 0
    new = told(root, "new", "craft", "青瓷杯", "--photos", str(folder / "杯.jpg"), "--today", TODAY)
    assert new.code == 0, new.err
    for path in (INDEX, CUSTOM):
        file = root / path
        text = PLACEHOLDER.sub("照着样子写", file.read_text("utf-8"))
        file.write_text(text.replace("draft: true\n", ""), "utf-8")
    # the one thing that only a person can say: what is to be seen in the picture
    missing = told(root, "check", "--strict")
    line, words = place(missing, INDEX)
    assert missing.code == 1 and "[picture-without-alt]" in words and "alt: …" in words
    lines = (root / INDEX).read_text("utf-8").split("\n")
    assert lines[line].strip().startswith("# alt:"), "the field waits there, to be filled in"
    lines[line] = "    alt: 一只青瓷杯"
    (root / INDEX).write_text("\n".join(lines), "utf-8")
    clean = told(root, "check", "--strict")
    assert clean.code == 0, clean.err
    return root


def test_a_full_width_colon(shop: Path) -> None:
    file = shop / INDEX
    right = file.read_text("utf-8")
    file.write_text(right.replace("title: 青瓷杯", "title：青瓷杯"), "utf-8")
    try:
        run = told(shop, "check")
        assert run.code == 1
        line, words = place(run, INDEX)
        assert "title：青瓷杯" in words and "^" in words
        assert re.search("(半角|英文).*冒号|冒号.*(半角|英文)|`: `", words), words
        lines = file.read_text("utf-8").split("\n")
        lines[line - 1] = lines[line - 1].replace("：", ": ", 1)
        file.write_text("\n".join(lines), "utf-8")
        assert file.read_text("utf-8") == right
        assert told(shop, "check", "--strict").code == 0
    finally:
        file.write_text(right, "utf-8")


def test_a_file_in_gbk(shop: Path) -> None:
    file = shop / INDEX
    right = file.read_bytes()
    file.write_bytes(right.decode().replace("\n", "\r\n").encode("gbk"))
    try:
        run = told(shop, "check")
        assert run.code == 1
        assert "GBK" in run.err
        # the command that it names is given as it stands
        command = re.search(r"ichsite (doctor(?: --[a-z]+)*)", run.err)
        assert command is not None, run.err
        mended = told(shop, *shlex.split(command[1]))
        assert mended.code == 0, mended.err + mended.out
        assert file.read_bytes().decode("utf-8").replace("\r\n", "\n") == right.decode()
        (backup,) = (shop / ".ichsite/backup").rglob("index.md")
        assert "青瓷杯" in backup.read_bytes().decode("gbk")
        assert told(shop, "check", "--strict").code == 0
    finally:
        file.write_bytes(right)


def test_a_tab(shop: Path) -> None:
    file = shop / CUSTOM
    right = file.read_text("utf-8")
    file.write_text(right.replace("    price: {", "\tprice: {", 1), "utf-8")
    try:
        run = told(shop, "check")
        assert run.code == 1
        line, words = place(run, CUSTOM)
        assert re.search("制表符|Tab", words) and "空格" in words, words
        lines = file.read_text("utf-8").split("\n")
        assert lines[line - 1].startswith("\t")
        lines[line - 1] = lines[line - 1].replace("\t", "    ", 1)
        file.write_text("\n".join(lines), "utf-8")
        assert told(shop, "check", "--strict").code == 0
    finally:
        file.write_text(right, "utf-8")


def test_built_and_seen(shop: Path, browser: Any) -> None:
    assert told(shop, "build", "--strict").code == 0
    built = (shop / "output/crafts/qing-ci-bei/index.html").read_text("utf-8")
    assert "青瓷杯" in built and "照着样子写" in built
    file = shop / INDEX
    right = file.read_text("utf-8")
    with running(shop) as server:
        address = server.next("serves")["address"]
        page = browser.new_context().new_page()
        page.goto(f"{address}crafts/qing-ci-bei/")
        file.write_text(right.replace("title: 青瓷杯", "title: 青瓷盏"), "utf-8")
        page.get_by_role("heading", name="青瓷盏", level=1).wait_for(timeout=WAIT_MS)
        file.write_text(right.replace("title: 青瓷杯", "title：青瓷杯"), "utf-8")
        page.locator(FAULT).wait_for(timeout=WAIT_MS)
        words = page.locator(FAULT).inner_text()
        assert INDEX in words and "title：青瓷杯" in words and "半角" in words, words
        # the last good site lies beneath
        assert page.get_by_role("heading", level=1).first.inner_text() == "青瓷盏"
        file.write_text(right, "utf-8")
        page.locator(FAULT).wait_for(state="detached", timeout=WAIT_MS)
        page.get_by_role("heading", name="青瓷杯", level=1).wait_for(timeout=WAIT_MS)
        page.close()
    assert (shop / "output/crafts/qing-ci-bei/index.html").read_text("utf-8") == built
