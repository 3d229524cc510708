"""The site's own file of the list: JSON with one entry on a line, so that version control shows what changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from typing import Any, TypeVar, cast

from ichsite.registry.listed import PATH, Inheritor, Item, Provenance, Registry
from ichsite.registry.writing import code_of
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.unseen import UNSEEN
from ichsite.text.words import Words

CODE = "registry-broken"
MOST_BYTES = 30_000_000
VERSION = 1
_LONGEST = 200

Entry = TypeVar("Entry", Item, Inheritor, Provenance)


class _Broken(Exception):
    """What is wrong with the file, and on which line where that is known."""

    def __init__(self, what: Words, line: int = 0) -> None:
        super().__init__(what.en)
        self.what, self.line = what, line


def registry_text(registry: Registry) -> str:
    """The file's text: the same for the same list, entries in a fixed order."""
    items = sorted(registry.items, key=lambda one: (_order(one.code), one.batch, one.name, one.region, one.unit))
    people = sorted(registry.inheritors, key=lambda one: (_order(one.code), one.batch, one.name))
    head = {"registry": VERSION, "level": "national"}
    sources = {"items_from": registry.items_from, "inheritors_from": registry.inheritors_from}
    lines = ["{", *(f"{_json(key)}: {_json(value)}," for key, value in head.items())]
    lines += [f"{_json(key)}: {_json(asdict(one))}," for key, one in sources.items() if one is not None]
    lines += [*_listed("items", items), *_listed("inheritors", people, last=True), "}"]
    return "\n".join(lines) + "\n"


def read_registry(data: bytes) -> tuple[Registry, tuple[Diagnostic, ...]]:
    """The list; empty, with the finding, where the file cannot be read."""
    try:
        return _registry(data), ()
    except _Broken as broken:
        help = Words(
            "用 `ichsite import registry` 重新导入，或从版本库取回",
            "import it anew with `ichsite import registry`, or take it back from version control",
        )
        return Registry(), (error(CODE, Place(PATH, broken.line, min(broken.line, 1)), broken.what, help),)


def _registry(data: bytes) -> Registry:
    if len(data) > MOST_BYTES:
        raise _Broken(Words(f"文件超过 {MOST_BYTES:,} 字节", f"the file is over {MOST_BYTES:,} bytes"))
    try:
        whole: Any = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as wrong:
        raise _Broken(Words("从这一行起不是 JSON", "from this line on it is no JSON"), wrong.lineno) from None
    except (ValueError, RecursionError):
        raise _Broken(Words("不是 UTF-8 的 JSON", "this is no JSON in UTF-8")) from None
    if not isinstance(whole, dict):
        raise _Broken(Words("不是名录", "this is no list"))
    said = cast("dict[str, Any]", whole)
    if said.get("registry") != VERSION:
        raise _Broken(Words("不是这个版本的 ichsite 写的名录", "this list was not written by this version of ichsite"))
    return Registry(
        _entries(Item, said.get("items", [])),
        _entries(Inheritor, said.get("inheritors", [])),
        *(_entries(Provenance, [said[key]])[0] if key in said else None for key in ("items_from", "inheritors_from")),
    )


def _entries(cls: type[Entry], listed: object) -> tuple[Entry, ...]:
    if not isinstance(listed, list):
        raise _Broken(Words("名录里应是列表的地方不是列表", "what should be a list in it is none"))
    kinds = {one.name: int if one.name in ("batch", "year") else str for one in fields(cls)}
    made: list[Entry] = []
    for one in cast("list[Any]", listed):
        said = cast("dict[str, Any]", one) if isinstance(one, dict) else {}
        if not said or not _fits(said, kinds):
            shown = json.dumps(one, ensure_ascii=False)[:80]
            raise _Broken(Words(f"名录里有一条读不懂：{shown}", f"an entry cannot be understood: {shown}"))
        try:
            made.append(cls(**said))
        except TypeError:
            raise _Broken(Words("名录里有一条缺了编号或名称", "an entry lacks its code or its name")) from None
    return tuple(made)


def _fits(one: dict[str, Any], kinds: Mapping[str, type[Any]]) -> bool:
    texts = [value for value in one.values() if isinstance(value, str)]
    return (
        all(key in kinds and type(value) is kinds[key] for key, value in one.items())
        and all(len(text) <= _LONGEST and not UNSEEN.search(text) for text in texts)
        and ("code" not in one or code_of(one["code"]) == one["code"])
    )


def _listed(key: str, entries: Iterable[Item | Inheritor], *, last: bool = False) -> list[str]:
    lines = [_json({name: value for name, value in asdict(one).items() if value not in ("", 0)}) for one in entries]
    return [f"{_json(key)}: [", *(f"{line}," for line in lines[:-1]), *lines[-1:], "]" if last else "],"]


def _order(code: str) -> tuple[int, int]:
    numeral, _, number = code.partition("-")
    return ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X").index(numeral), int(number)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
