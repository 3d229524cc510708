"""A brief whose promise has changed since, in a browser: it opens, keeps what was chosen, and says in words what changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.brief.answers import answer
from tests.brief.older import FIRST, LATER, LATERS, Later, brief_of, change, versions
from tests.browser.server import serving
from tests.sites_support import ichsite, laid_out

NOW = f"{LATER}T04:00:00Z"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A published site, and the first version of its plaque's promise."""
    root = laid_out(tmp_path_factory.mktemp("older") / "site")
    assert ichsite(root, "build", "--today", FIRST).code == 0
    (first,) = versions(root)
    return root, first


@pytest.fixture
def published(site: tuple[Path, str]) -> Iterator[tuple[Path, str]]:
    """It, as it was written at first once a test is over."""
    file = site[0] / "content/crafts/plaque/customization.yaml"
    before = file.read_bytes()
    yield site
    file.write_bytes(before)


@pytest.mark.parametrize("later", LATERS.values(), ids=LATERS.keys())
def test_an_old_brief_opens_and_says_what_changed(later: Later, published: tuple[Path, str], browser: Any) -> None:
    root, first = published
    _, text = brief_of(root, first)
    change(root, later)
    assert ichsite(root, "build", "--today", LATER).code == 0
    today = answer(root, text, "--today", LATER)[1]["promise"]["today"]
    changed = re.compile(".*".join(map(re.escape, later.browser)), re.DOTALL)
    with serving(root / "output") as host:
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.clock.set_fixed_time(NOW)
        page.goto(f"{host.home}crafts/plaque/brief/#{text.partition('#')[2].partition(chr(10))[0]}")
        page.wait_for_selector("[data-news]:not([hidden])")
        news = page.locator("[data-news]")
        news.filter(has_text=changed).wait_for()
        said = news.inner_text()
        assert "2026年11月22日" in said and first in said and today in said and "以当时的承诺为准" in said
        assert ("照原样今天也做得到" in said) is later.possible and ("照原样今天做不到了" in said) is not later.possible
        assert page.locator("#f-element-width").input_value() == "16"
        assert page.locator("#f-element-words").input_value() == "福寿"
        assert page.locator("form[data-offer=element] [data-note] textarea").input_value() == "写给外婆"
        assert (page.locator("form[data-offer=element] .wrong").count() == 0) is later.possible
        news.locator(f"a[href*='{first}']").first.click()
        page.wait_for_url(f"**/promises/{first}/")

        page.goto(f"{host.home}brief/check/")
        page.locator("textarea").fill(text)
        found = page.locator("[data-found]")
        found.filter(has_text=changed).wait_for()
        told = found.inner_text()
        assert first in told and today in told and "福寿" in told and "写给外婆" in told
        assert ("不在 20–40 毫米之间" in told) is not later.possible
        page.close()
        assert host.reports == []
    verified = ichsite(root, "brief", "verify", "--today", LATER, text)
    assert "核对无误" in verified.out and all(line in verified.out for line in later.zh)
