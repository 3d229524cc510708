"""Where a text may end early."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ichsite.kit.cutting import ELLIPSIS, cut_to
from tests.kit.texts import ACCENT, FAMILY, FLAG, HEART, breaks, prose


def cut(text: str, most: int) -> str:
    return cut_to(text, lambda start: len(start) <= most)


@pytest.mark.parametrize(
    ("text", "most", "said"),
    [
        ("出什么看什么，逐只验水、记数；可以按口径订瓶。", 16, "出什么看什么，逐只验水、记数…"),
        ("出什么看什么，逐只验水、记数；可以按口径订瓶。", 14, "出什么看什么…"),
        ("出什么看什么，逐只验水、记数；可以按口径订瓶。", 6, ""),
        ("一窑四种青。颜色只收意愿。", 12, "一窑四种青。"),
        ("一窑四种青没有停顿的一句长话", 9, ""),
        ("四样小件：窗花、桌旗、布袋", 9, ""),
        ("他说“好。”然后开窑。", 8, "他说“好。”"),
        ("他说“好。”然后开窑。", 5, ""),
        ("The kiln decides, not the picture.", 20, "The kiln decides…"),
        ("The kiln decides, not the picture.", 12, "The kiln…"),
        ("It arrives in 24 days or so", 16, "It arrives…"),
        ("Within 0.5 mm. Or less.", 15, "Within 0.5 mm."),
        ("Within 0.5 mm. Or less.", 9, ""),
        (f"青瓷{FAMILY}，梅子{FLAG}，粉青", 10, f"青瓷{FAMILY}…"),
        ("好！\u0301真好，", 3, ""),
        (f"caf{ACCENT} au lait", 9, f"caf{ACCENT} au…"),
        (f"爱{HEART}，爱{HEART}。", 5, f"爱{HEART}…"),
    ],
)
def test_a_cut(text: str, most: int, said: str):
    assert cut(text, most) == said


@given(prose, st.integers(0, 60))
def test_a_cut_breaks_nothing(text: str, most: int):
    short = cut(text, most)
    assert len(short) <= most
    if not short:
        return
    kept = short.removesuffix(ELLIPSIS) if not text.startswith(short) else short
    assert text.startswith(kept)
    assert not breaks(text, len(kept)), (short, text)
    assert kept.strip()


@given(st.text(max_size=40), st.integers(0, 30))
def test_any_text_can_be_cut(text: str, most: int):
    assert len(cut(text, most)) <= most
