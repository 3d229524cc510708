"""Strips: the newest showcases in a row, made to stand in an `<iframe>` on other sites.

A strip shows what its buyers allowed to be shown elsewhere, and nothing of anybody else
(`docs/decisions/0016-shown-elsewhere.md`). It is a page of the catalogue: what is withdrawn here is gone there.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.catalog.gallery import may_travel
from ichsite.catalog.urls import SHOWCASES, STRIP
from ichsite.model.record import Record
from ichsite.model.showcase import Showcase
from ichsite.plan.cards import craft_link
from ichsite.plan.consent import shown_buyer, shown_pictures
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import StripItem, StripView
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import of_value

MOST = 12


def strip_specs(material: Material) -> Iterator[PageSpec]:
    """The strip of all showcases, empty where none may travel, and one for each craft that has any."""
    yield _strip(material, STRIP, SHOWCASES, "", tuple(one for one in material.showcases if may_travel(one.value)))
    by_slug = {one.slug: one for one in material.showcases}
    for gallery in material.book.galleries:
        if gallery.kind == "strip":
            shown = tuple(by_slug[slug] for slug in gallery.showcases if slug in by_slug)
            page = material.book.gallery("craft", gallery.name) or material.address("craft", gallery.name)
            yield _strip(material, gallery.address, page, material.cards[gallery.name].title, shown)


def _strip(
    material: Material, url: UrlPath, page: UrlPath, craft: str, showcases: tuple[Record[Showcase], ...]
) -> PageSpec:
    items = tuple(item for one in showcases[:MOST] if (item := _item(material, one)) is not None)
    view = StripView(material.chrome.language, material.chrome.site_name, craft, page, items)
    return PageSpec(url, "pages/strip.html", view, (("strip", of_value(view)),), "content/showcases", listed=False)


def _item(material: Material, showcase: Record[Showcase]) -> StripItem | None:
    """A showcase as others may show it: by a picture that may travel; None where there is none."""
    pictures, craft = shown_pictures(material, showcase), craft_link(material, showcase.value.craft)
    if not pictures or craft is None:
        return None
    url, value = material.address("showcase", showcase.slug), showcase.value
    return StripItem(url, value.title, craft.title, shown_buyer(value), pictures[0])
