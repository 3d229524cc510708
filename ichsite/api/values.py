"""The values that all files of the API share. Amounts and measures are texts of digits: no float is anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from ichsite.api.says import Form, Says
from ichsite.model.span import DayRange, PriceRange
from ichsite.model.tier import TierName
from ichsite.plan.views import PictureView
from ichsite.text.address import BaseUrl
from ichsite.text.words import Language

FORMAT: Literal["ichsite/1"] = "ichsite/1"

Format = Annotated[
    Literal["ichsite/1"],
    Says("The form of this file. Within one number fields are added, none is taken away or changed."),
]
Version = Annotated[str, Form("Changes whenever anything else in this file does.", pattern="^[0-9a-f]{16}$")]
Address = Annotated[str, Form("A full address.", format="uri")]
Short = Annotated[str, Form("The shortest full address that leads to the page, for ever.", format="uri")]
Id = Annotated[str, Says("The stable id: it outlives a new name and a new address.")]
Digits = Annotated[str, Form("A decimal number in plain digits.", pattern=r"^-?[0-9]+(\.[0-9]+)?$")]
Counted = Annotated[date, Says("The day that windows are counted from: that of a confirmation.")]


@dataclass(frozen=True)
class Days:
    """From `lowest` to `highest` days, both meant inclusive."""

    lowest: int
    highest: int


@dataclass(frozen=True)
class Price:
    """A price from `lowest` to `highest`."""

    currency: Annotated[str, Form("ISO 4217.", pattern="^[A-Z]{3}$")]
    lowest_minor: Annotated[int, Says("In hundredths of the currency.")]
    highest_minor: Annotated[int, Says("In hundredths of the currency.")]
    lowest: Annotated[str, Form("In the currency, two decimals.", pattern=r"^[0-9]+\.[0-9]{2}$")]
    highest: Annotated[str, Form("In the currency, two decimals.", pattern=r"^[0-9]+\.[0-9]{2}$")]


@dataclass(frozen=True)
class Picture:
    """A published picture: the JPEG that every program reads, its size in pixels, what it shows."""

    url: Address
    width: int
    height: int
    alt: str
    caption: str
    illustration: Annotated[bool, Says("A drawing, not a photograph of a piece.")]
    ai_generated: bool


@dataclass(frozen=True)
class Seller:
    """Who sells."""

    name: str


@dataclass(frozen=True)
class SiteInfo:
    """The site that this file belongs to."""

    name: str
    url: Address
    language: Language
    currency: Annotated[str, Form("ISO 4217.", pattern="^[A-Z]{3}$")]
    sample: Annotated[bool, Says("A demonstration: it sells nothing, and its shop, people and streams are invented.")]
    seller: Seller


@dataclass(frozen=True)
class CraftRef:
    """A craft that another file names."""

    id: Id
    title: str
    url: Address
    file: Address


@dataclass(frozen=True)
class TierShown:
    """A craft in a stream: whether orders are taken for it there, and for which tiers."""

    craft: CraftRef
    takes_orders: bool
    tiers: tuple[TierName, ...]


def days_of(span: DayRange) -> Days:
    """A range of days."""
    return Days(span.lowest, span.highest)


def decimals(minor: int) -> str:
    """Hundredths as an amount: `88000` is `880.00`."""
    whole, rest = divmod(minor, 100)
    return f"{whole}.{rest:02}"


def price_of(span: PriceRange, currency: str) -> Price:
    """A price in both its forms."""
    return Price(currency, span.lowest, span.highest, decimals(span.lowest), decimals(span.highest))


def digits(value: Decimal) -> str:
    """A number in plain digits without trailing zeros."""
    return format(value.normalize(), "f") if value else "0"


def picture_of(view: PictureView, base: BaseUrl) -> Picture:
    """A picture with its full address."""
    return Picture(
        base.absolute(view.jpeg),
        view.jpeg_width,
        view.jpeg_height,
        view.alt,
        view.caption,
        view.illustration,
        view.ai_generated,
    )
