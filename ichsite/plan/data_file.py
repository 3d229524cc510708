"""Data that script reads: a search index, a calendar. Made whole by the plan, written as it is."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import Fingerprint, of_bytes


@dataclass(frozen=True)
class DataFile:
    """A published file: its address below `/assets/`, and its bytes."""

    url: UrlPath
    data: bytes

    @property
    def name(self) -> str:
        """Its own name, as a file beside it says it."""
        return self.url.rpartition("/")[2]

    @property
    def parts(self) -> tuple[tuple[str, Fingerprint], ...]:
        """What decides whether it is written again: its bytes."""
        return (("data", of_bytes(self.data)),)


def data_file(name: str, data: bytes) -> DataFile:
    """A file named by its content: `search.json` becomes `/assets/search.<hash>.json`."""
    stem, dot, ending = name.rpartition(".")
    mark = of_bytes(data).hex()[:10]
    return DataFile(UrlPath(f"/assets/{stem}.{mark}{dot}{ending}" if dot else f"/assets/{name}.{mark}"), data)
