"""design-option-unknown: what was chosen, counted or met as a threshold is an option that there is.

Passes: `chosen: [waisted]` where `options` has `{id: waisted, …}`; `threshold: {craft: vase, tier: function, option: mouth}`
where that tier of the craft has `mouth`.
Fails: `chosen` or `votes` with an id that no option has; two options of one id; a threshold that the craft does not have.
Source: the study, design co-creation: viewers vote on what is shown, and a wish meets the threshold of the craft.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ichsite.model.design import DesignQuestion, DesignVersion
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

CODE = "design-option-unknown"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """What was asked of every version, and the thresholds of its suggestions."""
    polls = {str(one.slug): [option.id for option in one.value.options] for one in whole.catalog.polls}
    for design in whole.catalog.designs:
        for at, version in enumerate(design.value.versions):
            if version.asked is not None:
                yield from _asked(version.asked, design.path, ("versions", at, "asked"), polls)
            yield from _thresholds(whole, version, design.path, ("versions", at, "suggestions"))


def _asked(asked: DesignQuestion, path: str, field: FieldPath, polls: Mapping[str, list[str]]) -> Iterator[Diagnostic]:
    ids = [one.id for one in asked.options] if asked.poll is None else polls.get(asked.poll)
    if ids is None:
        return  # there is no such poll, which `unknown-reference` says
    for at, id in enumerate(ids):
        if id in ids[:at]:
            yield error(
                CODE,
                FieldOf(path, (*field, "options", at, "id")),
                Words(f"有两个选项叫 `{id}`，票数不知算给谁", f"two options are called `{id}`: whose are its votes?"),
                Words("给其中一个换个 id", "give one of them another id"),
            )
    for at, id in enumerate(asked.chosen):
        if id not in ids:
            yield _unknown(id, ids, FieldOf(path, (*field, "chosen", at)))
    for number, count in enumerate(asked.counts):
        for id, _ in count.votes:
            if id not in ids:
                yield _unknown(id, ids, FieldOf(path, (*field, "counts", number, "votes", id), at_key=True))


def _thresholds(whole: Whole, version: DesignVersion, path: str, field: FieldPath) -> Iterator[Diagnostic]:
    for at, one in enumerate(version.suggestions):
        limit = one.threshold
        if limit is None or limit.option is None or (card := whole.cards.get(limit.craft)) is None:
            continue
        offer = next((offer for offer in card.offers if offer.tier == limit.tier), None)
        there = (
            {name for name in offer.names if "." not in name and ":" not in name} if offer is not None else set[str]()
        )
        if offer is None:
            yield error(
                CODE,
                FieldOf(path, (*field, at, "threshold", "tier")),
                Words(f"“{card.title}”没有这一层", f"“{card.title}” is not offered at this tier"),
                Words(f"有的是：{'、'.join(card.tiers)}", f"there are: {', '.join(card.tiers)}"),
            )
        elif limit.option not in there:
            yield _unknown(limit.option, there, FieldOf(path, (*field, at, "threshold", "option")))


def _unknown(id: str, there: Iterable[str], where: FieldOf) -> Diagnostic:
    known = sorted(there)
    return error(
        CODE,
        where,
        Words(f"没有叫 `{id}` 的选项", f"there is no option `{id}`"),
        did_you_mean(id, known)
        or Words(f"有的是：{'、'.join(known) or '（没有）'}", f"there are: {', '.join(known) or '(none)'}"),
    )
