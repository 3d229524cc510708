"""Guides for audiences, from a whole site to its pages, and the operator's report; what is private stays so."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from tests.sites_support import ichsite, laid_out

BOOK = """audiences:
  - id: home
    title: 家里用得上
    summary: 摆在桌上，天天用。
    for_whom: [爱插花的人]
    rules: {tiers: [element, function], price: {lowest: 100, highest: 2000}}
    tips: [先量桌子。]
    wants:
      - {what: 只给自己看的一样, under: 150}
  - id: wearing
    title: 戴出门
    summary: 小件。
    rules: {price: {highest: 200}}
  - id: later
    title: 还没写好的一群
    summary: 草稿。
    draft: true
"""
MARK = "机密人群九四七一"
PRIVATE = f"""source: {MARK}后台
counted: 2026-11-20
audiences:
  - {{audience: home, ages: [18-30], genders: [女], regions: [{MARK}省]}}
rows:
  - {{age: 18-23岁, gender: 女性, share: 21.4}}
  - {{age: 24-30岁, gender: 女性, share: 17.9}}
  - {{age: 31-40岁, gender: 女性, share: 30}}
  - {{age: 18-23岁, gender: 男性, share: 30.7}}
  - {{region: {MARK}省, people: 812}}
  - {{region: 别处, people: 1188}}
"""


def shown(path: Path) -> str:
    """A page's words, in one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", path.read_text("utf-8").partition("<main")[2])).split())


def test_guides_show_what_fits_and_nothing_private(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    (root / "content/audiences.yaml").write_text(BOOK, "utf-8")
    (root / "content/audiences.en.yaml").write_text("家里用得上: For the home\n先量桌子。: Measure first.\n", "utf-8")
    settings = (root / "site.yaml").read_text("utf-8")
    (root / "site.yaml").write_text(settings + "\nalso_in: [en]\ncards_per_page: 1\n", "utf-8")
    (root / "audiences-private.yaml").write_text(PRIVATE, "utf-8")
    assert ichsite(root, "assess", "--audiences").code == 0
    run = ichsite(root, "build", "--jobs", "1")
    assert run.code == 0, run.err
    output = root / "output"

    first, second = output / "for/home/index.html", output / "for/home/page/2/index.html"
    assert "元素定制 1 件作品 ¥180 起，8 天内到手，可改：宽、" in shown(first) and "手工银牌" in shown(first)
    assert "¥180–380，制作 3–4 个工作日，交期 5–8 天" in shown(first)
    assert "功能定制 1 件作品 ¥680 起，" in shown(second) and "青瓷花瓶" in shown(second)
    assert "先量桌子。" in shown(first) and "先量桌子。" not in shown(second)
    english = shown(output / "en/for/home/index.html")
    assert "For the home" in english and "Measure first." in english
    assert "from CN¥180, delivered within 8 days, you may change: " in english
    wearing = shown(output / "for/wearing/index.html")
    assert "手工银牌" in wearing and "青瓷花瓶" not in wearing
    listed = shown(output / "for/index.html")
    assert "家里用得上 摆在桌上，天天用。 爱插花的人 2 件合适 · ¥180 起" in listed
    assert "/for/home/" in (output / "index.html").read_text("utf-8")
    assert "/for/home/" in (output / "crafts/index.html").read_text("utf-8")
    assert re.search(r"适合：\s*家里用得上 · 戴出门", shown(output / "crafts/plaque/index.html"))
    assert "适合：家里用得上" in shown(output / "crafts/vase/index.html")
    assert "戴出门" not in shown(output / "crafts/vase/index.html")
    guides = json.loads((output / "api/v1/catalogue.json").read_text("utf-8"))["guides"]
    assert [(one["id"], one["crafts"]) for one in guides] == [("home", 2), ("wearing", 1)]
    assert "/for/home/" in (output / "sitemap.xml").read_text("utf-8")
    assert "/for/home/" in (output / "llms.txt").read_text("utf-8")

    held = [*output.rglob("*"), *(root / ".ichsite").rglob("*"), root / "content/permalinks.yaml"]
    for path in filter(Path.is_file, held):
        data = path.read_bytes()
        assert MARK.encode() not in data and MARK.encode("utf-16-le") not in data, path
        if output in path.parents:
            assert "只给自己看".encode() not in data and "还没写好的一群".encode() not in data, path

    # another address, and too little for a second page: whatever was published answers
    moved = BOOK.replace("id: home\n", "id: home\n    address: at-home\n").replace("lowest: 100", "lowest: 500")
    (root / "content/audiences.yaml").write_text(moved, "utf-8")
    assert ichsite(root, "build", "--jobs", "1").code == 0
    assert "青瓷花瓶" in shown(output / "for/at-home/index.html")
    for old in ("for/home", "for/home/page/2", "for/at-home/page/2", "en/for/home/page/2"):
        assert "/for/at-home/" in (output / old / "index.html").read_text("utf-8")


def test_the_report_names_what_is_lacking_and_each_share(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    (root / "content/audiences.yaml").write_text(BOOK, "utf-8")
    (root / "audiences-private.yaml").write_text(PRIVATE, "utf-8")
    said = ichsite(root, "assess", "--audiences").out
    assert "合适：2 件作品，2 个层级" in said
    assert "✗ 只给自己看的一样：没有，要 1，还差 1" in said
    assert "最接近：手工银牌（元素定制）贵 30" in said
    assert "占比（按年龄、性别）：39.3%（表里没有人数）" in said
    assert "占比（按地区）：40.6%（812 人）" in said
    told = json.loads(ichsite(root, "assess", "--audiences", "--json").out)
    assert (told["audiences_version"], told["statistics"]["counted"]) == (1, "2026-11-20")
    home = told["audiences"][0]
    assert (home["crafts"], home["by_tier"], home["by_cost"]) == (
        2,
        {"element": 1, "function": 1, "deep": 0},
        {"low": 1, "middle": 1, "high": 0},
    )
    assert home["wants"][0]["nearest"][0]["too_dear_minor"] == 3_000
    assert [one["per_ten_thousand"] for one in home["shares"]] == [3_930, 4_060]


@pytest.mark.parametrize("share", ["1e999999999", "-1", "nan", "100.01", "三成"])
def test_a_share_that_is_none_is_named(tmp_path: Path, share: str) -> None:
    root = laid_out(tmp_path / "site")
    (root / "audiences-private.yaml").write_text(PRIVATE.replace("share: 30}", f"share: {share}}}"), "utf-8")
    run = ichsite(root, "assess", "--audiences", "--json")
    assert run.code == 1
    assert [one["code"] for one in json.loads(run.out)["findings"]] == ["not-a-number"]


@pytest.mark.parametrize(
    ("table", "code", "said"),
    [
        (
            "维度,分组,占比\n年龄,18-23岁,25%\n年龄,24-30岁,15%\n性别,女,0.6%\n".encode("gb18030"),
            0,
            "占比（按年龄）：40%",
        ),
        ("年龄,占比\n18-23,0.25\n31-40,0.75\n".encode(), 0, "占比（按年龄）：25%"),
        ('年龄,占比\n18-23,"=HYPERLINK(""http://x"")"\n'.encode(), 1, "不是数字"),
        ("姓名,电话\n甲,1\n".encode(), 1, "认不出列"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, 1, "旧的 .xls"),
        (b"\xe5\xb9" * 300 + b"\xff", 1, "既不是 UTF-8"),
        ("年龄,占比\n".encode() + b"18-23,1\n" * 20_001, 1, "超过 20,000 行"),
    ],
)
def test_a_table_of_statistics_is_read_or_refused(tmp_path: Path, table: bytes, code: int, said: str) -> None:
    root = laid_out(tmp_path / "site")
    private = "audiences:\n  - {audience: home, ages: [18-30]}\n"
    (root / "audiences-private.yaml").write_text(private, "utf-8")
    (tmp_path / "后台.csv").write_bytes(table)
    run = ichsite(root, "assess", "--audiences", "--statistics", str(tmp_path / "后台.csv"))
    assert run.code == code
    assert said in run.out + run.err
