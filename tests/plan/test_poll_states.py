"""A poll in each of its states, and a batch of ideas, from a whole site to its pages; what is private or waits leaves no byte."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.plan.test_call_states import shown
from tests.sites_support import ichsite, laid_out

POLL, IDEAS = "content/polls/mouth.yaml", "content/ideas/mouth.yaml"
DESIGN = "content/designs/neck/index.md"
WORDS = {
    "upcoming": "即将开始",
    "open": "正在投票",
    "closed": "已截止，正在数",
    "counted": "已有票数",
    "answered": "已有结果",
}
STATES = (
    ("2026-11-16", "upcoming", "none"),
    ("2026-11-23", "open", "none"),
    ("2026-11-24", "closed", "none"),
    ("2026-11-26", "counted", "votes"),
    ("2026-11-27", "answered", "all"),
)


@pytest.mark.parametrize(("today", "state", "kept"), STATES)
def test_a_poll_stands_as_on_the_day_of_the_build(tmp_path: Path, today: str, state: str, kept: str) -> None:
    root = laid_out(tmp_path / "site")
    text = (root / POLL).read_text("utf-8")
    if kept != "all":
        text = text[: text.index("outcome:" if kept == "votes" else "counts:")]
    # the base site's own days, in November: opens the 17th, closes the 23rd, counted the 24th, answered the 27th
    text = re.sub(r"2026-06-(\d\d)", lambda day: f"2026-11-{int(day[1]) + 7}", text)
    (root / POLL).write_text(text.replace("crafts: [vase]", "crafts: [vase]\ncall: mouth\nstream: evening"), "utf-8")
    design = (root / DESIGN).read_text("utf-8")
    design = re.sub(r"confirmed:\n(  .*\n)+", "", design).replace("    feas", "    asked: {poll: mouth}\n    feas")
    (root / DESIGN).write_text(design, "utf-8")
    run = ichsite(root, "build", "--today", today, "--jobs", "1")
    assert run.code == 0, run.err
    output = root / "output"
    page = shown((output / "polls/mouth/index.html").read_text("utf-8"))
    assert f'data-call="{state}"' in page
    assert [key for key, word in WORDS.items() if f">{word}</span>" in page] == [state]
    assert ("直播间的投票" in page) == (state in ("upcoming", "open"))
    assert ("18 票 · 60%" in page) == (kept != "none")
    assert ("投票后台的截图" in page) == (kept != "none")
    assert ("口收小了半寸。" in page) == (state == "answered")
    for beside in ("crafts/vase", "streams/evening", "calls/mouth", "polls", "calls"):
        assert 'href="/polls/mouth/"' in (output / beside / "index.html").read_text("utf-8")
    assert "/polls/" not in (output / "crafts/plaque/index.html").read_text("utf-8")
    # the session whose version names the poll shows the poll's own chart, and each leads to the other
    session = (output / "designs/neck/index.html").read_text("utf-8")
    second = session[session.index('id="v-2-asked"') :]
    assert "瓶口多大最顺手？</h4>" in second and 'href="/polls/mouth/"' in second and 'href="/designs/neck/"' in page
    assert ("18 票 · 60%" in second, "投票后台的截图" in second) == (kept != "none",) * 2
    assert ("chosen-one" in second) == (state == "answered")
    assert f'data-design="{"sketching" if state in ("closed", "counted", "answered") else "asking"}"' in session
    (asked,) = [
        one["asked"] for one in json.loads((output / "api/v1/designs.json").read_bytes())["designs"][0]["versions"][1:]
    ]
    assert (asked["poll"], asked["choices"][0]["votes"]) == ("mouth", 18 if kept != "none" else None)
    (entry,) = json.loads((output / "api/v1/polls.json").read_bytes())["polls"]
    assert (entry["state"], entry["options"][0]["votes"]) == (state, 18 if kept != "none" else None)
    assert (entry["designs"], entry["calendar"].endswith("/polls/mouth.ics")) == (["neck"], True)


def test_shares_stand_on_voters_and_ties_and_nothing_are_said(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    base = (root / POLL).read_text("utf-8")
    base = base[: base.index("outcome:")]
    several = base.replace("options:", "at_most: 2\noptions:").replace("small: 18, large: 12", "small: 24, large: 24")
    polls = {
        "several": several,
        "unknown": several.replace("    voters: 30\n", ""),
        "nobody": base.replace("voters: 30", "voters: 0").replace("small: 18, large: 12", "small: 0, large: 0"),
        "places": base + "  - {where: group, source: 群投票, counted: 2026-06-18, votes: {small: 2}}\n",
    }
    for name, text in polls.items():
        (root / f"content/polls/{name}.yaml").write_text(text.replace("id: mouth", f"id: {name}"), "utf-8")
    run = ichsite(root, "build", "--jobs", "1")
    assert run.code == 0, run.err
    said = {name: (root / f"output/polls/{name}/index.html").read_text("utf-8") for name in polls}
    assert said["several"].count("24 票 · 80%") == 2 and said["several"].count("并列最多</span>") == 2
    assert "24 票" in said["unknown"] and "%</span>" not in said["unknown"]
    assert "没有人投票" in said["nobody"] and not re.search(r"\d%(?!\")", said["nobody"].partition('id="votes"')[2])
    assert "20 票 · 63%" in said["places"] and "没有这一项" in said["places"] and "每处各算一次" in said["places"]


def test_ideas_are_answered_and_what_is_private_leaves_no_byte(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    text = (root / IDEAS).read_text("utf-8")
    text = text.replace("agreed: 2026-06-19}", "agreed: 2026-06-19, record: 私信截图九}")
    (root / IDEAS).write_text(text + "  - id: later\n    words: 没答的那条\n", "utf-8")
    waiting = text.replace("id: mouth", "id: waiting\nstatus: pending").replace("瓶口的点子", "待审的点子")
    (root / "content/ideas/waiting.yaml").write_text(waiting, "utf-8")
    run = ichsite(root, "build", "--jobs", "1")
    assert run.code == 0, run.err
    page = (root / "output/ideas/mouth/index.html").read_text("utf-8")
    assert page.index('id="smaller"') < page.index('id="alike"')
    assert 'href="/crafts/vase/#change-function-mouth"' in page
    assert all(words in page for words in ("小满", "试口径的小瓶", "花老往一边倒", "口太大，烧成时会变形", "60–120"))
    assert 'id="change-function-mouth"' in (root / "output/crafts/vase/index.html").read_text("utf-8")
    files = [path for path in (root / "output").rglob("*") if path.is_file()]
    for private in ("私信截图九", "没答的那条", "待审的点子"):
        assert [str(path) for path in files if private.encode() in path.read_bytes()] == []
