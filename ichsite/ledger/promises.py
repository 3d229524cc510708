"""Promises in the ledger: a line for the address of each version, for as long as there is a site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ichsite.catalog.urls import PROMISES, below
from ichsite.ledger.enter import Entered
from ichsite.model.permalink import Key, Permalink
from ichsite.text.address import Slug, UrlPath

_LIST: Key = ("list", "promises")


def promise_address(version: str) -> UrlPath:
    """`/promises/0123456789/`."""
    return below(PROMISES, Slug(version))


def with_promises(entered: Entered, versions: Iterable[str], pages: int) -> Entered:
    """The ledger with a line for each version that there is, and one for their list, which has so many `pages` today."""
    listed = tuple(versions)
    entries: dict[Key, Permalink] = {line.key: line for line in entered.ledger.entries}
    before = len(entries)
    for version in listed:
        if ("promise", version) not in entries:
            entries["promise", version] = Permalink("promise", version, promise_address(version))
    known = entries.get(_LIST)
    entries[_LIST] = Permalink(*_LIST, PROMISES, pages=max(pages, known.pages if known is not None else 1))
    present = entered.present | {_LIST, *(("promise", version) for version in listed)}
    if len(entries) == before and entries[_LIST] == known:
        return replace(entered, present=present)
    ordered = tuple(sorted(entries.values(), key=lambda line: line.key))
    return replace(entered, ledger=replace(entered.ledger, entries=ordered), present=present)


def promises_lost(entered: Entered, versions: Iterable[str]) -> tuple[str, ...]:
    """The versions that the ledger knows and that are there no longer."""
    known = {line.id for line in entered.ledger.entries if line.kind == "promise"}
    return tuple(sorted(known.difference(versions)))
