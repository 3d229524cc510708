"""A schema and the decoder judge alike: never does an editor complain of what is read, and it sees what it can see."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as some
from jsonschema import Draft7Validator, FormatChecker

from ichsite.decode.compose import compose
from ichsite.decode.kinds import is_translation, layout_of
from ichsite.decode.source import SourceFile, read_record, read_translation
from ichsite.model.naming import AddressStep, Alias
from ichsite.model.outside import OutsideAddress
from ichsite.model.scalar import Amount, Day, Exact, Moment, OneOf, Pattern, Refused, Scalar, Text, Whole, YesNo
from ichsite.model.span import Days
from ichsite.schema.files import schema_name
from ichsite.text.words import Words
from tests.schema.editor import complaints, seen
from tests.sites_support import SITES

SCALARS: dict[str, Scalar] = {
    "text": Text(12),
    "lines": Text(12, lines=True),
    "identifier": Pattern(r"[a-z0-9][a-z0-9-]{0,9}", Words("名字", "a name")),
    "whole": Whole(1, 20),
    "exact": Exact(),
    "amount": Amount(),
    "yes-no": YesNo(),
    "day": Day(),
    "moment": Moment(),
    "days": Days(),
    "term": OneOf(none="无", made_to_order="定作"),
    "outside": OutsideAddress(),
    "address": AddressStep(),
    "alias": Alias(),
}
WRITTEN = (
    "no", "yes", "是", "否", "true", "FALSE", "Yes", "nein", "010", "7", "0", "21", "-3", "68.5", "19.99", "68.505", "1.2345", "100000000000000",
    '"12"', '"68.50"', "'7'", "3-5", "24-39 天", "24 到 39", "3～5", "5-3", "5-", "1001", "2000-3000", "2026-11-22", "2026-13-45", "2026-1-2",
    "2026-11-28T20:00+08:00", "2026-11-28 20:00:30Z", "2026-11-28T20:00", "none", "made-to-order", "定作", "现货",
    "https://example.com/a", "http://a.b/?q=1#x", "https://taobao.com@evil.example/", "ftp://example.com/", "example.com",
    "celadon-vase", "青瓷花瓶", "Celadon", "a b", "a_b", "/old/vase/", "/old.html", "old/vase", "/a?b=1", "/",
    '"  padded "', '"十二个字十二个字十二个字"', '"十三个字十三个字十三个字十"', '""', '"  "', '"a\\nb"', "|\n  一行\n", "|\n  两\n  行\n", ">\n  折\n  行\n",
    "[1, 2]", "{a: 1}",
)  # fmt: skip
UNSEEN_BY_SCHEMAS = {
    ("days", "2000-3000"),  # the ends of a range are numbers inside a text
    ("days", "5-3"),
    ("day", "2026-13-45"),  # where a validator knows no formats
    # a value that YAML has read already: a number has no length and no digits, a boolean no case
    ("text", "100000000000000"),
    ("lines", "100000000000000"),
    ("identifier", "100000000000000"),
    ("identifier", "-3"),
    ("identifier", "68.5"),
    ("identifier", "19.99"),
    ("identifier", "68.505"),
    ("identifier", "1.2345"),
    ("identifier", "FALSE"),
    ("address", "FALSE"),
    ("exact", "1.2345"),
    ("amount", "1.2345"),
    ("amount", "68.505"),
}
"""What the decoder alone refuses: a pattern does not count, and an editor does not hand over what was written."""


def _decoded(scalar: Scalar, written: str) -> bool:
    plain = compose(f"v: {written}")
    value = plain["v"] if isinstance(plain, dict) else None
    if not isinstance(value, str):
        return False
    try:
        scalar.parse(value)
    except Refused:
        return False
    return True


def _editor(scalar: Scalar, written: str) -> bool:
    schema = {"properties": {"v": scalar.schema()}}
    return Draft7Validator(schema).is_valid(seen(f"v: {written}"))


@pytest.mark.parametrize("name", SCALARS)
def test_what_may_be_written_is_judged_alike(name: str) -> None:
    scalar = SCALARS[name]
    verdicts = {written: (_decoded(scalar, written), _editor(scalar, written)) for written in WRITTEN}
    assert {written for written, (read, fine) in verdicts.items() if read and not fine} == set()
    unseen = {(name, written) for written, (read, fine) in verdicts.items() if fine and not read}
    assert unseen == {one for one in UNSEEN_BY_SCHEMAS if one[0] == name}
    assert {read for read, _ in verdicts.values()} == {True, False}


@given(some.sampled_from(sorted(SCALARS)), some.text("019.-+ eExX:TZaz真是无~到/@\t", max_size=14))
@example("amount", "0.07")
@example("exact", "1.001")
@example("identifier", "1e-3")
def test_what_is_read_is_never_complained_of(name: str, written: str) -> None:
    try:
        read = _decoded(SCALARS[name], written)
        fine = _editor(SCALARS[name], written) if read else True
    except Exception as wrong:
        assert "yaml" in type(wrong).__module__, "no YAML at all"
        return
    assert fine


# what a schema can say: each of these in a file is seen by an editor
EXPRESSIBLE = {
    "address-with-user", "empty-text", "line-break", "missing-field", "no-such-day", "not-a-number", "not-a-range", "not-yes-or-no",
    "out-of-range", "site-address", "too-long", "too-many", "unknown-key", "unknown-term", "wrong-form", "wrong-shape",
}  # fmt: skip


def _files() -> list[tuple[str, str, Path]]:
    return [
        (case.name, path.relative_to(case).as_posix(), path)
        for case in sorted(SITES.iterdir())
        for path in sorted(case.rglob("*"))
        if path.suffix in (".yaml", ".md") and path.is_file()
    ]


def _read(relative: str, data: bytes) -> tuple[bool, set[str]] | None:
    """Whether a file is read, and the codes of its errors; None where it is none of the content."""
    if is_translation(relative):
        record, findings = read_translation(SourceFile("translation", relative, "", data))  # type: ignore[arg-type]
    elif (found := layout_of(relative)) is not None:
        record, findings = read_record(SourceFile(found[0].kind, relative, found[1], data))
    else:
        return None
    return record is not None, {one.code for one in findings if one.severity == "error"}


def test_every_case_is_judged_as_far_as_a_schema_can() -> None:
    refused: dict[str, set[str]] = {}
    judged = 0
    for case, relative, path in _files():
        data = path.read_bytes()
        name, verdict = schema_name(relative), _read(relative, data)
        if name is None or verdict is None:
            continue
        read, codes = verdict
        try:
            said = complaints(name, seen(data.decode("utf-8"), relative))
        except (UnicodeDecodeError, yaml.YAMLError):
            assert not read, f"{case}/{relative}"
            continue
        judged += 1
        if read:
            assert said == [], f"{case}/{relative}"
        elif codes & EXPRESSIBLE:
            assert said, f"{case}/{relative}: {codes}"
            refused.setdefault(case, set()).update(codes & EXPRESSIBLE)
    assert judged > 150
    assert EXPRESSIBLE - {code for codes in refused.values() for code in codes} == set()


FULL = {
    "craft": "id: vase\ntitle: 花瓶\nsummary: 一只瓶\ncategory: VIII\nregion: 龙泉\nmasters: [ye]\n",
    "master": "title: 叶\nproject: 青瓷\nregion: 龙泉\nsummary: 拉坯\n",
    "post": "title: 一\nsummary: 二\npublished: 2026-08-22\nauthor: 小满\n",
    "page": "title: 一\nsummary: 二\nmenu: 40\n",
    "stream": "title: 一\nsummary: 二\nplatform: 抖音\nstarts: 2026-10-17T14:00+08:00\nhost: 小满\n",
    "call": "title: 一\nquestion: 二？\nsummary: 三\nopens: 2026-11-21\nanswers: [{where: 抖音, words: 评论}]\nwants: {uses: [花]}\n",
    "material": "kind: palette\ntitle: 一\nsummary: 二\nrights: {holder: 三, licence: 自有}\ncolours: [{id: ink, label: 墨, value: \"#222222\"}]\n",
    "audiences": "audiences:\n  - {id: home, title: 一, summary: 二, rules: {tiers: [元素定制], price: {highest: 300}}}\n",
    "event": "title: 一\nsummary: 二\nkind: 体验课\nstarts: 2026-12-05T14:00+08:00\nends: 2026-12-05T16:00+08:00\nplace: {name: 三}\nfee: 120\nplaces: {total: 12, left: 3, counted: 2026-11-20}\nreport: {day: 2026-12-08, words: 好, came: {count: 9, source: 签到}}\n",
    "feedback": "title: 一\nsummary: 二\nasked: [{count: 3, source: 群, day: 2026-11-08}]\nsteps: [{day: 2026-11-10, standing: 在做, words: 试}]\nled_to: [{call: mouth}]\n",
    "showcase": "title: 2026\ncraft: 010\ntier: 元素定制\nbuyer: no\nreceived: 2026-07-03\nwords: |-\n  好\n  看\n",
    "theme": "name: mine\nversion: 0.1\nrequires: 0.1.0\nextends: default\nbundles:\n  site.css: {add: [css/a.css]}\noptions:\n  wide: {type: boolean, default: no}\n",
    "tokens": "colours:\n  ink: \"#211D18\"\n  paper: {light: \"#ffffff\"}\nfonts:\n  song: [Songti SC, 宋体, serif]\nspaces:\n  1: 0.25rem\n",
    "words": "口径: Mouth\n瓶高:\n光素: 12\n",
    "translated-page": "title: Vase\nwords:\n  青瓷: celadon\n",
}  # fmt: skip
WRONG = [
    ("craft", "title: 花瓶", "tilte: 花瓶"),
    ("craft", "category: VIII", "category: 十一"),
    ("craft", "region: 龙泉\n", ""),
    ("craft", "masters: [ye]", "masters: ye"),
    ("craft", "summary: 一只瓶", f"summary: {'字' * 201}"),
    ("master", "summary: 拉坯", "summary: [拉坯]"),
    ("post", "published: 2026-08-22", "published: 8 月 22 日"),
    ("page", "menu: 40", "menu: 四十"),
    ("page", "menu: 40", "menu: 140"),
    ("stream", "T14:00+08:00", "T14:00"),
    ("stream", "platform: 抖音", "platform: 斗音"),
    ("call", "where: 抖音", "where: 斗音"),
    ("call", "uses", "used"),
    ("material", "kind: palette", "kind: pallete"),
    ("material", "kind: palette", "kind: motif"),
    ("material", "licence: 自有", "licence: 自己的"),
    ("audiences", "元素定制", "元素"),
    ("audiences", "highest", "hightest"),
    ("event", "kind: 体验课", "kind: 体验"),
    ("event", "left: 3", "left: 三"),
    ("feedback", "standing: 在做", "standing: 做"),
    ("showcase", "tier: 元素定制", "tier: deap"),
    ("theme", "version: 0.1\n", ""),
    ("theme", "extends", "extend"),
    ("theme", "css/a.css", "css/a.js"),
    ("theme", "{type: boolean, default: no}", "{type: boolean, values: [a]}"),
    ("theme", "type: boolean", "type: bool"),
    ("tokens", "colours", "colors"),
    ("tokens", "{light:", "{bright:"),
    ("tokens", "0.25rem", "0.25"),
    ("tokens", '"#211D18"', "red"),
    ("words", "口径: Mouth", "口径: {Mouth: 1}"),
    ("translated-page", "title", "price"),
]


@pytest.mark.parametrize("name", FULL)
def test_a_small_file_is_fine(name: str) -> None:
    assert complaints(name, seen(FULL[name])) == []


@pytest.mark.parametrize(("name", "right", "wrong"), WRONG)
def test_a_slip_is_seen(name: str, right: str, wrong: str) -> None:
    assert FULL[name].count(right) == 1
    assert complaints(name, seen(FULL[name].replace(right, wrong))) != []


def test_a_date_that_is_none_is_seen_by_its_format() -> None:
    checker = FormatChecker(["date"])
    day: Any = Draft7Validator(Day().schema(), format_checker=checker)
    assert day.is_valid("2026-11-22")
    assert not day.is_valid("2026-13-45")
    assert re.fullmatch(Day().schema()["pattern"], "2026-11-22")
