"""The columns of a table of ideas: a form's answers, exported comments of a stream or a film."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, get_args

from ichsite.intake.headers import Headers, Vocabulary
from ichsite.model.site import IdeaColumns

IdeaField = Literal["consent", "submitted", "number", "platform", "craft", "words", "buyer"]
IDEA_FIELDS: tuple[IdeaField, ...] = get_args(IdeaField)
IdeaHeaders = Headers[IdeaField]

_USUAL: Mapping[IdeaField, tuple[str, ...]] = {
    "consent": ("公开昵称", "愿意署名", "同意署名", "是否署名", "公开署名", "署名", "愿意具名", "may we name you", "credit me", "name me"),
    "submitted": ("提交时间", "提交答卷时间", "填写时间", "答题时间", "发布时间", "发送时间", "评论时间", "弹幕时间", "创建时间", "日期", "时间", "submitted", "timestamp", "time", "date"),
    "number": ("序号", "编号", "no.", "response id"),
    "platform": ("平台", "渠道", "来源平台", "platform", "channel"),
    "craft": ("作品", "款式", "工艺", "商品", "产品", "哪一件", "craft", "piece", "product"),
    "words": ("想法", "点子", "建议", "留言", "弹幕内容", "弹幕", "评论内容", "评论", "心愿", "愿望", "需求", "想要什么", "内容", "idea", "wish", "suggestion", "comment", "message"),
    "buyer": ("昵称", "称呼", "用户名", "nickname", "display name", "user name"),
}  # fmt: skip
_PRIVATE = re.compile(
    r"(?:用户|买家|会员|观众|粉丝|评论|弹幕|作者|抖音|快手|小红书|b站)\s*(?:id|号|编号|主页|头像)|\buid\b|头像|主页|链接|点赞|回复数|时长|所用时间"
)
IDEAS = Vocabulary[IdeaField](
    _USUAL, exact=frozenset({"number", "submitted", "platform"}), alone="words", private=_PRIVATE
)


def own_idea_columns(own: IdeaColumns) -> dict[IdeaField, tuple[str, ...]]:
    """The headers that the site names, by field."""
    return {field: getattr(own, field) for field in IDEA_FIELDS}
