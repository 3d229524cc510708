"""Private statistics of a platform 用户画像数据: who buys and watches. Read for the operator's report, never published."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from ichsite.model.at_most import AtMost
from ichsite.model.audience import CraftWords
from ichsite.model.entry import entry
from ichsite.model.naming import Identifier
from ichsite.model.scalar import Day, Whole
from ichsite.model.verbatim import Verbatim


@entry
class AudienceMatch:
    """Whom the statistics call by these words, as one audience: of several words in one field one is enough.

    `ages` are bands such as `18-30` or `50+`; a band of the table that lies within one of them is meant.
    """

    audience: Identifier
    ages: CraftWords = ()
    genders: CraftWords = ()
    regions: CraftWords = ()
    spending: CraftWords = ()


@entry
class StatisticsRow:
    """One group of people: what is known of them, and how many they are, as a share of all (`23.4`, in per cent), as a
    number, or both."""

    age: Annotated[str, Verbatim(40)] | None = None
    gender: Annotated[str, Verbatim(40)] | None = None
    region: Annotated[str, Verbatim(40)] | None = None
    spending: Annotated[str, Verbatim(40)] | None = None
    share: Annotated[str, Verbatim(20)] | None = None
    people: Annotated[int, Whole(0, 100_000_000)] | None = None


@entry
class PrivateAudiences:
    """`audiences-private.yaml`, beside `site.yaml`: where the figures are from, the day that they were read, whom each
    audience is made of, and the figures, where no table is given."""

    source: Annotated[str, Verbatim(120)] | None = None
    counted: Annotated[date, Day()] | None = None
    audiences: Annotated[tuple[AudienceMatch, ...], AtMost(24)] = ()
    rows: Annotated[tuple[StatisticsRow, ...], AtMost(5000)] = ()
