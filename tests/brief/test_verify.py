"""What is said of a brief: one that is fine, and everything that may be wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ichsite.brief.brief import Brief, payload_of
from ichsite.brief.code import check_of, fragment_of
from ichsite.brief.grounds import Grounds, Promised
from ichsite.brief.terms import Terms, terms_json, version_of
from ichsite.brief.text import brief_text
from ichsite.brief.verify import Verified, verify
from ichsite.model.span import PriceRange
from tests.brief.chosen import DAY, brief
from tests.brief.promised import terms

BASE = "https://shop.example/"


def promised(one: Terms) -> Promised:
    return Promised(version_of(terms_json(one)), DAY, one)


THEN = promised(terms())
NOW = promised(terms("kind: bound, option: width, at_least: 38, instead: 做 38 毫米", seller="试作坊二店"))
GROUNDS = Grounds(BASE, {("plaque", "element"): NOW.version}, {one.version: one for one in (THEN, NOW)}.get)
SAME = replace(GROUNDS, current={("plaque", "element"): THEN.version})


def address(one: Brief, base: str = BASE) -> str:
    return f"{base}crafts/plaque/brief/#{fragment_of(payload_of(one))}"


def text(one: Brief, base: str = BASE) -> str:
    return brief_text(one, THEN.terms, address(one, base))


BRIEF = brief(THEN.version, price=(88_000, 88_000))
TEXT = text(BRIEF)


def codes(found: Verified) -> list[str]:
    return [one.code for one in found.findings]


def test_a_brief_that_is_fine() -> None:
    for given_so in (TEXT, address(BRIEF), f"买家 10:02\n{TEXT}\n好的", address(BRIEF).partition("#")[2]):
        found = verify("brief.txt", given_so, SAME)
        assert codes(found) == [] and found.confirmed
        assert found.read.brief == BRIEF


def test_what_was_possible_and_is_no_more() -> None:
    found = verify("brief.txt", TEXT, GROUNDS)
    assert [(one.code, one.severity) for one in found.findings] == [("brief-not-today", "warning")]
    assert found.findings[0].help is not None and "做 38 毫米" in found.findings[0].help.zh
    assert found.confirmed
    assert found.then is not None and found.today is not None
    assert (found.then.refused, len(found.today.refused)) == ((), 1)


def test_what_would_be_possible_is_said() -> None:
    """A wish that is refused is told the nearest that would do: in the tier that it is for, and in the craft's others."""
    room = promised(terms("kind: room, count: words, each: 8, space: width"))
    deep = promised(terms(tier="deep"))
    known = {one.version: one for one in (room, deep)}
    grounds = Grounds(BASE, {("plaque", "element"): room.version, ("plaque", "deep"): deep.version}, known.get)
    asked = replace(BRIEF, version=room.version, wish={"width": ("24",), "words": ("福寿康宁",)})
    found = verify("brief.txt", address(asked), grounds)
    assert codes(found) == ["brief-not-possible"] and found.then is not None and found.then is found.today
    assert found.then.price is None
    (refused,) = found.then.refused
    said = [one.words.zh for one in refused.ways]
    assert said == ["“宽”至少 32 毫米，可容 4 个字", "“刻字”最多 3 个字", "改为深度定制可行"]
    assert found.findings[0].help is not None
    assert found.findings[0].help.zh == f"试出来的 可行的：{'；'.join(said)}"
    assert "possible in the deep tier" in found.findings[0].help.en


def test_what_was_promised_otherwise_is_said() -> None:
    now = promised(terms(price=PriceRange(lowest=90_000, highest=156_000), seller="试作坊二店"))
    grounds = replace(
        SAME, current={("plaque", "element"): now.version}, promised={one.version: one for one in (THEN, now)}.get
    )
    found = verify("brief.txt", TEXT, grounds)
    assert codes(found) == [] and found.confirmed
    assert [one.line.zh for one in found.changed or ()] == [
        "价格：价格：¥880–1,560 → ¥900–1,560",
        "名称：卖家：试作坊 → 试作坊二店",
    ]
    assert found.then is not None and found.today is not None
    assert (found.then.price, found.today.price) == (
        PriceRange(lowest=88_000, highest=88_000),
        PriceRange(lowest=90_000, highest=90_000),
    )
    assert verify("brief.txt", TEXT, SAME).changed == ()
    assert verify("brief.txt", text(replace(BRIEF, version="f" * 10)), SAME).changed is None


EDITS: list[tuple[str, Callable[[], str], list[str], str]] = [
    ("number", lambda: TEXT.replace("宽：36", "宽：30"), ["brief-text-changed", "brief-code"], "“宽：36 毫米”"),
    ("line gone", lambda: TEXT.replace("备注：写给外婆，慢慢做\n", ""), ["brief-text-changed", "brief-code"], "少了一行"),
    ("line more", lambda: TEXT.replace("价格", "另送：锦盒\n价格"), ["brief-text-changed", "brief-code"], "没有这一行"),
    ("no code", lambda: TEXT.rpartition("\n")[0], ["brief-code"], "没有核对码"),
    ("code", lambda: TEXT[:-1] + ("0" if TEXT[-1] != "0" else "1"), ["brief-code"], "抄错"),
    ("no address", lambda: "\n".join(TEXT.split("\n")[:-2]), ["brief-cut", "brief-code"], "没有链接"),
    ("cut", lambda: address(BRIEF)[:-9], ["brief-cut", "brief-unreadable"], "截断"),
    ("cut in the check", lambda: address(BRIEF)[:-3], ["brief-changed"], "改过"),
    ("nothing", lambda: "好的，明天见", ["brief-none"], "没有定作确认"),
    ("format", lambda: BASE + "#b7.MQ.0000000", ["brief-unreadable"], "格式"),
    ("other site", lambda: text(BRIEF, "https://other.example/"), ["brief-other-site"], "别的网站"),
    ("craft", lambda: address(replace(BRIEF, craft="plaqe")), ["brief-unknown-craft", "brief-unknown-version"], "plaqe"),
    ("tier", lambda: address(replace(BRIEF, tier="deep")), ["brief-unknown-craft", "brief-unknown-version"], "deep"),
    ("version", lambda: address(replace(BRIEF, version="f" * 10)), ["brief-unknown-version"], "f" * 10),
    ("ticks", lambda: text(replace(BRIEF, ticks=("time",))), ["brief-incomplete"], "成色、修改、退货"),
    ("window", lambda: text(replace(BRIEF, window=None)), ["brief-incomplete"], "到手日期"),
    ("required", lambda: text(replace(BRIEF, wish={})), ["brief-not-possible"], "必须选"),
    ("too wide", lambda: text(replace(BRIEF, wish={"width": ("90",)})), ["brief-not-possible"], "90"),
    ("price", lambda: text(replace(BRIEF, price=(100, 100))), ["brief-price"], "¥1"),
    ("price within the range", lambda: text(replace(BRIEF, price=(88_000, 95_000))), ["brief-price"], "应是 ¥880"),
    ("script", lambda: text(replace(BRIEF, wish={"width": ("20",), "words": ("<b>",)})), ["brief-not-possible"], "<>"),
    ("field", lambda: bare("1\nplaque\nelement\n\n\n\n\n\n"), ["brief-unreadable", "brief-incomplete", "brief-not-possible"], "承诺版本"),
]  # fmt: skip


def bare(payload: str) -> str:
    return f"{BASE}#{fragment_of(payload)}"


@pytest.mark.parametrize(("given_so", "expected", "said"), [one[1:] for one in EDITS], ids=[one[0] for one in EDITS])
def test_what_is_wrong_is_said(given_so: Callable[[], str], expected: list[str], said: str) -> None:
    found = verify("brief.txt", given_so(), SAME)
    assert list(dict.fromkeys(codes(found))) == expected
    assert any(said in one.message.zh for one in found.findings), [one.message.zh for one in found.findings]
    assert not found.confirmed
    if expected == ["brief-text-changed", "brief-code"]:
        assert len(found.edits) == 1 and found.edits[0].line > 1


def test_a_text_whose_code_was_made_anew_is_still_held_against_its_address() -> None:
    lines = TEXT.replace("宽：36", "宽：30").split("\n")[:-1]
    from ichsite.brief.text import code_for

    found = verify("brief.txt", "\n".join((*lines, f"核对码 {code_for(lines)}")), SAME)
    assert codes(found) == ["brief-text-changed"]
    assert (found.edits[0].written, found.edits[0].given) == ("宽：30 毫米", "宽：36 毫米")


@given(st.integers(0, 2**31))
def test_no_cut_address_counts_as_confirmed(at: int) -> None:
    whole = address(BRIEF)
    assert not verify("brief.txt", whole[: at % len(whole)], SAME).confirmed


@given(st.binary(max_size=120), st.text(max_size=60))
def test_hostile_bytes_never_raise(data: bytes, more: str) -> None:
    from base64 import urlsafe_b64encode

    code = urlsafe_b64encode(data).decode().rstrip("=")
    for one in (f"#b1.{code}.{check_of(data)}", f"{more}\n链接 x#b1.{code}.{check_of(data)}\n核对码 {more}", more):
        found: Any = verify("brief.txt", one, SAME)
        assert not found.confirmed
