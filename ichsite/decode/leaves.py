"""The texts of a file as its classes see them: lists that were written as prose, quotes that would be shown.

These are read without complaint by YAML and by the types, and would mean something else on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from functools import lru_cache
from typing import Any, get_args, get_origin, get_type_hints

from ichsite.decode.compose import Plain
from ichsite.decode.halfwidth import halved
from ichsite.decode.keyboard import BETWEEN, split_items, write_so
from ichsite.model.scalar import Scalar, Text
from ichsite.model.tagged import kind_of, members_of
from ichsite.text.diagnostic import Diagnostic, error, warning
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.words import Words

_LONGEST_WORD = 120
"""Items of longer texts (the words to be engraved) may hold commas of their own."""
_QUOTED = re.compile("“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』", re.DOTALL)
_SWALLOWED = re.compile("[，；]\\s*([a-z_]+)\\s*[：:]")
_DASHED = re.compile(r"\s-(?=[^\s\d-])")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True)
class _Inner:
    """What a field holds: words in a list, or records (`many` of them in a list) of these classes by their kind."""

    words: bool
    classes: dict[str, type[Any]]


def leaf_findings(path: str, plain: Plain, cls: type[Any]) -> tuple[Diagnostic, ...]:
    """Every finding about a text that stands where it may, and cannot mean what it says.

    Of a union told apart by `kind`, where nothing or nonsense is written for that, nothing can be said.
    """
    members = members_of(cls)
    meant = members.get(str(plain.get("kind"))) if members and isinstance(plain, dict) else cls
    return tuple(_of_record(path, plain, meant, ())) if isinstance(meant, type) else ()


def swallowed_names(text: Plain) -> frozenset[str]:
    """The names of the fields that a text swallowed together with a full-width comma."""
    return frozenset(_SWALLOWED.findall(text)) if isinstance(text, str) else frozenset()


def is_word_list(cls: type[Any] | None, field: str) -> bool:
    """Whether a field of a class is a list of words, such as tags."""
    return cls is not None and field in (shape := _shape(cls)) and shape[field].words


def _of_record(path: str, plain: Plain, cls: type[Any], field: FieldPath) -> Iterator[Diagnostic]:
    if not isinstance(plain, dict):
        return
    shape = _shape(cls)
    for name, value in plain.items():
        here = (*field, name)
        if isinstance(value, str):
            yield from _of_text(path, value, cls, here)
            continue
        if (inner := shape.get(name)) is None:
            continue
        if inner.words:
            yield from _of_words(path, value, here)
            continue
        for at, one in enumerate(value) if isinstance(value, list) else ((None, value),):
            kind = str(one.get("kind")) if isinstance(one, dict) and len(inner.classes) > 1 else ""
            if (wanted := inner.classes.get(kind)) is not None:
                yield from _of_record(path, one, wanted, here if at is None else (*here, at))


def _of_text(path: str, text: str, cls: type[Any], field: FieldPath) -> Iterator[Diagnostic]:
    found = _SWALLOWED.search(text)
    if found is not None and found[1] in _names(cls):
        yield error(
            "yaml-fullwidth-sign",
            FieldOf(path, field),
            Words(
                f"全角逗号把后面的 `{found[1]}` 也吞进了 `{field[-1]}`",
                f"a full-width comma made `{found[1]}` a part of `{field[-1]}`",
            ),
            write_so(halved(f"{field[-1]}: {text}")),
        )
    elif _UNSEEN.match(text):
        yield unseen(path, field)
    elif _QUOTED.fullmatch(text.strip()):
        inner = text.strip()[1:-1]
        yield warning(
            "quoted-value",
            FieldOf(path, field),
            Words("整个值包在引号里，这对引号会原样显示在页面上", "the quotes around this value will be shown on the page"),
            Words(f"去掉引号：`{inner}`" if len(inner) <= 40 else "去掉引号", "remove the quotes"),
        )  # fmt: skip


def unseen(path: str, field: FieldPath) -> Diagnostic:
    """A value that starts with a character of no width."""
    return error(
        "yaml-invisible-space",
        FieldOf(path, field),
        Words("值的开头有一个看不见的字符", "the value starts with a character that cannot be seen"),
        Words("删掉冒号后面的内容重新打一遍", "delete what follows the colon and type it again"),
    )


def _of_words(path: str, items: Plain, field: FieldPath) -> Iterator[Diagnostic]:
    """One finding for a list, at the first item that is several."""
    if not isinstance(items, list):
        return
    for at, item in enumerate(items):
        if not isinstance(item, str):
            continue
        if BETWEEN.search(item):
            yield error(
                "list-comma",
                FieldOf(path, (*field, at)),
                Words(f"“{item[:40]}”是一项，不是几项", f"“{item[:40]}” is one item, not several"),
                Words(
                    f"用半角逗号隔开：`{split_items(items)}`，或每项一行，以 `- ` 开头",
                    f"split it by plain commas: `{split_items(items)}`, or give each item a line that starts with `- `",
                ),
            )
            return
        if _DASHED.search(item):
            parts = _DASHED.split(item)
            yield error(
                "yaml-dash-space",
                FieldOf(path, (*field, at)),
                Words(
                    f"下一行的横线后面没有空格，“{parts[1][:20]}”被接到了这一项后面",
                    f"the dash of the next line has no space after it, so “{parts[1][:20]}” became a part of this item",
                ),
                Words(f"写成 `- {parts[1][:20]}`", f"write `- {parts[1][:20]}`"),
            )
            return


@lru_cache(maxsize=128)
def _names(cls: type[Any]) -> frozenset[str]:
    return frozenset(get_type_hints(cls))


@lru_cache(maxsize=128)
def _shape(cls: type[Any]) -> dict[str, _Inner]:
    """The fields of a class that hold more than one text."""
    shape: dict[str, _Inner] = {}
    for name, hint in get_type_hints(cls, include_extras=True).items():
        bare = plain_hint(hint)
        inside = get_args(bare)[0] if get_origin(bare) is tuple else bare
        marker = next((one for one in getattr(inside, "__metadata__", ()) if isinstance(one, Scalar)), None)
        if marker is not None:
            if bare is not inside and not (isinstance(marker, Text) and marker.most > _LONGEST_WORD):
                shape[name] = _Inner(True, {})
            continue
        inside = plain_hint(inside)
        members = [one for one in get_args(inside) or (inside,) if isinstance(one, type) and is_dataclass(one)]
        if members:
            classes = {kind_of(one): one for one in members} if len(members) > 1 else {"": members[0]}
            shape[name] = _Inner(False, classes)
    return shape


def plain_hint(hint: Any) -> Any:
    """A type hint without `Annotated`, and without `None` where it is optional."""
    while hasattr(hint, "__metadata__"):
        hint = hint.__origin__
    members = [member for member in get_args(hint) if member is not type(None)]
    if get_origin(hint) is not tuple and len(members) == 1 and len(get_args(hint)) == 2:
        return plain_hint(members[0])
    return hint
