"""The system's Chromium, one for each process of tests: two at once would share the loop that drives them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

WHOLE = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM, SHELL = (
    next(filter(None, map(shutil.which, names)), None) for names in (WHOLE, ("chromium-headless-shell", *WHOLE))
)
"""The shell is the same engine without a window of its own: a new page takes it a third of the time."""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def engine() -> Iterator[Any]:
    """What starts a browser."""
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        yield playwright.chromium


@pytest.fixture(scope="session")
def browser(engine: Any) -> Iterator[Any]:
    """The shell, where there is one."""
    if SHELL is None:
        pytest.skip("no Chromium on this machine")
    browser = engine.launch(executable_path=SHELL, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def whole_browser(engine: Any) -> Iterator[Any]:
    """Chromium as people have it: the shell now and then leaves a picture unloaded that a reload brings back."""
    if CHROMIUM is None:
        pytest.skip("no whole Chromium on this machine")
    browser = engine.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    yield browser
    browser.close()
