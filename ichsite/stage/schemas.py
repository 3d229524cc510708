"""schemas: the JSON Schemas of the API, made once for each version of ichsite and pydantic."""

from __future__ import annotations

from ichsite.api.addresses import schema_file
from ichsite.engine.memo import Task
from ichsite.model.shelf import Shelf
from ichsite.plan.data_file import DataFile
from ichsite.stage.desk import Desk
from ichsite.text.fingerprint import of_parts

Schemas = tuple[tuple[str, str], ...]


def make_schemas(_input: None, _shelf: Shelf) -> tuple[Schemas, None]:
    """All schemas, as a task: pydantic is imported only where they are not known."""
    from ichsite.api.schema import schema_texts

    return schema_texts(), None


SCHEMAS: Task[None, Schemas] = Task("schemas", make_schemas)


def schema_files(desk: Desk) -> tuple[DataFile, ...]:
    """The schemas as they are published, one for all languages."""
    (made,) = desk.memo.map(SCHEMAS, [of_parts("schemas")], lambda _: None)
    return tuple(DataFile(schema_file(name), text.encode()) for name, text in made.small)
