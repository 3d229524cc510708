"""The addresses in feeds, sitemaps, drawings, calendars and plain texts."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from ichsite.text.address import BaseUrl
from ichsite.verify.markup import read_markup

_CALLED = re.compile(
    r"""<(?:[\w-]+:)?(?:loc|link|url|icon|logo|content_loc|thumbnail_loc)(?:\s[^>]*)?>\s*([^<\s]+)\s*</"""
    r"""|<(?!!|\?)[^>]*?\s(?:xlink:)?(?:href|src|url)\s*=\s*(?:"([^"]*)"|'([^']*)')""",
)
_INSIDE = re.compile(r"<(?:content|summary|description|content:encoded)(?:\s[^>]*)?>(.*?)</", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_SIGNS = r"[A-Za-z0-9/_.~%!$&'*+=:@#?-]*"


def feed_addresses(text: str) -> Iterator[str]:
    """Of XML: what its elements and attributes name, and the links of the HTML that a feed carries."""
    text = _CDATA.sub(lambda found: html.escape(found[1]), text)
    for element, double, single in _CALLED.findall(text):
        if address := html.unescape(element or double or single):
            yield address
    for inside in _INSIDE.findall(text):
        if "&lt;" in inside:
            yield from read_markup(html.unescape(inside)).addresses


def calendar_addresses(text: str, base: BaseUrl) -> Iterator[str]:
    """Of a calendar: every address of the site in full; long lines are put together again first (RFC 5545, 3.1)."""
    yield from text_addresses(re.sub(r"\r?\n[ \t]", "", text), base)


def text_addresses(text: str, base: BaseUrl) -> Iterator[str]:
    """Of a plain text: every address of the site that stands there in full."""
    home = base.origin + base.path
    if home in text:
        for found in re.findall(re.escape(home) + _SIGNS, text):
            yield found.rstrip(".:!?'*_")
