"""What is promised today, as a craft's page says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ichsite.model.tier import TierName
from ichsite.text.address import UrlPath


@dataclass(frozen=True)
class PromisedView:
    """What is promised of one tier today: the version, since when, and where it is kept."""

    tier: TierName
    version: str
    since: date
    url: UrlPath
