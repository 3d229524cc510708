"""A page that is watched: whatever it complains of, fails to load or asks of somebody else is written down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

LEFT_ALONE = ("net::ERR_ABORTED",)
"""A request that was on its way when the next page was asked for."""


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
    page.on("request", lambda one: wrong.append(f"left: {one.url}") if not _here(one.url) else None)
    try:
        yield page, wrong
    finally:
        context.close()


def _here(url: str) -> bool:
    return urlsplit(url).hostname == "127.0.0.1"
