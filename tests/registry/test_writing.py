"""One code, one project, one region, one institution, as different hands write them."""

from __future__ import annotations

import pytest

from ichsite.registry.writing import code_of, same_project, same_region, same_unit


@pytest.mark.parametrize("text", ["VIII-9", "Ⅷ-9", "Ⅷ—9", "Ⅷ－９", "viii – 9", "Ⅷ‐09", " VIII·9 "])
def test_a_code_is_one(text: str) -> None:
    assert code_of(text) == "VIII-9"


@pytest.mark.parametrize("text", ["", "8-9", "XI-3", "VIII", "VIII-0", "VIII-12345", "VIII-9-1"])
def test_what_is_no_code(text: str) -> None:
    assert code_of(text) is None


@pytest.mark.parametrize(
    ("claimed", "listed", "same"),
    [
        ("浙江龙泉", "浙江省龙泉市", True),
        ("浙江省龙泉市", "浙江省龙泉市", True),
        ("龙泉", "浙江省龙泉市", True),
        ("陕西延安安塞", "陕西省安塞县", True),
        ("贵州雷山", "贵州省黔东南苗族侗族自治州雷山县", True),
        ("贵州黔东南雷山", "贵州省雷山县", True),
        ("内蒙古呼和浩特", "内蒙古自治区呼和浩特市", True),
        ("广西靖西", "广西壮族自治区靖西市", True),
        ("河北大厂", "河北省大厂回族自治县", True),
        ("北京", "北京市崇文区", True),
        ("贵州雷山", "湖南省、贵州省", True),
        ("江苏苏州", "浙江省杭州市", False),
        ("浙江温州", "浙江省龙泉市", False),
        ("山西", "山东省莱西市", False),
        ("四川布拖", "贵州省雷山县", False),
    ],
)
def test_regions(claimed: str, listed: str, same: bool) -> None:
    assert same_region(claimed, listed) is same


@pytest.mark.parametrize(
    ("claimed", "listed", "same"),
    [
        ("剪纸（安塞剪纸）", "剪纸(安塞剪纸)", True),
        ("安塞剪纸", "剪纸(安塞剪纸)", True),
        ("剪纸", "剪纸(安塞剪纸)", True),
        ("剪纸（扬州剪纸）", "剪纸(安塞剪纸)", False),
        ("龙泉青瓷", "龙泉青瓷烧制技艺", False),
        ("苏绣（示例）", "苏绣", True),
    ],
)
def test_projects(claimed: str, listed: str, same: bool) -> None:
    assert same_project(claimed, listed) is same


def test_units() -> None:
    assert same_unit("龙泉市非遗中心", "龙泉市非遗中心（市合作中心）")
    assert same_unit("市合作中心", "龙泉市非遗中心(市合作中心)")
    assert not same_unit("龙泉", "丽水市文化馆")
    assert same_unit("随便", "")
