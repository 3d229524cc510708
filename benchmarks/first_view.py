"""What a real Chromium transfers for the first view of a page, whom it asks, and how far its layout shifts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.served import served

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SCREENS = {
    "phone": {
        "viewport": {"width": 360, "height": 740},
        "device_scale_factor": 2,
        "is_mobile": True,
        "has_touch": True,
    },
    "desk": {"viewport": {"width": 1280, "height": 800}, "device_scale_factor": 1},
}
_SHIFTS = """() => {
  const watch = new PerformanceObserver(() => {})
  watch.observe({ type: 'layout-shift', buffered: true })
  return watch.takeRecords().reduce((sum, one) => sum + one.value, 0)
}"""
"""All of them: nobody touches the page, though a viewport that was just set passes for a touch."""
_CORNER = {"x": 0, "y": 0, "width": 2, "height": 2}


@dataclass(frozen=True)
class FirstView:
    """Bytes on the wire with their headers, requests, requests to other hosts, and the cumulative layout shift."""

    path: str
    screen: str
    transferred: int
    requests: int
    foreign: int
    shift: float


class NoBrowser(Exception):
    """There is no Chromium or no Playwright to measure with."""


def first_views(output: Path, paths: list[str]) -> Iterator[FirstView]:
    """Loads each page on each of `SCREENS`, unscrolled, with an empty cache, until nothing more comes.

    The output must be built for the base path `/`. Raises NoBrowser.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as missing:
        raise NoBrowser("playwright is not installed") from missing
    if CHROMIUM is None:
        raise NoBrowser("no Chromium on this machine")
    with served(output) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        for screen, settings in SCREENS.items():
            for path in paths:
                context = browser.new_context(**settings)
                yield _first_view(context.new_page(), home, path, screen)
                context.close()
        browser.close()


def _first_view(page: Any, home: str, path: str, screen: str) -> FirstView:
    asked: list[str] = []
    received: list[int] = []
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.requestWillBeSent", lambda one: asked.append(one["request"]["url"]))
    wire.on("Network.loadingFinished", lambda one: received.append(int(one["encodedDataLength"])))
    page.goto(home + path, wait_until="networkidle")
    page.screenshot(clip=_CORNER)  # a frame is painted, so every shift is known
    shift = float(page.evaluate(_SHIFTS))
    foreign = sum(urlsplit(one).hostname != "127.0.0.1" for one in asked)
    return FirstView(path, screen, sum(received), len(asked), foreign, shift)
