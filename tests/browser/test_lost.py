"""What is glued to a pasted link is taken off; a spoken code is found however it is typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.server import serving
from tests.browser.watched import page_of

CRAFT = "crafts/celadon-vase/"
GLUED = (
    "crafts/celadon-vase/。",
    "crafts/celadon-vase。",
    "crafts/celadon-vase/，",
    "crafts/celadon-vase/）",
    "crafts/celadon-vase）",
    "crafts/celadon-vase/】》」』”’",
    "crafts/celadon-vase/……",
    "crafts/celadon-vase/、；：！？",
    "crafts/celadon-vase/).",
    "crafts/celadon-vase.",
    "crafts/celadon-vase/,",
    "crafts/celadon-vase/;:!",
    "crafts/celadon-vase/]}",
    "crafts/celadon-vase/'",
    "crafts/celadon-vase/%22",
    "crafts/celadon-vase/%3E",
    "crafts/celadon-vase/%E3%80%82",
    "crafts/celadon-vase/%EF%BC%89%E3%80%82",
    "crafts/celadon-vase/%25EF%25BC%2589",
    "crafts/celadon-vase/%E3%80",
    "crafts/celadon-vase/%3Ffrom=timeline",
    "crafts/celadon-vase%3Ffrom%3Dtimeline%26isappinstalled%3D0",
    "crafts/celadon-vase/&from=singlemessage",
    "crafts/celadon-vase&from=singlemessage",
    "crafts/celadon-vase/%23days",
    "crafts/celadon-vase/%20快来看",
    "crafts/celadon-vase/%E3%80%80快来看",
    "crafts/celadon-vase/点这里",
    "crafts/celadon-vase点这里",
    "crafts/celadon-vase/，快来看",
    "crafts/celadon-vase/。点这里/看看",
    "crafts/celadon-vase/index.html。",
    "crafts//celadon-vase/",
    "crafts/celadon-vase//",
    "crafts/celadon-vase/./。",
    "CRAFTS/Celadon-Vase/",
    "crafts／celadon－vase／",
    "ｃｒａｆｔｓ/ｃｅｌａｄｏｎ-ｖａｓｅ",
    "crafts%5Cceladon-vase%5C",
    "crafts/celadon-vase/%E2%80%8B",
    "crafts/celadon-vase/（示例）",
    "crafts/celadon-vase/「青瓷」",
    "crafts/celadon-vase|",
    "crafts/celadon-vase*",
)
CODES = ("s/{}。", "s/{}/快来看", "s/{}快来看", "S/{}", "s/{}/index.html!", "s/{} 快", "en/s/{}/", "s／{}", "s/{}）")
NOWHERE = (
    "nothing/at-all/",
    "crafts/no-such-vase/。",
    "crafts/no-such-vase/",
    "s/zzzz。",
    "%2F%2Fevil.example/",
    "%5C%5Cevil.example",
    "..%2F..%2Fevil.example%2F",
    "/evil.example/",
    "%2Fevil.example/。",
    "javascript:alert(1)",
)
"""What leads nowhere: the page stays."""

PLAYED = """async paths => {
  const home = document.querySelector('[data-home]').dataset.home
  const led = []
  for (const path of paths) {
    const address = new URL(window.location.origin + home + path)
    let pending = 0
    const asked = []
    led.push(await new Promise(done => {
      const rest = () => setTimeout(() => pending || done([address.origin, '', asked]), 0)
      const fetch = (target, how) => {
        pending++
        asked.push(new URL(target, address).origin)
        return window.fetch(target, how).finally(() => setTimeout(() => { pending--; rest() }, 0))
      }
      const replace = to => done([new URL(to, address).origin, new URL(to, address).href.slice(address.origin.length), asked])
      const { pathname, search, hash } = address
      const played = { pathname, search, hash, replace }
      const storage = { getItem () { return null }, setItem () {}, removeItem () {} }
      ;(function (location, sessionStorage, fetch) { SOURCE })(played, storage, fetch)
      rest()
    }))
  }
  return led
}"""
"""The page's own script with each address in the place of the window's: what it asks the server is asked."""


@pytest.fixture(scope="module", params=["/", "/repo/"], ids=["root", "repo"])
def there(
    request: pytest.FixtureRequest, built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Path]]:
    """The home page, and the folder that it lies in. Unknown addresses get 404.html with the status 404."""
    base: str = request.param
    served = built[base]
    if base != "/":
        served = tmp_path_factory.mktemp("host")
        (served / base.strip("/")).symlink_to(built[base])
    with serving(served, base) as one:
        yield one.home, built[base]
    assert one.reports == []


@pytest.fixture(scope="module")
def leads(browser: Any, there: tuple[str, Path]) -> Iterator[Callable[..., list[str]]]:
    """Where the script leads from each address, below home: empty where it stays; no other host is ever named."""
    home, output = there
    (script,) = output.glob("assets/lost*.js")
    context = browser.new_context()
    page = context.new_page()
    page.goto(home + "no/such/page", wait_until="load")
    origin, base = home[: -len(urlsplit(home).path)], urlsplit(home).path

    def play(*paths: str) -> list[str]:
        found = page.evaluate(PLAYED.replace("SOURCE", script.read_text("utf-8")), list(paths))
        assert all({where, *asked} == {origin} for where, _, asked in found)
        assert all(to == "" or to.startswith(base) for _, to, _ in found)
        return [to[len(base) :] if to else "(stays)" for _, to, _ in found]

    yield play
    context.close()


@pytest.fixture(scope="module")
def coded(there: tuple[str, Path]) -> str:
    """The code that leads to CRAFT."""
    canonical = re.compile(rf'rel="canonical" href="[^"]*{CRAFT}"')
    pages = there[1].glob("s/*/index.html")
    return next(page.parent.name for page in pages if canonical.search(page.read_text("utf-8")))


def wrong(paths: Iterable[str], found: Iterable[str], wanted: str) -> dict[str, str]:
    return {path: to for path, to in zip(paths, found, strict=True) if to != wanted}


def test_what_is_glued_to_a_link_is_taken_off(leads: Any) -> None:
    assert wrong(GLUED, leads(*GLUED), CRAFT) == {}


def test_in_another_language_too(leads: Any) -> None:
    paths = [f"en/{path}" for path in GLUED if path.startswith("crafts")] + ["EN/crafts/celadon-vase/快来看"]
    assert wrong(paths, leads(*paths), "en/" + CRAFT) == {}


def test_what_was_real_is_kept(leads: Any) -> None:
    assert leads("crafts/celadon-vase。?from=douyin#days") == [CRAFT + "?from=douyin#days"]


def test_words_behind_the_home_page_lead_home(leads: Any) -> None:
    paths = ("。", "，", "快来看", "%3Ffrom=timeline", "index.html。", "%E0%A4%A", "。" * 300 + "x", "%%%", "././。")
    assert wrong(paths, leads(*paths), "") == {}


def test_a_code_is_found_with_whatever_is_glued_to_it(leads: Any, coded: str) -> None:
    paths = [path.format(code) for path in CODES for code in (coded, coded.upper())]
    assert wrong(paths, leads(*paths), f"s/{coded}/") == {}


def test_what_is_nowhere_stays_and_leads_to_no_other_host(leads: Any) -> None:
    assert wrong(NOWHERE, leads(*NOWHERE), "(stays)") == {}


def test_the_page_asked_for_by_its_own_name_stays(leads: Any) -> None:
    assert leads("404.html", "404.html?x=1") == ["(stays)", "(stays)"]


def test_the_page_itself_leads(browser: Any, there: tuple[str, Path]) -> None:
    glued = ("crafts/celadon-vase/。", "crafts/celadon-vase/%3Ffrom=timeline", "en/crafts/celadon-vase，快来看")
    with page_of(browser, 360) as (page, _):
        for path in glued:
            page.goto("about:blank")
            page.goto(there[0] + path, wait_until="commit")
            page.wait_for_url(f"{there[0]}{'en/' if path.startswith('en/') else ''}{CRAFT}", wait_until="commit")
            page.wait_for_selector("article.craft", state="attached")
        # what was wrong is not in the history: one step back is where we came from
        page.go_back(wait_until="commit")
        assert page.url == "about:blank"


def test_a_host_that_finds_everything_is_no_circle(browser: Any, there: tuple[str, Path]) -> None:
    lost = (there[1] / "404.html").read_text("utf-8")
    with page_of(browser, 360) as (page, _):
        visits: list[str] = []
        answer = {"status": 200, "body": lost, "content_type": "text/html"}
        page.route("**/nowhere/**", lambda one: one.fulfill(**answer))
        page.on("framenavigated", lambda frame: visits.append(frame.url))
        page.goto(there[0] + "nowhere/X。Y", wait_until="load")
        page.wait_for_timeout(700)
        assert 1 <= len(visits) <= 2, visits


def test_without_script_it_leads_home(browser: Any, there: tuple[str, Path]) -> None:
    with page_of(browser, 360, java_script_enabled=False) as (page, _):
        page.goto(there[0] + "crafts/celadon-vase。", wait_until="load")
        assert page.locator("main a").first.get_attribute("href") == urlsplit(there[0]).path
        page.goto(there[0] + "s/", wait_until="load")
        assert f"/s/{page.locator('.short b').inner_text()}" in page.locator("main").inner_text()


def test_a_code_is_understood_however_it_is_typed(browser: Any, there: tuple[str, Path], coded: str) -> None:
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in coded)
    spelt = ("-".join(coded.upper()), f" {' '.join(coded)}。", wide, "．".join(coded))
    with page_of(browser, 360) as (page, _):
        for typed in (*spelt, f"{there[0]}s/{coded}/"[-24:]):
            page.goto(there[0] + "s/", wait_until="load")
            page.fill("#code", typed)
            page.press("#code", "Enter")
            page.wait_for_url(there[0] + CRAFT, timeout=5000)
        # in another language: the same page in that language
        page.goto(there[0] + "en/s/", wait_until="load")
        page.fill("#code", coded)
        page.press("#code", "Enter")
        page.wait_for_url(f"{there[0]}en/{CRAFT}", timeout=5000)


def test_a_code_that_is_not_there_is_said(browser: Any, there: tuple[str, Path]) -> None:
    with page_of(browser, 360) as (page, _):
        page.goto(there[0] + "s/", wait_until="load")
        said = page.locator(".code-box .said")
        for typed, about in (("zzzz", "unknown"), ("w3", "short"), ("w3kaa", "short"), ("//evil.example", "short")):
            page.fill("#code", typed)
            page.press("#code", "Enter")
            words = said.get_attribute(f"data-{about}")
            page.wait_for_function(
                "words => document.querySelector('.code-box .said').textContent === words", arg=words
            )
            assert page.url == there[0] + "s/"


def test_the_box_is_linked_from_every_foot_and_from_the_lost_page(built: dict[str, Path]) -> None:
    for path, link in (("index.html", "/s/"), ("en/index.html", "/en/s/"), ("404.html", "/en/s/")):
        assert f'href="{link}"' in (built["/"] / path).read_text("utf-8")
    assert 'class="code-box"' in (built["/"] / "404.html").read_text("utf-8")
    others = [one for one in built["/"].rglob("*.html") if "/assets/lost." in one.read_text("utf-8")]
    assert others == [built["/"] / "404.html"]
