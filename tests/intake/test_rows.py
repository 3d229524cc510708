"""Rows as buyers fill them: which column is which, days, consent, and what is told by row and column."""

from __future__ import annotations

from datetime import date

import pytest

from ichsite.intake.agreement import understood
from ichsite.intake.craft_names import craft_names
from ichsite.intake.day import day_of
from ichsite.intake.headers import find_headers, plain_header
from ichsite.intake.showcase_columns import SHOWCASES, ShowcaseHeaders, own_columns
from ichsite.intake.submission import Defaults, Submission, read_submission
from ichsite.model.site import IntakeColumns
from ichsite.table.read import read_table
from ichsite.table.sheet import Sheet
from ichsite.text.diagnostic import Diagnostic
from tests.intake.tables import HEADERS, csv_of, row

NAMES = craft_names(
    [("vase", "vase-id", "青瓷花瓶"), ("plaque", None, "手工银牌"), ("plaque-2", None, "手工银牌（大）")]
)


def sheet_of(*rows: list[str]) -> tuple[Sheet, ShowcaseHeaders]:
    sheet = read_table("t.csv", csv_of(rows)).sheet
    assert sheet is not None
    headers = find_headers(sheet, SHOWCASES, own_columns(IntakeColumns()))
    assert headers is not None
    return sheet, headers


def submission(defaults: Defaults | None = None, **fields: str) -> tuple[Submission | None, list[tuple[str, int]]]:
    sheet, headers = sheet_of(row(**fields))
    number, cells = sheet.rows[1]
    found, findings = read_submission(sheet, headers, number, cells, (NAMES, defaults or Defaults()), {})
    return found, [(one.code, column_of(one)) for one in findings]


def column_of(finding: Diagnostic) -> int:
    assert getattr(finding.where, "line", 0) == 2
    return int(getattr(finding.where, "column", 0))


def test_the_usual_headers_are_known_and_private_columns_are_not_read() -> None:
    _, headers = sheet_of(row())
    assert {field: columns[0] for field, columns in headers.columns.items()} == {
        "number": 1,
        "submitted": 2,
        "buyer": 3,
        "craft": 4,
        "tier": 5,
        "words": 6,
        "photos": 7,
        "consent": 8,
        "order": 11,
    }
    assert headers.dropped == ("手机号", "收货地址")


@pytest.mark.parametrize("header", ["微信昵称", "收货人姓名", "联系电话（评价用）", "E-mail for your review"])
def test_a_header_that_names_something_private_is_not_taken_for_what_it_seems(header: str) -> None:
    sheet = Sheet("t", ((1, ("评价", "作品", header)), (2, ("好", "瓶", "SECRET"))))
    headers = find_headers(sheet, SHOWCASES, own_columns(IntakeColumns()))
    assert headers is not None and header in headers.dropped
    own = find_headers(sheet, SHOWCASES, own_columns(IntakeColumns(buyer=(header,))))
    assert own is not None and own.first("buyer") == 3


def test_headers_of_the_site_come_first_and_may_stand_below_a_title() -> None:
    sheet = Sheet("t", ((1, ("十月晒图表",)), (3, ("买的是", "您想说", "评价等级")), (4, ("瓶", "很好", "5 星"))))
    own = IntakeColumns(words=("您想说",), craft=("买的是",))
    headers = find_headers(sheet, SHOWCASES, own_columns(own))
    assert headers is not None
    assert (headers.row, headers.first("words"), headers.first("craft")) == (3, 2, 1)


def test_numbers_and_hints_of_headers_are_no_part_of_them() -> None:
    texts = ("3、您的评价（必填）：", "Q3. 您的评价*", "第3题：您的评价 [选填]", "您的评价")
    assert {plain_header(one) for one in texts} == {"您的评价"}


def test_a_row_is_read() -> None:
    found, findings = submission()
    assert findings == [] and found is not None
    assert (found.craft, found.tier, found.buyer, found.received) == ("vase", "function", "小舟", date(2026, 10, 2))
    assert found.consent is not None and found.consent.scope == ("words", "pictures")
    assert found.consent.wording == f"{HEADERS[7]}：同意"
    assert "SECRET-ADDRESS" not in repr(found) and "138" not in repr(found)


@pytest.mark.parametrize(
    ("fields", "code", "column"),
    [
        ({"craft": "青瓷花甁"}, "import-craft", 4),
        ({"tier": "随便"}, "import-cell", 5),
        ({"words": ""}, "import-cell", 6),
        ({"words": "长" * 1001}, "import-cell", 6),
        ({"words": "坏\x00字"}, "import-cell", 6),
        ({"words": "倒\u202e字"}, "import-cell", 6),
        ({"submitted": "9/10/2026"}, "import-cell", 2),
        ({"consent": "不同意"}, "import-consent", 8),
    ],
)
def test_a_row_that_cannot_be_taken_is_told_by_its_cell(fields: dict[str, str], code: str, column: int) -> None:
    found, findings = submission(**fields)
    assert found is None and (code, column) in findings


@pytest.mark.parametrize("written", ["9/10/2026", "2026-13-02", "昨天", "2026\u202e-09-10"])
def test_a_day_that_cannot_be_read_is_one_fault(written: str) -> None:
    assert submission(submitted=written) == (None, [("import-cell", 2)])


def test_a_row_without_consent_is_taken_without_it() -> None:
    for said in ("", "看情况"):
        found, findings = submission(consent=said)
        assert found is not None and found.consent is None
        assert findings == [("import-consent", 8)]


def test_private_numbers_are_told_and_never_make_a_title_or_a_name() -> None:
    found, findings = submission(words="电话 13912345678，很好。", buyer="13912345678")
    assert found is not None
    assert "139" not in found.title and "139" not in found.buyer
    assert findings == [("import-private", 6), ("import-private", 3)]


def test_a_craft_goes_by_title_folder_and_id_and_two_of_one_name_by_neither() -> None:
    said = ("青瓷花瓶", " VASE", "vase-id", "青瓷花瓶（￥380）", "手工银牌(大)")
    assert [NAMES.meant(name) for name in said] == ["vase", "vase", "vase", "vase", "plaque-2"]
    twice = craft_names([("a", None, "瓶"), ("b", None, "瓶")])
    assert twice.meant("瓶") is None and twice.meant("a") == "a"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026/9/2 08:00:01", date(2026, 9, 2)),
        ("2026年9月2日", date(2026, 9, 2)),
        ("２０２６-０９-０２", date(2026, 9, 2)),
        ("2026-09-02T08:00:00Z", date(2026, 9, 2)),
        ("46267.5", date(2026, 9, 2)),
        ("2026-13-02", None),
        ("2/9/2026", None),
        ("昨天", None),
    ],
)
def test_days(text: str, day: date | None) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("question", "answer", "said", "scope"),
    [
        ("是否同意公开？", "同意", "yes", ("words", "pictures")),
        ("是否同意公开您的评价？", "是", "yes", ("words",)),
        ("是否同意公开？", "文字┋图片┋昵称", "yes", ("words", "pictures", "name")),
        ("是否同意公开评价和照片？", "同意，但不要露脸", "yes", ("words", "pictures")),
        ("是否同意公开？", "文字可以，照片不行", "yes", ("words",)),
        ("是否同意公开？", "不介意", "yes", ("words", "pictures")),
        ("是否同意公开？", "否", "no", ()),
        ("May we show your photos?", "No", "no", ()),
        ("May we show your photos?", "Yes", "yes", ("pictures",)),
        ("是否同意公开？", "再说吧", "unclear", ()),
    ],
)
def test_consent_is_never_more_than_was_said(question: str, answer: str, said: str, scope: tuple[str, ...]) -> None:
    found = understood(question, answer, ("words", "pictures"))
    assert (found.said, found.scope) == (said, scope)
