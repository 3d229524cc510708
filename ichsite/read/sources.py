"""The files of the tree with their digests; only what moved since the last build is read again."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ichsite.read.tree import Found, Stat, digest_of, read_file, unreadable
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.fingerprint import Fingerprint

Known = Mapping[str, tuple[Stat, Fingerprint]]
SETTLED_NS = 2_000_000_000
"""A file that changed this shortly before it was read may change again within one tick of the clock."""


@dataclass(frozen=True)
class Source:
    """A file and its digest; `data` are its bytes where they had to be read."""

    path: str
    digest: Fingerprint
    data: bytes | None


_NONE: Mapping[str, Source] = {}


def load_sources(
    root: Path, files: Iterable[Found], known: Known, last: Mapping[str, Source] = _NONE
) -> tuple[tuple[Source, ...], dict[str, tuple[Stat, Fingerprint]], tuple[Diagnostic, ...]]:
    """The sources, what to know of them next time, and the files that could not be read.

    `last` are the sources of an earlier call by their paths: what is as it was is the very object.
    """
    now = time.time_ns()
    sources: list[Source] = []
    next_known: dict[str, tuple[Stat, Fingerprint]] = {}
    findings: list[Diagnostic] = []
    for found in files:
        before = known.get(found.path)
        if before is not None and (before[0] is found.stat or before[0] == found.stat):
            one = last.get(found.path)
            if one is None or one.data is not None or one.digest != before[1]:
                one = Source(found.path, before[1], None)
            sources.append(one)
            next_known[found.path] = before
            continue
        try:
            data = read_file(root, found.path)
        except OSError as wrong:
            findings.append(unreadable(found.path, wrong))
            continue
        digest = digest_of(data)
        sources.append(Source(found.path, digest, data))
        if now - found.stat.mtime_ns > SETTLED_NS and len(data) == found.stat.size:
            next_known[found.path] = (found.stat, digest)
    return tuple(sources), next_known, tuple(findings)


def load_digests(
    root: Path, files: Iterable[Found], known: Known
) -> tuple[dict[str, Fingerprint], dict[str, tuple[Stat, Fingerprint]], tuple[Diagnostic, ...]]:
    """The digests of files whose bytes are not wanted here, such as pictures; otherwise as `load_sources`."""
    digests: dict[str, Fingerprint] = {}
    next_known: dict[str, tuple[Stat, Fingerprint]] = {}
    findings: list[Diagnostic] = []
    for found in files:
        sources, settled, faults = load_sources(root, (found,), known)
        digests.update({source.path: source.digest for source in sources})
        next_known.update(settled)
        findings += faults
    return digests, next_known, tuple(findings)


def ends_with(found: Found, endings: tuple[str, ...]) -> bool:
    """Whether a file has one of these endings, by letter case or not."""
    return found.path.lower().endswith(endings)


class ChangedMeanwhile(Exception):
    """A file was edited while the build was reading: the build starts again, so that it shows one state."""


def bytes_of(root: Path, source: Source) -> bytes:
    """The bytes of a source, exactly those of its digest; raises `ChangedMeanwhile`."""
    if source.data is not None:
        return source.data
    try:
        data = read_file(root, source.path)
    except OSError as wrong:
        raise ChangedMeanwhile(source.path) from wrong
    if digest_of(data) != source.digest:
        raise ChangedMeanwhile(source.path)
    return data
