"""With the keyboard alone: everything is reached in order, one sees where one is, nothing keeps one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.page_types import craft_pages, page_types
from tests.browser.probe import SOURCE
from tests.browser.watched import page_of

SET_OUT = f"""() => {{ {SOURCE}
  const groups = new Set()
  window.expected = focusable().filter(one => {{
    if (one.type !== 'radio') return true
    const all = one.form ? [...one.form.elements] : [...document.querySelectorAll('input[type=radio]')].filter(at => !at.form)
    const group = all.filter(at => at.name === one.name)
    const stop = group.find(at => at.checked) || group[0]
    return one === stop
  }})
  window.named = named
  return window.expected.map(named)
}}"""
WHERE = """() => {
  const one = document.activeElement
  if (!one || one === document.body || one === document.documentElement) return null
  const ringed = at => {
    if (!at) return false
    const style = getComputedStyle(at)
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none'
  }
  const label = one.labels && one.labels[0]
  const box = one.getBoundingClientRect()
  const inside = [[.5, .5], [.1, .5], [.9, .5], [.5, .2], [.5, .8]].map(([x, y]) => [box.left + box.width * x, box.top + box.height * y])
    .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight)
  const free = inside.some(([x, y]) => {
    const top = document.elementFromPoint(x, y)
    return top && (one.contains(top) || top.contains(one) || (label && label.contains(top)))
  })
  return {
    at: window.expected.indexOf(one),
    name: window.named(one),
    ring: ringed(one) || ringed(label) || ringed(one.nextElementSibling) || ringed(one.firstElementChild) || ringed(one.parentElement),
    seen: free || box.width < 2 || one.id === 'main',
  }
}"""


def walked(page: Any) -> list[str]:
    """What is wrong on the way of the Tab key through the loaded page."""
    expected: list[str] = page.evaluate(SET_OUT)
    found: list[str] = []
    visited: list[int] = []
    for _ in range(len(expected) * 2 + 10):
        page.keyboard.press("Tab")
        now = page.evaluate(WHERE)
        if now is None or (visited and now["at"] == visited[0]):
            break
        if not now["ring"]:
            found.append(f"no ring around {now['name']}")
        if not now["seen"]:
            found.append(f"hidden while it has the focus: {now['name']}")
        visited.append(now["at"])
    else:
        found.append("the Tab key never comes to an end")
    known = [one for one in visited if one >= 0]
    if known != sorted(known):
        found.append("the order of the Tab key is not that of the page")
    return found + [f"never reached: {name}" for at, name in enumerate(expected) if at not in known]


@pytest.mark.parametrize("width", [360, 1280])
def test_the_tab_key_reaches_everything(browser: Any, home: str, built: dict[str, Path], width: int) -> None:
    pages = page_types(built["/"])
    if width > 360:
        pages = ["", "crafts/", craft_pages(built["/"])[0], *(one for one in pages if one == "search/")]
    found: list[str] = []
    with page_of(browser, width, reduced_motion="reduce") as (page, wrong):
        for path in pages:
            page.goto(home + path, wait_until="load")
            found += [f"{path or 'home'}: {one}" for one in dict.fromkeys(walked(page))]
        assert wrong == []
    assert not found, "\n".join(found)


def test_the_first_stop_skips_to_the_content(browser: Any, home: str) -> None:
    with page_of(browser, 360) as (page, _):
        page.goto(home, wait_until="load")
        page.keyboard.press("Tab")
        skip = page.locator("a:focus")
        assert skip.get_attribute("href") == "#main"
        box = skip.bounding_box()
        assert box is not None and box["x"] >= 0 and box["y"] >= 0 and box["height"] >= 23.5
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.locator("main :focus").count() == 1


def test_what_is_folded_opens_with_a_key(browser: Any, home: str, built: dict[str, Path]) -> None:
    with page_of(browser, 360) as (page, _):
        for path in ("crafts/", craft_pages(built["/"])[0]):
            page.goto(home + path, wait_until="load")
            for at in range(page.locator("main summary").count()):
                summary = page.locator("main summary").nth(at)
                if not summary.is_visible():
                    continue
                was = summary.evaluate("one => one.parentElement.open")
                summary.focus()
                page.keyboard.press("Enter")
                assert summary.evaluate("one => one.parentElement.open") is not was, (path, at)
                assert summary.evaluate("one => one === document.activeElement"), (path, at)


def test_tabs_turn_with_the_arrows(browser: Any, home: str, built: dict[str, Path]) -> None:
    """Wherever a list of tabs stands, the arrows go through it and round, and one panel is shown."""
    with page_of(browser, 360) as (page, _):
        for path in craft_pages(built["/"]):
            page.goto(home + path, wait_until="load")
            for row in page.locator("main [role=tablist]").all():
                tabs = row.locator("[role=tab]")
                tabs.first.focus()
                for at in range(1, tabs.count() + 1):
                    page.keyboard.press("ArrowRight")
                    now = tabs.nth(at % tabs.count())
                    assert now.evaluate("one => one === document.activeElement"), (path, at)
                    assert now.get_attribute("aria-selected") == "true", (path, at)
                    assert row.locator("[role=tab][aria-selected=true]").count() == 1, (path, at)
                    assert page.locator(f"#{now.get_attribute('aria-controls')}").is_visible(), (path, at)


def test_a_trap_and_a_missing_ring_would_be_seen(browser: Any) -> None:
    with page_of(browser, 360) as (page, _):
        page.set_content(
            "<style>a { outline: 0 !important }</style><a href='#x'>一</a><button id=b>二</button><button>三</button>"
            "<script>b.onkeydown = one => one.preventDefault()</script>"
        )
        found = walked(page)
    assert any(one.startswith("no ring") for one in found)
    assert "the Tab key never comes to an end" in found
    assert any(one.startswith("never reached: button “三”") for one in found)
