"""The addresses of pages that no content file stands for; items have theirs from `ichsite.catalog.links`."""

from __future__ import annotations

from typing import Literal

from ichsite.model.craft import CategoryNumeral
from ichsite.model.post import PostKind
from ichsite.model.tier import TIERS as TIER_NAMES
from ichsite.text.address import Slug, UrlPath

HOME = UrlPath("/")
CRAFTS = UrlPath("/crafts/")
TIERS = UrlPath("/tiers/")
CATEGORIES = UrlPath("/categories/")
REGIONS = UrlPath("/regions/")
TAGS = UrlPath("/tags/")
MASTERS = UrlPath("/masters/")
SHOWCASES = UrlPath("/showcases/")
GALLERIES = UrlPath("/showcases/by/")
"""Galleries stand below it; nothing answers at itself."""
STRIP = UrlPath("/showcases/strip/")
STREAMS = UrlPath("/streams/")
CALLS = UrlPath("/calls/")
MATERIALS = UrlPath("/materials/")
AUDIENCES = UrlPath("/for/")
POLLS = UrlPath("/polls/")
IDEAS = UrlPath("/ideas/")
DESIGNS = UrlPath("/designs/")
EVENTS = UrlPath("/events/")
FEEDBACK = UrlPath("/feedback/")
CALENDAR_PAGE = UrlPath("/calendar/")
SEARCH = UrlPath("/search/")
POSTS = UrlPath("/posts/")
HOW_TO_READ = UrlPath("/how-to-read/")
CODES = UrlPath("/s/")
OVERLAY = UrlPath("/overlay/")
KITS = UrlPath("/kit/")
PROMISES = UrlPath("/promises/")
THANKS = UrlPath("/thanks/")
"""Where somebody is named, with a page a year below it."""
SHARE = UrlPath("/share/")
SHARE_CARD = UrlPath("/share/card/")
"""Where the site invites its buyers."""
BRIEF_CHECK = UrlPath("/brief/check/")
"""Where anybody holds a brief against what was promised."""
NOT_FOUND = UrlPath("/404.html")
FEED = UrlPath("/feed.xml")
SHOWCASE_FEED = UrlPath("/showcases/feed.xml")
DESIGN_FEED = UrlPath("/designs/feed.xml")
SITEMAP = UrlPath("/sitemap.xml")
ROBOTS = UrlPath("/robots.txt")

FIXED = (
    *(
        HOME,
        CRAFTS,
        TIERS,
        CATEGORIES,
        REGIONS,
        TAGS,
        MASTERS,
        SHOWCASES,
        STRIP,
        STREAMS,
        CALLS,
        MATERIALS,
        AUDIENCES,
        SEARCH,
    ),
    *(POLLS, IDEAS, DESIGNS, POSTS, EVENTS, FEEDBACK, CALENDAR_PAGE, HOW_TO_READ, CODES, OVERLAY, NOT_FOUND, FEED),
    *(SITEMAP, ROBOTS, PROMISES, BRIEF_CHECK),
)
"""The addresses that every site has, whatever is in its catalogue."""
ASKED = frozenset({CRAFTS, SHOWCASES, MATERIALS, SEARCH, OVERLAY})
"""The pages whose script reads what stands behind `?`: filters and the words that are searched for."""
Dated = Literal["stream", "call", "poll", "design", "event"]
DATED: dict[Dated, UrlPath] = {"stream": STREAMS, "call": CALLS, "poll": POLLS, "design": DESIGNS, "event": EVENTS}
"""The lists of what has a day, by kind."""
EVERY_ANCHOR = ("main", "seller")
"""The anchors that every page has."""
FIXED_ANCHORS: dict[UrlPath, tuple[str, ...]] = {
    HOW_TO_READ: ("cycle", "control", "cost", "threshold", "window", "shares", "returns"),
    TIERS: tuple(f"tier-{name}" for name in TIER_NAMES),
}
"""The anchors of pages that no content file stands for; promised as those of crafts are."""

CATEGORY_SLUGS: dict[CategoryNumeral, Slug] = {
    "I": Slug("folk-literature"),
    "II": Slug("traditional-music"),
    "III": Slug("traditional-dance"),
    "IV": Slug("traditional-drama"),
    "V": Slug("quyi"),
    "VI": Slug("sports-and-acrobatics"),
    "VII": Slug("traditional-fine-arts"),
    "VIII": Slug("traditional-crafts"),
    "IX": Slug("traditional-medicine"),
    "X": Slug("folk-customs"),
}


def below(parent: UrlPath, slug: Slug) -> UrlPath:
    """`/tags/` and `silver` make `/tags/silver/`."""
    return UrlPath(f"{parent}{slug}/")


def event_file(kind: Dated, id: str) -> UrlPath:
    """The calendar file of what has a day, by its id: `/streams/evening.ics`."""
    return UrlPath(f"{DATED[kind]}{id}.ics")


def posts_of_kind(kind: PostKind) -> UrlPath:
    """`/posts/progress/`."""
    return UrlPath(f"{POSTS}{kind}/")


def calendar_below(list_page: UrlPath) -> UrlPath:
    """The calendar to subscribe to of the list at `/streams/` is `/streams/calendar.ics`."""
    return UrlPath(f"{list_page}calendar.ics")


def feed_below(list_page: UrlPath) -> UrlPath:
    """The feed of the list at `/calls/` is `/calls/feed.xml`."""
    return UrlPath(f"{list_page}feed.xml")


def qr_below(short: UrlPath, form: Literal["png", "svg"]) -> UrlPath:
    """The picture of the short address `/s/w3ka/` is `/s/w3ka/qr.png`."""
    return UrlPath(f"{short}qr.{form}")


def kit_below(item: UrlPath) -> UrlPath:
    """The kit's page of the item at `/crafts/silver/` is `/kit/crafts/silver/`."""
    return UrlPath(f"{KITS}{item.lstrip('/')}")


def overlay_data(kind: Literal["crafts", "streams"], id: str) -> UrlPath:
    """What the overlay asks for: `/overlay/crafts/celadon-vase.json`."""
    return UrlPath(f"{OVERLAY}{kind}/{id}.json")


def terms_below(promise: UrlPath) -> UrlPath:
    """What the promise at `/promises/0123456789/` says is, for programs, at `/promises/0123456789/terms.json`."""
    return UrlPath(f"{promise}terms.json")


def pictures_below(craft: UrlPath) -> UrlPath:
    """The picture page of the craft at `/crafts/silver/` is `/crafts/silver/pictures/`."""
    return UrlPath(f"{craft}pictures/")


def brief_below(craft: UrlPath) -> UrlPath:
    """The order brief of the craft at `/crafts/silver/` is `/crafts/silver/brief/`."""
    return UrlPath(f"{craft}brief/")


def numbered(first: UrlPath, number: int) -> UrlPath:
    """The address of a list's page; the first is the list's own."""
    return first if number == 1 else UrlPath(f"{first}page/{number}/")
