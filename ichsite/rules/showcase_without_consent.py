"""showcase-without-consent: what a buyer wrote or photographed is shown with the buyer's consent only.

Passes: `consent: {given: 2026-09-21, scope: [words, pictures], record: 书面同意第 1 号}`.
Fails: no `consent`; a consent that was withdrawn, has expired or is dated in the future; pictures without `pictures`
in the scope; a picture that shows a person without `portrait`.
Source: Civil Code 民法典 art. 1019 (portrait); DESIGN.md, “Never”.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ichsite.assess.dossier import Dossier
from ichsite.model.record import Record
from ichsite.model.showcase import SCOPE_TERMS, Consent, Scope, Showcase
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.words import Words

CODE = "showcase-without-consent"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The consent of every showcase of a craft: that there is one, that it holds today, that it covers what is shown."""
    for record in dossier.showcases:
        consent = record.value.consent
        if consent is None:
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
            continue
        yield from _holds(record.path, consent, dossier.today)
        yield from _covers(record, consent)


def _holds(path: str, consent: Consent, today: date) -> Iterator[Diagnostic]:
    way_out = Words("撤下这份买家秀，或重新取得同意", "take the showcase down, or ask for consent anew")
    if consent.withdrawn is not None and consent.withdrawn <= today:
        yield error(
            CODE,
            FieldOf(path, ("consent", "withdrawn")),
            Words(f"买家在 {consent.withdrawn} 撤回了同意", f"the buyer withdrew the consent on {consent.withdrawn}"),
            way_out,
        )
    if consent.expires is not None and consent.expires < today:
        yield error(
            CODE,
            FieldOf(path, ("consent", "expires")),
            Words(f"同意在 {consent.expires} 到期了", f"the consent expired on {consent.expires}"),
            way_out,
        )
    if consent.given > today:
        yield error(
            CODE,
            FieldOf(path, ("consent", "given")),
            Words(f"同意的日期 {consent.given} 还没到", f"the consent is dated {consent.given}, which is yet to come"),
            Words("写实际签下的那一天", "write the day on which it was really given"),
        )


def _covers(record: Record[Showcase], consent: Consent) -> Iterator[Diagnostic]:
    needed: list[tuple[Scope, FieldPath]] = [("words", ("consent", "scope"))]
    if record.value.pictures:
        needed.append(("pictures", ("pictures",)))
    person = next((at for at, picture in enumerate(record.value.pictures) if picture.shows_person), None)
    if person is not None:
        needed.append(("portrait", ("pictures", person, "file")))
    for scope, field in needed:
        if scope not in consent.scope:
            term = SCOPE_TERMS.terms[scope]
            yield error(
                CODE,
                FieldOf(record.path, field, at_key=field == ("pictures",)),
                Words(
                    f"买家同意的范围里没有“{term}”，这里却要公开",
                    f"the consent does not cover `{scope}`, which is shown here",
                ),
                Words(
                    f"买家也同意了，就在 `scope` 里加上 {scope}；没有同意就不要放",
                    f"add `{scope}` to the scope if the buyer agreed to it, or leave it out",
                ),
            )
