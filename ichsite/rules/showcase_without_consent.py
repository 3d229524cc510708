"""showcase-without-consent: what a buyer wrote or photographed is shown with the buyer's consent only.

Passes: `consent: {given: 2026-09-21, scope: [words, pictures], record: 书面同意第 1 号}`.
Fails: no `consent`; a consent that was withdrawn or is dated in the future.
Source: Personal Information Protection Law 个人信息保护法 arts. 14 and 15; Civil Code 民法典 art. 1019 (portrait);
DESIGN.md, “Never”.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ichsite.assess.dossier import Dossier
from ichsite.model.showcase import Consent
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "showcase-without-consent"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The consent of every showcase of a craft: that there is one, and that it was not taken back."""
    for record in dossier.showcases:
        consent = record.value.consent
        if consent is not None:
            yield from _holds(record.path, consent, dossier.today)
            continue
        yield error(
            CODE,
            FieldOf(record.path, ("buyer",)),
            Words(
                f"没有“{record.value.buyer}”同意公开的记录，不能发布",
                f"there is no consent of “{record.value.buyer}”, so this cannot be shown",
            ),
            Words(
                "取得书面同意，写进 `consent: {given, scope, record}`；没有同意就删掉这份买家秀",
                "ask for it in writing and add `consent: {given, scope, record}`, or remove the showcase",
            ),
        )


def _holds(path: str, consent: Consent, today: date) -> Iterator[Diagnostic]:
    if consent.withdrawn is not None and consent.withdrawn <= today:
        day = consent.withdrawn
        yield error(
            CODE,
            FieldOf(path, ("consent", "withdrawn")),
            Words(f"买家在 {day} 撤回了同意", f"the buyer withdrew the consent on {day}"),
            Words(
                f"顶格加一行 `withdrawn: {day}`：网址留着，图和话都撤下",
                f"add a line `withdrawn: {day}` at the left margin: the address stays, pictures and words go",
            ),
        )
    if consent.given > today:
        yield error(
            CODE,
            FieldOf(path, ("consent", "given")),
            Words(f"同意的日期 {consent.given} 还没到", f"the consent is dated {consent.given}, which is yet to come"),
            Words("写实际签下的那一天", "write the day on which it was really given"),
        )
