"""A craft's page: the recipe that is handed over, and the view that is made of it where the page is rendered.

The dossier stays in the cache until then, so that a build of ten thousand crafts holds none of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.assess.card import CraftCard, craft_pictures
from ichsite.assess.dossier import Dossier
from ichsite.catalog.urls import CATEGORIES, CATEGORY_SLUGS, REGIONS, TAGS, below, pictures_below
from ichsite.model.shelf import Shelf
from ichsite.plan.audiences import guides_of_craft
from ichsite.plan.calls import calls_of_craft
from ichsite.plan.cards import master_card, showcase_card, stream_card
from ichsite.plan.chart import outcome_chart
from ichsite.plan.design_cards import design_cards
from ichsite.plan.events import events_of_craft
from ichsite.plan.ideas import ideas_of_craft
from ichsite.plan.keep import keep_of
from ichsite.plan.material import Material
from ichsite.plan.offer_views import (
    OfferParts,
    offer_parts,
    offer_views,
    outcome_views,
    sample_is_small,
    shown_picture,
    shown_pictures,
)
from ichsite.plan.polls import polls_of_craft
from ichsite.plan.record import craft_record
from ichsite.plan.spec import PageSpec
from ichsite.plan.story import LinkTable, link_table, story_html
from ichsite.plan.views import (
    CallCardView,
    Chrome,
    CraftView,
    DesignCardView,
    EventCardView,
    Head,
    KeepView,
    Link,
    MasterCardView,
    PictureView,
    PromisedView,
    RecordView,
    ShowcaseCardView,
    StreamCardView,
)
from ichsite.plan.views.figures import ClockView
from ichsite.plan.views.idea import IdeasCardView
from ichsite.plan.views.poll import PollCardView
from ichsite.registry.claims import Stamp
from ichsite.text.address import BaseUrl, UrlPath
from ichsite.text.fingerprint import of_value

SHOWCASES_SHOWN = 12


@dataclass(frozen=True)
class CraftPage:
    """What a craft's page is made of. `pictures` are by the path in the project; None where one cannot be shown."""

    url: UrlPath
    dossier: bytes
    chrome: Chrome
    base: BaseUrl
    category: Link
    region: Link
    tags: tuple[Link, ...]
    pictures: tuple[tuple[str, PictureView], ...]
    made: OfferParts
    links: LinkTable
    masters: tuple[MasterCardView, ...]
    showcases: tuple[ShowcaseCardView, ...]
    streams: tuple[StreamCardView, ...]
    calls: tuple[CallCardView, ...]
    polls: tuple[PollCardView, ...]
    ideas: tuple[IdeasCardView, ...]
    designs: tuple[DesignCardView, ...]
    guides: tuple[Link, ...]
    events: tuple[EventCardView, ...]
    estimated_years: tuple[int, ...]
    clock: ClockView
    keep: KeepView | None
    checked: Stamp | None = None
    gallery: UrlPath | None = None
    promises: tuple[PromisedView, ...] = ()
    record: RecordView | None = None


def craft_spec(material: Material, card: CraftCard) -> PageSpec:
    """The page of one craft."""
    key, dossier_print = material.dossiers[card.slug]
    showcases = material.showcases_of.get(card.slug, ())[:SHOWCASES_SHOWN]
    page = CraftPage(
        url=material.address("craft", card.slug),
        dossier=key,
        chrome=material.chrome,
        base=material.base,
        category=Link(material.say.term("category", card.category), below(CATEGORIES, CATEGORY_SLUGS[card.category])),
        region=Link(card.region, below(REGIONS, material.terms[card.region].slug)),
        tags=tuple(Link(tag, below(TAGS, material.terms[tag].slug)) for tag in card.tags),
        pictures=shown_pictures(material, card.pictures),
        made=offer_parts(material, card),
        links=link_table(card.links, lambda target: material.leads(target, card.path)),
        masters=tuple(
            master_card(material, one) for slug in card.masters if (one := material.master(slug)) is not None
        ),
        showcases=tuple(view for one in showcases if (view := showcase_card(material, one)) is not None),
        streams=tuple(stream_card(material, one) for one in material.coming_streams_of.get(card.slug, ())),
        calls=calls_of_craft(material, card.slug),
        polls=polls_of_craft(material, card.slug),
        ideas=ideas_of_craft(material, card.slug),
        designs=design_cards(material, material.designs.of_craft.get(card.slug, ())),
        guides=guides_of_craft(material, card),
        events=events_of_craft(material, card.slug),
        estimated_years=card.estimated_years,
        clock=material.clock,
        keep=keep_of(material, "craft", card.slug),
        checked=material.verified.crafts.get(card.slug),
        gallery=material.book.gallery("craft", card.slug),
        promises=material.promised.get(card.slug, ()),
        record=craft_record(material, card.slug),
    )
    beside = of_value(
        (
            *(page.category, page.region, page.tags, page.pictures, page.made, page.links),
            *(page.masters, page.showcases, page.streams, page.calls, page.polls, page.ideas),
            *(page.designs, page.guides, page.events),
            *(page.estimated_years, page.clock, page.keep, page.checked, page.gallery),
            *(page.promises, page.record),
        )
    )
    parts = (("craft", dossier_print), ("beside", beside), ("site", material.chrome_print))
    return PageSpec(page.url, "pages/craft.html", page, parts, card.path)


def craft_view(page: CraftPage, shelf: Shelf) -> CraftView:
    """The view of a craft's page."""
    dossier: Dossier = shelf.take(page.dossier)
    craft, randomness = dossier.craft.value, dossier.customization.value.randomness
    pictures = dict(reversed(page.pictures))
    uses = craft_pictures(dossier)
    own = tuple(view for use in uses[: len(craft.pictures)] if (view := shown_picture(use, pictures)) is not None)
    outcomes = outcome_views(dossier, pictures)
    small = sample_is_small(dossier, page.made)
    story_pictures = tuple((use.file, found) for use in uses if (found := shown_picture(use, pictures)) is not None)
    return CraftView(
        chrome=page.chrome,
        head=Head(craft.title, craft.summary, page.url, picture=own[0].jpeg if own else None),
        title=craft.title,
        summary=craft.summary,
        code=craft.code,
        level=craft.level,
        category=page.category,
        region=page.region,
        tags=page.tags,
        uses=craft.uses,
        story=story_html(dossier.craft.story, page.links, story_pictures, page.base),
        pictures=own,
        fixed_features=craft.fixed_features,
        authenticity=craft.authenticity,
        customisable=dossier.customization.value.customisable,
        offers=offer_views(dossier, page.made, shelf),
        randomness=randomness,
        outcomes=outcomes,
        small_sample=small,
        draw=dossier.customization.value.draw,
        masters=page.masters,
        showcases=page.showcases,
        streams=page.streams,
        estimated_years=page.estimated_years,
        pictures_page=pictures_below(page.url) if own or any(one.picture for one in outcomes) else None,
        clock=page.clock,
        chart=outcome_chart(randomness, dossier.shares, small=small),
        keep=page.keep,
        care=craft.care or "",
        checked=page.checked,
        calls=page.calls,
        polls=page.polls,
        ideas=page.ideas,
        designs=page.designs,
        guides=page.guides,
        gallery=page.gallery,
        events=page.events,
        promises=page.promises,
        record=page.record,
    )
