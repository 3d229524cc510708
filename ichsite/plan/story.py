"""A story as HTML for its page: its links and pictures put in."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from ichsite.assess.card import story_pictures
from ichsite.catalog.links import Resolved
from ichsite.model.record import Record
from ichsite.model.story import Story, StoryLink, StoryPicture
from ichsite.plan.material import Material
from ichsite.plan.views import PictureFileView, PictureView
from ichsite.text.address import BaseUrl
from ichsite.text.foreign import Foreign

LinkTable = tuple[tuple[str, Resolved], ...]
PictureTable = tuple[tuple[str, PictureView], ...]


def link_table(story_links: tuple[StoryLink, ...], resolve: Callable[[str], Resolved | None]) -> LinkTable:
    """Where the links of a story lead, each target once."""
    targets = dict.fromkeys(link.target for link in story_links)
    return tuple((target, found) for target in targets if (found := resolve(target)) is not None)


def story_html(story: Story, links: LinkTable, pictures: PictureTable, base: BaseUrl) -> str:
    """The story's HTML. A link that leads nowhere is an error long before; here it would lead to its own page."""
    leads, shown = dict(links), dict(pictures)
    pieces: list[str] = []
    for part in story.parts:
        if isinstance(part, StoryLink):
            resolved = leads.get(part.target)
            pieces.append(escape(resolved.href(base)) if resolved is not None else "#")
            if resolved is not None and resolved.kind == "external":
                pieces.append('" rel="noopener nofollow')
        elif isinstance(part, StoryPicture):
            if (view := shown.get(part.file)) is not None:
                pieces.append(_picture(view, base))
        else:
            pieces.append(part)
    whole = "".join(pieces)
    return Foreign(whole) if story.foreign else whole


def record_story(material: Material, record: Record[Any]) -> str:
    """The story of what is no craft, as HTML."""
    links = link_table(record.story.links, lambda target: material.leads(target, record.path))
    pictures = tuple(
        (use.file, view)
        for use in story_pictures(record.path, record.story)
        if (view := material.picture(use)) is not None
    )
    return story_html(record.story, links, pictures, material.base)


_SIZES = "(min-width: 48em) 40em, 92vw"


def _picture(view: PictureView, base: BaseUrl) -> str:
    """The same frame as `macros/picture.html: image` makes."""
    sources = "".join(
        f'<source type="image/{kind}" srcset="{escape(_candidates(files, base))}" sizes="{_SIZES}">'
        for kind, files in (("avif", view.avif), ("webp", view.webp))
        if files
    )
    title = f' title="{escape(view.caption)}"' if view.caption else ""
    return (
        f'<span class="frame"><svg class="hold" viewBox="0 0 {view.width} {view.height}"'
        ' preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">'
        f'<rect width="100%" height="100%" fill="{escape(view.colour)}"/></svg><picture>{sources}'
        f'<img src="{escape(base.link(view.jpeg))}" alt="{escape(view.alt)}"{title}'
        f' width="{view.width}" height="{view.height}" decoding="async" loading="lazy"></picture></span>'
    )


def _candidates(files: tuple[PictureFileView, ...], base: BaseUrl) -> str:
    return ", ".join(f"{base.link(one.url)} {one.width}w" for one in files)
