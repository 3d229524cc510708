"""Asks a loaded page the questions of `probes.js`."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).with_name("probes.js").read_text("utf-8")
PATIENCE_SECONDS = 10
FRAMES_MS = 80
_ASK = f"""names => {{ {SOURCE}
  const said = []
  for (const name of names) for (const one of probes[name]()) said.push(name + ': ' + one)
  return said
}}"""
_SCROLL = "top => { scrollTo({ top: top, behavior: 'instant' }) }"
_EAGER = "() => { for (const one of document.images) one.loading = 'eager' }"
_PENDING = "() => [...document.images].filter(one => !one.complete).length"
_HEIGHT = "() => [document.documentElement.scrollHeight, innerHeight]"


def complaints(page: Any, *names: str) -> list[str]:
    """What the probes of those names say, each line with its probe's name."""
    return page.evaluate(_ASK, list(names))


def scrolled_through(page: Any) -> None:
    """Scrolls to the end in long steps and back, as a reader in a hurry; every picture is asked for."""
    height, screen = page.evaluate(_HEIGHT)
    for top in range(screen, height, screen * 3):
        page.evaluate(_SCROLL, top)
        page.wait_for_timeout(25)
    page.evaluate(_SCROLL, 0)
    page.evaluate(_EAGER)
    waited = time.monotonic() + PATIENCE_SECONDS
    while page.evaluate(_PENDING) and time.monotonic() < waited:
        page.wait_for_timeout(20)
    painted(page)


def painted(page: Any) -> None:
    """Leaves the browser the time of a few frames: only what is painted is in its book of shifts."""
    page.wait_for_timeout(FRAMES_MS)
