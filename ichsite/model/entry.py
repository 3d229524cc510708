"""How every class that an author's file fills is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar, cast, dataclass_transform

Class = TypeVar("Class")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def entry(cls: type[Class]) -> type[Class]:
    """A frozen dataclass whose unknown keys are refused by pydantic when a file is decoded."""
    cast(Any, cls).__pydantic_config__ = {"extra": "forbid"}
    return dataclass(frozen=True, kw_only=True)(cls)
