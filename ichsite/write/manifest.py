"""What was written: every file of a published tree, from what it was made, and how it lay on the disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard, cast

from ichsite.engine.keep import load_value, save_value
from ichsite.read.tree import Stat, is_stat
from ichsite.text.address import OutputPath
from ichsite.text.fingerprint import Fingerprint, is_fingerprint

Part = tuple[str, Fingerprint]
Parts = tuple[Part, ...]


@dataclass(frozen=True)
class Written:
    """A file: the named fingerprints of what it was made from, its digest, its stat when it was written."""

    parts: Parts
    digest: Fingerprint
    stat: Stat


Manifest = Mapping[OutputPath, Written]


@dataclass(frozen=True)
class Ledger:
    """The manifest of the site as published, and whether there is a spare that the next site can be made in."""

    published: dict[OutputPath, Written]
    spare: bool


def load_ledger(path: Path) -> Ledger:
    """The ledger of the last build; an empty one where there is none or it is none."""
    found = load_value(path)
    return found if _is_ledger(found) else Ledger({}, spare=False)


def save_ledger(path: Path, ledger: Ledger) -> None:
    """Keeps the ledger, whole or not at all."""
    save_value(path, ledger)


def reasons(wanted: Parts, before: Written | None) -> tuple[str, ...]:
    """Why a file is made again: `new`, or the names of the parts that changed."""
    if before is None:
        return ("new",)
    known = dict(before.parts)
    changed = tuple(name for name, fingerprint in wanted if known.get(name) != fingerprint)
    return changed or ("output",)


def _is_ledger(value: object) -> TypeGuard[Ledger]:
    if not isinstance(value, Ledger):
        return False
    fields: dict[str, object] = vars(value)
    published = fields.get("published")
    if not isinstance(fields.get("spare"), bool) or not isinstance(published, dict):
        return False
    files = cast("dict[object, object]", published)
    return all(isinstance(path, str) and _is_written(one) for path, one in files.items())


def _is_written(value: object) -> bool:
    if not isinstance(value, Written):
        return False
    fields: dict[str, object] = vars(value)
    parts = fields.get("parts")
    return (
        is_fingerprint(fields.get("digest"))
        and is_stat(fields.get("stat"))
        and isinstance(parts, tuple)
        and all(_is_part(part) for part in cast("tuple[object, ...]", parts))
    )


def _is_part(value: object) -> bool:
    if not isinstance(value, tuple):
        return False
    part = cast("tuple[object, ...]", value)
    return len(part) == 2 and isinstance(part[0], str) and is_fingerprint(part[1])
