"""A page that has moved: it leads on by itself, with script and without, and says where to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from ichsite.model.shelf import Shelf
from ichsite.plan.data_file import DataFile, data_file
from ichsite.plan.spec import PageSpec
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import of_value

if TYPE_CHECKING:
    from typing import Protocol

    class Says(Protocol):
        """What of `ichsite.render.filters.Speech` is needed."""

        language: str

        def href(self, target: UrlPath, tree: str | None = None) -> str: ...
        def absolute(self, target: UrlPath, tree: str | None = None) -> str: ...
        def gettext(self, msgid: str) -> str: ...


SCRIPT: DataFile = data_file(
    "moved.js",
    b"""\
(function () {
  // what stood behind the old address goes along: #days, ?from=live
  var to = document.currentScript && document.currentScript.getAttribute('data-to');
  if (to) location.replace(to + location.search + location.hash);
}());
""",
)


_REMEMBERED = 100_000
"""Most old addresses lead where they led at the last build of a process."""
_SCRIPT_PART = ("script", of_value(SCRIPT.url))


@dataclass(frozen=True)
class MovedPage:
    """Leads to `target`, in the tree of the page itself or in the one of the folder `tree`."""

    target: UrlPath
    tree: str | None = None

    def data(self, shelf: Shelf, speech: Says) -> bytes:
        """The page. It has no style of its own: it is seen for a moment only, and on any theme."""
        del shelf
        href, whole = speech.href(self.target, self.tree), speech.absolute(self.target, self.tree)
        title = escape(speech.gettext("This page has moved"))
        return (
            f'<!doctype html>\n<html lang="{speech.language}">\n<head>\n<meta charset="utf-8">\n'
            f"<title>{title}</title>\n"
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="color-scheme" content="light dark">\n'
            f'<link rel="canonical" href="{escape(whole)}">\n'
            f'<script src="{escape(speech.href(SCRIPT.url))}" data-to="{escape(href)}"></script>\n'
            f'<meta http-equiv="refresh" content="0; url={escape(href)}">\n'
            f'</head>\n<body>\n<p>{title}</p>\n<p><a href="{escape(href)}">{escape(whole)}</a></p>\n</body>\n</html>\n'
        ).encode()


@lru_cache(_REMEMBERED)
def moved_spec(url: UrlPath, target: UrlPath, owner: str, tree: str | None = None) -> PageSpec:
    """The page at an address that leads elsewhere."""
    page = MovedPage(target, tree)
    parts = (("moved", of_value(page)), _SCRIPT_PART)
    return PageSpec(url, "", page, parts, owner, listed=False, uses=("words", "base"))
