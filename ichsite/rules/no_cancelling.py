"""no-cancelling: who has a piece made may cancel before it is finished, and pays the loss.

Passes: `cancelling: 完工前可以取消，付清已做的部分`.
Fails: `cancelling: 一经下单不得取消`; 下单后不能退单; 定金不退.
Source: Civil Code 民法典 art. 787.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.rules.wording import passages_of_craft, words_in
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.words import Words

CODE = "no-cancelling"

_BARRED = re.compile(
    # a question (“能不能取消”) and what is barred once the piece is finished are another matter
    "(?:下单|付款|拍下|开工)?(?:[之以]?后)?(?<![能可支接])(?<!完工后)(?<!做完后)(?<!完成后)(?<!成品后)(?<!发货后)"
    "(?:(?:[概恕]?不|无法|谢绝)(?:可以?|得|能|予|支持|接受|允许)?(?:取消|退单|撤单|退订))"
    "|[定订]金[^，。;!?,、]{0,2}不(?:予|能|可以?|给)?退|一经下单"
)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Texts about offers that are made to order."""
    made = {one.position for one in dossier.offers if one.offer.making == "made-to-order"}
    if not made:
        return
    for passage in passages_of_craft(dossier, _BARRED):
        match passage.field:
            case ("offers", int(position), *_) if position not in made:
                continue
            case _:
                pass
        if (word := words_in(passage.text, _BARRED)) is not None:
            yield warning(
                CODE,
                passage.where,
                Words(
                    f"{passage.spot.zh}写“{word}”：定作的买家在完工前可以取消，只是要赔损失",
                    f"“{word}” {passage.spot.en}: a buyer who has a piece made may cancel before it is finished, paying the loss",
                ),
                Words(
                    "写成“完工前可以取消，付清已做部分的费用”",
                    "say that it may be cancelled before completion, and what is then paid",
                ),
            )
