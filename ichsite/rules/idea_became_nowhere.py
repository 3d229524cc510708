"""idea-became-nowhere: what an idea turned into can be looked at.

Passes: `became: {craft: vase, option: mouth}` where a tier of the vase has an option `mouth`; `became: {call: cloth}`.
Fails: `became` that names nothing; an `option` without its craft, or one that the craft does not have.
Source: DOMAIN.md, design co-creation: an idea that was taken up is shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.model.idea import Became
from ichsite.rules.idea_unknown_threshold import options_of
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

CODE = "idea-became-nowhere"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every idea that became something; unknown items are told of as such."""
    for batch in whole.catalog.ideas:
        for at, idea in enumerate(batch.value.ideas):
            if idea.became is not None:
                yield from _of(whole, idea.became, batch.path, ("ideas", at, "became"))


def _of(whole: Whole, became: Became, path: str, field: FieldPath) -> Iterator[Diagnostic]:
    if not any((became.craft, became.design, became.showcase, became.call)):
        yield error(
            CODE,
            FieldOf(path, field, at_key=True),
            Words("没写后来变成了什么", "it does not say what became of it"),
            Words(
                "写 `craft`（可加 `option`）、`design`、`showcase` 或 `call`",
                "write a `craft` (perhaps with its `option`), a `design`, a `showcase` or a `call`",
            ),
        )
        return
    card = whole.cards.get(became.craft or "")
    if became.option is None or card is None:
        return
    known = [name for offer in card.offers if became.tier in (None, offer.tier) for name in options_of(offer)]
    if became.option not in known:
        yield error(
            CODE,
            FieldOf(path, (*field, "option")),
            Words(f"“{card.title}”没有选项 `{became.option}`", f"“{card.title}” has no option `{became.option}`"),
            did_you_mean(became.option, known),
        )
