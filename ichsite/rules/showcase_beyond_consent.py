"""showcase-beyond-consent: of a showcase nothing is shown that the buyer did not agree to.

Passes: pictures, and `consent: {scope: [words, pictures], …}`.
Fails: pictures without `pictures` in the scope; words without `words`; a picture in which somebody can be recognised
without `portrait`. A name without `name` is no fault: the page says “a buyer” instead.
Source: Personal Information Protection Law 个人信息保护法 art. 14 (another purpose wants another consent); Civil Code
民法典 art. 1019 (portrait).
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.model.record import Record
from ichsite.model.scope import SCOPE_TERMS, Scope
from ichsite.model.showcase import Showcase
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.words import Words

CODE = "showcase-beyond-consent"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """What every showcase of a craft shows, held against the scope of its consent."""
    for record in dossier.showcases:
        consent = record.value.consent
        if consent is None:
            continue
        for scope, field in _needed(record):
            if scope not in consent.scope:
                yield _beyond(record.path, scope, field)


def _needed(record: Record[Showcase]) -> Iterator[tuple[Scope, FieldPath]]:
    yield "words", ("consent", "scope")
    pictures = tuple(record.value.placed_pictures)
    if pictures:
        yield "pictures", pictures[0][0][:-1]
    somebody = next((field for field, picture in pictures if picture.shows_somebody), None)
    if somebody is not None:
        yield "portrait", (*somebody, "file")


def _beyond(path: str, scope: Scope, field: FieldPath) -> Diagnostic:
    return error(
        CODE,
        FieldOf(path, field, at_key=field[-1] == "pictures"),
        Words(
            f"买家同意的范围里没有“{SCOPE_TERMS.terms[scope]}”，这里却要公开",
            f"the consent does not cover `{scope}`, which is shown here",
        ),
        Words(
            f"买家也同意了，就在 `scope` 里加上 {scope}；没有同意就不要放",
            f"add `{scope}` to the scope if the buyer agreed to it, or leave it out",
        ),
    )
