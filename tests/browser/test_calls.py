"""Calls for ideas on the reader's clock: a page of one day is right on every later one, and stands without script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.browser.server import serving
from tests.sites_support import ichsite, laid_out

CALL = "content/calls/mouth.md"
DAYS = "opens: 2026-11-20\ncloses: 2026-11-28\n"
LATER = "opens: 2026-11-24\ncloses: 2026-11-28\ncrafts: [vase]\nstream: evening\n"
TOLD = "outcome: {answered: 2026-11-22, words: 口收小了半寸。}\n"
WORDS = {"即将开始", "正在征集", "已截止", "已有结果"}
MOMENTS = (
    ("2026-11-22T12:00+08:00", "即将开始"),
    ("2026-11-23T23:59+08:00", "即将开始"),
    ("2026-11-24T00:00+08:00", "正在征集"),
    ("2026-11-28T23:59+08:00", "正在征集"),
    ("2026-11-29T00:00+08:00", "已截止"),
)
Opens = Callable[..., Any]


def published(root: Path, days: str) -> Path:
    """A site that was built on 2026-11-22, two days before its call opens; it has no poll, which has marks of its own."""
    laid_out(root)
    (root / "content/polls/mouth.yaml").unlink()
    text = (root / CALL).read_text("utf-8")
    (root / CALL).write_text(text.replace(DAYS, days), "utf-8")
    run = ichsite(root, "build", "--jobs", "1")
    assert run.code == 0, run.err
    return root / "output"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(published(tmp_path_factory.mktemp("calls") / "site", LATER)) as one:
        yield one.home
    assert one.reports == []


@pytest.fixture
def opened(browser: Any) -> Iterator[Opens]:
    """Opens an address at a moment, in a zone that is not the shop's."""
    contexts: list[Any] = []

    def opens(address: str, moment: str, *, script: bool = True) -> Any:
        context = browser.new_context(java_script_enabled=script, timezone_id="America/New_York")
        contexts.append(context)
        page = context.new_page()
        if script:
            page.clock.set_fixed_time(datetime.fromisoformat(moment))
        page.goto(address)
        return page

    yield opens
    for context in contexts:
        context.close()


def marks(page: Any) -> list[str]:
    return [
        one.inner_text()
        for one in page.query_selector_all("main .mark")
        if one.is_visible() and one.inner_text() in WORDS
    ]


@pytest.mark.parametrize(("moment", "word"), MOMENTS)
def test_a_page_shows_how_the_call_stands_now(home: str, opened: Opens, moment: str, word: str) -> None:
    page = opened(f"{home}calls/mouth/", moment)
    assert marks(page) == [word]
    assert page.is_visible("#answer") == (word != "已截止")
    assert page.is_visible('[data-while="upcoming"].notice') == (word == "即将开始")
    assert page.is_visible('[data-while="closed"].notice') == (word == "已截止")
    for beside in ("calls/", "crafts/vase/"):
        assert marks(opened(home + beside, moment)) == [word]


@pytest.mark.parametrize(("moment", "word"), MOMENTS)
def test_the_home_page_has_a_call_while_it_is_open(home: str, opened: Opens, moment: str, word: str) -> None:
    page = opened(home, moment)
    assert page.is_visible("#calls-heading") == page.is_visible("[data-call]") == (word == "正在征集")


def test_a_page_that_lies_open_over_midnight_follows(home: str, opened: Opens) -> None:
    page = opened(f"{home}calls/mouth/", "2026-11-23T23:59+08:00")
    page.clock.set_fixed_time(datetime.fromisoformat("2026-11-24T00:01+08:00"))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert marks(page) == ["正在征集"]


def test_the_part_of_a_stream_that_is_now_follows(home: str, opened: Opens) -> None:
    page = opened(f"{home}streams/evening/", "2026-11-28T19:59+08:00")
    for moment, part in (("19:59", "before"), ("20:00", "during"), ("21:59", "during"), ("22:00", None)):
        page.clock.set_fixed_time(datetime.fromisoformat(f"2026-11-28T{moment}+08:00"))
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        shown = [one.get_attribute("data-part") for one in page.query_selector_all("[data-part]") if one.is_visible()]
        assert shown == ([part] if part else []), moment


def test_without_script_the_day_of_the_build_decides(home: str, opened: Opens) -> None:
    page = opened(f"{home}calls/mouth/", "2026-11-29T00:00+08:00", script=False)
    assert marks(page) == ["即将开始"]
    assert page.is_visible("#answer")
    assert not opened(home, "2026-11-29T00:00+08:00", script=False).is_visible("#calls-heading")


def test_what_is_answered_stays_so(tmp_path: Path, opened: Opens) -> None:
    days = LATER.replace("2026-11-24", "2026-11-20") + TOLD
    with serving(published(tmp_path / "site", days)) as one:
        for moment in ("2026-11-21T12:00+08:00", "2026-12-24T12:00+08:00"):
            page = opened(f"{one.home}calls/mouth/", moment)
            assert marks(page) == ["已有结果"]
            assert page.is_visible("#outcome")
            assert not page.is_visible("#answer")
