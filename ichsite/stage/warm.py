"""What a process that builds again and again keeps between its builds, besides results: the trees, and their links."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ichsite.plan.material import Material
from ichsite.plan.recall import Recall
from ichsite.read.sources import Source
from ichsite.read.tree import Tree
from ichsite.text.lasts import Lasts
from ichsite.verify.web import Web
from ichsite.write.standing import Standing


@dataclass
class Warm:
    """`web` are the links of the published site, None where they are to be read; `recalls` are the last plans by tree."""

    standing: Standing = field(default_factory=Standing)
    web: Web | None = None
    web_settled: bool = False
    """Whether `web` holds the links of the published site, file by file, and none of a build that stopped."""
    recalls: dict[str, Recall] = field(default_factory=dict[str, Recall])
    tree: Tree | None = None
    """The project's files as the last build found them; `glanced` where it looked only at what was seen to change."""
    glanced: bool = False
    sources: dict[str, dict[str, Source]] = field(default_factory=dict[str, dict[str, Source]])
    """Files by their paths, as the last build read them; those of text, and those of promises."""
    lasts: Lasts = field(default_factory=Lasts)

    def remembering(self, materials: tuple[Material, ...]) -> tuple[Material, ...]:
        """The materials with what is remembered of the last plan of each tree."""
        last = self.recalls
        self.recalls = {one.base.tree: last.get(one.base.tree) or Recall() for one in materials}
        for one in materials:
            self.recalls[one.base.tree].begin(one)
        return tuple(replace(one, recall=self.recalls[one.base.tree], linkable=one.known) for one in materials)

    def keep(self) -> None:
        """Writes down what was only remembered. The links of files that changed meanwhile are read again by the next
        process, which sees it by their digests."""
        self.standing.keep()
