"""Every other kind of published file that names addresses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

import pytest

from ichsite.api.schema import schema_texts
from ichsite.text.address import BaseUrl
from ichsite.verify.links import links_of

BASE = BaseUrl("https://shop.example", "/repo/")
HOME = "https://shop.example/repo"


@pytest.mark.parametrize(
    ("path", "text", "places"),
    [
        (
            "assets/site.css",
            '/* url(no.png) */ @import "more.css"; p { background: url(a.png), url("/repo/b.png"), url(\'data:x\') }',
            ["/assets/a.png", "/assets/more.css", "/b.png"],
        ),
        (
            "assets/search.json",
            '{"documents": [["/crafts/vase/", 0, "/题/", "", ""]], "pages": ["p.json"], "cuts": ["/no/"]}',
            ["/assets/p.json", "/crafts/vase/"],
        ),
        ("assets/search-pages.json", '[["/crafts/vase/", 0, "题", "", ""]]', ["/crafts/vase/"]),
        ("assets/crafts-facts.json", '{"rows": [["vase", 0, [1], 2]], "whole": [["tag", ["/怪/", "b"]]]}', []),
        (
            "api/v1/crafts.json",
            f'{{"title": "/no/", "url": "{HOME}/crafts/vase/#days", "$id": "{HOME}/api/#x", "image": "/repo/a.jpg"}}',
            ["/a.jpg", "/api/", "/crafts/vase/#days"],
        ),
        ("api/v1/broken.json", "{", []),
        (
            "sitemap.xml",
            f'<urlset><url><loc>{HOME}/a/</loc><image:image><image:loc>{HOME}/a.jpg</image:loc></image:image>'
            f'<xhtml:link rel="alternate" hreflang="en" href="{HOME}/en/a/"/></url></urlset>',
            ["/a.jpg", "/a/", "/en/a/"],
        ),
        (
            "feed.xml",
            f'<?xml version="1.0"?><feed><link href="{HOME}/posts/a/?x&amp;y"/><content type="html">'
            f'&lt;a href="{HOME}/b/"&gt;&lt;img src="/repo/c.jpg"&gt;</content>'
            f"<content><![CDATA[<a href='{HOME}/d/'>]]></content></feed>",
            ["/b/", "/c.jpg", "/d/", "/posts/a/"],
        ),
        ("icon.svg", '<svg><use xlink:href="/repo/assets/s.svg#i"/><a href="/repo/a/"/></svg>', ["/a/", "/assets/s.svg#i"]),
        ("robots.txt", f"Sitemap: {HOME}/sitemap.xml\n", ["/sitemap.xml"]),
        ("llms.txt", f"[花瓶]({HOME}/crafts/vase/#days)，见{HOME}/a/。https://elsewhere.example/\n", ["/a/", "/crafts/vase/#days"]),
        (
            "streams.ics",
            f"BEGIN:VEVENT\r\nURL:{HOME}/streams/a\r\n /\r\nDESCRIPTION:看{HOME}/b/\\n下一行\r\nEND:VEVENT\r\n",
            ["/b/", "/streams/a/"],
        ),
        ("assets/photo.webp", 'RIFF href="/repo/no/"', []),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 30 else "",
)  # fmt: skip
def test_what_a_file_names(path: str, text: str, places: list[str]) -> None:
    assert sorted(links_of(text.encode(), path, BASE).targets) == places


def _address_keys(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        inside = cast("dict[str, Any]", schema)
        for name, of in cast("dict[str, dict[str, Any]]", inside.get("properties", {})).items():
            if '"uri"' in json.dumps({**of, "$defs": None, "$ref": None}):
                yield name
        for inner in inside.values():
            yield from _address_keys(inner)


def test_every_address_of_the_catalogue_as_json_is_read() -> None:
    keys = {key for _, text in schema_texts() for key in _address_keys(json.loads(text))}
    assert len(keys) > 10
    for key in keys:
        links = links_of(json.dumps({key: f"{HOME}/a/"}).encode(), "api/v1/some.json", BASE)
        assert [*links.targets] == ["/a/"], key
