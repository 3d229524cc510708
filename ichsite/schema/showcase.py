"""The schema of a showcase: one that is withdrawn needs none of what the buyer said."""

from __future__ import annotations

from ichsite.decode.withdrawal import FIELD
from ichsite.model.showcase import Showcase
from ichsite.schema.draft7 import Schema
from ichsite.schema.record import record_schema


def showcase_schema() -> Schema:
    """What is required of a showcase is required as long as it is shown."""
    made = record_schema(Showcase)
    required = made.pop("required")
    return {**made, "if": {"required": [FIELD]}, "then": {"required": [FIELD]}, "else": {"required": required}}
