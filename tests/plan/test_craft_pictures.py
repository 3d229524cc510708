"""One file in two places of a craft: each place has its own words and labels, for a label is a promise."""

from __future__ import annotations

import re
from pathlib import Path

from tests.sites_support import ichsite, laid_out


def test_an_outcome_that_shows_the_crafts_own_picture_keeps_its_own_words(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    custom = root / "content/crafts/vase/customization.yaml"
    before = custom.read_text("utf-8")
    after = before.replace(
        "{file: meizi.jpg, alt: 梅子青的釉面, illustration: true}",
        "{file: cover.jpg, alt: 出窑的一只, ai_generated: true}",
    )
    assert after != before
    custom.write_text(after, "utf-8")
    run = ichsite(root, "build")
    assert run.code == 0, run.err
    page = (root / "output/crafts/vase/index.html").read_text("utf-8")
    hero = page[page.index('class="hero"') : page.index('class="hero-name"')]
    outcome = page[page.index('id="outcome-meizi"') : page.index('id="outcome-fenqing"')]
    assert re.findall(r'alt="([^"]*)"', hero) == ["一只青瓷花瓶"]
    assert "示意图" in hero and "AI" not in hero
    assert re.findall(r'alt="([^"]*)"', outcome) == ["出窑的一只"]
    assert "AI" in outcome and "示意图" not in outcome
