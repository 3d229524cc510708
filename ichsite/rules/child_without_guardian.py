"""child-without-guardian: a child in a buyer's picture is shown with a guardian's consent on record.

Passes: `shows_child: true` on a picture, and `guardian: 监护人同意书第 1 号` in the showcase's `consent`.
Fails: the same without `guardian`. Pictures elsewhere say it in `consent_record` (see portrait-without-consent).
Source: Personal Information Protection Law 个人信息保护法 art. 31 (under fourteen); Regulations on the Protection of
Minors in Cyberspace 未成年人网络保护条例 (2024) art. 31.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "child-without-guardian"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The pictures of every showcase of a craft."""
    for record in dossier.showcases:
        consent = record.value.consent
        if consent is None or consent.guardian is not None:
            continue
        for field, picture in record.value.placed_pictures:
            if picture.shows_child:
                yield error(
                    CODE,
                    FieldOf(record.path, (*field, "shows_child")),
                    Words(
                        "图里有孩子，却没有监护人同意的记录",
                        "the picture shows a child, but there is no record of a guardian's consent",
                    ),
                    Words(
                        "取得监护人的书面同意，在 `consent` 里写 `guardian: …`（不会公开）；没有就换一张",
                        "ask the guardian in writing and add `guardian: …` to `consent` (never published), or use"
                        " another picture",
                    ),
                )
