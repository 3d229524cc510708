"""An event in each of its states, from a whole site to its pages; feedback and posts by kind beside it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.plan.test_call_states import shown
from tests.sites_support import ichsite, laid_out

EVENT = "content/events/knots.md"
TOLD = "report: {day: 2026-12-01, words: 打成了十副。, came: {count: 11, source: 当天签到}}\n"
OFF = "cancelled: {day: 2026-11-26, reason: 师傅手伤了。}\n"
WORDS = {"upcoming": "即将开始", "running": "进行中", "over": "已结束", "reported": "有回顾", "cancelled": "已取消"}
POLL = """id: mouth
title: 瓶口投票
question: 瓶口多大最顺手？
summary: 照票数定口径。
opens: 2026-11-28
closes: 2026-11-30
answers: [{where: douyin, words: 直播间的投票}]
options: [{id: small, label: 小口}, {id: large, label: 大口}]
"""
COUNTED = """counts: [{where: douyin, source: 截图, counted: 2026-11-29, votes: {small: 18, large: 12}}]
outcome: {answered: 2026-11-29, words: 口收小了半寸。, chosen: [small]}
"""
ASKED = ("2026-11-28", "2026-11-30")
STATES = (
    ("2026-11-27", "upcoming", ""),
    ("2026-11-29", "upcoming", ""),
    ("2026-11-30", "running", ""),
    ("2026-12-01", "over", ""),
    ("2026-11-30", "running", TOLD),
    ("2026-12-01", "reported", TOLD),
    ("2026-11-27", "cancelled", OFF),
    ("2026-12-20", "cancelled", OFF),
)


@pytest.mark.parametrize(("today", "state", "told"), STATES)
def test_an_event_stands_as_on_the_day_of_the_build(tmp_path: Path, today: str, state: str, told: str) -> None:
    root = laid_out(tmp_path / "site")
    text = (root / EVENT).read_text("utf-8").replace("ends: 2026-11-29", "ends: 2026-11-30")
    (root / EVENT).write_text(text.replace("fee: 60\n", f"fee: 60\ncrafts: [vase]\n{told}"), "utf-8")
    (root / "content/polls/mouth.yaml").write_text(POLL + (COUNTED if told == TOLD else ""), "utf-8")
    design = root / "content/designs/neck/index.md"
    first = design.read_text("utf-8").replace("2026-10-20", ASKED[0]).replace("2026-10-26", ASKED[1])
    design.write_text(re.sub(r"      counts:\n.*(?=---)", "", first, flags=re.DOTALL), "utf-8")
    run = ichsite(root, "build", "--today", today, "--jobs", "1")
    assert run.code == 0, run.err
    output, over = root / "output", today > "2026-11-30"
    page = shown((output / "events/knots/index.html").read_text("utf-8"))
    assert f'data-event="{state}"' in page
    assert [key for key, word in WORDS.items() if f">{word}</span>" in page] == [state]
    assert ("在群里接龙" in page) == (state in ("upcoming", "running"))
    assert ("共 12 席，余 3 席" in page) == (state in ("upcoming", "running"))
    assert ("数得有些日子了" in page) == (state in ("upcoming", "running") and today > "2026-11-27")
    assert ("打成了十副。" in page) == ("来了 11 位（当天签到）" in page) == (state == "reported")
    assert ("师傅手伤了。" in page) == (state == "cancelled")
    listed = (output / "events/index.html").read_text("utf-8")
    assert ("眼下没有活动" in listed) == over
    for beside in ("crafts/vase/index.html", "masters/ye/index.html", "index.html"):
        assert (f'data-event="{state}"' in (output / beside).read_text("utf-8")) == (not over)
    agenda = shown((output / "calendar/index.html").read_text("utf-8"))
    in_agenda = "over" if state == "reported" else state
    assert re.search(rf'data-event="{in_agenda}"(?:(?!</li>).)*/events/knots/', agenda, re.DOTALL)
    begun, past = today >= ASKED[0], today > ASKED[1]
    standing = "over" if past else "running" if begun else "upcoming"
    early = told == TOLD and not past
    assert _in_agenda(agenda, "/polls/mouth/") == (
        "over" if early else standing,
        f"{ASKED[0]}T00:00:00+08:00",
        f"{today if early else '2026-12-01'}T00:00:00+08:00",
    )
    assert _in_agenda(agenda, "/designs/neck/") == (
        (standing, f"{ASKED[0]}T00:00:00+08:00", "2026-12-01T00:00:00+08:00") if begun else None
    ), "a version is not told of before its day"
    polled = (output / "polls/feed.xml").read_text("utf-8")
    assert ("瓶口投票" in polled, "口收小了半寸。" in polled) == (begun, told == TOLD)
    for asked in ("polls", "designs"):
        assert f'href="/{asked}/feed.xml"' in (output / asked / "index.html").read_text("utf-8")
        assert f'href="/{asked}/calendar.ics"' in (output / "calendar/index.html").read_text("utf-8")
    assert ("<details" in agenda) == (today >= "2026-12"), "what is over by then is folded, with its month"
    entry = json.loads((output / "api/v1/events.json").read_text("utf-8"))["events"][0]
    assert (entry["state"], entry["fee"]["lowest"], entry["places"]["left"]) == (state, "60.00", 3)
    assert (entry["report"] is not None) == (state == "reported")
    calendar = (output / "events/knots.ics").read_text("utf-8")
    assert ("STATUS:CANCELLED" in calendar) == (state == "cancelled")
    assert ("BEGIN:VALARM" in calendar) == (state in ("upcoming", "running"))
    feed = (output / "events/feed.xml").read_text("utf-8")
    assert ("打成了十副。" in feed) == (state == "reported")
    assert ("已取消 · 学打盘扣" in feed) == (state == "cancelled")


def _in_agenda(agenda: str, url: str) -> tuple[str, ...] | None:
    """The state of an item in the calendar, and the moments on which it begins and ends."""
    items = agenda.split("<li ")
    (said, *_) = (*(one for one in items if f'href="{url}"' in one), "")
    found = re.match(r'class="card row" data-event="(\w+)" data-begins="([^"]+)" data-ends="([^"]+)"', said)
    return found.groups() if found is not None else None


def test_feedback_stands_as_its_last_step_and_posts_lead_to_one_another(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    theme = root / "content/feedback/narrow.md"
    step = "  - {day: 2026-11-20, standing: done, words: 口收到四十。}\n  - {day: 2026-12-20, standing: declined, words: 以后的话。}\n"
    theme.write_text(theme.read_text("utf-8").replace("led_to:\n", f"{step}led_to:\n"), "utf-8")
    first = root / "content/posts/first.md"
    text = first.read_text("utf-8").replace("author:", "kind: progress\nseries: 一窑\nauthor:")
    first.write_text(text, "utf-8")
    second = text.replace("id: first", "id: second").replace("2026-11-01", "2026-11-08").replace("一窑四色", "窑凉了")
    first.with_name("second.md").write_text(second, "utf-8")
    run = ichsite(root, "build", "--jobs", "1")
    assert run.code == 0, run.err
    output = root / "output"
    page = (output / "feedback/narrow/index.html").read_text("utf-8")
    assert page.index("口收到四十。") < page.index("先试三只。"), "the latest word first"
    assert "以后的话" not in page
    assert "12 位提过（买家群接龙、11月8日）" in re.sub(r"</?time[^>]*>", "", page)
    assert '<a href="/calls/mouth/">' in page
    listed = (output / "feedback/index.html").read_text("utf-8")
    assert 'id="standing-done"' in listed
    assert 'id="standing-considering"' not in listed
    assert "已做" in (output / "feedback/feed.xml").read_text("utf-8")
    assert 'rel="next" href="/posts/second/"' in (output / "posts/first/index.html").read_text("utf-8")
    assert 'rel="prev" href="/posts/first/"' in (output / "posts/second/index.html").read_text("utf-8")
    assert "/posts/second/" in (output / "posts/progress/index.html").read_text("utf-8")
    assert not (output / "posts/knowledge").joinpath("index.html").exists(), "a list with nothing in it is none"
    assert "/posts/progress/feed.xml" in (output / "posts/progress/index.html").read_text("utf-8")
    for kind, entries in (("progress", 2), ("knowledge", 0)):
        assert (output / f"posts/{kind}/feed.xml").read_text("utf-8").count("<entry>") == entries
    # the last post of a kind becomes another: the list that was published answers still
    for path in (first, first.with_name("second.md")):
        path.write_text(path.read_text("utf-8").replace("kind: progress", "kind: news"), "utf-8")
    run = ichsite(root, "build", "--jobs", "1")
    assert run.code == 0, run.err
    assert (output / "posts/progress/index.html").exists()
