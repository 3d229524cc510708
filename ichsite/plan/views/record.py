"""How promised delivery windows were kept."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.assess.track_record import TrackRecord


@dataclass(frozen=True)
class RecordView:
    """A track record of twelve months; where it is `small`, numbers alone are said and no share."""

    record: TrackRecord
    small: bool
