"""design-version-unknown: what was confirmed is one of the session's versions.

Passes: `confirmed: {version: 2, …}` with two versions.
Fails: `version: 3` with two versions; `confirmed` without any version.
Source: the study, standard process: a sketch is confirmed in writing, so that both sides know which.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "design-version-unknown"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every session that was confirmed."""
    for design in whole.catalog.designs:
        confirmed, there = design.value.confirmed, len(design.value.versions)
        if confirmed is not None and confirmed.version > there:
            yield error(
                CODE,
                FieldOf(design.path, ("confirmed", "version")),
                Words(
                    f"定的是第 {confirmed.version} 版，可一共只有 {there} 版",
                    f"version {confirmed.version} was confirmed, but there are {there}",
                ),
                Words("写成 `versions` 里从上往下数的第几版", "count the `versions` from the top, from 1"),
            )
