"""What comes from Windows: CRLF, backslashes in content and in arguments."""

from __future__ import annotations

from pathlib import Path

from tests.sites_support import ichsite, laid_out

VASE = "content/crafts/vase/index.md"


def _files(root: Path) -> dict[str, bytes]:
    output = root / "output"
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def test_crlf_makes_the_same_site(tmp_path: Path) -> None:
    unix, windows = laid_out(tmp_path / "unix"), laid_out(tmp_path / "windows")
    changed = 0
    for path in (windows / "site.yaml", *(windows / "content").rglob("*")):
        if path.suffix in (".md", ".yaml"):
            path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
            changed += 1
    assert changed > 5
    assert [ichsite(root, "build", "--strict").code for root in (unix, windows)] == [0, 0]
    assert _files(unix) == _files(windows)
    well = ichsite(windows, "doctor", "--strict")
    assert well.code == 0 and f"{changed} 个文字文件用 Windows 换行" in well.err


def test_a_backslash_in_a_picture_path_is_said_with_the_way_out(tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    path = root / VASE
    path.write_text(path.read_text("utf-8").replace("file: ", "file: images\\", 1), "utf-8")
    run = ichsite(root, "check")
    assert run.code == 1
    assert "error[picture-path]" in run.err and "/" in run.err.split("怎么办：")[1]


def test_a_folder_with_backslashes_is_named_and_not_made(tmp_path: Path) -> None:
    nowhere = ichsite(tmp_path / "C:\\nowhere", "check")
    assert nowhere.code == 2 and "没有这个文件夹" in nowhere.err and "C:\\nowhere" in nowhere.err
