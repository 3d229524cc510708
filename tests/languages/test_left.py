"""What a scaffold left to be written is found in translations too, and nothing is published with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.languages.two_tongues import in_two_languages
from tests.sites_support import ichsite


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        ("site.en.yaml", "Trial Workshop", "(to write) Your shop's name", "site.en.yaml:1:"),
        ("content/crafts/vase/index.en.md", "title: Celadon vase", "title: （待写）", "index.en.md:2:8"),
        ("content/crafts/vase/index.en.md", "拉坯: Throwing", "拉坯: (to write)", "index.en.md:6:"),
        ("content/crafts/vase/index.en.md", "Thrown first", "(to write) Thrown first", "index.en.md:8:1"),
        ("content/crafts/vase/customization.en.yaml", "plum green", "(to write)", "customization.en.yaml:2:"),
        ("content/posts/first.en.md", "See the", "（待写）See the", "first.en.md:4:1"),
    ],
)
def test_a_translation_is_searched(tmp_path: Path, path: str, old: str, new: str, place: str) -> None:
    root = in_two_languages(tmp_path / "site")
    file = root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    run = ichsite(root, "build")
    assert run.code == 1 and not (root / "output").exists()
    assert run.err.count("placeholder-left]") == 1, run.err
    assert place in next(line for line in run.err.splitlines() if "error[placeholder-left]" in line)
    assert "删掉那一行，页面上会先用原文" in run.err


def test_the_translation_of_a_draft_is_a_list_of_what_is_to_be_done(tmp_path: Path) -> None:
    root = in_two_languages(tmp_path / "site")
    post = root / "content/posts/first.md"
    post.write_text(post.read_text("utf-8").replace("---\n", "---\ndraft: true\n", 1), "utf-8")
    translation = root / "content/posts/first.en.md"
    translation.write_text(translation.read_text("utf-8").replace("See the", "(to write) See the"), "utf-8")
    assert "placeholder-left" not in ichsite(root, "check").err
    run = ichsite(root, "check", "--drafts")
    assert "first.en.md:4:1 warning[placeholder-left]" in run.err, run.err
