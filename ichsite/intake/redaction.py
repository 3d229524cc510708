"""What tells who somebody is, taken out of a text before anything else sees it: numbers, mailboxes, accounts, addresses.

Nothing here decides whether a number is somebody's: whatever has the form of one goes, for a wish loses little by it. The
shape of each form follows how it is written in comments, also by people who hide it from a platform's filter: full-width
digits, Han numerals, blanks, dashes, dots and keycaps between the digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ichsite.text.unseen import UNSEEN
from ichsite.text.words import Words

Secret = Literal["phone", "number", "mail", "account", "home", "person", "link"]
SECRETS: Mapping[Secret, Words] = {
    "phone": Words("电话", "telephone numbers"),
    "number": Words("证件号、单号之类的长号码", "long numbers, as of identity cards and orders"),
    "mail": Words("邮箱", "e-mail addresses"),
    "account": Words("微信号、QQ、账号", "accounts and ids"),
    "home": Words("住址", "postal addresses"),
    "person": Words("@到的人、收件人", "people named with an @ or as addressees"),
    "link": Words("链接", "links"),
}
MARKS: Mapping[str, str] = {"zh-CN": "〔已隐去〕", "en": "[taken out]"}
"""What stands in the place, by the site's language."""

_GAP = r"[\s\-—–－_.·•*~/\\\u200b-\u200f\u2060\ufe0f\u20e3]{0,3}"
"""What people put between two digits."""
_PART = r"[\s\-—–－_.·•*~/\\,，、()（）\u200b-\u200f\u2060\ufe0f\u20e3]{0,3}"
"""What they put between two groups of digits."""
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_WORD = r"A-Za-z0-9_\-"
_SAYS = r"[\s:：=＝是为叫加我的号码\"“]{0,6}"

_MOBILE = re.compile(
    rf"(?<!\d)(?:(?:\+|00)?{_GAP}8{_GAP}6{_PART})?"
    rf"(?:1{_GAP}[3-9](?:{_GAP}\d){{9}}|1[3-9]\d{_PART}\d{{4}}{_PART}\d{{4}}|1[3-9]\d{{3}}{_PART}\d{{6}})(?!\d)"
)
_PHONES = (
    _MOBILE,
    re.compile(
        rf"(?<!\d)[(（]?0\d{{2,3}}[)）]?{_PART}\d{{3,4}}{_GAP}\d{{4}}(?:{_PART}(?:转|ext\.?){_PART}\d{{1,6}})?(?!\d)"
    ),
    re.compile(rf"(?<!\d)[48]00{_GAP}\d{{3,4}}{_GAP}\d{{3,4}}(?!\d)"),
    re.compile(rf"\+{_GAP}\d{{1,3}}(?:{_PART}\d){{6,14}}(?!\d)"),
    re.compile(
        rf"(?:电\s?话|座机|手机|手机号|联系我|致电|\btel\b|\bphone\b|\bmobile\b){_SAYS}\+?\d(?:{_PART}\d){{4,15}}",
        re.IGNORECASE,
    ),
)
_NUMBERS = (
    re.compile(rf"(?<![{_WORD}])[A-Za-z]{{0,8}}[-_]?\d{{7,}}[{_WORD}]*"),
    re.compile(r"\d{7,}[Xx×]?"),
    re.compile(r"(?<!\d)\d(?:[\s\-—–_.]{0,2}\d){14,18}[Xx×]?(?!\d)"),
    re.compile(
        rf"(?:订单|单|运单|快递|物流|取件|会员|卡|身份证|护照|证件)(?:编)?(?:号码|号|码){_SAYS}[{_WORD}]*\d[{_WORD}]*"
    ),
    re.compile(rf"\border\s*(?:no\.?|number|id|#){_SAYS}[{_WORD}]*\d[{_WORD}]*", re.IGNORECASE),
    re.compile(
        r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]\s?[·.]?\s?[A-Z0-9]{5,6}(?![A-Za-z0-9])"
    ),
)
_MAILS = (
    re.compile(
        r"(?<![\w.+-])[\w.+-]{1,64}\s{0,2}(?:@|[(\[（]at[)\]）]|\sat\s|\s艾特\s)\s{0,2}[\w-]+(?:\s{0,2}(?:[.。]|\sdot\s)\s{0,2}[A-Za-z]{2,})+",
        re.IGNORECASE | re.ASCII,
    ),
)
_ACCOUNTS = (
    re.compile(
        rf"(?:微\s?信|薇\s?信|威\s?信|徽\s?信|微(?=\s*[:：号])|薇(?=\s*[:：号])|卫星|wechat|weixin|(?<![a-z])(?:vx|wx|wexin|v信)|加\s?v|[+➕]\s?v|(?<![a-z])v(?=\s*[:：]))"
        rf"{_SAYS}(?:id)?{_SAYS}[A-Za-z0-9][A-Za-z0-9_-]{{3,29}}",
        re.IGNORECASE,
    ),
    re.compile(rf"(?:扣扣|企鹅|(?<![a-z])qq?(?![a-z]))(?:群)?{_SAYS}\d(?:{_GAP}\d){{4,11}}", re.IGNORECASE),
    re.compile(r"wxid_[A-Za-z0-9_-]+|sec_?uid\W{0,3}[\w-]+|open_?id\W{0,3}[\w-]+", re.IGNORECASE),
    re.compile(
        rf"(?:抖音|快手|小红书|淘宝|旺旺|微博|哔哩哔哩|b站|支付宝|陌陌|闲鱼|拼多多|ins(?:tagram)?|telegram|whatsapp|line)\s?(?:号|id|uid|账号|帐号|账户|名)"
        rf"{_SAYS}[{_WORD}.]{{3,40}}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:账号|帐号|账户|用户名|(?<![a-z])u?id(?![a-z])|用户)\s*(?:id|号|#|[:：=])*\s*[A-Za-z0-9_-]*\d[{_WORD}]{{2,}}",
        re.IGNORECASE,
    ),
)
_DOOR = r"(?:号楼|号院|号|弄|栋|幢|座|楼|层|单元|室|户)"
_HOUSE = r"(?:\d{1,5}|[一二三四五六七八九十百〇零]{1,5}|[A-Za-z])"
_HOMES = (
    re.compile(
        rf"(?:[{_HAN}]{{2,3}}(?:省|自治区))?(?:[{_HAN}]{{2,4}}市)?(?:[{_HAN}]{{1,4}}(?:区|县|旗))?(?:[{_HAN}]{{1,6}}(?:镇|乡|街道))?"
        rf"[{_HAN}]{{1,6}}?(?:路|街|大道|道|巷|弄|胡同|小区|新村|花园|公寓|大厦|广场|家园|社区|苑|坊|村|里|镇|乡)(?:[东西南北中]?[{_HAN}]?段)?[,，\s]{{0,2}}"
        rf"(?:(?:\d{{1,5}}|[A-Za-z])\s?(?:-\d{{1,4}})?{_DOOR}|{_HOUSE}\s?(?:号楼|号院|号|弄|栋|幢))(?:[\s,，-]{{0,2}}{_HOUSE}?\s?{_DOOR}){{0,5}}(?:[\s-]{{0,2}}\d{{1,5}}(?:室|号)?)?"
    ),
    re.compile(
        r"(?<!\d)\d{1,3}\s?(?:栋|幢|号楼|座)\s?(?:[A-Za-z\d一二三四五六七八九]{1,2}\s?单元)?\s?\d{2,4}(?:室|号|户)?"
    ),
    re.compile(r"(?:\d{1,2}|[一二三四五六七八九])\s?单元\s?\d{2,4}(?:室|号|户)?|(?<!\d)\d{3,4}\s?室"),
    re.compile(
        r"\b\d{1,5}[A-Za-z]?,?\s+(?:[A-Z][\w.']*\s+){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way)\b\.?"
    ),
)
_PEOPLE = (
    re.compile(rf"(?:收件人|收货人|联系人|真实姓名|姓名|本名){_SAYS}[{_HAN}·]{{2,4}}"),
    re.compile(r"@[\w.·\-]{1,30}"),
    re.compile(r"^\s*回复\s*@?[^\s:]{1,20}\s*:"),
)
_LINKS = (re.compile(rf"(?:https?://|www\.)[^\s,;)\]，。；、）】{_HAN}]+", re.IGNORECASE),)
_DIGITS = re.compile(r"\d")
_NUMERALS = str.maketrans("〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖OoIl", "001234567891" + "123456789" + "0011")
_ANY = re.compile("")
_FORMS: tuple[tuple[Secret, re.Pattern[str], int, tuple[re.Pattern[str], ...]], ...] = (
    ("link", re.compile("http|www", re.IGNORECASE), 0, _LINKS),
    ("mail", re.compile("@|at|艾特", re.IGNORECASE), 0, _MAILS),
    ("phone", _ANY, 5, _PHONES),
    ("account", re.compile("信|微|薇|卫星|wechat|weixin|[vwq]|扣|企鹅|号|账|帐|id|用户|[音手书宝旺博站]名", re.IGNORECASE), 0, _ACCOUNTS),
    ("number", _ANY, 1, _NUMBERS),
    ("home", re.compile(r"[\dA-Za-z一二三四五六七八九十百〇零]\s?(?:-\d{1,4})?[号弄栋幢座楼层单室户]|\d[A-Za-z]?,?\s+[A-Z]"), 0, _HOMES),
    ("person", re.compile("@|人|名|回复"), 0, _PEOPLE),
)  # fmt: skip
"""By kind what a text must hold, and how many digits, for its forms to be tried at all."""


@dataclass(frozen=True)
class Redacted:
    """A text without what was taken out, and how often what was."""

    text: str
    taken: tuple[tuple[Secret, int], ...] = ()


@lru_cache(maxsize=1024)  # platforms, answers and the like are the same in many rows
def redacted(text: str, mark: str = MARKS["zh-CN"]) -> Redacted:
    """The text with `mark` in the place of whatever tells who somebody is; invisible characters go without a mark."""
    if not text:
        return Redacted("")
    text = UNSEEN.sub("", text)
    spans = _joined(sorted(_spans(text)))
    if not spans:
        return Redacted(text)
    parts: list[str] = []
    at = 0
    counted: dict[Secret, int] = {}
    for start, found, kind in spans:
        tail = _TAIL.match(text, found)
        end = tail.end() if tail is not None else found
        parts += [text[at:start], mark]
        counted[kind] = counted.get(kind, 0) + 1
        at = end
    return Redacted("".join((*parts, text[at:])), tuple(counted.items()))


def _spans(text: str) -> Iterator[tuple[int, int, Secret]]:
    plain = text if text.isascii() else text.translate(_NARROW)
    digits = len(_DIGITS.findall(plain))
    for kind, needed, fewest, patterns in _FORMS:
        if digits >= fewest and needed.search(plain):
            for pattern in patterns:
                yield from _found(pattern, plain, kind)
    if len(_SPOKEN.findall(plain)) >= _FEWEST_SPOKEN:
        spoken = plain.translate(_NUMERALS)
        yield from _found(_MOBILE, spoken, "phone")
        yield from _found(_LONG_RUN, spoken, "number")


def _found(pattern: re.Pattern[str], text: str, kind: Secret) -> Iterator[tuple[int, int, Secret]]:
    for found in pattern.finditer(text):
        yield found.start(), found.end(), kind


_LONG_RUN = re.compile(r"\d{10,}[Xx]?")
_SPOKEN = re.compile("[0-9〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖OoIl]")
_FEWEST_SPOKEN = 10
_TAIL = re.compile("[\ufe0f\u20e3]*")


class _Narrow(dict[int, int]):
    """Full-width letters, digits and signs as plain ones, each in its place, so that no position moves; filled as it is
    asked."""

    def __missing__(self, code: int) -> int:
        wide = unicodedata.normalize("NFKC", chr(code))
        self[code] = ord(wide) if len(wide) == 1 and wide.isascii() else code
        return self[code]


_NARROW = _Narrow()


def _joined(spans: list[tuple[int, int, Secret]]) -> list[tuple[int, int, Secret]]:
    """Spans that meet as one, of the kind of the first."""
    found: list[tuple[int, int, Secret]] = []
    for start, end, kind in spans:
        if found and start <= found[-1][1]:
            before = found[-1]
            found[-1] = (before[0], max(before[1], end), before[2])
        else:
            found.append((start, end, kind))
    return found
