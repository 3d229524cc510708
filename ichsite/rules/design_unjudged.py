"""design-unjudged: a change of function, or a new work, is confirmed once a master has judged that it can be made.

Passes: the confirmed version has `feasibility: {verdict: feasible, words: …}`, and the session or the judgement a `master`;
the element tier, in which the master need not take part.
Fails: confirmed for the function or the deep tier without a judgement, without a master, or with `not-feasible`.
Source: the study, tiers: the master assesses each functional change, so that it does not break the core.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.model.design import Design
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "design-unjudged"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every confirmed session of a tier that the master takes part in."""
    for design in whole.catalog.designs:
        value, confirmed = design.value, design.value.confirmed
        if confirmed is None or confirmed.version > len(value.versions) or not _needs_master(whole, value):
            continue
        at = confirmed.version - 1
        judged = value.versions[at].feasibility
        if judged is None:
            yield error(
                CODE,
                FieldOf(design.path, ("versions", at, "title")),
                Words(
                    "定了这一版，却没有传承人说做不做得成",
                    "this version was confirmed, and no master said whether it can be made",
                ),
                Words(
                    "写 `feasibility: {verdict: feasible, words: …}`，是谁判的写在 `master`",
                    "add `feasibility: {verdict: feasible, words: …}`, and who judged it as `master`",
                ),
            )
        elif judged.verdict == "not-feasible":
            yield error(
                CODE,
                FieldOf(design.path, ("versions", at, "feasibility", "verdict")),
                Words("判了做不成，却定了这一版", "it was judged not feasible, and was confirmed"),
                Words("改判断，或改 `confirmed` 里的版次", "change the judgement, or the version in `confirmed`"),
            )
        elif judged.master is None and value.master is None:
            yield error(
                CODE,
                FieldOf(design.path, ("versions", at, "feasibility", "verdict")),
                Words("没写是哪位传承人判的", "it does not say which master judged it"),
                Words(
                    "写 `master: content/masters/ 里的文件夹名`",
                    "write `master:` with the folder's name in content/masters/",
                ),
            )


def _needs_master(whole: Whole, design: Design) -> bool:
    """Where no tier is named, a craft that has no element tier says it."""
    if design.tier is not None:
        return design.tier != "element"
    cards = [card for slug in design.crafts if (card := whole.cards.get(slug)) is not None]
    return bool(cards) and all("element" not in card.tiers for card in cards)
