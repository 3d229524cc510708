"""The switch between tiers shows one of them, and never none: old links and kept states may name what is no more."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.test_pages import page_of

VASE = "crafts/celadon-vase/"
SHOWN = "[...document.querySelectorAll('#change .offer')].filter(one => one.offsetHeight).map(one => one.dataset.tier)"


@pytest.mark.parametrize(
    ("anchor", "shown"),
    [("", "function"), ("#change-deep", "deep"), ("#change-element", "function"), ("#days", "function")],
)
def test_a_link_shows_its_tier_or_the_first(browser: Any, home: str, anchor: str, shown: str) -> None:
    with page_of(browser, 360) as (page, _):
        page.goto(home + VASE + anchor, wait_until="load")
        assert page.evaluate(SHOWN) == [shown]


def test_a_kept_tier_that_is_no_more_is_forgotten(browser: Any, home: str) -> None:
    with page_of(browser, 360) as (page, _):
        page.goto(home + VASE, wait_until="load")
        page.evaluate("history.replaceState({ tier: 'element' }, '')")
        page.reload(wait_until="load")
        assert page.evaluate(SHOWN) == ["function"]


def test_a_choice_outlives_a_reload_and_all_are_shown_together(browser: Any, home: str) -> None:
    with page_of(browser, 360) as (page, _):
        page.goto(home + VASE, wait_until="load")
        page.click(".switch [data-tier=deep]")
        assert page.evaluate(SHOWN) == ["deep"]
        page.reload(wait_until="load")
        assert page.evaluate(SHOWN) == ["deep"]
        page.click(".switch [data-tier=all]")
        assert page.evaluate(SHOWN) == ["function", "deep"]
