"""Fingerprints: a short name for a value, the same in every process and every run.

A value's fingerprint is the BLAKE2b digest of its pickle in *fast* mode, which writes no
back-references: equal values then give equal bytes, however they came to be (a value that was
read from the cache shares its strings differently from one that was just decoded).
Sets and dicts with differing order are not handed over between stages; tuples are.
"""

from __future__ import annotations

import io
import pickle
from hashlib import blake2b
from typing import NewType, TypeGuard

Fingerprint = NewType("Fingerprint", bytes)

_SIZE = 16


def of_bytes(data: bytes) -> Fingerprint:
    """The fingerprint of some bytes (16 bytes long)."""
    return Fingerprint(blake2b(data, digest_size=_SIZE).digest())


def of_value(value: object) -> Fingerprint:
    """The fingerprint of a frozen value."""
    sink = io.BytesIO()
    pickler = pickle.Pickler(sink, 5)
    pickler.fast = True
    pickler.dump(value)
    return of_bytes(sink.getbuffer().tobytes())


def of_parts(*parts: bytes | str) -> Fingerprint:
    """The fingerprint of several parts; each part's length counts, so that no two lists of parts meet."""
    digest = blake2b(digest_size=_SIZE)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "little"))
        digest.update(data)
    return Fingerprint(digest.digest())


def is_fingerprint(value: object) -> TypeGuard[Fingerprint]:
    """Whether a value of unknown origin has the shape of a fingerprint."""
    return isinstance(value, bytes) and len(value) == _SIZE
