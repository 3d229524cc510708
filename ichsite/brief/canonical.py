"""Frozen values as canonical JSON and back: one value has one text, and any other text is refused.

Written: keys sorted, no spaces, UTF-8, decimals as texts without trailing zeros, days as `2026-11-22`. Left out is what
is absent or empty, and what is `false`, zero or no days where that is the field's default: a field that a later version
of ichsite adds changes no text that was written before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

from ichsite.assess.counting import plain
from ichsite.model.scalar import Exact, Whole
from ichsite.model.span import NO_DAYS
from ichsite.text.unseen import UNSEEN
from ichsite.text.words import Words

MOST_BYTES = 4_000_000
"""A text of more is refused; that of the largest customisation that an author can write is smaller."""
_LONGEST, _MOST, _DIGITS = 20_000, 20_000, 15
_DECIMAL = re.compile(r"-?(0|[1-9]\d{0,11})(\.\d{0,5}[1-9])?", re.ASCII)
_DAY = re.compile(r"[12]\d{3}-\d{2}-\d{2}", re.ASCII)
_MISSING: Any = MISSING
_Reader = Callable[[Any, str], Any]

Value = TypeVar("Value")


class Unreadable(Exception):
    """Why a text is not the canonical JSON of a value; `at` is where in it, such as `options.2.step`, or empty."""

    def __init__(self, zh: str, en: str, at: str = "") -> None:
        super().__init__(en)
        self.why, self.at = Words(zh, en), at


def canonical(value: object) -> bytes:
    """The one text of a frozen value, with a line break at its end."""
    text = json.dumps(_written(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return f"{text}\n".encode()


def value_of(said: Any, cls: type[Value]) -> Value:
    """The value of class `cls` that a plain value stands for, wherever it comes from; raises Unreadable."""
    return _entry(cls, said, "")


def parsed(data: bytes) -> Any:
    """The plain value of some JSON without fractions, twice named keys or more than fifteen digits; raises Unreadable."""
    if len(data) > MOST_BYTES:
        raise Unreadable(f"有 {len(data):,} 字节，太大了", f"it has {len(data):,} bytes, which is too many")
    try:
        return json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_each_once,
            parse_int=_whole,
            parse_float=_no_fraction,
            parse_constant=_no_fraction,
        )
    except UnicodeDecodeError:
        raise Unreadable("不是 UTF-8 编码", "it is not UTF-8") from None
    except RecursionError:
        raise Unreadable("嵌套太深", "it is nested too deep") from None
    except ValueError as wrong:
        line = getattr(wrong, "lineno", 1)
        raise Unreadable(f"不是完整的 JSON（第 {line} 行）", f"it is no whole JSON (line {line})") from None


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Unreadable("同一个键写了两遍", "a key stands there twice")
    return found


def _whole(text: str) -> int:
    if len(text.lstrip("-")) > _DIGITS:
        raise Unreadable("有一个数太长", "a number is too long")
    return int(text)


def _no_fraction(text: str) -> float:
    raise Unreadable(f"不该有 {text[:20]} 这样的数", f"a number such as {text[:20]} has no place here")


def _written(value: object) -> Any:
    if isinstance(value, (str, int)):  # a bool is an int
        return value
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_written(one) for one in cast("tuple[object, ...]", value)]
    return {
        field.name: _written(said)
        for field in _fields_of(type(value))
        if not _is_nothing(said := getattr(value, field.name), field.default)
    }


def _is_nothing(said: object, default: object) -> bool:
    """Whether a field is left out: absent, an empty text or list; or no, zero or no days where that is the default."""
    if said is None or said in ("", ()):
        return True
    return (not said or said == NO_DAYS) and said == default


@dataclass(frozen=True)
class _Field:
    """A field: its default (MISSING where it has none and holds no list), and what reads it."""

    name: str
    default: Any
    read: _Reader


@lru_cache(maxsize=64)
def _fields_of(cls: type[Any]) -> tuple[_Field, ...]:
    hints = get_type_hints(cls, include_extras=True)
    return tuple(
        _Field(
            one.name,
            () if one.default is _MISSING and _holds_many(hints[one.name]) else one.default,
            _reader(hints[one.name]),
        )
        for one in fields(cls)
    )


def _reader(hint: Any) -> _Reader:
    """What reads a plain value as a type says; made once for each class that is read."""
    markers: tuple[Any, ...] = ()
    while get_origin(hint) is Annotated:
        hint, *more = get_args(hint)
        markers += tuple(more)
    origin = get_origin(hint)
    if origin is Literal:
        known = frozenset(get_args(hint))
        return lambda said, at: _one_of(known, said, at)
    if origin is tuple:
        inner = _reader(get_args(hint)[0])
        return lambda said, at: _several(inner, said, at)
    if hint in (int, Decimal):
        least = next((one.least for one in markers if isinstance(one, (Whole, Exact))), 0)
        if hint is int:
            return lambda said, at: _at_least(least, _wanted(int, said, at), at)
        return lambda said, at: _at_least(least, _decimal(said, at), at)
    if hint in _PLAIN:
        return _PLAIN[hint]
    if is_dataclass(hint):
        return lambda said, at: _entry(cast("type[Any]", hint), said, at)
    members = [one for one in get_args(hint) if one is not type(None)]
    if len(members) == 1:
        return _reader(members[0])
    kinds = {get_args(get_type_hints(member)["kind"])[0]: member for member in members}
    return lambda said, at: _of_kind(kinds, said, at)


def _of_kind(kinds: dict[str, type[Any]], said: Any, at: str) -> Any:
    kind = _object(said, at).get("kind")
    if not isinstance(kind, str) or kind not in kinds:
        raise Unreadable("没有这一种", "there is no such kind", _below(at, "kind"))
    return _entry(kinds[kind], said, at)


def _entry(cls: type[Any], said: Any, at: str) -> Any:
    plain_fields = _object(said, at)
    known = _fields_of(cls)
    if unknown := plain_fields.keys() - {one.name for one in known}:
        raise Unreadable("没有这个字段", "there is no such field", _below(at, min(unknown)))
    values: dict[str, Any] = {}
    for field in known:
        if field.name in plain_fields:
            values[field.name] = field.read(plain_fields[field.name], _below(at, field.name))
        elif field.default is _MISSING:
            raise Unreadable("缺少这一项", "this is missing", _below(at, field.name))
        else:
            values[field.name] = field.default
    return cls(**values)


def _holds_many(hint: Any) -> bool:
    while get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    return get_origin(hint) is tuple


def _several(inner: _Reader, said: Any, at: str) -> tuple[Any, ...]:
    items = cast("list[Any]", _wanted(list, said, at))
    if len(items) > _MOST:
        raise Unreadable(f"有 {len(items)} 项，太多了", f"{len(items)} items are too many", at)
    return tuple(inner(one, _below(at, number)) for number, one in enumerate(items))


def _one_of(known: frozenset[str], said: Any, at: str) -> Any:
    if not isinstance(said, str) or said not in known:
        raise Unreadable("不是可选的词", "it is none of the words that may stand here", at)
    return said


def _text(said: Any, at: str) -> str:
    text: str = _wanted(str, said, at)
    if not text or len(text) > _LONGEST or UNSEEN.search(text):
        raise Unreadable(
            "空的、太长，或有看不见的字符", "it is empty, too long, or has characters that are not seen", at
        )
    return text


def _decimal(said: Any, at: str) -> Decimal:
    text: str = _wanted(str, said, at)
    if not _DECIMAL.fullmatch(text):
        raise Unreadable("不是数", "it is no number", at)
    return Decimal(text)


def _day(said: Any, at: str) -> date:
    text: str = _wanted(str, said, at)
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise Unreadable("不是日期", "it is no day", at)


def _at_least(least: Decimal | int, value: Any, at: str) -> Any:
    if value < least:
        raise Unreadable(f"小于 {least}", f"it is under {least}", at)
    return value


def _object(said: Any, at: str) -> dict[str, Any]:
    return cast("dict[str, Any]", _wanted(dict, said, at))


def _yes_or_no(said: Any, at: str) -> bool:
    return _wanted(bool, said, at)


def _wanted(cls: type[Value], said: Any, at: str) -> Value:
    if type(said) is not cls:
        raise Unreadable("形状不对", "it has another shape", at)
    return said


def _below(at: str, step: str | int) -> str:
    return f"{at}.{step}" if at else str(step)


_PLAIN: dict[Any, _Reader] = {str: _text, bool: _yes_or_no, date: _day}
