"""Design sessions on the reader's clock, and two versions against each other by keyboard, with script and without."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from tests.browser.server import serving
from tests.sites_support import ichsite, laid_out

DESIGN = "content/designs/neck/index.md"
MOMENTS = (("2026-11-24T23:59+08:00", "正在问"), ("2026-11-25T00:00+08:00", "正在画"))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Built on 2026-11-22: its second version asks something until the 24th."""
    root = laid_out(tmp_path_factory.mktemp("designs") / "site")
    text = (root / DESIGN).read_text("utf-8")
    asked = "    asked: {question: 足多宽？, closes: 2026-11-24, options: [{id: wide, label: 宽}]}\n    feasibility:"
    text = text[: text.index("confirmed:\n")].replace("    feasibility:", asked) + "---\n从一句“插不住”开始。\n"
    (root / DESIGN).write_text(text, "utf-8")
    run = ichsite(root, "build", "--jobs", "1")
    assert run.code == 0, run.err
    with serving(root / "output") as one:
        yield one.home
    assert one.reports == []


def opened(browser: Any, address: str, moment: str = MOMENTS[0][0], *, script: bool = True) -> Any:
    context = browser.new_context(
        java_script_enabled=script, timezone_id="America/New_York", viewport={"width": 360, "height": 740}
    )
    page = context.new_page()
    if script:
        page.clock.set_fixed_time(datetime.fromisoformat(moment))
    page.goto(address)
    return page


def seen(page: Any, selector: str) -> list[str]:
    return [one.inner_text() for one in page.query_selector_all(selector) if one.is_visible()]


@pytest.mark.parametrize(("moment", "word"), MOMENTS)
def test_a_question_closes_on_the_clock_of_the_shop(home: str, browser: Any, moment: str, word: str) -> None:
    page = opened(browser, f"{home}designs/neck/", moment)
    assert seen(page, "main .opening .mark") == [word]
    assert page.is_visible(".notice.asking") == (word == "正在问")
    assert page.is_visible('.notice[data-during="sketching"]') == (word == "正在画")
    page.context.close()


def test_two_versions_are_compared_by_keyboard(home: str, browser: Any) -> None:
    page = opened(browser, f"{home}designs/neck/")
    assert page.is_visible("[data-layers]") and len(page.query_selector_all("[data-layers] img")) == 2
    cut = "document.querySelector('[data-layers] .over').style.clipPath"
    page.focus("[data-wipe]")
    page.keyboard.press("End")
    assert "100%" in page.evaluate(cut)
    page.keyboard.press("Home")
    assert "100%" not in page.evaluate(cut)
    page.focus("#compare-before-1")
    page.keyboard.press("ArrowRight")
    assert page.is_checked("#compare-before-2")
    assert page.evaluate("new Set([...document.querySelectorAll('[data-layers] img')].map(one => one.src)).size") == 1
    page.focus("[data-lay]")
    page.keyboard.press("Enter")
    assert not page.is_visible("[data-layers]") and len(seen(page, ".side .frame")) == 2
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.context.close()


def test_without_script_the_buttons_choose_what_stands_side_by_side(home: str, browser: Any) -> None:
    page = opened(browser, f"{home}designs/neck/", script=False)
    assert seen(page, "main .opening .mark") == ["正在问"]
    assert not page.is_visible("[data-stage]") and not page.is_visible("[data-laying]")
    page.focus("#compare-after-2")
    page.keyboard.press("ArrowLeft")
    assert page.is_checked("#compare-after-1")
    figures = page.query_selector_all(".side figure")
    assert [one.is_visible() for one in figures] == [True, False, True, False]
    page.context.close()
