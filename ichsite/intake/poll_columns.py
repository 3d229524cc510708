"""The columns of a table of votes: a row a voter, or a row an option with its count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, get_args

from ichsite.intake.headers import Headers, Vocabulary, is_private
from ichsite.model.site import PollColumns

PollField = Literal["votes", "submitted", "number", "platform", "option", "voter"]
POLL_FIELDS: tuple[PollField, ...] = get_args(PollField)
PollHeaders = Headers[PollField]

_USUAL: Mapping[PollField, tuple[str, ...]] = {
    "votes": ("票数", "得票数", "得票", "投票数", "小计", "人数", "次数", "votes", "count", "number of votes"),
    "submitted": ("提交时间", "提交答卷时间", "填写时间", "答题时间", "投票时间", "创建时间", "统计时间", "日期", "时间", "submitted", "timestamp", "time", "date"),
    "number": ("序号", "编号", "no.", "response id"),
    "platform": ("平台", "渠道", "来源平台", "platform", "channel"),
    "option": ("选项", "您的选择", "你的选择", "选择", "投票选项", "投票", "选哪", "喜欢哪", "option", "choice", "vote", "answer"),
    "voter": ("昵称", "称呼", "用户名", "nickname", "display name", "user name"),
}  # fmt: skip
_PRIVATE = re.compile(
    r"(?:用户|买家|会员|观众|粉丝|作者|投票人)\s*(?:id|号|编号|主页|头像)|\buid\b|头像|主页|链接|投票人|比例|占比|百分|所用时间"
)
POLLS = Vocabulary[PollField](
    _USUAL, exact=frozenset({"number", "submitted", "platform", "votes"}), alone="option", private=_PRIVATE
)


def own_poll_columns(own: PollColumns) -> dict[PollField, tuple[str, ...]]:
    """The headers that the site names, by field."""
    return {field: getattr(own, field) for field in POLL_FIELDS}


_ASKS = re.compile("[?？吗呢]|哪|几|多大|多少|选|投|which|what|how|choose|vote", re.IGNORECASE)


def with_asked(headers: PollHeaders) -> PollHeaders:
    """The headers with the one column that asks something as the option, where no column is headed so: a form's column is
    headed by its question."""
    if headers.first("option"):
        return headers
    asking = [one for one in headers.dropped if _ASKS.search(one) and not is_private(one, POLLS)]
    if len(asking) != 1:
        return headers
    column = next(at for at, one in enumerate(headers.texts, 1) if one.strip() == asking[0])
    dropped = tuple(one for one in headers.dropped if one != asking[0])
    return replace(headers, columns={**headers.columns, "option": (column,)}, dropped=dropped)
