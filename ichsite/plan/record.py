"""Track records as pages show them: of one craft, of the whole shop."""

from __future__ import annotations

from ichsite.assess.track_record import TrackRecord
from ichsite.plan.material import Material
from ichsite.plan.views.record import RecordView


def craft_record(material: Material, slug: str) -> RecordView | None:
    """The record of a craft; None where nothing of it was delivered in the twelve months."""
    found = material.records.crafts.get(slug)
    return _shown(material, found.whole) if found is not None else None


def shop_record(material: Material) -> RecordView | None:
    """The record of the shop; None where nothing was delivered."""
    return _shown(material, material.records.whole) if material.records.whole is not None else None


def _shown(material: Material, record: TrackRecord) -> RecordView:
    return RecordView(record, record.delivered < material.catalog.site.value.assessment.small_sample)
