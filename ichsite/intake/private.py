"""What should not be published by mistake: telephone numbers, mailboxes, numbers of identity cards in a buyer's words."""

from __future__ import annotations

import re
import unicodedata

from ichsite.text.words import Words

_KINDS: tuple[tuple[re.Pattern[str], Words], ...] = (
    (re.compile(r"(?<!\d)\d{17}[\dx](?!\d)", re.IGNORECASE), Words("像是身份证号", "this looks like an identity card's number")),
    (re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"), Words("像是手机号", "this looks like a telephone number")),
    (re.compile(r"(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)"), Words("像是电话号码", "this looks like a telephone number")),
    (re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"), Words("像是邮箱", "this looks like an e-mail address")),
)  # fmt: skip


def private_in(text: str) -> tuple[Words, ...]:
    """What kinds of private data a text seems to hold."""
    plain = unicodedata.normalize("NFKC", text)
    return tuple(words for pattern, words in _KINDS if pattern.search(plain))


def without_private(text: str) -> str:
    """The text without what seems to be private; full-width digits become plain ones."""
    plain = unicodedata.normalize("NFKC", text)
    if not private_in(text):
        return text
    for pattern, _ in _KINDS:
        plain = pattern.sub("", plain)
    return plain
