"""What is left of a showcase whose buyer withdrew it: where it was, and since when."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from ichsite.model.craft import Reference
from ichsite.model.entry import entry
from ichsite.model.naming import AddressField, Identifier
from ichsite.model.scalar import Day
from ichsite.model.showcase import Origin


@entry
class Withdrawal:
    """A `showcase.yaml` with `withdrawn`: nothing of the buyer is read from it, so that nothing can be shown or kept.

    `holds` are the names of the fields that the file has nevertheless, for the advice to delete them.
    """

    id: Identifier | None = None
    address: AddressField | None = None
    craft: Reference | None = None
    withdrawn: Annotated[date, Day()]
    origin: Origin | None = None
    holds: tuple[str, ...] = ()
