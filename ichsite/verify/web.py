"""The links of a whole site, packed: a table of places and one of anchors, and for each file the numbers of its own.

Thirty thousand pages name the same menu; what a file names is four bytes a link here.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import islice

from ichsite.verify.links import Links

_BETWEEN = "\0"
_FORMAT = 1
_NUMBER = "I"


@dataclass(frozen=True)
class Woven:
    """A file's own part: the digest of its bytes, the numbers of the places that it names, of the anchors it has."""

    digest: bytes
    targets: bytes
    anchors: bytes


@dataclass(frozen=True)
class PackedWeb:
    """A web as it lies in the state folder: few values, however many files there are."""

    format: int
    places: str
    anchors: str
    paths: str
    digests: bytes
    target_counts: bytes
    targets: bytes
    anchor_counts: bytes
    anchor_numbers: bytes


@dataclass
class Web:
    """A site's links while they are gathered; `files` by their path below the output folder.

    `sound` is the site of which nothing that a file names was dead; None before that was seen, and where a file has
    lost an anchor since. `fresh` are the files that came since then, `left` those that went.
    """

    files: dict[str, Woven] = field(default_factory=dict[str, Woven])
    places: dict[str, int] = field(default_factory=dict[str, int])
    anchors: dict[str, int] = field(default_factory=dict[str, int])
    sound: object = None
    fresh: set[str] = field(default_factory=set[str])
    left: set[str] = field(default_factory=set[str])
    _named: list[int] = field(default_factory=list[int])
    """How often each place is named, by its number; empty until somebody asks."""
    _at_anchors: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    """The places at anchors by the address before them, of the first `_parted` places."""
    _parted: int = 0

    def put(self, path: str, digest: bytes, links: Links) -> None:
        """What a file names, anew."""
        new = Woven(digest, _numbers(links.targets, self.places), _numbers(links.anchors, self.anchors))
        old = self.files.get(path)
        if path in self.left or (old is not None and not _used((old.anchors,)) <= _used((new.anchors,))):
            self.sound = None
        self.files[path] = new
        self.fresh.add(path)
        self._count(new, 1)
        if old is not None:
            self._count(old, -1)

    def keep_only(self, paths: AbstractSet[str]) -> None:
        """Forgets the files that are no longer published."""
        left = self.files.keys() - paths
        for path in left:
            self._count(self.files.pop(path), -1)
        self.left |= left
        self.fresh -= left

    def places_of(self, paths: Iterable[str]) -> dict[str, int]:
        """What some files name, with its number."""
        names = list(self.places)
        return {names[number]: number for number in _used(self.files[path].targets for path in paths)}

    def is_named(self, number: int) -> bool:
        """Whether any file names a place."""
        if not self._named:
            self._named = [0] * len(self.places)
            for one in self.files.values():
                self._count(one, 1)
        return self._named[number] > 0

    def _count(self, one: Woven, by: int) -> None:
        if self._named:
            self._named += [0] * (len(self.places) - len(self._named))
            for number in _unpacked(one.targets):
                self._named[number] += by

    def places_at(self, paths: AbstractSet[str]) -> dict[str, int]:
        """The places at some addresses, those at an anchor of theirs too, each with its number."""
        for place in islice(self.places, self._parted, None):
            path, anchor, _ = place.partition("#")
            if anchor:
                self._at_anchors.setdefault(path, []).append(place)
        self._parted = len(self.places)
        found = [place for path in paths for place in (path, *self._at_anchors.get(path, ()))]
        return {place: self.places[place] for place in found if place in self.places}

    def settle(self, sound: object) -> None:
        """Nothing that a file of this site names is dead."""
        self.sound, self.fresh, self.left = sound, set(), set()

    def naming(self, numbers: frozenset[int]) -> Iterator[tuple[str, int]]:
        """(file, number) for each of these places that a file names, in the order of the files' paths."""
        everything = b"".join(one.targets for one in self.files.values())
        if not any(array(_NUMBER, [number]).tobytes() in everything for number in numbers):
            return
        for path in sorted(self.files):
            for number in numbers.intersection(_unpacked(self.files[path].targets)):
                yield path, number

    def anchors_of(self, path: str) -> frozenset[int]:
        """The numbers of the anchors that a file of the web has."""
        return frozenset(_unpacked(self.files[path].anchors))

    def has_anchor(self, path: str, anchor: str) -> bool:
        """Whether a file of the web has the anchor."""
        number = self.anchors.get(anchor)
        return number is not None and number in _unpacked(self.files[path].anchors)

    def packed(self) -> PackedWeb:
        """The web for the state folder; places that no file names any more are left out."""
        web = self._without_idle()
        files = web.files.values()
        return PackedWeb(
            _FORMAT,
            _BETWEEN.join(web.places),
            _BETWEEN.join(web.anchors),
            _BETWEEN.join(web.files),
            b"".join(one.digest for one in files),
            array(_NUMBER, [len(one.targets) for one in files]).tobytes(),
            b"".join(one.targets for one in files),
            array(_NUMBER, [len(one.anchors) for one in files]).tobytes(),
            b"".join(one.anchors for one in files),
        )

    def _without_idle(self) -> Web:
        used = _used(one.targets for one in self.files.values()), _used(one.anchors for one in self.files.values())
        if len(used[0]) == len(self.places) and len(used[1]) == len(self.anchors):
            return self
        places, anchors = _fewer(self.places, used[0]), _fewer(self.anchors, used[1])
        files = {
            path: Woven(one.digest, _renumbered(one.targets, places), _renumbered(one.anchors, anchors))
            for path, one in self.files.items()
        }
        return Web(
            files,
            {text: places[number] for text, number in self.places.items() if number in places},
            {text: anchors[number] for text, number in self.anchors.items() if number in anchors},
        )


def unpacked(value: object, digest_bytes: int) -> Web | None:
    """The web that `packed` made; None for anything else."""
    if not isinstance(value, PackedWeb):
        return None
    fields: Mapping[str, object] = vars(value)
    kinds = {"format": int, "places": str, "anchors": str, "paths": str}
    if any(type(fields.get(name)) is not kinds.get(name, bytes) for name in PackedWeb.__dataclass_fields__):
        return None
    paths = value.paths.split(_BETWEEN) if value.paths else []
    places, anchors = _table(value.places), _table(value.anchors)
    if value.format != _FORMAT or len(value.digests) != digest_bytes * len(paths):
        return None
    targets = _cut(value.targets, value.target_counts, len(paths), len(places))
    inside = _cut(value.anchor_numbers, value.anchor_counts, len(paths), len(anchors))
    if targets is None or inside is None:
        return None
    digests = (value.digests[at : at + digest_bytes] for at in range(0, len(value.digests), digest_bytes))
    files = {path: Woven(*own) for path, *own in zip(paths, digests, targets, inside, strict=True)}
    return Web(files, places, anchors)


def _cut(data: bytes, counts: bytes, files: int, most: int) -> list[bytes] | None:
    """Each file's numbers, so many bytes long as is told; None where that, or a number, cannot be."""
    size = array(_NUMBER).itemsize
    if len(data) % size or len(counts) != files * size:
        return None
    lengths = _unpacked(counts)
    if sum(lengths) != len(data) or any(one % size for one in lengths) or max(_unpacked(data), default=-1) >= most:
        return None
    pieces: list[bytes] = []
    at = 0
    for length in lengths:
        pieces.append(data[at : at + length])
        at += length
    return pieces


def _table(text: str) -> dict[str, int]:
    return {one: number for number, one in enumerate(text.split(_BETWEEN))} if text else {}


def _numbers(texts: Iterable[str], table: dict[str, int]) -> bytes:
    return array(_NUMBER, [table.setdefault(text, len(table)) for text in texts]).tobytes()


def _unpacked(data: bytes) -> array[int]:
    numbers = array(_NUMBER)
    numbers.frombytes(data)
    return numbers


def _used(parts: Iterable[bytes]) -> set[int]:
    return set(_unpacked(b"".join(parts)))


def _fewer(table: Mapping[str, int], used: set[int]) -> dict[int, int]:
    """The new number of each that is used."""
    return {number: new for new, number in enumerate(number for number in table.values() if number in used)}


def _renumbered(data: bytes, new: Mapping[int, int]) -> bytes:
    return array(_NUMBER, [new[number] for number in _unpacked(data)]).tobytes()
