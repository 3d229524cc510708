"""The kit's pages: there where they are wanted, listed nowhere, and the same bytes by every way of building them."""

from __future__ import annotations

from pathlib import Path

from tests.sites_support import ichsite, laid_out


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def test_pages_of_the_kit(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    settings = root / "site.yaml"
    without = settings.read_text("utf-8")
    assert ichsite(root, "build").code == 0
    assert not (root / "output" / "kit").exists()
    settings.write_text(f"{without}\nlinks: {{kit_pages: true, hashtags: [非遗]}}\n", "utf-8")
    run = ichsite(root, "build", "--jobs", "2")
    assert run.code == 0, run.err
    page = (root / "output" / "kit" / "crafts" / "vase" / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert page.count("<textarea") == 16
    assert "#非遗" in page
    assert "/kit/" not in (root / "output" / "sitemap.xml").read_text("utf-8")
    assert "/kit/" not in (root / "output" / "index.html").read_text("utf-8")

    edited = root / "content" / "crafts" / "vase" / "index.md"
    text = edited.read_text("utf-8")
    title = next(line for line in text.split("\n") if line.startswith("title: "))
    edited.write_text(text.replace(title, f"{title}改名", 1), "utf-8")
    assert ichsite(root, "build", "--jobs", "1").code == 0
    assert "改名" in (root / "output" / "kit" / "crafts" / "vase" / "index.html").read_text("utf-8")
    clean = ichsite(root, "build", "--clean", "--output", str(tmp_path / "clean"))
    assert clean.code == 0, clean.err
    assert files_of(root / "output") == files_of(tmp_path / "clean")
