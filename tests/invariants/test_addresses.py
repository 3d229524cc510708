"""Every address answers, at the root of a host and below a path; what is private is nowhere in the output."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.invariants.demonstration import ORIGIN, built_demonstration
from tests.invariants.pages import dead, named_addresses
from tests.sites_support import ichsite, laid_out


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demonstration") / "site"


@pytest.mark.parametrize("base", ["/", "/repo/"])
def test_every_address_answers(root: Path, base: str) -> None:
    output = built_demonstration(root, base)
    named = named_addresses(output)
    assert {one.by for one in named} >= {"index.html", "404.html", "sitemap.xml", "feed.xml", "robots.txt"}
    assert sum("#" in one.address for one in named) > 10
    assert dead(output, ORIGIN, base) == []


def test_a_dead_address_would_be_seen(root: Path, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<p id="here"><a href="/gone/">.</a><a href="#here">.</a><a href="#gone">.</a><img srcset="/a.webp 480w">',
        "utf-8",
    )
    (tmp_path / "site.css").write_text("p { background: url(gone.png) }", "utf-8")
    found = [one.address for one in dead(tmp_path, ORIGIN, "/")]
    assert sorted(found) == ["#gone", "/a.webp", "/gone/", "gone.png"]


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
