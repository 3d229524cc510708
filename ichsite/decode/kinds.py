"""Which file is what: the layout of `content/`, as one visible tuple."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ichsite.model.audience import AudienceBook
from ichsite.model.call import Call
from ichsite.model.craft import Craft
from ichsite.model.design import Design
from ichsite.model.event import Event
from ichsite.model.feedback import Feedback
from ichsite.model.idea import Ideas
from ichsite.model.master import Master
from ichsite.model.material import MaterialField
from ichsite.model.offer import Customization
from ichsite.model.poll import Poll
from ichsite.model.post import Page, Post
from ichsite.model.record import Kind
from ichsite.model.showcase import Showcase
from ichsite.model.site import Site
from ichsite.model.stream import Stream
from ichsite.model.tier import TierBook
from ichsite.text.address import Slug, slug_of_name
from ichsite.text.words import LANGUAGES


@dataclass(frozen=True)
class Layout:
    """Files whose path matches are of this kind; the pattern's group is the slug. `story`: Markdown follows.

    `cls` is the class that the file fills, or a union of classes told apart by `kind`.
    """

    kind: Kind
    cls: Any
    pattern: re.Pattern[str]
    story: bool


def _layout(kind: Kind, cls: Any, pattern: str, *, story: bool) -> Layout:
    return Layout(kind, cls, re.compile(pattern), story)


LAYOUTS: tuple[Layout, ...] = (
    _layout("site", Site, r"(site)\.yaml", story=False),
    _layout("tiers", TierBook, r"content/(tiers)\.yaml", story=False),
    _layout("audiences", AudienceBook, r"content/(audiences)\.yaml", story=False),
    _layout("craft", Craft, r"content/crafts/([^/]+)/index\.md", story=True),
    _layout("customization", Customization, r"content/crafts/([^/]+)/customization\.yaml", story=False),
    _layout("master", Master, r"content/masters/([^/]+)(?:/index)?\.md", story=True),
    _layout("showcase", Showcase, r"content/showcases/([^/]+)(?:/showcase)?\.yaml", story=False),
    _layout("stream", Stream, r"content/streams/([^/]+)(?:/index)?\.md", story=True),
    _layout("call", Call, r"content/calls/([^/]+)(?:/index)?\.md", story=True),
    _layout("material", MaterialField, r"content/materials/([^/]+)(?:/index)?\.md", story=True),
    _layout("poll", Poll, r"content/polls/([^/]+)(?:/poll)?\.yaml", story=False),
    _layout("idea", Ideas, r"content/ideas/([^/]+)(?:/ideas)?\.yaml", story=False),
    _layout("design", Design, r"content/designs/([^/]+)(?:/index)?\.md", story=True),
    _layout("event", Event, r"content/events/([^/]+)(?:/index)?\.md", story=True),
    _layout("feedback", Feedback, r"content/feedback/([^/]+)(?:/index)?\.md", story=True),
    _layout("post", Post, r"content/posts/([^/]+)(?:/index)?\.md", story=True),
    _layout("page", Page, r"content/pages/([^/]+)(?:/index)?\.md", story=True),
)
BY_KIND: dict[Kind, Layout] = {layout.kind: layout for layout in LAYOUTS}
PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff", ".gif")
MATERIAL_ENDINGS = (".svg", ".mp4", ".webm", ".vtt")
"""What materials bring along besides pictures."""
PREVIEW_NAME = re.compile(r"preview(\.[a-z0-9-]+)?\.svg")
"""What crafts bring along besides pictures: the drawings of their offers, `preview.svg` or `preview.deep.svg`."""
TEXT_ENDINGS = (".md", ".yaml", ".yml", ".markdown", ".txt")
_DELIVERIES = re.compile(r"content/deliveries/[^/]+\.csv", re.IGNORECASE)


_REMEMBERED = 100_000
"""Every path is asked about several times in one build."""
_TRANSLATION = re.compile(r"(.*[^/.])\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?)(\.md|\.yaml)")


@dataclass(frozen=True)
class TranslationPath:
    """`content/crafts/vase/index.en.md`: its language as it is written, and the file that it translates."""

    language: str
    original: str


def is_deliveries(path: str) -> bool:
    """Whether a file is a table of deliveries, which no record is made of."""
    return _DELIVERIES.fullmatch(path) is not None


@lru_cache(_REMEMBERED)
def translation_of(path: str) -> TranslationPath | None:
    """What a path says of itself by `.en` before its ending; None where no content would live at the rest of it."""
    found = _TRANSLATION.fullmatch(path) if path.count(".") > 1 else None
    if found is None or _matched(original := found[1] + found[3]) is None:
        return None
    return TranslationPath(found[2], original)


def is_translation(path: str) -> bool:
    """Whether a path is that of a translation into a language that ichsite speaks."""
    found = translation_of(path)
    return found is not None and found.language in LANGUAGES


def layout_of(path: str) -> tuple[Layout, Slug] | None:
    """The kind and the slug of a file, None where no kind of content lives at its path; a translation has none."""
    return None if is_translation(path) else _matched(path)


@lru_cache(_REMEMBERED)
def _matched(path: str) -> tuple[Layout, Slug] | None:
    for layout in LAYOUTS:
        if found := layout.pattern.fullmatch(path):
            return layout, slug_of_name(found[1])
    return None
