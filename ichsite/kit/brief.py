"""A craft in a few words: what its descriptions, its cards and its overlay are made from.

The words are those of the theme's catalogue, in the language of the `Speech`. Days are calendar days from the
written confirmation and never dates: what is pasted, printed or spoken cannot be edited afterwards.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ichsite.assess.dossier import AssessedOffer, Dossier
from ichsite.model.randomness import Randomness
from ichsite.model.span import DayRange
from ichsite.model.tier import TierName

if TYPE_CHECKING:
    from ichsite.render.filters import Speech


@dataclass(frozen=True)
class TierBrief:
    """One tier: `days` is `24–39 天`, empty without a window; `takes_orders` is false where it is commissioned offline.

    `arrival` is the same in words, such as `元素定制 24–39 天到手`; `window` are the days as numbers.
    """

    tier: TierName
    name: str
    price: str
    days: str
    takes_orders: bool
    arrival: str = ""
    window: DayRange | None = None


@dataclass(frozen=True)
class Brief:
    """A craft in short.

    `change`, `days` and `chance` are one spoken sentence each, for the card that the host reads aloud. `notice` is the
    shortest honest word on chance, for a description or an overlay; empty where the result can be promised.
    """

    title: str
    summary: str
    tiers: tuple[TierBrief, ...]
    change: str
    days: str
    chance: str
    notice: str


def brief_of(dossier: Dossier, speech: Speech, only: Container[TierName] | None = None) -> Brief:
    """The brief of a craft as the dossier has it, in the language of `speech`; of `only` some of its tiers if wanted."""
    if only is not None:
        dossier = replace(dossier, offers=tuple(one for one in dossier.offers if one.offer.tier in only))
    randomness = dossier.customization.value.randomness
    return Brief(
        title=dossier.craft.value.title,
        summary=dossier.craft.value.summary,
        tiers=tuple(_tier(one, speech) for one in dossier.offers),
        change=_change(dossier, speech),
        days=_days(dossier.offers, speech),
        chance=_chance(randomness, speech),
        notice=speech.label(randomness.by, "kit-notice") if randomness.controllability == "low" else "",
    )


def _tier(one: AssessedOffer, speech: Speech) -> TierBrief:
    offer = one.offer
    days = speech.days(one.window.days) if one.window is not None else ""
    return TierBrief(
        offer.tier,
        speech.label(offer.tier, "tier"),
        speech.price(offer.price),
        days,
        _takes_orders(one),
        _arrival(one, days, speech),
        one.window.days if one.window is not None else None,
    )


def _takes_orders(one: AssessedOffer) -> bool:
    return one.verdicts.cycle is None or one.verdicts.cycle.takes_stream_orders


def _change(dossier: Dossier, speech: Speech) -> str:
    if not dossier.customization.value.customisable:
        return speech.gettext("This piece is not customised: it is sold as it is.")
    parts = [_changeable(one, speech) for one in dossier.offers]
    if fixed := len(dossier.craft.value.fixed_features):
        never = speech.ngettext("%(num)s thing never changes", "%(num)s things never change", fixed)
        parts.append(never % {"num": fixed})
    return _sentence(parts, speech)


def _changeable(one: AssessedOffer, speech: Speech) -> str:
    tier = speech.label(one.offer.tier, "tier")
    if not one.offer.options:
        return speech.gettext("%(tier)s leaves nothing to choose") % {"tier": tier}
    labels = speech.gettext("list.comma").join(option.label for option in one.offer.options)
    return speech.gettext("%(tier)s lets you choose %(options)s") % {"tier": tier, "options": labels}


def _days(offers: tuple[AssessedOffer, ...], speech: Speech) -> str:
    said = _sentence([_arrival(one, _spoken_days(one, speech), speech) for one in offers], speech)
    if all(one.window is None for one in offers):
        return said
    return speech.gettext("Counted from your written confirmation, with the queue and the way: %(tiers)s") % {
        "tiers": said
    }


def _arrival(one: AssessedOffer, days: str, speech: Speech) -> str:
    tier = speech.label(one.offer.tier, "tier")
    if one.window is None:
        return f"{tier}{speech.gettext('list.space')}{speech.label(one.offer.making, 'kit-days')}"
    msgid = "%(tier)s takes %(days)s" if _takes_orders(one) else "%(tier)s takes %(days)s and is commissioned offline"
    return speech.gettext(msgid) % {"tier": tier, "days": days}


def _spoken_days(one: AssessedOffer, speech: Speech) -> str:
    """`24 到 39 天`: a dash cannot be read aloud."""
    if one.window is None:
        return ""
    span = one.window.days
    if span.lowest == span.highest:
        return speech.days(span)
    return speech.gettext("%(least)s to %(most)s days") % {"least": span.lowest, "most": span.highest}


def _chance(randomness: Randomness, speech: Speech) -> str:
    if randomness.controllability == "high":
        return _as_drawn(randomness, speech)
    by = speech.label(randomness.by, "kit-by")
    if not randomness.outcomes:
        return _sentence([by, speech.gettext("which one comes nobody can promise")], speech)
    counted = randomness.sample is not None
    results = speech.gettext("list.comma").join(
        f"{one.name}{speech.gettext('list.space')}{_pieces(one.count, speech)}" if counted else one.name
        for one in randomness.outcomes
    )
    if randomness.sample is not None:
        found = speech.ngettext(
            "of the last %(num)s piece: %(results)s",
            "of the last %(num)s pieces: %(results)s",
            randomness.sample.pieces,
        ) % {"num": randomness.sample.pieces, "results": results}
    else:
        found = speech.gettext("so far it came out as %(results)s") % {"results": results}
    return _sentence([by, found, speech.gettext("which one comes nobody can promise")], speech)


def _as_drawn(randomness: Randomness, speech: Speech) -> str:
    if not randomness.tolerances:
        return _sentence([speech.gettext("Made as in the drawing, within a tolerance")], speech)
    within = speech.gettext("list.comma").join(
        f"{one.what}{speech.gettext('list.space')}±{speech.number(one.plus_minus)}"
        f"{speech.label(one.unit, 'tolerance-unit')}"
        for one in randomness.tolerances
    )
    return _sentence(
        [speech.gettext("Made as in the drawing you confirmed, within %(within)s") % {"within": within}], speech
    )


def _pieces(count: int, speech: Speech) -> str:
    return speech.ngettext("%(num)s piece", "%(num)s pieces", count) % {"num": count}


def _sentence(parts: list[str], speech: Speech) -> str:
    """One sentence of its parts, however they end: what authors and shops write in between stays inside it."""
    clauses = [part.strip().rstrip("。．.；;！!") for part in parts]
    text = speech.gettext("list.semicolon").join(clause for clause in clauses if clause)
    return f"{text[:1].upper()}{text[1:]}{speech.gettext('sentence.end')}" if text else ""
