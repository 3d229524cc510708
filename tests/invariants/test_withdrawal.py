"""A buyer withdraws: after the next build no byte of the words or of the pictures is left, and the address answers."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import pyvips

from ichsite.project import PREVIEW
from ichsite.request import Request
from ichsite.serve.workshop import Workshop
from tests.invariants.remains import left_of_picture, left_of_words
from tests.sites_support import TODAY, ichsite, laid_out

FOLDER = "content/showcases/vase-1"
WORDS = (
    "靐龘之瓶",
    "齉爩先生",
    "驫麤满室，羴鱻可喜",
    "Qxvzjk Wmphf",
    "瓶身麣纹",
    "爨边灪处",
    "龗后三月",
    "https://example.com/qxvzjk-post",
)
"""What the buyer said and is called, in characters that stand nowhere else: a title, a name, words, English, a picture, a scene."""
TITLE, NAME, SAID, ENGLISH, ALT, SCENE, LATER, POST = WORDS
KEPT = "id: vase-1\ncraft: vase\nwithdrawn: 2026-11-20\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base site in two languages, with a showcase whose words and picture are like nothing else."""
    root = laid_out(tmp_path / "site")
    settings = root / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + "also_in: [en]\n", "utf-8")
    file = root / FOLDER / "showcase.yaml"
    text = file.read_text("utf-8")
    for old, new in (
        ("title: 一束雪柳", f"title: {TITLE}"),
        ("buyer: 小满", f"buyer: {NAME}"),
        ("words: 等了三周，颜色比想的深一点，我喜欢。", f"words: {SAID}"),
        ("alt: 花瓶里插着雪柳", f"alt: {ALT}"),
        ("[words, pictures]", "[words, pictures, name]"),
    ):
        assert old in text
        text = text.replace(old, new)
    more = f"scene: {SCENE}\nlater:\n  - {{day: 2026-10-20, words: {LATER}}}\npost: {POST}\n"
    file.write_text(text + more + "aliases: [/old/snow-willow/]\n", "utf-8")
    (root / FOLDER / "showcase.en.yaml").write_text(f"{SAID}: {ENGLISH}\n", "utf-8")
    (root / FOLDER / "photo-1.jpg").write_bytes(_photo())
    return root


def test_a_build_leaves_nothing(root: Path) -> None:
    _built(root)
    picture, derived = _picture(root)
    assert _places(root, WORDS, picture, derived) >= {"output", ".ichsite"}, "the search finds what is there"
    short = _short(root)
    _withdraw(root)
    said = _built(root)
    assert _places(root, WORDS, picture, derived) == set()
    assert "showcase-withdrawn-kept" in said and "photo-1.jpg" in said and "showcase.en.yaml" in said
    for tree in ("", "en/"):
        page = (root / f"output/{tree}showcases/vase-1/index.html").read_text("utf-8")
        assert "noindex" in page and "crafts/vase/" in page
    for old in (f"s/{short}", "old/snow-willow", "en/old/snow-willow"):
        assert "showcases/vase-1/" in (root / f"output/{old}/index.html").read_text("utf-8")
    assert "showcases/vase-1" not in (root / "output/sitemap.xml").read_text("utf-8")


def test_it_is_the_site_that_a_clean_build_makes(root: Path, tmp_path: Path) -> None:
    _built(root)
    other = shutil.copytree(root, tmp_path / "other", ignore=shutil.ignore_patterns(".ichsite", "*output*"))
    for one in (root, other):
        _withdraw(one)
        _built(one)
    assert _files(root / "output") == _files(other / "output")


def test_going_back_and_forth_leaves_nothing(root: Path) -> None:
    _built(root)
    picture, derived = _picture(root)
    file = root / FOLDER / "showcase.yaml"
    shown = file.read_text("utf-8")
    for _ in range(2):
        _withdraw(root)
        _built(root)
        file.write_text(shown, "utf-8")
        assert ichsite(root, "check").code == 0
        _withdraw(root)
        _built(root)
        assert _places(root, WORDS, picture, derived) == set(), "what was only checked is forgotten as well"
        file.write_text(shown, "utf-8")
        _built(root)


def test_an_edited_showcase_leaves_nothing_of_what_it_was(root: Path) -> None:
    _built(root)
    file = root / FOLDER / "showcase.yaml"
    for number in range(3):
        text = file.read_text("utf-8")
        file.write_text(text.replace("tags: [插花]", "tags: [插花, 家居]") if not number else text + "\n", "utf-8")
        _built(root)
    picture, derived = _picture(root)
    file.write_text(KEPT, "utf-8")
    (root / FOLDER / "photo-1.jpg").unlink()
    (root / FOLDER / "showcase.en.yaml").unlink()
    assert "showcase-withdrawn-kept" not in _built(root, "--strict")
    assert _places(root, WORDS, picture, derived) == set()


def test_a_warm_preview_leaves_nothing(root: Path) -> None:
    with _workshop(root) as shop:
        assert shop.build().publication is not None
        picture, derived = _picture(root, f".ichsite/{PREVIEW}")
        assert _places(root, WORDS, picture, derived) == {".ichsite"}
        _withdraw(root)
        assert shop.build().publication is not None
        assert _places(root, WORDS, picture, derived) == set()
        assert shop.build().publication is not None
    assert _places(root, WORDS, picture, derived) == set()


def test_an_old_preview_and_copies_go_with_a_build(root: Path) -> None:
    with _workshop(root) as shop:
        assert shop.build().publication is not None
    _built(root)
    picture, derived = _picture(root)
    copies = root / ".ichsite/backup/2026-11-01-120000"
    shutil.copytree(root / FOLDER, copies / FOLDER)
    (copies / "content/other.md").write_text("又一份", "utf-8")
    _withdraw(root)
    _built(root)
    assert _places(root, WORDS, picture, derived) == set()
    assert (copies / "content/other.md").exists(), "other copies are somebody's originals"


@pytest.mark.parametrize("day", ["", "'2026-13-45'", "很久以前"])
def test_a_day_that_cannot_be_read_shows_nothing(root: Path, day: str) -> None:
    file = root / FOLDER / "showcase.yaml"
    file.write_text(file.read_text("utf-8") + f"withdrawn: {day}\n", "utf-8")
    assert ichsite(root, "build").code == 1
    assert not (root / "output").exists()


def test_what_was_never_published_gets_no_address(root: Path) -> None:
    _withdraw(root)
    _built(root)
    assert not (root / "output/showcases/vase-1").exists()


def _withdraw(root: Path) -> None:
    file = root / FOLDER / "showcase.yaml"
    file.write_text(file.read_text("utf-8") + "withdrawn: 2026-11-20\n", "utf-8")


def _built(root: Path, *options: str) -> str:
    run = ichsite(root, "build", *options)
    assert run.code == 0, run.err
    return run.err


def _workshop(root: Path) -> Workshop:
    return Workshop(Request(root, date.fromisoformat(TODAY)), lambda: nullcontext(_quiet))


def _quiet(stage: str, done: int, of: int) -> None:
    """Nobody is told."""


def _picture(root: Path, folder: str = "output") -> tuple[bytes, list[bytes]]:
    """The photograph, and the published pictures that were made of it."""
    picture = (root / FOLDER / "photo-1.jpg").read_bytes()
    published = [path.read_bytes() for path in sorted((root / folder / "assets/pictures").iterdir())]
    own = [one for one in published if left_of_picture(picture, (), *_alone(root, one))]
    assert len(own) > 1
    return picture, own


def _alone(root: Path, data: bytes) -> tuple[Path]:
    """A folder outside the project with one file."""
    folder = root.parent / "alone"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "one").write_bytes(data)
    return (folder,)


def _places(root: Path, words: Iterable[str], picture: bytes, derived: Iterable[bytes]) -> set[str]:
    """The folders beside `content/` in which anything of it is left."""
    folders = [path for path in root.iterdir() if path.is_dir() and path.name not in ("content", "themes")]
    found = left_of_words(words, *folders) | left_of_picture(picture, derived, *folders)
    return {Path(one).relative_to(root).parts[0] for one in found}


def _short(root: Path) -> str:
    line = next(
        line for line in (root / "content/permalinks.yaml").read_text("utf-8").splitlines() if "kind: showcase" in line
    )
    return line.partition("code: ")[2].partition(",")[0]


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _photo() -> bytes:
    """Squares of chance greys, as no other picture has them."""
    chance = random.Random(20261120)  # noqa: S311
    levels = bytes(chance.choice((0, 255)) for _ in range(64))
    made: Any = pyvips.Image.new_from_memory(levels, 8, 8, 1, "uchar")
    return bytes(made.resize(150, kernel="nearest").jpegsave_buffer(Q=90))
