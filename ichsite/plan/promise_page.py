"""The page of one version of a promise: the recipe that is planned, and the view that is made of it where it is rendered.

The text of the terms stays in the cache until then; of a version that holds today it is not even read, for what it says
stands on the craft's own page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ichsite.assess.card import option_words
from ichsite.assess.share import outcome_shares
from ichsite.assess.verdicts import Verdicts, control_verdict, cost_verdict, return_verdict
from ichsite.brief.changes import changes
from ichsite.brief.clause import Part
from ichsite.brief.promise import Glance
from ichsite.brief.terms import Terms, offer_of, read_terms
from ichsite.catalog.translator import translated
from ichsite.catalog.urls import terms_below
from ichsite.model.record import Record
from ichsite.model.shelf import Shelf
from ichsite.model.site import AssessmentSettings, CostCutoffs
from ichsite.model.story import Story
from ichsite.plan.views import (
    ChangesView,
    Chrome,
    Head,
    OfferView,
    OutcomeView,
    PartChangesView,
    PromiseState,
    PromiseView,
    VersionView,
)
from ichsite.text.address import BaseUrl, Slug, UrlPath, last_step
from ichsite.text.foreign import foreign
from ichsite.text.words import Language


@dataclass(frozen=True)
class Neighbour:
    """The version before or after one, and where its text lies."""

    view: VersionView
    key: bytes


@dataclass(frozen=True)
class PromisePage:
    """What the page of one version is made of; `key` is where its text lies.

    `mark` is the language of the text where the page speaks another one; `former` is set where it took a place, `later`
    where it lost its own.
    """

    key: bytes
    glance: Glance
    chrome: Chrome
    head: Head
    state: PromiseState
    craft: UrlPath | None
    history: tuple[VersionView, ...]
    former: Neighbour | None
    later: Neighbour | None
    mark: Language | None

    def view(self, shelf: Shelf, speech: object) -> PromiseView:  # noqa: ARG002
        """The view of the page."""
        url, glance = self.head.url, self.glance
        view = PromiseView(
            chrome=self.chrome,
            head=self.head,
            title=marked(glance.title, self.mark),
            tier=glance.tier,
            version=last_step(url),
            state=self.state,
            craft=self.craft,
            price=glance.price,
            history=self.history,
            terms_file=terms_below(url),
        )
        if self.state == "holds" and self.former is None:
            return view
        terms = terms_on(shelf, self.key, self.mark)
        if (former := self.former) is not None:
            view = replace(view, former=changed_view(former.view, terms_on(shelf, former.key, self.mark), terms))
        if (later := self.later) is not None:
            view = replace(view, later=changed_view(later.view, terms, terms_on(shelf, later.key, self.mark)))
        return view if self.state == "holds" else self._whole(view, terms)

    def _whole(self, view: PromiseView, terms: Terms) -> PromiseView:
        """With everything that was promised."""
        shares = {share.outcome: share for share in outcome_shares(terms.randomness)}
        sample = terms.randomness.sample
        return replace(
            view,
            offers=(offer_view(terms),),
            fixed_features=terms.fixed_features,
            authenticity=terms.authenticity,
            randomness=terms.randomness,
            outcomes=tuple(
                OutcomeView(one.id, one.name, one.words, one.count, shares.get(one.id), None)
                for one in terms.randomness.outcomes
            ),
            small_sample=sample is not None and sample.pieces < AssessmentSettings().small_sample,
            seller=terms.seller,
        )


def mark_of(page: Language, base: BaseUrl, language: Language) -> Language | None:
    """What texts of a promise in a language are marked with on a page: that language, where it is not the page's own."""
    return language if base.tree and language != page else None


def marked(text: str, mark: Language | None) -> str:
    """A text of a promise, marked where it is in another language than its page."""
    return foreign(text, mark) if mark is not None else text


def terms_on(shelf: Shelf, key: bytes, mark: Language | None) -> Terms:
    """The terms whose text lies at a key, their words marked where they are in another language than the page."""
    terms = read_terms(shelf.take(key))
    if mark is None:
        return terms
    record, _ = translated(Record("customization", "", Slug(terms.craft), terms, Story()), None, None, mark)
    return record.value


def offer_view(terms: Terms) -> OfferView:
    """The offer that was promised, as the macros of a craft's page want it: without a window, which counts from a day."""
    offer = offer_of(terms)
    verdicts = Verdicts(
        None, control_verdict(terms.randomness), cost_verdict(offer, CostCutoffs()), return_verdict(offer)
    )
    return OfferView(offer, None, verdicts, (), option_words(offer))


def changed_view(other: VersionView, before: Terms, after: Terms) -> ChangesView:
    """What became otherwise between two terms, `other` being the version that is not the page's own."""
    found = changes(before, after)
    parts: dict[Part, None] = dict.fromkeys(one.part for one in found)
    grouped = tuple(PartChangesView(part, tuple(one for one in found if one.part == part)) for part in parts)
    return ChangesView(other, grouped, offer_view(before), offer_view(after))
