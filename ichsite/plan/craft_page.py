"""A craft's page: the recipe that is handed over, and the view that is made of it where the page is rendered.

The dossier stays in the cache until then, so that a build of ten thousand crafts holds none of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ichsite.assess.card import CraftCard, craft_pictures, option_words
from ichsite.assess.dossier import AssessedOffer, Dossier
from ichsite.catalog.picture_path import PictureUse, picture_path, picture_use
from ichsite.catalog.urls import CATEGORIES, CATEGORY_SLUGS, REGIONS, TAGS, below, pictures_below
from ichsite.model.offer import Offer
from ichsite.model.option import PictureOption
from ichsite.model.shelf import Shelf
from ichsite.plan.audiences import guides_of_craft
from ichsite.plan.calls import calls_of_craft
from ichsite.plan.cards import master_card, showcase_card, stream_card
from ichsite.plan.chart import outcome_chart
from ichsite.plan.design_cards import design_cards
from ichsite.plan.events import events_of_craft
from ichsite.plan.ideas import ideas_of_craft
from ichsite.plan.keep import keep_of
from ichsite.plan.library import shown_materials
from ichsite.plan.material import Material
from ichsite.plan.polls import polls_of_craft
from ichsite.plan.record import craft_record
from ichsite.plan.scale import scales_of
from ichsite.plan.see import see_of
from ichsite.plan.see_parts import SeeParts, see_parts
from ichsite.plan.spec import PageSpec
from ichsite.plan.story import LinkTable, link_table, story_html
from ichsite.plan.timeline import plan_text, timeline
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
    OfferView,
    OutcomeView,
    PictureView,
    PromisedView,
    RecordView,
    ShowcaseCardView,
    ShownMaterialView,
    StageLine,
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
    small_sample: int
    clock: ClockView
    keep: KeepView | None
    checked: Stamp | None = None
    library: tuple[tuple[str, ShownMaterialView], ...] = ()
    gallery: UrlPath | None = None
    promises: tuple[PromisedView, ...] = ()
    record: RecordView | None = None
    see: SeeParts = field(default_factory=SeeParts)


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
        pictures=tuple(
            (use.path, view)
            for use in card.pictures
            if use.path is not None and (view := material.picture(use)) is not None
        ),
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
        small_sample=material.catalog.site.value.assessment.small_sample,
        clock=material.clock,
        keep=keep_of(material, "craft", card.slug),
        checked=material.verified.crafts.get(card.slug),
        library=shown_materials(material, card),
        gallery=material.book.gallery("craft", card.slug),
        promises=material.promised.get(card.slug, ()),
        record=craft_record(material, card.slug),
        see=see_parts(material, card),
    )
    beside = of_value(
        (
            *(page.category, page.region, page.tags, page.pictures, page.links),
            *(page.masters, page.showcases, page.streams, page.calls, page.polls, page.ideas),
            *(page.designs, page.guides, page.events),
            *(page.library, page.record),
            *(page.estimated_years, page.small_sample, page.clock, page.keep, page.checked, page.gallery),
            page.promises,
            page.see,
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
    own = tuple(view for use in uses[: len(craft.pictures)] if (view := _shown(use, pictures)) is not None)
    outcomes = _outcomes(dossier, pictures)
    small = randomness.sample is not None and randomness.sample.pieces < page.small_sample
    sees = {
        one.offer.tier: see_of(one.offer, randomness, dossier.shares, small, page.see, shelf) for one in dossier.offers
    }
    story_pictures = tuple((use.file, found) for use in uses if (found := _shown(use, pictures)) is not None)
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
        offers=tuple(
            replace(_offer(one, dossier.customization.path, pictures, dict(page.library)), see=sees[one.offer.tier])
            for one in dossier.offers
        ),
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


def _shown(use: PictureUse, pictures: Mapping[str, PictureView]) -> PictureView | None:
    """A published picture with the words and labels of this use: one file may stand in several places."""
    view = pictures.get(use.path) if use.path is not None else None
    if view is None:
        return None
    return replace(view, alt=use.alt, caption=use.caption, illustration=use.illustration, ai_generated=use.ai_generated)


def _outcomes(dossier: Dossier, pictures: Mapping[str, PictureView]) -> tuple[OutcomeView, ...]:
    shares = {share.outcome: share for share in dossier.shares}
    path = dossier.customization.path
    return tuple(
        OutcomeView(
            one.id,
            one.name,
            one.words,
            one.count,
            shares.get(one.id),
            _shown(picture_use(path, one.picture, ("randomness", "outcomes", at, "picture")), pictures)
            if one.picture is not None
            else None,
        )
        for at, one in enumerate(dossier.customization.value.randomness.outcomes)
    )


def _examples(offer: Offer, path: str, pictures: Mapping[str, PictureView]) -> dict[str, PictureView]:
    """What `picture` options want, shown: the words of each are the option's."""
    wanted = [one for one in offer.options if isinstance(one, PictureOption) and one.example is not None]
    return {
        option.id: replace(view, alt=option.wanted, caption="")
        for option in wanted
        if (view := pictures.get(picture_path(path, option.example or "") or "")) is not None
    }


def _offer(
    assessed: AssessedOffer,
    path: str,
    pictures: Mapping[str, PictureView],
    library: dict[str, ShownMaterialView],
) -> OfferView:
    stages: tuple[StageLine, ...] = ()
    if assessed.offer.production is not None and assessed.window is not None:
        pairs = zip(assessed.offer.production.stages, assessed.window.stages, strict=True)
        stages = tuple(StageLine(stage, window) for stage, window in pairs)
    offer, window = assessed.offer, assessed.window
    view = OfferView(
        offer,
        window,
        assessed.verdicts,
        stages,
        option_words(offer),
        scales=scales_of(offer),
        examples=_examples(offer, path, pictures),
        library=library,
    )
    if offer.production is None or window is None:
        return view
    plan = plan_text(offer.production, window.queue_days)
    return replace(view, timeline=timeline(offer.production, window), plan=plan)
