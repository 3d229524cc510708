"""The words that a search index is made of, and the one way in which texts and queries are made alike.

`static/js/search_index.js` does the same to what a reader types; `tests/browser/test_finding.py` holds both
against each other over generated texts. A run of Chinese is its pairs of characters and its last character
(`青瓷瓶`: 青瓷, 瓷瓶, 瓶), so that every two-character word is one term and a single character is the
beginning of some term. Words in letters and digits are terms as they are, found by their beginning.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

_HAN = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
_LETTERS = "0-9a-z\u00df-\u00f6\u00f8-\u024f\u0370-\u1fff"
_RUN = re.compile(f"([{_HAN}]+)|[{_LETTERS}]+")
_SPOKEN = re.compile("[\u3007\u3400-\u9fff]+")
_ACCENTS = re.compile("[\u0300-\u036f]")
_LONGEST_WORD = 32

SPOKEN_MARK = "'"
"""Stands before a term that is pinyin: no text has it inside a word."""
SPOKEN_SYLLABLES = 6
"""So many syllables of pinyin are kept from each character on."""


def folded(text: str) -> str:
    """A text as it is searched: one width, no accents, small letters. The same as `fold` in `search_index.js`."""
    if text.isascii():
        return text.lower()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).lower().replace("ς", "σ")
    return unicodedata.normalize("NFKC", bare)


def terms_of(text: str) -> dict[str, None]:
    """The terms of a text, each once, in the order in which they stand."""
    terms: dict[str, None] = {}
    for run in _RUN.finditer(folded(text)):
        word = run[0]
        if run[1] is None:
            terms[word[:_LONGEST_WORD]] = None
        else:
            terms.update(dict.fromkeys(first + second for first, second in pairwise(word)))
            terms[word[-1]] = None
    return terms


def spoken_terms(text: str) -> dict[str, None]:
    """The pinyin of a short text from each character on, in full and as initials: 青瓷 gives `'qingci`, `'qc`, `'ci`."""
    terms: dict[str, None] = {}
    for run in _SPOKEN.findall(folded(text)):
        syllables = list(_syllables(run))
        for at in range(len(syllables)):
            ahead = syllables[at : at + SPOKEN_SYLLABLES]
            spoken = "".join(ahead)
            terms[SPOKEN_MARK + spoken] = None
            if "v" in spoken:  # 绿 is typed `lv`, and written `lü`, which folds to `lu`
                terms[SPOKEN_MARK + spoken.replace("v", "u")] = None
            if len(ahead) > 1:
                terms[SPOKEN_MARK + "".join(one[0] for one in ahead)] = None
    return terms


def _syllables(run: str) -> Iterator[str]:
    from pypinyin import lazy_pinyin

    yield from (syllable for syllable in lazy_pinyin(run, errors="ignore") if syllable)
