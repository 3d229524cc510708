"""`llms.txt`: the site in one text of Markdown, for programs that read language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ichsite.api.addresses import (
    CALENDAR,
    CALLS_FILE,
    CATALOGUE,
    DESIGNS_FILE,
    EVENTS_FILE,
    FEEDBACK_FILE,
    IDEAS_FILE,
    LLMS,
    MATERIALS_FILE,
    POLLS_FILE,
    STREAMS_FILE,
    WHOLE_CALENDAR,
)
from ichsite.assess.card import CraftCard
from ichsite.catalog.urls import (
    CALENDAR_PAGE,
    CALLS,
    CRAFTS,
    DESIGN_FEED,
    DESIGNS,
    EVENTS,
    FEED,
    FEEDBACK,
    HOW_TO_READ,
    IDEAS,
    MASTERS,
    MATERIALS,
    POLLS,
    POSTS,
    SHOWCASE_FEED,
    SHOWCASES,
    STREAMS,
    TIERS,
)
from ichsite.model.randomness import Chance, Controllability
from ichsite.model.shelf import Shelf
from ichsite.model.span import DayRange, PriceRange
from ichsite.model.tier import TierName
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import Link
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import of_value

if TYPE_CHECKING:
    from ichsite.render.filters import Speech

MOST_CRAFTS = 500
"""Of a larger catalogue no crafts are listed here: it is read from the API."""


@dataclass(frozen=True)
class LlmsOffer:
    """One tier of a craft."""

    tier: TierName
    price: PriceRange
    days: DayRange | None
    commissioned: bool


@dataclass(frozen=True)
class LlmsCraft:
    """One craft, in a line."""

    title: str
    url: UrlPath
    offers: tuple[LlmsOffer, ...]
    control: Controllability
    by: Chance


@dataclass(frozen=True)
class LlmsFile:
    """The file."""

    name: str
    description: str
    seller: str
    sample: bool
    today: date
    pages: tuple[Link, ...]
    guides: tuple[Link, ...]
    craft_total: int
    crafts: tuple[LlmsCraft, ...]

    def data(self, shelf: Shelf, speech: Speech) -> bytes:  # noqa: ARG002
        """The bytes."""
        return ("\n".join(_lines(self, speech)) + "\n").encode()


def llms_spec(material: Material) -> PageSpec:
    """The file of one language."""
    chrome = material.chrome
    cards = sorted(material.cards.values(), key=lambda one: material.address("craft", one.slug))
    crafts = tuple(_craft(material, one) for one in cards) if len(cards) <= MOST_CRAFTS else ()
    file = LlmsFile(
        chrome.site_name,
        chrome.description,
        chrome.seller.name if chrome.seller is not None else "",
        chrome.sample,
        material.today,
        chrome.pages,
        tuple(material.guides.values()),
        len(cards),
        crafts,
    )
    uses = ("words", "base", "currency")
    return PageSpec(LLMS, "", file, (("said", of_value(file)),), "site.yaml", listed=False, uses=uses)


def _craft(material: Material, card: CraftCard) -> LlmsCraft:
    offers = tuple(LlmsOffer(one.tier, one.price, one.days, one.cycle == "unfit") for one in card.offers)
    return LlmsCraft(card.title, material.address("craft", card.slug), offers, card.control, card.by)


def _lines(file: LlmsFile, speech: Speech) -> Iterator[str]:
    say = speech.gettext
    yield f"# {_inert(file.name)}"
    yield ""
    yield f"> {_inert(file.description)}"
    yield ""
    if file.sample:
        sample = "This is a demonstration site: it sells nothing, and its shop, people and order links are invented."
        yield say(sample)
        yield ""
    yield f"{say('Seller')}{say('list.colon')}{_inert(file.seller)}"
    counted = say(
        "Days are counted from %(day)s, as if the order were confirmed that day; no stock, no order and no payment is on this site."
    )
    yield counted % {"day": speech.day(file.today)}
    yield ""
    yield f"## {say('Lists')}"
    yield ""
    for title, url in _LISTS:
        yield f"- [{say(title)}]({speech.absolute(url)})"
    for page in (*file.guides, *file.pages):
        yield f"- [{_inert(page.title)}]({speech.absolute(page.url)})"
    yield ""
    yield f"## {say('For programs')}"
    yield ""
    for title, url in _FILES:
        yield f"- [{say(title)}]({speech.absolute(url)})"
    yield ""
    yield f"## {say('Crafts')}"
    yield ""
    if not file.crafts:
        some = speech.ngettext(
            "%(num)s craft; the catalogue as JSON has them all.",
            "%(num)s crafts; the catalogue as JSON has them all.",
            file.craft_total,
        )
        yield some % {"num": file.craft_total}
    for craft in file.crafts:
        yield _line(craft, speech)


_LISTS = (
    ("Crafts", CRAFTS),
    ("Tiers", TIERS),
    ("Masters", MASTERS),
    ("Showcases", SHOWCASES),
    ("Streams", STREAMS),
    ("Calls for ideas", CALLS),
    ("Polls", POLLS),
    ("Ideas and answers", IDEAS),
    ("Design sessions", DESIGNS),
    ("Material library", MATERIALS),
    ("Events", EVENTS),
    ("Calendar", CALENDAR_PAGE),
    ("What people asked for", FEEDBACK),
    ("Posts", POSTS),
    ("How to read", HOW_TO_READ),
)
_FILES = (
    ("The catalogue as JSON", CATALOGUE),
    ("The streams as JSON", STREAMS_FILE),
    ("The calls for ideas as JSON", CALLS_FILE),
    ("The polls as JSON", POLLS_FILE),
    ("The answered ideas as JSON", IDEAS_FILE),
    ("The design sessions as JSON", DESIGNS_FILE),
    ("The materials as JSON", MATERIALS_FILE),
    ("The events as JSON", EVENTS_FILE),
    ("Feedback as JSON", FEEDBACK_FILE),
    ("Calendar of everything", WHOLE_CALENDAR),
    ("Calendar of streams", CALENDAR),
    ("Feed of posts", FEED),
    ("Feed of showcases", SHOWCASE_FEED),
    ("Feed of design sessions", DESIGN_FEED),
)


def _line(craft: LlmsCraft, speech: Speech) -> str:
    offers = speech.gettext("list.semicolon").join(_offer(one, speech) for one in craft.offers)
    chance = f" {speech.label(craft.by, 'by-notice')}" if craft.control == "low" else ""
    said = f"- [{_inert(craft.title)}]({speech.absolute(craft.url)})"
    return f"{said}{speech.gettext('list.colon')}{offers}{chance}" if offers or chance else said


def _offer(one: LlmsOffer, speech: Speech) -> str:
    parts = [speech.label(one.tier, "tier"), speech.price(one.price)]
    if one.days is not None:
        parts.append(speech.gettext("delivered in %(days)s") % {"days": speech.days(one.days)})
    if one.commissioned:
        parts.append(speech.gettext("commissioned offline"))
    return " ".join(parts)


def _inert(text: str) -> str:
    """A text that is no Markdown: in one line, its signs written as such."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", re.sub(r"\s+", " ", text))
