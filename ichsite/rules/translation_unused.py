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
    free = {plain: text for text in account.known if (plain := plain_text(text)) not in account.own}
    for key, _ in own.value.words:
        if (plain := plain_text(key)) in account.own:
            continue
        where = FieldOf(own.path, ("words", key) if own.path.endswith(".md") else (key,), at_key=True)
        if plain in account.names:
            yield _name(where, key, own.value)
            continue
        found += 1
        close = get_close_matches(plain, list(free), n=1, cutoff=0.5) if found <= _SUGGESTED else []
        yield unused_word(where, key, own.value.of, free[close[0]] if close else None)


def unused_word(where: FieldOf, key: str, of: str, now: str | None) -> Diagnostic:
    """The finding about one text; `now` is what it may have become."""
    shown = _short(key)
    return warning(
        CODE,
        where,
        Words(
            f"{of} 里已经没有“{shown}”，这句译文用不上", f"{of} no longer says “{shown}”; its translation is not used"
        ),
        Words(f"原文现在是：{now}", f"the original now says: {now}")
        if now is not None
        else Words("删掉这一行，或照抄现在的原文", "remove the line, or copy the text as it is now"),
    )


def _name(where: FieldOf, key: str, translation: Translation) -> Diagnostic:
    shown, file = _short(key), f"site.{translation.language}.yaml"
    return warning(
        CODE,
        where,
        Words(
            f"“{shown}”是标签或地名，各处要用同一个译名，不从这里取",
            f"“{shown}” is a tag or a region: one word serves all files, and it is not taken from here",
        ),
        Words(f"挪到 {file}", f"move it to {file}"),
    )


def _short(key: str) -> str:
    return key if len(key) <= _SHOWN else f"{key[:_SHOWN]}…"
