"""`ichsite import registry` and what a site is told by the list: the stamp on the page, or silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ichsite.registry.claims import Claims, CraftClaim, MasterClaim
from ichsite.registry.file import read_registry, registry_text
from ichsite.registry.imported import read_list
from ichsite.registry.listed import PATH, Registry
from ichsite.registry.verify import verify
from tests.intake.tables import workbook
from tests.registry.lists import ITEMS, PEOPLE
from tests.sites_support import Run, ichsite, laid_out

SHARED = Path(__file__).resolve().parents[3] / "shared/data/ich"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return laid_out(tmp_path / "site")


def given(site: Path, name: str, data: object) -> str:
    path = site.parent / name
    path.write_bytes(data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode())
    return str(path)


def imported(site: Path, *files: str) -> Run:
    return ichsite(site, "import", "registry", *files, "--today", "2026-11-22")


def edited(site: Path, path: str, old: str, new: str) -> None:
    file = site / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_the_page_says_what_the_list_bears_out_and_else_is_silent(site: Path) -> None:
    vase, master = site / "output/crafts/vase/index.html", site / "output/masters/ye/index.html"
    assert ichsite(site, "build").code == 0
    silent = vase.read_bytes(), master.read_bytes()
    assert "名录核对" not in silent[0].decode()

    run = imported(site, given(site, "items.json", ITEMS), given(site, "people.json", PEOPLE))
    assert (run.code, run.err) == (
        0,
        "写好了 content/registry.json：3 个子项，1 位传承人。运行 `ichsite check` 核对。\n",
    )
    assert ichsite(site, "check", "--strict").code == 0
    assert ichsite(site, "build").code == 0
    assert "已与国家级名录核对：第一批（2006） · 龙泉青瓷烧制技艺" in vase.read_text("utf-8")
    assert master.read_bytes() == silent[1]

    edited(
        site,
        "content/masters/ye/index.md",
        "title: 叶师傅\nlevel: county\nproject: 龙泉青瓷",
        "title: 叶示例\nlevel: national\nproject: 龙泉青瓷烧制技艺",
    )
    edited(site, "content/crafts/vase/index.md", "region: 浙江龙泉", "region: 浙江温州")
    run = ichsite(site, "build")
    assert run.code == 0 and "warning[registry-region]" in run.err
    assert "名录核对" not in vase.read_text("utf-8")
    assert "已与国家级传承人名单核对：第三批（2009）" in master.read_text("utf-8")

    (site / PATH).unlink()
    edited(site, "content/masters/ye/index.md", "level: national", "level: county")
    assert ichsite(site, "build").code == 0
    assert "核对：" not in master.read_text("utf-8")


def test_the_same_list_changes_nothing_and_a_new_one_changes_its_lines(site: Path) -> None:
    items = given(site, "items.json", ITEMS)
    imported(site, items)
    before = (site / PATH).read_bytes()
    again = ichsite(site, "import", "registry", items, "--today", "2027-01-01")
    assert "没有改动" in again.err and (site / PATH).read_bytes() == before
    imported(site, given(site, "people.json", PEOPLE))
    after = (site / PATH).read_text("utf-8").split("\n")
    assert set(before.decode().split("\n")) - set(after) <= {"]"}
    assert len([line for line in after if "project" in line]) == 1
    dry = ichsite(site, "import", "registry", given(site, "less.json", ITEMS[:1]), "--dry-run")
    assert "没有写" not in dry.err and "会写" in dry.err and (site / PATH).read_text("utf-8").split("\n") == after


def test_csv_and_workbooks_with_the_official_headers(site: Path) -> None:
    rows = [
        ["序号", "编号", "名称", "类别", "公布时间", "类型", "申报地区或单位", "保护单位"],
        ["1", "Ⅷ—9", "龙泉青瓷烧制技艺", "传统技艺", "2006(第一批)", "新增项目", "浙江省龙泉市", "示例中心"],
        ["2", "Ⅷ－40", "银饰制作技艺（彝族银饰制作技艺）", "传统技艺", "2008(第二批)", "扩展项目", "四川省布拖县", ""],
    ]
    text = "\n".join(",".join(row) for row in rows)
    for name, data in (("l.csv", text.encode("gb18030")), ("l.xlsx", workbook(rows))):
        listed, findings = read_list(name, data)
        assert findings == ()
        assert [(one.code, one.batch, one.year, one.region) for one in listed.items] == [
            ("VIII-9", 1, 2006, "浙江省龙泉市"),
            ("VIII-40", 2, 2008, "四川省布拖县"),
        ]
    people = "姓名,项目编号,项目名称,批次,级别\n甲,Ⅷ-9,龙泉青瓷烧制技艺,第三批,国家级\n乙,Ⅷ-9,龙泉青瓷烧制技艺,1,省级\n"
    listed, findings = read_list("p.csv", people.encode())
    assert (
        findings == () and [(one.name, one.batch) for one in listed.inheritors] == [("甲", 3)] and listed.skipped == 1
    )


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b'{"a": 1}',
        b"[1]",
        b"[]",
        b'[{"x": "y"}]',
        b"\xff\xfe",
        b"<html></html>",
        json.dumps([{**ITEMS[0], "project_code": "8-9"}]).encode(),
        json.dumps([{**ITEMS[0], "project_name": "x" * 500}]).encode(),
        json.dumps([{**ITEMS[0], "project_name": "倒\u202e"}]).encode(),
    ],
)
def test_a_list_that_is_none_leaves_the_site_as_it_was(site: Path, data: bytes) -> None:
    listed, findings = read_list("bad.json", data)
    assert findings and not listed.items
    if data.startswith(b"[" * 9) or b"8-9" in data:
        imported(site, given(site, "items.json", ITEMS))
        before = (site / PATH).read_bytes()
        assert imported(site, given(site, "bad.json", data)).code == 1
        assert (site / PATH).read_bytes() == before


def test_what_a_list_contradicts() -> None:
    registry = Registry(
        read_list("i.json", json.dumps(ITEMS).encode())[0].items,
        read_list("p.json", json.dumps(PEOPLE).encode())[0].inheritors,
    )

    def codes(*claims: CraftClaim | MasterClaim) -> list[str]:
        crafts = tuple(one for one in claims if isinstance(one, CraftClaim))
        masters = tuple(one for one in claims if isinstance(one, MasterClaim))
        verified, findings = verify(registry, Claims(crafts, masters))
        assert len(verified.crafts) + len(verified.masters) + len(findings) <= len(claims)
        return [f"{one.severity} {one.code}" for one in findings] or sorted((*verified.crafts, *verified.masters))

    def craft(code: str, region: str = "浙江龙泉", project: str | None = None, unit: str | None = None) -> CraftClaim:
        return CraftClaim("c", "c.md", "青瓷花瓶", code, "national", region, project, unit)

    def master(name: str, level: str, project: str) -> MasterClaim:
        return MasterClaim("m", "m.md", name, level, project)  # type: ignore[arg-type]

    assert codes(craft("Ⅷ-9")) == ["c"]
    assert codes(craft("Ⅷ-9", project="龙泉青瓷烧制技艺", unit="龙泉示例中心")) == ["c"]
    assert codes(craft("Ⅷ-99")) == ["error registry-code"]
    assert codes(craft("Ⅷ-9", project="钧瓷烧制技艺")) == ["error registry-name"]
    assert codes(craft("Ⅷ-9", region="河南禹州")) == ["warning registry-region"]
    assert codes(craft("Ⅷ-9", unit="别处的文化馆")) == ["warning registry-unit"]
    assert codes(craft("Ⅷ-40", "四川布拖", "彝族银饰制作技艺")) == ["c"]
    assert codes(craft("Ⅷ-40", "贵州雷山", "彝族银饰制作技艺")) == ["warning registry-region"]
    assert codes(master("叶示例", "national", "龙泉青瓷烧制技艺")) == ["m"]
    assert codes(master("叶示例", "national", "苏绣")) == ["error registry-master"]
    assert codes(master("叶示列", "national", "龙泉青瓷烧制技艺")) == ["error registry-master"]
    assert codes(master("叶示例", "county", "龙泉青瓷烧制技艺")) == ["warning registry-master"]
    assert codes(master("谁", "county", "龙泉青瓷烧制技艺")) == []


def test_the_file_is_read_back_as_it_was_written() -> None:
    registry = Registry(read_list("i.json", json.dumps(ITEMS).encode())[0].items)
    back, findings = read_registry(registry_text(registry).encode())
    assert findings == () and set(back.items) == set(registry.items)
    assert registry_text(back) == registry_text(registry)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the national list is not the project's to ship")
def test_the_whole_list_bears_out_a_real_project() -> None:
    items = read_list("i.json", (SHARED / "subitems.json").read_bytes())[0].items
    people = read_list("p.json", (SHARED / "inheritors.json").read_bytes())[0].inheritors
    assert (len(items), len(people)) == (3610, 3995)
    claim = CraftClaim("c", "c.md", "窗花", "Ⅶ－16", "national", "陕西延安安塞", "剪纸（安塞剪纸）", None)
    verified, findings = verify(Registry(items, people), Claims((claim,)))
    assert findings == () and (verified.crafts["c"].batch, verified.crafts["c"].year) == (1, 2006)
