"""Every type of page opens: no complaint, no failed request, nothing from elsewhere, nothing cut off on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

FIXED = (
    "",
    "crafts/",
    "tiers/",
    "tiers/element/",
    "categories/",
    "regions/",
    "tags/",
    "masters/",
    "showcases/",
    "streams/",
)
ALSO = ("posts/", "how-to-read/", "about/", "404.html")
FIRST_OF = ("crafts", "categories", "regions", "tags", "masters", "showcases", "streams", "posts")
ANCHORS = ("change", "days", "chance")
NARROW = 320
LEFT_ALONE = ("net::ERR_ABORTED",)
"""A request that was on its way when the next page was asked for."""
IN_VIEW = """name => {
  const top = document.getElementById(name).getBoundingClientRect().top
  return top >= -1 && top < innerHeight
}"""
BROKEN_PICTURES = """Promise.all([...document.images].map(one => {
  one.loading = 'eager'
  return one.decode().then(() => '', () => one.currentSrc || one.src)
})).then(all => all.filter(Boolean))"""


def every_type(output: Path) -> list[str]:
    """One page of each type, and the craft with the longest page."""
    found = [*FIXED, *ALSO]
    for kind in FIRST_OF:
        found.append(f"{kind}/{sorted(_below(output / kind))[0]}/")
    found.append(f"crafts/{max(_below(output / 'crafts'), key=lambda one: _size(output / 'crafts' / one))}/")
    return [page for page in found if (output / page).exists()]


def _below(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if (path / "index.html").is_file() and path.name != "page"]


def _size(folder: Path) -> int:
    return (folder / "index.html").stat().st_size


@contextmanager
def page_of(browser: Any, width: int, **settings: Any) -> Iterator[tuple[Any, list[str]]]:
    """A page of that width, and a list that grows with everything that goes wrong in it."""
    context = browser.new_context(viewport={"width": width, "height": 800}, **settings)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda fault: wrong.append(str(fault)))
    page.on("requestfailed", lambda one: wrong.append(f"failed: {one.url}") if one.failure not in LEFT_ALONE else None)
    page.on("response", lambda answer: wrong.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None)
    page.on(
        "request", lambda one: wrong.append(f"left: {one.url}") if urlsplit(one.url).hostname != "127.0.0.1" else None
    )
    try:
        yield page, wrong
    finally:
        context.close()


def test_every_type_of_page_opens_at_every_width(browser: Any, site: str, built: dict[str, Path]) -> None:
    pages = every_type(built[urlsplit(site).path])
    assert len(pages) >= 18
    with page_of(browser, NARROW) as (page, wrong):
        for path in pages:
            page.goto(site + path, wait_until="load")
            assert page.locator("h1").count() == 1, path
            assert page.title() and page.locator("html").get_attribute("lang"), path
            for width in (NARROW, 360, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
            assert page.evaluate(BROKEN_PICTURES) == [], path
            assert wrong == [], path


def test_a_phone_and_a_desk_load_the_pages_as_they_are(browser: Any, site: str, built: dict[str, Path]) -> None:
    craft = next(
        one for one in every_type(built[urlsplit(site).path]) if one.startswith("crafts/") and one != "crafts/"
    )
    for width in (360, 1280):
        with page_of(browser, width) as (page, wrong):
            for path in ("", craft, "crafts/"):
                page.goto(site + path, wait_until="load")
                assert page.evaluate(BROKEN_PICTURES) == [], path
            assert wrong == []


def test_every_craft_page_has_its_three_anchors(browser: Any, site: str, built: dict[str, Path]) -> None:
    crafts = _below(built[urlsplit(site).path] / "crafts")
    assert len(crafts) >= 10
    with page_of(browser, 360) as (page, wrong):
        for slug in crafts:
            page.goto(f"{site}crafts/{slug}/", wait_until="domcontentloaded")
            for anchor in ANCHORS:
                assert page.locator(f"#{anchor}").count() == 1, (slug, anchor)
                assert page.locator(f"a[href$='#{anchor}']").count() >= 1, (slug, anchor)
        assert wrong == []


def test_an_anchor_brings_its_answer_into_view(browser: Any, site: str, built: dict[str, Path]) -> None:
    slug = sorted(_below(built[urlsplit(site).path] / "crafts"))[0]
    with page_of(browser, 360) as (page, _):
        for anchor in ANCHORS:
            page.goto("about:blank")
            page.goto(f"{site}crafts/{slug}/#{anchor}", wait_until="load")
            page.wait_for_function(IN_VIEW, arg=anchor, timeout=5000)


def test_everything_is_readable_without_scripts(browser: Any, site: str, built: dict[str, Path]) -> None:
    with page_of(browser, 360, java_script_enabled=False) as (page, wrong):
        for path in every_type(built[urlsplit(site).path]):
            page.goto(site + path, wait_until="load")
            assert page.locator("h1").is_visible(), path
            assert len(page.locator("main").inner_text()) > 20, path
            hidden = [one for one in page.locator("main h2, main h3").all() if not one.is_visible()]
            closed = [one for one in hidden if one.locator("xpath=ancestor::details").count()]
            assert len(hidden) == len(closed), path
        assert wrong == []


def test_the_site_can_be_walked_from_home_to_an_answer(browser: Any, site: str) -> None:
    with page_of(browser, 360) as (page, wrong):
        page.goto(site, wait_until="load")
        page.locator("main a[href*='/crafts/']").first.click()
        page.wait_for_load_state("load")
        assert "/crafts/" in page.url
        if page.locator("#days").count() == 0:
            page.locator("main a[href*='/crafts/']").first.click()
            page.wait_for_load_state("load")
        page.locator("a[href$='#days']").first.click()
        assert page.url.endswith("#days")
        page.go_back()
        page.locator("header a").first.click()
        page.wait_for_url(site)
        assert wrong == []
