"""Search and filters in a real browser: whatever is written on the site is found, and an address says what is shown."""

from __future__ import annotations

import random
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
import yaml

from ichsite.plan.search_words import folded
from tests.browser.test_pages import NARROW, page_of
from tests.invariants.demonstration import REPOSITORY

# below a sub-path, the stricter of the two hosts: what is wrong at the root alone, the pages' own tests find
pytestmark = pytest.mark.parametrize("site", ["/repo/"], ids=["repo"], indirect=True, scope="session")

CRAFTS = REPOSITORY / "content" / "crafts"
FIND = """async queries => {
  const index = new ichsiteSearch.Index(document.querySelector('[data-search]').dataset.index)
  const found = []
  for (const query of queries) {
    const all = await index.find(query)
    found.push((await all.take(0, all.of)).map(one => one.url))
  }
  return found
}"""
SEARCH_READY = "() => document.querySelector('[data-search]').dataset.ready === ''"
FILTER_READY = "() => document.querySelector('[data-filters]').dataset.ready === ''"


def authored() -> dict[str, dict[str, Any]]:
    """The front matter of every craft, by slug."""
    return {
        path.parent.name: yaml.safe_load(path.read_text("utf-8").split("---")[1])
        for path in sorted(CRAFTS.glob("*/index.md"))
    }


def offered() -> dict[str, list[dict[str, Any]]]:
    """The offers of every craft, by slug."""
    return {
        path.parent.name: yaml.safe_load(path.read_text("utf-8"))["offers"]
        for path in sorted(CRAFTS.glob("*/customization.yaml"))
    }


def is_han(text: str) -> bool:
    return all("\u3400" <= char <= "\u9fff" for char in text)


def shown(page: Any, place: str) -> list[str]:
    """The last steps of the addresses of the cards that can be seen in a place."""
    links = page.locator(f"{place} .card-title a").all()
    return [urlsplit(one.get_attribute("href")).path.strip("/").split("/")[-1] for one in links if one.is_visible()]


def search(page: Any, site: str, query: str) -> str:
    """Asks by the address; gives what is announced."""
    page.goto(f"{site}search/?q={quote(query)}", wait_until="load")
    page.wait_for_function("() => document.querySelector('[data-status]').textContent.match(/[0-9\u201c\"]/)")
    return page.locator("[data-status]").inner_text()


def filtered(page: Any, site: str, address: str) -> list[str]:
    page.goto(f"{site}{address}", wait_until="load")
    page.wait_for_function("() => document.querySelector('main [data-status]').textContent !== ''")
    return shown(page, "[data-found]")


class TestSearch:
    """The search page."""

    def test_every_two_characters_of_every_title_and_every_tag_find_their_page(self, browser: Any, site: str) -> None:
        wanted: list[tuple[str, str]] = []
        for slug, craft in authored().items():
            for words in (craft["title"], *craft.get("tags", ())):
                pairs = [first + second for first, second in pairwise(words) if is_han(first + second)]
                wanted += [(query, f"/crafts/{slug}/") for query in (*pairs, words)]
            wanted.append((craft["region"], f"/crafts/{slug}/"))
        assert len(wanted) > 150
        with page_of(browser, 360) as (page, wrong):
            page.goto(f"{site}search/", wait_until="load")
            found = page.evaluate(FIND, [query for query, _ in wanted])
            missed = [pair for pair, urls in zip(wanted, found, strict=True) if pair[1] not in urls]
            assert missed == []
            assert wrong == []

    def test_a_query_is_not_answered_with_everything(self, browser: Any, site: str) -> None:
        with page_of(browser, 360) as (page, _):
            page.goto(f"{site}search/", wait_until="load")
            found = page.evaluate(FIND, ["龙泉青瓷花瓶", "青瓷", "瓷瓶花泉", "zzzzzz", "，。", ""])
            assert found[0][0] == "/crafts/celadon-vase/"
            assert 1 <= len(found[1]) < 30
            assert found[2:] == [[], [], [], []]

    @pytest.mark.parametrize(
        ("query", "slug"),
        [
            ("瓷", "celadon-vase"),
            ("qingci", "celadon-vase"),
            ("qing ci", "celadon-vase"),
            ("QC", "celadon-vase"),
            ("longquanqingcihuaping", "celadon-vase"),
            ("lqqchp", "celadon-vase"),
            ("yeqingya", "celadon-vase"),
            ("青瓷　花瓶", "celadon-vase"),
            ("青瓷，花瓶", "celadon-vase"),
            ("Ⅷ-9", "celadon-vase"),
            ("ＶＩＩＩ９", ""),
        ],
    )
    def test_what_is_typed_finds(self, browser: Any, site: str, query: str, slug: str) -> None:
        with page_of(browser, 360) as (page, _):
            page.goto(f"{site}search/", wait_until="load")
            urls = page.evaluate(FIND, [query])[0]
            assert (f"/crafts/{slug}/" in urls[:3]) if slug else urls == []

    def test_results_are_links_that_lead_there_with_the_words_marked(self, browser: Any, site: str) -> None:
        with page_of(browser, NARROW) as (page, wrong):
            assert search(page, site, "青瓷")
            first = page.locator("[data-results] li").first
            assert first.locator("mark").first.inner_text() == "青瓷"
            assert first.locator("[data-kind]").count() == 1
            assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
            first.locator("a").click()
            page.wait_for_url("**/crafts/**")
            assert page.locator("h1").count() == 1
            page.go_back()
            page.wait_for_selector("[data-results] li")
            assert page.locator("#q").input_value() == "青瓷"
            assert wrong == []

    def test_typing_changes_the_address_and_escape_clears(self, browser: Any, site: str) -> None:
        with page_of(browser, 360) as (page, wrong):
            page.goto(f"{site}search/", wait_until="load")
            page.fill("#q", "银饰")
            page.wait_for_selector("[data-results] li")
            assert urlsplit(page.url).query == f"q={quote('银饰')}"
            page.press("#q", "Escape")
            page.wait_for_function("() => document.querySelector('[data-results]').hidden")
            assert urlsplit(page.url).query == "" and page.locator("[data-status]").inner_text() == ""
            assert wrong == []

    def test_half_typed_words_of_an_input_method_are_waited_for(self, browser: Any, site: str) -> None:
        with page_of(browser, 360) as (page, _):
            page.goto(f"{site}search/", wait_until="load")
            page.evaluate(
                """() => {
                  const input = document.querySelector('#q')
                  input.value = 'qing'
                  input.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }))
                }"""
            )
            page.wait_for_timeout(400)
            assert page.locator("[data-results] li").count() == 0
            page.evaluate(
                """() => {
                  const input = document.querySelector('#q')
                  input.value = '青瓷'
                  input.dispatchEvent(new CompositionEvent('compositionend', { data: '青瓷' }))
                }"""
            )
            page.wait_for_selector("[data-results] li")

    @pytest.mark.parametrize(
        "query",
        [
            "<img src=x onerror=alert(1)>",
            "{count} {query}",
            "__proto__",
            "constructor",
            "'",
            "\\ud800",
            "%00",
            "(.*)+" * 9,
        ],
    )
    def test_a_hostile_query_is_words(self, browser: Any, site: str, query: str) -> None:
        with page_of(browser, 360) as (page, wrong):
            said = search(page, site, query)
            assert page.locator("main img").count() == 0
            if "0" not in said and page.locator("[data-results] li").count() == 0:
                assert query[:60] in said
            assert wrong == []

    def test_an_index_that_is_not_there_leads_to_the_lists(self, browser: Any, site: str) -> None:
        with page_of(browser, 360) as (page, _):
            page.route("**/assets/search*", lambda route: route.abort())
            page.goto(f"{site}search/?q={quote('青瓷')}", wait_until="load")
            page.wait_for_selector("[data-failed]:not([hidden])")
            assert page.locator(".search-lists a[href$='/crafts/']").is_visible()

    def test_without_script_it_says_so_and_the_lists_are_there(self, browser: Any, site: str) -> None:
        with page_of(browser, NARROW, java_script_enabled=False) as (page, wrong):
            page.goto(f"{site}search/?q=x", wait_until="load")
            assert page.locator(".search-lists .notice").first.is_visible()
            assert page.locator(".search-lists a").count() >= 8
            assert not page.locator("[data-failed]").is_visible()
            assert wrong == []

    def test_it_is_not_listed_elsewhere(self, built: dict[str, Path], site: str) -> None:
        output = built[urlsplit(site).path]
        assert '<meta name="robots" content="noindex">' in (output / "search/index.html").read_text("utf-8")
        assert "/search/" not in (output / "sitemap.xml").read_text("utf-8")

    def test_script_and_python_fold_alike(self, browser: Any, site: str) -> None:
        chance = random.Random(20261122)  # noqa: S311  no secret is made of it
        known = [
            chr(number)
            for number in range(0x20, 0x30000)
            if unicodedata.category(chr(number)) not in ("Cn", "Cs", "Co", "Cc") and unicodedata.category(chr(number))
        ]
        near = [char for char in known if ord(char) < 0x2000 or 0x3000 <= ord(char) < 0x3400 or ord(char) > 0xF900]
        texts = ["".join(chance.choices(near if turn % 2 else known, k=12)) for turn in range(6000)]
        texts += [*known[:0x3400], "ΑΣ", "ΑΣ.", "İstanbul", "STRASSE ß", "ﬁne", "Ⅷ－９", "が", "한글", "ẛ̣"]
        with page_of(browser, 360) as (page, _):
            page.goto(f"{site}search/", wait_until="load")
            theirs = page.evaluate("texts => texts.map(ichsiteSearch.fold)", texts)
        differ = [
            (text, folded(text), other) for text, other in zip(texts, theirs, strict=True) if folded(text) != other
        ]
        assert differ == []


class TestFilters:
    """The catalogue and the gallery."""

    def test_an_address_shows_what_matches_and_nothing_else(self, browser: Any, site: str) -> None:
        both = {slug for slug, offers in offered().items() if {one["tier"] for one in offers} >= {"element"}}
        with page_of(browser, 360) as (page, wrong):
            assert set(filtered(page, site, "crafts/?tier=element")) == both
            assert 0 < len(both) < len(offered())
            regions = {slug for slug, craft in authored().items() if craft["region"] == "浙江龙泉"}
            assert set(filtered(page, site, f"crafts/?region={quote('浙江龙泉')}")) == regions
            assert set(filtered(page, site, f"crafts/?region={quote('浙江龙泉')}&tier=element")) == regions & both
            assert filtered(page, site, "crafts/?category=no-such&use=%3Cb%3E") == []
            assert wrong == []

    def test_conditions_must_hold_for_one_and_the_same_offer(self, browser: Any, site: str) -> None:
        offers = {slug: [(one["tier"], one["price"]["lowest"]) for one in all_of] for slug, all_of in offered().items()}
        most = 300
        right = {slug for slug, pairs in offers.items() if any(t == "deep" and p <= most for t, p in pairs)}
        loose = {
            slug
            for slug, pairs in offers.items()
            if any(t == "deep" for t, _ in pairs) and any(p <= most for _, p in pairs)
        }
        assert loose - right, "the site has no craft that tells the two apart"
        with page_of(browser, 360) as (page, _):
            assert set(filtered(page, site, f"crafts/?tier=deep&price={most}")) == right

    def test_the_form_the_address_a_reload_and_the_way_back(self, browser: Any, site: str) -> None:
        with page_of(browser, 360) as (page, wrong):
            page.goto(f"{site}crafts/", wait_until="load")
            page.wait_for_function(FILTER_READY)
            everything = shown(page, "main")
            assert len(everything) == len(authored())
            page.click(".filters summary")
            page.check("input[name=tier][value=element]")
            page.wait_for_selector("[data-found]:not([hidden])")
            tier = shown(page, "main")
            assert urlsplit(page.url).query == "tier=element" and 0 < len(tier) < len(everything)
            page.select_option("select[name=days]", "30")
            page.wait_for_function("() => location.search.includes('days=30')")
            page.wait_for_timeout(300)
            days = shown(page, "main")
            assert set(days) <= set(tier)
            said = page.locator("main [data-status]").inner_text()
            assert str(len(days)) in said and str(len(everything)) in said
            page.reload(wait_until="load")
            page.wait_for_selector("[data-found]:not([hidden])")
            page.wait_for_timeout(200)
            assert shown(page, "main") == days
            assert page.locator("select[name=days]").input_value() == "30"
            page.go_back()
            page.wait_for_function("() => location.search === '?tier=element'")
            page.wait_for_timeout(300)
            assert shown(page, "main") == tier
            page.go_back()
            page.wait_for_function("() => location.search === ''")
            page.wait_for_timeout(300)
            assert shown(page, "main") == everything
            page.go_forward()
            page.wait_for_timeout(300)
            page.click(".filters summary") if not page.locator("[data-reset]").is_visible() else None
            page.click("[data-reset]")
            page.wait_for_timeout(300)
            assert shown(page, "main") == everything and urlsplit(page.url).query == ""
            assert wrong == []

    def test_a_gallery_is_filtered_by_craft_tier_and_tag(self, browser: Any, site: str) -> None:
        showcases = {
            path.parent.name: said
            for path in sorted((REPOSITORY / "content/showcases").glob("*/showcase.yaml"))
            if "withdrawn" not in (said := yaml.safe_load(path.read_text("utf-8")))
        }
        with page_of(browser, 360) as (page, wrong):
            craft = {slug for slug, one in showcases.items() if one["craft"] == "celadon-vase"}
            assert set(filtered(page, site, "showcases/?craft=celadon-vase")) >= craft > set()
            deep = {slug for slug, one in showcases.items() if one["tier"] == "deep"}
            assert set(filtered(page, site, "showcases/?tier=deep")) == deep
            tag = next(tag for one in showcases.values() for tag in one.get("tags", ()))
            tagged = {slug for slug, one in showcases.items() if tag in one.get("tags", ())}
            assert set(filtered(page, site, f"showcases/?tag={quote(tag)}")) == tagged
            assert len(showcases) > 24, "the gallery has a second page: its cards are fetched"
            assert page.locator(".pager").first.is_hidden()
            assert wrong == []

    def test_without_script_there_are_links_and_no_form(self, browser: Any, site: str) -> None:
        with page_of(browser, NARROW, java_script_enabled=False) as (page, wrong):
            for path in ("crafts/?tier=element", "showcases/"):
                page.goto(f"{site}{path}", wait_until="load")
                page.click(".filters summary")
                assert page.locator(".filters a").first.is_visible()
                assert not page.locator(".filters form").is_visible()
                assert page.locator("[data-cards] .card").count() > 10
            assert wrong == []

    def test_facts_that_are_not_there_lead_to_the_lists(self, browser: Any, site: str) -> None:
        with page_of(browser, 360) as (page, _):
            page.route("**/assets/crafts-facts*", lambda route: route.abort())
            page.goto(f"{site}crafts/?tier=element", wait_until="load")
            page.wait_for_selector("[data-failed]:not([hidden])")
            assert page.locator(".filters [data-plain] a").first.is_visible()
            assert page.locator("[data-cards]").is_visible()

    def test_the_keyboard_walks_through_the_filters(self, browser: Any, site: str) -> None:
        with page_of(browser, NARROW) as (page, wrong):
            page.goto(f"{site}crafts/", wait_until="load")
            page.wait_for_function(FILTER_READY)
            page.focus(".filters summary")
            page.keyboard.press("Enter")
            names: list[str] = []
            for _ in range(40):
                page.keyboard.press("Tab")
                name = page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()")
                names.append(name)
                outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                assert outline != "none", name
                if page.evaluate("document.activeElement.hasAttribute('data-reset')"):
                    break
                if name == "tier" and names.count("tier") == 1:
                    page.keyboard.press("Space")
            assert {"tier", "price", "days", "region", "use"} <= set(names)
            page.wait_for_selector("[data-found]:not([hidden])")
            assert urlsplit(page.url).query == "tier=element"
            assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
            small = page.evaluate(
                """() => [...document.querySelectorAll('.filters :is(summary, input, select, button, form a)')]
                  .map(one => one.getBoundingClientRect()).filter(box => box.width < 24 || box.height < 24).length"""
            )
            assert small == 0
            page.keyboard.press("Enter")
            page.wait_for_function("() => location.search === ''")
            assert wrong == []
