"""The whole site: every page that will answer, and what two pages with one address are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from ichsite.assess.card import CraftCard
from ichsite.catalog.urls import HOME, HOW_TO_READ, NOT_FOUND, ROBOTS, SITEMAP
from ichsite.model.tier import TIERS
from ichsite.plan.audiences import audience_cards
from ichsite.plan.brief_page import brief_check_spec, brief_spec
from ichsite.plan.calls import current_calls
from ichsite.plan.cards import master_card, post_card, showcase_card, stream_card
from ichsite.plan.craft_lists import Listed, craft_list_specs, listed_crafts, tier_columns, tiers_spec
from ichsite.plan.craft_page import craft_spec
from ichsite.plan.data_file import DataFile
from ichsite.plan.design_cards import design_cards, designs_at_work
from ichsite.plan.design_feed import design_feed_spec
from ichsite.plan.events import coming_events
from ichsite.plan.feeds import feed_specs
from ichsite.plan.find_data import craft_filters, gallery_filters, material_filters
from ichsite.plan.guide import guide_of
from ichsite.plan.invitation import share_specs
from ichsite.plan.items import item_specs, page_specs
from ichsite.plan.material import Material
from ichsite.plan.palette_file import every_palette_file
from ichsite.plan.picture_page import picture_page_spec
from ichsite.plan.posts import posts_newest_first
from ichsite.plan.record import shop_record
from ichsite.plan.search import SearchIndex
from ichsite.plan.search_page import search_spec
from ichsite.plan.sitemap import sitemap_specs
from ichsite.plan.spec import PageSpec
from ichsite.plan.strips import strip_specs
from ichsite.plan.thanks import thanks_specs
from ichsite.plan.views import Head, HomeView, MethodView, NotFoundView, RobotsView
from ichsite.text.address import UrlPath, collision_key, output_of
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.fingerprint import of_value
from ichsite.text.place import Place
from ichsite.text.words import Words

_BY_URL = attrgetter("url")
HOME_CRAFTS = 9
HOME_MASTERS = 8
HOME_OTHERS = 6
HOME_CALLS = 3
HOME_DESIGNS = 3
HOME_EVENTS = 3


def site_plan(
    material: Material, search: SearchIndex, further: Iterable[PageSpec] = ()
) -> tuple[tuple[PageSpec, ...], tuple[DataFile, ...], tuple[Diagnostic, ...]]:
    """Every page, sorted by its address; the data that script reads; a finding for each address that two claim.

    `further` are pages that others have planned: the link kit's, what machines read. A site of free pages alone has
    none of what belongs to a catalogue.
    """
    if not material.chrome.catalogue:
        own = [_home(material, ()), _not_found(material), search_spec(material, search), *page_specs(material)]
        return _whole(material, [*own, *_machines(material, own)], search.files)
    cards = material.cards_by_slug
    around, facts = material.around("site", _around_crafts)
    pages = [page for both in material.each(_with_brief, cards) for page in both]
    pages += [spec for spec in material.each(picture_page_spec, cards) if spec is not None]
    pages += [*around, search_spec(material, search), *further]
    pages.sort(key=_BY_URL)
    pages += _machines(material, pages)
    return _whole(material, pages, (material.calendar, *search.files, *facts))


def _with_brief(material: Material, card: CraftCard) -> tuple[PageSpec, PageSpec]:
    """A craft's page, and the order brief that shows a part of it."""
    page = craft_spec(material, card)
    return page, brief_spec(material, card)


def _around_crafts(material: Material) -> tuple[tuple[PageSpec, ...], tuple[DataFile, ...]]:
    """Every page but the crafts' own, and the facts that filters ask for."""
    crafts = listed_crafts(material)
    filters, facts = craft_filters(material, [one.card for one in crafts])
    gallery, gallery_facts = gallery_filters(material)
    library, library_facts = material_filters(material)
    catalog = material.catalog
    beside = tuple(material.book.gallery("tier", name) for name in TIERS), tuple(material.guides.items())
    listed = crafts, filters, catalog.site, catalog.tiers, material.terms, material.chrome_print, material.say, *beside
    pages = (
        *material.again("craft-lists", listed, lambda: tuple(craft_list_specs(material, crafts, filters))),
        tiers_spec(material, crafts),
        _home(material, crafts),
        _method(material),
        _not_found(material),
        *feed_specs(material),
        design_feed_spec(material),
        *strip_specs(material),
        *share_specs(material),
        *thanks_specs(material),
        brief_check_spec(material),
        *item_specs(material, gallery, library),
    )
    return pages, (*facts, *gallery_facts, *library_facts, *every_palette_file(material))


def _whole(
    material: Material, pages: Iterable[PageSpec], files: tuple[DataFile, ...]
) -> tuple[tuple[PageSpec, ...], tuple[DataFile, ...], tuple[Diagnostic, ...]]:
    ordered = tuple(sorted(pages, key=_BY_URL))
    claims = tuple([page.url for page in ordered]), tuple([page.owner for page in ordered])
    return ordered, files, material.again("collisions", claims, lambda: tuple(_collisions(*claims)))


def _home(material: Material, crafts: tuple[Listed, ...]) -> PageSpec:
    chrome, catalog = material.chrome, material.catalog
    coming = sorted(
        (one for one in catalog.streams if not material.is_past(one.value)),
        key=lambda one: (one.value.starts, one.slug),
    )
    shown = sorted(catalog.showcases, key=lambda one: (one.value.received, one.slug), reverse=True)
    view = HomeView(
        chrome=chrome,
        head=Head(chrome.site_name, chrome.description, HOME),
        crafts=tuple(one.view for one in crafts[:HOME_CRAFTS]),
        craft_total=len(crafts),
        columns=tier_columns(material, crafts),
        streams=tuple(stream_card(material, one) for one in coming[:3]),
        showcases=tuple(card for one in shown[:HOME_OTHERS] if (card := showcase_card(material, one)) is not None),
        posts=tuple(post_card(material, one) for one in posts_newest_first(material)[:3]),
        masters=tuple(master_card(material, one) for one in catalog.masters[:HOME_MASTERS]),
        calls=current_calls(material)[:HOME_CALLS] if chrome.catalogue else (),
        designs=design_cards(material, designs_at_work(material)[:HOME_DESIGNS]),
        audiences=audience_cards(material) if chrome.catalogue else (),
        events=coming_events(material)[:HOME_EVENTS] if chrome.catalogue else (),
        guide=() if chrome.catalogue else guide_of(material),
        record=shop_record(material),
    )
    beside = (
        view.crafts,
        view.craft_total,
        view.columns,
        view.streams,
        view.showcases,
        view.posts,
        view.masters,
        view.guide,
        view.calls,
        view.designs,
        view.audiences,
        view.events,
        view.record,
    )
    parts = (("view", of_value(beside)), ("site", material.chrome_print))
    return PageSpec(HOME, "pages/home.html", view, parts, "site.yaml")


def _method(material: Material) -> PageSpec:
    site = material.catalog.site.value
    head = Head(
        material.say("How to read this catalogue"),
        material.say("Three questions, and where the lines are drawn."),
        HOW_TO_READ,
    )
    view = MethodView(material.chrome, head, site.assessment, site.calendar.acknowledged_years, shop_record(material))
    made_from = of_value((head, view.settings, view.acknowledged_years, view.record))
    parts = (("method", made_from), ("site", material.chrome_print))
    return PageSpec(HOW_TO_READ, "pages/how-to-read.html", view, parts, "site.yaml")


def _not_found(material: Material) -> PageSpec:
    head = Head(
        material.say("This page is not here"),
        material.say("Nothing answers at this address."),
        NOT_FOUND,
        indexed=False,
    )
    view = NotFoundView(material.chrome, head)
    return PageSpec(
        NOT_FOUND,
        "pages/404.html",
        view,
        (("head", of_value(head)), ("site", material.chrome_print)),
        "site.yaml",
        listed=False,
    )


def _machines(material: Material, pages: Iterable[PageSpec]) -> Iterator[PageSpec]:
    yield from sitemap_specs(material, pages)
    robots = RobotsView(SITEMAP)
    yield PageSpec(ROBOTS, "pages/robots.txt", robots, (("addresses", of_value(robots)),), "site.yaml", listed=False)


def _collisions(urls: tuple[UrlPath, ...], owners: tuple[str, ...]) -> Iterator[Diagnostic]:
    """What two pages with one address are told; the owners stand beside the addresses, in order."""
    first: dict[str, int] = {}
    for at, (url, owner) in enumerate(zip(urls, owners, strict=True)):
        if (other := first.setdefault(collision_key(output_of(url)), at)) == at:
            continue
        holder = owners[other]
        yield error(
            "address-twice",
            Place(owner),
            Words(f"地址 {url} 已经属于 {holder}", f"the address {url} belongs to {holder} already"),
            Words(
                "给其中一个换个名字；只差大小写也算同一个地址", "rename one of them; letter case makes no difference"
            ),
            (Related(Place(holder), Words("先占的在这里", "the first is here")),),
        )
