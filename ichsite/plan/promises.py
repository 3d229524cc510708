"""Stub."""

from __future__ import annotations

from ichsite.brief.terms import Promiser
from ichsite.catalog.catalog import Catalog
from ichsite.model.tier import TIERS, TierName


def promiser_of(catalog: Catalog) -> Promiser:
    """Who promises, and in what, in the language of a catalogue."""
    site, tiers = catalog.site.value, catalog.tiers
    names: tuple[tuple[TierName, str], ...] = ()
    if tiers is not None:
        names = tuple((tier, tiers.value.of(tier).title) for tier in TIERS)
    return Promiser(site.seller.name if site.seller is not None else site.name, site.language, site.currency, names)
