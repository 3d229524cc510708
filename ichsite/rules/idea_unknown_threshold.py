"""idea-unknown-threshold: a threshold that is the reason for an answer is on the craft's page.

Passes: `threshold: {craft: vase, tier: function, option: mouth}` where that tier has an option `mouth`.
Fails: `option: mouht`; a tier that the craft does not offer; neither an option, nor a wish, nor a limit; two of them.
Source: DOMAIN.md, customisation threshold 定制阈值: the reason can be looked up.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.card import CraftCard, OfferCard
from ichsite.model.idea import Threshold
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

CODE = "idea-unknown-threshold"
_KINDS = {
    "option": Words("选项", "option"),
    "boundary": Words("带编号的要求", "wish with that id"),
    "limit": Words("带编号的限制", "limit with that id"),
}


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every threshold that an idea names; one of an unknown craft is told of as that."""
    for batch in whole.catalog.ideas:
        for at, idea in enumerate(batch.value.ideas):
            if idea.threshold is not None and (card := whole.cards.get(idea.threshold.craft)) is not None:
                yield from _of(idea.threshold, card, batch.path, ("ideas", at, "threshold"))


def _of(threshold: Threshold, card: CraftCard, path: str, field: FieldPath) -> Iterator[Diagnostic]:
    offer = next((one for one in card.offers if one.tier == threshold.tier), None)
    if offer is None:
        yield error(
            CODE,
            FieldOf(path, (*field, "tier")),
            Words(f"“{card.title}”没有这一层", f"“{card.title}” does not offer this tier"),
            Words(f"它有：{'、'.join(card.tiers)}", f"it offers {', '.join(card.tiers)}"),
        )
        return
    named = [name for name in _KINDS if getattr(threshold, name) is not None]
    if len(named) != 1:
        yield error(
            CODE,
            FieldOf(path, field, at_key=True),
            Words(
                "没写是哪一条界限" if not named else "一次只指一条界限",
                "it does not say which threshold" if not named else "one threshold at a time",
            ),
            Words("写 `option`、`boundary`、`limit` 里的一个", "write one of `option`, `boundary`, `limit`"),
        )
        return
    name, (known, wanted) = named[0], (_known(offer, named[0]), str(getattr(threshold, named[0])))
    if wanted not in known:
        kind = _KINDS[name]
        yield error(
            CODE,
            FieldOf(path, (*field, name)),
            Words(f"“{card.title}”的这一层没有{kind.zh} `{wanted}`", f"this tier of “{card.title}” has no {kind.en} `{wanted}`"),
            did_you_mean(wanted, known),
        )  # fmt: skip


def _known(offer: OfferCard, name: str) -> tuple[str, ...]:
    if name == "option":
        return options_of(offer)
    return offer.wishes if name == "boundary" else offer.limits


def options_of(offer: OfferCard) -> tuple[str, ...]:
    """The ids of an offer's options, and `table.line` of its size tables."""
    return tuple(name for name in offer.names if ":" not in name)
