"""When a new stream begins, from what was typed."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from ichsite.commands.placing import Unmade
from ichsite.model.scalar import Moment
from ichsite.model.scalar import Refused as OutOfForm
from ichsite.text.words import Language, Words

_DEFAULT_STREAM_DAYS, _DEFAULT_STREAM_HOUR = 14, 20


def start_of_stream(at: str | None, timezone: str, today: date, spoken: Language) -> str:
    """`2026-12-05T20:00+08:00`, in the site's zone; an evening in two weeks where nothing is asked; raises `Unmade`."""
    try:
        zone = ZoneInfo(timezone)
    except (KeyError, ValueError, OSError):
        zone = ZoneInfo("Asia/Shanghai")
    if at is None:
        later = today + timedelta(days=_DEFAULT_STREAM_DAYS)
        moment = datetime(later.year, later.month, later.day, _DEFAULT_STREAM_HOUR, tzinfo=zone)
    else:
        try:
            # a Chinese keyboard's colon and digits are meant as they are read
            moment = datetime.fromisoformat(unicodedata.normalize("NFKC", at).strip())
            Moment().parse(moment.replace(tzinfo=moment.tzinfo or zone).isoformat(timespec="minutes"))
        except (ValueError, OutOfForm):
            raise Unmade(
                Words(f'`{at}` 不是时间，写成 "2026-12-05 20:00"', f'`{at}` is no time; write "2026-12-05 20:00"'),
                spoken,
            ) from None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=zone)
    return moment.isoformat(timespec="minutes")
