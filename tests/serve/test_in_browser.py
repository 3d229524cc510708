"""What an author sees: a saved file on the screen, a fault laid over the last good site, styles without a reload."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ichsite.commands.root import COMMANDS
from tests.serve.running import Running, running
from tests.sites_support import laid_out

THEMES = Path(__file__).parents[2] / "themes"
STORY, STYLE = "content/crafts/vase/index.md", "themes/own/static/css/print.css"
FAULT = "ichsite-fault .shade"
WAIT_MS = 60_000


class Author:
    """A project, its server, and a page that is open."""

    def __init__(self, root: Path, server: Running, page: Any) -> None:
        self.root, self.server, self.page = root, server, page

    def edits(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    def sees(self, text: str) -> None:
        self.page.get_by_text(text).first.wait_for(timeout=WAIT_MS)


@pytest.fixture
def author(tmp_path: Path, browser: Any) -> Iterator[Author]:
    assert "serve" in COMMANDS
    root = laid_out(tmp_path / "site")
    own = root / "themes/own"
    (own / "static/css").mkdir(parents=True)
    (own / "theme.yaml").write_text("name: own\nversion: 0.1.0\nrequires: 0.1.0\nextends: default\n")
    shutil.copy(THEMES / "default/static/css/print.css", root / STYLE)
    site = root / "site.yaml"
    settings = site.read_text("utf-8").replace("https://shop.example/", "https://shop.example/repo/")
    site.write_text(settings + "theme: {name: own}\n", "utf-8")
    with running(root) as server:
        address = server.next("serves")["address"]
        page = browser.new_context().new_page()
        errors: list[str] = []
        page.on("pageerror", lambda wrong: errors.append(str(wrong)))
        page.goto(f"{address}crafts/vase/")
        yield Author(root, server, page)
        page.close()
    assert errors == []


def test_an_author_at_work(author: Author) -> None:
    page = author.page
    assert "/repo/crafts/vase/" in page.url
    _an_edit_is_seen(author)
    _an_edit_is_seen_before_the_reload(author)
    _styles_change_without_a_reload(author)
    _a_fault_lies_over_the_last_good_site(author)
    _what_comes_from_files_is_text(author)


def _an_edit_is_seen(author: Author) -> None:
    title = _title(author)
    author.edits(STORY, title, f"{title}新的")
    author.sees(f"{title}新的")


_NOTES_WHAT_COMES = """() => {
  const header = document.querySelector("header");
  header.dataset.touched = "by a script of the page";
  sessionStorage.removeItem("came");
  new MutationObserver((changes) => {
    const came = changes.flatMap((one) => [...one.addedNodes]).filter((node) => node.nodeType === 1);
    if (came.length) sessionStorage.setItem("came", JSON.stringify([came.map((one) => one.textContent), header.isConnected]));
  }).observe(document.body, { childList: true, subtree: true });
}"""


def _an_edit_is_seen_before_the_reload(author: Author) -> None:
    page = author.page
    page.wait_for_load_state()
    page.evaluate(_NOTES_WHAT_COMES)
    file = author.root / STORY
    file.write_text(file.read_text("utf-8").rstrip("\n") + "\n\n这一句是后来写的。\n", "utf-8")
    page.wait_for_function("() => !document.querySelector('header').dataset.touched", timeout=WAIT_MS)
    came, stayed = json.loads(page.evaluate("() => sessionStorage.getItem('came')"))
    assert came == ["这一句是后来写的。"], "only what was edited is put in place"
    assert stayed
    author.sees("这一句是后来写的。")
    # what a script of the page has changed is left to the reload
    page.wait_for_load_state()
    page.evaluate(_NOTES_WHAT_COMES)
    page.evaluate(
        "() => { [...document.querySelectorAll('p')].find((p) => p.textContent.includes('后来写')).dataset.own = 1; }"
    )
    author.edits(STORY, "后来写", "后来改写")
    page.wait_for_function("() => !document.querySelector('header').dataset.touched", timeout=WAIT_MS)
    assert page.evaluate("() => sessionStorage.getItem('came')") is None
    author.sees("这一句是后来改写的。")


def _styles_change_without_a_reload(author: Author) -> None:
    page = author.page
    page.evaluate("() => { window.stays = true; scrollTo(0, 200); }")
    file = author.root / STYLE
    file.write_text(file.read_text("utf-8") + "\n@layer zz { h1 { letter-spacing: 7px !important; } }\n", "utf-8")
    page.wait_for_function(
        "() => getComputedStyle(document.querySelector('h1')).letterSpacing === '7px'", timeout=WAIT_MS
    )
    assert page.evaluate("() => [window.stays, scrollY]") == [True, 200]
    assert page.locator("link[rel=stylesheet]").count() == 1
    assert author.server.next("built", told="css")["published"]


def _a_fault_lies_over_the_last_good_site(author: Author) -> None:
    page, before = author.page, author.page.locator("h1").first.inner_text()
    page.evaluate("() => { window.stays = true; document.querySelector('a[href]').focus(); }")
    author.edits(STORY, "title: ", "title： ")
    overlay = page.locator(FAULT)
    overlay.wait_for(timeout=WAIT_MS)
    said = author.server.next("built", published=False)["findings"][0]
    words = page.get_by_role("alert").inner_text()
    for part in (said["code"], f"{said['file']}:{said['line']}", said["message"]["zh-CN"], said["help"]["zh-CN"]):
        assert part in words
    assert overlay.locator("mark").first.inner_text()
    assert page.locator("ichsite-fault").get_attribute("lang") == "zh-CN"
    assert page.locator("h1").first.inner_text() == before
    # a page that is opened meanwhile shows it too
    other = page.context.new_page()
    other.goto(page.url)
    other.locator(FAULT).wait_for(timeout=WAIT_MS)
    other.close()
    # it can be closed by keyboard, and who reads on is where they were
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.shadowRoot.activeElement.tagName") == "BUTTON"
    page.keyboard.press("Escape")
    assert overlay.count() == 0
    assert page.evaluate("() => document.activeElement.tagName") == "A"
    page.reload()
    overlay.wait_for(timeout=WAIT_MS)
    author.edits(STORY, "title： ", "title: ")
    overlay.wait_for(state="detached", timeout=WAIT_MS)
    assert author.server.next("built", published=True)["told"] == "mended"


def _what_comes_from_files_is_text(author: Author) -> None:
    page = author.page
    author.edits(STORY, "title: ", "<img src=x onerror=document.title='bad'>: 1\ntitle: ")
    page.locator(FAULT).wait_for(timeout=WAIT_MS)
    assert page.locator(f"{FAULT} img").count() == 0
    assert "<img src=x" in page.get_by_role("alert").inner_text()
    assert page.title() != "bad"


def test_a_first_build_that_fails_is_shown_and_mended(tmp_path: Path, browser: Any) -> None:
    root = laid_out(tmp_path / "site")
    story = root / STORY
    whole = story.read_text("utf-8")
    story.write_text(whole.replace("title:", "title：", 1), "utf-8")
    with running(root) as server:
        assert server.next("built")["published"] is False
        address = server.next("serves")["address"]
        page = browser.new_context().new_page()
        assert page.goto(address).status == 503
        page.locator(FAULT).wait_for(timeout=WAIT_MS)
        story.write_text(whole, "utf-8")
        page.locator("header").first.wait_for(timeout=WAIT_MS)
        assert page.locator(FAULT).count() == 0
        page.close()
    assert not (root / "output").exists()


def _title(author: Author) -> str:
    line = next(one for one in (author.root / STORY).read_text("utf-8").splitlines() if one.startswith("title:"))
    return line.removeprefix("title:").strip()
