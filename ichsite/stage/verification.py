"""verify: every link of the site held against the files that are about to be published.

A page that is rendered brings its links along from the worker. Those of the others lie packed beside the ledger of
the output folder; where that file is lost or damaged, the published pages are read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from ichsite.engine.keep import discard, load_value, save_value
from ichsite.model.shelf import Shelf
from ichsite.stage.desk import Desk
from ichsite.text.address import BaseUrl, OutputPath, UrlPath
from ichsite.text.fingerprint import Fingerprint, of_bytes
from ichsite.verify.dead import DeadLink, dead_links, leaning
from ichsite.verify.links import READ_ENDINGS, Links, links_of
from ichsite.verify.web import Web, unpacked
from ichsite.write.publish import Publisher

_DIGEST = len(of_bytes(b""))


@dataclass(frozen=True)
class ReadTask:
    """A published file to be read again: where it lies, its path below the output folder, the site's base."""

    file: str
    path: OutputPath
    base: BaseUrl


def read_links(task: ReadTask, _shelf: Shelf) -> Links:
    """The links of a published file, as work for the pool."""
    return links_of(Path(task.file).read_bytes(), task.path, task.base)


def leans_no_more(ledger: Path, foreign: Iterable[str]) -> bool:
    """Whether a stranger's file that a link of the published site leans on is gone from the output folder."""
    leant = load_value(_leaning_file(ledger))
    return isinstance(leant, tuple) and not set(cast("tuple[object, ...]", leant)) <= set(foreign)


class Verification:
    """The links of one publication, gathered while its files are made."""

    def __init__(self, desk: Desk, publisher: Publisher, base: BaseUrl, beside: tuple[UrlPath, ...] = ()) -> None:
        self._desk, self._publisher, self._beside = desk, publisher, beside
        # every tree reads addresses alike
        self._base = replace(base, tree="")
        remembered = desk.warm.web if desk.warm is not None else None
        self._web = remembered or unpacked(load_value(_web_file(publisher.ledger_file)), _DIGEST) or Web()
        self._lost: list[tuple[str, str]] = []
        self._settled = desk.warm is not None and desk.warm.web_settled
        if desk.warm is not None:
            desk.warm.web_settled = False

    def add(self, path: OutputPath, digest: Fingerprint, links: Links) -> None:
        """What a new file names."""
        if path.endswith(READ_ENDINGS):
            self._web.put(path, digest, links)
            self._lost += ((path, target) for target in links.lost)

    def read(self, path: OutputPath, digest: Fingerprint, data: bytes) -> None:
        """A new file that was made in this process."""
        self.add(path, digest, links_of(data, path, self._base))

    def dead(self, wanted: Mapping[OutputPath, object]) -> tuple[DeadLink, ...]:
        """The dead links of the site that consists of the wanted files and of those that are not ours."""
        self._web.keep_only(wanted.keys())
        if not self._settled:
            self._read_again(wanted)
        return dead_links(self._web, self._answers(wanted), self._lost, self._beside)

    def keep(self) -> None:
        """Remembers the links of the site as it has been published."""
        ledger = self._publisher.ledger_file
        warm = self._desk.warm
        if warm is None or warm.web is None:
            save_value(_web_file(ledger), self._web.packed())
        if warm is not None:
            warm.web, warm.web_settled = self._web, True
        if leant := leaning(self._web, self._publisher.foreign):
            save_value(_leaning_file(ledger), leant)
        else:
            discard(_leaning_file(ledger))

    def _answers(self, wanted: Mapping[OutputPath, object]) -> frozenset[str]:
        return frozenset((*wanted, *self._publisher.foreign))

    def _read_again(self, wanted: Iterable[OutputPath]) -> None:
        """Files that stay as they are but whose links are not known."""
        files, publisher, digest = self._web.files, self._publisher, self._publisher.digest
        made, intact = publisher.made, publisher.intact
        missing = [
            path
            for path in wanted
            if path.endswith(READ_ENDINGS)
            and ((known := files.get(path)) is None or known.digest != (made.get(path) or intact[path]).digest)
        ]
        folder = self._publisher.folder
        tasks = [ReadTask(str(folder / path), path, self._base) for path in missing]
        for at, links in self._desk.memo.pool.run(read_links, tasks):
            self.add(missing[at], digest(missing[at]), links)


def _web_file(ledger: Path) -> Path:
    return ledger.with_name(f"links-{ledger.name}")


def _leaning_file(ledger: Path) -> Path:
    return ledger.with_name(f"leaning-{ledger.name}")
