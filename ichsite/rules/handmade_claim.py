"""handmade-claim: “wholly by hand” is said only where every step is.

Passes: 纯手工 where all steps of `authenticity` are `by: hand`; “不是纯手工” anywhere.
Fails: 纯手工 while a step is `by: machine` or `by: both`.
Source: DOMAIN.md, first table: machine work sold as hand work (伪定制).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.model.craft import HAND_TERMS
from ichsite.rules.wording import passages_of_craft, words_in
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "handmade-claim"

_CLAIM = re.compile("纯手工|纯手作|全手工|全程手工|完全手工|(?:100%|百分百|百分之百)(?:纯)?手工")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The texts of a craft against its own steps."""
    steps = dossier.craft.value.authenticity
    machine = next((at for at, step in enumerate(steps) if step.by != "hand"), None)
    if machine is None:
        return
    step = steps[machine]
    for passage in passages_of_craft(dossier, _CLAIM):
        if (word := words_in(passage.text, _CLAIM)) is None:
            continue
        yield error(
            CODE,
            passage.where,
            Words(
                f"{passage.spot.zh}说“{word}”，可“{step.step}”这一步是{HAND_TERMS.terms[step.by]}",
                f"“{word}” is claimed {passage.spot.en}, but the step “{step.step}” is by {step.by}",
            ),
            Words(
                "说清哪一步是手工，如“手工錾刻”；或改正 `authenticity`",
                "say which step is by hand, or mend `authenticity`",
            ),
            (
                Related(
                    FieldOf(dossier.craft.path, ("authenticity", machine, "by")),
                    Words("这一步写在这里", "the step is here"),
                ),
            ),
        )
