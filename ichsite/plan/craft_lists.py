"""Lists of crafts, 24 a page: the whole catalogue, each tier, category, region and tag; and the lists of those."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ichsite.assess.card import CraftCard
from ichsite.catalog.urls import CATEGORIES, CATEGORY_SLUGS, CRAFTS, REGIONS, TAGS, below
from ichsite.catalog.urls import TIERS as TIERS_URL
from ichsite.model.craft import CATEGORY_TERMS, CategoryNumeral
from ichsite.model.tier import TIERS, Tier, TierName
from ichsite.plan.cards import craft_card
from ichsite.plan.material import Material
from ichsite.plan.paging import paged
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import (
    CraftCardView,
    CraftFilters,
    CraftListView,
    Head,
    Link,
    TermListView,
    TierColumn,
    TiersView,
)
from ichsite.text.address import Slug, UrlPath
from ichsite.text.fingerprint import Fingerprint, of_parts, of_value


@dataclass(frozen=True)
class Listed:
    """A craft's card as lists show it, with its fingerprint, made once for all lists."""

    card: CraftCard
    view: CraftCardView
    print: Fingerprint


@dataclass(frozen=True)
class _Group:
    url: UrlPath
    title: str
    intro: str
    kind: str
    crafts: tuple[Listed, ...]
    owner: str
    gallery: UrlPath | None = None


def listed_crafts(material: Material) -> tuple[Listed, ...]:
    """Every craft's card, in the order of the catalogue: by slug."""
    return material.each(listed_craft, material.cards_by_slug)


def craft_list_specs(
    material: Material, crafts: tuple[Listed, ...], filters: CraftFilters | None = None
) -> Iterator[PageSpec]:
    """Every list of crafts, and the lists of categories, regions and tags; `filters` are those of the whole catalogue."""
    say = material.say
    categories = _grouped(crafts, lambda card: (card.category,))
    regions = _grouped(crafts, lambda card: (card.region,))
    tags = _grouped(crafts, lambda card: card.tags)
    by_kind = {
        "category": [
            _category(material, numeral, categories[numeral]) for numeral in CATEGORY_SLUGS if numeral in categories
        ],
        "region": [_term(material, "region", REGIONS, name, regions[name]) for name in sorted(regions)],
        "tag": [_term(material, "tag", TAGS, name, tags[name]) for name in sorted(tags)],
    }
    book = material.catalog.tiers
    tiers = [_tier(material, book.value.of(name), name, crafts) for name in TIERS] if book is not None else []
    groups = tuple(
        (kind, tuple(Link(group.title, group.url) for group in members))
        for kind, members in (("tier", tiers), ("category", by_kind["category"]), ("region", by_kind["region"]))
    )
    groups_print = of_value(groups)
    every = _Group(CRAFTS, say("All crafts"), material.chrome.description, "all", crafts, "content/crafts")
    for group in (every, *tiers, *(group for members in by_kind.values() for group in members)):
        yield from _list_pages(material, group, groups, groups_print, filters if group is every else None)
    for kind, url, title in (
        ("category", CATEGORIES, "Categories"),
        ("region", REGIONS, "Regions"),
        ("tag", TAGS, "Tags"),
    ):
        yield _terms_page(material, kind, url, say(title), by_kind[kind])


def tiers_spec(material: Material, crafts: tuple[Listed, ...]) -> PageSpec:
    """The comparison of the three tiers."""
    head = Head(
        material.say("Tiers"), material.say("What each tier changes, what stays, and what it takes."), TIERS_URL
    )
    view = TiersView(material.chrome, head, tier_columns(material, crafts))
    parts = (("tiers", of_value((view.head, view.columns))), ("site", material.chrome_print))
    return PageSpec(TIERS_URL, "pages/tiers.html", view, parts, "content/tiers.yaml")


def tier_columns(material: Material, crafts: tuple[Listed, ...]) -> tuple[TierColumn, ...]:
    """The three tiers with the number of crafts that offer each; none where the site is no catalogue."""
    if (book := material.catalog.tiers) is None:
        return ()
    return tuple(
        TierColumn(
            name,
            book.value.of(name),
            below(TIERS_URL, Slug(name)),
            sum(name in one.card.tiers for one in crafts),
        )
        for name in TIERS
    )


def listed_craft(material: Material, card: CraftCard) -> Listed:
    """A craft's card with its fingerprint."""
    view = craft_card(material, card)
    return Listed(card, view, of_value(view))


def _grouped(crafts: tuple[Listed, ...], keys: Callable[[CraftCard], tuple[str, ...]]) -> dict[str, tuple[Listed, ...]]:
    found: defaultdict[str, list[Listed]] = defaultdict(list)
    for one in crafts:
        for key in dict.fromkeys(keys(one.card)):
            found[key].append(one)
    return {key: tuple(members) for key, members in found.items()}


def _category(material: Material, numeral: CategoryNumeral, crafts: tuple[Listed, ...]) -> _Group:
    url = below(CATEGORIES, CATEGORY_SLUGS[numeral])
    return _Group(
        url, material.say.term("category", numeral), "", "category", crafts, f"category {CATEGORY_TERMS.terms[numeral]}"
    )


def _term(material: Material, kind: str, parent: UrlPath, name: str, crafts: tuple[Listed, ...]) -> _Group:
    return _Group(below(parent, material.terms[name].slug), name, "", kind, crafts, f"{kind} {name}")


def _tier(material: Material, tier: Tier, name: TierName, crafts: tuple[Listed, ...]) -> _Group:
    members = tuple(one for one in crafts if name in one.card.tiers)
    url, gallery = below(TIERS_URL, Slug(name)), material.book.gallery("tier", name)
    return _Group(url, tier.title, tier.summary, "tier", members, f"tier {name}", gallery)


def _list_pages(
    material: Material,
    group: _Group,
    groups: tuple[tuple[str, tuple[Link, ...]], ...],
    groups_print: Fingerprint,
    filters: CraftFilters | None,
) -> Iterator[PageSpec]:
    per_page = material.catalog.site.value.cards_per_page
    for url, pager, start in paged(group.url, len(group.crafts), per_page):
        members = group.crafts[start : start + per_page]
        head = Head(group.title, group.intro or material.chrome.description, url)
        view = CraftListView(
            material.chrome,
            head,
            group.title,
            group.intro,
            group.kind,
            tuple(one.view for one in members),
            pager,
            groups,
            filters if pager.number == 1 else None,
            group.gallery,
            tuple(material.guides.values()) if group.kind == "all" else (),
        )
        parts = (
            ("crafts", of_parts(*(one.print for one in members))),
            ("list", of_value((head, group.kind, pager, groups_print, view.filters, group.gallery, view.guides))),
            ("site", material.chrome_print),
        )
        yield PageSpec(url, "pages/crafts.html", view, parts, group.owner)


def _terms_page(material: Material, kind: str, url: UrlPath, title: str, groups: list[_Group]) -> PageSpec:
    head = Head(title, title, url)
    view = TermListView(
        material.chrome, head, kind, tuple((Link(group.title, group.url), len(group.crafts)) for group in groups)
    )
    return PageSpec(
        url,
        "pages/terms.html",
        view,
        (("terms", of_value((head, view.terms))), ("site", material.chrome_print)),
        f"list of every {kind}",
    )
