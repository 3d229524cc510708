"""Short codes: four characters that a host can spell aloud and a viewer can type, each given once and for ever.

Of characters that look alike one at most is in the alphabet (0 o; 1 l i j; 2 z; 5 s; 6 8 b; 9 g q; u v; h n r), and
of those that sound alike when they are spelled one by one, in Chinese or in English (b p d t; m n; f s; 6 9; 1 e;
2 r). A code begins with a letter and has a digit: it is no word and no number.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from hashlib import blake2b

LETTERS, DIGITS = "acefhkmtuwxy", "2378"
ALPHABET = LETTERS + DIGITS
LENGTH = 4
_TRIES = 400
"""There are 28,416 codes of four characters; where two of three are in use, four hundred tries fail once in 10⁷⁰."""


def code_for(kind: str, id: str, taken: Container[str]) -> str:
    """The code of an item: the first of a row that only its kind and id decide, that is not taken."""
    return next(code for code in _row(kind, id) if code not in taken)


def _row(kind: str, id: str) -> Iterator[str]:
    length = LENGTH
    while True:
        for number in range(_TRIES):
            digest = blake2b(f"{kind}\0{id}\0{number}".encode(), digest_size=16).digest()
            code = _spelled(int.from_bytes(digest, "big"), length)
            if code[0] in LETTERS and any(char in DIGITS for char in code):
                yield code
        length += 1


def _spelled(number: int, length: int) -> str:
    chars: list[str] = []
    for _ in range(length):
        number, at = divmod(number, len(ALPHABET))
        chars.append(ALPHABET[at])
    return "".join(chars)
