"""What one process remembers of the two trees between its publications, so that it need not look and load again.

Only for an output folder that nobody else writes to. What lies on the disk stays true without it: the manifest there is
an older one, and a file that has changed since then has another stat than it says.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ichsite.write.folder import Lying
from ichsite.write.manifest import Ledger, save_ledger


@dataclass
class Standing:
    """`ledger` as of the last publication, None before there was one; how the two folders lie, None where that is unknown."""

    ledger: Ledger | None = None
    published: Lying | None = None
    spare: Lying | None = None
    file: Path | None = None

    def knows(self, folder: Path) -> bool:
        """Whether a publication into `folder` may go by what is remembered."""
        return self.ledger is not None and self.published is not None and folder.is_dir()

    def begun(self, ledger: Ledger) -> None:
        """From here on until the end of the publication the spare is worthless."""
        self.ledger, self.spare = ledger, None

    def ended(self, file: Path, ledger: Ledger, published: Lying, spare: Lying | None) -> None:
        """A publication is done."""
        self.ledger, self.published, self.spare, self.file = ledger, published, spare, file

    def keep(self) -> None:
        """Writes the manifest down, for the next process."""
        if self.ledger is not None and self.file is not None:
            save_ledger(self.file, self.ledger)
