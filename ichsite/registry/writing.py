"""Variants of writing: one project, one region, one institution as different hands write them."""

from __future__ import annotations

import re
import unicodedata

_DASHES = re.compile(r"\s*[-‐‑‒–—―−~～_·.]+\s*")
_CODE = re.compile(r"(I|II|III|IV|V|VI|VII|VIII|IX|X)-0*([1-9]\d{0,3})")
_PEOPLES = (
    "壮|回|苗|藏|彝|侗|瑶|白|傣|黎|羌|满|蒙古|维吾尔|哈萨克|朝鲜|土家|布依|哈尼|傈僳|佤|拉祜|水|纳西|景颇|土|达斡尔|仫佬|布朗|撒拉|"
    "毛南|仡佬|锡伯|阿昌|普米|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|东乡|柯尔克孜|塔吉克|畲|高山|各"
)
_AUTONOMY = re.compile(rf"(?:(?:{_PEOPLES})族|维吾尔|哈萨克|蒙古(?=自治[州县]))*自治[区州县旗]|特别行政区|地区")
_ENDS = re.compile("[省市县区旗盟]")
_BRACKETS = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)$")
_SHORTEST_PART = 4


def plain(text: str) -> str:
    """The text without width, blanks and kinds of quotes: what a person would call the same."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s“”\"'‘’《》·]", "", folded).replace("〔", "(").replace("〕", ")")


def code_of(text: str) -> str | None:
    """A code as the site's own file has it, `VIII-9`, of `Ⅷ—9`, `viii-9`, `Ⅷ－９`; None for what is none."""
    found = _CODE.fullmatch(_DASHES.sub("-", unicodedata.normalize("NFKC", text).strip().upper()))
    return f"{found[1]}-{found[2]}" if found else None


def names_of(project: str) -> frozenset[str]:
    """The names by which a project goes: whole, without its bracket, and what stands in the bracket."""
    whole = plain(project)
    found = _BRACKETS.search(whole)
    return frozenset({whole, whole[: found.start()], found[1]} - {""}) if found else frozenset({whole})


def same_project(claimed: str, listed: str) -> bool:
    """Whether a page's project is one of the list: `剪纸` is `剪纸(安塞剪纸)`, and so is `安塞剪纸`."""
    mine, theirs = plain(claimed), plain(listed)
    return mine == theirs or mine in names_of(listed) or ("(" not in theirs and theirs in names_of(claimed))


def same_region(claimed: str, listed: str) -> bool:
    """Whether a page's region can be that of the list: `浙江龙泉` is `浙江省龙泉市`; one may say more than the other,
    as `陕西延安安塞` of `陕西省安塞县`."""
    mine = _region(claimed)
    return any(_is_of(mine, _region(one)) for one in re.split("[、,，;；]", listed))


def same_unit(claimed: str, listed: str) -> bool:
    """Whether two names of an institution are one: what stands in brackets is another name of it."""
    mine, theirs = plain(claimed), plain(listed)
    if not theirs:
        return True
    if mine == theirs or names_of(claimed) & names_of(listed):
        return True
    shorter, longer = sorted((mine, theirs), key=len)
    return len(shorter) >= _SHORTEST_PART and shorter in longer


def _is_of(mine: str, theirs: str) -> bool:
    if not mine or not theirs or mine in theirs:
        return True
    return mine[:2] == theirs[:2] and (_within(mine, theirs) or _within(theirs, mine))


def _region(text: str) -> str:
    return _ENDS.sub("", _AUTONOMY.sub("", plain(text)))


def _within(inner: str, outer: str) -> bool:
    """Whether all characters of `inner` stand in `outer` in their order."""
    left = iter(outer)
    return all(char in left for char in inner)
