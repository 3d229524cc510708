"""A table's bytes to a table, by what they are."""

from __future__ import annotations

from ichsite.table.delimited import read_delimited
from ichsite.table.kind import is_workbook, kind_fault
from ichsite.table.sheet import MOST_ROWS, ReadSheet
from ichsite.table.workbook import read_workbook


def read_table(name: str, data: bytes, most_rows: int = MOST_ROWS) -> ReadSheet:
    """The table, and what is wrong with the file; `name` is how its places call it. A CSV may have `most_rows`."""
    if (fault := kind_fault(name, data)) is not None:
        return ReadSheet(None, (fault,))
    return read_workbook(name, data) if is_workbook(data) else read_delimited(name, data, most_rows)
