"""The addresses of pages that no content file stands for; items have theirs from `ichsite.catalog.links`."""

from __future__ import annotations

from ichsite.model.craft import CategoryNumeral
from ichsite.text.address import Slug, UrlPath

HOME = UrlPath("/")
CRAFTS = UrlPath("/crafts/")
TIERS = UrlPath("/tiers/")
CATEGORIES = UrlPath("/categories/")
REGIONS = UrlPath("/regions/")
TAGS = UrlPath("/tags/")
MASTERS = UrlPath("/masters/")
SHOWCASES = UrlPath("/showcases/")
STREAMS = UrlPath("/streams/")
SEARCH = UrlPath("/search/")
POSTS = UrlPath("/posts/")
HOW_TO_READ = UrlPath("/how-to-read/")
NOT_FOUND = UrlPath("/404.html")
FEED = UrlPath("/feed.xml")
SHOWCASE_FEED = UrlPath("/showcases/feed.xml")
SITEMAP = UrlPath("/sitemap.xml")
ROBOTS = UrlPath("/robots.txt")

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


def pictures_below(craft: UrlPath) -> UrlPath:
    """The picture page of the craft at `/crafts/silver/` is `/crafts/silver/pictures/`."""
    return UrlPath(f"{craft}pictures/")


def numbered(first: UrlPath, number: int) -> UrlPath:
    """The address of a list's page; the first is the list's own."""
    return first if number == 1 else UrlPath(f"{first}page/{number}/")
