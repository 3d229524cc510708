"""A promise 承诺: the terms of an offer as they were published, with the days since which they held; a file for each version.

    content/promises/celadon-vase.element.0123456789.json
    {"since":["2026-11-22","2027-03-01"],
    "terms":{…}}

A day stands there for every time that an offer came to these terms: a second one where it had left them in between.
`2026-11-22/2` is the second time that the offer changed on one day. A version, once written, never changes its terms.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, fields
from datetime import date
from functools import total_ordering
from typing import Any, cast

from ichsite.brief.canonical import Unreadable, parsed, value_of
from ichsite.brief.terms import Terms, TermsRefused, read_terms, terms_json, version_of
from ichsite.model.span import PriceRange
from ichsite.model.tier import TIERS, TierName
from ichsite.text.words import Language

FOLDER = "content/promises/"
MOST_TIMES = 10_000
_SINCE = re.compile(r"([12]\d{3}-\d{2}-\d{2})(?:/([1-9]\d{0,5}))?", re.ASCII)
_NAME = re.compile(rf"{re.escape(FOLDER)}([^/]+)\.({'|'.join(TIERS)})\.([0-9a-f]{{10}})\.json")


Offered = tuple[str, TierName]
"""An offer: the craft's id and the tier."""


@total_ordering
@dataclass(frozen=True)
class Since:
    """When an offer came to some terms: the day, and its how many-eth change of that day it was."""

    day: date
    turn: int = 1

    def __lt__(self, other: Since) -> bool:
        return (self.day, self.turn) < (other.day, other.turn)

    def __str__(self) -> str:
        return self.day.isoformat() + (f"/{self.turn}" if self.turn > 1 else "")


@dataclass(frozen=True)
class Promise:
    """A file: the terms, and every time since which they held, in order."""

    since: tuple[Since, ...]
    terms: Terms


@dataclass(frozen=True)
class PromiseName:
    """What a file's name says: the craft's id, the tier, the version."""

    craft: str
    tier: TierName
    version: str

    @property
    def offer(self) -> Offered:
        """The offer whose promise it is."""
        return self.craft, self.tier

    @property
    def path(self) -> str:
        """Where the file lies in the project."""
        return f"{FOLDER}{self.craft}.{self.tier}.{self.version}.json"


def name_of(path: str) -> PromiseName | None:
    """What the name of a file in the project says; None where it is not that of a promise."""
    found = _NAME.fullmatch(path)
    return PromiseName(found[1], cast("TierName", found[2]), found[3]) if found is not None else None


def promise_json(promise: Promise) -> bytes:
    """The bytes of the file."""
    return promise_file(promise.since, terms_json(promise.terms))


def promise_file(since: tuple[Since, ...], terms: bytes) -> bytes:
    """The bytes of the file of some terms, these being their one text."""
    times = json.dumps([str(one) for one in since], separators=(",", ":"))
    return f'{{"since":{times},\n"terms":'.encode() + terms.rstrip(b"\n") + b"}\n"


def read_promise(data: bytes) -> tuple[Promise, str]:
    """What a file says, whoever wrote it, and the version that its terms have; raises TermsRefused."""
    since, terms = parts_of(data)
    return Promise(since, read_terms(terms)), version_of(terms)


def parts_of(data: bytes) -> tuple[tuple[Since, ...], bytes]:
    """The times in a file, and the text of its terms as it stands there; raises TermsRefused.

    Line ends of Windows, which version control may have put in, are taken for what they were.
    """
    data = data.replace(b"\r\n", b"\n")
    head, _, rest = data.partition(b'\n"terms":')
    terms = rest[:-2] + b"\n"
    try:
        since = _since(parsed(head.rstrip(b",") + b"}"))
        if promise_file(since, terms) != data:
            raise Unreadable("写法不是本来的写法", "it stands there in another form than it was written in")
    except Unreadable as refused:
        raise TermsRefused(refused) from None
    return since, terms


@dataclass(frozen=True, kw_only=True)
class Glance:
    """The little of some terms that lists need, without the rest being read."""

    craft: str
    title: str
    tier: TierName
    tier_name: str
    language: Language
    currency: str
    price: PriceRange


def glance(terms: bytes) -> Glance:
    """What some terms say of whose they are; raises TermsRefused. The rest may still be unreadable."""
    try:
        said = parsed(terms)
        if not isinstance(said, dict):
            raise Unreadable("不是一组字段", "there are no fields")
        known = cast("dict[str, Any]", said)
        return value_of({one.name: known[one.name] for one in fields(Glance) if one.name in known}, Glance)
    except Unreadable as refused:
        raise TermsRefused(refused) from None


def _since(said: Any) -> tuple[Since, ...]:
    listed = cast("dict[str, Any]", said).get("since") if isinstance(said, dict) else None
    if not isinstance(listed, list) or not 0 < len(times := cast("list[Any]", listed)) <= MOST_TIMES:
        raise Unreadable("since 应是日期的列表", "`since` is a list of days", "since")
    found = tuple(_time(one) for one in times)
    if list(found) != sorted(set(found)):
        raise Unreadable("日期应从早到晚，不重复", "the days go from early to late, each once", "since")
    return found


def _time(said: Any) -> Since:
    found = _SINCE.fullmatch(said) if isinstance(said, str) else None
    try:
        if found is not None:
            return Since(date.fromisoformat(found[1]), int(found[2] or 1))
    except ValueError:
        pass
    raise Unreadable("不是日期", "it is no day", "since")
