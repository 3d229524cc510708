"""--fix: the better file in its place, the original kept, nothing guessed, nothing lost."""

from __future__ import annotations

import json
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ichsite.doctor import mend as mending
from ichsite.doctor.encoding import reading_of
from ichsite.doctor.mend import Backup, Mend, Moved, apply
from ichsite.doctor.writing import looked_over
from tests.doctor.ill import BIG5_TEXT, put
from tests.sites_support import ichsite, laid_out

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
PLAQUE = "content/crafts/plaque/index.md"
TEXT = "---\ntitle: 手工银牌\n---\n半个月能做的小件，多了也不急。\n"


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_text_comes_out_letter_for_letter(encoding: str) -> None:
    written = looked_over("content/posts/a.md", TEXT.encode(encoding))
    assert written.mend is not None and written.mend.after == TEXT.encode()


@pytest.mark.parametrize(
    "data",
    [
        BIG5_TEXT.encode("big5"),
        TEXT.encode() + "手工".encode("gbk"),
        "银牌".encode() + "手工".encode("gbk"),
        "手工银牌与青瓷花瓶\n".encode("gbk") * 40 + "银牌".encode(),
        "标题\0".encode("gbk"),
        TEXT.encode("utf-16")[:-1],
        b"\x81\x20\xff\xfe\x80",
        "café".encode("latin-1"),
        "우리는 여기에서 청자를 만들고 있습니다\n".encode("euc_kr"),
        b"SQLite format 3\0\x10\r\n\x01\n\r",
        b"\xef\xbb\xbfname: a\0\r\nb\n",
    ],
)
def test_what_is_not_sure_is_left(data: bytes) -> None:
    written = looked_over("content/posts/a.md", data)
    assert written.mend is None
    assert [one.severity for one in written.findings] == ["error"]


def test_gb18030_and_big5_are_told_apart() -> None:
    for text in ("手工银牌", "漆器：朱砂、螺钿、百宝嵌", "龙泉青瓷的釉色由窑火决定，窑变不可控"):
        assert reading_of(text.encode("gb18030")).encoding == "GB18030"
    for text in ("手工銀牌與青瓷花瓶", "龍泉青瓷的釉色由窯火決定，無法保證"):
        assert reading_of(text.encode("big5")).encoding == "Big5"


def test_line_ends_are_mended_only_where_they_differ() -> None:
    windows = looked_over("content/a.md", b"---\r\n---\r\n")
    assert (windows.findings, windows.mend, windows.crlf) == ((), None, True)
    mixed = looked_over("content/a.md", b"---\r\n---\nx\ry")
    assert mixed.mend is not None and mixed.mend.after == b"---\n---\nx\ny"
    gbk = looked_over("content/a.md", "---\r\n银\r\n---\r\n".encode("gbk"))
    assert gbk.mend is not None and gbk.mend.after == "---\r\n银\r\n---\r\n".encode()


def test_tabs_are_said_line_by_line_where_yaml_trips_over_them() -> None:
    text = "---\ntitle: x\nmasters:\n\t- ye\n\t- li\n---\n\tstory\n"
    found = looked_over("content/a.md", text.encode()).findings
    assert [(one.code, str(one.where)) for one in found] == [
        ("yaml-tab", "content/a.md:4:1"),
        ("yaml-tab", "content/a.md:5:1"),
    ]
    block = "story: |\n  a\n  \tb\n"
    assert looked_over("content/tiers.yaml", block.encode()).findings == ()


def test_the_command_mends_keeps_and_then_finds_nothing(tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    place = put(root, PLAQUE, (root / PLAQUE).read_text("utf-8").encode("gb18030"))
    place.chmod(0o640)
    original, whole = place.read_bytes(), place.read_bytes().decode("gb18030")

    said = ichsite(root, "doctor")
    assert said.code == 1 and "text-gbk" in said.err and "doctor --fix" in said.err
    rehearsed = ichsite(root, "doctor", "--fix", "--dry-run")
    assert rehearsed.code == 1 and "现在什么都没动" in rehearsed.err
    assert place.read_bytes() == original and not (root / ".ichsite").exists()

    fixed = ichsite(root, "doctor", "--fix", "--json")
    told = json.loads(fixed.out)
    assert fixed.code == 0 and fixed.err == ""
    (one,) = told["mended"]
    assert one["file"] == PLAQUE
    assert one["kept_at"].startswith(".ichsite/backup/") and one["kept_at"].endswith(PLAQUE)
    assert (root / one["kept_at"]).read_bytes() == original
    assert place.read_text("utf-8") == whole
    assert stat.S_IMODE(place.stat().st_mode) == 0o640
    assert [path.name for path in place.parent.iterdir() if path.name.startswith(".")] == []

    well = ichsite(root, "doctor", "--strict", "--lang", "en")
    assert well.code == 0 and well.err.endswith("All is well.\n")
    assert ichsite(root, "check", "--strict").code == 0


def test_two_runs_within_a_second_keep_both_originals(tmp_path: Path) -> None:
    state = tmp_path / ".ichsite"
    put(tmp_path, "a.md", b"1")
    first, second = Backup(state, NOW), Backup(state, NOW)
    one = apply(tmp_path, Mend("a.md", b"1", b"2"), first)
    other = apply(tmp_path, Mend("a.md", b"2", b"3"), second)
    assert (one.read_bytes(), other.read_bytes()) == (b"1", b"2")
    with pytest.raises(FileExistsError):
        first.keep("a.md", b"another")
    assert one.read_bytes() == b"1"


def test_a_file_that_somebody_saved_meanwhile_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = put(tmp_path, "a.md", b"old")
    put(tmp_path, "b.md", b"longer than it was")
    backup = Backup(tmp_path / ".ichsite", NOW)
    with pytest.raises(Moved):
        apply(tmp_path, Mend("b.md", b"as it was", b"new"), backup)
    keep = backup.keep

    def saved_meanwhile(path: str, data: bytes) -> Path:
        kept = keep(path, data)
        before = place.stat()
        place.write_bytes(b"OLD")
        os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))
        return kept

    monkeypatch.setattr(backup, "keep", saved_meanwhile)
    with pytest.raises(Moved):
        apply(tmp_path, Mend("a.md", b"old", b"new"), backup)
    assert place.read_bytes() == b"OLD"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".ichsite", "a.md", "b.md"]


def test_a_full_disk_leaves_the_original(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = put(tmp_path, "a.md", b"old")

    def full(_handle: int, _data: bytes) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(mending, "_write", full)
    with pytest.raises(OSError, match="No space"):
        apply(tmp_path, Mend("a.md", b"old", b"new"), Backup(tmp_path / ".ichsite", NOW))
    assert place.read_bytes() == b"old"


def test_a_backup_goes_through_no_link(tmp_path: Path) -> None:
    put(tmp_path, "site/a.md", b"old")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site/.ichsite").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PermissionError):
        apply(tmp_path / "site", Mend("a.md", b"old", b"new"), Backup(tmp_path / "site/.ichsite", NOW))
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert (tmp_path / "site/a.md").read_bytes() == b"old"
