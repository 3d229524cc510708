"""Whether somebody has read what was gathered from others: nothing that waits is published."""

from __future__ import annotations

from typing import Annotated, Literal

from ichsite.model.at_most import AtMost
from ichsite.model.entry import entry
from ichsite.model.scalar import OneOf
from ichsite.model.verbatim import Verbatim

ReviewStatus = Literal["published", "pending"]
REVIEW_TERMS = OneOf(published="公开", pending="待审")


@entry
class TableOrigin:
    """The table that a batch of ideas or a poll was made from (private), so that no row of it is taken twice.

    `rows` are digests, several on a line: of rows, or of the votes as a whole.
    """

    file: Annotated[str, Verbatim(200)]
    rows: Annotated[tuple[Annotated[str, Verbatim(200)], ...], AtMost(4000)] = ()
