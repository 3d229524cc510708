"""The ledger `content/permalinks.yaml`: every address ever published, and what it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from ichsite.text.address import ContentKind, UrlPath

LedgerKind = Literal[ContentKind, "category", "region", "tag", "list", "gallery", "promise"]
"""Items, and what has no short code: the lists of content, the versions of promises."""
Key = tuple[LedgerKind, str]
"""A kind and an id; or, where an item is meant as it lies on the disk, a kind and a slug."""
LEDGER_KINDS: tuple[LedgerKind, ...] = get_args(LedgerKind)


@dataclass(frozen=True)
class Permalink:
    """One line: an item or a list, where it lives (or lived last), and where it lived before.

    `code` is its short code; `name` its folder's name where the address was made of it; `title` and `near` say what
    was here, once it is gone (the tiers and the category of a craft, the craft of a showcase); `also` are ids that
    it had before; `successor` what stands in for it; `pages` how many numbered pages a list or a guide ever had; `sketch` its
    contents in short, where it has no id of its own and is known by them.
    """

    kind: LedgerKind
    id: str
    address: UrlPath
    code: str = ""
    name: str = ""
    title: str = ""
    near: tuple[str, ...] = ()
    former: tuple[UrlPath, ...] = ()
    also: tuple[str, ...] = ()
    successor: str = ""
    pages: int = 1
    sketch: str = ""

    @property
    def key(self) -> Key:
        """Its kind and its id."""
        return self.kind, self.id

    @property
    def addresses(self) -> tuple[UrlPath, ...]:
        """All that it ever lived at, the last one first."""
        return (self.address, *self.former)


@dataclass(frozen=True)
class Permalinks:
    """The whole ledger. `trees` are the folders of further languages that were ever published, `parts` the parts of
    the site that an owner may leave out and did not (`kit`, `share`)."""

    entries: tuple[Permalink, ...] = ()
    trees: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
