"""A design session in each of its states, from a whole site to its pages; what is not yet shown stays unsaid."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.sites_support import ichsite, laid_out

DESIGN = "content/designs/neck/index.md"
STATES = {
    "planned": "即将开始",
    "sketching": "正在画",
    "asking": "正在问",
    "confirmed": "已定稿",
    "given-up": "没有做成",
}
CHOSEN = "      chosen: [waisted]\n"
GIVEN_UP = "given_up:\n  day: 2026-11-08\n  reason: 烧了三只都歪。\n---\n"
CASES = (
    ("2026-10-19", "planned", {}),
    ("2026-10-20", "asking", {CHOSEN: ""}),
    ("2026-10-26", "asking", {CHOSEN: ""}),
    ("2026-10-27", "sketching", {CHOSEN: ""}),
    ("2026-10-27", "sketching", {}),
    ("2026-11-01", "sketching", {}),
    ("2026-11-02", "confirmed", {}),
    ("2026-11-08", "given-up", {"---\n从": GIVEN_UP + "从"}),
)
READ_ON = "counted: 2026-10-20"


def shown(page: str) -> str:
    """A page without what is hidden where it has no script."""
    return re.sub(r"<(\w+)[^>]*\shidden>.*?</\1>", "", page, flags=re.DOTALL)


@pytest.mark.parametrize(("today", "state", "changes"), CASES)
def test_a_session_stands_as_on_the_day_of_the_build(
    tmp_path: Path, today: str, state: str, changes: dict[str, str]
) -> None:
    root = laid_out(tmp_path / "site")
    text = (root / DESIGN).read_text("utf-8").replace("counted: 2026-10-26", READ_ON if today >= "2026-10-20" else "")
    if today < "2026-10-20":
        # nobody has counted before the question was asked
        text = re.sub(r"      counts:\n.*\n", "", text)
    for old, new in changes.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    (root / DESIGN).write_text(
        text.replace("tier: function\n", "tier: function\nstream: evening\ncall: mouth\n"), "utf-8"
    )
    (root / "content/feedback/narrow.md").unlink()  # its steps are of later days
    showcase = root / "content/showcases/vase-1/showcase.yaml"
    showcase.write_text(showcase.read_text("utf-8") + "design: neck\n", "utf-8")
    run = ichsite(root, "build", "--today", today, "--jobs", "1")
    assert run.code == 0, run.err
    output = root / "output"
    page = shown((output / "designs/neck/index.html").read_text("utf-8"))
    assert f'data-design="{state}"' in page
    head = page[page.index("<main") : page.index("<h1")]
    assert [key for key, word in STATES.items() if f">{word}</span>" in head] == [state]
    versions = len(re.findall(r'<li class="version[^>]* id="v-', page))
    assert versions == (0 if state == "planned" else 1 if today < "2026-10-30" else 2)
    assert ('id="confirmed"' in page, 'id="given-up"' in page) == (state == "confirmed", state == "given-up")
    assert ("口 65 毫米" in page, "烧了三只都歪" in page) == (state == "confirmed", state == "given-up")
    assert page.count('class="version settled"') == (1 if today >= "2026-11-02" else 0)
    assert ("现在问：" in page) == (state == "asking")
    assert ("data-compare" in page) == (versions == 2)
    assert page.count("采用了</span>") == (0 if CHOSEN in changes or state == "planned" else 1)
    if versions:
        # votes with their day and their source; the longest bar is that of most votes
        assert (
            "30 票 · 71%" in page
            and "百分数按全部 42 票算" in page
            and "直播里的投票" in page
            and "2026年10月20日" in page
        )
        assert re.findall(r'<rect y="3" width="([\d.]+)%" height="12"/></svg>', page) == ["40.0", "100.0"]
        assert 'href="/crafts/vase/#change-function-mouth"' in page
    listed = (output / "designs/index.html").read_text("utf-8")
    assert ("已经定稿的" in listed) == (state in ("confirmed", "given-up"))
    for beside in ("crafts/vase", "streams/evening", "calls/mouth", "masters/ye"):
        assert f'data-design="{state}"' in (output / beside / "index.html").read_text("utf-8"), beside
    assert "data-design=" not in (output / "crafts/plaque/index.html").read_text("utf-8")
    assert ('data-design="' in (output / "index.html").read_text("utf-8")) == (state in ("asking", "sketching"))
    assert 'href="/designs/neck/"' in (output / "showcases/vase-1/index.html").read_text("utf-8")
    assert 'href="/showcases/vase-1/"' in page
    feed = (output / "designs/feed.xml").read_text("utf-8")
    assert feed.count("<entry>") == versions + (state in ("confirmed", "given-up")) + (state == "given-up")
    (entry,) = json.loads((output / "api/v1/designs.json").read_text("utf-8"))["designs"]
    assert (entry["state"], len(entry["versions"])) == (state, versions)
    assert (entry["confirmed"] is not None, entry["given_up"] is not None) == (
        state == "confirmed",
        state == "given-up",
    )


def test_its_pictures_are_held_to_the_rules_of_pictures(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    text = (root / DESIGN).read_text("utf-8")
    text = text.replace(", alt: 铅笔草图：直颈的花瓶, illustration: true", ", alt: 手里拿着草图, shows_child: true")
    text = text.replace("{id: straight, label: 直颈}", "{id: straight, label: 直颈, picture: {file: none.jpg}}")
    (root / DESIGN).write_text(text, "utf-8")
    run = ichsite(root, "check")
    found = sorted(re.findall(r"error\[([a-z-]+)\]", run.err))
    assert found == ["picture-missing", "picture-without-alt", "portrait-without-consent"], run.err
