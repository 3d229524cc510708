"""Successors: what an author says stands in for an item that is gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ichsite.ledger.item import Item
from ichsite.model.permalink import Key, LedgerKind, Permalink
from ichsite.text.address import ITEM_KINDS, UrlPath
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf, Place
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

CODE = "successor"
_LEDGER = Place("content/permalinks.yaml")


def successors(
    entries: Mapping[Key, Permalink], items: tuple[Item, ...], lines: Mapping[Key, Permalink], present: frozenset[Key]
) -> tuple[dict[Key, Permalink], tuple[Diagnostic, ...]]:
    """The entries with what `replaces` says of them, and where that cannot be."""
    new = dict(entries)
    findings: list[Diagnostic] = []
    by: dict[Key, Item] = {}
    for item in items:
        line = lines[item.spot]
        for at, name in enumerate(item.replaces):
            key = key_of(name, item.kind)
            where = item.field("replaces", at)
            if (wrong := _refused(key, name, where, item, entries, present, by)) is not None:
                findings.append(wrong)
                continue
            by[key] = item
            new[key] = replace(new[key], successor=f"{line.kind}:{line.id}")
    findings += _loops(new, present)
    return new, tuple(findings)


def final_address(line: Permalink, entries: Mapping[Key, Permalink], present: frozenset[Key]) -> UrlPath:
    """Where a line leads in the end: to its item, to what stands in for it, or to its own last address.

    A successor that never was, and one that leads back, are errors of their own (`successors`); here the way ends there.
    """
    seen: set[Key] = set()
    while line.key not in present and line.successor and line.key not in seen:
        seen.add(line.key)
        if line.successor.startswith("/"):
            return UrlPath(line.successor)
        if (following := entries.get(key_of(line.successor, line.kind))) is None:
            break
        line = following
    return line.address


def key_of(name: str, kind: LedgerKind) -> Key:
    """`celadon-vase` is of the same kind, `post:celadon-vase` of the one that it names."""
    before, colon, after = name.partition(":")
    for one in ITEM_KINDS:
        if colon and one == before:
            return one, after
    return kind, name


def _refused(
    key: Key,
    name: str,
    where: FieldOf,
    item: Item,
    entries: Mapping[Key, Permalink],
    present: frozenset[Key],
    by: Mapping[Key, Item],
) -> Diagnostic | None:
    if key in present:
        return error(
            CODE,
            where,
            Words(
                f"`{name}` 还在网站上，用不着谁来代替", f"`{name}` is still on the site; nothing can stand in for it"
            ),
            Words("先拿掉或改成草稿的那一项，再写 replaces", "remove it, or make it a draft, before it is replaced"),
        )
    if key not in entries:
        known = [entry.id for entry in entries.values() if entry.kind == key[0] and entry.key not in present]
        return error(
            CODE,
            where,
            Words(f"从来没有发布过 id 是 `{name}` 的内容", f"nothing of the id `{name}` was ever published"),
            did_you_mean(key[1], known) or Words("只有发布过的才需要接替", "only what was published needs a successor"),
        )
    if (other := by.get(key)) is not None and other is not item:
        return error(
            CODE,
            where,
            Words(f"`{name}` 已由 {other.name} 接替", f"`{name}` is replaced by {other.name} already"),
            Words("留下一个", "keep one of the two"),
        )
    return None


def _loops(entries: Mapping[Key, Permalink], present: frozenset[Key]) -> Iterator[Diagnostic]:
    """Successors that are gone too, and lead back to where one began; and those that never were."""
    told: set[Key] = set()
    for key, line in entries.items():
        way: list[Key] = [key]
        while line.successor and line.key not in present and not line.successor.startswith("/"):
            following = key_of(line.successor, line.kind)
            if following not in entries:
                if key == way[-1]:
                    yield error(
                        CODE,
                        _LEDGER,
                        Words(
                            f"{key[0]}:{key[1]} 的 successor `{line.successor}` 从来没有发布过",
                            f"the successor `{line.successor}` of {key[0]}:{key[1]} was never published",
                        ),
                        Words("改成发布过的一项，或删掉 successor", "name what was published, or delete `successor`"),
                    )
                break
            if following in way:
                if not told & set(way):
                    circle = " → ".join(f"{kind}:{id}" for kind, id in (*way[way.index(following) :], following))
                    yield error(
                        CODE,
                        _LEDGER,
                        Words(f"接替的关系绕成了圈：{circle}", f"successors lead in a circle: {circle}"),
                        Words(
                            "删掉其中一个 successor，或恢复其中一项", "delete one `successor`, or bring one item back"
                        ),
                    )
                told |= set(way)
                break
            way.append(following)
            line = entries[following]
