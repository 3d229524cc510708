"""A craft's page on paper has everything: all tables, all that is folded away on the screen, no furniture."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.browser.page_types import craft_pages
from tests.browser.probe import complaints
from tests.browser.watched import page_of

CELLS = """() => [...document.querySelectorAll('main td, main th, main caption, main dt, main dd')]
  .filter(one => !one.closest('dialog, noscript, template, .visually-hidden'))
  .map(one => one.innerText)"""
CRAFTS = 3
RADICALS = str.maketrans(
    "⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⻄⺠⺟⻧㬵",
    "见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟西民母卤胶",
)
"""Characters that share a drawing with a radical or a rare character: a reader of PDFs may say either."""
NO_WORD = re.compile(r"[\W_]+")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_printed_craft_shows_all_its_tables(browser: Any, home: str, built: dict[str, Path], script: bool) -> None:
    pypdf = pytest.importorskip("pypdf")
    found: list[str] = []
    with page_of(browser, 794, java_script_enabled=script) as (page, wrong):
        for path in craft_pages(built["/"])[:CRAFTS]:
            page.goto(home + path, wait_until="load")
            page.emulate_media(media="print")
            assert page.locator("main table").count() >= 2, path
            found += [f"{path}: {one}" for one in complaints(page, "cells")]
            cells = page.evaluate(CELLS)
            printed = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
            paper = _plain("".join(one.extract_text() for one in printed.pages))
            lost = [cell for cell in cells if not all(_plain(part) in paper for part in cell.split())]
            found += [f"{path}: not on paper: {one!r}" for one in lost]
            assert page.locator("header nav:visible").count() == 0, path
            page.emulate_media(media="screen")
        assert wrong == []
    assert not found, "\n".join(found)


def _plain(text: str) -> str:
    """Letters, digits and characters alone, whatever the paper's lines, dashes and shared drawings make of them."""
    return NO_WORD.sub("", unicodedata.normalize("NFKC", text).translate(RADICALS))
