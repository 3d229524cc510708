"""The columns of a table of showcases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from ichsite.intake.headers import Headers, Vocabulary
from ichsite.model.site import IntakeColumns

Field = Literal[
    "consent", "received", "submitted", "order", "number", "photos", "craft", "tier", "title", "words", "buyer"
]
FIELDS: tuple[Field, ...] = get_args(Field)
ShowcaseHeaders = Headers[Field]

_USUAL: Mapping[Field, tuple[str, ...]] = {
    "consent": ("是否同意公开", "同意公开", "授权公开", "是否授权", "同意展示", "授权", "consent", "permission", "may we show"),
    "received": ("收货日期", "收货时间", "收到日期", "签收日期", "签收时间", "收到时间", "received", "delivery date"),
    "submitted": ("提交时间", "提交答卷时间", "填写时间", "答题时间", "提交日期", "创建时间", "submitted", "timestamp", "submission date"),
    "order": ("订单编号", "订单号", "order id", "order number", "order no"),
    "number": ("序号", "编号", "no.", "response id", "respondent"),
    "photos": ("照片", "图片", "实物图", "上传图", "晒图", "photos", "photo", "pictures", "picture", "images"),
    "craft": ("作品", "工艺", "商品", "产品", "款式", "craft", "piece", "product"),
    "tier": ("档位", "定制层级", "层级", "定制档", "tier"),
    "title": ("标题", "title"),
    "words": ("评价", "感受", "留言", "心得", "晒单", "想说的话", "review", "words", "feedback", "comment"),
    "buyer": ("昵称", "称呼", "署名", "nickname", "display name", "signed"),
}  # fmt: skip
SHOWCASES = Vocabulary(_USUAL, many=frozenset({"photos"}), exact=frozenset({"number", "tier", "title"}))
"""A form asks for one photograph at a time."""


def own_columns(own: IntakeColumns) -> dict[Field, tuple[str, ...]]:
    """The headers that the site names, by field."""
    return {field: getattr(own, field) for field in FIELDS}
