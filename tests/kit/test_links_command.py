"""`ichsite links`, run as a person runs it."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
from pathlib import Path

import pytest

from tests.sites_support import Run, ichsite, laid_out

DAY = ("--today", "2026-11-22")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return laid_out(tmp_path_factory.mktemp("links") / "site")


def links(root: Path, *arguments: str, env: dict[str, str] | None = None) -> Run:
    return ichsite(root, "links", *arguments, *DAY, env=env)


def rows_of(folder: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / "links.csv").read_bytes().decode("utf-8-sig"), newline="")))


def test_everything_coming(site: Path):
    run = links(site)
    assert run.code == 0, run.err
    folder = site / "kit"
    vase = folder / "craft-vase"
    names = {path.name for path in vase.iterdir()}
    assert {
        "douyin.txt",
        "douyin-title.txt",
        "read-aloud.txt",
        "parcel-card.html",
        "parcel-cards-a4.html",
        "qr.png",
        "qr.svg",
    } <= names
    assert (vase / "qr.png").read_bytes().startswith(b"\x89PNG")
    card = (vase / "parcel-card.html").read_text("utf-8")
    assert "<script" not in card
    assert "http" not in card.replace("http://www.w3.org/2000/svg", "").replace("https://", "", 1)
    assert (vase / "read-aloud.txt").read_text("utf-8").count("。\n") == 3
    rows = rows_of(folder)
    assert {row["platform"] for row in rows} == {
        *("douyin", "taobao", "kuaishou", "wechat", "bilibili", "xiaohongshu", "youtube", "tiktok")
    }
    assert all(row["link"] == "" for row in rows if row["platform"] == "douyin")
    assert all(int(row["description_count"]) <= int(row["description_limit"]) for row in rows)
    again = links(site)
    assert "改动了 0 个文件" in again.err


def test_one_craft_leaves_the_others_alone_and_all_takes_away_what_is_gone(site: Path):
    links(site)
    folder = site / "kit"
    mine = folder / "craft-vase" / "mine.txt"
    mine.write_text("我写的", "utf-8")
    run = links(site, "craft:vase", "--platform", "douyin")
    assert run.code == 0
    assert (folder / "craft-plaque" / "douyin.txt").exists()
    assert [row["platform"] for row in rows_of(folder)] == ["douyin"]
    with (folder / ".ichsite-kit").open("a", encoding="utf-8") as marker:
        marker.write("craft-gone/douyin.txt\n../site.yaml\n")
    (folder / "craft-gone").mkdir()
    (folder / "craft-gone" / "douyin.txt").write_text("x", "utf-8")
    assert links(site).code == 0
    assert not (folder / "craft-gone").exists()
    assert mine.read_text("utf-8") == "我写的"
    assert (site / "site.yaml").exists()


def test_names(site: Path):
    assert links(site, "vase", "--json").code == 0
    unknown = links(site, "craft:vaes")
    assert (unknown.code, unknown.out) == (2, "")
    assert "是不是想写 `craft:vase`？" in unknown.err
    assert links(site, "craft：vase").code == 0


def test_as_json(site: Path):
    run = links(site, "vase", "--json", "--platform", "youtube")
    data = json.loads(run.out)
    assert data["command"] == "links"
    text = data["kits"][0]["texts"][0]
    assert text["platform"] == "youtube"
    assert text["description"]["count"] == len(text["description"]["text"].encode())
    assert text["link"].startswith("https://")


def test_limits_with_date_and_source(site: Path):
    run = links(site, "--limits")
    assert run.code == 0
    assert "淘宝直播" in run.out
    assert "（假设）" in run.out
    assert "2026-11-22" in run.out
    assert json.loads(links(site, "--limits", "--json").out)["limits"][0]["platform"] == "douyin"


@pytest.mark.parametrize(
    "place", ["content", "content/kit", ".", "/", "..", ".ichsite", "output", "output/kit", "site.yaml"]
)
def test_folders_that_are_not_ours(site: Path, place: str):
    run = links(site, "--out", place)
    assert run.code == 1
    assert "output-folder" in run.err


def test_a_folder_of_somebody_is_left_alone(site: Path, tmp_path: Path):
    (tmp_path / "mine.txt").write_text("x", "utf-8")
    run = links(site, "--out", str(tmp_path))
    assert run.code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_what_stands_in_the_way_is_left_alone(site: Path, tmp_path: Path):
    folder = tmp_path / "kit"
    assert links(site, "vase", "--out", str(folder)).code == 0
    (folder / "craft-plaque").mkdir()
    (folder / "craft-plaque" / "qr.png").write_text("我的", "utf-8")
    (folder / "links.csv").unlink()
    outside = tmp_path / "outside"
    outside.write_text("x", "utf-8")
    (folder / "links.csv").symlink_to(outside)
    run = links(site, "--out", str(folder))
    assert run.code == 1
    assert run.err.count("output-in-the-way") == 2
    assert (folder / "craft-plaque" / "qr.png").read_text("utf-8") == "我的"
    assert outside.read_text("utf-8") == "x"
    assert not (folder / "craft-plaque" / "douyin.txt").exists()


def test_errors_come_first(tmp_path: Path):
    root = laid_out(tmp_path / "site")
    (root / "site.yaml").write_text((root / "site.yaml").read_text("utf-8") + "\nnonsense: 1\n", "utf-8")
    run = links(root)
    assert run.code == 1
    assert "什么都没有写" in run.err
    assert not (root / "kit").exists()


def test_what_cannot_fit_is_said_with_the_numbers(tmp_path: Path):
    root = laid_out(tmp_path / "site")
    limit = "{platform: douyin, part: description, most: 20, as_of: 2026-11-22, source: x}"
    text = (root / "site.yaml").read_text("utf-8")
    assert "platform_limits" not in text
    (root / "site.yaml").write_text(f"{text}\nplatform_limits: [{limit}]\n", "utf-8")
    run = links(root, "vase")
    assert run.code == 1
    assert "kit-too-long" in run.err
    assert "最多 20" in run.err
    assert not (root / "kit" / "craft-vase" / "douyin.txt").exists()
    assert (root / "kit" / "craft-vase" / "youtube.txt").exists()


def test_the_clipboard(site: Path, tmp_path: Path):
    taken = tmp_path / "taken"
    tool = tmp_path / "xclip"
    tool.write_text(f'#!/bin/sh\nexec /bin/cat > "{taken}"\n', "utf-8")
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    env = {"PATH": str(tmp_path), "DISPLAY": ":0"}
    run = links(site, "vase", "--copy", "--platform", "bilibili", env=env)
    assert run.code == 0, run.err
    assert "已复制" in run.err
    assert "书面确认" in taken.read_text("utf-8")
    two = links(site, "vase", "--copy", env=env)
    assert (two.code, "--copy" in two.err) == (2, True)


def test_without_a_clipboard_the_text_is_printed(site: Path, tmp_path: Path):
    run = links(site, "vase", "--copy", "--platform", "bilibili", env={"PATH": str(tmp_path)})
    assert run.code == 1
    assert "剪贴板" in run.err
    assert "书面确认" in run.out


def test_a_language_that_the_site_does_not_speak(site: Path):
    run = links(site, "vase", "--in", "en")
    assert run.code == 2
    assert "zh-CN" in run.err


def test_nothing_is_left_aside(site: Path):
    links(site)
    assert not [path for path in (site / "kit").rglob("*") if path.name.endswith(".ichsite-new")]
    assert os.access(site / "kit" / ".ichsite-kit", os.R_OK)
