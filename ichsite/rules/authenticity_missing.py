"""authenticity-missing: a page says which step is by whose hand.

Passes: `authenticity: [{step: 拉坯, by: hand, who: 叶师傅}]`.
Fails: a craft without `authenticity`.
Source: DOMAIN.md, first table: machine work sold as hand work (伪定制).
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "authenticity-missing"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every craft lists its steps."""
    if dossier.craft.value.authenticity:
        return
    yield warning(
        CODE,
        FieldOf(dossier.craft.path, ("title",)),
        Words("没有写哪一步由谁的手做", "nothing says which step is by whose hand"),
        Words(
            "加上 `authenticity`，每步写 `step`、`by`（hand、machine、both）和 `who`",
            "add `authenticity`: each step with `step`, `by` (hand, machine, both) and `who`",
        ),
    )
