"""fixed-feature-missing: a craft that may be customised says what never changes in it.

Passes: `fixed_features: [{feature: 交领右衽, reason: 这是汉服的形制}]`.
Fails: a customisable craft without `fixed_features`.
Source: DOMAIN.md, tier table, row “what stays”; the threshold protects authenticity 本真性.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "fixed-feature-missing"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """A customisable craft has at least one fixed feature."""
    if dossier.craft.value.fixed_features or not dossier.customization.value.customisable:
        return
    yield warning(
        CODE,
        FieldOf(dossier.craft.path, ("title",)),
        Words("可以定制，却没有写什么是不能改的", "the craft may be customised, but nothing says what never changes"),
        Words(
            "加上 `fixed_features`，如 {feature: 交领右衽, reason: 这是汉服的形制}",
            "add `fixed_features`, each with `feature` and `reason`",
        ),
    )
