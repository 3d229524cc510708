"""A brief of an offer with one option of each kind (`tests.brief.promised`)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from ichsite.brief.brief import Brief

DAY = date(2026, 11, 26)


def brief(version: str, **changed: Any) -> Brief:
    """A brief that holds to everything in `tests.brief.promised.terms`."""
    made = Brief(
        craft="plaque",
        tier="element",
        version=version,
        made=DAY,
        window=(date(2026, 12, 20), date(2027, 1, 8)),
        price=(88_000, 95_050),
        ticks=("time", "chance", "revision", "returns"),
        wish={
            "width": ("36",),
            "words": ("福寿\n康宁",),
            "rim": ("wide",),
            "paint": ("blue", "red"),
            "sketch": ("1", "2"),
            "body.neck": ("38",),
            "body.wrist": ("16",),
        },
        alternative="豆青",
        note="写给外婆，慢慢做",
    )
    return replace(made, **changed)
