"""What somebody asked for: the options of one run, as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Request:
    """One run. `today` is the day that windows are counted from, None for the day in the site's own zone."""

    root: Path
    today: date | None = None
    jobs: int = 1
    clean: bool = False
    strict: bool = False
    drafts: bool = False
    output: str | None = None
    theme: str | None = None
    """The theme to take instead of site.yaml's."""
    frozen: bool = False
    """Whether the ledger of addresses must be as it is already, as in CI."""
    preview: bool = False
    """Whether the site is for its author's eyes only: it goes into the state folder, and the ledger is left alone."""
