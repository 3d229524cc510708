"""The terms that people use most: the catalogue's own words, and what else recurs, two to four characters long.

No dictionary is asked. A piece of a sentence counts where enough people wrote it, unless a longer piece says it nearly as
often; words that hold a sentence together part the pieces.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ichsite.intake.wording import key_of

_LONGEST = 4
_FEWEST = 3
"""What fewer people wrote is no term."""
_CONTAINED = 0.7
"""A piece that a longer one holds so often is a part of it."""
_MOST = 30
_PARTS = re.compile(
    "[^\u3400-\u4dbf\u4e00-\u9fff]+|想要|希望|能不能|可不可以|可以|有没有|是不是|建议|觉得|感觉|喜欢|麻烦|请问|一定|一下|一点|一些|一样|一起|这个|那个|"
    "什么|怎么|多少|如果|因为|所以|但是|还是|或者|时候|已经|我们|你们|他们|大家|自己|主播|老板|老师|"
    "[我你您他她它们的地得了着过吗嘛么呢呀啊吧哦噢哇啦哈呵嘿嗯哎是就都也很太更最还再又在于和跟与及或把被让给对从到向为以而且之其个只件款条张块把一不没别想要能会可应该请来去做有上下里外中这那些]"
)


@dataclass(frozen=True)
class Term:
    """A term and how many statements have it; `ours` is a word of the catalogue."""

    text: str
    count: int
    ours: bool = False


class CatalogueWords:
    """The words of the catalogue, found in a text by their first two characters."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_first: defaultdict[str, list[str]] = defaultdict(list)
        self._held: dict[str, tuple[str, ...]] = {}
        for word in sorted({key_of(one) for one in words if len(key_of(one)) >= 2}, key=lambda one: (-len(one), one)):
            self._by_first[word[:2]].append(word)

    def found(self, key: str) -> tuple[str, ...]:
        """The words in a key, each once, the longest at each place."""
        if key not in self._held:
            self._held[key] = tuple(dict.fromkeys(self._found(key)))
        return self._held[key]

    def _found(self, key: str) -> Iterator[str]:
        at = 0
        while at < len(key) - 1:
            word = next((one for one in self._by_first.get(key[at : at + 2], ()) if key.startswith(one, at)), None)
            if word is not None:
                yield word
            at += len(word) if word is not None else 1


def frequent_terms(keys: Sequence[str], words: CatalogueWords) -> tuple[Term, ...]:
    """The most frequent terms of the keys of many statements, the most frequent first."""
    ours: Counter[str] = Counter()
    pieces: Counter[str] = Counter()
    for key in keys:
        ours.update(words.found(key))
        pieces.update(set(_pieces(key)))
    found = [Term(word, count, ours=True) for word, count in ours.items() if count >= 2]
    found += [Term(piece, count) for piece, count in _whole(pieces).items() if piece not in ours]
    return tuple(sorted(found, key=lambda one: (-one.count, -len(one.text), one.text))[:_MOST])


def _pieces(key: str) -> Iterator[str]:
    for part in _PARTS.split(key):
        for length in range(2, min(_LONGEST, len(part)) + 1):
            for at in range(len(part) - length + 1):
                yield part[at : at + length]


def _whole(pieces: Counter[str]) -> dict[str, int]:
    """The pieces that enough people wrote, without those that are parts of longer ones."""
    frequent = {piece: count for piece, count in pieces.items() if count >= _FEWEST}
    parts = {
        piece[at : at + length]
        for piece, count in frequent.items()
        for length in range(2, len(piece))
        for at in range(len(piece) - length + 1)
        if frequent.get(piece[at : at + length], 0) * _CONTAINED <= count
    }
    return {piece: count for piece, count in frequent.items() if piece not in parts}
