"""What changed between two versions of a promise, in words: `macros/promises.html` for a terminal and for JSON.

The words are the theme's own; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ichsite.assess.counting import plain
from ichsite.brief.changes import Change, changes
from ichsite.brief.clause import Part, What
from ichsite.brief.figure import (
    BoundFigure,
    Figure,
    PriceFigure,
    ShareFigure,
    SizeFigure,
    SpanFigure,
    TermFigure,
)
from ichsite.brief.limit_words import COLON, COMMA, UNITS, as_is, filled, joined, limit_words
from ichsite.brief.terms import Terms, offer_of
from ichsite.brief.text import per_cent, price_words
from ichsite.brief.words import CHINESE, ENGLISH, brief_words
from ichsite.model.offer import Offer
from ichsite.text.words import Words


@dataclass(frozen=True)
class ToldChange:
    """A change in words: what is otherwise (`about`), how it was and how it is, and all of it in a line."""

    change: Change
    about: Words
    before: Words
    after: Words

    @property
    def line(self) -> Words:
        """`修改规则：描稿：可否修改：付费可改 → 不可再改`."""
        part = PARTS[self.change.part]
        return joined(COLON, (part, self.about, joined(_ARROW, (self.before, self.after))))


def told_changes(old: Terms, new: Terms) -> tuple[ToldChange, ...]:
    """Everything that is otherwise in `new`, in words; empty where both promise the same."""
    then, now = offer_of(old), offer_of(new)
    return tuple(
        ToldChange(
            one,
            _about(one),
            _side(one.before, then, one, missing=one.came is True),
            _side(one.after, now, one, missing=one.came is False),
        )
        for one in changes(old, new)
    )


def _about(one: Change) -> Words:
    if one.what == "there":
        return as_is(one.of) if one.of else A_LIMIT
    return joined(COLON, (as_is(one.of), WHATS[one.what])) if one.of else WHATS[one.what]


def _side(figures: tuple[Figure, ...], offer: Offer, one: Change, *, missing: bool) -> Words:
    if missing:
        return NOT_THERE
    return joined(COMMA, (_said(figure, offer, one.what) for figure in figures)) if figures else THERE


def _said(figure: Figure, offer: Offer, what: What) -> Words:
    if isinstance(figure, PriceFigure):
        span = figure.range.lowest, figure.range.highest
        sign = "+" if what in ("adds", "adds-each") else ""
        zh, en = (price_words(span, brief_words(one.language, figure.currency)) for one in (CHINESE, ENGLISH))
        return Words(sign + zh, sign + en)
    if isinstance(figure, SpanFigure):
        lowest, highest = figure.days.lowest, figure.days.highest
        count = str(lowest) if lowest == highest else f"{lowest}–{highest}"
        pattern = WORKING if figure.of == "working" else DAYS
        return filled(pattern[0 if highest == 1 else 1], count=count)
    if isinstance(figure, SizeFigure):
        return _size(figure, what)
    if isinstance(figure, TermFigure):
        return _term(figure)
    if isinstance(figure, ShareFigure):
        said = filled(SHARE, count=str(figure.count), of=str(figure.of))
        share = per_cent((2000 * figure.count + figure.of) // (2 * figure.of)) if figure.of else ""
        return Words(f"{said.zh}（{share}）", f"{said.en} ({share})") if share else said
    if isinstance(figure, BoundFigure):
        return limit_words(figure.limit, offer)
    return as_is(figure.words)


def _size(figure: SizeFigure, what: What) -> Words:
    lowest, highest = plain(figure.lowest), plain(figure.highest)
    number = ("±" if what == "tolerance" else "") + (lowest if lowest == highest else f"{lowest}–{highest}")
    if figure.unit == "percent":
        return as_is(f"{number}%")
    if figure.unit == "piece" and figure.word:
        return as_is(f"{number} {figure.word}")
    if figure.unit is not None:
        unit = UNITS[figure.unit]
        return Words(f"{number} {unit.zh}", f"{number} {unit.en}")
    if what in ("inspection", "right"):
        return filled(DAYS[0 if highest == "1" else 1], count=number)
    return as_is(number)


def _term(figure: TermFigure) -> Words:
    if figure.group == "month":
        return Words(*(one.months[int(figure.key) - 1] for one in (CHINESE, ENGLISH)))
    return TERMS[figure.group][figure.key]


_ARROW = Words(" → ", " → ")
NOT_THERE, THERE = Words("没有", "not there"), Words("有", "there")
A_LIMIT = Words("一条搭配规则", "A limit")
ONLY_WRITTEN = Words("只改了写法。", "Only how it is written changed.")
SHARE = Words("%(of)s 件里有 %(count)s 件", "%(count)s of %(of)s")
DAYS = (Words("%(count)s 天", "%(count)s day"), Words("%(count)s 天", "%(count)s days"))
WORKING = (
    Words("%(count)s 个工作日", "%(count)s working day"),
    Words("%(count)s 个工作日", "%(count)s working days"),
)
PARTS: Mapping[Part, Words] = {
    "price": Words("价格", "Price"),
    "options": Words("能改什么", "What can be changed"),
    "limits": Words("搭配规则", "What goes together"),
    "wishes": Words("常问的愿望", "Wishes answered"),
    "fixed": Words("不变之处", "What never changes"),
    "days": Words("工期", "Days"),
    "revisions": Words("修改规则", "Changing your mind"),
    "chance": Words("成色", "Chance"),
    "returns": Words("退货与售后", "Returns and after-sale"),
    "hands": Words("谁来做", "By whose hand"),
    "names": Words("名称", "Names"),
}
WHATS: Mapping[What, Words] = {
    "there": Words("有没有", "there"),
    "price": Words("价格", "price"),
    "making": Words("做法", "how it is made"),
    "master": Words("传承人参与", "the master's part"),
    "name": Words("名称", "name"),
    "range": Words("范围", "how far"),
    "step": Words("每档", "step"),
    "adds": Words("加价", "adds"),
    "adds-each": Words("每档加价", "each adds"),
    "at-most": Words("最多几项", "how many"),
    "required": Words("必选", "must be chosen"),
    "ask": Words("须先问", "to be asked first"),
    "measure": Words("尺寸", "size"),
    "scripts": Words("文字", "scripts"),
    "height": Words("最小字高", "least height"),
    "colour": Words("颜色", "colour"),
    "tolerance": Words("误差", "tolerance"),
    "note": Words("说明", "note"),
    "reason": Words("原因", "reason"),
    "verdict": Words("答复", "answer"),
    "shipping": Words("路上", "on the way"),
    "working": Words("工作日", "working days"),
    "waiting": Words("等候", "then waiting"),
    "who": Words("谁做", "who"),
    "season": Words("季节", "season"),
    "confirms": Words("确认什么", "what is confirmed"),
    "change": Words("可否修改", "may it be changed"),
    "change-cost": Words("修改费用", "what a change costs"),
    "corrections": Words("含修改次数", "corrections included"),
    "control": Words("可控性", "controllability"),
    "by": Words("因何不定", "by what chance"),
    "share": Words("出现", "came out"),
    "sample": Words("统计范围", "counted among"),
    "outside": Words("落在此外时", "when it comes out otherwise"),
    "right": Words("退货权", "return right"),
    "inspection": Words("验收期", "inspection"),
    "repair": Words("修理", "repair"),
    "remake": Words("重做", "made again"),
    "price-cut": Words("减价", "price cut"),
    "cancelling": Words("取消", "cancelling"),
    "hand": Words("手工还是机器", "by hand or machine"),
    "title": Words("作品名", "title"),
    "tier": Words("层级名", "tier"),
    "seller": Words("卖家", "seller"),
}
TERMS: Mapping[str, Mapping[str, Words]] = {
    "making": {
        "made-to-order": Words("定作", "made to order"),
        "ready-made": Words("现货", "ready-made"),
        "one-off": Words("孤品现货", "one-off, ready-made"),
    },
    "verdict": {
        "can": Words("可以", "Yes"),
        "cannot": Words("不可以", "No"),
        "ask": Words("先问", "Ask first"),
    },
    "actor": {
        "master": Words("师傅", "master"),
        "workshop": Words("作坊", "workshop"),
        "customer": Words("买家", "customer"),
        "partner": Words("外协", "partner"),
    },
    "season": {
        "best": Words("最宜", "best in"),
        "only": Words("只能在", "only in"),
    },
    "change": {
        "free": Words("免费可改", "Free"),
        "paid": Words("付费可改", "Paid"),
        "ask": Words("可商量", "Ask"),
        "none": Words("不可再改", "No more"),
    },
    "control": {
        "high": Words("可控", "Controlled"),
        "low": Words("不可全控", "Partly chance"),
    },
    "by": {
        "none": Words("无", "none"),
        "firing": Words("烧成", "firing"),
        "dyeing": Words("染色", "dyeing"),
        "other": Words("其他", "other"),
    },
    "return": {
        "made-to-order": Words("定作，不适用七日无理由退货", "Made to order: outside the seven-day return"),
        "seven-days": Words("七日无理由退货", "Seven-day return"),
        "promised": Words("店家承诺的退货期", "A longer return, promised by the seller"),
    },
    "hand": {
        "hand": Words("手工", "By hand"),
        "machine": Words("机器", "By machine"),
        "both": Words("机器辅助手工", "By hand, helped by a machine"),
    },
    "script": {
        "han": Words("汉字", "Chinese characters"),
        "latin": Words("拉丁字母", "Latin letters"),
        "digits": Words("数字", "digits"),
        "punctuation": Words("标点", "punctuation"),
    },
    "yes-no": {
        "yes": Words("是", "yes"),
        "no": Words("否", "no"),
    },
}
