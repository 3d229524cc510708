"""What a build has to say about addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ichsite.model.permalink import LedgerKind
from ichsite.text.address import UrlPath
from ichsite.text.words import Words

What = Literal["new", "moved", "named", "guessed"]


@dataclass(frozen=True)
class Change:
    """An item that is new, moved, has an id at last, or was taken for one that vanished, by its contents."""

    what: What
    kind: LedgerKind
    id: str
    address: UrlPath
    before: UrlPath | None = None

    def words(self) -> Words:
        """One line for the author."""
        name = f"{self.kind}:{self.id}"
        if self.what == "new":
            return Words(f"{name} 的网址定为 {self.address}", f"{name} lives at {self.address}")
        if self.what == "named":
            return Words(f"{self.address} 从此以 {name} 为准", f"{self.address} is known as {name} from now on")
        moved = Words(
            f"{name} 从 {self.before} 搬到 {self.address}，旧网址转过来",
            f"{name} moved from {self.before} to {self.address}; the old address leads there",
        )
        if self.what == "moved":
            return moved
        return Words(
            f"{moved.zh}（没有写 id，按内容认的：如果认错了，在两边的 front matter 里各写一个 id）",
            f"{moved.en} (it has no id and was known by its contents; if that is wrong, write an `id` into both front matters)",
        )
