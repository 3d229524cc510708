"""Content made fit for a field of plain text: hostile titles, forbidden characters, no addresses where they are barred."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ichsite.kit.plain import allowed, hashtag, one_line, spelled, without_addresses
from ichsite.kit.table import as_csv, harmless


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("一行\n两行\r\n三行", "一行 两行 三行"),
        ("a\u2028b\u2029c\x85d", "a b c d"),
        ("a\x00\x1b[31mb\u202ec\u200bd", "a[31mbcd"),
        (" 两端  空白\t", "两端 空白"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
    ],
)
def test_one_line(text: str, said: str):
    assert one_line(text) == said


def test_forbidden_characters_are_full_width():
    assert allowed("<b>青&瓷</b>", "<>") == "＜b＞青&瓷＜/b＞"
    assert allowed("a…b", "…") == "ab"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("看 https://shop.example.com/a?b=1#c 吧", "看 shop example com/a?b=1#c 吧"),
        ("www.example.com", "www example com"),
        ("Example.COM。", "Example COM。"),
        ("example。com", "example com"),
        ("example．com/路", "example com/路"),
        ("青瓷.中国", "青瓷.中国"),
        ("ci-qi.中国", "ci-qi 中国"),
        ("HTTP:／／x.y/", "x.y/"),
        ("weixin://dl/x", "dl/x"),
        ("mailto:a@b.cn", "a@b cn"),
        ("192.168.1.20:8080", "192 168 1 20:8080"),
        ("误差 0.5 毫米，¥1,280.50", "误差 0.5 毫米，¥1,280.50"),
        ("24–39 天。动手之前", "24–39 天。动手之前"),
    ],
)
def test_no_addresses(text: str, said: str):
    assert without_addresses(text) == said


@given(st.from_regex(r"(https?://)?[a-z]{2,8}(\.[a-z]{2,8}){1,3}(/[a-z]{0,5})?", fullmatch=True))
def test_no_host_name_is_left(address: str):
    assert not re.search(r"[a-z0-9]\.[a-z]{2}|://", without_addresses(f"看{address}，好"))


@pytest.mark.parametrize(
    ("word", "said"),
    [("非遗", "#非遗"), ("#非遗 定制", "#非遗定制"), ("a\nb", "#ab"), ("！", ""), ("", ""), ("<x>", "#x")],
)
def test_hashtags_are_one_word(word: str, said: str):
    assert hashtag(word) == said


def test_codes_are_spoken_one_by_one():
    assert spelled("w3ka") == "w 3 k a"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "\u3000=1", "＝1", "＠x", "\n=1"])
def test_no_cell_is_a_formula(text: str):
    assert harmless(text) == f"'{text}"


def test_the_table_is_for_excel():
    data = as_csv(("名称", "数"), [('a"b,c\nd', 3), ("=x", -4)])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == '名称,数\r\n"a""b,c\nd",3\r\n\'=x,-4\r\n'
