"""Sizes, weights and counts as people write them into a wish: `30 厘米`, `三寸`, `１㎝`, `1cm²`, `一米五`, `四十个字`, `20-30cm`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Family = Literal["length", "area", "weight", "volume", "letters", "colours", "count"]
"""In millimetres, square millimetres, grams, millilitres; else by the piece."""

_DIGITS = {char: at for at, chars in enumerate(("〇零", "一", "二两", "三", "四", "五", "六", "七", "八", "九")) for char in chars}  # fmt: skip
_PLACES = {"十": 10, "百": 100, "千": 1000}
_HAN = "[〇零一二两三四五六七八九十百千半]"
_NUM = rf"(?:\d{{1,6}}(?:\.\d{{1,3}})?|{_HAN}{{1,6}})"
_MOST = 200
"""Quantities in one text."""
_UNITS: tuple[tuple[str, Family, str], ...] = (
    ("平方毫米|mm2|mm\\^2", "area", "1"),
    ("平方厘米|平方公分|cm2|cm\\^2", "area", "100"),
    ("平方米|平米|m2", "area", "1000000"),
    ("毫米|mm|milli(?:metres?|meters?)", "length", "1"),
    ("厘米|公分|釐米|cm|里米|centi(?:metres?|meters?)", "length", "10"),
    ("英寸|inches|inch", "length", "25.4"),
    ("市?寸", "length", "33.333"),
    ("市?尺", "length", "333.33"),
    ("米|metres?|meters?|m(?![a-z])", "length", "1000"),
    ("毫升|ml", "volume", "1"),
    ("升|l(?![a-z])", "volume", "1000"),
    ("公斤|千克|kg", "weight", "1000"),
    ("斤", "weight", "500"),
    ("克|g(?![a-z])", "weight", "1"),
    ("[个種种]?(?:字母|汉字|字)(?!号)|characters?|letters?", "letters", "1"),
    ("[个種种]?(?:颜色|色)|colou?rs?", "colours", "1"),
    ("[个位只件枚张口名朵枝支片颗粒条把盏块对套双幅行排]|faces?|people", "count", "1"),
)
_UNIT = "|".join(f"(?P<u{at}>{words})" for at, (words, _, _) in enumerate(_UNITS))
_QUANTITY = re.compile(
    r"(?P<before>不超过|不要超过|最多|不到|小于|低于|[<≤]|至少|起码|不少于|不低于|大于|超过|[>≥])?\s*"
    rf"(?<![\d.第])(?:(?P<first>{_NUM})\s*(?P<unit1>毫米|厘米|公分|mm|cm)?\s*(?P<sign>[-~—–到至x×*乘])\s*)?(?P<num>{_NUM})\s*(?:多|来)?\s*(?:{_UNIT})"
    rf"(?P<tail>(?:[一二三四五六七八九]|\d){{1,2}}(?![\d.一二三四五六七八九十百个位只件枚张毫厘公寸尺米]|\s*(?:cm|mm))|半(?![米尺斤寸厘公升毫个]))?"
    r"\s*(?P<after>以内|之内|以下|以上|左右|上下)?",
    re.IGNORECASE,
)
_UNDER = frozenset(("不超过", "不要超过", "最多", "不到", "小于", "低于", "<", "≤", "以内", "之内", "以下"))
_OVER = frozenset(("至少", "起码", "不少于", "不低于", "大于", "超过", ">", "≥", "以上"))
_INFINITE = Decimal("1e9")


@dataclass(frozen=True)
class Quantity:
    """A number with its unit, `least` to `most` (the same where it is one number), and where in the text it stands.

    `before` and `behind` are the few characters around it, which may say what is measured; `said` is how it was written.
    """

    family: Family
    least: Decimal
    most: Decimal
    said: str
    before: str
    behind: str
    unit: str


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text, in its order."""
    plain = unicodedata.normalize("NFKC", text)
    return tuple(_quantities(plain))[:_MOST]


def number_said(text: str) -> Decimal | None:
    """The number that digits or Han numerals say: `40`, `四十`, `一百二`, `半`; None where they say none."""
    if text[:1].isdigit() and text.isascii():
        return Decimal(text)
    if text == "半":
        return Decimal("0.5")
    if not any(char in _PLACES for char in text):
        digits = [str(_DIGITS[char]) for char in text if char in _DIGITS]
        return Decimal("".join(digits)) if len(digits) == len(text) and digits else None
    total, at = 0, 0
    last = 1
    for char in text:
        if char in _PLACES:
            last = _PLACES[char]
            total += (at or 1) * last
            at = 0
        elif char in _DIGITS:
            at = _DIGITS[char]
            last = 10 if char in "〇零" else last
        else:
            return None
    # `一百二` is 120
    return Decimal(total + at * (max(last // 10, 1) if at else 1))


def _quantities(plain: str) -> Iterator[Quantity]:
    for found in _QUANTITY.finditer(plain):
        at = next(number for number in range(len(_UNITS)) if found[f"u{number}"] is not None)
        _, family, size = _UNITS[at]
        value = number_said(found["num"])
        if value is None:
            continue
        value = (value + _tail(found["tail"], family)) * Decimal(size)
        around = plain[max(0, found.start() - 8) : found.start()], plain[found.end() : found.end() + 8]
        said, unit = found[0].strip(), found[f"u{at}"]
        first = number_said(found["first"]) if found["first"] else None
        if first is not None and found["sign"] in "x×*乘":
            side = first * Decimal(size)
            yield Quantity(family, side, side, said, *around, unit)
            yield Quantity(family, value, value, said, *around, unit)
            continue
        least = most = value
        if first is not None:
            least, most = sorted((first * Decimal(size), value))
        if found["before"] in _UNDER or found["after"] in _UNDER:
            least = Decimal(0)
        if found["before"] in _OVER or found["after"] in _OVER:
            most = _INFINITE
        yield Quantity(family, least, most, said, *around, unit)


def _tail(tail: str | None, family: Family) -> Decimal:
    """`一米五` is half a metre more, `一米六五` is 0.65."""
    if tail is None:
        return Decimal(0)
    if tail == "半":
        return Decimal("0.5")
    if family != "length":
        return Decimal(0)
    digits = "".join(str(_DIGITS.get(char, char)) for char in tail)
    return Decimal(f"0.{digits}")
