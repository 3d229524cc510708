"""Every type of page opens: no complaint, no failed request, nothing from elsewhere, nothing cut off, nothing jumps."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.page_types import craft_pages, page_types, translated_types
from tests.browser.probe import complaints, painted, scrolled_through
from tests.browser.watched import page_of

PHONE, NARROW, WIDE = 360, 320, 1280
ANCHORS = ("change", "days", "chance")
IN_VIEW = """name => {
  const top = document.getElementById(name).getBoundingClientRect().top
  return top >= -1 && top < innerHeight
}"""
A_CRAFT = "main a[href*='/crafts/']:visible"
AS_LOADED = ("frame", "sideways", "targets", "pictures", "sizes", "shifts", "bars")
AS_DARK = ("sideways", "targets", "pictures")
AS_RESIZED = ("sideways", "targets")


@pytest.mark.parametrize(
    ("width", "script", "turned_to"),
    [(PHONE, True, NARROW), (WIDE, True, 768), (PHONE, False, WIDE)],
    ids=["phone", "wide", "phone-without-script"],
)
def test_every_type_of_page(
    browser: Any, home: str, built: dict[str, Path], width: int, script: bool, turned_to: int
) -> None:
    """Light and dark and at another width at once: a page is asked again after the scheme or the window has changed."""
    pages = page_types(built["/"])
    assert len(pages) >= 20
    if width == PHONE and script:
        pages += translated_types(built["/"])
    found: list[str] = []
    with page_of(browser, width, java_script_enabled=script) as (page, wrong):
        for path in pages:
            page.emulate_media(color_scheme="light")
            page.goto(home + path, wait_until="load")
            scrolled_through(page)
            said = complaints(page, *AS_LOADED)
            page.emulate_media(color_scheme="dark")
            said += complaints(page, *AS_DARK)
            page.set_viewport_size({"width": turned_to, "height": 800})
            # on the narrowest all is read; targets may be small
            asked = AS_RESIZED if turned_to > PHONE else AS_RESIZED[:1]
            said += [f"at {turned_to}: {one}" for one in complaints(page, *asked)]
            page.set_viewport_size({"width": width, "height": 800})
            found += [f"{path or 'home'}: {one}" for one in [*dict.fromkeys(said), *wrong]]
            wrong.clear()
    assert not found, "\n".join(found)


def test_every_type_of_page_opens_at_every_base_path(browser: Any, site: str, built: dict[str, Path]) -> None:
    with page_of(browser, 360) as (page, wrong):
        for path in page_types(built[urlsplit(site).path]):
            page.goto(site + path, wait_until="load")
            assert complaints(page, "frame") == [], path
        assert wrong == []


@pytest.mark.parametrize("width", [360, 1280])
def test_no_craft_page_shifts(browser: Any, home: str, built: dict[str, Path], width: int) -> None:
    """Of all crafts: what a script writes into a page is as long as what it takes away only by chance."""
    found: list[str] = []
    with page_of(browser, width) as (page, _):
        for path in craft_pages(built["/"]):
            for _ in range(3):  # a busy machine may paint between two steps; what a page does, it does each time
                page.goto(home + path, wait_until="load")
                painted(page)
                if not (shifts := complaints(page, "shifts")):
                    break
            else:
                found += [f"{path}: {one}" for one in shifts]
    assert not found, "\n".join(found)


def test_every_craft_page_has_its_three_anchors(browser: Any, home: str, built: dict[str, Path]) -> None:
    crafts = craft_pages(built["/"])
    assert len(crafts) >= 10
    with page_of(browser, 360) as (page, wrong):
        for path in crafts:
            page.goto(home + path, wait_until="domcontentloaded")
            for anchor in ANCHORS:
                assert page.locator(f"#{anchor}").count() == 1, (path, anchor)
                assert page.locator(f"a[href$='#{anchor}']").count() >= 1, (path, anchor)
        assert wrong == []


def test_an_anchor_brings_its_answer_into_view(browser: Any, site: str, built: dict[str, Path]) -> None:
    craft = craft_pages(built[urlsplit(site).path])[0]
    with page_of(browser, 360) as (page, _):
        for anchor in ANCHORS:
            page.goto("about:blank")
            page.goto(f"{site}{craft}#{anchor}", wait_until="load")
            page.wait_for_function(IN_VIEW, arg=anchor, timeout=5000)


def test_everything_is_readable_without_scripts(browser: Any, home: str, built: dict[str, Path]) -> None:
    with page_of(browser, 360, java_script_enabled=False) as (page, wrong):
        for path in page_types(built["/"]):
            page.goto(home + path, wait_until="domcontentloaded")
            assert page.locator("h1").is_visible(), path
            assert len(page.locator("main").inner_text()) > 20, path
            hidden = [one for one in page.locator("main h2, main h3").all() if not one.is_visible()]
            closed = [
                one for one in hidden if one.locator("xpath=ancestor-or-self::*[self::details or @hidden]").count()
            ]
            assert len(hidden) == len(closed), path
        assert wrong == []


def test_the_site_can_be_walked_from_home_to_an_answer(browser: Any, site: str) -> None:
    with page_of(browser, 360) as (page, wrong):
        page.goto(site, wait_until="load")
        page.locator(A_CRAFT).first.click()
        page.wait_for_load_state("load")
        assert "/crafts/" in page.url
        if page.locator("#days").count() == 0:
            page.locator(A_CRAFT).first.click()
            page.wait_for_load_state("load")
        page.locator("a[href$='#days']").first.click()
        assert page.url.endswith("#days")
        page.go_back()
        page.locator("header a").first.click()
        page.wait_for_url(site)
        assert wrong == []
