"""The card of a craft: the little that lists, streams and rules over the whole catalogue need."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.assess.accepted import Accepted, NamedMaterial, accepted_in, named_in
from ichsite.assess.dossier import AssessedOffer, Dossier
from ichsite.assess.limits import labels_of
from ichsite.assess.sockets import PreviewUse, preview_use
from ichsite.assess.verdicts import CostClass, CycleClass
from ichsite.catalog.picture_path import PictureUse, picture_path, picture_use
from ichsite.model.craft import CategoryNumeral, Level
from ichsite.model.offer import Offer
from ichsite.model.option import ChoiceOption, ColourOption, NumberOption, PictureOption, SizeTableOption
from ichsite.model.picture import Picture
from ichsite.model.randomness import Chance, Controllability
from ichsite.model.span import DayRange, PriceRange
from ichsite.model.story import Story, StoryLink
from ichsite.model.tier import StreamRole, TierName
from ichsite.text.address import Slug, UrlPath
from ichsite.text.likeness import sketch_of
from ichsite.text.place import FieldPath


@dataclass(frozen=True)
class OfferCard:
    """One tier of a craft in short; `days` is the delivery window in calendar days from today, `working_days` the work in it.

    `names` holds the words for showcases: `option` and `option.value`, and `option:unit`, `option:measure`, `option:picture`.
    `wishes` and `limits` are the ids of those that have one.
    """

    tier: TierName
    price: PriceRange
    days: DayRange | None
    cycle: CycleClass | None
    cost: CostClass
    role: StreamRole
    has_order_link: bool
    made_to_order: bool
    names: dict[str, str]
    wishes: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    """What may be changed: the labels of its options, in the author's order."""
    working_days: DayRange | None = None


@dataclass(frozen=True)
class OutcomeCard:
    """An outcome in short; `pieces` is the size of the sample, None where the counts do not add up to it."""

    id: str
    name: str
    words: str
    count: int
    pieces: int | None
    picture: PictureUse | None


@dataclass(frozen=True)
class CraftCard:
    """A craft in short. `pictures` are all that its page uses, `links` all that its story points at.

    The first `own` of the pictures are the craft's own. `id` is None where the author gave none; then `sketch` is the
    craft's contents in short, by which it is known again.
    """

    slug: Slug
    id: str | None
    path: str
    title: str
    summary: str
    code: str | None
    level: Level
    category: CategoryNumeral
    region: str
    masters: tuple[str, ...]
    tags: tuple[str, ...]
    uses: tuple[str, ...]
    cover: PictureUse | None
    offers: tuple[OfferCard, ...]
    tiers: tuple[TierName, ...]
    control: Controllability
    by: Chance
    outcomes: tuple[OutcomeCard, ...]
    estimated_years: tuple[int, ...]
    pictures: tuple[PictureUse, ...]
    links: tuple[StoryLink, ...]
    anchors: tuple[str, ...]
    own: int
    address: str | None = None
    aliases: tuple[UrlPath, ...] = ()
    replaces: tuple[str, ...] = ()
    sketch: str = ""
    project: str | None = None
    protection_unit: str | None = None
    accepted: tuple[Accepted, ...] = ()
    """What its options take from the material library."""
    named: tuple[NamedMaterial, ...] = ()
    """What its options name of it."""
    previews: tuple[PreviewUse, ...] = ()
    """The previews of its offers, of those that have one."""

    @property
    def own_pictures(self) -> tuple[PictureUse, ...]:
        """The craft's own pictures, in the author's order."""
        return self.pictures[: self.own]

    @property
    def shown_pictures(self) -> tuple[PictureUse, ...]:
        """What the craft's picture page shows: its own pictures and those of its outcomes, as far as they lie in the project."""
        uses = (*self.own_pictures, *(one.picture for one in self.outcomes if one.picture is not None))
        return tuple(use for use in uses if use.path is not None)

    def outcome(self, name: str | None) -> OutcomeCard | None:
        """The outcome of that id."""
        return next((one for one in self.outcomes if one.id == name), None)

    @property
    def price_from(self) -> int | None:
        """The lowest price of all offers, minor units."""
        return min((offer.price.lowest for offer in self.offers), default=None)


def card_of(dossier: Dossier) -> CraftCard:
    """The card of a dossier."""
    craft, path = dossier.craft.value, dossier.craft.path
    pictures = craft_pictures(dossier)
    outcomes = tuple(one.id for one in dossier.customization.value.randomness.outcomes)
    return CraftCard(
        slug=dossier.craft.slug,
        id=craft.id,
        path=path,
        title=craft.title,
        summary=craft.summary,
        code=craft.code,
        level=craft.level,
        category=craft.category,
        region=craft.region,
        masters=craft.masters,
        tags=craft.tags,
        uses=craft.uses,
        cover=pictures[0] if craft.pictures else None,
        offers=(offers := tuple(map(_offer_card, dossier.offers))),
        tiers=tuple(offer.tier for offer in offers),
        control=dossier.customization.value.randomness.controllability,
        by=dossier.customization.value.randomness.by,
        outcomes=_outcomes(dossier),
        estimated_years=_estimated_years(dossier),
        pictures=pictures,
        links=dossier.craft.story.links,
        anchors=dossier.craft.story.anchors,
        own=len(craft.pictures),
        address=craft.address,
        aliases=craft.aliases,
        replaces=craft.replaces,
        sketch=sketch_of(dossier.wording) if craft.id is None else "",
        project=craft.project,
        protection_unit=craft.protection_unit,
        accepted=tuple(one for offer in dossier.offers for one in accepted_in(offer.offer, *_place(dossier, offer))),
        named=tuple(one for offer in dossier.offers for one in named_in(offer.offer, *_place(dossier, offer))),
        previews=tuple(
            use
            for offer in dossier.offers
            if (use := preview_use(offer.offer, *_place(dossier, offer), outcomes)) is not None
        ),
    )


def _place(dossier: Dossier, offer: AssessedOffer) -> tuple[str, FieldPath]:
    return dossier.customization.path, ("offers", offer.position)


def craft_pictures(dossier: Dossier) -> tuple[PictureUse, ...]:
    """Every picture of a craft's page: its own first, then those of outcomes and options, then the story's."""
    path, cust = dossier.craft.path, dossier.customization
    uses = [picture_use(path, picture, ("pictures", at)) for at, picture in enumerate(dossier.craft.value.pictures)]
    uses += [one.picture for one in _outcomes(dossier) if one.picture is not None]
    for assessed in dossier.offers:
        for at, option in enumerate(assessed.offer.options):
            if isinstance(option, PictureOption) and option.example is not None:
                field: FieldPath = ("offers", assessed.position, "options", at, "example")
                uses.append(picture_use(cust.path, Picture(file=option.example, alt=option.wanted), field))
    return (*uses, *story_pictures(path, dossier.craft.story))


def story_pictures(path: str, story: Story) -> tuple[PictureUse, ...]:
    """The pictures inside a story."""
    return tuple(
        PictureUse(picture_path(path, one.file), one.file, one.alt, one.title, False, False, one.place)
        for one in story.pictures
    )


def _outcomes(dossier: Dossier) -> tuple[OutcomeCard, ...]:
    path, pieces = dossier.customization.path, {one.outcome: one.pieces for one in dossier.shares}
    return tuple(
        OutcomeCard(
            one.id,
            one.name,
            one.words,
            one.count,
            pieces.get(one.id),
            picture_use(path, one.picture, ("randomness", "outcomes", at, "picture")) if one.picture else None,
        )
        for at, one in enumerate(dossier.customization.value.randomness.outcomes)
    )


def _offer_card(assessed: AssessedOffer) -> OfferCard:
    offer, verdicts = assessed.offer, assessed.verdicts
    return OfferCard(
        tier=offer.tier,
        price=offer.price,
        days=assessed.window.days if assessed.window is not None else None,
        cycle=verdicts.cycle.cycle if verdicts.cycle is not None else None,
        cost=verdicts.cost.cost,
        role=verdicts.cost.role,
        has_order_link=offer.order is not None,
        made_to_order=offer.making == "made-to-order",
        names=option_words(offer),
        wishes=tuple(one.id for one in offer.boundaries if one.id is not None),
        limits=tuple(one.id for one in offer.limits if one.id is not None),
        changes=tuple(option.label for option in offer.options),
        working_days=assessed.window.working_days if assessed.window is not None else None,
    )


def option_words(offer: Offer) -> dict[str, str]:
    """The words of an offer's options and of their values (see `OfferCard.names`)."""
    words = labels_of(offer)
    for option in offer.options:
        if isinstance(option, ChoiceOption):
            words.update({f"{option.id}.{value.id}": value.label for value in option.values})
        elif isinstance(option, ColourOption):
            words.update({f"{option.id}.{colour.id}": colour.label for colour in option.palette})
        elif isinstance(option, NumberOption):
            if option.measure_word is not None and option.unit == "piece":
                words[f"{option.id}:measure"] = option.measure_word
            else:
                words[f"{option.id}:unit"] = option.unit
        elif isinstance(option, SizeTableOption):
            words.update({f"{option.id}.{line.id}:unit": option.unit for line in option.measures})
        elif isinstance(option, PictureOption):
            words[f"{option.id}:picture"] = "picture"
    return words


def _estimated_years(dossier: Dossier) -> tuple[int, ...]:
    return tuple(
        sorted(
            {one.window.delivered[1].year for one in dossier.offers if one.window is not None and one.window.estimated}
        )
    )
