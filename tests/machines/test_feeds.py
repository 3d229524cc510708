"""Feeds and the sitemap: read by a feed parser, and held to the rules of RFC 4287 and of the protocol."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest

from ichsite.plan.sitemap import _parted
from ichsite.plan.views import SitemapPage, TreeLink
from ichsite.text.address import BaseUrl, UrlPath
from tests.sites_support import ichsite, laid_out

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ("feed.xml", "showcases/feed.xml", "polls/feed.xml", "en/feed.xml", "en/showcases/feed.xml")


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_reader_reads_it(built: dict[str, Path], name: str) -> None:
    feed = feedparser.parse((built["/"] / name).read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert feed.entries
    assert all(one.title and one.link and one.id and one.published for one in feed.entries)


@pytest.mark.parametrize("name", FEEDS)
def test_it_is_atom(built: dict[str, Path], name: str) -> None:
    root = ElementTree.parse(built["/"] / name).getroot()  # noqa: S314  our own output
    moments = [str(one.text) for of in ("updated", "published") for one in root.iter(f"{ATOM}{of}")]
    assert all(datetime.fromisoformat(one).utcoffset() is not None and one.endswith("+08:00") for one in moments)
    assert root.findtext(f"{ATOM}updated") == max(moments)
    own = [one.get("href") for one in root.findall(f"{ATOM}link") if one.get("rel") == "self"]
    assert own == [f"https://shop.example/{name}"]
    ids = [str(one.text) for one in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"tag:shop\.example,2026:(en/)?[a-z]+/[a-z0-9-]+", one) for one in ids)
    for entry in root.findall(f"{ATOM}entry"):
        for needed in ("id", "title", "updated", "author/" + ATOM + "name", "summary"):
            assert entry.findtext(f"{ATOM}{needed}"), needed
    enclosures = [one for one in root.iter(f"{ATOM}link") if one.get("rel") == "enclosure"]
    assert all(one.get("type") == "image/jpeg" for one in enclosures)
    assert enclosures or "showcases" not in name


def test_an_entry_keeps_its_id_when_it_is_renamed_and_a_buyer_who_did_not_agree_is_not_named(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    assert ichsite(root, "build").code == 0
    before = (root / "output/showcases/feed.xml").read_text("utf-8")
    assert "<id>tag:shop.example,2026:showcase/vase-1</id>" in before
    assert "<author><name>一位买家</name></author>" in before
    assert "小满" not in before
    (root / "content/showcases/vase-1").rename(root / "content/showcases/snow-willow")
    file = root / "content/showcases/snow-willow/showcase.yaml"
    file.write_text(file.read_text("utf-8").replace("scope: [words,", "scope: [name, words,"), "utf-8")
    run = ichsite(root, "build")
    assert run.code == 0, run.err
    after = (root / "output/showcases/feed.xml").read_text("utf-8")
    assert "<id>tag:shop.example,2026:showcase/vase-1</id>" in after
    assert "<author><name>小满</name></author>" in after


def test_the_sitemap_shows_pictures(built: dict[str, Path]) -> None:
    root = ElementTree.parse(built["/"] / "sitemap.xml").getroot()  # noqa: S314  our own output
    space, image = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.google.com/schemas/sitemap-image/1.1}"
    shown = {
        str(url.findtext(f"{space}loc")): [str(one.text) for one in url.iter(f"{image}loc")]
        for url in root.findall(f"{space}url")
    }
    vase = shown["https://shop.example/crafts/celadon-vase/"]
    assert len(vase) > 2
    assert all(
        (built["/"] / one.removeprefix("https://shop.example/")).is_file() for all_ in shown.values() for one in all_
    )
    assert shown["https://shop.example/en/crafts/celadon-vase/"] == vase


def test_a_large_sitemap_is_parted() -> None:
    base = BaseUrl("https://shop.example", "/")
    entries = tuple(SitemapPage(UrlPath(f"/crafts/{number:05}/"), (UrlPath("/assets/a.jpg"),)) for number in range(250))
    trees = (TreeLink("zh-CN", "中文", ""), TreeLink("en", "English", "en"))
    assert list(_parted(entries, trees, base, 500, 10**6)) == [entries]
    parts = list(_parted(entries, trees, base, 200, 10**6))
    assert [len(one) for one in parts] == [100, 100, 50]
    assert sum(parts, ()) == entries
    assert len(list(_parted(entries, trees, base, 10**6, 20_000))) > 5
    assert list(_parted((), (), base, 10, 10)) == [()]
