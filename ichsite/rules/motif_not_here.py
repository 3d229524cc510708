"""motif-not-here: no option takes a motif where the motif's own file says that it must not stand.

Passes: a motif with `not_for: [{where: 日常饰品, reason: …, marks: [饰品]}]` on a craft without that tag or use.
Fails: the same on a craft whose `tags` or `uses` have 饰品, or whose folder is named in `marks`.
Source: DOMAIN.md, threshold: a limit may be cultural; what a motif means says where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.model.material import Motif
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "motif-not-here"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """What the options of each craft accept, against the limits of the motifs."""
    motifs = {
        str(one.slug): (one.path, one.value)
        for one in whole.catalog.materials
        if isinstance(one.value, Motif) and one.value.not_for
    }
    if not motifs:
        return
    for card in whole.cards.values():
        marks = {*card.tags, *card.uses, card.slug}
        for accepted in card.accepted:
            if accepted.material not in motifs:
                continue
            path, motif = motifs[accepted.material]
            for at, limit in enumerate(motif.not_for):
                if marks.isdisjoint(limit.marks):
                    continue
                yield error(
                    CODE,
                    accepted.where,
                    Words(
                        f"“{motif.title}”不能用在{limit.where}：{limit.reason}",
                        f"“{motif.title}” is not for this ({limit.where}): {limit.reason}",
                    ),
                    Words(
                        f"在 `motifs` 里写 `without: [{accepted.material}]`，或去掉这一项",
                        f"write `without: [{accepted.material}]` below `motifs`, or take it out",
                    ),
                    (Related(FieldOf(path, ("not_for", at)), Words("在这里写的", "said here")),),
                )
