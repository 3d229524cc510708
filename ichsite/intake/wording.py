"""When two wordings say the same: a plain key for the same words, a looser one with its pieces for nearly the same.

What changes a wish is no matter of likeness: numbers, a “no”, colours, animals, and the catalogue's own words keep two
wordings apart however alike the rest is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from ichsite.intake.quantities import number_said

_ALIKE = 0.6
"""Of the pairs of characters of both, so many are shared by two wordings of one wish."""
_NOT_NO = re.compile("能不能|可不可以|可不可|要不要|有没有|是不是|行不行|好不好|会不会|想不想|不错|没问题|不好意思")
_FILLING = re.compile(
    "我|俺|咱们?|大家|主播|老板|亲|请问|请|麻烦|希望|建议|觉得|感觉|最好|想要|想|要|来|做|出|弄|搞|整|可以|能|会|应该|能否|"
    "一个|一只|一件|一款|个|只|件|款|的话|的|地|得|了|吗|嘛|么|呢|呀|啊|阿|吧|哦|噢|喔|哇|啦|哈|呵|嘿|嗯|哎|唉|诶|额|"
    "有|是|就|都|也|还|再|这|那|和|跟|与"
)
_NO = re.compile("不|别|没|无|勿|非|莫")
_ONE = re.compile("一(?=[个只件款把条张块下点起样定直些])")
_NUMBER = re.compile(r"\d+(?:\.\d+)?|[〇零一二两三四五六七八九十百千半]+")
_KINDS = re.compile(
    "[红橙黄绿青蓝靛紫黑白灰粉金银铜棕褐米]|[鼠牛虎兔龙蛇马羊猴鸡狗猪猫鱼鸟鹤凤蝶]|[大小高矮长短宽窄厚薄深浅圆方]"
)
_NOTHING = re.compile(r"[哈呵嘿嘻啊哦嗯好赞牛喔哇噢额来]*|\d*|(.)\1*")
"""Laughter, applause, a number, one character over and over."""


@dataclass(frozen=True)
class Wording:
    """A wording in its plain forms.

    `key` is the same for the same words in other blanks, signs, width or emoji; `pieces` are the pairs of characters
    without what fills a sentence; `telling` must be the same for two wordings to be one wish.
    """

    key: str
    pieces: frozenset[str]
    telling: tuple[str, ...]


def key_of(text: str) -> str:
    """The letters and digits of a text, in one width and case: no blanks, signs or emoji."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalnum, plain))


def says_nothing(key: str) -> bool:
    """Whether a key is no wish: empty, one character, digits, laughter, one character over and over."""
    return len(key) < 2 or _NOTHING.fullmatch(key) is not None


def wording_of(key: str, own: Collection[str] = ()) -> Wording:
    """The wording of a key; `own` are the words of the catalogue that it holds."""
    telling, pieces = _forms(key)
    return Wording(key, pieces, (*telling, *sorted(own)))


def pieces_of(text: str) -> frozenset[str]:
    """The pieces of a text, as a wording has them."""
    return _forms(key_of(text))[1]


@lru_cache(maxsize=32_768)
def _forms(key: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """What must be the same for one wish, and the pieces. One wording is looked at more than once in an import."""
    plain = _NOT_NO.sub("", key)
    no = len(_NO.findall(plain)) % 2
    counted = _ONE.sub("", plain)
    telling = (
        *(["no"] * no),
        *sorted(str(number_said(one)) for one in _NUMBER.findall(counted)),
        *sorted(set(_KINDS.findall(plain))),
    )
    bare = _NUMBER.sub("#", counted)
    short = _FILLING.sub("", bare) or bare
    return telling, frozenset(short[at : at + 2] for at in range(len(short) - 1)) or frozenset((short,))


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of pieces are of nearly the same words."""
    shared = len(one & other)
    return shared >= _ALIKE * (len(one) + len(other) - shared)


def telling_pieces(pieces: frozenset[str], rarity: dict[str, int]) -> list[str]:
    """The rarest pieces, at least one of which any set that is `alike` has too (the prefix of a similarity join)."""
    ranked = sorted(pieces, key=lambda piece: (rarity.get(piece, 0), piece))
    # a set that shares less than this many cannot be alike
    needed = -(-len(ranked) * 6 // 10)
    return ranked[: len(ranked) - needed + 1]
