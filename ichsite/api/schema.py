"""The JSON Schemas (draft 2020-12) of the API's files, made of the classes that write them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from ichsite.api.calls import CallsData
from ichsite.api.catalogue import CatalogueData
from ichsite.api.craft import CraftData
from ichsite.api.designs import DesignsData
from ichsite.api.events import EventsData
from ichsite.api.feedback import FeedbackData
from ichsite.api.gone import GoneData
from ichsite.api.ideas import IdeasData
from ichsite.api.materials import MaterialsData
from ichsite.api.polls import PollsData
from ichsite.api.streams import StreamsData

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: tuple[tuple[str, type[Any]], ...] = (
    ("catalogue", CatalogueData),
    ("craft", CraftData),
    ("streams", StreamsData),
    ("calls", CallsData),
    ("polls", PollsData),
    ("ideas", IdeasData),
    ("designs", DesignsData),
    ("materials", MaterialsData),
    ("events", EventsData),
    ("feedback", FeedbackData),
    ("gone", GoneData),
)
"""The schemas by the name of their file."""


@cache
def schema_texts() -> tuple[tuple[str, str], ...]:
    """(name, text) of every schema. Slow: pydantic is imported."""
    return tuple((name, _text(cls)) for name, cls in SCHEMAS)


def _text(cls: type[Any]) -> str:
    from pydantic import TypeAdapter

    made = TypeAdapter(cls).json_schema(mode="serialization")
    made = {"$schema": DIALECT, "title": made.pop("title", cls.__name__), **made}
    return json.dumps(made, ensure_ascii=False, indent=1, sort_keys=False) + "\n"
