"""The cache: one SQLite file of results by key. Losing it costs time and nothing else."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ichsite.engine.keep import clear_stranger, discard
from ichsite.text.fingerprint import Fingerprint, of_bytes

_FORMAT = 6
_MAX_VARIABLES = 500


@dataclass(frozen=True)
class Row:
    """One result: its small part, and the fingerprint of its large part where it has one."""

    key: bytes
    small: bytes
    large_print: bytes


class CacheLost(KeyError):
    """The cache has lost what it said it had: that is to be forgotten, and the work done again.

    Its arguments are the cache's file, and the key where one result alone is lost.
    """


class Store:
    """Results by key. Every value carries its own digest: what was damaged on the disk is as if it were not there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = _opened(path)

    def small(self, keys: Sequence[bytes]) -> dict[bytes, Row]:
        """The rows that are known and whole, without their large parts."""
        found: dict[bytes, Row] = {}
        for start in range(0, len(keys), _MAX_VARIABLES):
            part = keys[start : start + _MAX_VARIABLES]
            marks = ",".join("?" * len(part))
            query = f"SELECT key, small, digest, large_print FROM result WHERE key IN ({marks})"  # noqa: S608
            for key, small, digest, large_print in self._read(query, part):
                if isinstance(small, bytes) and of_bytes(small) == digest:
                    found[key] = Row(key, small, large_print or b"")
        return found

    def large(self, key: bytes) -> bytes | None:
        """The large part of a result, None where it is unknown or damaged."""
        for large, digest in self._read("SELECT data, digest FROM large WHERE key = ?", (key,)):
            if isinstance(large, bytes) and of_bytes(large) == digest:
                return large
        return None

    def put(self, rows: Iterable[tuple[bytes, bytes, bytes | None, bytes]]) -> None:
        """Keeps results: (key, small, large or None, fingerprint of the large value), all or none."""
        kept = list(rows)
        with self._writing():
            self.connection.executemany(
                "INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?)",
                ((key, small, of_bytes(small), large_print) for key, small, _, large_print in kept),
            )
            self.connection.executemany(
                "INSERT OR REPLACE INTO large VALUES (?, ?, ?)",
                ((key, large, of_bytes(large)) for key, _, large, _ in kept if large is not None),
            )

    def keep_only(self, keys: Iterable[bytes]) -> None:
        """Forgets every result but these."""
        with self._writing():
            self._want(keys)
            for table in ("result", "large"):
                self.connection.execute(f"DELETE FROM {table} WHERE key NOT IN (SELECT key FROM wanted)")  # noqa: S608

    def settle(self) -> None:
        """Brings what was written into the one file, and empties the log beside it, which holds older pages."""
        self._read("PRAGMA wal_checkpoint(TRUNCATE)", ())

    def drop(self, key: bytes) -> None:
        """Forgets one result, so that it is made anew."""
        with self._writing():
            for table in ("result", "large", "idle"):
                self.connection.execute(f"DELETE FROM {table} WHERE key = ?", (key,))  # noqa: S608

    def age(self, keys: Iterable[bytes], most: int) -> None:
        """One more build has gone by that asked for these only: what none of the last `most` asked for is forgotten."""
        with self._writing():
            self._want(keys)
            self.connection.execute("DELETE FROM idle WHERE key IN (SELECT key FROM wanted)")
            self.connection.execute("UPDATE idle SET builds = builds + 1")
            self.connection.execute(
                "INSERT OR IGNORE INTO idle SELECT key, 1 FROM result WHERE key NOT IN (SELECT key FROM wanted)"
            )
            for table in ("result", "large", "idle"):
                self.connection.execute(
                    f"DELETE FROM {table} WHERE key IN (SELECT key FROM idle WHERE builds >= ?)",  # noqa: S608
                    (most,),
                )

    def count(self) -> int:
        """How many results are kept."""
        return int(next(iter(self._read("SELECT count(*) FROM result", ())))[0])

    def close(self) -> None:
        """Closes the file."""
        with suppress(sqlite3.Error):
            self.connection.close()

    def _want(self, keys: Iterable[bytes]) -> None:
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (key BLOB PRIMARY KEY)")
        self.connection.execute("DELETE FROM wanted")
        self.connection.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", ((key,) for key in keys))

    @contextmanager
    def _writing(self) -> Generator[None]:
        try:
            with self.connection:
                yield
        except sqlite3.DatabaseError as wrong:
            raise _trouble(wrong, self.path) from wrong

    def _read(self, query: str, values: Sequence[bytes]) -> list[tuple[Any, ...]]:
        try:
            return self.connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError:
            return []


def _opened(path: Path) -> sqlite3.Connection:
    """The cache, made anew where it is damaged or of another format."""
    last: sqlite3.DatabaseError | None = None
    for file in _files_of(path):
        clear_stranger(file)
    for _ in range(2):
        connection: sqlite3.Connection | None = None
        try:
            connection = sqlite3.connect(path, timeout=10, check_same_thread=False)
            if connection.execute("PRAGMA user_version").fetchone()[0] == _FORMAT:
                for table in ("result", "large", "idle"):
                    connection.execute(f"SELECT key FROM {table} LIMIT 1").fetchone()  # noqa: S608
                _ready(connection)
                return connection
            if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
                _made(connection)
                return connection
        except sqlite3.DatabaseError as wrong:
            last = wrong  # damaged: made anew below
        if connection is not None:
            connection.close()
        forget(path)
    trouble = _trouble(last, path) if last is not None else None
    raise trouble if isinstance(trouble, OSError) else OSError(f"the cache cannot be made at {path}")


def _trouble(wrong: sqlite3.DatabaseError, path: Path) -> OSError | CacheLost:
    """A disk that is full or failing is told as such; anything else means that the file is damaged."""
    code = getattr(wrong, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        full = errno.ENOSPC if code == sqlite3.SQLITE_FULL else errno.EIO
        return OSError(full, os.strerror(full), str(path))
    return CacheLost(str(path))


def _ready(connection: sqlite3.Connection) -> None:
    # losing the last writes to a power cut is no loss
    connection.execute("PRAGMA synchronous = OFF")
    # what is forgotten may be the words or the picture of somebody who asked for it: no byte of it stays
    connection.execute("PRAGMA secure_delete = ON")


def _made(connection: sqlite3.Connection) -> None:
    # what is forgotten gives its room on the disk back
    connection.execute("PRAGMA auto_vacuum = FULL")
    # WAL lets workers read while the main process writes
    connection.execute("PRAGMA journal_mode = WAL")
    _ready(connection)
    # two tables: looking up what is small must not wade through what is large
    connection.execute("CREATE TABLE result (key BLOB PRIMARY KEY, small BLOB, digest BLOB, large_print BLOB)")
    connection.execute("CREATE TABLE large (key BLOB PRIMARY KEY, data BLOB, digest BLOB)")
    connection.execute("CREATE TABLE idle (key BLOB PRIMARY KEY, builds INTEGER)")
    connection.execute(f"PRAGMA user_version = {_FORMAT}")
    connection.commit()


def forget(path: Path) -> None:
    """Removes the cache's file and SQLite's own files beside it."""
    for file in _files_of(path):
        discard(file)


def _files_of(path: Path) -> list[Path]:
    return [path.with_name(path.name + ending) for ending in ("", "-wal", "-shm", "-journal")]


def fingerprint(data: bytes) -> Fingerprint:
    """A stored fingerprint as one again."""
    return Fingerprint(data)
