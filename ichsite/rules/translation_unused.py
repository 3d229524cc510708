"""translation-unused: every translated text is still a text of the original.

Passes: `口径: Mouth` in `customization.en.yaml` while `customization.yaml` says 口径 somewhere.
Fails: the same after 口径 became 内口口径: the English page would quietly fall back to Chinese.
Source: FAULTS, two files that belong together and drift apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from ichsite.catalog.texts import plain_text
from ichsite.catalog.translator import Account
from ichsite.model.record import Record
from ichsite.model.translation import Translation
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "translation-unused"
_SHOWN = 40
_SUGGESTED = 20
"""So many findings of one file look for the nearest text."""


def unused(own: Record[Translation], account: Account) -> Iterator[Diagnostic]:
    """The words of a translation that its original no longer asks for."""
    found = 0
    translated = account.own | {plain_text(key) for key, _ in own.value.words if plain_text(key) in account.own}
    free = {plain_text(text): text for text in account.known if plain_text(text) not in translated}
    for key, _ in own.value.words:
        if (plain := plain_text(key)) in account.own:
            continue
        found += 1
        close = get_close_matches(plain, list(free), n=1, cutoff=0.5) if found <= _SUGGESTED else []
        where = FieldOf(own.path, ("words", key) if own.path.endswith(".md") else (key,), at_key=True)
        yield unused_word(where, key, own.value.of, free[close[0]] if close else None)


def unused_word(where: FieldOf, key: str, of: str, now: str | None) -> Diagnostic:
    """The finding about one text; `now` is what it may have become."""
    shown = key if len(key) <= _SHOWN else f"{key[:_SHOWN]}…"
    return warning(
        CODE,
        where,
        Words(
            f"{of} 里已经没有“{shown}”，这句译文用不上", f"{of} no longer says “{shown}”; its translation is not used"
        ),
        Words(f"原文现在是：{now}", f"the original now says: {now}")
        if now is not None
        else Words(
            "删掉这一行；标签和地名的译名写在 site.en.yaml",
            "remove the line; names of tags and regions go into site.en.yaml",
        ),
    )
