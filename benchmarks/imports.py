"""`python -m benchmarks.imports --rows 10000`: a table of wishes taken into the demonstration, as CSV in GBK and as a workbook.

The whole process is measured. The rows are made of a few hundred thousand possible sentences, so that about half of them
are said once; every tenth holds a telephone number. More than 5 seconds for 10,000 rows is too slow.
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import shutil
import tempfile
from pathlib import Path

from benchmarks.generate import TODAY
from benchmarks.measure import REPOSITORY, ichsite

SEED = 20261122
HEADERS = ("用户ID", "昵称", "时间", "评论内容")
_PARTS = (
    ("想要", "希望有", "能不能做", "求", "可以出"),
    ("一个", "", "一只", "两个"),
    (*(f"{size} 厘米高的" for size in range(5, 95, 5)), *([""] * 10)),
    ("青瓷", "银", "蓝印花布", "龙纹", "莲纹", "素面", "牡丹"),
    ("花瓶", "银牌", "茶盏", "披肩", "耳坠", "桌旗"),
    ("送妈妈", "送女儿", "结婚用", "放书桌上", "插一两枝花", "刻四十个字", "刻“平安喜乐”", ""),
    ("呀", "！", "😊", "谢谢主播", "", "", "", "", "", "，电话 13800138000"),
)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.imports", description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1000, 10_000], metavar="N")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ichsite-imports-") as folder:
        root = Path(folder) / "site"
        shutil.copytree(REPOSITORY / "content", root / "content")
        shutil.copy(REPOSITORY / "site.yaml", root / "site.yaml")
        ichsite(root, "check", "--today", TODAY)  # what is there is decoded, as in a project that is worked in
        for count in options.rows:
            rows = _rows(count)
            for name, data in (("gbk.csv", _csv(rows)), ("table.xlsx", _workbook(rows))):
                table = Path(folder) / name
                table.write_bytes(data)
                cost = ichsite(root, "import", "ideas", str(table), "--call", "how-wide-a-mouth", "--dry-run")
                print(
                    f"{count:6} rows, {name:<11} {cost.wall:6.2f} s wall, {cost.cpu:6.2f} s CPU, {cost.largest / 1e6:6.0f} MB"
                )


def _rows(count: int) -> list[tuple[str, ...]]:
    chance = random.Random(SEED)  # noqa: S311  no secret is made of it
    return [
        (f"u{at}", f"昵称{at % 7000}", f"2026-11-{1 + at % 20:02} 20:{at % 60:02}", "".join(map(chance.choice, _PARTS)))
        for at in range(count)
    ]


def _csv(rows: list[tuple[str, ...]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([HEADERS, *rows])
    return out.getvalue().encode("gb18030")


def _workbook(rows: list[tuple[str, ...]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (HEADERS, *rows):
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


if __name__ == "__main__":
    main()
