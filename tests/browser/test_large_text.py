"""Text at 200 % (WCAG 1.4.4): nothing lies on anything else, nothing is cut off, nothing scrolls sideways."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.page_types import page_types
from tests.browser.probe import complaints, painted
from tests.browser.watched import page_of

TWICE = "() => { document.documentElement.style.fontSize = '200%' }"
OPENED = "() => { for (const one of document.querySelectorAll('main details')) one.open = true }"


@pytest.mark.parametrize("width", [360, 1280])
def test_text_twice_as_large(browser: Any, home: str, built: dict[str, Path], width: int) -> None:
    found: list[str] = []
    with page_of(browser, width) as (page, _):
        for path in page_types(built["/"]):
            page.goto(home + path, wait_until="load")
            page.evaluate(OPENED)
            said = [f"at 100 %: {one}" for one in complaints(page, "crowded", "sideways")]
            page.evaluate(TWICE)
            painted(page)
            said += [f"at 200 %: {one}" for one in complaints(page, "crowded", "sideways", "bars")]
            found += [f"{path or 'home'}: {one}" for one in said]
    assert not found, "\n".join(found)
