"""Unions told apart by their `kind` field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args, get_type_hints

if TYPE_CHECKING:
    from pydantic_core.core_schema import CoreSchema


class ByKind:
    """A marker for `Annotated[A | B, ByKind()]`: the field `kind` of each class says which one is meant.

    Without it an error in one class would be reported for every class of the union.
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        from pydantic_core import core_schema

        members = {kind_of(member): handler.generate_schema(member) for member in get_args(source)}
        return core_schema.tagged_union_schema(members, discriminator="kind")


def members_of(hint: Any) -> dict[str, type]:
    """The classes of such a union by their kinds; none where it is one class."""
    while hasattr(hint, "__metadata__"):
        hint = hint.__origin__
    return {kind_of(member): member for member in get_args(hint) if isinstance(member, type)}


def kind_of(member: type) -> str:
    """The tag of a class of such a union."""
    return get_args(get_type_hints(member)["kind"])[0]
