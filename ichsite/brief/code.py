"""Check codes and the fragment of an address: what finds a typo, an edit or a cut. Neither is a signature.

check     = CRC-32 of the bytes as 7 characters of Crockford's base 32 (35 bits, most significant first)
check code= the 7 characters and one more, the sum of their values, each times its place (1–7), modulo 32,
            written as two fours: ABCD-EFGH
fragment  = b1.<base64url of the payload without =>.<check of the payload's bytes>
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import Literal
from zlib import crc32

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U."""
MOST_CHARACTERS = 16_000
"""A longer fragment is none of ours; a brief of twenty options has about a thousand."""
_MEANT = str.maketrans("OIL", "011")
_PLACES = 7
_FRAGMENT = re.compile(r"(?:#|%23|\A)b([0-9]{1,4})\.([A-Za-z0-9_-]*)(?:\.([0-9A-Za-z]*))?")

Cut = Literal["none", "format", "long", "check-missing", "check-wrong", "not-text"]
"""What is wrong with a fragment: there is none; its format is not known; it is longer than any brief; its check is missing
(it was cut), or is another one (it was cut or changed); its bytes are no text."""
CodeFault = Literal["missing", "mistyped"]


@dataclass(frozen=True)
class Fragment:
    """What was found after the `#`: the payload as far as it can be read, and what is wrong; intact where nothing is."""

    payload: str
    faults: tuple[Cut, ...]

    @property
    def intact(self) -> bool:
        """Whether it is, byte for byte, what was made."""
        return not self.faults


def check_of(data: bytes) -> str:
    """The 7 characters for these bytes."""
    value = crc32(data)
    return "".join(DIGITS[value >> (5 * place) & 31] for place in range(_PLACES - 1, -1, -1))


def code_of(data: bytes) -> str:
    """The check code for these bytes, `ABCD-EFGH`."""
    seven = check_of(data)
    return f"{seven[:4]}-{seven[4:]}{_own(seven)}"


def read_code(text: str) -> tuple[str, CodeFault | None]:
    """A code as a person may have typed it, tidied to `ABCD-EFGH`; `mistyped` where it cannot be one."""
    plain = re.sub(r"[\s\-\u2010-\u2015\uff0d]", "", text).upper().translate(_MEANT)
    if not plain:
        return "", "missing"
    if len(plain) != _PLACES + 1 or any(one not in DIGITS for one in plain):
        return plain[:20], "mistyped"
    tidy = f"{plain[:4]}-{plain[4:]}"
    return tidy, None if plain[-1] == _own(plain[:-1]) else "mistyped"


def fragment_of(payload: str) -> str:
    """`b1.<payload>.<check>`, without the `#`."""
    data = payload.encode("utf-8")
    return f"b1.{_written(data)}.{check_of(data)}"


def read_fragment(text: str) -> Fragment:
    """The first fragment in any text: an address, a sentence with one, or the fragment alone. Never raises."""
    found = _FRAGMENT.search(text.strip())
    if found is None:
        return Fragment("", ("none",))
    if found[1] != "1":
        return Fragment("", ("format",))
    if len(found[2]) > MOST_CHARACTERS:
        return Fragment("", ("long",))
    data, faults = _bytes(found[2]), list[Cut]()
    if not found[3]:
        faults.append("check-missing")
    elif found[3] != check_of(data) or _written(data) != found[2]:
        faults.append("check-wrong")
    payload = data.decode("utf-8", "replace")
    if "\ufffd" in payload and not _is_text(data):
        faults.append("not-text")
    return Fragment(payload, tuple(faults))


def _written(data: bytes) -> str:
    return urlsafe_b64encode(data).decode("ascii").rstrip("=")


def _bytes(written: str) -> bytes:
    """As many whole bytes as the characters hold; a last character that stands for none is left out."""
    plain = written[:-1] if len(written) % 4 == 1 else written
    return urlsafe_b64decode(plain + "=" * (-len(plain) % 4))


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _own(seven: str) -> str:
    return DIGITS[sum(DIGITS.index(one) * place for place, one in enumerate(seven, 1)) % 32]
