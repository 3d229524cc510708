"""A table of deliveries to begin with: its headers, and above them what goes into it, for who keeps it.

It has a mark of UTF-8, without which spreadsheets on Chinese Windows take it for GBK.
"""

from __future__ import annotations

import codecs

from ichsite.text.words import Language, Words

FOLDER = "content/deliveries"
HEADERS = Words("作品,层级,承诺最早,承诺最晚,到手", "craft,tier,promised from,promised to,delivered")
_NOTES = (
    Words(
        "交付记录：一单一行，当时答应买家哪天到手、实际哪天到手。迟到的也要写，只记准时的没人信。",
        "Deliveries: one order a row, the days that were promised and the day on which it arrived. Late ones too: a record of "
        "nothing but punctual orders is no record.",
    ),
    Words(
        "作品写标题、文件夹名或 id；层级写 element、function、deep，或元素定制、功能定制、深度定制；日期写 2026-09-20。",
        "craft is its title, its folder or its id; tier is element, function or deep; a day is 2026-09-20.",
    ),
    Words(
        "承诺的两天抄定作确认上的“到手”，不要事后照实际改；到手是买家签收的那天。",
        "The days promised are those of the order brief, and are never mended afterwards; delivered is the day on which the buyer signed.",
    ),
    Words(
        "不能有任何个人信息：姓名、电话、地址、订单号、备注都不要，多一列整份表都不收。",
        "Nothing personal: no names, telephones, addresses, order numbers or notes; with one more column the table is refused.",
    ),
    Words(
        "例：青瓷花瓶,功能定制,2026-08-20,2026-09-01,2026-08-29（井号开头的这几行可以留着）",
        "Such as: celadon-vase,function,2026-08-20,2026-09-01,2026-08-29 (these lines with a # may stay)",
    ),
)


def deliveries_path(year: int) -> str:
    """Where the table of a year lies."""
    return f"{FOLDER}/{year}.csv"


def deliveries_file(language: Language) -> bytes:
    """The table without a row, in a language."""
    lines = [*(f"# {note.said(language)}" for note in _NOTES), HEADERS.said(language)]
    return codecs.BOM_UTF8 + ("\n".join(lines) + "\n").encode()
