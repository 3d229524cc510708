"""A story as HTML for its page: its links and pictures put in."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from ichsite.catalog.links import Resolved
from ichsite.model.story import Story, StoryLink, StoryPicture
from ichsite.plan.views import PictureView
from ichsite.text.address import BaseUrl

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
    return "".join(pieces)


def _picture(view: PictureView, base: BaseUrl) -> str:
    candidates = ", ".join(f"{base.link(one.url)} {one.width}w" for one in view.webp)
    title = f' title="{escape(view.caption)}"' if view.caption else ""
    return (
        f'<picture><source type="image/webp" srcset="{escape(candidates)}" sizes="(min-width: 48em) 40em, 100vw">'
        f'<img src="{escape(base.link(view.jpeg))}" alt="{escape(view.alt)}"{title}'
        f' width="{view.width}" height="{view.height}" loading="lazy"></picture>'
    )
