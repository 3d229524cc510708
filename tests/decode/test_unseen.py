"""Invisible characters, however they are written: as they are, as YAML's escapes, as HTML's entities."""

from __future__ import annotations

import pytest

from ichsite.decode.compose import compose
from ichsite.decode.story import decode_story
from ichsite.decode.text import decode_text
from ichsite.decode.typed import typed
from ichsite.model.post import Page
from tests.decode.test_story import html

PAGE = "id: a\nsummary: 概要\ntitle: "


def refused(title: str) -> list[str]:
    _, findings = typed("a.md", compose(PAGE + title), Page)
    return [one.code for one in findings]


@pytest.mark.parametrize(
    ("escape", "code"),
    [
        (r"a\0b", "text-control"),
        (r"a\e[31m", "text-control"),
        (r"a\x9b", "text-control"),
        (r"a\N", "text-control"),
        (r"a\u2028b", "text-control"),
        (r"a\uffff", "text-control"),
        (r"a\ufdd0", "text-control"),
        (r"a\U0001fffe", "text-control"),
        (r"a\u202eb", "text-direction"),
        (r"a\u2066b", "text-direction"),
        (r"a\u200bb", "text-zero-width"),
        (r"a\ufeffb", "text-zero-width"),
        (r"a\u2060b", "text-zero-width"),
    ],
)
def test_escapes_of_yaml(escape: str, code: str) -> None:
    assert refused(f'"{escape}"') == [code]


@pytest.mark.parametrize("title", ["👩\u200d🎨 的工作室", "می\u200cخواهم", '"\\U0001f469\\u200d\\U0001f3a8"'])
def test_joiners_stay(title: str) -> None:
    assert refused(title) == []


@pytest.mark.parametrize(
    ("body", "code", "column"),
    [
        ("甲&#27;[31m", "text-control", 2),
        ("甲&#x202e;乙", "text-direction", 2),
        ("甲&#8203;乙", "text-zero-width", 2),
        ("甲&NoBreak;乙", "text-zero-width", 2),
        ("![甲&#x202E;](a.jpg)", "text-direction", 4),
        ("甲\u202e乙", "text-direction", 2),
        ("甲\u200b乙", "text-zero-width", 2),
    ],
)
def test_entities_of_a_story(body: str, code: str, column: int) -> None:
    _, findings = decode_story("a.md", f"开头。\n\n{body}", 2)
    assert [(one.code, str(one.where)) for one in findings] == [(code, f"a.md:5:{column}")]


def test_entities_in_code_stay_as_they_are_written() -> None:
    assert "&amp;#27;" in html("`&#27;`")
    assert decode_story("a.md", "`&#27;` 👩\u200d🎨 &amp; &copy;", 0)[1] == ()


TEXT = "---\nid: a\ntitle: 青瓷花瓶\n---\n正文，写得长一些。\n"


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (TEXT.encode("utf-16"), "text-utf16", "ichsite doctor --fix"),
        (TEXT.encode("utf-16-le"), "text-utf16", "ichsite doctor --fix"),
        (TEXT.encode("utf-16-be"), "text-utf16", "ichsite doctor --fix"),
        (TEXT.encode("utf-32"), "text-utf32", "ichsite doctor --fix"),
        (TEXT.encode("utf-32-le"), "text-utf32", "ichsite doctor --fix"),
        (TEXT.encode("utf-32-be"), "text-utf32", "ichsite doctor --fix"),
        (b"\xef\xbb\xbf" * 2 + TEXT.encode(), "text-second-mark", "BOM"),
    ],
)
def test_encodings_are_named(data: bytes, code: str, said: str) -> None:
    text, findings = decode_text("a.md", data)
    assert text == ""
    assert [one.code for one in findings] == [code]
    assert findings[0].help is not None
    assert said in findings[0].help.zh


@pytest.mark.parametrize("text", [TEXT, "title: plain words of somebody\nid: abc\n"])
def test_one_nul_has_its_line(text: str) -> None:
    lines = text.split("\n")
    lines[1] += "\0"
    _, findings = decode_text("a.md", "\n".join(lines).encode())
    assert [(one.code, str(one.where)) for one in findings] == [("text-control", f"a.md:2:{len(lines[1])}")]
