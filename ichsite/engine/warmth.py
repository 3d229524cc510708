"""What a process that builds again and again holds of its cache: small results by key, and the keys of what was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from ichsite.text.fingerprint import Fingerprint, of_parts

Print = bytes | tuple[bytes | str, ...]
"""What tells one input of a task from another: a fingerprint, or parts of which one is made where it is needed."""


@dataclass
class Warmth:
    """`results` are frozen, so all may share them; `large` are the large parts of some of them."""

    results: dict[bytes, Any] = field(default_factory=dict[bytes, Any])
    large: dict[bytes, Any] = field(default_factory=dict[bytes, Any])
    _keys: dict[tuple[str, Fingerprint, Print], bytes] = field(
        default_factory=dict[tuple[str, Fingerprint, Print], bytes]
    )

    def keys(self, name: str, stamp: Fingerprint, prints: Sequence[Print]) -> list[bytes]:
        """The key of each, hashed only where it was not asked for before."""
        known = self._keys
        found: list[bytes] = []
        for one in prints:
            asked = name, stamp, one
            if (key := known.get(asked)) is None:
                key = known[asked] = key_of(name, stamp, one)
            found.append(key)
        return found

    def keep_only(self, used: AbstractSet[bytes]) -> None:
        """Forgets what the last build did not ask for."""
        for kept in (self.results, self.large):
            for key in kept.keys() - used:
                del kept[key]
        for asked in [asked for asked, key in self._keys.items() if key not in used]:
            del self._keys[asked]

    def forget(self, key: bytes) -> None:
        """A result that turned out to be lost."""
        self.results.pop(key, None)
        self.large.pop(key, None)

    def clear(self) -> None:
        """Everything is forgotten."""
        self.results.clear()
        self.large.clear()
        self._keys.clear()


def key_of(name: str, stamp: Fingerprint, one: Print) -> bytes:
    """The key of a result: the task's name, the stamp of its code, its input."""
    return of_parts(name, stamp, of_parts(*one) if isinstance(one, tuple) else one)
