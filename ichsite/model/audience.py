"""Audiences 用户画像: for whom pieces are, by which rules they fit, and what each audience should find."""

from __future__ import annotations

from typing import Annotated

from ichsite.model.at_most import AtMost
from ichsite.model.craft import CATEGORY_TERMS, CategoryNumeral, Reference
from ichsite.model.entry import entry
from ichsite.model.naming import AddressField, Aliases, Identifier, Replaces
from ichsite.model.scalar import Amount, Text, Whole, YesNo
from ichsite.model.tier import TierField
from ichsite.model.verbatim import Verbatim

CraftWords = Annotated[tuple[Annotated[str, Verbatim(20)], ...], AtMost(12)]
"""Tags or uses as crafts have them: looked up in the main language, so never translated here."""
Tiers = Annotated[tuple[TierField, ...], AtMost(3)]
Within = Annotated[int, Whole(1, 1000)]
"""Calendar days from the confirmation to the delivery, queue and holidays among them, as on the craft's page."""


@entry
class Budget:
    """What an audience spends on a piece, in minor units of the site's currency; an end that is not written is open."""

    lowest: Annotated[int, Amount()] | None = None
    highest: Annotated[int, Amount()] | None = None


@entry
class AudienceRules:
    """Which offers fit: one that keeps every rule which is written. Of several uses, tags or tiers one is enough.

    `include` are crafts that need none of the uses and tags; `exclude` are crafts that never fit.
    """

    uses: CraftWords = ()
    tags: CraftWords = ()
    price: Budget | None = None
    within_days: Within | None = None
    tiers: Tiers = ()
    include: Annotated[tuple[Reference, ...], AtMost(200)] = ()
    exclude: Annotated[tuple[Reference, ...], AtMost(200)] = ()


@entry
class Want:
    """What the audience should find among what fits it: `at_least` so many offers that are all of this.

    Read for the operator's report, never published; `under` is the price from, at most, in minor units.
    """

    what: Annotated[str, Verbatim(60)]
    uses: CraftWords = ()
    tags: CraftWords = ()
    category: Annotated[CategoryNumeral, CATEGORY_TERMS] | None = None
    tier: TierField | None = None
    under: Annotated[int, Amount()] | None = None
    within_days: Within | None = None
    at_least: Annotated[int, Whole(1, 10_000)] = 1


@entry
class Audience:
    """One audience: its guide page, the rules by which offers fit, and what it should find."""

    id: Identifier
    address: AddressField | None = None
    aliases: Aliases = ()
    replaces: Replaces = ()
    title: Annotated[str, Text(60)]
    summary: Annotated[str, Text(200)]
    for_whom: Annotated[tuple[Annotated[str, Text(200)], ...], AtMost(6)] = ()
    rules: AudienceRules = AudienceRules()
    tips: Annotated[tuple[Annotated[str, Text(200)], ...], AtMost(12)] = ()
    wants: Annotated[tuple[Want, ...], AtMost(12)] = ()
    draft: Annotated[bool, YesNo()] = False


@entry
class AudienceBook:
    """`content/audiences.yaml`: the audiences in the order in which they are listed."""

    audiences: Annotated[tuple[Audience, ...], AtMost(24)]
