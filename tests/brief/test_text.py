"""The text for the chat: its layout, and that every edit of it is found."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from ichsite.brief.brief import payload_of
from ichsite.brief.code import fragment_of, read_fragment
from ichsite.brief.terms import Returns
from ichsite.brief.text import brief_text, read_text, tidy_lines
from ichsite.model.randomness import Randomness
from tests.brief.chosen import brief
from tests.brief.promised import terms

TERMS = terms()
BRIEF = brief("0a1b2c3d4e")
ADDRESS = "https://shop.example/crafts/plaque/brief/#" + fragment_of(payload_of(BRIEF))
TEXT = brief_text(BRIEF, TERMS, ADDRESS)


def test_the_layout() -> None:
    *above, link, code = TEXT.split("\n")
    assert above == [
        "【定作确认】刻字牌（元素定制）",
        "宽：36 毫米",
        "刻字：福寿 / 康宁",
        "边：宽边",
        "点彩：蓝、红",
        "参考图：2 张，另发",
        "尺寸：颈 38 厘米、腕 16 厘米",
        "选定替代：豆青",
        "备注：写给外婆，慢慢做",
        "价格：¥880–950.50",
        "到手：2026年12月20日–2027年1月8日",
        "不变：纹样正中；卷边",
        "全凭天意：梅子青 约 42%（63/150）；粉青 约 58%（87/150）",
        "修改：打样：免费可改（2 次）；描稿：付费可改 ¥50；錾刻、抛光：不可再改",
        "退货：定作，不适用七日无理由退货；做坏、与确认不符，照售后负责",
        "已知悉：时间、成色、修改、退货",
        "卖家：试作坊",
        "承诺版本：0a1b2c3d4e · 2026年11月26日",
    ]
    assert link == f"链接 {ADDRESS}"
    assert code.startswith("核对码 ")


def test_the_layout_in_english_and_without_what_is_not_there() -> None:
    few = replace(
        BRIEF, wish={"width": ("12.50",), "rim": ("gone",), "sketch": ("1",)}, alternative="", note="", price=(900, 900)
    )
    english = terms(
        language="en",
        title="Plaque",
        tier_name="Element",
        randomness=Randomness(controllability="high"),
        returns=Returns(basis="promised", days=15),
        stages=(),
        fixed_features=(),
    )
    assert brief_text(few, english, "x#b1.").split("\n")[:-2] == [
        "[Order brief] Plaque (Element)",
        "宽: 12.5 mm",
        "边: gone",
        "参考图: 1 picture, sent separately",
        "Price: CN¥9",
        "Arrives: December 20, 2026–January 8, 2027",
        "Returns: within 15 days of receipt, as the seller promises",
        "Understood: time, chance, changes, returns",
        "Sold by: 试作坊",
        "Promise version: 0a1b2c3d4e · November 26, 2026",
    ]


def test_a_text_is_read_back_out_of_a_chat() -> None:
    chat = "小满 10:21\r\n你好，我要这个：\r\n\r\n" + TEXT.replace("\n", "  \r\n\r\n ") + "\r\n收到请回复"
    read = read_text(chat)
    assert read is not None
    assert read.intact
    assert read.address == ADDRESS
    assert read_fragment(read.address).intact
    assert read.lines == tuple(line for _, line in tidy_lines(TEXT))[:-1]
    assert read_text("好的，谢谢") is None
    assert read_text("") is None


@given(st.integers(0, 2**31), st.characters(codec="utf-8"), st.sampled_from(["put", "drop", "swap"]))
def test_every_edit_of_one_character_is_found(at: int, char: str, how: str) -> None:
    at %= len(TEXT)
    edited = TEXT[:at] + {"put": char + TEXT[at], "drop": "", "swap": char}[how] + TEXT[at + 1 :]
    read = read_text(edited)
    before = read_text(TEXT)
    assert before is not None
    same = read is not None and (read.lines, read.code) == (before.lines, before.code)
    assume(not same)  # a space at a line's end, a letter of the code as people write it
    assert read is None or not read.intact


@given(st.text(max_size=200), st.integers(0, 2**31))
def test_any_text_is_read(text: str, at: int) -> None:
    at %= len(TEXT)
    for one in (text, TEXT[:at] + text + TEXT[at:], TEXT[:at] + text, text + TEXT[at:]):
        read = read_text(one)
        assert read is None or len(read.lines) == len(read.numbers)
