"""A brief 定作确认: what a buyer chose of one offer, under which promise; and its payload, which an address carries.

The payload is lines of text:

    1                                   the format
    silver-plaque                       craft
    element                             tier
    0a1b2c3d4e                          version of the promise
    2026-11-26                          made on
    2026-12-20/2027-01-08               arrives, as told; may be empty
    88000-156000                        price, minor units
    time,chance,revision,returns        what was ticked
    width=20                            one line an option, several values joined by commas
    sizes.chest=86
    ~alternative=粉青
    ~note=写给外婆

In a value `\\`, a line's end and a comma are written `\\\\`, `\\n`, `\\,`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, cast

from ichsite.assess.wish import Values, Wish

Tick = Literal["time", "chance", "revision", "returns"]
TICKS: tuple[Tick, ...] = ("time", "chance", "revision", "returns")
FORMAT = "1"
MOST_NOTE = 300
MOST_LINES = 200
"""More lines than any offer has options."""
MOST_VALUE = 2000

UNSEEN = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\ud800-\\udfff\U000e0000-\U000e007f"
"""What is never carried, as the inside of a class in a regular expression, here and in the browser: controls, marks of
direction, what has no width, halves of pairs, tags (U+E0000)."""
_UNSEEN = re.compile(f"[{UNSEEN}]")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}(?:\.[a-z0-9][a-z0-9-]{0,59})?")
_CRAFT = re.compile(r"[^\s/\\?#%,=~]{1,120}")
_VERSION = re.compile(r"[0-9a-f]{10}")
_TIER = re.compile(r"[a-z][a-z-]{0,19}")
_PRICE = re.compile(r"([0-9]{1,15})-([0-9]{1,15})")

Head = Literal["format", "craft", "tier", "version", "made", "window", "price", "ticks"]
HEADS: tuple[Head, ...] = ("format", "craft", "tier", "version", "made", "window", "price", "ticks")


@dataclass(frozen=True)
class Brief:
    """What was chosen and what was told. As read, a field that could not be read is empty or None.

    `window` is the earliest and the latest day, `price` the lowest and the highest in minor units; `alternative` is the name
    of what was chosen to have instead where chance goes another way.
    """

    craft: str = ""
    tier: str = ""
    version: str = ""
    made: date | None = None
    window: tuple[date, date] | None = None
    price: tuple[int, int] | None = None
    ticks: tuple[Tick, ...] = ()
    wish: Wish = field(default_factory=dict[str, Values])
    alternative: str = ""
    note: str = ""


@dataclass(frozen=True)
class ReadBrief:
    """A payload as read: the brief as far as it is readable, the heads that are missing or are not what they should be,
    and the lines that nobody can read (numbered from 1)."""

    brief: Brief
    unread: tuple[Head, ...]
    lines: tuple[int, ...]

    @property
    def whole(self) -> bool:
        """Whether every line was understood."""
        return not self.unread and not self.lines


def carried(text: str) -> str:
    """A text as a brief carries it: NFC, its line ends `\\n`, no tabs, nothing that is not seen, nothing at its ends."""
    plain = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _UNSEEN.sub("", plain)).strip()


def tidied(brief: Brief) -> Brief:
    """The brief with every text as it is carried: ticks in their order, no option without values, a note that fits."""
    wish = {name: kept for name, values in brief.wish.items() if (kept := _kept(values))}
    return replace(
        brief,
        wish=wish,
        ticks=tuple(one for one in TICKS if one in brief.ticks),
        alternative=carried(brief.alternative)[:MOST_NOTE].strip(),
        note=carried(brief.note)[:MOST_NOTE].strip(),
    )


def ordered(wish: Wish, names: Iterable[str]) -> dict[str, Values]:
    """A wish in the order of the offer's options (`option_names`); what the offer does not have comes last."""
    known = dict.fromkeys(names)
    return {name: wish[name] for name in (*known, *(one for one in wish if one not in known)) if name in wish}


def payload_of(brief: Brief) -> str:
    """The brief as lines; its texts are tidied first. What has no value is an empty line, so that lines keep their places."""
    one = tidied(brief)
    heads = (
        FORMAT,
        one.craft,
        one.tier,
        one.version,
        one.made.isoformat() if one.made is not None else "",
        f"{one.window[0].isoformat()}/{one.window[1].isoformat()}" if one.window is not None else "",
        f"{one.price[0]}-{one.price[1]}" if one.price is not None else "",
        ",".join(one.ticks),
    )
    options = (f"{name}={','.join(map(_escaped, values))}" for name, values in one.wish.items())
    more = (
        f"~{name}={_escaped(text)}" for name, text in (("alternative", one.alternative), ("note", one.note)) if text
    )
    return "\n".join((*heads, *options, *more))


def read_payload(payload: str) -> ReadBrief:
    """What a payload says, as far as it is readable; any text may be given, nothing is raised."""
    lines, most = payload.split("\n"), len(HEADS) + MOST_LINES + 2
    heads = dict(zip(HEADS, lines, strict=False))
    brief = Brief(
        craft=_matched(_CRAFT, heads.get("craft")),
        tier=_matched(_TIER, heads.get("tier")),
        version=_matched(_VERSION, heads.get("version")),
        made=_day(heads.get("made", "")),
        window=_window(heads.get("window", "")),
        price=_price(heads.get("price", "")),
        ticks=tuple(one for one in TICKS if one in heads.get("ticks", "").split(",")),
    )
    unread: tuple[Head, ...] = tuple(one for one in HEADS if not _understood(one, heads.get(one), brief))
    wish: dict[str, Values] = {}
    said = {"~alternative": "", "~note": ""}
    unclear: list[int] = [most + 1] if len(lines) > most else []
    for number, line in enumerate(lines[len(HEADS) : most], len(HEADS) + 1):
        name, sign, text = line.partition("=")
        values = _kept(_parted(text))
        if sign and name in said and len(values) == 1 and not said[name]:
            said[name] = values[0][:MOST_NOTE].strip()
        elif sign and _NAME.fullmatch(name) and values and name not in wish:
            wish[name] = values
        else:
            unclear.append(number)
    whole = replace(brief, wish=wish, alternative=said["~alternative"], note=said["~note"])
    return ReadBrief(whole, unread, tuple(unclear))


def _kept(values: Iterable[str]) -> Values:
    return tuple(text for value in values if (text := carried(value)[:MOST_VALUE].strip()))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,")


def _parted(text: str) -> tuple[str, ...]:
    """The values of a line; an escape that means nothing stands for what follows it."""
    values, at = [""], 0
    while at < len(text):
        char = text[at]
        if char == "\\" and at + 1 < len(text):
            at += 1
            values[-1] += "\n" if text[at] == "n" else text[at]
        elif char == ",":
            values.append("")
        else:
            values[-1] += char
        at += 1
    return tuple(values)


def _understood(head: Head, text: str | None, brief: Brief) -> bool:
    if text is None:
        return False
    if head == "format":
        return text == FORMAT
    if head == "ticks":
        return text == ",".join(brief.ticks)
    if head == "window" and not text:
        return True
    return cast(object, getattr(brief, head)) not in ("", None)


def _matched(pattern: re.Pattern[str], text: str | None) -> str:
    return text if text is not None and pattern.fullmatch(text) and text == carried(text) else ""


def _day(text: str) -> date | None:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _window(text: str) -> tuple[date, date] | None:
    first, _, last = text.partition("/")
    earliest, latest = _day(first), _day(last)
    return (earliest, latest) if earliest is not None and latest is not None and earliest <= latest else None


def _price(text: str) -> tuple[int, int] | None:
    found = _PRICE.fullmatch(text)
    if found is None or int(found[1]) > int(found[2]):
        return None
    return int(found[1]), int(found[2])
