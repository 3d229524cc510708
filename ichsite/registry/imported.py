"""An official list as it is handed around, row by row, to the site's own: what is needed, in one way of writing."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from ichsite.registry.listed import Inheritor, Item
from ichsite.registry.writing import code_of
from ichsite.table.kind import CODE as UNREADABLE
from ichsite.table.read import read_table
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.unseen import UNSEEN
from ichsite.text.words import Words

ROW, COLUMNS = "import-cell", "import-columns"
Field = Literal["code", "project", "person", "category", "region", "unit", "batch", "year", "level"]
FIELDS: Mapping[Field, tuple[str, ...]] = {
    "code": ("project_code", "code", "编号", "项目编号", "项目编码", "项目代码"),
    "project": ("project_name", "project", "项目名称", "名称", "项目"),
    "person": ("name", "person", "inheritor", "姓名", "传承人", "传承人姓名"),
    "category": ("category", "类别", "项目类别", "门类"),
    "region": ("region_raw", "region", "申报地区或单位", "申报地区", "所属地区", "地区", "province", "省份", "provinces"),
    "unit": ("protection_unit", "unit", "保护单位", "项目保护单位"),
    "batch": ("batch_no", "batch", "批次", "batches"),
    "year": ("publish_year", "year", "公布时间", "公布年份", "年份", "first_publish_year"),
    "level": ("level", "级别", "项目级别"),
}  # fmt: skip
_MOST_ROWS = 50_000
_LONGEST = 200
_NUMERALS = "一二三四五六七八九十"
_NATIONAL = ("", "国家级", "national")
_EXPORT = Words("给它名录的 JSON 或 CSV、XLSX", "give it the list as JSON, CSV or XLSX")


@dataclass(frozen=True)
class Listed:
    """What a file holds: items or inheritors, never both; `skipped` are rows of another level."""

    items: tuple[Item, ...] = ()
    inheritors: tuple[Inheritor, ...] = ()
    skipped: int = 0


def read_list(name: str, data: bytes) -> tuple[Listed, tuple[Diagnostic, ...]]:
    """The list in a file; rows that are not understood are told and left out."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{"):
        rows, findings = _json_rows(name, data)
    else:
        rows, findings = _table_rows(name, data)
    if findings or not rows:
        return Listed(), findings or (
            error(UNREADABLE, Place(name), Words("里面没有一行", "there is no row in it"), _EXPORT),
        )
    columns = _columns(rows[0][1])
    lacking = [one for one in ("code", "project") if one not in columns]
    if lacking:
        help = Words(
            "列名写成：编号、名称、类别、申报地区或单位、保护单位、批次、公布时间（传承人再加姓名）",
            "head the columns: code, project, category, region, unit, batch, year (and name for inheritors)",
        )
        what = Words(
            f"认不出哪一列是{'、'.join(FIELDS[cast(Field, one)][-1] for one in lacking)}",
            f"no column is known for {', '.join(lacking)}",
        )
        return Listed(), (error(COLUMNS, Place(name, rows[0][0]), what, help),)
    return _listed(name, rows, columns)


def _listed(
    name: str, rows: list[tuple[int, Mapping[str, str]]], columns: Mapping[Field, str]
) -> tuple[Listed, tuple[Diagnostic, ...]]:
    items: dict[Item, None] = {}
    people: dict[Inheritor, None] = {}
    findings: list[Diagnostic] = []
    skipped = 0
    for number, row in rows:
        said: dict[Field, str] = {field: " ".join(row.get(column, "").split()) for field, column in columns.items()}
        if said.get("level", "") not in _NATIONAL:
            skipped += 1
            continue
        code, fault = code_of(said["code"]), _fault(said)
        if code is None or fault is not None:
            findings.append(
                error(
                    ROW,
                    Place(name, number),
                    fault
                    or Words(
                        f"`{said['code'][:40]}` 不是国家级项目的编号",
                        f"`{said['code'][:40]}` is no code of a national project",
                    ),
                )
            )
            continue
        batch, year = _batch(said.get("batch", "") or said.get("year", "")), _year(said.get("year", ""))
        project, region = unicodedata.normalize("NFKC", said["project"]), said.get("region", "")
        if "person" in columns:
            people[Inheritor(said["person"], code, project, region, batch, year)] = None
        else:
            items[Item(code, project, said.get("category", ""), region, said.get("unit", ""), batch, year)] = None
    return Listed(tuple(items), tuple(people), skipped), tuple(findings)


def _fault(said: Mapping[Field, str]) -> Words | None:
    for field, text in said.items():
        if len(text) > _LONGEST or UNSEEN.search(text):
            return Words(
                f"“{FIELDS[field][-1]}”太长，或有看不见的字符", f"`{field}` is too long or holds invisible characters"
            )
        if not text and field in ("project", "person"):
            return Words("名称或姓名空着", "the project's or the person's name is empty")
    return None


def _columns(row: Mapping[str, str]) -> dict[Field, str]:
    """The key of each field in a row, the first that is known. A `name` beside `project_name` is a person's."""
    plain = {unicodedata.normalize("NFKC", key).strip().casefold(): key for key in row}
    found: dict[Field, str] = {}
    for field, names in FIELDS.items():
        if (key := next((plain[name] for name in names if name in plain), None)) is not None:
            found[field] = key
    if "project" not in found and found.get("person") is not None and "name" in plain:
        found["project"] = found.pop("person")
    return found


def _table_rows(name: str, data: bytes) -> tuple[list[tuple[int, Mapping[str, str]]], tuple[Diagnostic, ...]]:
    read = read_table(name, data)
    if read.sheet is None:
        return [], read.findings
    at = next(
        (at for at, (_, cells) in enumerate(read.sheet.rows[:10]) if len(_columns(dict.fromkeys(cells, ""))) >= 2), 0
    )
    headers = read.sheet.rows[at][1] if read.sheet.rows else ()
    rows = [(number, dict(zip(headers, cells, strict=False))) for number, cells in read.sheet.rows[at + 1 :]]
    named = dict.fromkeys(headers, "")
    # the columns are told by the first row: it has to have them all
    return [(number, {**named, **row}) for number, row in rows], read.findings


def _json_rows(name: str, data: bytes) -> tuple[list[tuple[int, Mapping[str, str]]], tuple[Diagnostic, ...]]:
    try:
        whole: Any = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return [], (error(UNREADABLE, Place(name), Words("不是 UTF-8 的 JSON", "this is no JSON in UTF-8"), _EXPORT),)
    if not isinstance(whole, list) or len(cast("list[Any]", whole)) > _MOST_ROWS:
        what = Words(f"应是一个列表，最多 {_MOST_ROWS:,} 条", f"a list is expected, of {_MOST_ROWS:,} entries at most")
        return [], (error(UNREADABLE, Place(name), what, _EXPORT),)
    rows: list[tuple[int, Mapping[str, str]]] = []
    for number, one in enumerate(cast("list[Any]", whole), 1):
        if not isinstance(one, dict):
            what = Words(f"第 {number} 条不是一组字段", f"entry {number} is no set of fields")
            return [], (error(UNREADABLE, Place(name), what, _EXPORT),)
        fields = cast("dict[str, Any]", one)
        rows.append((number, {key: str(value) for key, value in fields.items() if isinstance(value, str | int)}))
    return rows, ()


def _batch(text: str) -> int:
    """`1`, `第一批`, `2006(第一批)`, `1-5` (the first)."""
    plain = unicodedata.normalize("NFKC", text)
    if found := re.search(rf"第\s*([{_NUMERALS}]|\d{{1,2}})\s*批", plain):
        return _NUMERALS.index(found[1]) + 1 if found[1] in _NUMERALS else int(found[1])
    found = re.fullmatch(r"(\d{1,2})(?:\s*-\s*\d{1,2})?", plain.strip())
    return int(found[1]) if found else 0


def _year(text: str) -> int:
    found = re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", text)
    return int(found[1]) if found else 0


def merged(before: tuple[Item, ...], new: tuple[Item, ...]) -> tuple[Item, ...]:
    """The new items. A list of projects only, without protection units, adds to a finer one what that has not."""
    if any(one.unit for one in new) or not any(one.unit for one in before):
        return new
    known = {one.code for one in before}
    return (*before, *(one for one in new if one.code not in known))
