"""What a published file names: `links_of` reads each kind of file as those who use it do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ichsite.text.address import BaseUrl
from ichsite.verify.data import data_addresses, json_addresses
from ichsite.verify.markup import read_markup
from ichsite.verify.place import ASTRAY, place_of
from ichsite.verify.plain import calendar_addresses, feed_addresses, text_addresses
from ichsite.verify.stylesheet import stylesheet_addresses


@dataclass(frozen=True)
class Links:
    """A file's links, each once: `targets` are places below the site's base (`/crafts/vase/#days`), `anchors` the
    places that the file itself has; `lost` leads nowhere whatever else is published."""

    targets: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


NO_LINKS = Links()
READ_ENDINGS = (".html", ".css", ".json", ".xml", ".svg", ".atom", ".rss", ".ics", ".txt", ".webmanifest")
"""The files that name others; pictures, fonts and scripts do not, or not so that it can be read."""


def links_of(data: bytes, path: str, base: BaseUrl) -> Links:
    """The links of the file that is published at `path` below the output folder; never fails, whatever is in it."""
    if not path.endswith(READ_ENDINGS):
        return NO_LINKS
    text = data.decode("utf-8", "replace")
    page = f"/{path.removesuffix('index.html') if path == 'index.html' or path.endswith('/index.html') else path}"
    if path.endswith(".html"):
        return _page_links(text, page, base)
    return _placed(_addresses(text, path, base), (), page, base)


def _page_links(text: str, page: str, base: BaseUrl) -> Links:
    markup = read_markup(text)
    addresses = list(markup.addresses)
    for one in markup.json:
        addresses += json_addresses(one)
    if markup.base is not None:
        from urllib.parse import urljoin

        # `#days` too leads to where the page says that it lies
        addresses = [urljoin(urljoin(base.link_of_page(page), markup.base), one) for one in addresses]
    return _placed(addresses, markup.anchors, page, base)


def _placed(addresses: Iterable[str], anchors: tuple[str, ...], page: str, base: BaseUrl) -> Links:
    targets: dict[str, None] = {}
    lost: dict[str, None] = {}
    own = frozenset(anchors)
    for address in addresses:
        place = place_of(address, page, base)
        if place is None:
            continue
        if place.startswith(ASTRAY) or "\0" in place:
            lost[place.replace("\0", "")] = None
        elif not place.startswith("#"):
            targets[place] = None
        elif place[1:] not in own:
            lost[place] = None
    return Links(tuple(targets), anchors, tuple(lost))


def _addresses(text: str, path: str, base: BaseUrl) -> Iterable[str]:
    if path.endswith(".css"):
        return stylesheet_addresses(text)
    if path.endswith((".json", ".webmanifest")):
        return data_addresses(text, base)
    if path.endswith(".ics"):
        return calendar_addresses(text, base)
    return text_addresses(text, base) if path.endswith(".txt") else feed_addresses(text)
