"""What links are held against is what the site publishes; what is promised of a page is on it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from ichsite.catalog.address_book import short_address
from ichsite.catalog.known import CRAFT_ANCHORS, Known
from ichsite.catalog.urls import EVERY_ANCHOR, FIXED_ANCHORS, HOW_TO_READ, TIERS
from ichsite.commands.session import session
from ichsite.pipeline import check
from ichsite.request import Request
from ichsite.rules.whole import Whole
from ichsite.stage.assessment import work_calendar
from ichsite.text.address import UrlPath, output_of
from tests.invariants.pages import read_html
from tests.invariants.trees import built as built_here
from tests.sites_support import TODAY, laid_out

ELSEWHERE = re.compile(r"en/|kit/|promises/[0-9a-f]{10}/")
PROMISED = ("change", "days", "chance", "price", "revisions", "returns", "hands", "showcases")
"""Printed on cards and pasted under streams: a name may be added, never taken away or changed."""


def gone_of(root: Path) -> set[str]:
    """What answers where something is gone: no story may link there."""
    with session(Request(root, date.fromisoformat(TODAY)), lambda *_: None) as desk:
        found, _ = check(desk)
        assert found is not None
        lines = tuple(found.entered.gone)
        short = (short_address(line.code) for line in lines if line.code)
        return {output_of(address) for address in (*short, *(one for line in lines for one in line.addresses))}


def known_of(root: Path) -> Known:
    """What links of a project are held against."""
    with session(Request(root, date.fromisoformat(TODAY)), lambda *_: None) as desk:
        found, _ = check(desk)
        assert found is not None
        calendar = work_calendar(desk, found.today)
        whole = Whole(
            found.catalog,
            found.cards,
            frozenset(),
            calendar,
            found.today,
            found.entered.book,
            terms=found.terms,
            fits=found.fits,
        )
        return whole.known


def test_links_are_held_against_what_is_published(built: dict[str, Path]) -> None:
    output = built["/"]
    root = output.parent / "site"
    known, gone = known_of(root), gone_of(root)
    published = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    # what programs read, the shop's own kit and the versions of promises are nothing that a story links to
    ours = {path for path in published if path.endswith(".html") and not ELSEWHERE.match(path)}
    known_paths = {output_of(address) for address in (*known.addresses, *known.former)}
    assert {path for path in known_paths if path.endswith(".html")} == ours - gone
    assert known_paths <= published and gone <= published
    assert "showcases/paper-cut-housewarming/index.html" in gone


def test_lists_in_pages_and_posts_to_come(tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    site = root / "site.yaml"
    site.write_text(site.read_text("utf-8") + "\ncards_per_page: 1\n", "utf-8")
    post = (root / "content/posts/first.md").read_text("utf-8")
    for name, day in (("second", "2026-11-02"), ("third", "2026-12-24")):
        text = post.replace("id: first", f"id: {name}").replace("published: 2026-11-01", f"published: {day}")
        (root / f"content/posts/{name}.md").write_text(text, "utf-8")
    built_here(root)
    output = root / "output"
    published = {path.relative_to(output).as_posix() for path in output.rglob("*.html")}
    known = known_of(root)
    at_hand = {
        output_of(one)
        for one, page in known.addresses.items()
        if page.begins is None or page.begins <= date.fromisoformat(TODAY)
    }
    at_hand |= {output_of(one) for one in known.former}
    at_hand.add(output_of(UrlPath("/posts/third/")))  # which says that it is not out yet
    assert {path for path in at_hand if path.endswith(".html")} == {
        one for one in published if not ELSEWHERE.match(one)
    }
    assert "crafts/page/2/index.html" in published
    assert "posts/page/2/index.html" in published
    assert "for/home/page/2/index.html" in published


def test_the_promised_anchors_of_a_craft_are_promised_for_ever() -> None:
    assert CRAFT_ANCHORS[: len(PROMISED)] == PROMISED


@pytest.mark.parametrize("tree", ["", "en/"])
def test_every_craft_page_has_what_is_promised(built: dict[str, Path], tree: str) -> None:
    pages = sorted((built["/"] / f"{tree}crafts").glob("*/index.html"))
    assert len(pages) >= 10
    for page in pages:
        _, anchors = read_html(page.read_text("utf-8"))
        assert anchors >= {*PROMISED, *EVERY_ANCHOR}, page


def test_every_other_page_has_what_is_promised(built: dict[str, Path]) -> None:
    for address in (HOW_TO_READ, TIERS):
        _, anchors = read_html((built["/"] / output_of(address)).read_text("utf-8"))
        assert anchors >= {*FIXED_ANCHORS[address], *EVERY_ANCHOR}
