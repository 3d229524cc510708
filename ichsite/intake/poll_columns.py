"""The columns of a table of votes: a row a voter, or a row an option with its count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, get_args

from ichsite.intake.headers import Headers, Vocabulary, find_headers, is_private
from ichsite.model.site import PollColumns
from ichsite.table.sheet import Sheet

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


_ASKS = re.compile("[?？吗呢]|哪|几|多大|多少|选|投|which|what|how|choose|vote", re.IGNORECASE)


_FIRST_ROWS = 3


def poll_headers(sheet: Sheet, own: PollColumns) -> PollHeaders | None:
    """The headers, with the one column that asks something as the option where no column is headed so: a form's column is
    headed by its question."""
    named: dict[PollField, tuple[str, ...]] = {field: getattr(own, field) for field in POLL_FIELDS}
    found = find_headers(sheet, POLLS, named)
    if found is not None and found.first("option"):
        return found
    rows = [found.texts] if found is not None else [cells for _, cells in sheet.rows[:_FIRST_ROWS]]
    for cells in rows:
        asking = [cell for cell in cells if _ASKS.search(cell) and not is_private(cell, POLLS)]
        if found is not None:
            asking = [cell for cell in asking if cell.strip() in found.dropped]
        if len(asking) == 1:
            return find_headers(sheet, POLLS, {**named, "option": (asking[0],)})
    return found
