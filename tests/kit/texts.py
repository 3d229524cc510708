"""Texts that are hard to count and to cut: clusters, Han, words, marks; and what tells whether a cut broke one."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

FAMILY = "👩‍👩‍👧"
FLAG = "🇨🇳"
HEART = "❤️"
KEYCAP = "1️⃣"
HAND = "👍🏽"
ACCENT = "e\u0301"
STACKED = "a\u0300\u0323"
CLUSTERS = (FAMILY, FLAG, HEART, KEYCAP, HAND, ACCENT, STACKED, "𠮷", "が", "한")

words = st.sampled_from(("celadon", "vase", "the", "kiln", "decides", "café", "don't"))
han = st.text(st.sampled_from("青瓷花瓶龙泉窑火釉色梅子粉豆天月白秘"), min_size=1, max_size=9)
numbers = st.sampled_from(("24–39 天", "0.5 毫米", "¥1,280", "412 件", "1:30"))
marks = st.sampled_from(
    (
        "。",
        "，",
        "；",
        "！",
        "？",
        "：",
        "、",
        ". ",
        ", ",
        "; ",
        "……",
        "”",
        "）",
        "》",
        "“",
        "（",
        " ",
        "!\u0301",
        "。\ufe0f",
    )
)
clusters = st.sampled_from(CLUSTERS)
prose = st.lists(st.one_of(words, han, numbers, marks, clusters), max_size=24).map("".join)


def breaks(text: str, at: int) -> str:
    """What a cut at `at` would break, in a word; empty where nothing. Written apart from what it checks."""
    if at <= 0 or at >= len(text):
        return ""
    before, after = text[at - 1], text[at]
    if unicodedata.category(after)[0] == "M" or after in "\u200d\u200c" or before == "\u200d":
        return "a cluster"
    if 0x1F3FB <= ord(after) <= 0x1F3FF:
        return "a skin tone"
    if _is_regional(before) and _is_regional(after):
        return "a flag"
    if before.isalnum() and after.isalnum():
        return "a word"
    inner = before.isdigit() and after in ".,:–" and text[at + 1 : at + 2].isdigit()
    if inner or (before in ".,:–" and after.isdigit()):
        return "a number"
    return ""


def _is_regional(char: str) -> bool:
    return 0x1F1E6 <= ord(char) <= 0x1F1FF
