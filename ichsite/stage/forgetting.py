"""A showcase that was withdrawn leaves what a build keeps for itself, too: caches, spare folders, previews, copies.

Everything here is made of the content again where it is needed, but for the copies that `ichsite doctor --fix` keeps;
those of a withdrawn showcase go all the same: the buyer's wish counts more than a second copy.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ichsite.engine.keep import discard, load_value, open_lock, save_value
from ichsite.project import BACKUP, PREVIEW, Busy, locked
from ichsite.stage.desk import Desk
from ichsite.text.fingerprint import of_bytes
from ichsite.write.publish import Publisher


@dataclass(frozen=True)
class Forgetting:
    """`withdrawn` are the files of the showcases that are withdrawn, `publisher` publishes a site without them.

    A mark beside the manifest of each output folder says which of them neither the folder nor its spare shows.
    """

    desk: Desk
    publisher: Publisher
    withdrawn: frozenset[str]

    def begin(self) -> None:
        """Before another site is published: the mark holds no longer."""
        if not self._is_marked():
            discard(_mark_of(self.publisher.ledger_file))

    def end(self) -> None:
        """After it, or where the published site is already what it should be."""
        if not self.withdrawn:
            return
        if not self._is_marked():
            self.publisher.forget_spare()
            save_value(_mark_of(self.publisher.ledger_file), tuple(sorted(self.withdrawn)))
        self.desk.memo.tidy(strictly=True)
        self.desk.pictures.tidy(strictly=True)
        self._forget_preview()
        self._forget_copies()

    def _is_marked(self) -> bool:
        return _marked(self.publisher.ledger_file) == self.withdrawn

    def _forget_preview(self) -> None:
        """The last preview, which nobody may look at again for weeks; a server that runs makes its own anew."""
        state = self.desk.project.state
        folder = state / PREVIEW
        if self.desk.request.preview or not folder.is_dir() or self.withdrawn <= _marked(ledger_of(state, folder)):
            return
        try:
            with locked(open_lock(state / "serve.lock")):
                for one in (folder, state / f".{PREVIEW}.next", state / f".{PREVIEW}.aside"):
                    discard(one)
                discard(ledger_of(state, folder))
        except Busy:
            return

    def _forget_copies(self) -> None:
        state = self.desk.project.state
        above = state / BACKUP
        if above.is_symlink() or not above.is_dir():
            return
        for run in above.iterdir():
            for path in self.withdrawn:
                for copy in _copies(run, path):
                    discard(copy)


def ledger_of(state: Path, folder: Path) -> Path:
    """The manifest of an output folder."""
    return state / f"output-{of_bytes(os.fsencode(folder)).hex()[:16]}"


def _copies(run: Path, path: str) -> Iterable[Path]:
    """What a run of the doctor kept of a showcase: its folder, or its file and the translations beside it."""
    place = run / path
    parents = [one for one in place.parents if one.is_relative_to(run)]
    if any(one.is_symlink() or not one.is_dir() for one in parents):
        return ()
    if place.name == "showcase.yaml":
        return (place.parent,)
    return (*place.parent.glob(f"{place.stem}.*.yaml"), place)


def _mark_of(ledger: Path) -> Path:
    return ledger.with_name(f"withdrawn-{ledger.name}")


def _marked(ledger: Path) -> frozenset[str]:
    found: object = load_value(_mark_of(ledger))
    return frozenset(str(one) for one in found) if isinstance(found, tuple) else frozenset()  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
