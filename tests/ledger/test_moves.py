"""Renaming, moving, deleting, restoring: what the ledger says, and what answers."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.ledger.site import again, leads, ledger, line_of, page, post, refused, site
from tests.sites_support import ichsite, laid_out

LONG = (
    "窑里的气氛说变就变，同一窑前后排也不一样。开窑那天大家都不说话，先看第一只的颜色；足底不挂釉，烧成以后是一圈朱红。"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return site(tmp_path / "site")


def said(root: Path) -> list[tuple[str, str]]:
    return [(change.what, f"{change.kind}:{change.id}") for change in again(root).addresses.changes]


def test_a_new_item_gets_an_address_and_a_code(root: Path) -> None:
    post(root, "second", "id: second")
    assert said(root) == [("new", "post:second")]
    code = re.search(r"code: (\w{4})", line_of(root, "post:second"))
    assert code is not None
    assert leads(root, f"/s/{code[1]}/") == "/posts/second/"
    assert said(root) == []


def test_a_renamed_item_is_known_by_its_id(root: Path) -> None:
    code = re.search(r"code: (\w+)", line_of(root, "post:first"))
    (root / "content/posts/first.md").rename(root / "content/posts/another.md")
    assert said(root) == [("moved", "post:first")]
    assert "former: [/posts/first/]" in line_of(root, "post:first")
    assert leads(root, "/posts/first/") == "/posts/another/"
    assert code is not None
    assert leads(root, f"/s/{code[1]}/") == "/posts/another/"


def test_without_an_id_it_is_known_by_its_contents_and_the_build_says_so(root: Path) -> None:
    path = post(root, "plain", body=LONG)
    again(root)
    assert "sketch:" in line_of(root, "post:plain")
    path.rename(path.with_name("moved.md"))
    text = (root / "content/posts/moved.md").read_text("utf-8").replace("大家都不说话", "谁也没有开口")
    (root / "content/posts/moved.md").write_text(text, "utf-8")
    assert said(root) == [("guessed", "post:plain")]
    assert leads(root, "/posts/plain/") == "/posts/moved/"
    change = next(iter(again(root).addresses.changes), None)
    assert change is None


def test_two_that_would_fit_equally_are_taken_for_neither(root: Path) -> None:
    path = post(root, "plain", body=LONG)
    again(root)
    path.unlink()
    for name in ("one", "two"):
        post(root, name, body=LONG).write_text(
            post(root, name, body=LONG).read_text("utf-8").replace(f"文章 {name}", "文章 plain"), "utf-8"
        )
    assert sorted(said(root)) == [("new", "post:one"), ("new", "post:two")]
    assert leads(root, "/posts/plain/") is None


def test_an_id_that_is_added_where_it_lies_is_taken_over(root: Path) -> None:
    post(root, "plain", body=LONG)
    again(root)
    code = re.search(r"code: (\w+)", line_of(root, "post:plain"))
    post(root, "plain", "id: given", body=LONG)
    assert said(root) == [("named", "post:given")]
    assert "also: [plain]" in line_of(root, "post:given")
    assert code is not None
    assert f"code: {code[1]}" in line_of(root, "post:given")


def test_what_is_deleted_leaves_a_page_that_says_what_was_here(root: Path) -> None:
    line = line_of(root, "post:first")
    (root / "content/posts/first.md").unlink()
    publication = again(root)
    assert publication.addresses.gone == ("post:first",)
    assert line_of(root, "post:first") == line, "a deletion changes nothing in the ledger"
    assert "一窑四色" in page(root, "/posts/first/")
    assert "noindex" not in page(root, "/posts/")


def test_what_comes_back_is_there_as_before(root: Path) -> None:
    text = (root / "content/posts/first.md").read_text("utf-8")
    before = page(root, "/posts/first/")
    (root / "content/posts/first.md").unlink()
    again(root)
    (root / "content/posts/first.md").write_text(text, "utf-8")
    assert again(root).addresses.changes == ()
    assert page(root, "/posts/first/") == before


def test_a_successor_answers_and_outlives_its_own_word(root: Path) -> None:
    (root / "content/posts/first.md").unlink()
    post(root, "second", "id: second", "replaces: [first]")
    again(root)
    assert leads(root, "/posts/first/") == "/posts/second/"
    post(root, "second", "id: second")
    again(root)
    assert leads(root, "/posts/first/") == "/posts/second/"
    (root / "content/posts/second.md").rename(root / "content/posts/third.md")
    again(root)
    assert leads(root, "/posts/first/") == "/posts/third/"


def test_a_successor_may_live_where_the_other_lived(root: Path) -> None:
    post(root, "first", "id: fresh", "replaces: [first]")
    again(root)
    assert leads(root, "/posts/first/") is None
    code = re.search(r"code: (\w+)", line_of(root, "post:first"))
    assert code is not None
    assert leads(root, f"/s/{code[1]}/") == "/posts/first/"


def test_another_item_where_one_was_published_is_refused(root: Path) -> None:
    post(root, "first", "id: fresh")
    assert "[address-taken]" in refused(root)


def test_two_folders_that_change_places_are_refused(root: Path) -> None:
    post(root, "second", "id: second")
    again(root)
    first, second = root / "content/posts/first.md", root / "content/posts/second.md"
    a, b = first.read_text("utf-8"), second.read_text("utf-8")
    first.write_text(b, "utf-8")
    second.write_text(a, "utf-8")
    assert "[address-taken]" in refused(root)


def test_a_name_that_differs_by_letter_case_alone_is_refused(root: Path) -> None:
    (root / "content/posts/first.md").rename(root / "content/posts/First.md")
    assert "[address-taken]" in refused(root)


@pytest.mark.parametrize("alias", ["/posts/", "/masters/ye/", "/about/", "/how-to-read", "/tags/qing-ci/", "/404.html"])
def test_an_alias_on_a_page_is_refused(root: Path, alias: str) -> None:
    post(root, "second", "id: second", f"aliases: [{alias}]")
    assert "[address-taken]" in refused(root)


def test_an_alias_below_a_file_is_refused(root: Path) -> None:
    post(root, "second", "id: second", "aliases: [/old.html, /old.html/more/]")
    assert "[address-taken]" in refused(root)


def test_aliases_lead_here_for_ever(root: Path) -> None:
    post(root, "second", "id: second", "aliases: [/2019/a.html, /旧/花瓶/]")
    again(root)
    post(root, "second", "id: second")
    again(root)
    assert leads(root, "/旧/花瓶/") == "/posts/second/"
    assert "url=/posts/second/" in (root / "output/2019/a.html").read_text("utf-8")


def test_chinese_names_become_pinyin_and_keep_it(root: Path) -> None:
    post(root, "青瓷", "id: one")
    again(root)
    assert "address: /posts/qing-ci/" in line_of(root, "post:one")
    post(root, "清词", "id: two")
    again(root)
    assert re.search(r"address: /posts/qing-ci-[0-9a-f]{6}/", line_of(root, "post:two"))
    assert "address: /posts/qing-ci/" in line_of(root, "post:one")


def test_an_address_of_the_authors_own_and_original_names(root: Path) -> None:
    post(root, "青瓷", "id: one", "address: celadon")
    again(root)
    assert "address: /posts/celadon/" in line_of(root, "post:one")
    post(root, "青瓷", "id: one")
    settings = root / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + "addresses: {script: original, prefix: shop}\n", "utf-8")
    again(root)
    assert "address: /shop/posts/青瓷/" in line_of(root, "post:one")
    assert leads(root, "/posts/celadon/") == "/shop/posts/%E9%9D%92%E7%93%B7/"


def test_a_tag_keeps_its_address_when_another_sounds_alike(root: Path) -> None:
    craft = root / "content/crafts/plaque/index.md"
    text = craft.read_text("utf-8")
    craft.write_text(
        re.sub(r"^tags: .*\n", "", text, flags=re.MULTILINE).replace("---\n", "---\ntags: [清词]\n", 1), "utf-8"
    )
    again(root)
    assert "address: /tags/qing-ci/" in line_of(root, "tag:青瓷")
    assert "address: /tags/qing-ci-" in line_of(root, "tag:清词")
    vase = root / "content/crafts/vase/index.md"
    vase.write_text(vase.read_text("utf-8").replace("tags: [青瓷]", "tags: [花器]"), "utf-8")
    again(root)
    assert "青瓷" in page(root, "/tags/qing-ci/")
    assert "address: /tags/qing-ci-" in line_of(root, "tag:清词"), "nobody else gets an address that was given out"


def test_a_list_that_shrinks_leads_its_pages_back(root: Path) -> None:
    settings = root / "site.yaml"
    text = settings.read_text("utf-8")
    settings.write_text(text + "cards_per_page: 1\n", "utf-8")
    again(root)
    assert leads(root, "/crafts/page/2/") is None
    settings.write_text(text, "utf-8")
    again(root)
    assert leads(root, "/crafts/page/2/") == "/crafts/"


def test_a_language_that_the_site_no_longer_speaks(root: Path) -> None:
    settings = root / "site.yaml"
    text = settings.read_text("utf-8")
    settings.write_text(text + "also_in: [en]\n", "utf-8")
    again(root)
    assert leads(root, "/en/crafts/vase/") is None
    settings.write_text(text, "utf-8")
    (root / "content/posts/first.md").rename(root / "content/posts/another.md")
    again(root)
    assert leads(root, "/en/crafts/vase/") == "/crafts/vase/"
    assert leads(root, "/en/posts/first/") == "/posts/another/"
    assert (root / "output/en/feed.xml").read_bytes() == (root / "output/feed.xml").read_bytes()


def test_what_calendars_and_programs_ask_for_says_that_it_is_gone(root: Path) -> None:
    (root / "content/streams/evening.md").unlink()
    shutil.rmtree(root / "content/crafts/plaque")
    again(root)
    cancelled = (root / "output/streams/evening.ics").read_bytes()
    assert b"METHOD:CANCEL" in cancelled
    assert b"UID:evening.stream@shop.example" in cancelled
    assert '"gone":true' in (root / "output/api/v1/crafts/plaque.json").read_text("utf-8")
    assert '"gone": true' in (root / "output/overlay/crafts/plaque.json").read_text("utf-8")
    code = re.search(r"code: (\w+)", line_of(root, "craft:plaque"))
    assert code is not None
    assert (root / f"output/s/{code[1]}/qr.png").is_file()


def test_drafts_are_not_written_down(root: Path) -> None:
    from datetime import date

    from ichsite.commands.session import session
    from ichsite.pipeline import build
    from ichsite.request import Request
    from tests.sites_support import TODAY

    post(root, "second", "id: second", "draft: true")
    before = ledger(root)
    with session(Request(root, date.fromisoformat(TODAY), drafts=True), lambda *_: None) as desk:
        publication, _ = build(desk)
    assert publication is not None
    assert leads(root, "/posts/second/") is None
    assert ledger(root) == before


@pytest.mark.parametrize("settings", ["", "addresses: {prefix: shop}\n", "addresses: {script: original}\n"])
def test_the_default_theme_leads_to_addresses_that_are_no_folders_names(tmp_path: Path, settings: str) -> None:
    root = laid_out(tmp_path / "site")
    (root / "content/crafts/vase").rename(root / "content/crafts/青瓷花瓶")
    for path, old, new in (
        ("showcases/vase-1/showcase.yaml", "craft: vase", "craft: 青瓷花瓶"),
        ("streams/evening.md", "craft: vase", "craft: 青瓷花瓶"),
        ("posts/first.md", "crafts: [vase]", "crafts: [青瓷花瓶]"),
        ("crafts/plaque/index.md", "---\nid", "---\naddress: silver\nid"),
        ("polls/mouth.yaml", "crafts: [vase]", "crafts: [青瓷花瓶]"),
        ("ideas/mouth.yaml", "crafts: [vase]", "crafts: [青瓷花瓶]"),
        ("ideas/mouth.yaml", "{craft: vase", "{craft: 青瓷花瓶"),
        ("designs/neck/index.md", "crafts: [vase]", "crafts: [青瓷花瓶]"),
        ("designs/neck/index.md", "{craft: vase", "{craft: 青瓷花瓶"),
    ):
        text = (root / "content" / path).read_text("utf-8")
        assert old in text
        (root / "content" / path).write_text(text.replace(old, new), "utf-8")
    site_yaml = root / "site.yaml"
    site_yaml.write_text(site_yaml.read_text("utf-8") + settings, "utf-8")
    again(root)  # every link of every page is held against what is published
    facts = next((root / "output/assets").glob("crafts-facts.*.json")).read_text("utf-8")
    assert '["silver",' in facts, "script finds a card by the last step of its address"


def test_words_are_renewed_and_frozen_does_not_mind(root: Path) -> None:
    path = root / "content/posts/first.md"
    path.write_text(re.sub(r"^title: .*$", "title: 新题目", path.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    assert ichsite(root, "build", "--frozen").code == 0
    assert "新题目" not in ledger(root)
    again(root)
    assert "title: 新题目" in line_of(root, "post:first")
    path.unlink()
    again(root)
    assert "新题目" in page(root, "/posts/first/")


def test_an_id_that_was_given_up_may_be_used_again(root: Path) -> None:
    post(root, "plain", body=LONG)
    again(root)
    post(root, "plain", "id: given", body=LONG)
    again(root)
    post(root, "other", "id: plain")
    again(root)
    assert leads(root, "/posts/other/") is None


def test_a_showcase_leaves_nothing_of_the_buyer(root: Path) -> None:
    showcase = root / "content/showcases/vase-1/showcase.yaml"
    text = showcase.read_text("utf-8").replace("buyer: 小满", "buyer: 苇间")  # whose idea was answered stays named
    showcase.write_text(text, "utf-8")
    again(root)
    buyer = re.search(r"^buyer: (.*)$", text, re.MULTILINE)
    title = re.search(r"^title: (.*)$", text, re.MULTILINE)
    assert buyer is not None
    assert title is not None
    shutil.rmtree(showcase.parent)
    again(root)
    everything = b"".join(path.read_bytes() for path in (root / "output").rglob("*") if path.is_file())
    for private in (buyer[1], title[1]):
        assert private.encode() not in everything
        assert private not in ledger(root)
    assert "青瓷花瓶" in page(root, "/showcases/vase-1/")
