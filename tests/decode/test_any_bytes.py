"""Whatever an author's file holds, it gives a record or findings, never an exception."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ichsite.decode.kinds import BY_KIND, layout_of
from ichsite.decode.source import SourceFile, read_record
from ichsite.model.record import Kind, Record
from ichsite.report.locate import located
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.place import Place
from tests.sites_support import BASE

PATHS: dict[Kind, str] = {
    "site": "site.yaml",
    "tiers": "content/tiers.yaml",
    "craft": "content/crafts/vase/index.md",
    "customization": "content/crafts/vase/customization.yaml",
    "master": "content/masters/ye/index.md",
    "showcase": "content/showcases/vase-1/showcase.yaml",
    "stream": "content/streams/evening.md",
    "post": "content/posts/first.md",
    "page": "content/pages/about.md",
}
YAML_PIECES = st.sampled_from(
    [
        "- ",
        ": ",
        "：",
        "\n",
        "  ",
        "\t",
        "{",
        "}",
        "[",
        "]",
        "&a",
        "*a",
        "!!int ",
        "'",
        '"',
        "|",
        ">",
        "#",
        "---",
        "<<",
        "? ",
        ",",
    ]
)
YAML_TEXT = st.lists(st.one_of(YAML_PIECES, st.text(max_size=6)), max_size=30).map("".join)
MARKDOWN_PIECES = st.sampled_from(
    [
        "[",
        "](",
        ")",
        "![",
        "<",
        ">",
        "`",
        "*",
        "_",
        "#",
        "\n",
        "\n\n",
        "    ",
        "- ",
        "1. ",
        "> ",
        "|",
        "---",
        "{:",
        "}",
        "[^1]",
        "&#x6a;",
        "javascript:",
        "<!--",
        "-->",
        "<![",
        "<?",
        "```",
        "~~~",
        "!!! note",
        ": ",
        "\\",
        "<script>",
        "onerror=",
        "data:",
    ]
)
MARKDOWN_TEXT = st.lists(st.one_of(MARKDOWN_PIECES, st.text(max_size=6)), max_size=40).map("".join)


def read(kind: Kind, data: bytes) -> tuple[Record[Any] | None, tuple[Diagnostic, ...]]:
    found = layout_of(PATHS[kind])
    assert found is not None
    return read_record(SourceFile(kind, PATHS[kind], found[1], data))


def placed(finding: Diagnostic, data: bytes) -> Place:
    (placed,) = located((finding,), lambda _: data)
    assert isinstance(placed.where, Place)
    return placed.where


def inside(place: Place, data: bytes) -> bool:
    """Whether a place is the whole file, or a line of it and a column no further than one beyond its end."""
    lines = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if place.line == 0:
        return True
    return 1 <= place.line <= len(lines) and 0 <= place.column <= len(lines[place.line - 1]) + 1


def checked(kind: Kind, data: bytes) -> None:
    record, findings = read(kind, data)
    assert record is not None or any(one.severity == "error" for one in findings)
    for finding in findings:
        assert inside(placed(finding, data), data), (finding.code, placed(finding, data))
        assert finding.message.zh
        assert finding.message.en


KINDS = st.sampled_from(sorted(PATHS))


@settings(max_examples=150, deadline=None)
@given(KINDS, st.binary(max_size=300))
@example("post", b"\xef\xbb\xbf---\nid: a\n---\n")
@example("post", b"---\r\nid: \x85\r\n---\r\n")
@example("tiers", b"\xed\xa0\x80")
@example("site", b"\x00" * 5000)
def test_any_bytes(kind: Kind, data: bytes) -> None:
    checked(kind, data)


@settings(max_examples=150, deadline=None)
@given(KINDS, YAML_TEXT)
def test_any_yaml(kind: Kind, text: str) -> None:
    fenced = f"---\n{text}\n---\n" if BY_KIND[kind].story else text
    checked(kind, fenced.encode("utf-8", "surrogatepass"))


@settings(max_examples=150, deadline=None)
@given(MARKDOWN_TEXT)
@example("<![")
@example("-- >")
@example("[a]: javascript:x\n\n[a]")
@example("[^a\n\n[^a]: [^a]")
def test_any_story(text: str) -> None:
    front = (BASE / PATHS["post"]).read_text("utf-8").partition("见[")[0]
    checked("post", (front + text).encode("utf-8", "surrogatepass"))


@settings(max_examples=150, deadline=None)
@given(KINDS, st.data())
def test_a_sound_file_that_is_cut_or_changed(kind: Kind, data: st.DataObject) -> None:
    sound = (BASE / PATHS[kind]).read_bytes()
    at = data.draw(st.integers(0, len(sound)))
    cut = data.draw(st.integers(at, min(len(sound), at + 20)))
    checked(kind, sound[:at] + data.draw(st.binary(max_size=8)) + sound[cut:])


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
@pytest.mark.parametrize("kind", sorted(PATHS))
def test_line_endings_make_no_difference(kind: Kind, ending: str) -> None:
    sound = (BASE / PATHS[kind]).read_text("utf-8")
    assert read(kind, sound.replace("\n", ending).encode()) == read(kind, sound.encode())
    assert read(kind, b"\xef\xbb\xbf" + sound.encode()) == read(kind, sound.encode())


@pytest.mark.parametrize("kind", sorted(PATHS))
def test_the_base_site_reads(kind: Kind) -> None:
    record, findings = read(kind, (BASE / PATHS[kind]).read_bytes())
    assert record is not None
    assert findings == ()
