"""A small site for tests of the ledger: laid out, built in this process, and asked."""

from __future__ import annotations

import re
from pathlib import Path

from ichsite.stage.pages import Publication
from tests.invariants.showing_theme import lay_showing_theme
from tests.invariants.trees import attempted, built
from tests.sites_support import laid_out

LEDGER = "content/permalinks.yaml"


def site(root: Path) -> Path:
    """The base site under the theme that shows everything, built once."""
    laid_out(root)
    lay_showing_theme(root)
    built(root)
    return root


def ledger(root: Path) -> str:
    return (root / LEDGER).read_text("utf-8")


def line_of(root: Path, name: str) -> str:
    """The ledger's line of `post:first`."""
    kind, _, id = name.partition(":")
    found = re.search(rf"^- \{{kind: {kind}, id: \"?{re.escape(id)}\"?,.*$", ledger(root), re.MULTILINE)
    assert found is not None, ledger(root)
    return found[0]


def post(root: Path, name: str, *fields: str, body: str = "正文。") -> Path:
    """Writes a post; `fields` are further lines of its front matter."""
    path = root / f"content/posts/{name}.md"
    head = "\n".join((*fields, f"title: 文章 {name}", "summary: 一句话", "published: 2026-10-01", "author: 甲"))
    path.write_text(f"---\n{head}\n---\n{body}\n", "utf-8")
    return path


def page(root: Path, address: str) -> str:
    """What answers at an address."""
    inner = address.strip("/")
    return (root / "output" / (f"{inner}/index.html" if inner else "index.html")).read_text("utf-8")


def leads(root: Path, address: str) -> str | None:
    """Where an address leads; None where it is a page of its own."""
    found = re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', page(root, address))
    return found[1] if found else None


def refused(root: Path) -> str:
    """What a build says that does not publish."""
    published, said = attempted(root)
    assert not published, "this should have been refused"
    return said


def again(root: Path) -> Publication:
    """One more build, which must publish."""
    return built(root)
