"""What is wrong with a brief, in words: its address, its lines, whose it is, what is missing, what cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ichsite.brief.brief import TICKS, Brief, Head, ReadBrief, Tick
from ichsite.brief.code import Fragment
from ichsite.brief.edits import Edit
from ichsite.brief.grounds import Grounds, Promised
from ichsite.brief.judged import Judged, Refused
from ichsite.brief.limit_words import SEMICOLON, as_is, joined
from ichsite.brief.text import ReadText, code_verdict, price_words
from ichsite.brief.words import brief_words
from ichsite.model.span import PriceRange
from ichsite.text.diagnostic import Diagnostic, error, warning
from ichsite.text.place import Place
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

_SAY_AGAIN = Words("请对方从页面上重新复制一份", "ask for a fresh copy from the page")


def carrier_findings(place: Place, text: ReadText | None, fragment: Fragment, read: ReadBrief) -> Iterator[Diagnostic]:
    """What is wrong with the address."""
    if "none" in fragment.faults:
        if text is None:
            yield error(
                "brief-none",
                place,
                Words("这里面没有定作确认", "there is no order brief in this"),
                Words(
                    "要整段文字、它的链接，或带二维码的图片",
                    "give the whole text, its address, or the picture with its QR code",
                ),
            )
        else:
            yield error(
                "brief-cut",
                place,
                Words(
                    "文字里没有链接，选了什么无从核对",
                    "the text has no address, so that what was chosen cannot be checked",
                ),
                _SAY_AGAIN,
            )
        return
    if {"format", "long"} & set(fragment.faults):
        yield error(
            "brief-unreadable",
            place,
            Words("这个链接不是这一版 ichsite 能读的格式", "the address is in no format that this ichsite reads"),
            Words(
                "升级 ichsite 再核对；还是读不了，就请对方重新复制",
                "update ichsite; if that is no help, ask for a fresh copy",
            ),
        )
        return
    if "check-missing" in fragment.faults:
        yield error(
            "brief-cut",
            place,
            Words(
                "链接被截断了：末尾的校验没有了，后面的选择可能也没有了",
                "the address was cut off: its check is missing, and choices before it may be",
            ),
            _SAY_AGAIN,
        )
    elif "check-wrong" in fragment.faults:
        yield error(
            "brief-changed",
            place,
            Words(
                "链接和它自己的校验对不上：被截断过，或者改过",
                "the address does not agree with its own check: it was cut or changed",
            ),
            _SAY_AGAIN,
        )
    if not read.whole or "not-text" in fragment.faults:
        zh = "、".join([*(_HEADS[one].zh for one in read.unread), *(f"第 {one} 行" for one in read.lines[:5])])
        en = ", ".join([*(_HEADS[one].en for one in read.unread), *(f"line {one}" for one in read.lines[:5])])
        yield error(
            "brief-unreadable",
            place,
            Words(
                f"链接里有读不懂的：{zh or '不是文字的字节'}",
                f"there is in the address what cannot be read: {en or 'bytes that are no text'}",
            ),
            _SAY_AGAIN,
        )


def text_findings(place: Place, text: ReadText | None, edits: tuple[Edit, ...]) -> Iterator[Diagnostic]:
    """What is wrong with the readable lines and their code."""
    for one in edits:
        where = Place(place.path, one.line)
        if not one.written:
            told = Words(f"少了一行：“{one.given}”", f"a line is gone: “{one.given}”")
        elif not one.given:
            told = Words(f"链接里没有这一行：“{one.written}”", f"the address gives no such line: “{one.written}”")
        else:
            told = Words(
                f"写的是“{one.written}”，链接里是“{one.given}”", f"it says “{one.written}”, the address “{one.given}”"
            )
        yield error(
            "brief-text-changed",
            where,
            told,
            Words(
                "以链接为准；请对方重新复制，或当面说清",
                "the address holds; ask for a fresh copy, or settle it in words",
            ),
        )
    verdict = code_verdict(text)
    if text is None or verdict in ("none", "right"):
        return
    told = {
        "missing": Words("没有核对码，改没改过看不出来", "there is no check code, so that an edit would not be seen"),
        "mistyped": Words("核对码本身抄错了", "the check code itself was mistyped"),
        "differs": Words(
            f"核对码不对：这些字应得 {text.right}，写的是 {text.code}",
            f"the check code is not that of this text: it should be {text.right}, and is {text.code}",
        ),
    }[verdict]
    yield error("brief-code", place, told, _SAY_AGAIN)


def origin_findings(place: Place, address: str, brief: Brief, grounds: Grounds) -> Iterator[Diagnostic]:
    """Whose it is: of this site, of a craft and a tier that it has, of a version that it published."""
    if "://" in address and not address.startswith(grounds.base):
        yield error(
            "brief-other-site",
            place,
            Words(
                f"这是别的网站的确认，不是 {grounds.base} 的", f"this is a brief of another site, not of {grounds.base}"
            ),
            Words("请对方从本店的页面重新选一遍", "ask for one from this shop's own pages"),
        )
    crafts = {craft for craft, _ in grounds.current}
    if brief.craft not in crafts:
        yield error(
            "brief-unknown-craft",
            place,
            Words(f"目录里没有“{brief.craft}”", f"the catalogue has no `{brief.craft}`"),
            did_you_mean(brief.craft, crafts, few=0),
        )
    elif (brief.craft, brief.tier) not in grounds.current:
        tiers = [tier for craft, tier in grounds.current if craft == brief.craft]
        yield error(
            "brief-unknown-craft",
            place,
            Words(
                f"“{brief.craft}”现在没有“{brief.tier}”这一层",
                f"`{brief.craft}` is not offered in the tier `{brief.tier}` any more",
            ),
            did_you_mean(brief.tier, tiers),
        )
    if brief.version and grounds.of(brief) is None:
        yield error(
            "brief-unknown-version",
            place,
            Words(
                f"承诺版本 {brief.version} 不在 content/promises/ 里",
                f"the promise {brief.version} is not in content/promises/",
            ),
            Words(
                "对照发布过的页面；没有发布过的承诺，不能算确认",
                "look at the published pages; what was never published is no promise",
            ),
        )


def complete_findings(place: Place, read: ReadBrief, promise: Promised | None) -> Iterator[Diagnostic]:
    """What a confirmation holds: what was ticked, the price and the window as they were told."""
    brief = read.brief
    low = promise is None or promise.terms.randomness.controllability == "low"
    missing: list[Tick] = [one for one in TICKS if one not in brief.ticks and (one != "chance" or low)]
    if missing:
        zh, en = "、".join(_TICKS[one].zh for one in missing), ", ".join(_TICKS[one].en for one in missing)
        yield error(
            "brief-incomplete",
            place,
            Words(f"没有确认：{zh}", f"not confirmed: {en}"),
            Words("请买家在页面上逐项确认后再发", "ask the buyer to confirm each on the page and send it again"),
        )
    if brief.window is None and "window" not in read.unread and promise is not None and promise.terms.stages:
        yield error(
            "brief-incomplete", place, Words("没有写到手日期", "it does not say when the piece arrives"), _SAY_AGAIN
        )
    if brief.window is not None and brief.made is not None and brief.window[0] < brief.made:
        yield error(
            "brief-incomplete",
            place,
            Words("到手日期早于确认的那天", "the piece arrives before the day of the brief"),
            _SAY_AGAIN,
        )


def price_findings(place: Place, brief: Brief, then: Judged | None, *, whole: bool) -> Iterator[Diagnostic]:
    """Whether the price that was told is what these choices cost under what was promised; where they cannot be made, or are
    not all there (`whole`), whether it lies within what was promised."""
    if then is None or brief.price is None:
        return
    terms = then.promise.terms
    exact = then.price if whole else None
    right = exact or terms.price
    told = PriceRange(lowest=brief.price[0], highest=brief.price[1])
    fits = told == right if exact is not None else right.lowest <= told.lowest <= told.highest <= right.highest
    if not fits:
        words = brief_words(terms.language, terms.currency)
        said, due = price_words(brief.price, words), price_words((right.lowest, right.highest), words)
        yield error(
            "brief-price",
            place,
            Words(f"写的是 {said}，按当时的承诺应是 {due}", f"it says {said}; by what was promised it is {due}"),
            _SAY_AGAIN,
        )


def possible_findings(place: Place, then: Judged | None, today: Judged | None) -> Iterator[Diagnostic]:
    """What the thresholds forbid: those that were promised bind; those of today are told beside them."""
    binding = then or today
    for one in binding.refused if binding is not None else ():
        yield error("brief-not-possible", place, one.refusal.what, _why(one))
    if then is None or today is None:
        return
    known = {one.refusal for one in then.refused}
    for one in today.refused:
        if one.refusal not in known:
            what = one.refusal.what
            told = Words(
                f"当时可以，如今的阈值不行：{what.zh}", f"possible as promised, not by today's thresholds: {what.en}"
            )
            yield warning("brief-not-today", place, told, _why(one))


def _why(refused: Refused) -> Words | None:
    """The reason, what the author says would do instead, and what would be possible of this wish."""
    refusal, ways = refused.refusal, [one.words for one in refused.ways]
    told = [as_is(part) for part in (refusal.reason, refusal.instead or "") if part]
    if ways:
        said = joined(SEMICOLON, ways)
        told.append(Words(f"可行的：{said.zh}", f"possible: {said.en}"))
    return joined(as_is(" "), told) if told else None


_HEADS: Mapping[Head, Words] = {
    "format": Words("格式", "the format"),
    "craft": Words("作品", "the craft"),
    "tier": Words("层级", "the tier"),
    "version": Words("承诺版本", "the version of the promise"),
    "made": Words("日期", "the day"),
    "window": Words("到手日期", "the window"),
    "price": Words("价格", "the price"),
    "ticks": Words("确认的几项", "what was confirmed"),
}
_TICKS: Mapping[Tick, Words] = {
    "time": Words("时间", "time"),
    "chance": Words("成色", "chance"),
    "revision": Words("修改", "changes"),
    "returns": Words("退货", "returns"),
}
