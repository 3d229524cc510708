"""The order brief of a craft at `/crafts/<slug>/brief/`, and the page where anybody checks one.

Every craft has the page, also where nothing of it is made to order now: a brief that lies in a chat has to open.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from ichsite.assess.card import CraftCard
from ichsite.assess.dossier import Dossier
from ichsite.assess.refused_words import script_words
from ichsite.brief.brief import UNSEEN
from ichsite.brief.terms import Promiser, Terms, terms_json, terms_of, version_of
from ichsite.brief.text import standing_lines
from ichsite.brief.words import CHINESE, ENGLISH, brief_words
from ichsite.catalog.urls import BRIEF_CHECK, brief_below
from ichsite.model.shelf import Shelf
from ichsite.plan.material import Material
from ichsite.plan.offer_views import OfferParts, offer_parts, offer_views, outcome_views, sample_is_small
from ichsite.plan.promises import promiser_of
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import BriefCheckView, BriefView, Chrome, Head, Link, OfferView, PromisedView
from ichsite.plan.views.figures import ClockView
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import of_value
from ichsite.text.foreign import made_of
from ichsite.text.words import Language


@dataclass(frozen=True)
class BriefPage:
    """What an order brief is made of: where the craft's page is and where its dossier lies, what its offers are shown with,
    the craft's id in the ledger, who promises, and what is promised today (the same versions in every language)."""

    head: Head
    chrome: Chrome
    url: UrlPath
    dossier: bytes
    made: OfferParts
    estimated_years: tuple[int, ...]
    clock: ClockView
    craft: str
    promiser: Promiser
    promised: tuple[PromisedView, ...]

    def view(self, shelf: Shelf, speech: object) -> BriefView:  # noqa: ARG002
        """The view, made in a worker."""
        dossier: Dossier = shelf.take(self.dossier)
        # the craft's page may show this one within itself: no id twice
        made = replace(self.made, see=replace(self.made.see, prefix="brief"))
        offers = tuple(one for one in offer_views(dossier, made, shelf) if one.offer.making == "made-to-order")
        terms = {one.offer.tier: terms_of(dossier, one, self.craft, self.promiser) for one in dossier.offers}
        versions = {one.tier: one.version for one in self.promised}
        return BriefView(
            chrome=self.chrome,
            head=self.head,
            craft=Link(dossier.craft.value.title, self.url),
            offers=offers,
            randomness=dossier.customization.value.randomness,
            outcomes=outcome_views(dossier, dict(reversed(self.made.pictures))),
            small_sample=sample_is_small(dossier, self.made),
            estimated_years=self.estimated_years,
            clock=self.clock,
            data={
                "craft": self.craft,
                "offers": {one.offer.tier: _offer(terms[one.offer.tier], versions) for one in offers},
                "words": _words(self.promiser),
            },
            waits=tuple(one.offer.tier for one in offers if _waits(one)),
        )


@dataclass(frozen=True)
class BriefCheckPage:
    """What the page is made of where anybody checks a brief: who promises, and in what words."""

    head: Head
    chrome: Chrome
    promiser: Promiser

    def view(self, shelf: Shelf, speech: object) -> BriefCheckView:  # noqa: ARG002
        """The view, made in a worker."""
        both = (CHINESE, ENGLISH)
        data = {
            "words": _words(self.promiser),
            "thumbs": [one.thumb for one in both],
            "codes": [one.code for one in both],
        }
        return BriefCheckView(self.chrome, self.head, data)


def brief_spec(material: Material, card: CraftCard) -> PageSpec:
    """The order brief of a craft: of its page only the title and what is made to order."""
    url = material.address("craft", card.slug)
    head = Head(
        made_of(f"{material.say('Order brief')}{material.say('list.colon')}{card.title}", card.title),
        material.say("Choose, be told at once what the technique can do, and take a written confirmation with you."),
        brief_below(url),
        indexed=False,
    )
    page = BriefPage(
        head=head,
        chrome=material.chrome,
        url=url,
        dossier=material.dossiers[card.slug][0],
        made=offer_parts(material, card),
        estimated_years=card.estimated_years,
        clock=material.clock,
        craft=material.book.id("craft", card.slug),
        promiser=promiser_of(material.catalog),
        promised=material.promised.get(card.slug, ()),
    )
    settings = material.catalog.site.value.assessment
    beside = of_value(
        (
            *(
                page.head,
                page.url,
                page.made,
                page.estimated_years,
                page.clock,
                page.craft,
                page.promiser,
                page.promised,
            ),
            *(settings, material.today),
        )
    )
    parts = (("offers", material.offered[card.slug]), ("beside", beside), ("site", material.chrome_print))
    return PageSpec(head.url, "pages/brief.html", page, parts, card.path, listed=False)


def brief_check_spec(material: Material) -> PageSpec:
    """The page where anybody checks a brief."""
    head = Head(
        material.say("Check an order brief"),
        material.say("Paste the text or the address: is it whole, does it still hold, what has changed since?"),
        BRIEF_CHECK,
        indexed=False,
    )
    page = BriefCheckPage(head, material.chrome, promiser_of(material.catalog))
    parts = (("check", of_value((head, page.promiser))), ("site", material.chrome_print))
    return PageSpec(BRIEF_CHECK, "pages/brief-check.html", page, parts, "site.yaml", listed=False)


def _offer(terms: Terms, versions: Mapping[str, str]) -> dict[str, Any]:
    data = terms_json(terms)
    words = brief_words(terms.language, terms.currency)
    return {
        "version": versions.get(terms.tier) or version_of(data),
        "terms": json.loads(data),
        "lines": standing_lines(terms, words),
    }


def _words(promiser: Promiser) -> dict[str, Any]:
    language: Language = promiser.language
    return {**script_words(language), "unseen": UNSEEN, "brief": asdict(brief_words(language, promiser.currency))}


def _waits(view: OfferView) -> bool:
    return any(one.stage.wait_days.highest or one.stage.season is not None for one in view.stages)
