"""finding: the search index, made of each craft's document; both are kept until what they are made from changes."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.engine.memo import Task
from ichsite.model.shelf import Shelf
from ichsite.plan.material import Material
from ichsite.plan.search import IndexSize, IndexTask, SearchIndex, make_index
from ichsite.plan.search_document import (
    CraftDocumentTask,
    Document,
    craft_document,
    craft_document_tasks,
    other_documents,
)
from ichsite.stage.desk import Desk
from ichsite.text.fingerprint import of_parts, of_value


@dataclass(frozen=True)
class Nothing:
    """The small part of a result of which only the large one counts."""


def read_craft(task: CraftDocumentTask, shelf: Shelf) -> tuple[Nothing, Document]:
    """A craft's document, as a task."""
    return Nothing(), craft_document(task, shelf)


DOCUMENT: Task[CraftDocumentTask, Nothing] = Task("document", read_craft)
INDEX: Task[IndexTask, IndexSize] = Task("index", make_index)


def index_site(desk: Desk, material: Material) -> tuple[IndexSize, SearchIndex]:
    """The search index of one tree of pages, and its size."""
    tasks = craft_document_tasks(material)
    results = desk.memo.map(
        DOCUMENT, [made_from for _, made_from in tasks], lambda at: tasks[at][0], desk.told("search")
    )
    others = tuple(other_documents(material))
    task = IndexTask(tuple(result.held.key for result in results), others)
    made_from = of_parts(*(result.held.fingerprint for result in results), of_value(others))
    result = desk.memo.map(INDEX, [made_from], lambda _: task)[0]
    return result.small, desk.memo.take(result.held)
