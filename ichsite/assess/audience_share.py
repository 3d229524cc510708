"""An audience's share by private statistics, only along what a table really has: no two shares are multiplied."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ichsite.model.audience_statistics import AudienceMatch

Dimension = Literal["audience", "age", "gender", "region", "spending"]
DIMENSIONS: tuple[Dimension, ...] = ("audience", "age", "gender", "region", "spending")
WHOLE = 10_000
"""All people, in parts of ten thousand."""
_GENDERS = {
    "女": "f",
    "女性": "f",
    "female": "f",
    "f": "f",
    "women": "f",
    "男": "m",
    "男性": "m",
    "male": "m",
    "m": "m",
}
_REGION_ENDS = re.compile("(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)$")
_BAND = re.compile(r"(\d{1,3})\D+(\d{1,3})")


@dataclass(frozen=True)
class People:
    """One row of statistics: what is known of some people, by dimension, and how many they are, as a share of all in parts
    of ten thousand, as a number, or both."""

    known: tuple[tuple[Dimension, str], ...]
    share: int | None
    people: int | None

    @property
    def by(self) -> tuple[Dimension, ...]:
        """What is known."""
        return tuple(one[0] for one in self.known)

    def said(self, dimension: Dimension) -> str:
        """What is known of them there; empty where nothing is."""
        return next((text for of, text in self.known if of == dimension), "")


@dataclass(frozen=True)
class AudienceShare:
    """An audience's share by these dimensions; `people` is None where the table has no numbers. `rows` were added up."""

    by: tuple[Dimension, ...]
    per_ten_thousand: int
    people: int | None
    rows: int


def shares_of(
    slug: str, title: str, match: AudienceMatch | None, people: Iterable[People]
) -> tuple[AudienceShare, ...]:
    """One share for each set of dimensions that the statistics have and that say anything of the audience."""
    tables: dict[tuple[Dimension, ...], list[People]] = {}
    for one in people:
        tables.setdefault(one.by, []).append(one)
    wanted = _wanted(slug, title, match)
    found: list[AudienceShare] = []
    for by, rows in tables.items():
        asked: tuple[Dimension, ...] = tuple(one for one in by if wanted[one])
        if not asked:
            continue
        mine = [row for row in rows if all(_meant(one, row.said(one), wanted[one]) for one in asked)]
        if (share := _share(mine, rows)) is not None:
            counted = None if any(row.people is None for row in rows) else sum(row.people or 0 for row in mine)
            found.append(AudienceShare(asked, share, counted, len(mine)))
    return tuple(found)


def _wanted(slug: str, title: str, match: AudienceMatch | None) -> Mapping[Dimension, tuple[str, ...]]:
    if match is None:
        return {"audience": (slug, title), "age": (), "gender": (), "region": (), "spending": ()}
    return {
        "audience": (slug, title),
        "age": match.ages,
        "gender": match.genders,
        "region": match.regions,
        "spending": match.spending,
    }


def _share(mine: list[People], rows: list[People]) -> int | None:
    if all(row.people is not None for row in rows) and (total := sum(row.people or 0 for row in rows)):
        return round(sum(row.people or 0 for row in mine) * WHOLE / total)
    if all(row.share is not None for row in rows):
        return sum(row.share or 0 for row in mine)
    return None


def _meant(dimension: Dimension, said: str, wanted: tuple[str, ...]) -> bool:
    plain = _plain(said)
    if dimension == "age":
        band = _band(plain)
        return any(_plain(one) == plain or _within(band, _band(_plain(one))) for one in wanted)
    if dimension == "gender":
        return any(_GENDERS.get(_plain(one), _plain(one)) == _GENDERS.get(plain, plain) for one in wanted)
    if dimension == "region":
        return any(_REGION_ENDS.sub("", _plain(one)) == _REGION_ENDS.sub("", plain) for one in wanted)
    return any(_plain(one) == plain for one in wanted)


def _band(text: str) -> tuple[int, int] | None:
    """The ages of a band, both meant inclusive: `18-23岁`, `50+`, `50岁以上`, `18岁以下`, `<18`."""
    if found := _BAND.search(text):
        return int(found[1]), int(found[2])
    if (found := re.search(r"\d{1,3}", text)) is None:
        return None
    age = int(found[0])
    if re.search(r"[+＋>≥]|以上|及以上|over|and up", text):
        return age, 200
    if re.search(r"[<≤]|以下|under|below", text):
        return 0, age
    return age, age


def _within(inner: tuple[int, int] | None, outer: tuple[int, int] | None) -> bool:
    return inner is not None and outer is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
