"""A site of free pages alone, and what a catalogue still has to have; a neighbour on the same host."""

from __future__ import annotations

import re
from pathlib import Path

from tests.sites_support import ichsite, laid_out

SITE = "name: 问答\ntagline: 常问的\ndescription: 一本小册子\nbase_url: https://shop.example/faq/\n"


def page(title: str, order: int | None, section: str = "订购") -> str:
    guide = f"section: {section}\norder: {order}\n" if order is not None else ""
    return f"---\ntitle: {title}\nsummary: 一句话\n{guide}---\n## 甲\n\n话\n\n## 乙\n\n话\n\n## 丙\n\n话\n"


def handbook(root: Path) -> Path:
    pages = root / "content/pages"
    pages.mkdir(parents=True)
    (root / "site.yaml").write_text(SITE, "utf-8")
    for name, title, order in (("a", "第三", 30), ("b", "第一", 10), ("c", "第二", 20), ("d", "独自", None)):
        (pages / f"{name}.md").write_text(page(title, order), "utf-8")
    (pages / "e.md").write_text(page("另一节", 5, "先看"), "utf-8")
    return root


def test_pages_follow_their_order_and_stand_by_section(tmp_path: Path) -> None:
    root = handbook(tmp_path)
    run = ichsite(root, "build", "--strict", "--jobs", "1")
    assert run.code == 0, run.err
    first = (root / "output/b/index.html").read_text("utf-8")
    assert re.findall(r'class="(before|after)" href="/faq/(\w)/"', first) == [("before", "e"), ("after", "c")]
    guide = re.search(r'<nav class="guide".*?</nav>', first, re.S)
    assert guide is not None
    assert re.findall(r"<h2>(.*?)</h2>", guide[0]) == ["先看", "订购"]
    assert re.findall(r'href="/faq/(\w)/"', guide[0]) == ["e", "b", "c", "a"]
    assert re.findall(r'href="#(story-.)"', first) == ["story-甲", "story-乙", "story-丙"]
    assert 'aria-current="page"' in guide[0]
    alone = (root / "output/d/index.html").read_text("utf-8")
    assert 'class="guide"' not in alone
    assert 'class="contents"' not in alone


def test_a_retitled_page_is_seen_on_its_neighbours(tmp_path: Path) -> None:
    root = handbook(tmp_path)
    assert ichsite(root, "build", "--jobs", "1").code == 0
    (root / "content/pages/c.md").write_text(page("换了名", 20), "utf-8")
    assert ichsite(root, "build", "--jobs", "1").code == 0
    assert "换了名" in (root / "output/b/index.html").read_text("utf-8")
    assert "换了名" in (root / "output/index.html").read_text("utf-8")


def test_a_catalogue_has_a_seller(tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    settings = (root / "site.yaml").read_text("utf-8")
    (root / "site.yaml").write_text(re.sub(r"seller:\n(?:  .*\n)+", "", settings), "utf-8")
    run = ichsite(root, "check")
    assert run.code == 1
    assert "[site-settings]" in run.err
    assert "`seller`" in run.err


def test_a_first_craft_asks_for_the_tiers(tmp_path: Path) -> None:
    root = handbook(tmp_path)
    (root / "content/posts").mkdir()
    (root / "content/posts/p.md").write_text("---\ntitle: 文\n---\n", "utf-8")
    assert "content/tiers.yaml" in ichsite(root, "check").err


def test_a_neighbour_is_led_to_and_left_alone(tmp_path: Path) -> None:
    root = handbook(tmp_path)
    (root / "site.yaml").write_text(SITE + "beside:\n  - {title: 老店, address: /old/shop/}\n", "utf-8")
    assert ichsite(root, "build", "--strict", "--jobs", "1").code == 0
    assert '<a href="/faq/old/shop/">老店</a>' in (root / "output/a/index.html").read_text("utf-8")
    (root / "output/old/shop").mkdir(parents=True)
    (root / "output/old/shop/index.html").write_text("theirs", "utf-8")
    (root / "content/pages/a.md").write_text(page("改", 30), "utf-8")
    assert ichsite(root, "build", "--strict", "--jobs", "1").code == 0
    assert (root / "output/old/shop/index.html").read_text("utf-8") == "theirs"
