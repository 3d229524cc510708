"""A brief under a promise that has changed since: it holds, and the command says what changed, in words and in JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.brief.answers import address, answer
from tests.brief.older import FIRST, LATER, LATERS, Later, brief_of, change, versions
from tests.sites_support import ichsite, laid_out


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = laid_out(tmp_path_factory.mktemp("older") / "site")
    assert ichsite(root, "build", "--today", FIRST).code == 0
    return root


@pytest.mark.parametrize("later", LATERS.values(), ids=LATERS.keys())
def test_what_changed_since_is_said(later: Later, published: Path) -> None:
    (first,) = versions(published)
    one, text = brief_of(published, first)
    file = published / "content/crafts/plaque/customization.yaml"
    before = file.read_bytes()
    assert answer(published, text)[0] == 0
    change(published, later)
    # not built yet: what was published holds, what will be is held against it
    code, data, codes = answer(published, text, "--today", LATER)
    assert data["confirmed"] and data["promise"]["known"] and data["promise"]["since"] == FIRST
    assert data["promise"]["today"] != first
    said = [one["line"] for one in data["promise"]["changed"]]
    assert set(later.zh) <= {one["zh-CN"] for one in said} and set(later.en) <= {one["en"] for one in said}
    assert (code, codes) == ((0, []) if later.possible else (1, ["brief-not-today"]))
    assert (data["possible"]["then"], data["possible"]["today"]) == (True, later.possible)
    if not later.possible:
        (refused,) = data["possible"]["refused_today"]
        assert [one["words"]["zh-CN"] for one in refused["ways"]] == ["“宽” 20 毫米"]
        assert "可行的：“宽” 20 毫米" in data["findings"][0]["help"]["zh-CN"]
    for language, lines, holds in (("zh-CN", later.zh, "核对无误"), ("en", later.en, "It is whole and holds.")):
        told = ichsite(published, "brief", "verify", "--today", LATER, "--lang", language, address(one))
        assert told.code == code and first in told.out and holds in told.out
        assert all(f"  {line}\n" in told.out for line in lines), told.out
    file.write_bytes(before)


def test_a_change_that_was_published_and_another_price(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    assert ichsite(root, "build", "--today", FIRST).code == 0
    (first,) = versions(root)
    _, text = brief_of(root, first)
    change(root, Later("lowest: 180", "lowest: 230", (), (), (), possible=True))
    assert ichsite(root, "build", "--today", LATER).code == 0
    assert len(versions(root)) == 2
    code, data, codes = answer(root, text, "--today", LATER)
    assert (code, codes, data["confirmed"]) == (0, [], True)
    assert data["price"] == {"then": [18_000, 18_000], "today": [23_000, 23_000], "same": False}
    assert [one["line"]["zh-CN"] for one in data["promise"]["changed"]] == ["价格：价格：¥180–380 → ¥230–380"]
    told = ichsite(root, "brief", "verify", "--today", LATER, text)
    assert "同样的选择，写的是 ¥180，今天是 ¥230。" in told.out
    # somebody changed what was promised: it is no promise any more, and nothing is said in its name
    file = versions(root)[first]
    file.write_bytes(file.read_bytes().replace(b'"lowest":18000', b'"lowest":17000', 1))
    assert answer(root, text, "--today", LATER)[2] == ["brief-unknown-version"]
