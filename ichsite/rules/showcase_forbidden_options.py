"""showcase-forbidden-options: a showcase shows nothing that the offer's own thresholds forbid.

Passes: `chosen: [{option: mouth, value: ["90"]}]` where the mouth is 60–120 mm.
Fails: `value: ["200"]`; an option that the tier does not have; a required option left out.
Source: DOMAIN.md, customisation threshold 定制阈值: a case beyond the threshold would invite the impossible.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.assess.possible import Way, ways_out
from ichsite.assess.wish import Refusal, option_names, refusals
from ichsite.model.offer import Offer
from ichsite.model.record import Record
from ichsite.model.showcase import Showcase
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

CODE = "showcase-forbidden-options"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """What every showcase of a craft says was chosen, against the offer of its tier."""
    for record in dossier.showcases:
        meant = [one for one in dossier.offers if one.offer.tier == record.value.tier]
        if len(meant) != 1:  # showcase-unknown-tier or tier-twice
            continue
        assessed = meant[0]
        wish: dict[str, tuple[str, ...]] = {}
        for chosen in record.value.chosen:
            wish[chosen.option] = (*wish.get(chosen.option, ()), *chosen.value)
        others = tuple(one.offer for one in dossier.offers)
        for refusal in refusals(assessed.offer, wish):
            reason = Words(f"：{refusal.reason}", f": {refusal.reason}") if refusal.reason else Words("", "")
            yield error(
                CODE,
                FieldOf(record.path, (field := _field(record, refusal)), at_key=len(field) == 1),
                Words(refusal.what.zh + reason.zh, refusal.what.en + reason.en),
                _way_out(refusal, assessed.offer, ways_out(assessed.offer, wish, refusal, others)),
                (
                    Related(
                        FieldOf(dossier.customization.path, ("offers", assessed.position, "options"), at_key=True),
                        Words("选项和限制写在这里", "the options and limits are written here"),
                    ),
                ),
            )


def _field(record: Record[Showcase], refusal: Refusal) -> FieldPath:
    for at, chosen in enumerate(record.value.chosen):
        if chosen.option == refusal.option or chosen.option.startswith(f"{refusal.option}."):
            return ("chosen", at, "value", 0) if refusal.reason else ("chosen", at, "option")
    return ("chosen",)


def _way_out(refusal: Refusal, offer: Offer, ways: tuple[Way, ...]) -> Words:
    if not refusal.reason and (close := did_you_mean(refusal.option, option_names(offer))) is not None:
        return close
    told = [one.words for one in ways]
    if refusal.instead is not None:
        told.append(Words(refusal.instead, refusal.instead))
    if told:
        return Words(
            "做得到的是：" + "；".join(one.zh.rstrip("。") for one in told),
            "what would be possible: " + "; ".join(one.en.rstrip(".") for one in told),
        )
    return Words(
        "写买家实际选的；若确实做成了，放宽作品的阈值",
        "write what was really chosen; if it was made, loosen the threshold",
    )
