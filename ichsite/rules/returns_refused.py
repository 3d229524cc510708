"""returns-refused: no text takes away a return right that the law gives or the seller has promised.

Passes: 不退换 for a piece made to order, with `returns_days: 0`.
Fails: 概不退换, 不支持七天无理由退货, 拆封不退 or 非质量问题不退 where `making` is ready-made or one-off (the law gives seven days), or where `returns_days` is 7.
Source: Consumer Protection Law 消费者权益保护法 art. 25 and its 2024 rules art. 19; rules on online consumption (2022)
art. 2: a promised right binds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ichsite.assess.dossier import AssessedOffer, Dossier
from ichsite.model.offer import MAKING_TERMS
from ichsite.rules.wording import passages_of_craft, words_in
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.words import Words

CODE = "returns-refused"

_REFUSED = re.compile(
    "(?:非|没有|无|不是)质量问题[^。;!?]{0,4}不(?:予|能|可以?|给)?退(?:换|货|款)?"
    # a question (“能不能退”), the postage, the days after the right has ended and damage by the buyer are another matter
    "|(?<![能可支给退予接])(?<!运费)(?<!邮费)(?<!快递费)(?<!逾期)(?<!人为损坏)(?<!人为破损)(?<![超满][过出满][七7][天日])(?<![七7][天日]后)"
    "(?:"
    "[概恕均]?不(?:予(?:办理|受理)?|支持|接受|能|可以?|给|提供|办理|享受|适用)?"
    "(?:[^，。;!?,、]{0,6}?(?:[七7][天日]内?)?无理由)?退(?![色火让缩步出休潮伍烧热墨漆群])(?:[,、;]?不?[换货款还])?"
    "|不(?:支持|享受|适用|提供|接受)[七7][天日]内?无理由"
    "|不(?:予|支持|接受|办理)[^，。;!?,、]{1,6}退[换货款]"
    ")"
    "|(?:谢绝|拒绝|拒不|无法)退[换货款]|一经售出"
    "|(?i:no ?returns|non-?returnable|non-?refundable|all ?sales ?(?:are ?)?final)"
)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Texts of the offers that give a return right, and texts about the whole craft where any offer gives one."""
    giving = {one.position: one for one in dossier.offers if one.verdicts.returns.days > 0}
    if not giving:
        return
    for passage in passages_of_craft(dossier, _REFUSED):
        match passage.field:
            case ("offers", int(position), *_):
                assessed = giving.get(position)
            case _:
                assessed = next(iter(giving.values()))
        if assessed is None or (word := words_in(passage.text, _REFUSED)) is None:
            continue
        yield error(CODE, passage.where, _message(passage.spot, word, assessed), _HELP)


_HELP = Words(
    "写明真正的退货权：现货七天无理由，定作的按 `after_sale` 修、换、减价",
    "state the right that holds: seven days for ready-made pieces; repair, remake or price cut for those made to order",
)


def _message(spot: Words, word: str, assessed: AssessedOffer) -> Words:
    returns = assessed.verdicts.returns
    if returns.basis == "promised":
        return Words(
            f"{spot.zh}写“{word}”，`returns_days` 却承诺了 {returns.days} 天可退，承诺过的要算数",
            f"“{word}” {spot.en} contradicts the {returns.days} days that `returns_days` promises; a promise binds",
        )
    term = MAKING_TERMS.terms[returns.making]
    return Words(
        f"{spot.zh}写“{word}”，但{term}不是定作，法律给买家七天无理由退货",
        f"“{word}” {spot.en}, but a {returns.making} piece is not made to order: the law gives the buyer seven days",
    )
