"""Compiled templates, kept between builds in a folder of the user's own.

Compiled code is code, so it never lies in a project's cache: a project may come from anywhere. Jinja keeps
it in a folder that belongs to the user, closed to others, and refuses one that does not.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket

MOST_KEPT = 4_000
"""Files, some 25 kB each: a dozen themes and languages. The default theme has 130 templates."""
_PATTERN = "__ichsite_%s.cache"


class CompiledTemplates(FileSystemBytecodeCache):
    """Jinja's cache, whose keys know the template's source and all that its code is made of besides (`stamp`).

    A template that is edited is compiled anew, and no other; what two themes or two sites have in common is compiled once.
    """

    def __init__(self, stamp: bytes) -> None:
        super().__init__(pattern=_PATTERN)
        self.stamp = stamp
        self._tidied = False

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The code of a template, empty where it is not known."""
        checksum = self.get_source_checksum(source)
        parts = (self.stamp, name.encode(), (filename or "").encode(), checksum.encode())
        bucket = Bucket(environment, sha256(b"\0".join(parts)).hexdigest(), checksum)
        self.load_bytecode(bucket)
        return bucket

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a template's code. The first of a process makes room: what was compiled long ago goes."""
        super().dump_bytecode(bucket)
        if not self._tidied:
            self._tidied = True
            tidy(Path(self.directory))


def tidy(folder: Path) -> None:
    """Takes away the older half of the compiled templates where there are more than are kept."""
    before, after = _PATTERN.split("%s")
    with suppress(OSError):
        with os.scandir(folder) as entries:
            kept = [one for one in entries if one.name.startswith(before) and one.name.endswith(after)]
        if len(kept) <= MOST_KEPT:
            return
        aged: list[tuple[float, str]] = []
        for one in kept:
            with suppress(OSError):
                aged.append((one.stat(follow_symlinks=False).st_mtime, one.path))
        for _, path in sorted(aged)[: len(aged) - MOST_KEPT // 2]:
            with suppress(OSError):
                Path(path).unlink()


def compiled_templates(stamp: bytes) -> CompiledTemplates | None:
    """The cache, or None where the system gives the user no folder that is safe to use."""
    try:
        return CompiledTemplates(stamp)
    except (OSError, RuntimeError):
        return None
