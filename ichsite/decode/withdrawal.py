"""A showcase that was withdrawn: of its file only that is read which leads to the neutral note."""

from __future__ import annotations

from dataclasses import replace

from ichsite.decode.compose import Plain
from ichsite.decode.typed import typed
from ichsite.model.withdrawal import Withdrawal
from ichsite.text.diagnostic import Diagnostic

FIELD = "withdrawn"
_READ = ("id", "address", "craft", FIELD, "origin")
OF_THE_BUYER = ("title", "buyer", "words", "scene", "chosen", "pictures", "later", "post")
"""The fields that hold something of the buyer's."""


def withdrawal_from(path: str, plain: dict[str, Plain]) -> tuple[Withdrawal | None, tuple[Diagnostic, ...]]:
    """What is left; whatever else stands in the file may be right, wrong or gone."""
    # `withdrawn:` with nothing behind it is a day that was forgotten, never a showcase to be shown
    kept = {name: plain[name] for name in _READ if name in plain and name != FIELD}
    value, findings = typed(path, {**kept, FIELD: plain[FIELD] or ""}, Withdrawal)
    if value is None:
        return None, findings
    return replace(value, holds=tuple(name for name in OF_THE_BUYER if name in plain)), findings
