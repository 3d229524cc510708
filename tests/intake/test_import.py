"""`ichsite import showcases` as a person runs it: what is written, what is not, and that no byte of it is published."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import pyvips

from ichsite.schema.files import editor_line
from tests.images.samples import SECRETS, noise, scene, with_secrets
from tests.intake.tables import HEADERS, csv_of, row, workbook
from tests.sites_support import ichsite, laid_out


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return laid_out(tmp_path / "site")


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    with_secrets(scene(400, 300)).jpegsave(str(folder / "IMG_1.JPG"), keep="all")
    assert b"GPS" in (folder / "IMG_1.JPG").read_bytes() or b"Exif" in (folder / "IMG_1.JPG").read_bytes()
    noise(60, 40).pngsave(str(folder / "7_第5题_b.png"))
    (folder / "c.heic").write_bytes(b"\0\0\0\x18ftypheic" + bytes(400))
    (folder / "d.jpg").write_bytes(b"<html><body>not found</body></html>")
    (folder / "out.jpg").symlink_to("/etc/passwd")
    return folder


def imported(site: Path, data: bytes, *more: str, name: str = "答卷.csv") -> dict[str, list[dict[str, object]]]:
    table = site.parent / name
    table.write_bytes(data)
    run = ichsite(site, "import", "showcases", str(table), "--json", *more)
    assert run.code in (0, 1), run.err
    return json.loads(run.out)


def states(report: dict[str, list[dict[str, object]]]) -> list[tuple[object, object]]:
    return [(one["row"], one["state"]) for one in report["rows"]]


def made(site: Path) -> list[Path]:
    return sorted(path for path in (site / "content/showcases").iterdir() if path.name != "vase-1")


def all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_an_editor_knows_the_file_where_the_project_has_schemas(site: Path) -> None:
    for with_schemas in (False, True):
        if with_schemas:
            assert ichsite(site, "schema", "--out", "schemas").code == 0
        data = csv_of([row(words=f"颜色很深，插了桂花 {with_schemas}", order=f"A{with_schemas:03}")])
        ((_, state),) = states(report := imported(site, data))
        path = str(report["rows"][0]["path"])
        first = (site / path).read_text("utf-8").partition("\n")[0]
        assert state == "new" and (first == editor_line(path)) is with_schemas, first


def test_from_the_form_to_the_page_and_nothing_before_its_time(site: Path, photos: Path) -> None:
    words = "ONLY-PENDING 颜色很深，\n=1+1 {{ x }} <b>: # - 好"
    data = csv_of([row(words=words, photos="IMG_1.JPG； b.png", buyer="PENDING-NAME")])
    report = imported(site, data, "--photos", str(photos))
    assert states(report) == [(2, "new")] and report["columns_not_read"] == ["手机号", "收货地址"]
    (folder,) = made(site)
    assert sorted(path.name for path in folder.iterdir()) == ["photo-1.jpg", "photo-2.jpg", "showcase.yaml"]
    text = (folder / "showcase.yaml").read_text("utf-8")
    assert "status: pending" in text and "13800138000" not in text and "SECRET" not in text and "A001" not in text
    for secret in SECRETS:
        assert secret not in all_bytes(folder)
    assert pyvips.Image.new_from_file(str(folder / "photo-1.jpg")).width == 400

    waiting = ichsite(site, "check")
    assert waiting.code == 0 and "1 份文件待审" in waiting.err
    assert ichsite(site, "build", "--drafts").code == 0
    published = all_bytes(site / "output")
    assert ichsite(site, "build").code == 0
    published += all_bytes(site / "output") + (site / "content/permalinks.yaml").read_bytes()
    for held in (b"ONLY-PENDING", b"PENDING-NAME", folder.name.encode(), "待审".encode(), b"A001"):
        assert held not in published
    before = len(list((site / "output/assets/pictures").iterdir()))

    (folder / "showcase.yaml").write_text(text.replace("status: pending", "status: published"), "utf-8")
    refused = ichsite(site, "check")
    assert refused.code == 1 and "error[picture-without-alt]" in refused.err
    approved = text.replace("status: pending", "status: 公开").replace(".jpg", ".jpg\n    alt: 花瓶里的桂花")
    (folder / "showcase.yaml").write_text(approved, "utf-8")
    run = ichsite(site, "build")
    assert run.code == 0, run.err
    page = (site / f"output/showcases/{folder.name}/index.html").read_text("utf-8")
    assert "ONLY-PENDING" in page and "&lt;b&gt;" in page and "=1+1 {{ x }}" in page
    assert len(list((site / "output/assets/pictures").iterdir())) > before
    everything = all_bytes(site / "output")
    # the order's digest, the consent's wording and where it is kept stay at home
    for private in (
        b"A001",
        "是否同意公开".encode(),
        "答卷.csv".encode(),
        text.split("digest: ")[1].strip().strip('"').encode(),
    ):
        assert private not in everything


def test_the_same_rows_are_taken_once(site: Path) -> None:
    first = [
        row(),
        row(number="2", order="A002", words="第二位买家说的另一段话。"),
        row(number="3", words="同一单又写了一遍。"),
    ]
    assert states(imported(site, csv_of(first))) == [(2, "new"), (3, "new"), (4, "known")]
    before = all_bytes(site / "content")
    again = imported(site, workbook([HEADERS, *first]), name="改了名.xlsx")
    assert states(again) == [(2, "known"), (3, "known"), (4, "known")]
    assert all_bytes(site / "content") == before
    by_hand = row(order="", craft="青瓷花瓶", words="等了三周， 颜色比想的深一点，我喜欢。")
    assert states(imported(site, csv_of([by_hand]))) == [(2, "known")]


def test_without_consent_it_waits_and_cannot_be_published_by_mere_flipping(site: Path) -> None:
    report = imported(
        site, csv_of([row(consent=""), row(number="2", order="A2", consent="不同意", words="REFUSED 不要放。")])
    )
    assert states(report) == [(2, "new"), (3, "refused")]
    (folder,) = made(site)
    assert b"REFUSED" not in all_bytes(site / "content")
    file = folder / "showcase.yaml"
    file.write_text(file.read_text("utf-8").replace("pending", "published"), "utf-8")
    run = ichsite(site, "check")
    assert run.code == 1 and "error[showcase-without-consent]" in run.err


def test_what_is_withdrawn_is_not_shown_and_does_not_come_back(site: Path) -> None:
    imported(site, csv_of([row()]))
    (folder,) = made(site)
    file = folder / "showcase.yaml"
    file.write_text(file.read_text("utf-8").replace("status: pending", "status: withdrawn"), "utf-8")
    assert "待审" not in ichsite(site, "check").err
    assert states(imported(site, csv_of([row()]))) == [(2, "known")]


def test_photographs_that_cannot_be_taken_are_told_by_row(site: Path, photos: Path) -> None:
    named = ["c.heic", "d.jpg", "out.jpg", "../../etc/passwd", "没有.jpg", "https://files.example/a/IMG_1.JPG?sign=x"]
    rows = [
        row(number=str(at), order=f"B{at}", photos=name, words=f"第 {at} 位说的话。")
        for at, name in enumerate(named, 1)
    ]
    report = imported(site, csv_of(rows), "--photos", str(photos))
    assert states(report) == [
        (2, "refused"),
        (3, "refused"),
        (4, "refused"),
        (5, "refused"),
        (6, "refused"),
        (7, "new"),
    ]
    told = [(one["line"], one["column"]) for one in report["findings"] if one["code"] == "import-photo"]
    assert told == [(line, 7) for line in range(2, 7)]
    assert "HEIC" in json.dumps(report["findings"][0], ensure_ascii=False)
    assert b"root:" not in all_bytes(site / "content")


def test_photographs_are_found_by_row_order_and_number(site: Path, photos: Path) -> None:
    shutil.copy(photos / "IMG_1.JPG", photos / "A009-2.jpg")
    rows = [
        row(number="7", order="", words="按序号找照片的一位。"),
        row(number="8", order="A009", words="按订单找照片的一位。"),
    ]
    imported(site, csv_of(rows), "--photos", str(photos))
    assert [len(list(folder.glob("*.jpg"))) for folder in made(site)] == [1, 1]


def test_a_dry_run_writes_nothing_and_says_the_same(site: Path) -> None:
    before = sorted((site / "content").rglob("*"))
    report = imported(site, csv_of([row()]), "--dry-run")
    assert states(report) == [(2, "new")] and sorted((site / "content").rglob("*")) == before
    assert states(imported(site, csv_of([row()]))) == [(2, "new")]


def test_a_table_out_of_order(site: Path) -> None:
    """Headers twice, empty rows, a merged cell's empty half, a formula, a craft that nobody makes."""
    rows: list[list[object]] = [
        ["十月晒图"],
        list(HEADERS),
        row(),
        [""] * 11,
        list(HEADERS),
        row(number="2", order="A2", craft="", words="合并单元格的下半。"),
        row(number="3", order="A3", words="=1+1"),
        row(number="4", order="A4", craft="青花瓶", words="写错了作品名。"),
    ]
    table = site.parent / "t.xlsx"
    table.write_bytes(workbook(rows))
    run = ichsite(site, "import", "showcases", str(table))
    assert run.code == 1
    for told in ("t.xlsx:6:4 error[import-craft]", "t.xlsx:7:6 error[import-cell]", "t.xlsx:8:4 error[import-craft]"):
        assert told in run.err
    assert "是公式" in run.err and "是不是想写 `青瓷花瓶`" in run.err and "导入了 1 份" in run.err
    assert "13800138000" not in run.err and "SECRET-ADDRESS" not in run.err
    with_craft = imported(site, workbook(rows), "--craft", "青瓷花瓶", name="t.xlsx")
    assert states(with_craft) == [(3, "known"), (6, "new"), (7, "refused"), (8, "refused")]


def test_columns_that_nobody_knows_are_named_in_the_settings(site: Path) -> None:
    data = "买的是,故事,几时填的\n青瓷花瓶,插花正好。,2026-10-01\n".encode()
    table = site.parent / "t.csv"
    table.write_bytes(data)
    run = ichsite(site, "import", "showcases", str(table), "--tier", "function")
    assert run.code == 1 and "error[import-columns]" in run.err and "site.yaml" in run.err
    settings = site / "site.yaml"
    own = "intake:\n  columns: {craft: [买的是], words: [故事], submitted: [几时填的]}\n"
    settings.write_text(settings.read_text("utf-8") + own, "utf-8")
    assert states(imported(site, data, "--tier", "function")) == [(2, "new")]


def test_what_an_import_left_that_was_killed_is_taken_away(site: Path) -> None:
    left = site / "content/showcases/.import-4194305"
    left.mkdir()
    (left / "photo-1.jpg").write_bytes(b"half")
    imported(site, csv_of([row()]))
    assert not left.exists() and len(made(site)) == 1
