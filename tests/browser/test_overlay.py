"""The overlay in Chromium, as a streaming program shows it: 1920 by 1080 upon nothing, fed by a file that changes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import numpy as np
import pytest
import pyvips
import zxingcpp

from tests.browser.server import Served, serving

CRAFT = "celadon-vase"
HOSTILE = '</p><img src=x onerror="document.title=1"><script>document.title=2</script>'
LEAST_PIXELS = 28
HURRIED = """for (const name of ['setTimeout', 'setInterval']) {
  const late = window[name]
  window[name] = (call, wait) => late(call, wait / 50)
}"""
TEXTS = """() => [...document.querySelectorAll('#plate *')].filter(one => one.getClientRects().length &&
  [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())).map(one =>
  [one.textContent, parseFloat(getComputedStyle(one).fontSize), one.scrollWidth - one.clientWidth,
   one.getBoundingClientRect().left, one.getBoundingClientRect().right, one.getBoundingClientRect().bottom])"""


@pytest.fixture(scope="module")
def aired(built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Path]]:
    """A copy of the site whose files a test may change."""
    folder = tmp_path_factory.mktemp("aired") / "site"
    shutil.copytree(built["/"], folder)
    with serving(folder) as served:
        yield served, folder
    assert served.reports == []


@pytest.fixture
def on_air(browser: Any, aired: tuple[Served, Path]) -> Iterator[Callable[..., Any]]:
    """Opens an overlay; whatever it throws fails the test."""
    contexts: list[Any] = []
    thrown: list[str] = []

    def show(
        query: str, tree: str = "", *, hurried: bool = True, wait: str = "#plate.shown", dark: bool = False
    ) -> Any:
        settings = {"width": 1920, "height": 1080}
        context = browser.new_context(viewport=settings, color_scheme="dark" if dark else "light")
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda fault: thrown.append(str(fault)))
        if hurried:  # whatever would be waited for five seconds, five hundredths of that
            page.add_init_script(HURRIED)
        page.goto(f"{aired[0].home}{tree}overlay/?{query}", wait_until="load")
        page.wait_for_selector(wait)
        page.evaluate("() => Promise.all(document.getAnimations().map(one => one.finished))")
        return page

    yield show
    for context in contexts:
        context.close()
    assert thrown == []


def data_of(folder: Path, id: str = CRAFT, tree: str = "") -> dict[str, Any]:
    return json.loads((folder / tree / f"overlay/crafts/{id}.json").read_text("utf-8"))


def edited(folder: Path, id: str = CRAFT, **changes: Any) -> None:
    data = data_of(folder, id) | changes
    data["version"] = f"edited {changes}"
    (folder / f"overlay/crafts/{id}.json").write_text(json.dumps(data), "utf-8")


@pytest.fixture
def restored(aired: tuple[Served, Path]) -> Iterator[Path]:
    file = aired[1] / f"overlay/crafts/{CRAFT}.json"
    before = file.read_bytes()
    yield aired[1]
    file.write_bytes(before)


def pixels(page: Any) -> np.ndarray[Any, Any]:
    return pyvips.Image.new_from_buffer(page.screenshot(omit_background=True), "").numpy()


@pytest.mark.parametrize("tree", ["", "en/"], ids=["zh", "en"])
def test_all_is_said_and_all_around_is_transparent(on_air: Any, aired: tuple[Served, Path], tree: str) -> None:
    page = on_air(f"craft={CRAFT}", tree)
    data = data_of(aired[1], tree=tree)
    said = page.locator("#plate").inner_text()
    wanted = [data["craft"]["name"], data["notice"], data["code"], *(one["days"] for one in data["tiers"])]
    wanted += [one["name"] for one in data["tiers"]]
    assert all(wanted)
    assert [one for one in wanted if one not in said] == []
    picture = pixels(page)
    assert picture.shape == (1080, 1920, 4)
    for corner in (picture[0, 0], picture[0, -1], picture[-1, 0], picture[-1, -1], picture[300, 960]):
        assert corner[3] == 0
    assert page.evaluate("document.title") not in ("1", "2")


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_code_is_read_from_the_screen(on_air: Any, aired: tuple[Served, Path], side: str, dark: bool) -> None:
    page = on_air(f"craft={CRAFT}&side={side}", dark=dark)
    seen = pyvips.Image.new_from_buffer(page.screenshot(), "").extract_band(0)
    assert [one.text for one in zxingcpp.read_barcodes(seen.numpy())] == [data_of(aired[1])["address"]]
    # as a viewer films it: half as large, blurred by the stream
    small = seen.resize(0.5).gaussblur(0.7).numpy()
    assert [one.text for one in zxingcpp.read_barcodes(small)] == [data_of(aired[1])["address"]]
    box = page.locator("#plate").bounding_box()
    assert (box["x"] < 100) == (side == "left")


def test_every_word_is_large_and_nothing_is_cut_off(on_air: Any, aired: tuple[Served, Path]) -> None:
    """Of all crafts, in the language that takes more room."""
    page = on_air(f"craft={CRAFT}", "en/")
    for file in sorted((aired[1] / "en/overlay/crafts").glob("*.json")):
        page.goto(f"{aired[0].home}en/overlay/?craft={file.stem}", wait_until="commit")
        page.wait_for_selector("#plate.shown")
        for text, size, over, left, right, bottom in page.evaluate(TEXTS):
            assert size >= LEAST_PIXELS, (file.stem, text)
            assert over <= 1 and left >= 0 and right <= 1920 and bottom <= 1080, (file.stem, text)


def test_an_edit_shows_without_a_restart_and_without_flicker(on_air: Any, restored: Path) -> None:
    page = on_air(f"craft={CRAFT}")
    page.evaluate("""() => {
      window.began = true
      window.blanks = 0
      const look = () => {
        const plate = document.getElementById('plate')
        if (!document.getElementById('name').textContent || plate.hidden || getComputedStyle(plate).opacity !== '1' ||
            !document.getElementById('qr').naturalWidth) window.blanks++
        requestAnimationFrame(look)
      }
      look()
    }""")
    code = next(
        one.parent.name
        for one in sorted((restored / "s").glob("*/qr.svg"))
        if one.parent.name != data_of(restored)["code"]
    )
    edited(restored, craft={"id": CRAFT, "name": "改过的名字"}, notice="", code=code, qr=f"/s/{code}/qr.svg")
    page.wait_for_function("() => document.getElementById('name').textContent === '改过的名字'", timeout=4000)
    assert page.evaluate("[window.began, window.blanks]") == [True, 0]
    assert not page.locator("#notice").is_visible()
    assert page.locator("#letters").inner_text() == code
    assert page.get_attribute("#qr", "src") == f"/s/{code}/qr.svg"


def test_it_polls_past_every_cache(on_air: Any) -> None:
    page = on_air(f"craft={CRAFT}")
    asked: list[Any] = []
    page.on("request", lambda one: asked.append(one))
    page.wait_for_timeout(600)
    assert len(asked) >= 3
    assert len({one.url for one in asked}) == len(asked)
    assert {one.all_headers()["cache-control"] for one in asked[:3]} == {"no-cache"}


def test_it_asks_every_five_seconds_and_less_often_in_trouble(on_air: Any) -> None:
    page = on_air(f"craft={CRAFT}")
    waits = """() => { window.waits = []; const late = window.setTimeout
      window.setTimeout = (call, wait) => { waits.push(wait); return late(call, wait) } }"""
    page.evaluate(waits)
    page.wait_for_timeout(300)
    assert set(page.evaluate("waits")) == {5000, 8000}  # the next time, and the patience with one answer
    page.context.set_offline(True)
    page.wait_for_timeout(1500)
    found = [one for one in page.evaluate("waits") if one != 8000]
    assert {10000, 20000, 40000} <= set(found)
    assert max(found) <= 60000


@pytest.mark.parametrize("broken", ["offline", "half", "gone", "other", "error"])
def test_trouble_keeps_what_was_shown(on_air: Any, restored: Path, broken: str) -> None:
    page = on_air(f"craft={CRAFT}")
    before = page.locator("#plate").inner_text()
    file = restored / f"overlay/crafts/{CRAFT}.json"
    if broken == "offline":
        page.context.set_offline(True)
    elif broken == "half":
        file.write_bytes(file.read_bytes()[:70])
    elif broken == "gone":
        file.unlink()
    elif broken == "other":
        file.write_text(json.dumps({"format": 2, "version": "x", "craft": {"name": "?"}}), "utf-8")
    else:
        page.route("**/overlay/crafts/**", lambda one: one.fulfill(status=500, body="{}"))
    page.wait_for_timeout(500)
    assert page.locator("#plate").inner_text() == before
    assert page.locator("#plate").is_visible()
    assert not page.locator("#said").is_visible()


def test_it_comes_back_when_the_network_does(on_air: Any, restored: Path) -> None:
    page = on_air(f"craft={CRAFT}")
    page.context.set_offline(True)
    page.wait_for_timeout(400)
    edited(restored, craft={"id": CRAFT, "name": "又通了"})
    page.context.set_offline(False)
    page.wait_for_function("() => document.getElementById('name').textContent === '又通了'", timeout=4000)


def test_what_is_hostile_stays_text(on_air: Any, restored: Path) -> None:
    tiers = [{"tier": "deep", "name": HOSTILE, "days": HOSTILE, "note": HOSTILE}, None, 3]
    for qr in (
        "https://elsewhere.example/x.png",
        "//elsewhere.example/x.png",
        "/\\elsewhere.example/x",
        "javascript:1",
    ):
        craft = {"id": CRAFT, "name": HOSTILE + qr}
        edited(restored, craft=craft, notice=HOSTILE, code=HOSTILE, address=HOSTILE, qr=qr, tiers=tiers)
        page = on_air(f"craft={CRAFT}")
        left: list[str] = []
        page.on("request", lambda one, left=left: left.append(one.url) if "elsewhere" in one.url else None)
        page.wait_for_timeout(100)
        assert page.locator("#name").inner_text() == HOSTILE + qr
        assert page.evaluate("document.title") not in ("1", "2")
        assert page.locator("#plate script, #plate img[onerror]").count() == 0
        assert left == []


def test_one_tier_where_the_address_wants_one(on_air: Any, aired: tuple[Served, Path]) -> None:
    names = {one["tier"]: one["name"] for one in data_of(aired[1])["tiers"]}
    page = on_air(f"craft={CRAFT}&tier=deep")
    assert page.locator("#tiers .tier").all_inner_texts() == [names["deep"]]
    page = on_air(f"craft={CRAFT}&tier=none")
    assert page.locator("#tiers .tier").all_inner_texts() == list(names.values())


def test_a_stream_takes_turns(on_air: Any, aired: tuple[Served, Path]) -> None:
    file = max((aired[1] / "overlay/streams").glob("*.json"), key=lambda one: len(one.read_bytes()))
    crafts = json.loads(file.read_text("utf-8"))["crafts"]
    assert len(crafts) > 1
    page = on_air(f"stream={file.stem}&every=5")
    for shown in (crafts[1], crafts[0]):
        name = data_of(aired[1], shown["id"])["craft"]["name"]
        page.wait_for_function("name => document.getElementById('name').textContent === name", arg=name, timeout=8000)


@pytest.mark.parametrize(
    ("query", "words"),
    [("", "?craft="), ("craft=no-such", "no-such"), ("stream=no-such", "no-such"), (f"craft={HOSTILE}", "</p>")],
)
def test_small_words_where_there_is_nothing_to_show(on_air: Any, query: str, words: str) -> None:
    page = on_air(query, wait="#said:not([hidden])")
    assert words in page.locator("#said").inner_text()
    assert not page.locator("#plate").is_visible()


@pytest.mark.parametrize("id", ["..%2F..%2Fsitemap", "a/../../x", "%2F%2Felsewhere.example%2Fx", "%", "a%00b"])
def test_an_id_asks_for_nothing_but_data(browser: Any, aired: tuple[Served, Path], id: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(f"{aired[0].home}overlay/?craft={id}", wait_until="networkidle")
    data = [unquote(one) for one in asked if ".json" in one]
    assert all(one.startswith(f"{aired[0].home}overlay/crafts/") for one in data)
    assert all(one.startswith(aired[0].home) for one in asked)
    context.close()


def test_it_is_in_no_list(built: dict[str, Path]) -> None:
    page = (built["/"] / "overlay/index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page
    for name in ("sitemap.xml", "feed.xml", "index.html"):
        assert "overlay/" not in (built["/"] / name).read_text("utf-8").replace("assets/overlay", "")


def test_the_code_on_a_craft_page_is_read_from_the_screen(browser: Any, home: str, aired: tuple[Served, Path]) -> None:
    for width, scheme in ((360, "light"), (1280, "dark")):
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
        page = context.new_page()
        page.goto(f"{home}crafts/{CRAFT}/", wait_until="load")
        picture = page.locator("#keep img")
        top = picture.evaluate("one => one.getBoundingClientRect().top")
        assert top > 800, "not in the first screen"
        picture.scroll_into_view_if_needed()
        page.wait_for_function("() => document.querySelector('#keep img').naturalWidth >= 360")
        box = picture.bounding_box()
        assert box["width"] >= 180
        assert picture.get_attribute("src").endswith(".png") and picture.get_attribute("loading") == "lazy"
        shape = picture.evaluate("one => one.naturalHeight / one.naturalWidth")
        assert shape == float(picture.get_attribute("height")) / float(picture.get_attribute("width")) == 1.25
        seen = pyvips.Image.new_from_source(pyvips.Source.new_from_memory(page.screenshot()), "").extract_band(0)
        data = data_of(aired[1])
        assert [one.text for one in zxingcpp.read_barcodes(seen.numpy())] == [data["address"]]
        assert page.locator("#keep .letters").inner_text() == data["code"]
        assert page.locator("#keep .short").inner_text() == data["address"]
        assert page.locator("#keep img").count() == 1
        context.close()
