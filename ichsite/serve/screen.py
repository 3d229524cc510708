"""What the server shows at this moment: one frozen value, replaced as a whole when a build has ended."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ichsite.text.words import Language

Event = tuple[str, dict[str, Any]]
"""The name and the data of what open pages are told."""


@dataclass(frozen=True)
class Shown:
    """`folder` is the last good site, None before there was one; `site` names it, so that a page knows whether it is of it.

    `fault` is what the overlay shows, None where the last build went well.
    """

    site: str
    folder: Path | None = None
    base_path: str = "/"
    fault: dict[str, Any] | None = None


@dataclass
class Screen:
    """The one value that changes while the server runs. Set by the thread that builds, read by the one that serves."""

    language: Language
    live: bool = True
    tell: Callable[[Event], None] = lambda _event: None
    shown: Shown = field(default_factory=lambda: Shown(_fresh_name()))

    def show(self, folder: Path, base_path: str, changed: bool, *, styles_only: bool) -> str:
        """A build went well; what open pages were told: `reload`, `css`, `mended`, or nothing as an empty text."""
        before = self.shown
        new = changed or before.folder is None
        site = _fresh_name() if new else before.site
        self.shown = Shown(site, folder, base_path)
        if new:
            # styles are swapped beneath the reader's eyes only where there is nothing else to be seen
            event = "css" if styles_only and before.fault is None and before.folder is not None else "reload"
            self.tell((event, {"site": site, "before": before.site}))
            return event
        if before.fault is not None:
            self.tell(("mended", {}))
            return "mended"
        return ""

    def fail(self, fault: dict[str, Any]) -> None:
        """A build went wrong: the last good site stays, where there is one, with the overlay over it."""
        self.shown = replace(self.shown, fault=fault)
        self.tell(("fault", fault))


def _fresh_name() -> str:
    """The name of a state of the site; a server that was started again gives none twice."""
    return secrets.token_hex(8)
