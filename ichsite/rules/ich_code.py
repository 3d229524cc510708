"""ich-code: the code of a national project is written as on the list and belongs to the category.

Passes: `code: Ⅷ-9` (or `VIII-9`) with `category: VIII` and `level: national`.
Fails: `code: 8-9`; `code: Ⅶ-16` with `category: VIII`; a 汉服 with a code; `level: national` without a code (a warning).
Source: the national list of ICH 国家级非物质文化遗产代表性项目名录: ten categories; it has no item 汉服.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import get_args

from ichsite.assess.dossier import Dossier
from ichsite.model.craft import CATEGORY_TERMS, CategoryNumeral
from ichsite.text.diagnostic import Diagnostic, error, warning
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "ich-code"

_NUMERALS: tuple[str, ...] = get_args(CategoryNumeral)
_SIGNS = dict(zip(_NUMERALS, "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ", strict=True))
_WRITTEN = re.compile(rf"({'|'.join((*_NUMERALS, *_SIGNS.values()))})-([1-9]\d{{0,3}})")
_MEANT = re.compile(r"([IVX]+|\d{1,2})\W*([1-9]\d{0,3})")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The code of a craft, against its form, its category, its level and its title."""
    craft, path = dossier.craft.value, dossier.craft.path
    if craft.code is None:
        if craft.level == "national":
            yield warning(
                CODE,
                FieldOf(path, ("level",)),
                Words(
                    "写了国家级，却没有项目编号，读者无从核对",
                    "the level is national, but there is no code to check it by",
                ),
                Words("加上名录里的编号，如 `code: Ⅷ-9`", "add the code of the list, such as `code: Ⅷ-9`"),
            )
        return
    if "汉服" in craft.title:
        yield error(
            CODE,
            FieldOf(path, ("code",)),
            Words("国家级名录里没有“汉服”这个项目", "the national list has no item 汉服"),
            Words(
                "删掉 `code`；真正列入的工艺（如盘扣、刺绣）写在正文里",
                "remove `code`; a technique that is on the list goes into the story",
            ),
        )
    yield from _form(craft.code, craft.category, path)


def _form(code: str, category: CategoryNumeral, path: str) -> Iterator[Diagnostic]:
    found = _WRITTEN.fullmatch(code)
    if found is None:
        yield error(
            CODE,
            FieldOf(path, ("code",)),
            Words(f"`{code}` 不是国家级项目的编号", f"`{code}` is no code of a national project"),
            _meant(code),
        )
        return
    numeral = unicodedata.normalize("NFKC", found[1])
    if numeral != category:
        there, here = CATEGORY_TERMS.terms[numeral], CATEGORY_TERMS.terms[category]
        yield error(
            CODE,
            FieldOf(path, ("code",)),
            Words(
                f"编号 {code} 属于“{there}”，`category` 写的却是“{here}”",
                f"the code {code} is of category {numeral} ({there}), but `category` is {category} ({here})",
            ),
            Words("核对名录，改正其中一个", "look at the list and mend the one that is wrong"),
        )


def _meant(code: str) -> Words:
    plain = unicodedata.normalize("NFKC", code).upper().strip()
    found = _MEANT.fullmatch(plain)
    numeral = found[1] if found else ""
    if numeral.isdecimal() and 1 <= int(numeral) <= len(_NUMERALS):
        numeral = _NUMERALS[int(numeral) - 1]
    if found and numeral in _SIGNS:
        meant = f"{_SIGNS[numeral]}-{found[2]}"
        return Words(f"是不是想写 `{meant}`？", f"did you mean `{meant}`?")
    return Words(
        "写成罗马数字、半角减号、序号，如 Ⅷ-9 或 VIII-9", "write a Roman numeral, a hyphen and a number: Ⅷ-9 or VIII-9"
    )
