"""The words and the layout of the text for the chat, in Chinese and in English: one table, which the browser gets as data.

A pattern's `{name}` is filled once; what is filled in is never read as a pattern. A text that was sent is compared with what
is made of its address line by line, so a pattern that briefs have been made with stays as it is: another layout is another
format of the payload.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from ichsite.assess.verdicts import ReturnBasis
from ichsite.brief.brief import Tick
from ichsite.model.option import Unit
from ichsite.model.production import Change
from ichsite.text.words import Language


@dataclass(frozen=True)
class BriefWords:
    """How a brief is written. `money` stands before an amount (`¥`); `comma` joins values, `semicolon` parts of a line.

    `thumb` is no part of the text: the line by which its beginning is known.
    """

    language: Language
    thumb: str
    heading: str
    line: str
    comma: str
    semicolon: str
    line_end: str
    quantity: str
    units: Mapping[Unit, str]
    picture: str
    pictures: str
    alternative: str
    note: str
    price: str
    window: str
    fixed: str
    chance: str
    outcome: str
    changes: str
    change: Mapping[Change, str]
    change_cost: str
    change_percent: str
    change_times: str
    stages: str
    returns: str
    return_words: Mapping[ReturnBasis, str]
    understood: str
    ticks: Mapping[Tick, str]
    seller: str
    version: str
    link: str
    code: str
    day: str
    months: tuple[str, ...]
    money: str = ""


CHINESE = BriefWords(
    language="zh-CN",
    thumb="【定作确认】",
    heading="【定作确认】{title}（{tier}）",
    line="{label}：{value}",
    comma="、",
    semicolon="；",
    line_end=" / ",
    quantity="{value} {unit}",
    units={"mm": "毫米", "cm": "厘米", "m": "米", "g": "克", "ml": "毫升", "piece": "件", "colour": "色"},
    picture="1 张，另发",
    pictures="{count} 张，另发",
    alternative="选定替代",
    note="备注",
    price="价格",
    window="到手",
    fixed="不变",
    chance="全凭天意",
    outcome="{name} 约 {share}（{count}/{pieces}）",
    changes="修改",
    change={"free": "免费可改", "paid": "付费可改", "ask": "可商量", "none": "不可再改"},
    change_cost="{change} {cost}",
    change_percent="{change} 价格的 {percent}%",
    change_times="{change}（{times} 次）",
    stages="{stages}：{change}",
    returns="退货",
    return_words={
        "made-to-order": "定作，不适用七日无理由退货；做坏、与确认不符，照售后负责",
        "seven-days": "收货后七日内可无理由退货",
        "promised": "卖家承诺收货后 {days} 日内可退",
    },
    understood="已知悉",
    ticks={"time": "时间", "chance": "成色", "revision": "修改", "returns": "退货"},
    seller="卖家",
    version="承诺版本",
    link="链接",
    code="核对码",
    day="{year}年{month}{day}日",
    months=tuple(f"{month}月" for month in range(1, 13)),
)

ENGLISH = BriefWords(
    language="en",
    thumb="[Order brief]",
    heading="[Order brief] {title} ({tier})",
    line="{label}: {value}",
    comma=", ",
    semicolon="; ",
    line_end=" / ",
    quantity="{value} {unit}",
    units={"mm": "mm", "cm": "cm", "m": "m", "g": "g", "ml": "ml", "piece": "pcs", "colour": "colours"},
    picture="1 picture, sent separately",
    pictures="{count} pictures, sent separately",
    alternative="Chosen instead",
    note="Note",
    price="Price",
    window="Arrives",
    fixed="Stays as it is",
    chance="Left to chance",
    outcome="{name} about {share} ({count}/{pieces})",
    changes="Changes",
    change={"free": "free", "paid": "paid", "ask": "ask first", "none": "no more"},
    change_cost="{change} {cost}",
    change_percent="{change} {percent}% of the price",
    change_times="{change} ({times} times)",
    stages="{stages}: {change}",
    returns="Returns",
    return_words={
        "made-to-order": "made to order, outside the seven-day return; what is faulty or not as confirmed is made good",
        "seven-days": "within seven days of receipt, without a reason",
        "promised": "within {days} days of receipt, as the seller promises",
    },
    understood="Understood",
    ticks={"time": "time", "chance": "chance", "revision": "changes", "returns": "returns"},
    seller="Sold by",
    version="Promise version",
    link="Link",
    code="Check code",
    day="{month} {day}, {year}",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
)
_ALL: Mapping[Language, BriefWords] = {"zh-CN": CHINESE, "en": ENGLISH}


@lru_cache(16)
def brief_words(language: Language, currency: str) -> BriefWords:
    """The words of a language, with the currency's sign as the site writes it."""
    from babel.numbers import format_currency

    written = format_currency(0, currency, "¤#,##0", locale=language.replace("-", "_"), currency_digits=False)
    return replace(_ALL[language], money=written.rstrip("0"))


def filled(pattern: str, **parts: object) -> str:
    """The pattern with its `{name}`s filled in, as the browser fills them."""
    return re.sub(r"\{([a-z]+)\}", lambda found: str(parts[found[1]]), pattern)
