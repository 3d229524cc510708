"""The dossier of a craft: its record, each offer with its window and verdicts, the shares, the showcases."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ichsite.assess.calendar import WorkCalendar
from ichsite.assess.share import Share, outcome_shares
from ichsite.assess.verdicts import Verdicts, judge
from ichsite.assess.window import Window, delivery_window
from ichsite.catalog.texts import everything_said
from ichsite.model.craft import Craft
from ichsite.model.offer import Customization, Offer
from ichsite.model.record import Record
from ichsite.model.showcase import Showcase
from ichsite.model.site import AssessmentSettings


@dataclass(frozen=True)
class AssessedOffer:
    """One offer, its place in the file's list, its window (None without stages) and its verdicts."""

    position: int
    offer: Offer
    window: Window | None
    verdicts: Verdicts


@dataclass(frozen=True)
class Dossier:
    """All that is known of one craft on the day `today`.

    `wording` is everything that the seller says of it, in one text (`ichsite.catalog.texts`), for rules about words.
    """

    craft: Record[Craft]
    customization: Record[Customization]
    offers: tuple[AssessedOffer, ...]
    shares: tuple[Share, ...]
    showcases: tuple[Record[Showcase], ...]
    wording: str
    today: date


def assess_craft(
    craft: Record[Craft],
    customization: Record[Customization],
    showcases: tuple[Record[Showcase], ...],
    settings: AssessmentSettings,
    calendar: WorkCalendar,
    today: date,
) -> Dossier:
    """The three questions asked of every offer of a craft."""
    offers: list[AssessedOffer] = []
    for position, offer in enumerate(customization.value.offers):
        window = None
        if offer.production is not None and offer.production.stages:
            window = delivery_window(offer.production, today, calendar)
        verdicts = judge(offer, customization.value.randomness, window, settings)
        offers.append(AssessedOffer(position, offer, window, verdicts))
    shares = outcome_shares(customization.value.randomness)
    wording = everything_said(craft, customization)
    return Dossier(craft, customization, tuple(offers), shares, showcases, wording, today)


def without_private(dossier: Dossier) -> Dossier:
    """The dossier as it may be published: costs, records of consent and the customisation file itself are left out."""
    offers = tuple(replace(assessed, offer=replace(assessed.offer, private_cost=None)) for assessed in dossier.offers)
    stripped = replace(dossier.customization.value, offers=tuple(assessed.offer for assessed in offers))
    return replace(
        dossier,
        offers=offers,
        customization=replace(dossier.customization, value=stripped),
        showcases=(),
        wording="",
    )
