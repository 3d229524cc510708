"""The link kit's pages and cards in a browser: to copy on a phone, to print on one sheet."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest

from ichsite.kit.platform_text import KitSettings
from ichsite.kit.print_card import print_card
from ichsite.kit.qr import qr_svg
from ichsite.kit.subject import CraftSubject, Way, craft_subject
from ichsite.model.site import LinkSettings
from ichsite.text.address import UrlPath
from tests.kit.conftest import Demonstration, demonstration  # noqa: F401  a fixture

PAGES = ("kit/", "kit/crafts/celadon-vase/", "kit/streams/small-gifts-daily/", "en/kit/crafts/silver-plaque/")


def opened(browser: Any, url: str, width: int, **more: Any) -> Any:
    page = browser.new_context(viewport={"width": width, "height": 740}, **more).new_page()
    page.goto(url)
    return page


@pytest.mark.parametrize("path", PAGES)
def test_no_sideways_scroll_on_a_phone(browser: Any, home: str, path: str) -> None:
    page = opened(browser, home + path, 360)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    boxes = page.evaluate("Array.from(document.querySelectorAll('textarea'), b => b.scrollHeight - b.clientHeight)")
    assert all(over <= 0 for over in boxes), "every text is seen whole"
    page.context.close()


def test_a_button_copies(browser: Any, home: str) -> None:
    page = opened(browser, home + PAGES[1], 360, permissions=["clipboard-read", "clipboard-write"])
    box = page.locator("#douyin-description")
    page.locator("[data-copy=douyin-description]").click()
    page.wait_for_function("document.querySelector('#douyin [role=status]:not(:empty)') !== null")
    assert page.evaluate("navigator.clipboard.readText()") == box.input_value()
    page.context.close()


def test_without_the_clipboard_the_text_is_selected(browser: Any, home: str) -> None:
    page = opened(browser, home + PAGES[1], 360)
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false"
    )
    page.locator("[data-copy=bilibili-title]").click()
    assert page.locator("#bilibili [role=status]").first.text_content() == "已选中，请手工复制"
    assert page.evaluate("getSelection().toString()") == page.locator("#bilibili-title").input_value()
    page.locator("#youtube-title").click()
    assert page.evaluate("getSelection().toString()") == page.locator("#youtube-title").input_value()
    page.context.close()


def test_without_script_everything_is_there(browser: Any, home: str) -> None:
    page = opened(browser, home + PAGES[1], 360, java_script_enabled=False)
    assert page.locator("textarea").count() == 17
    assert page.locator("[data-copy]:visible").count() == 0
    page.context.close()


@pytest.mark.parametrize("length", [0, 65, 66, 130, 131, 300])
def test_the_card_is_one_page_of_a6(browser: Any, demonstration: Demonstration, length: int) -> None:  # noqa: F811
    pypdf = pytest.importorskip("pypdf")
    subject: CraftSubject = craft_subject(
        demonstration.dossiers["celadon-vase"], Way(UrlPath("/s/w3ka/"), "w3ka"), demonstration.speech("zh-CN")
    )
    subject = replace(subject, care="养" * length)
    settings = KitSettings(
        (), (), LinkSettings(hashtags=("非遗",) * 2, share="晒" * length or None), "山川手作社", "山川手作社"
    )
    page = browser.new_page()
    page.set_content(
        print_card(
            subject, settings, demonstration.speech("zh-CN"), qr_svg("https://example.com/s/w3ka/", "w3ka")
        ).decode()
    )
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(printed.pages) == 1
    assert [round(float(side) / 72 * 25.4) for side in printed.pages[0].mediabox[2:]] == [105, 148]
    assert page.locator("svg").count() == 1
    page.close()
