"""The built demonstration site behind a plain server on this machine, and the system's Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.server import serving

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
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
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session", params=["/", "/repo/"], ids=["root", "repo"])
def site(
    request: pytest.FixtureRequest, built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the home page; under `/repo/` nothing else is served. Whatever any test did with it, no page
    may have gone against the policy that the server sends."""
    base: str = request.param
    served = built[base]
    if base != "/":
        served = tmp_path_factory.mktemp("host")
        (served / base.strip("/")).symlink_to(built[base])
    with serving(served, base) as one:
        yield one.home
    assert one.reports == []


@pytest.fixture(scope="session")
def home(built: dict[str, Path]) -> Iterator[str]:
    """The home page at the root of a host whose pictures and scripts come a little later than its pages."""
    with serving(built["/"], late=True) as one:
        yield one.home
    assert one.reports == []
