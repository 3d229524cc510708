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


def test_windows_paths_of_pictures_are_said_with_the_way_out(tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    path = root / VASE
    text = path.read_text("utf-8").replace("file: cover.jpg", "file: images\\cover.jpg", 1)
    path.write_text(text, "utf-8")
    with (root / "content/posts/first.md").open("a", encoding="utf-8") as post:
        post.write("\n![开窑](C:\\照片\\开窑.jpg)\n")
    other = root / "content/crafts/plaque/index.md"
    other.write_text(other.read_text("utf-8").replace("file: cover.jpg", "file: 'D:\\图\\银牌 1.jpg'", 1), "utf-8")
    run = ichsite(root, "check")
    assert run.code == 1
    assert "路径里用了反斜杠" in run.err and "改成 `images/cover.jpg`" in run.err
    assert "只写 `银牌 1.jpg`" in run.err
    assert "link-scheme" in run.err and run.err.count("这是您电脑里的路径") == 2


def test_a_folder_with_backslashes_is_named_and_not_made(tmp_path: Path) -> None:
    nowhere = ichsite(tmp_path / "C:\\nowhere", "check")
    assert nowhere.code == 2 and "没有这个文件夹" in nowhere.err and "C:\\nowhere" in nowhere.err
