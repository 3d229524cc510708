"""A small list for tests, in the shape in which the national list is handed around; its facts are invented but for codes."""

from __future__ import annotations

ITEMS: list[dict[str, object]] = [
    {
        "project_code": "VIII-9", "project_name": "龙泉青瓷烧制技艺", "category": "传统技艺", "batch_no": 1, "publish_year": 2006,
        "entry_type": "new", "region_raw": "浙江省龙泉市", "province": "浙江省", "protection_unit": "龙泉示例中心（示例分中心）",
    },
    {
        "project_code": "VIII-40", "project_name": "苗族银饰锻制技艺", "category": "传统技艺", "batch_no": 1, "publish_year": 2006,
        "region_raw": "贵州省雷山县", "protection_unit": "雷山示例中心",
    },
    {
        "project_code": "VIII-40", "project_name": "银饰制作技艺(彝族银饰制作技艺)", "batch_no": 2, "publish_year": 2008,
        "category": "传统技艺", "region_raw": "四川省布拖县", "protection_unit": "布拖示例馆",
    },
]  # fmt: skip
PEOPLE: list[dict[str, object]] = [
    {
        "name": "叶示例",
        "project_code": "VIII-9",
        "project_name": "龙泉青瓷烧制技艺",
        "category": "传统技艺",
        "province": "浙江省",
        "batch_no": 3,
        "publish_year": 2009,
    },
]
