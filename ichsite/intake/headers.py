"""Which column of a form's table holds what: the site's own headers first, then the usual ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from ichsite.model.site import IntakeColumns
from ichsite.table.sheet import Row, Sheet

Field = Literal[
    "consent", "received", "submitted", "order", "number", "photos", "craft", "tier", "title", "words", "buyer"
]
FIELDS: tuple[Field, ...] = get_args(Field)
"""In the order in which a header is tried: one that asks for consent may name photographs too."""
MANY: frozenset[Field] = frozenset({"photos"})
"""What may have several columns: a form asks for one photograph at a time."""

USUAL: Mapping[Field, tuple[str, ...]] = {
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
_PRIVATE = re.compile(
    "手机|电话|联系方式|邮箱|邮件|地址|身份证|证件|微信|qq|openid|用户id|姓名|真名|收件人|收货人|银行|账号|ip|phone|mobile|e-?mail|address|full name|passport"
)
"""What a header must not name to be taken for what it seems: such a column is read only where site.yaml names it."""
_NUMBERED = re.compile(r"^(?:第?\s*\d{1,3}\s*题?|q\s*\d{1,3}|[一二三四五六七八九十]{1,3})\s*[、.．:：)）_-]\s*")
_HINT = re.compile(r"[(（\[【](?:必填|选填|单选|多选|可多选|required|optional)[^)）\]】]*[)）\]】]|[*:：?？\s]+$")
_SEARCHED_ROWS = 10
_LONGEST_HEADER = 60


@dataclass(frozen=True)
class Headers:
    """The row of the headers, the columns of each field (from 1), and the headers that are not read at all."""

    row: int
    texts: Row
    columns: Mapping[Field, tuple[int, ...]]
    dropped: tuple[str, ...]

    def first(self, field: Field) -> int:
        """The field's column; 0 where there is none."""
        return self.columns.get(field, (0,))[0]

    def value(self, cells: Row, field: Field) -> str:
        """What a row says in a field, trimmed; empty where there is no such column."""
        column = self.first(field)
        return cells[column - 1].strip() if 0 < column <= len(cells) else ""

    def repeats(self, cells: Row) -> bool:
        """Whether a row is the headers once more, as in tables that were pasted together."""
        used = [column for columns in self.columns.values() for column in columns]
        return all(
            column <= len(cells) and cells[column - 1].strip() == self.texts[column - 1].strip() for column in used
        )


def find_headers(sheet: Sheet, own: IntakeColumns) -> Headers | None:
    """The headers among the first rows: the row with the most known ones; None where no row has two of them."""
    found = [_headers(number, cells, own) for number, cells in sheet.rows[:_SEARCHED_ROWS]]
    best = max(found, key=lambda one: len(one.columns), default=None)
    return best if best is not None and len(best.columns) >= 2 else None


def plain_header(text: str) -> str:
    """A header without its number, its hints, letter case and width: `3、您的评价（必填）：` is `您的评价`."""
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    plain = _NUMBERED.sub("", plain)
    before = ""
    while before != plain:
        before, plain = plain, _HINT.sub("", plain).strip()
    return plain


def _headers(number: int, cells: Row, own: IntakeColumns) -> Headers:
    plain = [plain_header(cell) for cell in cells]
    columns: dict[Field, list[int]] = {}
    taken: set[int] = set()

    def take(field: Field, column: int) -> None:
        if column not in taken and (field in MANY or field not in columns):
            columns.setdefault(field, []).append(column)
            taken.add(column)

    for field in FIELDS:
        wanted = {plain_header(name) for name in getattr(own, field)}
        for column, header in enumerate(plain, 1):
            if header and header in wanted:
                take(field, column)
    for same in (True, False):
        for field in FIELDS:
            if getattr(own, field):
                continue  # the site says how this column is headed, and another one is not meant
            for column, header in enumerate(plain, 1):
                if _is_usual(field, header, same=same):
                    take(field, column)
    dropped = tuple(cell.strip() for column, cell in enumerate(cells, 1) if column not in taken and cell.strip())
    return Headers(number, cells, {field: tuple(sorted(found)) for field, found in columns.items()}, dropped)


def _is_usual(field: Field, header: str, *, same: bool) -> bool:
    if not header or len(header) > _LONGEST_HEADER or _PRIVATE.search(header):
        return False
    if same:
        return header in USUAL[field]
    if field in ("number", "tier", "title"):
        return any(header.endswith(name) for name in USUAL[field])
    return any(name in header for name in USUAL[field])
