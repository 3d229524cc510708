"""Scalars as authors write them: from the text of a YAML scalar to a typed value.

YAML's own guesses are never taken: `no`, `010`, `1e3`, `3:40` arrive here as text, and the field's
marker says what the text may be. A refusal is a `Refused` with a permanent code and both languages.
"""

from __future__ import annotations

import re
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ichsite.model.reading import complaint, plain_number, readings
from ichsite.text.unseen import UNSEEN, unseen
from ichsite.text.words import Words

if TYPE_CHECKING:
    from pydantic_core.core_schema import CoreSchema

MAX_TEXT = 20_000


class Refused(Exception):
    """A scalar that its field cannot take: a code, what is wrong, what to write instead."""

    def __init__(self, code: str, message: Words, help: Words | None = None) -> None:
        super().__init__(message.en)
        self.code, self.message, self.help = code, message, help


class Scalar(ABC):
    """A marker for `Annotated`: how one field's text becomes a value, and what its JSON Schema says."""

    @abstractmethod
    def parse(self, text: str) -> Any:
        """The value; raises `Refused`."""

    @abstractmethod
    def schema(self) -> dict[str, Any]:
        """The JSON Schema (draft-07) of what an author may write."""

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(_checked(self.parse))

    def __get_pydantic_json_schema__(self, core: object, handler: object) -> dict[str, Any]:
        return self.schema()


def _checked(parse: Callable[[str], Any]) -> Callable[[Any], Any]:
    from pydantic_core import PydanticCustomError

    def check(value: Any) -> Any:
        if not isinstance(value, str):
            raise PydanticCustomError("wrong-shape", "a single value is expected", {"shape": _shape(value)})
        try:
            if hidden := UNSEEN.search(value):
                what = unseen(hidden[0])
                raise Refused(what.code, what.message, what.help)
            return parse(value)
        except Refused as refused:
            context = {"refused": refused, "en": str(refused), "parse": parse, "text": value}
            raise PydanticCustomError("refused", "{en}", context) from None

    return check


def _shape(value: object) -> str:
    return "mapping" if isinstance(value, dict) else "list" if isinstance(value, list) else "nothing"


@dataclass(frozen=True)
class Text(Scalar):
    """One stretch of text, `least` to `most` characters after trimming; line breaks only where `lines`."""

    most: int = 200
    least: int = 1
    lines: bool = False

    def parse(self, text: str) -> str:
        tidy = text.strip()
        if len(tidy) < self.least:
            raise Refused("empty-text", Words("这里不能空着", "this must not be empty"))
        if len(tidy) > self.most:
            raise Refused(
                "too-long",
                Words(f"有 {len(tidy)} 个字，最多 {self.most} 个", f"{len(tidy)} characters, {self.most} at most"),
            )
        if not self.lines and "\n" in tidy:
            raise Refused("line-break", Words("这里只能写一行", "this takes one line only"))
        return tidy

    def schema(self) -> dict[str, Any]:
        # a length is counted after trimming: the line break that ends a block of text is none of its characters
        inner, zh, en = ("[\\s\\S]", "", "") if self.lines else ("[^\\n]", "，只写一行", ", one line")
        form = Words(f"{self.least}–{self.most} 个字{zh}", f"{self.least}–{self.most} characters{en}")
        return {
            "type": ["string", "number", "boolean"],
            "pattern": rf"^\s*\S{inner}{{{max(self.least - 1, 0)},{self.most - 1}}}\s*$",
            **complaint(form),
        }


@dataclass(frozen=True)
class Pattern(Scalar):
    """Text of one exact form; `form` says in words which."""

    pattern: str
    form: Words

    def parse(self, text: str) -> str:
        if not re.fullmatch(self.pattern, text):
            raise Refused(
                "wrong-form", Words(f"应写成{self.form.zh}", f"expected {self.form.en}"), halfwidth_hint(text)
            )
        return text

    def schema(self) -> dict[str, Any]:
        return {"type": readings(self.pattern), "pattern": f"^(?:{self.pattern})$", **complaint(self.form)}


@dataclass(frozen=True)
class Whole(Scalar):
    """A whole number from `least` to `most`."""

    least: int = 0
    most: int = 1_000_000

    def parse(self, text: str) -> int:
        return int(_number(text, r"-?\d{1,18}", self.least, self.most, Words("整数", "a whole number")))

    def schema(self) -> dict[str, Any]:
        return {
            "type": ["integer", "string"],
            "minimum": self.least,
            "maximum": self.most,
            "pattern": r"^-?\d{1,18}$",
            **complaint(Words(f"整数，{self.least} 到 {self.most}", f"a whole number, {self.least} to {self.most}")),
        }


@dataclass(frozen=True)
class Exact(Scalar):
    """A decimal number, kept exact, with at most `places` digits after the point."""

    least: Decimal = Decimal(0)
    most: Decimal = Decimal(1_000_000)
    places: int = 3

    def parse(self, text: str) -> Decimal:
        form = Words(f"数，小数点后最多 {self.places} 位", f"a number with at most {self.places} decimals")
        return _number(text, rf"-?\d{{1,12}}(\.\d{{1,{self.places}}})?", self.least, self.most, form)

    def schema(self) -> dict[str, Any]:
        form = Words(f"数，{self.least} 到 {self.most}", f"a number, {self.least} to {self.most}")
        return {
            "type": ["number", "string"],
            "minimum": plain_number(self.least),
            "maximum": plain_number(self.most),
            "pattern": rf"^-?\d{{1,12}}(\.\d{{1,{self.places}}})?$",
            **complaint(form),
        }


@dataclass(frozen=True)
class Amount(Scalar):
    """Money: whole minor units (fen for CNY), written as an amount such as `380` or `68.50`."""

    def parse(self, text: str) -> int:
        form = Words("金额，如 380 或 68.50", "an amount such as 380 or 68.50")
        return int(_number(text, r"\d{1,10}(\.\d{1,2})?", Decimal(0), Decimal(10_000_000_000), form) * 100)

    def schema(self) -> dict[str, Any]:
        # no `multipleOf: 0.01`: binary fractions would refuse 19.99
        return {
            "type": ["number", "string"],
            "minimum": 0,
            "maximum": 10_000_000_000,
            "pattern": r"^\d{1,10}(\.\d{1,2})?$",
            **complaint(Words("金额，如 380 或 68.50", "an amount such as 380 or 68.50")),
        }


@dataclass(frozen=True)
class YesNo(Scalar):
    """Yes or no: `true`/`false`, `yes`/`no`, `是`/`否`."""

    def parse(self, text: str) -> bool:
        known = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}
        if (value := known.get(text.lower())) is None:
            raise Refused(
                "not-yes-or-no",
                Words(f"`{text}` 不是“是”或“否”", f"`{text}` is neither yes nor no"),
                Words("请写 true 或 false（也可以写 是、否）", "write true or false"),
            )
        return value

    def schema(self) -> dict[str, Any]:
        return {
            "type": ["boolean", "string"],
            "pattern": "^(?:[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Yy][Ee][Ss]|[Nn][Oo]|是|否)$",
            **complaint(Words("true 或 false（也可以写 是、否）", "true or false")),
        }


@dataclass(frozen=True)
class Day(Scalar):
    """A calendar day, `2026-11-22`, of the years 1000 to 2999: one can be counted from it in both directions."""

    def parse(self, text: str) -> date:
        form = Words("日期，如 2026-11-22", "a date such as 2026-11-22")
        return _parsed(text, r"[12]\d{3}-\d{2}-\d{2}", date.fromisoformat, form)

    def schema(self) -> dict[str, Any]:
        form = Words("日期，如 2026-11-22", "a date such as 2026-11-22")
        return {"type": "string", "format": "date", "pattern": r"^[12]\d{3}-\d{2}-\d{2}$", **complaint(form)}


@dataclass(frozen=True)
class Moment(Scalar):
    """A moment with its zone, `2026-11-28T20:00+08:00`; never a naive time; of the years of a `Day`."""

    def parse(self, text: str) -> datetime:
        form = r"[12]\d{3}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2}|Z)"
        shape = Words("带时区的时间，如 2026-11-28T20:00+08:00", "a time with its zone, such as 2026-11-28T20:00+08:00")
        return _parsed(text, form, datetime.fromisoformat, shape)

    def schema(self) -> dict[str, Any]:
        # no `format: date-time`: that wants seconds, which a stream has none of
        form = Words("带时区的时间，如 2026-11-28T20:00+08:00", "a time with its zone, such as 2026-11-28T20:00+08:00")
        pattern = r"^[12]\d{3}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2}|Z)$"
        return {"type": "string", "pattern": pattern, **complaint(form)}


class OneOf(Scalar):
    """One of several terms; the author may write the key or its Chinese term."""

    def __init__(self, **terms: str) -> None:
        self.terms = {key.replace("_", "-"): term for key, term in terms.items()}
        self._by_text = {**{term: key for key, term in self.terms.items()}, **{key: key for key in self.terms}}

    def parse(self, text: str) -> str:
        from ichsite.text.suggest import did_you_mean

        if (key := self._by_text.get(text)) is None:
            listed = "、".join(f"{key}（{term}）" for key, term in self.terms.items())
            raise Refused(
                "unknown-term",
                Words(f"`{text}` 不在可选的词里：{listed}", f"`{text}` is not one of: {', '.join(self.terms)}"),
                did_you_mean(text, self._by_text),
            )
        return key

    def schema(self) -> dict[str, Any]:
        meanings = [*self.terms.values(), *self.terms]
        return {"enum": [*self.terms, *self.terms.values()], "enumDescriptions": meanings}


def halfwidth_hint(text: str) -> Words | None:
    """Says so where `text` has full-width digits or signs that should be half-width."""
    plain = unicodedata.normalize("NFKC", text)
    if plain == text:
        return None
    return Words(f"这里用了全角字符，请改成半角：{plain}", f"full-width characters: write {plain}")


def _number(text: str, pattern: str, least: Decimal | int, most: Decimal | int, form: Words) -> Decimal:
    if not re.fullmatch(pattern, text, re.ASCII):
        shown = text if len(text) <= 40 else text[:40] + "…"
        raise Refused(
            "not-a-number", Words(f"`{shown}` 不是{form.zh}", f"`{shown}` is not {form.en}"), halfwidth_hint(text)
        )
    value = Decimal(text)
    if not least <= value <= most:
        raise Refused(
            "out-of-range", Words(f"{text} 不在 {least} 到 {most} 之间", f"{text} is not between {least} and {most}")
        )
    return value


def _parsed(text: str, pattern: str, make: Callable[[str], Any], form: Words) -> Any:
    if not re.fullmatch(pattern, text, re.ASCII):
        raise Refused("wrong-form", Words(f"应写成{form.zh}", f"expected {form.en}"), halfwidth_hint(text))
    try:
        return make(text)
    except ValueError:
        raise Refused(
            "no-such-day",
            Words(f"日历上没有 {text}", f"there is no {text} in the calendar"),
            Words(f"请写成{form.zh}", f"write {form.en}"),
        ) from None
