"""Galleries and the viewer over them: by keyboard, buttons, swipes and the back button; without script, plain links."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.test_pages import page_of
from tests.invariants.pages import read_html

# below a sub-path, the stricter of the two hosts: what is wrong at the root alone, the pages' own tests find
pytestmark = pytest.mark.parametrize("site", ["/repo/"], ids=["repo"], indirect=True, scope="session")

PHONE, DESK = 360, 1280
OPEN = ".viewer[open]"
LINKS = "[data-gallery] a[data-view]"
SHOWN = f"{OPEN} .viewer-stage img"
COUNT = f"{OPEN} .viewer-count"
SHIFTS = """() => new Promise(done => {
  let sum = 0
  new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.value }))
    .observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => done(sum), 300)
})"""
FOCUSED_LINK = f"[...document.querySelectorAll('{LINKS}')].indexOf(document.activeElement)"


@pytest.fixture(scope="module")
def many(built: dict[str, Path]) -> str:
    """The picture page whose first gallery has the most pictures, and more than one gallery."""
    pages = sorted((built["/"] / "crafts").glob("*/pictures/index.html"))
    assert len(pages) >= 10
    best = max(pages, key=lambda page: page.read_text("utf-8").count("data-view"))
    return best.parent.relative_to(built["/"]).as_posix() + "/"


@pytest.fixture
def browser(whole_browser: Any) -> Any:
    """Back, forward and reload as people have them."""
    return whole_browser


@contextmanager
def gallery(browser: Any, address: str, width: int = PHONE, **settings: Any) -> Iterator[Any]:
    """The page, loaded; at the end nothing may have gone wrong in it."""
    with page_of(browser, width, **settings) as (page, wrong):
        page.goto(address, wait_until="load")
        yield page
        assert wrong == []


def outcomes(page: Any) -> Any:
    """The links of the gallery with the most pictures."""
    galleries = page.locator("[data-gallery]").all()
    return max((one.locator("a[data-view]") for one in galleries), key=lambda links: links.count())


def is_open(page: Any) -> bool:
    return bool(page.locator(OPEN).count())


def until(page: Any, expression: str) -> None:
    """Waits for something to be true of the page; asked from outside, as the site's policy allows no `eval` in it."""
    end = monotonic() + 5
    while not page.evaluate(expression):
        assert monotonic() < end, f"still not: {expression}"
        page.wait_for_timeout(20)


def settled(page: Any) -> None:
    """Waits until the viewer is shut, its entry has left the history, and the page has come to rest."""
    until(page, f"!document.querySelector('{OPEN}') && !history.state && {FOCUSED_LINK} >= 0")
    page.wait_for_timeout(300)


def wait_shown(page: Any, count: str) -> str:
    """Waits until that picture stands there, decoded; gives back its alt."""
    until(page, f"(document.querySelector('{COUNT}') || {{}}).textContent === '{count}'")
    until(page, f"(document.querySelector('{SHOWN}') || {{}}).naturalWidth > 0")
    return str(page.locator(SHOWN).get_attribute("alt"))


def test_the_keyboard_walks_a_gallery_and_comes_back(browser: Any, site: str, many: str) -> None:
    with gallery(browser, site + many, DESK) as page:
        links = outcomes(page)
        total, alts = links.count(), [link.locator("img").get_attribute("alt") for link in links.all()]
        assert total >= 3 and all(alts)
        for _ in range(60):
            page.keyboard.press("Tab")
            if links.first.evaluate("one => one === document.activeElement"):
                break
        else:
            pytest.fail("the first picture is not reached by Tab")
        page.keyboard.press("Enter")
        assert wait_shown(page, f"1 / {total}") == alts[0]
        assert page.evaluate("document.activeElement.closest('dialog') !== null")
        for key, expected in (("ArrowRight", 2), ("ArrowRight", 3), ("ArrowLeft", 2), ("End", total), ("Home", 1)):
            page.keyboard.press(key)
            assert wait_shown(page, f"{expected} / {total}") == alts[expected - 1]
        page.keyboard.press("ArrowLeft")
        assert wait_shown(page, f"{total} / {total}") == alts[-1]
        page.keyboard.press("Escape")
        settled(page)
        assert links.last.evaluate("one => one === document.activeElement"), "the focus did not return"


def test_the_focus_stays_in_the_viewer(browser: Any, site: str, many: str) -> None:
    with gallery(browser, site + many, DESK) as page:
        outcomes(page).first.click()
        wait_shown(page, f"1 / {outcomes(page).count()}")
        for key, presses in (("Tab", 12), ("Shift+Tab", 12)):
            seen: set[str] = set()
            for _ in range(presses):
                page.keyboard.press(key)
                assert page.evaluate("document.activeElement.closest('dialog') !== null"), key
                seen.add(page.evaluate("document.activeElement.className"))
            assert len([name for name in seen if "viewer-button" in name]) == 3


def test_the_viewer_says_what_it_is(browser: Any, site: str, many: str) -> None:
    with gallery(browser, site + many, PHONE) as page:
        link = outcomes(page).first
        words = link.locator("xpath=ancestor::section[1]").locator("h3").inner_text()
        link.click()
        alt = wait_shown(page, f"1 / {outcomes(page).count()}")
        assert page.get_by_role("dialog").get_attribute("aria-label")
        assert page.locator(f"{OPEN} [role=status]").inner_text().endswith(alt)
        assert words in page.locator(f"{OPEN} .viewer-words").inner_text()
        assert page.locator(f"{OPEN} [id]").count() == 0, "an id of the page stands in it twice"
        for button in page.locator(f"{OPEN} button").all():
            box = button.bounding_box()
            assert button.get_attribute("aria-label") and min(box["width"], box["height"]) >= 24
        assert page.evaluate(f"getComputedStyle(document.querySelector('{SHOWN}')).objectFit") == "contain"
        before = page.evaluate("scrollY")
        page.mouse.move(180, 300)
        page.mouse.wheel(0, 600)
        page.wait_for_timeout(150)
        assert page.evaluate("scrollY") == before, "the page behind scrolls"


def test_buttons_do_all_that_keys_do(browser: Any, site: str, many: str) -> None:
    with gallery(browser, site + many, PHONE) as page:
        links = outcomes(page)
        total = links.count()
        links.nth(1).click()
        wait_shown(page, f"2 / {total}")
        page.locator(f"{OPEN} .viewer-after").click()
        wait_shown(page, f"3 / {total}")
        page.locator(f"{OPEN} .viewer-before").click()
        page.locator(f"{OPEN} .viewer-before").click()
        wait_shown(page, f"1 / {total}")
        page.locator(f"{OPEN} .viewer-close").click()
        assert not is_open(page)
        settled(page)
        assert links.first.evaluate("one => one === document.activeElement")
        box = links.first.bounding_box()
        assert box["y"] < 800 and box["y"] + box["height"] > 0, "the picture is out of sight"


def swipe(page: Any, across: int, down: int = 0) -> None:
    """A finger over the picture, by real touch events."""
    devtools = page.context.new_cdp_session(page)
    for at in range(5):
        kind = "touchStart" if at == 0 else "touchMove"
        point = {"x": 180 + across * at / 4, "y": 200 + down * at / 4}
        devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
    devtools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    devtools.detach()


def test_a_finger_turns_the_pictures(browser: Any, site: str, many: str) -> None:
    with gallery(browser, site + many, PHONE, has_touch=True, is_mobile=True) as page:
        links = outcomes(page)
        total = links.count()
        links.first.tap()
        wait_shown(page, f"1 / {total}")
        swipe(page, -120)
        wait_shown(page, f"2 / {total}")
        swipe(page, 120)
        wait_shown(page, f"1 / {total}")
        for across, down in ((-20, 0), (-60, 160), (0, -160)):
            swipe(page, across, down)
        page.wait_for_timeout(100)
        assert page.locator(COUNT).text_content() == f"1 / {total}", "what is no swipe turned the picture"


def test_back_closes_and_forward_opens(browser: Any, site: str, many: str) -> None:
    with gallery(browser, site + many, PHONE) as page:
        address, links = page.url, outcomes(page)
        total = links.count()
        links.first.click()
        wait_shown(page, f"1 / {total}")
        page.keyboard.press("ArrowRight")
        wait_shown(page, f"2 / {total}")
        page.go_back()
        until(page, f"!document.querySelector('{OPEN}')")
        assert page.url == address
        page.go_forward()
        wait_shown(page, f"2 / {total}")
        page.reload()
        wait_shown(page, f"2 / {total}")
        page.go_back()
        until(page, f"!document.querySelector('{OPEN}')")
        until(page, f"{FOCUSED_LINK} >= 0")
        page.evaluate("location.hash = 'main'")
        page.wait_for_timeout(100)
        assert page.evaluate(FOCUSED_LINK) == -1, "an old picture took the focus"
        for _ in range(3):
            links.first.click()
            wait_shown(page, f"1 / {total}")
            page.locator(f"{OPEN} .viewer-close").click()
            until(page, "!history.state || history.state.viewer === undefined")
        assert page.evaluate("history.length") <= 5, "each look leaves an entry behind"


def test_a_shell_that_refuses_the_history_is_no_hindrance(browser: Any, site: str, many: str) -> None:
    with page_of(browser, PHONE) as (page, wrong):
        page.add_init_script("history.pushState = history.replaceState = () => { throw new Error('no') }")
        page.goto(site + many, wait_until="load")
        links = outcomes(page)
        links.first.click()
        page.keyboard.press("ArrowRight")
        wait_shown(page, f"2 / {links.count()}")
        page.keyboard.press("Escape")
        settled(page)
        assert links.nth(1).evaluate("one => one === document.activeElement")
        assert wrong == []


def test_a_large_picture_is_loaded_when_it_is_asked_for(browser: Any, site: str, many: str) -> None:
    with page_of(browser, PHONE, device_scale_factor=2) as (page, wrong):
        page.goto(site + many, wait_until="load")
        links = outcomes(page)
        total = links.count()
        sets = [link.locator("source").first.get_attribute("srcset") or "" for link in links.all()]
        files = [[part.split()[0] for part in one.split(",")] for one in sets]
        page.evaluate("scrollTo(0, 0)")
        asked: list[str] = []
        page.on("request", lambda one: asked.append(urlsplit(one.url).path))
        links.first.evaluate("one => one.click()")
        wait_shown(page, f"1 / {total}")
        page.wait_for_timeout(500)
        of = [any(file in asked for file in its) for its in files]
        assert not any(of[2:]), "more than the one ahead was loaded"
        shown = page.locator(SHOWN).evaluate("one => one.currentSrc")
        assert urlsplit(shown).path in files[0]
        assert page.locator(SHOWN).evaluate("one => getComputedStyle(one).pointerEvents") != "none"
        assert wrong == []


def test_other_ways_to_follow_a_link_are_left_alone(browser: Any, site: str, many: str) -> None:
    with gallery(browser, site + many.removesuffix("pictures/"), DESK) as page:
        with page.context.expect_page() as opened:
            page.locator(LINKS).first.click(modifiers=["Control"])
        opened.value.close()
        assert not is_open(page)


def test_engines_without_dialogs_follow_the_link(browser: Any, site: str, many: str) -> None:
    with page_of(browser, PHONE) as (page, wrong):
        page.add_init_script("delete window.HTMLDialogElement")
        page.goto(site + many.removesuffix("pictures/"), wait_until="load")
        target = page.locator(LINKS).first.evaluate("one => one.href")
        page.locator(LINKS).first.click()
        page.wait_for_url(target)
        assert "/pictures/#" in page.url
        assert wrong == []


def test_less_motion_is_none(browser: Any, site: str, many: str) -> None:
    moving: dict[str, str] = {}
    for wish in ("reduce", "no-preference"):
        with gallery(browser, site + many, PHONE, reduced_motion=wish) as page:
            outcomes(page).first.click()
            wait_shown(page, f"1 / {outcomes(page).count()}")
            moving[wish] = page.evaluate(f"getComputedStyle(document.querySelector('{SHOWN}')).animationName")
    assert moving["reduce"] == "none" != moving["no-preference"]


def test_a_buyers_choice_stands_beside_the_picture(browser: Any, site: str, built: dict[str, Path]) -> None:
    page_path = next(
        path
        for path in sorted((built["/"] / "showcases").glob("*/index.html"))
        if all(mark in path.read_text("utf-8") for mark in ("data-view", 'class="facts"', "#outcome-"))
    )
    with gallery(browser, site + page_path.parent.relative_to(built["/"]).as_posix() + "/", DESK) as page:
        chosen = [one.inner_text() for one in page.locator("dl.facts[data-words] dd").all()]
        assert chosen
        picture = page.locator("#p-1").bounding_box()
        facts = page.locator("dl.facts[data-words]").bounding_box()
        assert picture["height"] < 600 and picture["x"] + picture["width"] <= facts["x"], "the picture fills the screen"
        page.locator("#p-1 a[data-view]").click()
        beside = page.locator(f"{OPEN} .viewer-words")
        assert [one.inner_text() for one in beside.locator("dd").all()] == chosen
        stage = page.locator(f"{OPEN} .viewer-stage").bounding_box()
        assert beside.bounding_box()["x"] >= stage["x"] + stage["width"], "the words are not beside the picture"
        beside.locator("a[href*='#outcome-']").click()
        until(page, "document.querySelector(location.hash) !== null")
        page.go_back()
        page.wait_for_selector(OPEN)


def test_cards_of_showcases_open_with_their_choices(browser: Any, site: str) -> None:
    with gallery(browser, site, DESK) as page:
        card = page.locator("article.showcase:has(.chosen):has(a[data-view])").first
        title, chosen = (card.locator(of).first.inner_text() for of in (".card-title", ".chosen"))
        target = card.locator("a[data-view]").evaluate("one => one.pathname")
        card.locator("a[data-view]").click()
        beside = page.locator(f"{OPEN} .viewer-words")
        assert chosen.split() == beside.locator(".chosen").inner_text().split()
        beside.get_by_role("link", name=title).click()
        page.wait_for_url(f"**{target}")
        page.go_back()
        page.wait_for_selector(OPEN)
        page.keyboard.press("Escape")
        settled(page)


def test_without_script_every_picture_leads_to_where_it_stands_large(
    browser: Any, site: str, built: dict[str, Path]
) -> None:
    output = built[urlsplit(site).path]
    anchors: dict[str, set[str]] = {}
    followed = 0
    with page_of(browser, PHONE, java_script_enabled=False) as (page, wrong):
        for start in ("", "showcases/", "crafts/celadon-vase/", "crafts/celadon-vase/pictures/"):
            page.goto(site + start, wait_until="load")
            assert not is_open(page)
            for link in page.locator(LINKS).all():
                path, _, anchor = (link.get_attribute("href") or "").partition("#")
                target = path.removeprefix(urlsplit(site).path)
                followed += 1
                if not anchor:
                    assert (output / target).is_file(), path
                    continue
                if path not in anchors:
                    answer = page.request.get(site + target)
                    assert answer.ok, path
                    anchors[path] = read_html(answer.text())[1]
                assert anchor in anchors[path], (path, anchor)
        page.goto(site + "crafts/celadon-vase/", wait_until="load")
        page.locator(LINKS).first.click()
        page.wait_for_url("**/crafts/celadon-vase/pictures/#*")
        assert wrong == []
    assert followed >= 10


@pytest.mark.parametrize("width", [PHONE, 768, DESK])
def test_nothing_shifts_while_pictures_come(browser: Any, site: str, many: str, width: int) -> None:
    with gallery(browser, site + many, width) as page:
        page.evaluate(
            """async () => {
              for (let y = 0; y < document.body.scrollHeight; y += 500) {
                scrollTo({ top: y, behavior: 'instant' })
                await new Promise(done => setTimeout(done, 60))
              }
            }"""
        )
        assert page.evaluate(SHIFTS) == 0
