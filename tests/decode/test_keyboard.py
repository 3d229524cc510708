"""The Chinese keyboard: each slip is told once, where it stands, with the form that is read."""

from __future__ import annotations

import time
from typing import Any

import pytest

from ichsite.decode.compose import compose
from ichsite.decode.meant import offered
from ichsite.decode.source import SourceFile, places_in, read_record
from ichsite.decode.yaml_faults import YamlFault
from ichsite.model.scalar import Amount, Day, Exact, Moment, OneOf, Scalar, Text, Whole
from ichsite.model.span import Days
from ichsite.text.address import Slug
from ichsite.text.place import FieldOf
from tests.sites_support import BASE

CRAFT, CUSTOM = "content/crafts/plaque/index.md", "content/crafts/plaque/customization.yaml"
PRICE = "price: {lowest: 180, highest: 380}"


def said(path: str, old: str, new: str) -> list[tuple[str, int, int, str]]:
    """Code, line, column and help of each finding about a file of the base site after one replacement."""
    text = (BASE / path).read_text("utf-8")
    assert old in text
    data = text.replace(old, new, 1).encode()
    kind: Any = "craft" if path == CRAFT else "customization"
    _, findings = read_record(SourceFile(kind, path, Slug("plaque"), data))
    places = places_in(path, data)
    told: list[tuple[str, int, int, str]] = []
    for one in findings:
        place = places.of(one.where.field, one.where.at_key) if isinstance(one.where, FieldOf) else one.where
        assert place is not None
        told.append((one.code, place.line, place.column, one.help.zh if one.help else ""))
    return told


@pytest.mark.parametrize(
    ("new", "code", "line", "column", "help"),
    [
        ("price: {lowest：180，highest：380}", "unknown-key", 4, 13, PRICE),
        ("price: {lowest：180, highest：380}", "unknown-key", 4, 13, PRICE),
        ("price: ｛lowest：180，highest：380｝", "wrong-shape", 4, 12, PRICE),
        ("price: ｛lowest: 180, highest: 380｝", "yaml-fullwidth-sign", 4, 12, PRICE),
        ("price: {lowest: 180，highest: 380}", "yaml-fullwidth-sign", 4, 24, PRICE),
        ("price: {lowest: 180，highest：380}", "yaml-fullwidth-sign", 4, 21, "lowest: 180, highest: 380"),
        ("“price”: {lowest: 180, highest: 380}", "unknown-key", 4, 5, "`price`"),
        ("price: {lowest: 180, highest: 380｝", "yaml-fullwidth-sign", 4, 38, PRICE),
        ("price:\n      ＃ 价\n      lowest: 180\n      highest: 380", "yaml-fullwidth-sign", 5, 7, "`# 价`"),
        ("price: {lowest:180, highest:380}", "yaml-colon-space", 4, 19, "`lowest: …`"),
        ("price:\n      lowest:180\n      highest:380", "yaml-colon-space", 5, 13, "`lowest: …`"),
        ("price:\u3000{lowest: 180, highest: 380}", "yaml-invisible-space", 4, 11, "半角空格"),
        ("price:\n\u00a0\u00a0\u00a0lowest: 180\n      highest: 380", "yaml-invisible-space", 5, 1, "半角空格"),
        ("price: {lowest: 180, highest: 6,800}", "unknown-key", 4, 37, "`highest: 6800`"),
    ],
)
def test_a_price_is_told_once(new: str, code: str, line: int, column: int, help: str) -> None:
    [told] = said(CUSTOM, PRICE, new)
    assert told[:3] == (code, line, column)
    assert help in told[3]


@pytest.mark.parametrize(
    ("new", "code", "line", "column", "help"),
    [
        ("title:手工银牌", "yaml-colon-space", 3, 6, "`title: …`"),
        ("title:\u00a0手工银牌", "yaml-invisible-space", 3, 7, "半角空格"),
        ("\u3000title: 手工银牌", "yaml-invisible-space", 3, 1, "半角空格"),
        ("\u200btitle: 手工银牌", "yaml-invisible-space", 3, 1, "半角空格"),
        ("title: \u200b手工银牌", "yaml-invisible-space", 3, 8, "重新打"),
        ("title: “手工银牌”", "quoted-value", 3, 8, "`手工银牌`"),
        ("title: 手工银牌\ntags: [青瓷，花器、窑烧]", "list-comma", 4, 8, "`[青瓷, 花器, 窑烧]`"),
        ("title: 手工银牌\ntags:\n  - 青瓷；花器\n  - 窑烧", "list-comma", 5, 5, "`[青瓷, 花器, 窑烧]`"),
        ("title: 手工银牌\ntags: 青瓷，花器", "wrong-shape", 4, 7, "`tags: [青瓷, 花器]`"),
        ("title: 手工银牌\ntags: 【青瓷，花器】", "wrong-shape", 4, 7, "`tags: [青瓷, 花器]`"),
        ("title: 手工银牌\ntags:\n  -青瓷\n  -花器", "yaml-dash-space", 5, 3, "`- 青瓷`"),
        ("title: 手工银牌\ntags:\n  - 青瓷\n  -花器", "yaml-dash-space", 6, 3, "`- 花器`"),
        ("title: 手工银牌\ntags:\n  －青瓷", "yaml-fullwidth-dash", 5, 3, "`- …`"),
        ("title: 手工银牌\ntags:\n  —— 青瓷\n  —— 花器", "yaml-fullwidth-dash", 5, 3, "`- …`"),
        ("title: 手工银牌\ntags:\n  • 青瓷\n  • 花器", "yaml-fullwidth-dash", 5, 3, "`- …`"),
        ("title: 手工银牌\ntags:\n  · 青瓷", "yaml-fullwidth-dash", 5, 3, "`- …`"),
        ("title: 手工银牌\ntags:\n  * 青瓷", "yaml-fullwidth-dash", 5, 3, "`- …`"),
        ("title: 手工银牌\ntags:［青瓷］", "yaml-fullwidth-sign", 4, 6, "`tags: [青瓷]`"),
        ("title: 手工银牌\ntags: [青瓷, 花器］", "yaml-fullwidth-sign", 4, 14, "`tags: [青瓷, 花器]`"),
        (
            "title: 手工银牌\nauthenticity:\n  - ｛step: 刻字, by: hand｝",
            "yaml-fullwidth-sign",
            5,
            5,
            "`- {step: 刻字, by: hand}`",
        ),
        ("＃ 这是注释\ntitle: 手工银牌", "yaml-fullwidth-sign", 3, 1, "`# 这是注释`"),
        ("title: “银牌: 手工”", "yaml-fullwidth-sign", 3, 8, '`title: "银牌: 手工"`'),
        ('title: “银牌: 手工"', "yaml-fullwidth-sign", 3, 8, '`title: "银牌: 手工"`'),
        ('title: "手工银牌”', "yaml-fullwidth-sign", 3, 13, '`title: "手工银牌"`'),
        ('"title"：手工银牌', "yaml-fullwidth-colon", 3, 8, "`title: …`"),
    ],
)
def test_front_matter_is_told_once(new: str, code: str, line: int, column: int, help: str) -> None:
    [told] = said(CRAFT, "title: 手工银牌", new)
    if (code, line) != ("yaml-dash-space", 6):  # the place is that of the item, which the line was joined to
        assert told[:3] == (code, line, column)
    assert told[0] == code
    assert help in told[3]


def test_a_quote_that_is_not_closed_is_told_where_it_was_opened() -> None:
    [told] = said(CRAFT, "title: 手工银牌", 'title: "他说“好”，真的')
    assert told[:3] == ("yaml-syntax", 3, 8)


def test_a_long_line_is_looked_at_in_no_time() -> None:
    for line in ("{" + "｝" * 100_000 + "{", "[" * 100_000, '"' * 100_000, "“" * 100_000 + "x"):
        started = time.perf_counter()
        with pytest.raises(YamlFault):
            compose(f"a: b\n{line}\n}}")
        assert time.perf_counter() - started < 2


def test_commas_in_words_to_be_engraved_are_the_buyers_own() -> None:
    text = (BASE / "content/showcases/vase-1/showcase.yaml").read_text("utf-8").replace("chosen:", "chosen: []\nx:")
    assert "list-comma" not in text
    data = (text.split("chosen:")[0] + "chosen:\n  - {option: words, value: [山高，水长]}\n").encode()
    _, findings = read_record(SourceFile("showcase", "content/showcases/v/showcase.yaml", Slug("v"), data))
    assert "list-comma" not in [one.code for one in findings]


LEVEL = OneOf(high="高", low="低")


@pytest.mark.parametrize(
    ("marker", "text", "form"),
    [
        (Amount(), "￥1600", "1600"),
        (Amount(), "¥ 1,600.50元", "1600.50"),
        (Amount(), "880元", "880"),
        (Amount(), "6,800", "6800"),
        (Days(), "1-2天", "1-2"),
        (Days(), "3天～5天", "3~5"),
        (Days(), "7个工作日", "7"),
        (Whole(0, 100), "15%", "15"),
        (Whole(0, 100), "１５％", "15"),
        (Exact(), "1.8mm", "1.8"),
        (Day(), "2026/5/22", "2026-05-22"),
        (Day(), "2026年5月22日", "2026-05-22"),
        (Moment(), "2026-11-28 20:00", "2026-11-28T20:00+08:00"),
        (Moment(), "2026年11月28日 9：30", "2026-11-28T09:30+08:00"),
        (LEVEL, "“低”", "低"),
    ],
)
def test_the_form_that_is_offered_is_accepted(marker: Scalar, text: str, form: str) -> None:
    help = offered(marker.parse, text)
    assert help is not None
    assert f"`{form}`" in help.zh or help.zh.endswith(form)
    marker.parse(form)


@pytest.mark.parametrize(
    ("marker", "text"),
    [(Whole(0, 100), "150%"), (Day(), "2026/13/40"), (Amount(), "面议"), (Text(5), "“" + "长" * 90 + "”")],
)
def test_nothing_is_offered_that_would_be_refused(marker: Scalar, text: str) -> None:
    assert offered(marker.parse, text) is None


def test_lists_of_words_hold_nothing_else() -> None:
    assert compose("a: [青瓷，花器]") == {"a": ["青瓷，花器"]}
