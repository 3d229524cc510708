"""axe finds nothing against WCAG 2.2 A and AA, on every type of page, light and dark, folded and open."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.page_types import page_types, translated_types
from tests.browser.watched import page_of

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LEAST_VERSION = (4, 5)
"""The first that knows a rule of WCAG 2.2."""

BY_COLOUR = ["color-contrast", "link-in-text-block"]
RUN = """async ({ rules, tags }) => {
  const only = rules.length ? { type: 'rule', values: rules } : { type: 'tag', values: tags }
  const said = await axe.run(document, { runOnly: only, resultTypes: ['violations'] })
  return said.violations.map(one => one.id + ': ' + one.nodes.length + ' × ' + one.nodes[0].html.slice(0, 110) +
    ' (' + one.nodes[0].any.concat(one.nodes[0].all, one.nodes[0].none).map(at => at.message).join('; ').slice(0, 200) + ')')
}"""
OPENED = "() => { for (const one of document.querySelectorAll('details')) one.open = true }"
FOLDED = ("", "crafts/", "crafts/celadon-vase/")


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe, as its package brings it."""
    package = importlib.util.find_spec("axe_playwright_python")
    if package is None or package.origin is None:
        pytest.skip("no axe-playwright-python")
    source = (Path(package.origin).parent / "axe.min.js").read_text("utf-8")
    version = re.search(r"axe v(\d+)\.(\d+)", source)
    assert version is not None and tuple(map(int, version.groups())) >= LEAST_VERSION
    return source


@pytest.mark.parametrize("width", [360, 1280])
def test_no_violation_on_any_type_of_page(
    browser: Any, home: str, built: dict[str, Path], axe: str, width: int
) -> None:
    """On a phone all rules; what a wide screen changes is colour and order, so there only the home and two more.

    A page in another language is built of the same parts: two of them, one with much that is not translated.
    """
    pages = page_types(built["/"])
    spoken = [one for one in translated_types(built["/"]) if one.removeprefix("en/") in FOLDED[::2]]
    pages = [*pages, *spoken] if width == 360 else [one for one in pages if one.count("/") < 1]
    assert set(pages) >= set(FOLDED if width == 360 else FOLDED[:1])
    found: list[str] = []
    with page_of(browser, width) as (page, _):
        for path in pages:
            page.emulate_media(color_scheme="light")
            page.goto(home + path, wait_until="load")
            page.evaluate(axe)
            # what a fold hides is seen when it is open; of what it is when it is shut, three pages have all kinds
            said = page.evaluate(RUN, {"rules": [], "tags": TAGS}) if path in FOLDED else []
            page.evaluate(OPENED)
            said += page.evaluate(RUN, {"rules": [], "tags": TAGS})
            page.emulate_media(color_scheme="dark")
            said += [f"dark: {one}" for one in page.evaluate(RUN, {"rules": BY_COLOUR, "tags": TAGS})]
            found += [f"{path or 'home'}: {one}" for one in dict.fromkeys(said)]
    assert not found, "\n".join(found)


def test_axe_sees_what_is_wrong(browser: Any, axe: str) -> None:
    with page_of(browser, 360) as (page, _):
        page.set_content(
            "<main><h1>x</h1><img src='data:,'><p style='color:#bbb;background:#fff'>浅得看不清的一行字</p></main>"
        )
        page.evaluate(axe)
        said = {one.split(":")[0] for one in page.evaluate(RUN, {"rules": [], "tags": TAGS})}
    assert said >= {"image-alt", "color-contrast", "html-has-lang", "document-title"}
