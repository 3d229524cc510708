"""Pages of the default theme, rendered from hand-made views: their structure, and what they may never leave out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from ichsite.model.randomness import Randomness
from ichsite.plan import views
from ichsite.plan.views import CraftView
from ichsite.render.page import render_page
from ichsite.text.words import Language
from tests.render.samples import LANGUAGES, RANDOMNESS, chrome, craft_view, default_environment, every_page, picture

PAGES = every_page()
HTML_PAGES = [name for name in PAGES if name.endswith(".html")]
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "rect", "source", "track", "wbr"}
ANCHORS = (
    "change", "days", "chance", "price", "revisions", "returns", "hands", "story", "masters", "showcases", "draw", "streams", "order",
)  # fmt: skip


class Outline(HTMLParser):
    """A page's elements; complains where a tag is closed that is not open."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, names)
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag, (tag, self.open)

    def all(self, *tags: str) -> Iterator[dict[str, str]]:
        return (attributes for tag, attributes in self.elements if tag in tags)


def rendered(name: str, view: object | None = None, language: Language = "zh-CN") -> str:
    return render_page(name, PAGES[name] if view is None else view, default_environment(language))


def craft(**changes: object) -> str:
    return rendered("pages/craft.html", craft_view(**changes))


def section(page: str, anchor: str) -> str:
    """From a section's anchor to the next one of a craft's page."""
    start = page.index(f'id="{anchor}"')
    later = [page.index(f'<section id="{one}"') for one in ANCHORS if f'<section id="{one}"' in page]
    return page[start : min((at for at in later if at > start), default=len(page))]


def test_every_view_has_a_page():
    named = set(re.findall(r"`(pages/[a-z0-9-]+\.html)`", views.__doc__ or "")) | {
        found
        for thing in vars(views).values()
        if isinstance(thing, type)
        for found in re.findall(r"`(pages/[a-z0-9-]+\.html)`", thing.__doc__ or "")
    }
    assert named == set(HTML_PAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_renders(name: str, language: Language):
    page = rendered(name, language=language)
    assert page.strip()
    assert "None" not in page
    assert "%(" not in page
    assert "%%" not in page


ALONE = ("pages/overlay.html", "pages/strip.html")
"""No pages for a reader, without menu and seller: upon a film (tests/browser/test_overlay.py), in a frame on another
site (tests/plan/test_galleries.py)."""


@pytest.mark.parametrize("name", [name for name in HTML_PAGES if name not in ALONE])
class TestEachPage:
    """What holds for every page."""

    def test_one_h1_and_headings_in_order(self, name: str):
        levels = [int(tag[1]) for tag, _ in Outline(rendered(name)).elements if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), levels

    def test_ids_are_unique_and_what_is_pointed_at_is_there(self, name: str):
        outline = Outline(rendered(name))
        ids = [attributes["id"] for _, attributes in outline.elements if "id" in attributes]
        assert len(ids) == len(set(ids))
        inside = {link["href"][1:] for link in outline.all("a") if link.get("href", "").startswith("#")}
        labelled = {one for _, attributes in outline.elements for one in attributes.get("aria-labelledby", "").split()}
        assert inside | labelled <= set(ids)

    def test_pictures_have_words_and_a_size(self, name: str):
        for image in Outline(rendered(name)).all("img"):
            assert image["alt"]
            assert image["width"].isdigit()
            assert image["height"].isdigit()

    def test_head(self, name: str):
        outline = Outline(rendered(name))
        meta = {one.get("name", one.get("property", "")): one.get("content", "") for one in outline.all("meta")}
        assert "width=device-width" in meta["viewport"]
        assert meta["description"]
        assert meta["og:title"]
        links = {link["rel"]: link["href"] for link in outline.all("link")}
        first = next(link["href"] for link in outline.all("link") if link["rel"] == "stylesheet")
        assert re.fullmatch(r"/shop/assets/site\.[0-9a-f]{10}\.css", first)
        alternates = [link["href"] for link in outline.all("link") if link["rel"] == "alternate" and "type" in link]
        assert alternates == ["/shop/feed.xml", "/shop/showcases/feed.xml", "/shop/streams/calendar.ics"]
        if name in (
            "pages/404.html",
            "pages/gone.html",
            "pages/search.html",
            "pages/pictures.html",
            "pages/promise.html",
            "pages/brief.html",
            "pages/codes.html",
            "pages/kit.html",
            "pages/kits.html",
        ):
            assert meta["robots"] == "noindex"
        else:
            assert links["canonical"].startswith("https://example.com/shop/")
        assert next(outline.all("html"))["lang"] == "zh-CN"

    def test_shows_who_sells_with_the_licence(self, name: str):
        page = rendered(name)
        assert "山川手作社有限公司" in page
        assert "LICENCE-1" in page
        assert 'href="tel:01012345678"' in page

    def test_skips_to_the_content(self, name: str):
        assert next(Outline(rendered(name)).all("a"))["href"] == "#main"

    def test_a_sample_says_so(self, name: str):
        view = PAGES[name]
        notice = "示例站点，不卖东西"
        assert notice in rendered(name, replace(view, chrome=chrome(sample=True)))  # type: ignore[type-var]
        assert notice not in rendered(name, replace(view, chrome=chrome(sample=False)))  # type: ignore[type-var]

    def test_only_links_lead_elsewhere(self, name: str):
        for tag, attributes in Outline(rendered(name)).elements:
            for attribute in ("src", "srcset", "action", "data"):
                assert "//" not in attributes.get(attribute, ""), (tag, attributes)


class TestCraft:
    """A craft's page."""

    def test_sections_stand_in_their_order_under_their_anchors(self):
        page = craft()
        at = [page.index(f'<section id="{anchor}"') for anchor in ANCHORS]
        assert at == sorted(at)

    def test_answers_first(self):
        page = craft()
        answers = page[page.index("<h1>") : page.index('id="change"')]
        assert re.findall(r'<h2><a href="(#[a-z]+)"', answers) == ["#change", "#days", "#chance"]

    def test_thresholds_have_their_reasons_and_additions(self):
        change = section(craft(), "change")
        for words in ("40–110 毫米", "每 5 毫米一档", "每高一档加 ¥20", "+¥180", "再细就断", "先问", "字高不低于 8 毫米", "每个字加 ¥5.50", "±1 厘米", "#aa2211"):  # fmt: skip
            assert words in change

    def test_limits_in_words(self):
        change = re.sub(r"\s+", " ", section(craft(), "change"))
        for words in (
            "“花枝”每一个要占“口径” 8 毫米；最多排 3 排；另留 2 毫米",
            "“口径”在“瓶高”的 20%–40% 之间",
            "“身量·胸围”每 1 厘米，“口径”不超过 2 毫米",
            "“釉色”选梅子青或豆青，且“瓶高”不少于 300 毫米时，“绳色”不能选朱红",
            "选了“底款”时，要说明“摆处”",
            "“底款”不超过 4 个字",
            "花枝、绳色合计不超过 13 枝",
        ):
            assert words in change

    def test_dates_are_counted_from_a_day_that_is_named(self):
        days = section(craft(), "days")
        assert '<time datetime="2026-11-22">2026年11月22日</time>' in days
        assert "2027 年的放假安排还没有公布" in days
        assert "10月" in days

    def test_what_takes_long_is_commissioned_offline_without_an_order_link(self):
        order = section(craft(), "order")
        offline = order[order.index('id="order-deep"') :]
        assert "线下委托" in offline
        assert "https://example.com/order" not in offline
        assert "https://example.com/order" in order[: order.index('id="order-deep"')]

    def test_an_order_link_of_what_takes_long_is_not_shown(self):
        view = craft_view()
        deep = view.offers[1]
        linked = replace(deep, offer=replace(deep.offer, order=view.offers[0].offer.order))
        page = craft(offers=(linked,))
        assert "https://example.com/order" not in page

    def test_shares_in_words(self):
        assert "412 件里 251 件，约 61%（多半在 56%–66% 之间）" in section(craft(), "chance")
        assert "样本小" in section(craft(), "chance")
        assert "样本小" not in craft(small_sample=False)

    def test_chance_is_said_beside_the_price_and_the_order(self):
        page = craft()
        for anchor in ("price", "order"):
            assert "烧成有偶然" in section(page, anchor)

    def test_what_is_controlled_has_no_such_notice(self):
        high = Randomness(controllability="high", tolerances=RANDOMNESS.tolerances)
        page = craft(randomness=high, outcomes=())
        assert "烧成有偶然" not in page
        assert "照图做" in page
        assert "±3%" in page

    def test_a_draw_is_another_thing(self):
        draw = section(craft(), "draw")
        for words in ("与上面的定制无关", "31.5%", "68.5%", "未满 8 周岁不得参加", "监护人在场", "¥188"):
            assert words in draw
        assert 'id="draw"' not in craft(draw=None)

    def test_returns_follow_from_how_it_is_made(self):
        assert "不适用七日无理由退货" in section(craft(), "returns")

    def test_revisions(self):
        revisions = section(craft(), "revisions")
        for words in ("免费可改", "付费可改", "¥120", "价款的 10%", "重来"):
            assert words in revisions

    def test_pictures_are_labelled(self):
        page = craft()
        assert "示意图" in page
        assert "AI 生成" in page
        assert 'srcset="/shop/assets/%E7%93%B6-320.webp 320w, /shop/assets/%E7%93%B6-640.webp 640w"' in page

    def test_only_the_first_picture_is_loaded_at_once(self):
        images = list(Outline(craft()).all("img"))
        assert ["loading" in image for image in images] == [False, *[True] * (len(images) - 1)]

    def test_without_anything_optional(self):
        view: CraftView = craft_view(
            customisable=False, code=None, level="none", tags=(), uses=(), story="", pictures=(), fixed_features=(),
            authenticity=(), outcomes=(), randomness=Randomness(controllability="high"), draw=None, masters=(), showcases=(),
            streams=(), estimated_years=(), small_sample=False,
        )  # fmt: skip
        ready = replace(view.offers[0], offer=replace(view.offers[0].offer, making="ready-made", production=None, options=(), limits=(), boundaries=(), commission=None, master_takes_part=None), window=None, stages=())  # fmt: skip
        ready = replace(ready, verdicts=replace(ready.verdicts, cycle=None))
        page = rendered("pages/craft.html", replace(view, offers=(ready,)))
        Outline(page)
        assert "None" not in page
        assert "现货" in section(page, "days")

    def test_what_an_author_writes_is_escaped(self):
        page = craft(title='<b>"瓶"</b>', summary="a & b")
        assert "&lt;b&gt;&#34;瓶&#34;&lt;/b&gt;" in page
        assert "a &amp; b" in page


def test_a_picture_without_labels_has_no_caption():
    page = craft(pictures=(replace(picture(), caption="", illustration=False, ai_generated=False),))
    opening = page[: page.index('id="change"')]
    assert "figcaption" not in opening


def test_feed_is_atom():
    space = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.fromstring(rendered("pages/feed.xml"))  # noqa: S314  our own output
    assert feed.findtext(f"{space}id") == "tag:example.com,2026:feed/posts"
    assert feed.findtext(f"{space}updated") == "2026-10-01T00:00:00+00:00"
    entry = feed.find(f"{space}entry")
    assert entry is not None
    assert entry.findtext(f"{space}title") == "一 & 二"
    assert entry.findtext(f"{space}summary") == "<说>"


def test_sitemap():
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    urls = ElementTree.fromstring(rendered("pages/sitemap.xml"))  # noqa: S314  our own output
    assert [one.text for one in urls.iter(f"{space}loc")] == [
        "https://example.com/shop/",
        "https://example.com/shop/crafts/%E7%93%B6/",
    ]


def test_robots():
    assert "Sitemap: https://example.com/shop/sitemap.xml\n" in rendered("pages/robots.txt")
