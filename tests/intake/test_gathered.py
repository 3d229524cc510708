"""`ichsite import ideas` and `import poll` as a person runs them: what is written, what is dropped, what is never published."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.intake.tables import bytes_of, with_group_headers, workbook
from tests.sites_support import ichsite, laid_out

COMMENTS = ("用户ID", "昵称", "发布时间", "平台", "评论内容", "作品", "愿意公开昵称吗？", "手机号")
SECRETS = ("13800138000", "13900139000", "138-0013-8000", "0578-7123456", "SECRET-ID", "wx_secret", "secret@example.com", "中山路", "330102199003071234", "无名氏", "不愿意的人")  # fmt: skip
WISHES: tuple[tuple[str, ...], ...] = (
    ("SECRET-ID1", "小舟🛶", "2026-11-18 20:01", "抖音", "想要口径90厘米的花瓶", "", "愿意", "13800138000"),
    ("SECRET-ID1", "小舟🛶", "2026-11-18 20:02", "抖音", "想要口径90厘米的花瓶！！", "", "愿意", "13800138000"),
    ("SECRET-ID2", "无名氏", "2026-11-18 20:03", "抖音", "我想要一个口径 ９０ 厘米的花瓶呀😊", "", "", "13900139000"),
    ("SECRET-ID3", "不愿意的人", "2026-11-19 20:03", "买家群", "口小一点，插一两枝不会倒", "青瓷花瓶", "不愿意", ""),
    ("SECRET-ID4", "13900139000", "2026-11-19 20:04", "小红书", "口能不能小一点，插一两枝不会倒，电话１３８－００１３－８０００", "青瓷花瓶", "愿意", ""),
    ("SECRET-ID5", "某人", "2026-11-19 20:05", "抖音", "牌上刻“岁岁平安”，寄到龙泉市中山路12号3幢501室，加微信 wx_secret", "手工银牌", "匿名", ""),
    ("SECRET-ID6", "某人2", "2026-11-19 20:05", "抖音", "能配 secret@example.com 要的\n礼盒吗，0578-7123456 找我，330102199003071234", "没有的作品", "", ""),
    ("SECRET-ID7", "哈", "2026-11-19 20:06", "抖音", "哈哈哈哈", "", "", ""),
    ("SECRET-ID8", "空", "2026-11-19 20:06", "抖音", "", "", "", ""),
    ("合计：9 条", "", "", "", "", "", "", ""),
)  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return laid_out(tmp_path / "site")


def run(site: Path, kind: str, data: bytes, *more: str, name: str = "导出.csv", code: int = 0) -> dict[str, Any]:
    (site.parent / name).write_bytes(data)
    done = ichsite(site, "import", kind, str(site.parent / name), "--json", *more)
    assert done.code == code, (done.out, done.err)
    told: dict[str, Any] = json.loads(done.out)
    return told


def all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_from_exported_comments_to_ideas_and_nothing_of_anybody_on_the_way(site: Path) -> None:
    data = bytes_of([COMMENTS, *WISHES], "gb18030")
    table = site.parent / "导出13800138000.csv"
    table.write_bytes(data)
    before = all_bytes(site / "content")
    tried = ichsite(site, "import", "ideas", str(table), "--call", "mouth", "--dry-run")
    assert tried.code == 0 and all_bytes(site / "content") == before and "什么都没有写" in tried.err
    done = ichsite(site, "import", "ideas", str(table), "--call", "mouth")
    for told in ("按 GBK", "没有读的列：用户ID、手机号", "1 行是同一个人说的同一句话", "1 行没有愿望", "1 行是空的", "没有的作品", "可能超出阈值", "隐去了："):  # fmt: skip
        assert told in done.err, (told, done.err)
    path = site / "content/ideas/mouth-2/ideas.yaml"
    text = path.read_text("utf-8")
    assert text.startswith("# 待答复的点子") and "status: pending" in text and 'call: "mouth"' in text
    assert "count: 2" in text and 'name: "小舟🛶"\n' in text and text.count("credit:") == 1
    assert "〔已隐去〕" in text and "礼盒吗" in text
    assert 'threshold: {craft: "vase", tier: function, option: "mouth"}' in text
    assert "  # 可行的：“口径” 120 毫米\n" in text

    said = json.dumps(run(site, "ideas", data, "--call", "mouth", name="again.csv"), ensure_ascii=False)
    assert (
        '"new": 0' in said and '"known": 6' in said and len(list((site / "content/ideas").iterdir())) == 2
    )  # the base site has one
    assert ichsite(site, "build", "--drafts").code == 0
    published = all_bytes(site / "output")
    assert "礼盒吗".encode() not in published and "小舟🛶".encode() not in published
    everything = all_bytes(site) + (done.err + done.out + tried.err + said).encode().replace(table.name.encode(), b"")
    for secret in SECRETS:
        assert secret.encode() not in everything, secret

    grown = bytes_of(
        [COMMENTS, *WISHES[:-1], ("", "新来的", "2026-11-20 9:00", "抖音", "花瓶能不能配木座", "", "", "")]
    )
    told = run(site, "ideas", grown, "--call", "mouth")
    assert told["paths"] == ["content/ideas/mouth-3/ideas.yaml"] and told["ideas"] == 1


def test_what_would_be_possible_is_told_to_programs_too(site: Path) -> None:
    told = run(site, "ideas", bytes_of([COMMENTS, *WISHES]), "--call", "mouth", "--dry-run")
    (mark,) = told["may_break"][0]["thresholds"]
    assert (mark["option"], mark["instead"]) == ("mouth", None)
    assert mark["ways"] == [{"zh-CN": "“口径” 120 毫米", "en": "“口径” 120 mm"}]


def test_a_workbook_as_form_services_export_it(site: Path) -> None:
    """A title and headers merged over two rows, a number that is a number, a formula, an empty row, totals."""
    above = ("序号", "填表人", "", "3、您的建议（必填）", "作品", "提交时间", "同意署名吗")
    below = ("", "昵称", "微信", "", "", "", "")
    rows: list[tuple[object, ...]] = [
        (1, "阿月", "SECRET-WX", "=1+1", "青瓷花瓶", "2026/11/18", "是"),
        (2, "阿月", "SECRET-WX", "花瓶要能插３枝", "青瓷花瓶", "2026/11/18 20:00", "是"),
        ("", "", "", "", "", "", ""),
        (3, "木", "SECRET-WX", "瓶子可以再矮一点吗", "", "2026/11/19", "写谁都行"),
        (4, "木", "SECRET-WX", 12, "", "2026/11/19", ""),
        (5, "花", "SECRET-WX", "花瓶要能插３枝", "青瓷花瓶", "2026/11/19", "可以"),
        (6, "花", "SECRET-WX", "花瓶要能插３枝", "手工银牌", "2026/11/19", ""),
        ("合计", "", "", 4, "", "", ""),
    ]
    told = run(site, "ideas", with_group_headers(above, below, rows), "--where", "form", "--craft", "vase", name="t.xlsx", code=1)  # fmt: skip
    assert [(one["code"], one["line"], one["column"]) for one in told["findings"]] == [("import-cell", 4, 4)]
    assert told["columns_not_read"] == ["微信"] and told["rows"]["new"] == 4 and told["rows"]["nothing"] == 1
    text = (site / told["paths"][0]).read_text("utf-8")
    assert "SECRET" not in text and text.count("where: form") == 3 and 'crafts: ["vase", "plaque"]' in text
    # the same words stand once in a file, whoever else said them, and of whichever piece
    assert "# 也这样说、愿意署名的：花" in text and 'words: "花瓶要能插３枝 (plaque)"' in text and "merged:" not in text
    assert 'name: "阿月"' in text and "agreed: 2026-11-18" in text and '"木"' not in text


def test_what_cannot_be_taken_is_told(site: Path) -> None:
    unknown = bytes_of([("作品", "几时"), ("青瓷花瓶", "2026-11-18")])
    assert [one["code"] for one in run(site, "ideas", unknown, code=1)["findings"]] == ["import-columns"]
    settings = site / "site.yaml"
    own = "intake:\n  ideas: {words: [几时想要]}\n  polls: {option: [选了], votes: [多少]}\n"
    settings.write_text(settings.read_text("utf-8") + own, "utf-8")
    named = bytes_of([("作品", "几时想要"), ("青瓷花瓶", "等开窑以后再做一批")])
    assert run(site, "ideas", named, "--day", "2026-11-22")["ideas"] == 1
    refused = run(site, "ideas", named, "--name", "ideas-2026-11-22", "--day", "2026-11-22", code=1)
    assert [one["code"] for one in refused["findings"]] == ["import-taken"]
    assert run(site, "ideas", named, "--call", "none", code=1)["findings"][0]["code"] == "import-target"
    assert run(site, "poll", bytes_of([("选了", "多少"), ("大", "3"), ("小", "5")]))["options"] == [{"label": "大", "votes": 3}, {"label": "小", "votes": 5}]  # fmt: skip
    free = bytes_of([("选了", "昵称"), *((f"我想要第{at}种颜色的", f"n{at}") for at in range(30))])
    settings.write_text(settings.read_text("utf-8").replace(", votes: [多少]", ""), "utf-8")
    assert [one["code"] for one in run(site, "poll", free, code=1)["findings"]] == ["import-poll"]


def test_votes_of_one_row_a_voter(site: Path) -> None:
    rows = [
        (1, "2026/11/11 9:00", "A.四十毫米┋B.六十毫米", "n1"),
        (2, "2026/11/12 9:00", "A.四十毫米", "n2"),
        (2, "2026/11/12 9:00", "A.四十毫米", "n2"),
        (3, "2026/11/13 9:00", "B.六十毫米┋C.其他〖八十，电话13800138000〗", "n3"),
        (4, "2026/11/14 9:00", "Ａ．四十毫米 ", "n2"),
        (5, "2026/11/14 9:00", "", "n5"),
    ]
    data = workbook([("序号", "提交答卷时间", "3、瓶口多大最顺手？（可多选）", "昵称"), *rows])
    told = run(site, "poll", data, "--call", "mouth", name="投票.xlsx")
    votes = {one["label"]: one["votes"] for one in told["options"]}
    assert votes == {"四十毫米": 3, "六十毫米": 2, "其他": 1} and (told["voters"], told["repeated"]) == (4, 1)
    text = (site / "content/polls/mouth-2/poll.yaml").read_text("utf-8")
    for line in ('question: "瓶口多大最顺手？"', "status: pending", "at_most: 2", "counted: 2026-11-14", "voters: 4", '"si-shi-hao-mi": 3'):  # fmt: skip
        assert line in text
    assert "1380013" not in text and "n2" not in text
    alone = bytes_of(
        [("Which glaze do you like?", "Nickname"), ("A. Celadon;B. Plum green", "n1"), ("A. Celadon", "n2")]
    )
    assert [one["votes"] for one in run(site, "poll", alone, "--dry-run")["options"]] == [2, 1]
    again = run(site, "poll", data, name="改了名.xlsx")
    assert again["path"] is None and again["known"] == "content/polls/mouth-2/poll.yaml"
    # a later export of the same poll goes into the file that waits, and nothing of what was written by hand is lost
    path = site / "content/polls/mouth-2/poll.yaml"
    edited = text.replace('label: "其他"', 'label: "别的"').replace("summary: ", "# 先留着\nsummary: ")
    path.write_text(edited.replace('source: "表单投票结果"', 'source: "问卷后台"').replace("at_most: 2\n", ""), "utf-8")
    more = [(6, "2026/11/15 9:00", "A.四十毫米┋B.六十毫米┋D.一百毫米", "n6"), (7, "2026/11/15 9:00", "C.其他", "n7")]
    later = workbook([("序号", "提交答卷时间", "3、瓶口多大最顺手？（可多选）", "昵称"), *rows, *more])
    grown = run(site, "poll", later, "--call", "mouth", name="投票.xlsx")
    assert (grown["path"], grown["grown"], grown["voters"]) == ("content/polls/mouth-2/poll.yaml", True, 6)
    kept = path.read_text("utf-8")
    for line in ("# 先留着\n", 'label: "别的"', 'source: "问卷后台"', "counted: 2026-11-15", "voters: 6", '"si-shi-hao-mi": 4', '"qi-ta": 2', "at_most: 3", 'label: "一百毫米"'):  # fmt: skip
        assert line in kept, line
    # what was published is nobody's to change: the same table makes another one
    path.write_text(kept.replace("status: pending", "status: published"), "utf-8")
    published = path.read_bytes()
    last = workbook(
        [
            ("序号", "提交答卷时间", "3、瓶口多大最顺手？（可多选）", "昵称"),
            *rows,
            *more,
            (8, "2026/11/16", "C.其他", "n8"),
        ]
    )
    assert run(site, "poll", last, "--call", "mouth")["path"] == "content/polls/mouth-3/poll.yaml"
    assert path.read_bytes() == published


def test_an_option_may_have_a_column_of_its_own(site: Path) -> None:
    def votes(rows: list[tuple[object, ...]], *more: str) -> tuple[str, dict[str, int], int]:
        told = run(site, "poll", workbook(rows), *more)
        text = (site / told["path"]).read_text("utf-8")
        (site / told["path"]).unlink()
        return text, {one["label"]: one["votes"] for one in told["options"]}, told["voters"]

    # Wenjuanxing: the question and its option in each header; one that nobody chose is an option all the same
    question = "3、您最喜欢哪种花边？（多选题）"
    wjx = [("序号", "提交答卷时间", f"{question}(留白)", f"{question}(回珠)", f"{question}(犬牙)", "是否愿意回访"), (1, "2026/11/11", 1, 1, 0, "是"), (2, "2026/11/12", 0, 1, 0, "否"), (3, "2026/11/13", "", "", "", "否")]  # fmt: skip
    text, found, voters = votes(wjx)
    assert (found, voters) == ({"留白": 1, "回珠": 2, "犬牙": 0}, 2)
    assert 'question: "您最喜欢哪种花边？"' in text and "at_most: 2" in text
    # by number alone, with ticks; with the question in a row of its own above, and the option's words as a tick
    assert votes([("昵称", "1、红、白", "1、素色"), ("甲", "✓", ""), ("乙", "√", "✓")])[1] == {"红、白": 2, "素色": 1}
    merged = [
        ("昵称", "选哪一种颈", ""),
        ("", "直颈", "束颈"),
        ("甲", "直颈", ""),
        ("乙", "", "束颈"),
        ("丙", "", "束颈"),
    ]
    text, found, voters = votes(merged)
    assert (found, voters) == ({"直颈": 1, "束颈": 2}, 3) and "选哪一种颈" not in found
    # two questions: the one that site.yaml names
    two = [("昵称", "1、边(留白)", "1、边(回珠)", "2、颈(直)", "2、颈(束)"), ("甲", 1, 0, 0, 1), ("乙", 0, 1, 0, 1)]
    assert run(site, "poll", workbook(two), code=1)["findings"][0]["code"] == "import-columns"
    settings = site / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + "intake:\n  polls: {option: [颈]}\n", "utf-8")
    assert votes(two)[1] == {"直": 0, "束": 2}
    hidden = [("昵称", "2、颈(直)", "2、颈(束)"), ("甲", "=1+0", 0), ("乙", 0, 1)]
    assert [one["code"] for one in run(site, "poll", workbook(hidden), code=1)["findings"]] == ["import-cell"]


def test_votes_of_one_row_an_option_and_a_count_that_cannot_be_read(site: Path) -> None:
    rows = [("平台", "选项", "票数", "占比"), ("抖音", "红、蓝配色", "３１", "66%"), ("抖音", "素色", "1.2万", ""), ("群", "红、蓝配色", "9票", ""), ("群", "素色", "1,001", ""), ("合计", "", "13041", "")]  # fmt: skip
    told = run(site, "poll", bytes_of(rows))
    assert [one["votes"] for one in told["options"]] == [40, 13_001]
    text = (site / told["path"]).read_text("utf-8")
    assert (
        text.count("where: ") == 2 and '"hong-lan-pei-se": 31' in text and "voters" not in text.partition("counts:")[2]
    )
    before = all_bytes(site / "content")
    broken = run(site, "poll", bytes_of([*rows, ("群", "条纹", "三十来票", "")]), code=1)
    assert [(one["code"], one["line"]) for one in broken["findings"]] == [("import-cell", 7)]
    assert all_bytes(site / "content") == before


def test_commas_part_choices_only_where_they_are_choices(site: Path) -> None:
    def labels(*cells: str) -> list[str]:
        data = bytes_of([("昵称", "您的选择"), *((f"n{at}", cell) for at, cell in enumerate(cells))])
        return [one["label"] for one in run(site, "poll", data, "--dry-run")["options"]]

    assert labels("莲纹，龙纹", "莲纹", "龙纹、莲纹") == ["莲纹", "龙纹"]
    assert labels("红、蓝配色", "红、蓝配色", "素色") == ["红、蓝配色", "素色"]
