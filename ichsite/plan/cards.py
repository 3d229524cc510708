"""Cards: how a craft, a master, a showcase, a stream and a post look in a list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ichsite.assess.card import CraftCard
from ichsite.catalog.picture_path import picture_use
from ichsite.model.master import Master
from ichsite.model.post import Post
from ichsite.model.record import Record
from ichsite.model.showcase import Showcase
from ichsite.model.stream import Stream
from ichsite.plan.consent import shown_buyer
from ichsite.plan.material import Material
from ichsite.plan.used_pictures import showcase_pictures
from ichsite.plan.views import (
    ChosenView,
    CraftCardView,
    Link,
    MasterCardView,
    OfferLine,
    PostCardView,
    ShowcaseCardView,
    StreamCardView,
)
from ichsite.text.foreign import made_of

MOST_BESIDE = 12
"""Showcases on the page of a call or a stream."""


def craft_card(material: Material, card: CraftCard) -> CraftCardView:
    """A craft in a list."""
    return CraftCardView(
        url=material.address("craft", card.slug),
        title=card.title,
        summary=card.summary,
        picture=material.picture(card.cover),
        category=card.category,
        region=card.region,
        level=card.level,
        control=card.control,
        by=card.by,
        offers=tuple(
            OfferLine(offer.tier, offer.price, offer.days, offer.cycle, offer.cost, offer.role) for offer in card.offers
        ),
    )


def craft_link(material: Material, slug: str) -> Link | None:
    """A craft's title and address; None where there is no such craft."""
    card = material.cards.get(slug)
    return Link(card.title, material.address("craft", card.slug)) if card is not None else None


def master_card(material: Material, master: Record[Master]) -> MasterCardView:
    """A master in a list."""
    value = master.value
    use = picture_use(master.path, value.picture, ("picture",)) if value.picture is not None else None
    return MasterCardView(
        material.address("master", master.slug),
        value.title,
        value.level,
        value.trade_title,
        value.project,
        value.region,
        value.summary,
        material.picture(use),
    )


def master_link(material: Material, slug: str | None) -> Link | None:
    """A master's name and address; None where there is no such master."""
    found = material.master(slug) if slug is not None else None
    return Link(found.value.title, material.address("master", found.slug)) if found is not None else None


def showcase_card(material: Material, showcase: Record[Showcase]) -> ShowcaseCardView | None:
    """A showcase in a list, with nothing of the consent record in it; None where its craft is unknown."""
    value = showcase.value
    craft = craft_link(material, value.craft)
    if craft is None:
        return None
    pictures = showcase_pictures(showcase)
    return ShowcaseCardView(
        material.address("showcase", showcase.slug),
        value.title,
        shown_buyer(value) or material.say("A buyer"),
        value.received,
        value.words,
        material.picture(pictures[0]) if pictures else None,
        craft,
        value.tier,
        value.tags,
        chosen_words(material, value),
        max((months_between(value.received, one.day) for one in value.later), default=0),
    )


def shown_cards(material: Material, showcases: Iterable[Record[Showcase]]) -> tuple[ShowcaseCardView, ...]:
    """The cards of showcases, the newest `MOST_BESIDE` of them."""
    return tuple(card for one in tuple(showcases)[:MOST_BESIDE] if (card := showcase_card(material, one)) is not None)


def months_between(first: date, second: date) -> int:
    """The whole months from one day to a later one."""
    months = (second.year - first.year) * 12 + second.month - first.month
    return max(0, months - (second.day < first.day))


def stream_card(material: Material, stream: Record[Stream]) -> StreamCardView:
    """A stream in the schedule."""
    value = stream.value
    master = next((one for one in material.catalog.masters if one.slug == value.master), None)
    return StreamCardView(
        material.address("stream", stream.slug),
        value.title,
        value.summary,
        value.platform,
        value.kind,
        value.starts,
        value.minutes,
        value.host,
        Link(master.value.title, material.address("master", master.slug)) if master is not None else None,
        tuple(link for shown in value.crafts if (link := craft_link(material, shown.craft)) is not None),
        material.is_past(value),
        value.replay,
        master.value.level if master is not None else None,
    )


def post_card(material: Material, post: Record[Post]) -> PostCardView:
    """A post in a list."""
    value = post.value
    use = picture_use(post.path, value.picture, ("picture",)) if value.picture is not None else None
    return PostCardView(
        material.address("post", post.slug),
        value.title,
        value.summary,
        value.published,
        value.author,
        value.tags,
        material.picture(use),
        value.kind,
    )


def chosen_words(material: Material, showcase: Showcase) -> tuple[ChosenView, ...]:
    """What a buyer chose, in the words of the craft's options."""
    nothing: dict[str, str] = {}
    offers = material.cards[showcase.craft].offers
    names = next((one.names for one in offers if one.tier == showcase.tier), nothing)
    found: list[ChosenView] = []
    for one in showcase.chosen:
        label = names.get(one.option, one.option)
        if f"{one.option}:picture" in names:
            found.append(ChosenView(label, material.say("a picture sent by the buyer")))
            continue
        said = [names.get(f"{one.option}.{value}", value) for value in one.value]
        counted = names.get(f"{one.option}:measure") or ""
        if unit := names.get(f"{one.option}:unit"):
            counted = material.say.term("unit", unit)
        words = f"{material.say('list.comma').join(said)} {counted}".rstrip()
        found.append(ChosenView(label, made_of(words, counted, *said)))
    return tuple(found)
