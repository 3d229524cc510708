"""Every address answers, at the root of a host and below a path; what is private is nowhere in the output."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.invariants.demonstration import ORIGIN
from tests.invariants.pages import dead, named_addresses
from tests.sites_support import ichsite, laid_out


@pytest.mark.parametrize("base", ["/", "/repo/"])
def test_every_address_answers(built: dict[str, Path], base: str) -> None:
    output = built[base]
    named = named_addresses(output)
    assert {one.by for one in named} >= {"index.html", "404.html", "sitemap.xml", "feed.xml", "robots.txt"}
    assert any(one.by.endswith(".json") for one in named)
    assert sum("#" in one.address for one in named) > 10
    # the handbook is a site of its own, which tests/docs holds
    assert dead(output, ORIGIN, base, f"{base}docs/") == []


def test_a_dead_address_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<p id="here"><a href="/gone/">.</a><a href="#here">.</a><a href="#gone">.</a><img srcset="/a.webp 480w">',
        "utf-8",
    )
    (tmp_path / "site.css").write_text("p { background: url(gone.png) }", "utf-8")
    found = [one.address for one in dead(tmp_path, ORIGIN, "/")]
    assert sorted(found) == ["#gone", "/a.webp", "/gone/", "gone.png"]


def test_every_kind_of_place_is_read(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<link rel="preload" as="image" href="/p.webp" imagesrcset="/q.webp 1x, /r.webp 2x">'
        '<link rel="alternate" hreflang="en" href="https://shop.example/en/"><div data-index="/assets/none.json">'
        '<p data-zone="Asia/Shanghai" data-pages="/crafts/page/"><a href="/陶/">.</a><a href="/%E9%99%B6/#%E7%93%B7">.</a>'
        '<a href="/%e9%99%b6/#瓷">.</a><a href="/陶/#%E5%A2%A8">.</a>',
        "utf-8",
    )
    (tmp_path / "陶").mkdir()
    (tmp_path / "陶/index.html").write_text('<p id="瓷">', "utf-8")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/search.json").write_text(
        '{"documents": [["/陶/", 0, "陶 / 瓷"], ["/gone/", 1, "/ 起头的话"]], "files": ["more.json"]}', "utf-8"
    )
    (tmp_path / "sitemap.xml").write_text(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:x="http://www.w3.org/1999/xhtml">'
        '<url><loc>https://shop.example/</loc><x:link hreflang="en" href="https://shop.example/de/"/></url></urlset>',
        "utf-8",
    )
    found = sorted(one.address for one in dead(tmp_path, ORIGIN, "/"))
    assert found == sorted(
        (
            *("/p.webp", "/q.webp", "/r.webp", "https://shop.example/en/", "/assets/none.json", "/陶/#%E5%A2%A8"),
            *("../gone/", "more.json", "https://shop.example/de/"),
        )
    )


def test_nothing_private_is_published(tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    showcase = root / "content/showcases/vase-1/showcase.yaml"
    text = showcase.read_text("utf-8").replace("书面同意第 1 号", "柜子里第七格ZQ")
    text = text.replace("illustration: true}", "illustration: true, shows_person: true, consent_record: 保险箱XK}")
    showcase.write_text(text.replace("[words, pictures]", "[words, pictures, portrait]"), "utf-8")
    custom = root / "content/crafts/vase/customization.yaml"
    cost = "    private_cost: {material: 71.93, working_hours: 8.7, fair_hourly_pay: 46.81}\n"
    custom.write_text(custom.read_text("utf-8").replace("randomness:\n", f"{cost}randomness:\n", 1), "utf-8")
    run = ichsite(root, "build")
    assert run.code == 0, run.err
    everything = b"".join(path.read_bytes() for path in (root / "output").rglob("*") if path.is_file())
    assert "等了三周".encode() in everything
    for private in ("柜子里第七格", "ZQ", "保险箱", "XK", "71.93", "7193", "46.81", "4681", "private", "consent"):
        assert private.encode() not in everything, private


def test_hidden_and_half_finished_files_are_not_published(tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    for name in ("_draft.md", ".DS_Store", "first.md~", "~first.md", "_later/index.md"):
        path = root / "content/posts" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            "---\nid: unseen\ntitle: 不该出现\nsummary: 无\npublished: 2026-11-01\nauthor: 谁\n---\n", "utf-8"
        )
    run = ichsite(root, "build")
    assert run.code == 0, run.err
    assert not [
        path for path in (root / "output").rglob("*") if path.is_file() and "不该出现".encode() in path.read_bytes()
    ]
