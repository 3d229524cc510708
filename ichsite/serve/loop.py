"""The loop of the server: wait for a burst of changes, build, show what came of it, on and on."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, Protocol

from ichsite.project import Busy
from ichsite.read.tree import read_file
from ichsite.report.overlay import overlay_data
from ichsite.serve.screen import Screen
from ichsite.serve.watch import Watch, only_styles
from ichsite.serve.workshop import Built, Workshop
from ichsite.text.diagnostic import Diagnostic

TICK_SECONDS = 1.0
"""How long a project may be gone, or a watched folder replaced, before it is noticed."""
_BUSY_SECONDS = 0.3


class Voice(Protocol):
    """Who tells the person at the terminal."""

    def built(self, built: Built, paths: frozenset[str], event: str) -> None:
        """A build has ended; `event` is what open pages were told."""
        ...

    def waits(self, busy: Busy) -> None:
        """Another ichsite builds this project: the server waits for it."""
        ...

    def polls(self) -> None:
        """The system watches no more folders: they are looked at every second instead."""
        ...


@dataclass
class Loop:
    """Everything that the loop works with. `trouble_of` puts an exception of a build into words."""

    root: Path
    shop: Workshop
    screen: Screen
    voice: Voice
    trouble_of: Callable[[Exception], Diagnostic]

    def once(self, paths: frozenset[str] = frozenset(), *, watched: bool = False) -> Built:
        """One build, shown. `paths` are what changed, as far as is known; where it was `watched`, nothing else did."""
        started = time.perf_counter()
        gc.disable()  # looking for circles waits until the page is on the screen
        try:
            built = self._unhindered(paths if watched else None)
        except Exception as wrong:  # whatever it is, the server stays and says it
            built = Built(None, self.root, (self.trouble_of(wrong),), time.perf_counter() - started)
        event = self._shown(built, paths)
        self.voice.built(built, paths, event)
        gc.enable()
        gc.collect()
        gc.freeze()
        return built

    def run(self, watch: Watch) -> NoReturn:
        """Builds whenever something changes; raises ProjectGone, and KeyboardInterrupt as it comes."""
        polling = False
        self.once()  # what was changed before the watch began
        while True:
            if watch.polling and not polling:
                polling = True
                self.voice.polls()
            if (paths := watch.burst(TICK_SECONDS)) is not None:
                self.once(paths, watched=not watch.polling)
            elif self._lost() or self.shop.missed():
                self.once()

    def _lost(self) -> bool:
        """Whether the site that is shown has been taken away, as by who empties `.ichsite`; a fault waits for an edit."""
        shown = self.screen.shown
        return shown.folder is not None and shown.fault is None and not shown.folder.is_dir()

    def _shown(self, built: Built, paths: frozenset[str]) -> str:
        publication = built.publication
        if publication is None:
            at_first = self.screen.shown.folder is None
            self.screen.fail(overlay_data(built.findings, self._lines_of, self.screen.language, at_first=at_first))
            return "fault"
        base_path = publication.base.path if publication.base is not None else "/"
        styles = bool(paths) and only_styles(paths)
        return self.screen.show(built.folder, base_path, publication.changed, styles_only=styles)

    def _unhindered(self, touched: frozenset[str] | None) -> Built:
        """The build, as soon as no other process builds the project."""
        told = False
        while True:
            try:
                return self.shop.build(touched)
            except Busy as busy:
                if not told:
                    self.voice.waits(busy)
                    told = True
                time.sleep(_BUSY_SECONDS)

    def _lines_of(self, path: str) -> list[str]:
        try:
            return read_file(self.root, path).decode("utf-8-sig").split("\n")
        except (OSError, UnicodeDecodeError, ValueError):
            return []
