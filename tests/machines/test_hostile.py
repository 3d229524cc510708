"""Hostile words through the whole build: every reader gets them back as they were written, as words."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import feedparser
import pytest
import vobject

from tests.machines.reading import graphs, of_type, read_json
from tests.sites_support import ichsite, laid_out

TITLE = "=cmd|'/c'!A1 </script><script>x()</script>]]> <!-- & \"😀\" {{ 7*7 }}"
"""In one line, within 60 characters where a field takes no more."""
SHORT = "=1</script>]]><!--&\"'😀{{7*7}}"
LINES = "一行\nBEGIN:VEVENT\n]]></summary><script>\n=cmd"


def quoted(text: str) -> str:
    """As YAML takes any text."""
    return json.dumps(text, ensure_ascii=False)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = laid_out(tmp_path_factory.mktemp("hostile") / "site")
    changes = (
        ("site.yaml", r"^name: .*$", f"name: {quoted(SHORT)}"),
        ("content/crafts/vase/index.md", r"^title: .*$", f"title: {quoted(SHORT)}"),
        ("content/streams/evening.md", r"^title: .*$", f"title: {quoted(SHORT)}"),
        ("content/streams/evening.md", r"^summary: .*$", f"summary: {quoted(TITLE)}"),
        ("content/posts/first.md", r"^title: .*$", f"title: {quoted(SHORT)}"),
        ("content/posts/first.md", r"^summary: .*$", f"summary: {quoted(TITLE)}"),
        ("content/masters/ye/index.md", r"^title: .*$", f"title: {quoted(SHORT[:20])}"),
        ("content/showcases/vase-1/showcase.yaml", r"^title: .*$", f"title: {quoted(SHORT)}"),
        ("content/showcases/vase-1/showcase.yaml", r"^words: .*$", f"words: {quoted(LINES)}"),
    )
    for name, pattern, new in changes:
        path = root / name
        text, count = re.subn(pattern, lambda _, new=new: new, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
        assert count == 1, name
        path.write_text(text, "utf-8")
    run = ichsite(root, "build")
    assert run.code == 0, run.err
    return root / "output"


def test_linked_data(output: Path) -> None:
    found = graphs(output)
    assert of_type(found["crafts/vase/index.html"], "Product")["name"] == SHORT
    assert of_type(found["streams/evening/index.html"], "Event")["description"] == TITLE
    article = of_type(found["posts/first/index.html"], "Article")
    assert (article["headline"], article["description"]) == (SHORT, TITLE)
    assert of_type(found["showcases/vase-1/index.html"], "ImageGallery")["abstract"] == LINES
    for path in output.rglob("*.html"):
        block = re.search(r"ld\+json\">(.*?)\n</head>", path.read_text("utf-8"), re.DOTALL)
        if block is not None:
            assert block[1].count("<") == 1, "only the end of the block"
            assert block[1].endswith("</script>")


def test_open_graph(output: Path) -> None:
    page = (output / "crafts/vase/index.html").read_text("utf-8")
    assert html.unescape(re.findall(r'property="og:title" content="([^"]*)"', page)[0]) == SHORT


def test_feeds(output: Path) -> None:
    posts = feedparser.parse((output / "feed.xml").read_bytes(), sanitize_html=False)
    showcases = feedparser.parse((output / "showcases/feed.xml").read_bytes(), sanitize_html=False)
    assert not posts.bozo
    assert not showcases.bozo
    assert (posts.entries[0].title, posts.entries[0].summary) == (SHORT, TITLE)
    assert showcases.entries[0].summary == LINES
    assert showcases.entries[0].title == f"{SHORT} · {SHORT}"


def test_calendar(output: Path) -> None:
    read: Any = vobject.readOne((output / "streams/evening.ics").read_bytes().decode())
    (event,) = read.vevent_list
    assert event.summary.value == SHORT
    assert TITLE in event.description.value
    whole: Any = vobject.readOne((output / "streams/calendar.ics").read_bytes().decode())
    assert whole.contents["x-wr-calname"][0].value.startswith(SHORT)


def test_api(output: Path) -> None:
    catalogue = read_json(output / "api/v1/catalogue.json")
    assert catalogue["site"]["name"] == SHORT
    assert SHORT in [one["title"] for one in catalogue["crafts"]]
    craft = read_json(output / "api/v1/crafts/vase.json")
    assert craft["showcases"][0]["words"] == LINES
    assert craft["showcases"][0]["buyer"] is None, "the consent names words and pictures only"
    assert read_json(output / "api/v1/streams.json")["streams"][0]["summary"] == TITLE


def test_llms_txt_keeps_its_lines(output: Path) -> None:
    lines = (output / "llms.txt").read_text("utf-8").splitlines()
    assert not [line for line in lines if line.startswith(("BEGIN", "</", "="))]
    assert sum(line.startswith("# ") for line in lines) == 1
    assert any(re.sub(r"\\(.)", r"\1", line).startswith(f"- [{SHORT}](") for line in lines)


def test_line_separators_are_refused_long_before_or_harmless(tmp_path: Path) -> None:
    """U+2028 and the break of a line cannot come through a title; what writes JSON would escape them all the same."""
    from ichsite.api.plain import _text
    from ichsite.render.data_block import dumped

    for text in ("a\u2028b\u2029c",):
        assert "\u2028" not in dumped(text)
        assert json.loads(dumped(text)) == json.loads(_text(text)) == text
        assert "\u2029" not in _text(text)
    root = laid_out(tmp_path / "site")
    page = root / "content/posts/first.md"
    page.write_text(page.read_text("utf-8").replace("title: 一窑四色", 'title: "a\\r\\nBEGIN:VEVENT"'), "utf-8")
    assert ichsite(root, "check").code == 1
