"""Compiled templates, kept between builds in a folder of the user's own.

Compiled code is code, so it never lies in a project's cache: a project may come from anywhere. Jinja keeps
it in a folder that belongs to the user, closed to others, and refuses one that does not.
"""

from __future__ import annotations

from hashlib import sha256

from jinja2 import FileSystemBytecodeCache


class CompiledTemplates(FileSystemBytecodeCache):
    """Jinja's cache, whose keys know the theme, its words and the version of ichsite (`stamp`)."""

    def __init__(self, stamp: bytes) -> None:
        super().__init__()
        self.stamp = stamp

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """A key that no other theme, language or version shares."""
        return sha256(b"\0".join((self.stamp, name.encode(), (filename or "").encode()))).hexdigest()


def compiled_templates(stamp: bytes) -> CompiledTemplates | None:
    """The cache, or None where the system gives the user no folder that is safe to use."""
    try:
        return CompiledTemplates(stamp)
    except (OSError, RuntimeError):
        return None
