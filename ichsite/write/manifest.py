"""What was written: every file of a published tree, from what it was made, and how it lay on the disk."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ichsite.engine.freight import pack, unpack
from ichsite.read.tree import Stat
from ichsite.text.address import OutputPath
from ichsite.text.fingerprint import Fingerprint

Parts = tuple[tuple[str, Fingerprint], ...]


@dataclass(frozen=True)
class Written:
    """A file: the named fingerprints of what it was made from, its digest, its stat when it was written."""

    parts: Parts
    digest: Fingerprint
    stat: Stat


Manifest = Mapping[OutputPath, Written]


@dataclass(frozen=True)
class Ledger:
    """The manifests of the two trees: the site as published, and the spare that the next site is made in."""

    published: dict[OutputPath, Written]
    spare: dict[OutputPath, Written] | None


def load_ledger(path: Path) -> Ledger:
    """The ledger of the last build; an empty one where there is none or it cannot be read."""
    try:
        found = unpack(path.read_bytes())
    except (OSError, pickle.UnpicklingError, ValueError):
        return Ledger({}, None)
    return found if isinstance(found, Ledger) else Ledger({}, None)


def save_ledger(path: Path, ledger: Ledger) -> None:
    """Keeps the ledger, whole or not at all."""
    fresh = path.with_name(path.name + ".new")
    fresh.write_bytes(pack(ledger))
    fresh.replace(path)


def reasons(wanted: Parts, before: Written | None) -> tuple[str, ...]:
    """Why a file is made again: `new`, or the names of the parts that changed."""
    if before is None:
        return ("new",)
    known = dict(before.parts)
    changed = tuple(name for name, fingerprint in wanted if known.get(name) != fingerprint)
    return changed or ("output",)
