"""Promises: what is promised today, a page and a file for every version that ever was, the list of what changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ichsite.assess.card import CraftCard
from ichsite.brief.kept import Kept, Period, Promises
from ichsite.brief.promise import Offered
from ichsite.brief.terms import Promiser
from ichsite.catalog.catalog import Catalog
from ichsite.catalog.urls import terms_below
from ichsite.ledger.promises import promise_address
from ichsite.model.shelf import Shelf
from ichsite.model.tier import TIERS, TierName
from ichsite.plan.material import Material
from ichsite.plan.promise_list import promise_list_specs
from ichsite.plan.promise_page import Neighbour, PromisePage, mark_of, marked
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import Head, Link, PromisedView, PromiseState, VersionView
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import of_parts, of_value


def promiser_of(catalog: Catalog) -> Promiser:
    """Who promises, and in what, in the language of a catalogue."""
    site, tiers = catalog.site.value, catalog.tiers
    names: tuple[tuple[TierName, str], ...] = ()
    if tiers is not None:
        names = tuple((tier, tiers.value.of(tier).title) for tier in TIERS)
    return Promiser(site.seller.name if site.seller is not None else site.name, site.language, site.currency, names)


def promised_today(promises: Promises, slugs: Mapping[str, str]) -> dict[str, tuple[PromisedView, ...]]:
    """What is promised today, by the crafts' slugs; `slugs` are those by id."""
    found: defaultdict[str, list[PromisedView]] = defaultdict(list)
    for (id, tier), version in promises.today.items():
        kept = promises.by_version.get(version)
        if kept is not None and id in slugs:
            found[slugs[id]].append(PromisedView(tier, version, kept.since[-1].day, promise_address(version)))
    return {slug: tuple(views) for slug, views in found.items()}


@dataclass(frozen=True)
class TermsFile:
    """What a promise says, as it was hashed."""

    key: bytes

    def data(self, shelf: Shelf, speech: object) -> bytes:  # noqa: ARG002
        """The bytes."""
        return shelf.take(self.key)


def promise_pages(material: Material) -> tuple[PageSpec, ...]:
    """A page for each version, beside it (once for all languages) its text; and the list of what changed."""
    links, site = craft_links(material), material.catalog.site.value
    shown = material.chrome_print, material.say, site.assessment.small_sample, site.cards_per_page
    return material.again("promises", (material.promises, links, *shown), lambda: tuple(_specs(material, links)))


def _specs(material: Material, links: Mapping[str, Link]) -> Iterator[PageSpec]:
    for offer, versions in material.promises.of_offer.items():
        periods = material.promises.periods(offer)
        for kept in versions:
            craft = links.get(offer[0])
            yield _page(material, kept, periods, craft.url if craft is not None else None)
            if not material.base.tree:
                parts = (("terms", of_parts(kept.version)),)
                url = terms_below(promise_address(kept.version))
                yield PageSpec(url, "", TermsFile(kept.key), parts, kept.name.path, listed=False, uses=())
    yield from promise_list_specs(material, links)


def craft_links(material: Material) -> dict[str, Link]:
    """The crafts of today by their ids."""
    return dict(material.each(_link))


def _link(material: Material, card: CraftCard) -> tuple[str, Link]:
    book = material.book
    return book.id("craft", card.slug), Link(card.title, book.address("craft", card.slug))


def version_views(periods: tuple[Period, ...]) -> tuple[VersionView, ...]:
    """The times of an offer's versions, the newest first."""
    return tuple(
        VersionView(one.version, promise_address(one.version), one.since.day, one.until) for one in reversed(periods)
    )


def _page(material: Material, kept: Kept, periods: tuple[Period, ...], craft: UrlPath | None) -> PageSpec:
    history = version_views(periods)
    mine = [at for at, one in enumerate(history) if one.version == kept.version]
    state = _state(material.promises, kept, kept.name.offer)
    # of its last time, where it held more than once
    former = history[mine[0] + 1] if mine[0] + 1 < len(history) else None
    later = history[mine[0] - 1] if mine[0] > 0 else None
    say, mark = material.say, mark_of(material.chrome.language, material.base, kept.glance.language)
    title = marked(kept.glance.title, mark)
    head = Head(
        say("Promise %(version)s") % {"version": kept.version},
        say("What was promised, since when, and what changed."),
        promise_address(kept.version),
        indexed=False,
    )
    page = PromisePage(
        key=kept.key,
        glance=kept.glance,
        chrome=material.chrome,
        head=head,
        state=state,
        craft=craft,
        history=history,
        former=_neighbour(material, former),
        later=_neighbour(material, later),
        mark=mark,
    )
    said = of_value((head, title, state, craft, history, mark))
    parts = (("promise", said), ("site", material.chrome_print))
    url = head.url
    return PageSpec(url, "pages/promise.html", page, parts, kept.name.path, listed=False, currency=kept.glance.currency)


def _state(promises: Promises, kept: Kept, offer: Offered) -> PromiseState:
    today = promises.today.get(offer)
    return "gone" if today is None else "holds" if today == kept.version else "replaced"


def _neighbour(material: Material, view: VersionView | None) -> Neighbour | None:
    return Neighbour(view, material.promises.by_version[view.version].key) if view is not None else None
