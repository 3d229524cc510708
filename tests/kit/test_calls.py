"""What a stream's texts say of the call for ideas before it: the question, its last day, its short address where one may stand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.sites_support import ichsite, laid_out

CALL = "content/calls/mouth.md"
DAYS = "opens: 2026-11-20\ncloses: 2026-11-28\n"
LINE = "征集点子，11月28日截止：瓶口多大最顺手？"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = laid_out(tmp_path / "site")
    text = (made / CALL).read_text("utf-8")
    (made / CALL).write_text(text.replace(DAYS, "stream: evening\n"), "utf-8")
    ichsite(made, "build")
    return made


def texts(root: Path, today: str) -> dict[str, str]:
    run = ichsite(root, "links", "stream:evening", "--out", "kit", "--today", today)
    assert run.code == 0, run.err
    folder = root / "kit/stream-evening"
    return {path.stem: path.read_text("utf-8") for path in folder.glob("*.txt") if "-" not in path.stem}


def test_every_text_says_what_is_asked_and_a_link_stands_where_it_may(root: Path) -> None:
    said = texts(root, "2026-11-22")
    assert all(LINE in text for text in said.values())
    ledger = (root / "content/permalinks.yaml").read_text("utf-8")
    code = re.search(r"kind: call.*?code: \"?(\w+)", ledger, re.DOTALL)
    assert code is not None
    address = f"https://shop.example/s/{code[1]}/"
    assert f"{LINE} {address}" in said["youtube"]
    assert "shop.example" not in said["douyin"]


def test_a_call_that_can_no_longer_be_answered_is_left_out(root: Path) -> None:
    text = (root / CALL).read_text("utf-8")
    told = "outcome: {answered: 2026-11-22, words: 口收小了半寸。}\nsummary: "
    (root / CALL).write_text(text.replace("summary: ", told), "utf-8")
    assert not any("征集" in one for one in texts(root, "2026-11-22").values())
    assert json.loads(ichsite(root, "links", "stream:evening", "--json", "--today", "2026-11-22").out)
