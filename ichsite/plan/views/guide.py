"""The views of a guide: free pages that name a section, and what stands on each."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.text.address import UrlPath


@dataclass(frozen=True)
class GuidePage:
    """A page of a guide in its list."""

    title: str
    summary: str
    url: UrlPath


@dataclass(frozen=True)
class GuideSection:
    """A section of the site's guide with its pages."""

    title: str
    pages: tuple[GuidePage, ...]


@dataclass(frozen=True)
class Heading:
    """A heading of a story."""

    title: str
    anchor: str
    """The heading's id: where a link leads, without `#`."""
