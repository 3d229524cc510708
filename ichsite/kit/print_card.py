"""The card for the parcel: one page of A6 that prints from any browser, with everything inside one file.

It is light in every theme, holds no script and asks for nothing from outside; its code is drawn into the page.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from ichsite.catalog.urls import SHARE
from ichsite.kit.cutting import cut_to
from ichsite.kit.plain import hashtag, one_line
from ichsite.kit.platform_text import KitSettings
from ichsite.kit.subject import CraftSubject

if TYPE_CHECKING:
    from ichsite.render.filters import Speech

_STORY = 80
"""Characters of the line below the name."""


def print_card(subject: CraftSubject, settings: KitSettings, speech: Speech, code: bytes) -> bytes:
    """The card of a craft: its name and story in a line, care, how to share, `code` (an SVG with its letters)."""
    say, brief = speech.gettext, subject.brief
    story = one_line(subject.story)
    story = story if len(story) <= _STORY else cut_to(story, lambda start: len(start) <= _STORY)
    words = len(subject.care) + len(settings.kit.share or "")
    size = "roomy" if words <= 130 else "close" if words <= 260 else "dense"
    address = speech.absolute(subject.way.short)
    tags = " ".join(tag for word in settings.kit.hashtags if (tag := hashtag(word)))
    parts = [
        f"<header><h1>{_text(brief.title)}</h1><p>{_text(story)}</p></header>",
        _section(say("How to look after it"), subject.care),
        _section(say("Show how you use it"), settings.kit.share or "", tags, _share(settings, speech)),
        "<footer>",
        code.decode("utf-8").strip(),
        f"<div><p>{_text(say('Its page: how it is made, what may be changed, who makes it'))}</p>",
        f'<p class="address">{_text(address.partition("://")[2].rstrip("/"))}</p>',
        f'<p class="shop">{_text(settings.seller)}</p></div>',
        "</footer>",
    ]
    return (
        f'<!doctype html>\n<html lang="{speech.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<title>{_text(brief.title)}</title>\n<style>\n{_style()}</style>\n</head>\n"
        f'<body class="{size}">\n' + "\n".join(part for part in parts if part) + "\n</body>\n</html>\n"
    ).encode()


def _share(settings: KitSettings, speech: Speech) -> str:
    """Where it is said how to share, and what is agreed to; empty where the site has no such page."""
    if not settings.invites:
        return ""
    place = speech.absolute(SHARE).partition("://")[2].rstrip("/")
    return speech.gettext("How, and what you agree to: %(address)s") % {"address": place}


def _section(heading: str, words: str, tags: str = "", more: str = "") -> str:
    if not words and not tags and not more:
        return ""
    told = f"<p>{_text(words)}</p>" if words else ""
    marked = f'<p class="tags">{_text(tags)}</p>' if tags else ""
    beside = f"<p>{_text(more)}</p>" if more else ""
    return f"<section><h2>{_text(heading)}</h2>{told}{marked}{beside}</section>"


def _text(text: str) -> str:
    return escape(one_line(text))


@lru_cache(maxsize=1)
def _style() -> str:
    return files("ichsite.kit").joinpath("print_card.css").read_text("utf-8")
