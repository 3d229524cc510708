"""Thirty histories of adding, renaming, moving, deleting, restoring, of languages and tags: every address that
was ever published answers in every later build, and in the end with a page."""

from __future__ import annotations

import os
import random
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.invariants.histories import ACTS, Author, leads_to
from tests.invariants.showing_theme import lay_showing_theme
from tests.invariants.trees import built, differences, tree
from tests.sites_support import laid_out

STEPS, AT_ONCE = 5, 10
HISTORIES = 200 if os.environ.get("HYPOTHESIS_PROFILE") == "explore" else 30
MADE_ANEW = ("assets/", ".ichsite-output")
"""Named by their content: no address of these is given to anybody."""


def lost(output: Path, published: set[str]) -> list[str]:
    """The published files that are gone, or that lead to no page in the end."""
    found: list[str] = []
    for path in sorted(published):
        steps, at = 0, path
        while True:
            file = output / at
            if not file.is_file() or steps > 5:
                found.append(path)
                break
            target = leads_to(file.read_bytes()) if at.endswith(".html") else None
            if target is None:
                break
            at = unquote(target).lstrip("/")
            at = at + "index.html" if not at or at.endswith("/") else at
            steps += 1
    return found


def promises(root: Path) -> dict[Path, bytes]:
    """What was ever promised, by its file: all but the days, to which some may come."""
    return {path: path.read_bytes().partition(b"\n")[2] for path in (root / "content/promises").iterdir()}


def unanswered(root: Path, promised: dict[Path, bytes]) -> list[str]:
    """The versions ever promised that have no page, or whose address gives other terms than were written down."""
    found: list[str] = []
    for path, record in promised.items():
        version = path.name.split(".")[-2]
        folder = root / "output/promises" / version
        terms = folder / "terms.json"
        said = b'"terms":' + terms.read_bytes().rstrip(b"\n") + b"}\n" if terms.is_file() else b""
        if said != record or not (folder / "index.html").is_file():
            found.append(version)
    return found


@pytest.mark.parametrize("first", range(0, HISTORIES, AT_ONCE))
def test_every_address_ever_published_answers(first: int, tmp_path: Path) -> None:
    for seed in range(first, first + AT_ONCE):
        root = laid_out(tmp_path / f"site-{seed}")
        lay_showing_theme(root)
        author = Author(root, random.Random(seed))  # noqa: S311
        built(root)
        published: set[str] = set()
        promised: dict[Path, bytes] = {}
        for _ in range(STEPS):
            promised |= promises(root)
            published |= {path for path in tree(root / "output") if not path.startswith(MADE_ANEW)}
            author.step()
            built(root)
            assert lost(root / "output", published) == [], (seed, author.done)
            assert promised.items() <= promises(root).items(), (seed, author.done)
            assert unanswered(root, promised) == [], (seed, author.done)


def test_the_same_site_entered_again_changes_nothing(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    lay_showing_theme(root)
    author = Author(root, random.Random(3))  # noqa: S311
    for _ in range(6):
        author.step()
        built(root)
        ledger, site = (root / "content/permalinks.yaml").read_bytes(), tree(root / "output")
        again = built(root, clean=True)
        assert (root / "content/permalinks.yaml").read_bytes() == ledger
        assert again.addresses.changes == ()
        assert not differences(tree(root / "output"), site)


def test_a_lost_address_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text('<meta http-equiv="refresh" content="0; url=/b/">', "utf-8")
    (tmp_path / "c.html").write_text("<p>.", "utf-8")
    assert lost(tmp_path, {"a/index.html", "c.html", "d.json"}) == ["a/index.html", "d.json"]


def test_every_act_is_played() -> None:
    assert len({act.__name__ for act in ACTS}) == 22
