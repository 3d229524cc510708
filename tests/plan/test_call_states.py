"""A call for ideas in each of its states, from a whole site to its pages; and the days that it has where none are written."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from pathlib import Path

import pytest

from ichsite.model.call import Call, CallDays, call_days
from ichsite.model.stream import Stream
from tests.sites_support import ichsite, laid_out

CALL = "content/calls/mouth.md"
DAYS = "opens: 2026-11-20\ncloses: 2026-11-28\n"
OF_STREAM = "stream: evening\ncrafts: [vase]\n"
TOLD = "outcome: {answered: 2026-11-26, words: 口收小了半寸。}\n"
STATES = (
    ("2026-11-20", "upcoming", ""),
    ("2026-11-21", "open", ""),
    ("2026-11-28", "open", ""),
    ("2026-11-29", "closed", ""),
    ("2026-11-25", "open", TOLD),
    ("2026-11-26", "answered", TOLD),
    ("2026-12-20", "answered", TOLD),
)


def stream(starts: str) -> Stream:
    moment = datetime.fromisoformat(starts)
    return Stream(title="一", summary="二", platform="douyin", starts=moment, host="三")


def shown(page: str) -> str:
    """A page without what is hidden where it has no script."""
    return re.sub(r"<(\w+)[^>]*\shidden>.*?</\1>", "", page, flags=re.DOTALL)


@pytest.mark.parametrize(("today", "state", "told"), STATES)
def test_a_call_stands_as_on_the_day_of_the_build(tmp_path: Path, today: str, state: str, told: str) -> None:
    root = laid_out(tmp_path / "site")
    text = (root / CALL).read_text("utf-8")
    (root / CALL).write_text(text.replace(DAYS, OF_STREAM + told), "utf-8")
    run = ichsite(root, "build", "--today", today, "--jobs", "1")
    assert run.code == 0, run.err
    output = root / "output"
    page = shown((output / "calls/mouth/index.html").read_text("utf-8"))
    assert f'data-call="{state}"' in page
    words = {"upcoming": "即将开始", "open": "正在征集", "closed": "已截止", "answered": "已有结果"}
    assert [key for key, word in words.items() if f">{word}</span>" in page] == [state]
    assert ("写在预告的评论里" in page) == (state in ("upcoming", "open"))
    assert ("口收小了半寸。" in page) == (state == "answered")
    assert ("这次征集已经截止" in page) == (state == "closed")
    listed = (output / "calls/index.html").read_text("utf-8")
    assert ("以前的征集" in listed) == (state in ("closed", "answered"))
    home = shown((output / "index.html").read_text("utf-8"))
    assert ('href="/calls/mouth/"' in home) == (state == "open")
    entry = json.loads((output / "api/v1/calls.json").read_text("utf-8"))["calls"][0]
    assert (entry["state"], entry["opens"], entry["closes"]) == (state, "2026-11-21", "2026-11-28")
    assert (entry["stream"], entry["budget"]["lowest"]) == ("evening", "300.00")
    assert entry["outcome"] == ("口收小了半寸。" if state == "answered" else None)
    for beside in ("crafts/vase/index.html", "streams/evening/index.html"):
        assert f'data-call="{state}"' in (output / beside).read_text("utf-8")
    assert "data-call=" not in (output / "crafts/plaque/index.html").read_text("utf-8")


def test_the_days_follow_from_the_stream_in_its_own_zone() -> None:
    call = Call(title="一", question="二？", summary="三", stream="evening")
    # in Beijing it is the 29th by then
    late = stream("2026-11-28T20:00-05:00")
    assert call_days(call, late) == CallDays(date(2026, 11, 21), date(2026, 11, 28))
    assert call_days(call, None) is None


def test_what_is_written_goes_before_the_stream() -> None:
    opens, closes = date(2026, 11, 1), date(2026, 11, 9)
    own = Call(title="一", question="二？", summary="三", opens=opens, closes=closes)
    assert call_days(own, None) == call_days(own, stream("2026-11-28T20:00+08:00")) == CallDays(opens, closes)


def test_both_days_are_within_it() -> None:
    days = CallDays(date(2026, 11, 21), date(2026, 11, 28))
    found = [days.state(date(2026, 11, day)) for day in (20, 21, 28, 29)]
    assert found == ["upcoming", "open", "open", "closed"]
