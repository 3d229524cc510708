"""design-reason-missing: a suggestion that was not drawn in, or only in part, is told why.

Passes: `{words: 口再小一点, taken: "no", reason: 釉荡不匀}`; one that was taken, without a reason.
Fails: `taken: "no"` or `taken: partly` without `reason`.
Source: the study, design co-creation: users' ideas are judged for feasibility, and thresholds are explained.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "design-reason-missing"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every suggestion of every version."""
    for design in whole.catalog.designs:
        for at, version in enumerate(design.value.versions):
            for number, one in enumerate(version.suggestions):
                if one.taken != "yes" and one.reason is None:
                    yield error(
                        CODE,
                        FieldOf(design.path, ("versions", at, "suggestions", number, "taken")),
                        Words("没有全采纳，却没说为什么", "it was not taken up in full, and nothing says why"),
                        Words(
                            "写 `reason: …`；是手艺做不到的，再用 `threshold` 指到那一条阈值",
                            "add `reason: …`; where the craft cannot do it, name the threshold with `threshold`",
                        ),
                    )
