"""Galleries, strips and the invitation from a whole site to its pages: who is in them, who leads there, and what answers
when they empty."""

from __future__ import annotations

import re
from pathlib import Path

from tests.sites_support import ichsite, laid_out

RARE, ALONE, NAMED, LATER = "靐龘", "爨灪", "驫麤先生", "麣后三月"
"""Words that stand nowhere else: a tag of the two showcases that will be withdrawn, one of one alone; a name, a later word."""
GREW = f"call: mouth\nshown_in: [evening]\nlater:\n  - {{day: 2026-11-20, words: {LATER}}}\n"
INVITATION = """\
links: {hashtags: [手作]}
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
    assert {"/showcases/vase-2/", "/showcases/vase-3/"} <= _hrefs(root, "thanks/2025/")
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
    assert "noindex" in _page(root, "thanks/2025/")
    for gone in ("share/", "share/card/"):
        assert 'url=/showcases/"' in _page(root, gone), "it is printed on cards"
    kept = [path for path in (root / "output").rglob("*") if path.is_file()]
    for words in (RARE, LATER, NAMED):
        assert not [path for path in kept if words.encode() in path.read_bytes()] and words not in _ledger(root)


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
    _build(root)
    return root


def _build(root: Path) -> None:
    run = ichsite(root, "build")
    assert run.code == 0, run.err


def _page(root: Path, url: str) -> str:
    return (root / "output" / url.strip("/") / "index.html").read_text("utf-8")


def _hrefs(root: Path, url: str) -> set[str]:
    """The addresses below the site's base that a page links to."""
    main = _page(root, url).partition("<main")[2].partition("</main>")[0]
    return set(re.findall(r'href="([^"#?]+)"', main))


def _ledger(root: Path) -> str:
    return (root / "content/permalinks.yaml").read_text("utf-8")
