"""How large a value may become in a template: one short expression can ask for gigabytes."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import wraps
from typing import Any, cast

MOST = 100_000
"""Characters of a text, items of a list, bits of a number that one operation makes."""
MOST_WIDE = 1_000
"""What `%5d`, `center` and the like may be told."""
OPERATORS = frozenset(["*", "**", "%", "+"])
FILTERS = ("batch", "center", "format", "indent", "list", "round", "slice", "tojson")
"""Jinja's filters that make as much as a number says, or as is in a list."""
LISTERS = ("batch", "list", "slice")
"""Jinja's filters that put values into lists."""
METHODS = frozenset(["center", "expandtabs", "format", "format_map", "ljust", "rjust", "to_bytes", "zfill"])
"""Methods that do; filters are there for all that they are good for."""
_SIZED = (str, bytes, list, tuple)
_NESTING = frozenset[type]([dict, list, tuple])
_WIDE = re.compile(r"%(?:\([^)]*\))?[-#0 +]*(?:\*|\d{4,}|\d*\.(?:\*|\d{4,}))")


def check_operation(operator: str, left: object, right: object) -> None:
    """Raises OverflowError where the result would be too large."""
    if operator == "%":
        if isinstance(left, str):
            _check_format(left)
        return
    if operator == "+":
        if isinstance(left, _SIZED) and isinstance(right, _SIZED):
            _check(_weight(cast("object", left)) + _weight(cast("object", right)))
        return
    for one, other in ((left, right), (right, left)):
        if isinstance(one, _SIZED) and isinstance(other, int):
            _check(_weight(cast("object", one)) * other)
    if isinstance(left, int) and isinstance(right, int):
        bits = left.bit_length()
        _check(bits * right if operator == "**" else bits + right.bit_length())
    elif operator == "**" and isinstance(right, (int, float, Decimal)):
        _check(abs(right))


def joined(text: str) -> str:
    """What `~` has joined; raises OverflowError where doubling it again and again has made it large."""
    _check(len(text))
    return text


def built(value: Any) -> Any:
    """What a template has put together, where all that is in it is not too much; raises OverflowError.

    A list of the same list twice, made forty times over, is small, but to compare it with another takes for ever,
    and the time limit does not reach into Python's own comparing.
    """
    if any(type(one) in _NESTING for one in _inside(value)):
        _check(_weight(value))
    return value


def comparable(value: Any) -> Any:
    """A value that is to be compared; as `built`."""
    return built(value) if type(value) in _NESTING else value


def building(make: Callable[..., Any]) -> Callable[..., Any]:
    """The function, with the lists that it is told checked as if they stood in one list."""

    def call(*args: Any, **kwargs: Any) -> Any:
        built([*args, *kwargs.values()])
        return make(*args, **kwargs)

    return call


def checked(name: str, filter: Callable[..., Any]) -> Callable[..., Any]:
    """The filter with the numbers that it is told checked first."""

    @wraps(filter)
    def call(*args: Any, **kwargs: Any) -> Any:
        if name == "format":
            _check_format(str(args[0]) if args else "")
        elif any(isinstance(one, int) and one > MOST_WIDE for one in (*args[1:], *kwargs.values())):
            raise OverflowError(f"`{name}` takes numbers up to {MOST_WIDE}")
        made = filter(*args, **kwargs)
        return built(list(made)) if name in LISTERS else made

    return call


def _weight(value: object) -> int:
    """How many values are in a value, those that are there twice counted twice; a little over MOST where there are more."""
    if isinstance(value, (str, bytes)):
        return len(value)
    count = 0
    waiting = [value]
    while waiting and count <= MOST:
        inside = _inside(waiting.pop())
        count += len(inside)
        waiting += inside
    return count


def _inside(value: object) -> list[object]:
    """What a list, a tuple or a dict holds. A named tuple is a view, which no template has made."""
    if type(value) is dict:
        held = cast("dict[object, object]", value)
        return [*held.keys(), *held.values()]
    return list(cast("list[object]", value)) if type(value) in (list, tuple) else []


def _check_format(form: str) -> None:
    if _WIDE.search(form):
        raise OverflowError(f"a width may be {MOST_WIDE - 1} at most")


def _check(size: float | Decimal) -> None:
    if size > MOST:
        raise OverflowError(f"the result would be larger than {MOST}")
