"""The guide of a site: its free pages that name a section, one after the other."""

from __future__ import annotations

import html
import re

from ichsite.model.post import Page
from ichsite.model.record import Record
from ichsite.plan.material import Material
from ichsite.plan.views import GuidePage, GuideSection, Heading, Link
from ichsite.text.address import UrlPath
from ichsite.text.foreign import made_of

_HEADING = re.compile(r'<h([2-6]) id="([^"]+)">(.*?)</h\1>', re.DOTALL)
LEAST_CONTENTS = 3
"""Under so many headings a list of them is longer than it is useful."""


def guide_of(material: Material) -> tuple[GuideSection, ...]:
    """The sections in the order of their first pages, each with its pages by `order`, then by name."""
    sections: dict[str, list[GuidePage]] = {}
    for page in sorted(material.catalog.pages, key=_place):
        if page.value.section is not None:
            shown = GuidePage(page.value.title, page.value.summary, material.address("page", page.slug))
            sections.setdefault(page.value.section, []).append(shown)
    return tuple(GuideSection(title, tuple(pages)) for title, pages in sections.items())


def neighbours(guide: tuple[GuideSection, ...], url: UrlPath) -> tuple[Link | None, Link | None]:
    """The page before the one at `url` and the page after it, across sections."""
    pages = [Link(page.title, page.url) for section in guide for page in section.pages]
    at = next(at for at, page in enumerate(pages) if page.url == url)
    return pages[at - 1] if at else None, pages[at + 1] if at + 1 < len(pages) else None


def contents_of(story: str) -> tuple[Heading, ...]:
    """The highest headings of a story's HTML that are several; none where there are too few to choose from."""
    found = [(level, anchor, _words(inner, story)) for level, anchor, inner in _HEADING.findall(story)]
    for highest in sorted({level for level, _, _ in found}):
        chosen = tuple(Heading(words, anchor) for level, anchor, words in found if level == highest)
        if len(chosen) >= LEAST_CONTENTS:
            return chosen
        if len(chosen) > 1:
            break
    return ()


def _place(page: Record[Page]) -> tuple[int, str]:
    return page.value.order, page.slug


def _words(inner: str, story: str) -> str:
    return made_of(html.unescape(re.sub(r"<[^>]*>", "", inner)), story)
