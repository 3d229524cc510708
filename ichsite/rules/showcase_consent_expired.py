"""showcase-consent-expired: a consent that was given until a day ends with that day.

Passes: `expires: 2028-09-21` on 2026-11-22, and on that day itself.
Fails: `expires: 2026-11-21` on 2026-11-22.
Source: Personal Information Protection Law 个人信息保护法 arts. 14 and 47 (what is held beyond the time that was
agreed to is deleted).
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "showcase-consent-expired"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The last day of the consent of every showcase of a craft."""
    for record in dossier.showcases:
        consent = record.value.consent
        if consent is None or consent.expires is None or consent.expires >= dossier.today:
            continue
        today = dossier.today
        yield error(
            CODE,
            FieldOf(record.path, ("consent", "expires")),
            Words(f"同意在 {consent.expires} 到期了", f"the consent expired on {consent.expires}"),
            Words(
                f"问买家愿不愿意续：愿意就改 given、expires 和 record；不愿意就顶格加一行 `withdrawn: {today}`",
                f"ask the buyer to renew it, then change `given`, `expires` and `record`; or add a line"
                f" `withdrawn: {today}` at the left margin",
            ),
        )
