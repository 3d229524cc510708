"""Galleries, strips, the invitation, a stream's parts and thanks from a whole site to its pages: who is in them, who leads
there, and what answers when they empty."""

from __future__ import annotations

import re
from pathlib import Path

from tests.sites_support import TODAY, ichsite, laid_out

RARE, ALONE, NAMED, LATER = "靐龘", "爨灪", "驫麤先生", "麣后三月"
"""Words that stand nowhere else: a tag of the two showcases that will be withdrawn, one of one alone; a name, a later word."""
GREW = f"call: mouth\nshown_in: [evening]\nlater:\n  - {{day: 2026-11-20, words: {LATER}}}\n"
CONFIRMED = "confirmed:\n  day: 2026-11-02\n  version: 2\n  words: 束颈，口 65 毫米。\n"
INVITATION = """\
links: {hashtags: [手作], kit_pages: true}
invitation:
  summary: 收到了，拍一张给我们看。
  places:
    - {where: group, words: 发到买家群}
  consent: {words: 先问您再放。, scope: [words, pictures, elsewhere], withdraw: 在群里说一声}
"""


def test_galleries_and_strips(tmp_path: Path) -> None:
    root = _site(tmp_path)
    assert _hrefs(root, "showcases/by/craft/vase/") >= {f"/showcases/vase-{number}/" for number in (2, 3)}
    assert "/showcases/vase-1/" in _hrefs(root, "showcases/by/craft/vase/page/2/")
    tag = next(one for one in _hrefs(root, "showcases/vase-2/") if one.startswith("/showcases/by/tag/"))
    assert _hrefs(root, tag) >= {"/showcases/vase-2/", "/showcases/vase-3/"}
    assert ALONE in _page(root, "showcases/vase-3/")
    assert {one for one in _hrefs(root, "showcases/vase-3/") if "/by/tag/" in one} == {tag}, (
        "one showcase is no gallery"
    )
    for page, gallery in (
        ("crafts/vase", "craft/vase"),
        ("masters/ye", "master/ye"),
        ("tiers/function", "tier/function"),
    ):
        assert f"/showcases/by/{gallery}/" in _hrefs(root, f"{page}/"), page
    assert {tag, "/showcases/by/tier/function/", "/showcases/by/master/ye/"} <= _hrefs(root, "showcases/")
    assert "/showcases/by/craft/vase/" in _hrefs(root, "showcases/"), "the filter leads there without script"
    for strip in ("showcases/strip/", "showcases/strip/vase/"):
        text = _page(root, strip)
        assert "noindex" in text and "<script" not in text and text.count('target="_blank" rel="noopener"') == 2
        assert {one for one in _hrefs(root, strip) if "vase-" in one} == {"/showcases/vase-2/"}, "the others stay here"
    lines = [line for line in _ledger(root).splitlines() if "kind: gallery" in line]
    assert len(lines) == 5 and not any(RARE in line for line in lines)

    assert "/showcases/vase-3/" in _hrefs(root, "calls/mouth/") and "/calls/mouth/" in _hrefs(root, "showcases/vase-3/")
    told = {
        path.name.partition(".")[0] for path in (root / "output").rglob("*.json") if LATER in path.read_text("utf-8")
    }
    assert told == {"search", "vase"}, "told later: in the craft's JSON, and found"
    thanks = _page(root, "thanks/2025/")
    assert thanks.count(f"<dt>{NAMED}</dt>") == 1, "once, for two showcases"
    assert {"/showcases/vase-2/", "/showcases/vase-3/", "/thanks/2026/"} <= _hrefs(root, "thanks/2025/")
    ideas = _page(root, "thanks/2026/")
    assert "/ideas/mouth/#smaller" in ideas and "/ideas/mouth/#alike" in ideas, "its author, and who said the same"
    assert "未答先生" not in ideas and "待审先生" not in ideas, "without an answer, or not published"
    assert "/thanks/" in _page(root, "showcases/")

    share = _page(root, "share/")
    assert all(words in share for words in ("发到买家群", "先问您再放", "在群里说一声", "也放到别的网站上", "#手作"))
    for page in ("crafts/vase/", "crafts/plaque/", "showcases/vase-1/"):
        assert "/share/" in _hrefs(root, page), page
    cards = _page(root, "share/card/")
    assert cards.count("<li>") == 10 and cards.count("shop.example/share</p>") == 10 and "noindex" in cards

    craft = root / "content/crafts/vase/index.md"
    craft.write_text(craft.read_text("utf-8").replace("id: vase\n", "id: vase\naddress: big-vase\n"), "utf-8")
    _build(root)
    assert "/showcases/by/craft/big-vase/" in _page(root, "showcases/by/craft/vase/")
    assert "/showcases/strip/big-vase/" in _page(root, "showcases/strip/vase/")
    assert "id: craft/vase, address: /showcases/by/craft/big-vase/" in _ledger(root)

    for number in (2, 3):
        folder = root / f"content/showcases/vase-{number}"
        (folder / "showcase.yaml").write_text(f"id: vase-{number}\ncraft: vase\nwithdrawn: 2026-11-20\n", "utf-8")
    settings = root / "site.yaml"
    settings.write_text(settings.read_text("utf-8").replace(INVITATION, ""), "utf-8")
    _build(root)
    for gone in (tag, "showcases/by/craft/big-vase/"):
        assert "noindex" in _page(root, gone) and "/showcases/" in _hrefs(root, gone)
    assert "showcases/by/craft/big-vase/" in _page(root, "showcases/by/craft/big-vase/page/2/")
    assert "/showcases/strip/" in _page(root, "showcases/strip/big-vase/")
    assert "vase-" not in _page(root, "showcases/strip/")
    assert "noindex" in _page(root, "thanks/2025/") and "/thanks/2025/" not in _page(root, "thanks/2026/")
    for gone in ("share/", "share/card/"):
        assert 'url=/showcases/"' in _page(root, gone), "it is printed on cards"
    kept = [path for path in (root / "output").rglob("*") if path.is_file()]
    for words in (RARE, LATER, NAMED):
        assert not [path for path in kept if words.encode() in path.read_bytes()] and words not in _ledger(root)


def test_the_parts_of_a_stream(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    stream, settings = root / "content/streams/evening.md", root / "site.yaml"
    bare = stream.read_text("utf-8")
    _build(root)
    assert _parts(root) == [("during", False, ["crafts"])] and "/kit/" not in _page(root, "streams/evening/")

    settings.write_text(settings.read_text("utf-8") + "links: {kit_pages: true}\n", "utf-8")
    for file, line in (
        ("calls/mouth.md", "title: 瓶口收多小\n"),
        ("polls/mouth.yaml", "title: 瓶口投票\n"),
        ("ideas/mouth.yaml", "title: 瓶口的点子\n"),
        ("designs/neck/index.md", "title: 收一收瓶颈\n"),
    ):
        _change(root / "content" / file, line, line + "stream: evening\n")
    _change(root / "content/showcases/vase-1/showcase.yaml", "craft: vase\n", "craft: vase\nshown_in: [evening]\n")
    poll, design = root / "content/polls/mouth.yaml", root / "content/designs/neck/index.md"
    told, confirmed = poll.read_text("utf-8"), design.read_text("utf-8")
    poll.write_text(told.partition("outcome:")[0], "utf-8")
    _change(design, CONFIRMED, "")
    _build(root)
    assert _parts(root) == [
        ("before", True, ["calls", "polls", "decisions"]),
        ("during", False, ["crafts", "designs"]),
        ("after", False, ["shown"]),
    ], "the ideas are answered; poll and design are not decided"
    assert "/kit/streams/evening/" in _hrefs(root, "streams/evening/")
    assert 'href="/overlay/?stream=evening"' in _page(root, "streams/evening/")

    _build(root, "2026-11-28")
    assert _parts(root)[0] == ("during", True, ["crafts", "designs"])

    poll.write_text(told, "utf-8")
    design.write_text(confirmed, "utf-8")
    stream.write_text(bare.replace("host: 阿宁", "host: 阿宁\nreplay: https://example.com/replay"), "utf-8")
    _change(root / "content/showcases/vase-1/showcase.yaml", "shown_in: [evening]", "stream: evening")
    _build(root, "2026-11-30")
    assert _parts(root) == [
        ("after", True, ["decisions", "began"]),
        ("during", False, ["crafts"]),
        ("before", False, ["calls"]),
    ]
    shown = _hrefs(root, "streams/evening/")
    assert {f"/{one}/" for one in ("polls/mouth", "ideas/mouth", "designs/neck", "calls/mouth")} <= shown
    assert "https://example.com/replay" in shown and "/kit/streams/evening/" not in shown

    stream.write_text(re.sub(r"crafts:\n(  - .*\n)+", "", bare), "utf-8")
    for kind in ("calls/mouth.md", "polls/mouth.yaml", "ideas/mouth.yaml", "designs/neck/index.md"):
        _change(root / "content" / kind, "stream: evening\n", "")
    _change(root / "content/showcases/vase-1/showcase.yaml", "stream: evening\n", "")
    _build(root, "2026-11-30")
    assert _parts(root) == []


def _parts(root: Path) -> list[tuple[str, bool, list[str]]]:
    """The parts of the stream's page in their order: whether it is marked as now, and what it holds."""
    found: list[tuple[str, bool, list[str]]] = []
    for text in _page(root, "streams/evening/").split('<section class="part" id="')[1:]:
        part = text.partition("</section>")[0]
        mark = re.search(r"<span[^>]*data-part[^>]*>", part)
        assert mark is not None
        found.append((part.partition('"')[0], "hidden" not in mark[0], re.findall(r'<h3 id="(\w+)"', part)))
    return found


def _change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, file
    file.write_text(text.replace(old, new), "utf-8")


def _site(tmp_path: Path) -> Path:
    """The base site with three showcases of one vase; one of them may be shown elsewhere."""
    root = laid_out(tmp_path / "site")
    (root / "site.yaml").write_text(
        (root / "site.yaml").read_text("utf-8") + "cards_per_page: 2\n" + INVITATION, "utf-8"
    )
    first = root / "content/showcases/vase-1"
    text = (first / "showcase.yaml").read_text("utf-8")
    for number, tags in ((2, RARE), (3, f"{RARE}, {ALONE}")):
        folder = first.with_name(f"vase-{number}")
        folder.mkdir()
        for file in first.iterdir():
            (folder / file.name).write_bytes(file.read_bytes())
        own = text.replace("id: vase-1", f"id: vase-{number}").replace("tags: [插花]", f"tags: [{tags}]")
        own = re.sub(r"received: .*", f"received: 2026-10-0{number}", own)
        own = own.replace("buyer: 小满", f"buyer: {NAMED}").replace("[words, pictures]", "[words, pictures, name]")
        own = own.replace("given: 2026-09-21", "given: 2025-12-30")
        own = own.replace(", name]", ", name, elsewhere]") if number == 2 else own + GREW
        (folder / "showcase.yaml").write_text(own, "utf-8")
    ideas = root / "content/ideas/mouth.yaml"
    _change(ideas, "where: group, count: 3}", "where: group, credit: {name: 同意先生, agreed: 2026-06-20}}")
    said = "{words: 还要一只, credit: {name: 老林, agreed: 2026-06-21}}"
    unanswered = "  - {id: waits, words: 还没答的, credit: {name: 未答先生, agreed: 2026-06-21}}\n"
    ideas.write_text(f"{ideas.read_text('utf-8')}    merged: [{said}]\n{unanswered}", "utf-8")
    pending = (
        ideas.read_text("utf-8").replace("老林", "待审先生").replace("id: mouth\n", "id: later\nstatus: pending\n", 1)
    )
    ideas.with_name("later.yaml").write_text(pending, "utf-8")
    _build(root)
    return root


def _build(root: Path, today: str = TODAY) -> None:
    run = ichsite(root, "build", "--today", today)
    assert run.code == 0, run.err


def _page(root: Path, url: str) -> str:
    return (root / "output" / url.strip("/") / "index.html").read_text("utf-8")


def _hrefs(root: Path, url: str) -> set[str]:
    """The addresses below the site's base that a page links to."""
    main = _page(root, url).partition("<main")[2].partition("</main>")[0]
    return set(re.findall(r'href="([^"#?]+)"', main))


def _ledger(root: Path) -> str:
    return (root / "content/permalinks.yaml").read_text("utf-8")
