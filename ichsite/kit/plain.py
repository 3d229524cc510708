"""What content says, made fit for a field that takes plain text: one line, nothing unseen, nothing forbidden."""

from __future__ import annotations

import re

from ichsite.text.unseen import UNSEEN

_FULLWIDTH = 0xFEE0
_SCHEME = re.compile(r"(?i)(?<![a-z0-9])(?:[a-z][a-z0-9+.-]{1,20}[:：]\s*[/／\\]{2}|(?:mailto|tel)[:：])")
_DOT = "[.．。｡]"
_NUMBERS = re.compile(rf"(?<!\d)\d{{1,3}}(?:{_DOT}\d{{1,3}}){{3}}(?!\d)")
_HOST = re.compile(
    rf"(?<![A-Za-z0-9-])[A-Za-z0-9-]+(?:{_DOT}[A-Za-z0-9-]+)*{_DOT}(?:[A-Za-z][A-Za-z0-9-]+|中国|中國|公司|网络|網絡|网店|商城|在线|手机)"
)


def one_line(text: str) -> str:
    """The text on one line, without characters that nobody sees; blanks are single."""
    spaced = re.sub(r"\s+", " ", text)
    return re.sub(r" {2,}", " ", UNSEEN.sub("", spaced)).strip()


def allowed(text: str, forbidden: str) -> str:
    """The text with full-width forms in place of forbidden ASCII characters; others are left out."""
    table = {ord(char): chr(ord(char) + _FULLWIDTH) if "!" <= char <= "~" else None for char in forbidden}
    return text.translate(table)


def without_addresses(text: str) -> str:
    """The text with nothing in it that a platform or a phone takes for an address: no scheme, no host name.

    The words stay, their dots become blanks: `shop.example.com/a` is `shop example com/a`. A number with a decimal
    point is no host; four of them are an address.
    """
    text = _SCHEME.sub("", text)
    for pattern in (_NUMBERS, _HOST):
        text = pattern.sub(lambda found: re.sub(_DOT, " ", found[0]), text)
    return text


def hashtag(word: str) -> str:
    """`#非遗`: one word without blanks and marks that would end the hashtag; empty where nothing is left."""
    kept = "".join(char for char in one_line(word) if char.isalnum() or char == "_")
    return f"#{kept}" if kept else ""


def spelled(code: str) -> str:
    """A short code as it is spoken, one by one: `w 3 k a`."""
    return " ".join(code)
