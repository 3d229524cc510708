"""deep-without-master: in deep customisation the master leads idea, design and making.

Passes: `masters: [ye]` in index.md, and `master_takes_part: 从画稿到烧成` in the deep offer.
Fails: a deep offer while `masters` is empty, or without `master_takes_part`.
Source: DOMAIN.md, tier table, row “the master”.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "deep-without-master"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """A deep offer names the master and the master's part."""
    for assessed in dossier.offers:
        if assessed.offer.tier != "deep":
            continue
        if not dossier.craft.value.masters:
            yield error(
                CODE,
                FieldOf(dossier.craft.path, ("masters",)),
                Words(
                    "这件作品接深度定制，却没有写是哪位传承人",
                    "this craft offers deep customisation but names no master",
                ),
                Words(
                    "在 `masters` 里写上传承人，或去掉 deep 这一层",
                    "name the master in `masters`, or drop the deep tier",
                ),
            )
        if assessed.offer.master_takes_part is None:
            yield error(
                CODE,
                FieldOf(dossier.customization.path, ("offers", assessed.position, "tier")),
                Words(
                    "深度定制由传承人主导，这里没有写传承人做什么",
                    "the master leads deep customisation; nothing here says what the master does",
                ),
                Words(
                    "加一行 `master_takes_part: …`，如“定稿、主刀、交付讲解”",
                    "add `master_takes_part: …`, such as design, carving, hand-over",
                ),
            )
