"""What a process that builds again and again keeps between its builds, besides results: the trees, and their links."""

from __future__ import annotations

from dataclasses import dataclass, field

from ichsite.verify.web import Web
from ichsite.write.standing import Standing


@dataclass
class Warm:
    """`web` are the links of the published site, None where they are to be read."""

    standing: Standing = field(default_factory=Standing)
    web: Web | None = None

    def keep(self) -> None:
        """Writes down what was only remembered. The links of files that changed meanwhile are read again by the next
        process, which sees it by their digests."""
        self.standing.keep()
