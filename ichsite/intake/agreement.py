"""What a buyer agreed to, read from the question and the answer; never more than was said."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from ichsite.model.scope import Scope

_SCOPES: tuple[tuple[Scope, str], ...] = (
    ("words", "文字|评价|感受|留言|words|review|text"),
    ("pictures", "照片|图片|图|pictures?|photos?|images?"),
    ("portrait", "肖像|人像|露脸|出镜|本人|portrait|face"),
    ("name", "昵称|称呼|署名|名字|nickname|name"),
    ("elsewhere", "(?:其他|其它|别的|第三方)(?:网站|站点|平台|地方)|他处|转载|elsewhere|other (?:web)?sites"),
)
_NO = re.compile(r"不|否|勿|别|拒|没有|\bno\b|\bnot\b|\bnever\b|\bdecline\b|n't\b|^[nx✗×]$")
_YES = re.compile(r"同意|愿意|可以|授权|允许|是|好|行|✓|√|\byes\b|\bagree\b|\bi do\b|\bok\b|^y$|\btrue\b|\b1\b")
_NO_BUT_YES = re.compile("不介意|没问题|没意见|不反对|没关系|no problem|don't mind|do not mind")
_CLAUSE = re.compile(r"[,，;；、。.!！\n┋|]|但|\bbut\b")


@dataclass(frozen=True)
class Answer:
    """`yes` with its scope, `no`, or `unclear`."""

    said: Literal["yes", "no", "unclear"]
    scope: tuple[Scope, ...] = ()


def understood(question: str, answer: str, plain_yes: tuple[Scope, ...]) -> Answer:
    """The answer to a question such as `是否同意公开`; `plain_yes` is what a yes covers that names nothing.

    What the answer names counts; else what the question names; a clause with a “no” in it takes away what it names,
    and a “no” that names nothing is a “no” to all.
    """
    given: list[Scope] = []
    refused: list[Scope] = []
    agreed = declined = False
    for clause in _CLAUSE.split(_NO_BUT_YES.sub("同意", _plain(answer))):
        if not clause.strip():
            continue
        named = _named(clause)
        if _NO.search(clause):
            refused += named
            declined |= not named
        elif named or _YES.search(clause):
            given += named
            agreed = True
    if declined:
        return Answer("no")
    if not agreed:
        return Answer("no") if refused else Answer("unclear")
    scope: list[Scope] = given or _named(_plain(question)) or list(plain_yes)
    left: tuple[Scope, ...] = tuple(one for one in dict.fromkeys(scope) if one not in refused)
    return Answer("yes", left) if left else Answer("no")


def _named(text: str) -> list[Scope]:
    return [scope for scope, words in _SCOPES if re.search(words, text)]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
