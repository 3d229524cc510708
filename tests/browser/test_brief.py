"""The order brief in a browser, by keyboard alone: what cannot be is said with a way out, what can be is confirmed and kept."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from ichsite.brief.brief import read_payload
from ichsite.brief.code import fragment_of, read_fragment
from ichsite.brief.text import read_text
from ichsite.model.span import DayRange
from ichsite.plan.views import Head
from ichsite.render.page import render_page
from ichsite.text.address import UrlPath
from tests.browser.server import serving
from tests.render.promise_samples import FIRST, SECOND, promise_views
from tests.render.samples import RANDOMNESS, chrome, default_environment, offer

NOW = "2026-11-22T04:00:00Z"


def at(page: Any, selector: str) -> None:
    """Moves the focus on with Tab until it is there."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(selector)


def typed(page: Any, selector: str, text: str) -> None:
    at(page, selector)
    page.keyboard.type(text)


def opened(browser: Any, address: str) -> Any:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.clock.set_fixed_time(NOW)
    page.goto(address)
    page.wait_for_selector(".brief.is-live")
    return page


def test_a_family_portrait_on_one_square_centimetre_is_refused_with_a_way_out(
    browser: Any, built: dict[str, Path]
) -> None:
    with serving(built["/"]) as host:
        page = opened(browser, f"{host.home}crafts/silver-plaque/brief/#brief-deep")
        typed(page, "#f-deep-width", "10")
        typed(page, "#f-deep-height", "10")
        typed(page, "#f-deep-faces", "3")
        field = page.locator("form[data-offer=deep] [data-option=faces]")
        field.locator(".wrong").wait_for()
        said = field.locator(".wrong").inner_text()
        assert "3 × 12 需要 36" in said and "五眼 9 毫米" in said
        assert page.locator("#f-deep-faces").get_attribute("aria-invalid") == "true"
        assert "f-deep-faces-said" in (page.locator("#f-deep-faces").get_attribute("aria-describedby") or "")
        at(page, "[data-option=faces] button.way")
        assert page.evaluate("document.activeElement.textContent") == (
            "“牌宽”至少 36 毫米，可容 3 张，同时“牌高”至少 29 毫米"
        )
        page.keyboard.press("Enter")
        page.wait_for_function("() => !document.querySelector('form[data-offer=deep] .wrong')")
        assert [page.locator(f"#f-deep-{name}").input_value() for name in ("width", "height")] == ["36", "29"]
        page.close()
        assert host.reports == []


def test_a_celadon_vase_is_composed_confirmed_and_kept(browser: Any, built: dict[str, Path]) -> None:
    zxing = pytest.importorskip("zxingcpp")
    with serving(built["/"]) as host:
        page = opened(browser, f"{host.home}crafts/celadon-vase/brief/")
        form = page.locator("form[data-offer=function]")
        typed(page, "#f-function-mouth", "80")
        typed(page, "#f-function-height", "240")
        at(page, "[data-option=glaze] input")
        page.keyboard.press("Space")
        at(page, "[data-alternative] input")
        page.keyboard.press("ArrowDown")
        typed(page, "[data-note] textarea", "写给外婆")
        at(page, "form[data-offer=function] button[type=submit]")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.closest('[data-duty]').dataset.duty") == "time"
        assert form.locator(".duty .wrong").count() == 4
        page.keyboard.press("Space")
        for duty in ("chance", "revision", "returns"):
            at(page, f"[data-duty={duty}] input")
            page.keyboard.press("Space")
        at(page, "form[data-offer=function] button[type=submit]")
        page.keyboard.press("Enter")
        page.wait_for_selector("[data-kept]:not([hidden])")
        text = page.locator("[data-ways] textarea").first.input_value()
        read = read_text(text)
        assert read is not None and read.intact
        fragment = read_fragment(read.address)
        brief = read_payload(fragment.payload)
        assert fragment.intact and brief.whole
        assert brief.brief.wish["mouth"] == ("80",) and brief.brief.note == "写给外婆"
        assert brief.brief.alternative.startswith("换稳一档的釉") and brief.brief.alternative in text
        assert brief.brief.ticks == ("time", "chance", "revision", "returns")
        # a policy without data: keeps the code as a canvas, which is read as well
        code = page.locator(".sheet-qr")
        code.wait_for()
        page.wait_for_selector("canvas.sheet-qr")
        (found,) = zxing.read_barcodes(pixels(code))
        assert found.text == read.address
        page.emulate_media(media="print")
        pdf = page.pdf(prefer_css_page_size=True)
        assert pdf.count(b"/Type /Page\n") == 1 and b"MediaBox [0 0 420 594" in pdf
        page.emulate_media(media="screen")
        later = page.url
        page.goto("about:blank")
        page.goto(later[:-9])
        page.wait_for_selector("[data-news]:not([hidden])")
        assert "截断或改动" in page.locator("[data-news]").inner_text()
        assert page.locator("#f-function-mouth").input_value() == "80"
        page.goto(f"{host.home}brief/check/")
        page.locator("textarea").fill(text)
        page.wait_for_selector(".brief-sheet")
        assert page.locator(".found-wrong").count() == 0 and page.locator(".found-good").count() == 5
        page.locator("textarea").fill(text.replace("外婆", "外公"))
        page.wait_for_selector(".brief-sheet >> nth=0")
        page.wait_for_function("() => document.querySelectorAll('.found-wrong').length === 2")
        page.close()


def test_a_rare_character_is_counted_and_said_to_be_rare(browser: Any, built: dict[str, Path]) -> None:
    with serving(built["/"]) as host:
        page = opened(browser, f"{host.home}crafts/paper-cut-name/brief/")
        box = page.locator("form:not([hidden]) [data-name]:has([data-letters])").first
        said = box.locator("[data-letters]")
        for text, rare in (("林安", False), ("林𰻝", True), ("㐂", True)):
            box.locator("input, textarea").first.fill(text)
            page.wait_for_function(
                "([one, rare]) => one.textContent.includes('生僻字') === rare", arg=[said.element_handle(), rare]
            )
        assert said.inner_text().startswith("已写 1 个字")
        page.close()


def pixels(place: Any) -> Any:
    """What is seen of an element, as rows of grey."""
    pyvips: Any = pytest.importorskip("pyvips")
    image = pyvips.Image.new_from_buffer(place.screenshot(), "").colourspace("b-w")[0]
    return pytest.importorskip("numpy").ndarray((image.height, image.width), "uint8", image.write_to_memory())


def test_it_opens_within_the_crafts_page_by_keyboard_and_closes_again(browser: Any, built: dict[str, Path]) -> None:
    with serving(built["/"]) as host:
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.clock.set_fixed_time(NOW)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        home = f"{host.home}crafts/celadon-vase/"
        page.goto(home)
        assert not any("brief" in one for one in asked), "nothing of the brief is loaded before it is asked for"
        at(page, "[data-brief]")
        page.keyboard.press("Enter")
        page.wait_for_selector("#brief.is-live")
        assert page.evaluate("document.activeElement.id") == "brief" and page.url == home
        assert page.locator("[data-brief]").get_attribute("aria-expanded") == "true"
        assert (
            page.evaluate(
                "() => { const ids = [...document.querySelectorAll('[id]')].map(one => one.id); return ids.filter((one, at) => ids.indexOf(one) < at) }"
            )
            == []
        )
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        assert Axe().run(page).response["violations"] == []
        typed(page, "#f-function-mouth", "80")
        typed(page, "#f-function-height", "240")
        at(page, "[data-option=glaze] input")
        page.keyboard.press("Space")
        for duty in ("time", "chance", "revision", "returns"):
            at(page, f"form[data-offer=function] [data-duty={duty}] input")
            page.keyboard.press("Space")
        at(page, "form[data-offer=function] button[type=submit]")
        page.keyboard.press("Enter")
        page.wait_for_selector("[data-kept]:not([hidden])")
        read = read_text(page.locator("[data-ways] textarea").first.input_value())
        assert read is not None and read.intact and "/crafts/celadon-vase/brief/#b1." in read.address
        assert page.url == home
        page.emulate_media(media="print")
        assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1
        page.emulate_media(media="screen")
        page.keyboard.press("Escape")
        page.wait_for_selector("#brief", state="hidden")
        assert page.evaluate("document.activeElement.matches('[data-brief]')")
        page.keyboard.press("Enter")
        page.wait_for_selector("#brief", state="visible")
        assert page.locator("#f-function-mouth").input_value() == "80", "what was chosen is still there"
        page.go_back()
        page.wait_for_selector("#brief", state="hidden")
        assert page.url == home
        page.close()


def test_without_script_or_without_an_answer_the_link_leads_to_the_page(browser: Any, built: dict[str, Path]) -> None:
    with serving(built["/"]) as host:
        home = f"{host.home}crafts/celadon-vase/"
        silent = browser.new_context(java_script_enabled=False).new_page()
        silent.goto(home)
        silent.click("[data-brief]")
        assert silent.url == f"{home}brief/"
        silent.context.close()
        page = browser.new_page()
        page.goto(home)
        page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('offline')) }")
        page.click("[data-brief]")
        page.wait_for_url(f"{home}brief/")
        page.close()


def test_the_picture_holds_the_preview_and_a_code_that_is_read_back(browser: Any, built: dict[str, Path]) -> None:
    zxing = pytest.importorskip("zxingcpp")
    with serving(built["/"]) as host:
        # a host that allows data: in pictures
        page = browser.new_context(bypass_csp=True, viewport={"width": 360, "height": 740}).new_page()
        page.clock.set_fixed_time(NOW)
        page.goto(f"{host.home}crafts/celadon-vase/brief/")
        page.wait_for_selector(".brief.is-live")
        page.fill("#f-function-mouth", "80")
        page.fill("#f-function-height", "240")
        page.locator("[data-option=glaze] input").first.check()
        for box in page.locator("form[data-offer=function] [data-duty] input").all():
            box.check()
        page.click("form[data-offer=function] button[type=submit]")
        page.click("[data-draw]")
        page.wait_for_function(
            "() => { const one = document.querySelector('img.way-picture'); return one && one.complete && one.naturalWidth }"
        )
        tall, drawn = page.evaluate(COLOURS)
        assert tall > 2000
        assert drawn > 2000, "the vases are drawn in their glazes"
        image = page.locator(".way-picture")
        image.evaluate("one => { one.style.width = '750px'; one.style.maxWidth = 'none' }")
        page.set_viewport_size({"width": 800, "height": 740})
        (found,) = zxing.read_barcodes(pixels(image))
        assert found.text == page.locator("[data-copied=address]").input_value()
        page.context.close()


COLOURS = """() => {
  const image = document.querySelector('.way-picture'), canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  const pen = canvas.getContext('2d')
  pen.drawImage(image, 0, 0)
  const bytes = pen.getImageData(0, 80, canvas.width, 400).data
  let green = 0
  for (let at = 0; at < bytes.length; at += 4) green += bytes[at + 1] > bytes[at] + 15
  return [canvas.height, green]
}"""
"""How tall the picture is, and how much of its head is greenish."""


def test_the_preview_stays_in_sight_and_leaves_room(browser: Any, built: dict[str, Path]) -> None:
    with serving(built["/"]) as host:
        page = opened(browser, f"{host.home}crafts/celadon-vase/brief/")
        plates = page.locator("form[data-offer=function] .see-plates")
        for width, height, stays in ((360, 740, True), (360, 576, True), (180, 370, False)):
            page.set_viewport_size({"width": width, "height": height})  # the last: a zoom of 200 %
            page.locator("form[data-offer=function] [data-note] textarea").focus()
            page.wait_for_timeout(600)
            box = plates.bounding_box()
            assert (box["y"] >= -1) is stays, (height, box)
            if stays:
                assert box["height"] <= height / 3
                field = page.locator("form[data-offer=function] [data-note] textarea").bounding_box()
                assert field["y"] >= box["y"] + box["height"], "what has the focus is not covered"
        page.close()


def test_an_old_brief_opens_and_says_what_changed_since(browser: Any, built: dict[str, Path]) -> None:
    """The pages of promises tell it, one version after another."""
    offered = json.loads(
        re.findall(
            r'id="brief-terms">(.*?)</script>',
            (built["/"] / "crafts/celadon-vase/brief/index.html").read_text("utf-8"),
            re.DOTALL,
        )[0]
    )
    now = offered["offers"]["function"]["version"]
    lines = ("1", offered["craft"], "function", FIRST, "2026-11-22", "", "88000-156000", "time,chance,revision,returns")
    payload = "\n".join((*lines, "mouth=80", "height=240", "glaze=meizi"))
    older = promise_views(
        chrome(), Head("题目", "一句话", UrlPath("/x/")), offer("function", waits=DayRange(2, 3)), RANDOMNESS
    )[0]
    told = render_page("pages/promise.html", older, default_environment("zh-CN"))
    assert isinstance(told, str)
    with serving(built["/"]) as host:
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.clock.set_fixed_time(NOW)
        page.route(f"**/promises/{FIRST}/", lambda route: route.fulfill(content_type="text/html", body=told))
        page.route(
            f"**/promises/{SECOND}/",
            lambda route: route.fulfill(content_type="text/html", body=told.replace(SECOND, now).replace("680", "690")),
        )
        page.goto(f"{host.home}crafts/celadon-vase/brief/#{fragment_of(payload)}")
        page.wait_for_function("() => document.querySelectorAll('[data-news] table').length === 2")
        said = page.locator("[data-news]").inner_text()
        assert FIRST in said and now in said and "¥680–¥1,280" in said and "¥690" in said
        assert page.locator("#f-function-mouth").input_value() == "80"
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        assert page.locator("[data-kept]").is_hidden(), "what is confirmed is what was promised then"
        page.close()
