"""What a page is found again by, from a stream, a card, a spoken word."""

from __future__ import annotations

from typing import Literal

from ichsite.catalog.urls import qr_below
from ichsite.plan.material import Material
from ichsite.plan.views import KeepView


def keep_of(
    material: Material, kind: Literal["craft", "stream", "call", "poll", "design", "event"], slug: str
) -> KeepView | None:
    """The short code of an item with its pictures; None where it has no code."""
    if not (code := material.book.code(kind, slug)):
        return None
    short = material.book.short(kind, slug)
    return KeepView(code, short, qr_below(short, "png"), qr_below(short, "svg"))
