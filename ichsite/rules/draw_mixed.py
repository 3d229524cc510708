"""draw-mixed: the variance of a chosen piece and a draw never mix.

Passes: an outcome `{name: 梅子青, words: 青绿，偏深}`; a draw that stands under `draw`.
Fails: an outcome “盲盒款”; `outside: 抽中哪件算哪件`; an outcome that states its odds; a lot named like an outcome.
Source: 盲盒经营行为规范指引 (2023); FACTS: kiln change belongs to a piece that was chosen, a draw is a sale by lot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.rules.wording import passages_of, words_in
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "draw-mixed"

_DRAW = re.compile("盲盒|福袋|抽签|抽中|开盲|随机发货|中奖")
_ODDS = re.compile("概率|几率|机率|中奖率")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The words of randomness, and the names of lots and outcomes."""
    customization = dossier.customization
    for passage in passages_of(customization.value.randomness, customization.path, ("randomness",)):
        word = words_in(passage.text, _DRAW)
        if word is None and "outcomes" in passage.field:
            word = words_in(passage.text, _ODDS)
        if word is not None:
            yield error(
                CODE,
                passage.where,
                Words(
                    f"“{word}”是抽签的话；窑变和染色的差异属于买家选定的那一件，不是抽来的",
                    f"“{word}” belongs to a draw; the variance of kiln and vat belongs to the piece that was chosen",
                ),
                Words(
                    "结果只写样子和件数；真要按签卖，另写在 `draw` 里，公示概率和规则",
                    "describe outcomes by their look and count; a sale by lot stands under `draw`, with odds and rules",
                ),
            )
    yield from _same_names(dossier)


def _same_names(dossier: Dossier) -> Iterator[Diagnostic]:
    value, path = dossier.customization.value, dossier.customization.path
    outcomes = {outcome.name: at for at, outcome in enumerate(value.randomness.outcomes)}
    for at, lot in enumerate(value.draw.lots if value.draw is not None else ()):
        if lot.name in outcomes:
            yield error(
                CODE,
                FieldOf(path, ("draw", "lots", at, "name")),
                Words(
                    f"签“{lot.name}”和一种成品结果同名，买家分不清是抽来的还是烧成的",
                    f"the lot “{lot.name}” is named like an outcome; drawn or fired, a buyer cannot tell",
                ),
                Words("给签起个说明是什么货的名字，如“梅子青小盏（抽签）”", "name the lot by what is handed out"),
                (
                    Related(
                        FieldOf(path, ("randomness", "outcomes", outcomes[lot.name], "name")),
                        Words("同名的结果在这里", "the outcome of that name is here"),
                    ),
                ),
            )
