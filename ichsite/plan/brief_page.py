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
from ichsite.plan.craft_page import CraftPage, craft_view
from ichsite.plan.material import Material
from ichsite.plan.promises import promiser_of
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import BriefCheckView, BriefView, Head, Link, OfferView, PromisedView
from ichsite.text.fingerprint import of_value
from ichsite.text.foreign import made_of
from ichsite.text.words import Language


@dataclass(frozen=True)
class BriefPage:
    """What an order brief is made of: the recipe of the craft's page, the craft's id in the ledger, who promises, and
    what is promised today (the same versions in every language)."""

    head: Head
    page: CraftPage
    craft: str
    promiser: Promiser
    promised: tuple[PromisedView, ...]

    def view(self, shelf: Shelf, speech: object) -> BriefView:  # noqa: ARG002
        """The view, made in a worker."""
        # the craft's page may show this one within itself: no id twice
        craft = craft_view(replace(self.page, see=replace(self.page.see, prefix="brief")), shelf)
        dossier: Dossier = shelf.take(self.page.dossier)
        offers = tuple(one for one in craft.offers if one.offer.making == "made-to-order")
        terms = {one.offer.tier: terms_of(dossier, one, self.craft, self.promiser) for one in dossier.offers}
        versions = {one.tier: one.version for one in self.promised}
        return BriefView(
            chrome=craft.chrome,
            head=self.head,
            craft=Link(craft.title, self.page.url),
            offers=offers,
            randomness=craft.randomness,
            outcomes=craft.outcomes,
            small_sample=craft.small_sample,
            estimated_years=craft.estimated_years,
            clock=craft.clock,
            data={
                "craft": self.craft,
                "offers": {one.offer.tier: _offer(terms[one.offer.tier], versions) for one in offers},
                "words": _words(self.promiser),
            },
            waits=tuple(one.offer.tier for one in offers if _waits(one)),
        )


def brief_spec(material: Material, card: CraftCard, craft: PageSpec) -> PageSpec:
    """The order brief of a craft; `craft` is its page, of which it shows a part."""
    head = Head(
        made_of(f"{material.say('Order brief')}{material.say('list.colon')}{card.title}", card.title),
        material.say("Choose, be told at once what the technique can do, and take a written confirmation with you."),
        brief_below(craft.url),
        indexed=False,
    )
    promised = material.promised.get(card.slug, ())
    page = BriefPage(
        head, craft.made_from, material.book.id("craft", card.slug), promiser_of(material.catalog), promised
    )
    parts = (*craft.parts, ("brief", of_value((head, page.craft, page.promiser, promised))))
    return PageSpec(head.url, "pages/brief.html", page, parts, card.path, listed=False)


def brief_check_spec(material: Material) -> PageSpec:
    """The page where anybody checks a brief."""
    head = Head(
        material.say("Check an order brief"),
        material.say("Paste the text or the address: is it whole, does it still hold, what has changed since?"),
        BRIEF_CHECK,
        indexed=False,
    )
    both = (CHINESE, ENGLISH)
    data = {
        "words": _words(promiser_of(material.catalog)),
        "thumbs": [one.thumb for one in both],
        "codes": [one.code for one in both],
    }
    view = BriefCheckView(material.chrome, head, data)
    parts = (("check", of_value((head, json.dumps(data)))), ("site", material.chrome_print))
    return PageSpec(BRIEF_CHECK, "pages/brief-check.html", view, parts, "site.yaml", listed=False)


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
