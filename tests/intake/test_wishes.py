"""What is made of wishes before they are ideas: private data taken out, the same said once, numbers understood, thresholds."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from ichsite.decode.source import SourceFile, read_record
from ichsite.intake import grouping
from ichsite.intake.grouping import grouped
from ichsite.intake.quantities import number_said, quantities
from ichsite.intake.redaction import redacted
from ichsite.intake.spoken_crafts import SpokenCrafts
from ichsite.intake.terms import CatalogueWords, frequent_terms
from ichsite.intake.threshold_marks import Offered, threshold_marks
from ichsite.intake.wording import alike, key_of, says_nothing
from ichsite.text.address import Slug
from tests.sites_support import BASE, SITES

PRIVATE = """
13800138000 | 138-0013-8000 | 138 0013 8000 | 1 3 8 0 0 1 3 8 0 0 0 | １３８００１３８０００ | 138，0013，8000
+86 138 0013 8000 | 0086-13800138000 | 一三八零零一三八零零零 | 幺三八 零零一三 八零零零 | l38oo138ooo | 1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣
13\u200b800138000 | 0578-7123456 | (0578)7123456 转 801 | ０５７８－７１２３４５６ | 010 8888 6666 | 400-800-8820 | +1 415 555 2671
加微信 abc_123456 | 微信号：xiaozhou88 | vx: hello-world1 | ➕V qingci2026 | 薇信xiao_zhou | wxid_a1b2c3d4 | QQ 12345678 | 扣扣：８８６６５５２
抖音号 dy_xiaozhou | ID：88a77b66 | 用户12345 | someone@example.com | some.one＠example．com | someone (at) example.com
330102199003071234 | 33010219900307123X | ３３０１０２１９９００３０７１２３４ | 330102 19900307 1234 | 6222 0212 3456 7890 123 | E12345678 | 浙A12345
订单号 A20261001 | 订单号：SF-88 | SF1234567890 | 收件人：张小明 | @小舟 | https://v.example.com/u/abc
浙江省龙泉市剑池街道中山路12号3幢501室 | 杭州市西湖区文三路 12 号 | 文三路十二号 | 3栋2单元501室 | 12 West Lake Road
"""
KEPT = """
想要30厘米高的花瓶，口径40-110毫米 | 20×30厘米，2026年10月1日 | 1、想要花瓶 2、要刻字 3、12cm | 能不能做 100 个 8cm 的杯子
3号釉，12号色 | 刻“二〇二六年十月一日” | 微信里看到的，微信支付可以吗 | 价格 1000-2000 元 | 村里一座桥 | 用户名字刻上去 | 五个人、一平方厘米
"""


def _each(text: str) -> list[str]:
    return [one.strip() for one in re.split(r" \| |\n", text.strip())]


@pytest.mark.parametrize("before", ["", "想要花瓶，", "a "])
def test_whatever_tells_who_somebody_is_goes_and_wishes_stay(before: str) -> None:
    for one in _each(PRIVATE):
        found = redacted(f"{before}{one}，谢谢", "〔〕")
        left = found.text.replace("〔〕", "").replace(before, "", 1)
        assert found.taken, one
        assert not re.search(r"\d{3}|[A-Za-z]{3}|小明|小舟|路|室|一三八|浙", left), (one, found.text)
        assert "谢谢" in left and found.text.startswith(before[:2])
    for one in _each(KEPT):
        assert redacted(one).text == one and not redacted(one).taken


def test_a_long_cell_costs_no_more_than_its_length() -> None:
    """Each would take minutes where a form is tried again from every character of a run."""
    for one in ("1-", "a.", "a@", "一", "路", "1 ", "微信", "中山路"):
        redacted(one * (30_000 // len(one)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("30 厘米", [("length", 300, 300)]),
        ("三寸", [("length", 100, 100)]),
        ("１㎝", [("length", 10, 10)]),
        ("1cm²", [("area", 100, 100)]),
        ("一平方厘米", [("area", 100, 100)]),
        ("一米五", [("length", 1500, 1500)]),
        ("1米65", [("length", 1650, 1650)]),
        ("半米", [("length", 500, 500)]),
        ("2 metres", [("length", 2000, 2000)]),
        ("一件半米高", [("count", 1, 1), ("length", 500, 500)]),
        ("20-30厘米", [("length", 200, 300)]),
        ("20×30cm", [("length", 200, 200), ("length", 300, 300)]),
        ("不超过50厘米", [("length", 0, 500)]),
        ("四十个字", [("letters", 40, 40)]),
        ("五种颜色", [("colours", 5, 5)]),
        ("全家四口人", [("count", 4, 4)]),
        ("第三个", []),
        ("3天 100元 3号", []),
    ],
)
def test_sizes_as_people_write_them(text: str, found: list[tuple[str, int, int]]) -> None:
    assert [(one.family, round(one.least), round(one.most)) for one in quantities(text)] == found


def test_han_numerals() -> None:
    said = {"十二": 12, "一百二": 120, "一百零二": 102, "两千五": 2500, "二〇二六": 2026, "四十": 40}
    assert {text: number_said(text) for text in said} == said and number_said("好") is None


@dataclass(frozen=True)
class _Said:
    words: str
    craft: str | None = None

    @property
    def key(self) -> str:
        return key_of(self.words)


def groups(*words: str) -> list[list[str]]:
    return [[one.leader.words, *(other.words for other in one.others)] for one in grouped([_Said(one) for one in words], lambda _key: ())]  # fmt: skip


def test_what_says_the_same_is_one_wish_and_what_differs_in_what_matters_is_not() -> None:
    same = ("想要带龙纹的花瓶", "我想要一个带龙纹的花瓶！", "想要带龙纹的花瓶呀😊", "想要 带龙纹 的花瓶。")
    (one,) = groups(*same)
    assert one[0] == same[0] and len(one) == 3  # blanks and signs make no other wording
    assert len(groups("花瓶口收小一点吧，插一两枝不会倒", "希望花瓶口能收小一点，插一两枝花不会倒")) == 1
    for first, second in (
        ("想要30厘米的花瓶", "想要50厘米的花瓶"),
        ("想要红色的青瓷花瓶送妈妈", "想要蓝色的青瓷花瓶送妈妈"),
        ("这个位置可以刻字", "这个位置可以不刻字"),
        ("花瓶口再大一点就好", "花瓶口再小一点就好"),
        ("银牌上刻一只兔子送女儿", "银牌上刻一只老虎送女儿"),
    ):
        assert len(groups(first, second)) == 2, (first, second)
    assert len(groups("想要30厘米的花瓶", "想要三十厘米的花瓶", "想要３０厘米花瓶")) == 1


def test_the_order_of_rows_changes_no_group() -> None:
    words = ["带龙纹花瓶", "带龙纹的花瓶", "口收小一点", "口收小一点点", "刻名字", "带龙纹的大花瓶", "口收小一点"]
    assert sorted(map(sorted, groups(*words))) == sorted(map(sorted, groups(*reversed(words))))


def test_grouping_compares_few_of_many(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def counting(one: frozenset[str], other: frozenset[str]) -> bool:
        nonlocal compared
        compared += 1
        return alike(one, other)

    monkeypatch.setattr(grouping, "alike", counting)
    many = [f"想要一个{chr(0x4E00 + at)}{chr(0x5E00 + at * 7 % 900)}纹的花瓶送给{chr(0x6E00 + at * 3 % 800)}先生" for at in range(1500)]  # fmt: skip
    groups(*many, *many)
    assert compared < 40 * len(many)


def test_laughter_and_numbers_are_no_wish() -> None:
    assert all(says_nothing(key_of(one)) for one in ("666", "哈哈哈哈", "好", "。。。", "😊😊", "啊啊啊", "1"))
    assert not any(says_nothing(key_of(one)) for one in ("刻字", "要大的", "a cup"))


def test_terms_are_counted_by_who_says_them() -> None:
    said = ["想要缠枝莲纹的花瓶花瓶花瓶", "缠枝莲纹好看", "缠枝莲纹做在肩上", "花瓶口小一点", "花瓶要能插枝"]
    told = {
        one.text: (one.count, one.ours) for one in frequent_terms(list(map(key_of, said)), CatalogueWords(["花瓶"]))
    }
    assert told["花瓶"] == (3, True) and told["缠枝莲纹"] == (3, False) and "枝莲" not in told


def test_a_craft_is_known_by_the_end_of_its_title() -> None:
    spoken = SpokenCrafts({"vase": "龙泉青瓷花瓶", "plaque": "手工银牌", "screen": "苏绣座屏", "carved": "木雕座屏"})
    assert spoken.named(key_of("想要一个花瓶")) == ("vase",) and spoken.named(key_of("座屏太大")) == (
        "screen",
        "carved",
    )
    assert spoken.named(key_of("苏绣座屏太大")) == ("screen",) and spoken.named(key_of("好看")) == ()


def offered(path: str, slug: str) -> Offered:
    data = (SITES.parents[1] / path / slug / "customization.yaml").read_bytes()
    record, _ = read_record(SourceFile("customization", f"content/crafts/{slug}/customization.yaml", Slug(slug), data))
    assert record is not None
    return Offered(slug, slug, record.value.offers)


@pytest.mark.parametrize(
    ("slug", "wish", "named"),
    [
        ("celadon-vase", "想要５０厘米高的花瓶", "height"),
        ("celadon-vase", "想要30厘米高的花瓶", None),
        ("celadon-vase", "口径一厘米", "mouth"),
        ("celadon-vase", "插50枝花", "stems"),
        ("celadon-vase", "放在一米二的桌子上", None),
        ("celadon-vase", "不超过50厘米高", None),
        ("silver-plaque", "刻四十个字", "words"),
        ("silver-plaque", "刻十个字", None),
        ("silver-plaque", "全家五口人的脸都刻上", "faces"),
        ("silver-plaque", "宽12毫米，刻3张脸", "faces"),  # each can be had, both together cannot
        ("silver-plaque", "宽40毫米，刻2张脸", None),
        ("batik-scarf", "角上写“张小明”", "initials"),
        ("batik-scarf", "角上写“ZXM”", None),
        ("batik-scarf", "要五种颜色", "blue"),
        ("hanfu-everyday", "衣长两米", "measurements.back-length"),
        ("boxwood-ornament", "做一件半米高的", "height"),
    ],
)
def test_a_wish_is_held_against_options_and_limits(slug: str, wish: str, named: str | None) -> None:
    marks = threshold_marks(wish, [offered("content/crafts", slug)])
    options = [one.option for one in marks if one.option is not None]
    assert options[:1] == ([] if named is None else [named])
    assert all(one.reason and one.what.zh and one.what.en for one in marks)


@pytest.mark.parametrize(
    ("slug", "wish", "ways"),
    [
        ("celadon-vase", "想要５０厘米高的花瓶", ["“瓶高” 420 毫米"]),
        ("silver-plaque", "刻四十个字", ["“背面刻的字”最多 28 个字"]),
        ("silver-plaque", "宽12毫米，刻3张脸", ["“牌宽”至少 36 毫米，可容 3 张", "“刻几张脸”最多 1 张"]),
        ("hanfu-everyday", "衣长两米", ["“身量·衣长（后领中到下摆）” 76 厘米"]),
        ("silver-plaque", "全家五口人的脸都刻上", ["“刻几张脸” 3 张"]),
        ("batik-scarf", "要五种颜色", []),
    ],
)
def test_a_mark_says_what_would_be_possible(slug: str, wish: str, ways: list[str]) -> None:
    marks = threshold_marks(wish, [offered("content/crafts", slug)])
    assert marks and [one.zh for one in marks[0].ways] == ways
    assert len([one.en for one in marks[0].ways]) == len(ways)


def test_a_wish_that_is_answered_already_and_one_that_another_craft_takes() -> None:
    plaque, vase = offered("content/crafts", "silver-plaque"), offered("content/crafts", "celadon-vase")
    (mark,) = threshold_marks("能不能在一平方厘米的银牌上刻全家福呀", [plaque])
    assert "全家福" in mark.what.zh and mark.tier == "deep"
    assert threshold_marks("想要4厘米宽的", [plaque, vase]) == ()
    assert offered(str(BASE.relative_to(SITES.parents[1]) / "content/crafts"), "vase").offers
