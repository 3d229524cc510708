"""What every page shows: links, the frame of the page, its head, pictures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ichsite.model.site import Account, Seller
from ichsite.text.address import UrlPath
from ichsite.text.words import Language


@dataclass(frozen=True)
class Link:
    """A title and where it leads."""

    title: str
    url: UrlPath


@dataclass(frozen=True)
class TreeLink:
    """A language of the site: its code, its own name for itself, the folder of its pages (empty for the main one).

    Every page that search may list is in every tree, at the same address below the folder.
    """

    language: Language
    name: str
    folder: str


@dataclass(frozen=True)
class Chrome:
    """What every page of the site carries. `today` is the day that windows are counted from.

    `trees` are the languages of the site, none where it has but one. `catalogue` is false on a site of free pages
    alone, a handbook: it has no crafts, no lists, no codes and no feeds, and may have no seller. `beside` leads to what others publish on the same host.
    """

    site_name: str
    tagline: str
    description: str
    language: Language
    currency: str
    sample: bool
    seller: Seller | None
    accounts: tuple[Account, ...]
    menu: tuple[Link, ...]
    pages: tuple[Link, ...]
    today: date
    trees: tuple[TreeLink, ...] = ()
    catalogue: bool = True
    """Whether the site has crafts; false on a handbook."""
    beside: tuple[Link, ...] = ()
    share: UrlPath | None = None
    """The page that invites buyers to show what they received, where there is one."""
    thanks: UrlPath | None = None
    """The page of thanks, where somebody is named."""
    further: tuple[Link, ...] = ()
    """Lists that the menu has no room for; the foot of the page leads to them."""


@dataclass(frozen=True)
class KeepView:
    """What a page is found again by: its short code, its short address, the code's pictures (four wide, five high)."""

    code: str
    address: UrlPath
    png: UrlPath
    svg: UrlPath


@dataclass(frozen=True)
class Alternate:
    """What else a list is there as: a feed or a calendar, by its media type."""

    title: str
    url: UrlPath
    type: Literal["application/atom+xml", "text/calendar"]


@dataclass(frozen=True)
class Head:
    """A page's title, its one sentence, its own address; `indexed` is false for pages that search should not list.

    `beside` are the feeds and calendars of what this page lists, besides those that every page names.
    """

    title: str
    description: str
    url: UrlPath
    indexed: bool = True
    picture: UrlPath | None = None
    beside: tuple[Alternate, ...] = ()


@dataclass(frozen=True)
class PictureFileView:
    """One published file of a picture."""

    url: UrlPath
    width: int


@dataclass(frozen=True)
class PictureView:
    """A picture as published: a JPEG for every browser, WebP (and AVIF, where the site wants it) in several widths.

    `width` and `height` are the largest file's, in pixels, `jpeg_width` and `jpeg_height` those of the JPEG (0: not
    known); `colour` is the picture's dominant one, `#rrggbb`.
    """

    jpeg: UrlPath
    webp: tuple[PictureFileView, ...]
    width: int
    height: int
    colour: str
    alt: str
    caption: str
    illustration: bool
    ai_generated: bool
    avif: tuple[PictureFileView, ...] = ()
    jpeg_width: int = 0
    jpeg_height: int = 0
