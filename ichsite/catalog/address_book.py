"""The address book: for every published item its stable id, its address and its short code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ichsite.catalog.gallery import Gallery, GalleryKind, by_showcase
from ichsite.text.address import ContentKind, Slug, UrlPath


@dataclass(frozen=True)
class Listing:
    """One item: `code` is the short code of `/s/<code>/`, empty where the item has none (yet)."""

    id: str
    address: UrlPath
    code: str = ""


@dataclass(frozen=True)
class AddressBook:
    """The listings by kind and slug, the slug being the name of the item's folder or file; and the addresses that
    items lived at before; and the galleries of showcases."""

    listings: Mapping[tuple[ContentKind, str], Listing]
    former: Mapping[tuple[ContentKind, str], tuple[UrlPath, ...]] = field(
        default_factory=dict[tuple[ContentKind, str], tuple[UrlPath, ...]]
    )
    galleries: tuple[Gallery, ...] = ()

    def gallery(self, kind: GalleryKind, name: str) -> UrlPath | None:
        """Where the showcases of a craft, a tier, a tag or a master stand together; None where that is nowhere."""
        return self._galleries.get((kind, name))

    def galleries_with(self, showcase: Slug) -> tuple[Gallery, ...]:
        """The galleries that a showcase is in."""
        return self._with.get(showcase, ())

    def address(self, kind: ContentKind, slug: str) -> UrlPath:
        """Where the item lives, such as `/crafts/celadon-vase/`."""
        return self.listings[kind, slug].address

    def code(self, kind: ContentKind, slug: str) -> str:
        """The item's short code, such as `w3ka`."""
        return self.listings[kind, slug].code

    def id(self, kind: ContentKind, slug: str) -> str:
        """The item's stable id: the same for ever, whatever its folder is called."""
        return self.listings[kind, slug].id

    def short(self, kind: ContentKind, slug: str) -> UrlPath:
        """The item's short address, `/s/w3ka/`; its address where it has no code."""
        one = self.listings[kind, slug]
        return short_address(one.code) if one.code else one.address

    @cached_property
    def _galleries(self) -> Mapping[tuple[GalleryKind, str], UrlPath]:
        return {(one.kind, one.name): one.address for one in self.galleries}

    @cached_property
    def _with(self) -> Mapping[Slug, tuple[Gallery, ...]]:
        return by_showcase(self.galleries)


def short_address(code: str) -> UrlPath:
    """`/s/w3ka/`."""
    return UrlPath(f"/s/{code}/")
