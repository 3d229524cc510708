"""The views of the link kit's pages: what a shop copies from."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.model.site import Counting, LinkRule, Platform
from ichsite.plan.views.chrome import Chrome, Head, Link
from ichsite.text.address import UrlPath


@dataclass(frozen=True)
class KitFieldView:
    """A title or a description to paste. `text` is empty where not even what must be said fits.

    `count`, `essential` and `most` are lengths in the platform's unit `unit`; `rows` is how high a box it fills.
    `shown` is how much stands before “more”, None where unknown; `hidden` where what must be seen is longer.
    """

    text: str
    count: int
    essential: int
    most: int
    unit: Counting
    assumed: bool
    rows: int
    shown: int | None
    hidden: bool
    left_out: tuple[str, ...]
    cut: tuple[str, ...]


@dataclass(frozen=True)
class KitTextView:
    """The texts for one platform; `links_assumed` where nobody could say what becomes of a link there."""

    platform: Platform
    links: LinkRule
    links_assumed: bool
    title: KitFieldView
    description: KitFieldView


@dataclass(frozen=True)
class ReadAloudView:
    """What the host reads aloud of one craft: what may be changed, when it arrives, what nobody can promise."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class KitView:
    """`pages/kit.html`: the kit of one craft or stream; `qr` is None where it has no code.

    `strip` is the row of showcases for other sites, None where none of the craft may be shown there.
    """

    chrome: Chrome
    head: Head
    subject: Link
    kind: str
    short: UrlPath
    code: str
    spelled: str
    qr: UrlPath | None
    spoken: tuple[ReadAloudView, ...]
    texts: tuple[KitTextView, ...]
    strip: UrlPath | None = None


@dataclass(frozen=True)
class KitIndexView:
    """`pages/kits.html`: every kit, those of coming streams first, each with its short code; `strip` as in a kit."""

    chrome: Chrome
    head: Head
    streams: tuple[tuple[Link, str], ...]
    crafts: tuple[tuple[Link, str], ...]
    strip: UrlPath | None = None
