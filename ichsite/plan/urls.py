"""The addresses that pages are planned at: those that links are held against, for they must be the same."""

from __future__ import annotations

from ichsite.catalog.urls import (
    CATEGORIES,
    CATEGORY_SLUGS,
    CRAFTS,
    FEED,
    HOME,
    HOW_TO_READ,
    MASTERS,
    NOT_FOUND,
    POSTS,
    REGIONS,
    ROBOTS,
    SEARCH,
    SHOWCASES,
    SITEMAP,
    STREAMS,
    TAGS,
    TIERS,
    below,
    numbered,
    pictures_below,
)

__all__ = [
    "CATEGORIES",
    "CATEGORY_SLUGS",
    "CRAFTS",
    "FEED",
    "HOME",
    "HOW_TO_READ",
    "MASTERS",
    "NOT_FOUND",
    "POSTS",
    "REGIONS",
    "ROBOTS",
    "SEARCH",
    "SHOWCASES",
    "SITEMAP",
    "STREAMS",
    "TAGS",
    "TIERS",
    "below",
    "numbered",
    "pictures_below",
]
