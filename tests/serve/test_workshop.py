"""Builds of one warm process against a clean one: the same bytes, whatever happened in between."""

from __future__ import annotations

import shutil
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from ichsite.request import Request
from ichsite.serve.workshop import Built, Workshop
from tests.sites_support import TODAY, laid_out

STORY, SITE = "content/crafts/vase/index.md", "site.yaml"


def workshop(root: Path) -> Workshop:
    return Workshop(Request(root, date.fromisoformat(TODAY)), lambda: nullcontext(lambda *_: None))


def files(built: Built) -> dict[str, bytes]:
    return {
        str(path.relative_to(built.folder)): path.read_bytes() for path in built.folder.rglob("*") if path.is_file()
    }


def changed(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_warm_is_clean(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    with workshop(root) as shop:
        first = shop.build()
        assert first.publication is not None
        changed(root / STORY, "title: ", "title: 新")
        edited = shop.build()
        assert edited.publication is not None
        assert edited.publication.changed
        assert edited.publication.written < len(files(first)) // 2
        again = shop.build().publication
        assert again is not None
        assert not again.changed
        _broken_and_mended(root, shop, files(edited))
        changed(root / SITE, "name: 试验作坊", "name: 另一家")
        assert shop.build().publication is not None
        shutil.rmtree(next((root / "content/showcases").iterdir()))
        assert shop.build().publication is not None
        _taken_away(shop, root / ".ichsite/preview", tmp_path / "outside")
        changed(root / STORY, "title: 新", "title: 再新")
        warm = shop.build()
        assert warm.publication is not None
        with workshop(_copy(root, tmp_path / "clean")) as other:
            assert files(warm) == files(other.build())
    # a further process finds everything as it is
    with workshop(root) as later:
        found = later.build()
        assert found.publication is not None
        assert (found.publication.written, found.publication.changed) == (0, False)
    assert not (root / "output").exists()
    assert not (root / "content/permalinks.yaml").exists()


def _broken_and_mended(root: Path, shop: Workshop, before: dict[str, bytes]) -> None:
    changed(root / STORY, "title: ", "title： ")
    broken = shop.build()
    assert broken.publication is None
    assert broken.findings
    assert files(broken) == before
    changed(root / STORY, "title： ", "title: ")
    mended = shop.build().publication
    assert mended is not None
    assert not mended.changed


def _taken_away(shop: Workshop, preview: Path, outside: Path) -> None:
    """While the server runs, the preview is removed, and then a link comes up in its place."""
    outside.mkdir()
    (outside / "mine.txt").write_text("mine")
    shutil.rmtree(preview)
    assert shop.build().publication is not None
    shutil.rmtree(preview)
    preview.symlink_to(outside)
    built = shop.build()
    assert built.publication is not None
    assert not preview.is_symlink()
    assert "mine.txt" not in files(built)
    assert [path.name for path in outside.iterdir()] == ["mine.txt"]


def test_a_preview_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_text("mine")
    (root / ".ichsite").mkdir()
    for name in ("preview", ".preview.next"):
        (root / ".ichsite" / name).symlink_to(outside)
    shutil.rmtree(root / "content/crafts/vase")  # what is built does not matter, and this builds faster
    with workshop(root) as shop:
        shop.build()
    assert [path.name for path in outside.iterdir()] == ["index.html"]
    assert (outside / "index.html").read_text() == "mine"


def _copy(root: Path, target: Path) -> Path:
    """The project with nothing remembered but its pictures, which are the same by their digests."""
    shutil.copytree(root, target, ignore=shutil.ignore_patterns(".ichsite"))
    (target / ".ichsite").mkdir()
    for file in (root / ".ichsite").glob("pictures.sqlite*"):
        shutil.copy(file, target / ".ichsite")
    return target
