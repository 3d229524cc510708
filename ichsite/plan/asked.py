"""What polls and ideas name: a call, a stream."""

from __future__ import annotations

from ichsite.model.record import Record
from ichsite.model.stream import Stream
from ichsite.plan.material import Material
from ichsite.plan.views import Link


def call_link(material: Material, slug: str | None) -> Link | None:
    """The call for ideas of that name."""
    found = next((one for one, _ in material.calls if one.slug == slug), None)
    return Link(found.value.title, material.address("call", found.slug)) if found is not None else None


def named_stream(material: Material, slug: str | None) -> Record[Stream] | None:
    """The stream of that name."""
    return next((one for one in material.catalog.streams if one.slug == slug), None)
