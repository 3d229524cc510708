"""The handbook: ichsite builds it, in both languages, and its files lead to each other on a code host too."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.docs.reading import BESIDE, HANDBOOK, PAGES, ROOT, relative_links
from tests.sites_support import Run, ichsite

OUTSIDE = {"architecture.md", "architecture.zh-CN.md", "views.md", "views.zh-CN.md"}
"""Read beside the code (docs/decisions/0013-the-handbook.md)."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Run]:
    root = tmp_path_factory.mktemp("handbook")
    for name in ("site.yaml", "site.zh-CN.yaml"):
        shutil.copy(HANDBOOK / name, root / name)
    shutil.copytree(HANDBOOK / "content", root / "content")
    return root / "output", ichsite(root, "build", "--strict", "--frozen", "--jobs", "1")


def hrefs(page: Path, within: str) -> list[str]:
    found = re.search(f'<nav class="{within}".*?</nav>', page.read_text("utf-8"), re.S)
    return re.findall(r'href="([^"#]*)"', found[0]) if found is not None else []


def test_it_builds_without_a_word_against_it(built: tuple[Path, Run]) -> None:
    """Where this is red for addresses that are not written down: `ichsite -C docs build`, and commit."""
    assert built[1].code == 0, built[1].err


def test_every_page_is_there_in_both_languages(built: tuple[Path, Run]) -> None:
    names = {path.name.split(".")[0] for path in PAGES}
    for name in names:
        for tree in ("", "zh-CN/"):
            page = (built[0] / tree / name / "index.html").read_text("utf-8")
            assert '<nav class="guide"' in page, (tree, name)


def test_every_page_is_written_in_chinese(built: tuple[Path, Run]) -> None:
    home = (built[0] / "zh-CN/index.html").read_text("utf-8")
    assert all(word in home for word in ("入门", "日常", "做主题", "十分钟上一件作品"))
    for name in {path.name.split(".")[0] for path in PAGES}:
        page = (built[0] / f"zh-CN/{name}/index.html").read_text("utf-8")
        assert '<div class="prose">\n<div lang="en"' not in page
        assert (HANDBOOK / f"content/pages/{name}.zh-CN.md").is_file()


def test_one_can_read_it_from_the_first_page_to_the_last(built: tuple[Path, Run]) -> None:
    order = hrefs(built[0] / "index.html", "main-menu")
    at, seen = order[0], []
    while at not in seen:
        seen.append(at)
        page = built[0] / at.removeprefix("/docs/") / "index.html"
        after = re.search(r'class="after" href="([^"]*)"', page.read_text("utf-8"))
        if after is None:
            break
        at = after[1]
    listed = hrefs(built[0] / seen[0].removeprefix("/docs/") / "index.html", "guide")
    assert seen == listed
    assert len(seen) == len({path.name.split(".")[0] for path in PAGES})


def test_it_is_no_catalogue(built: tuple[Path, Run]) -> None:
    for name in ("crafts", "tiers", "streams", "masters", "posts", "kit", "api", "overlay"):
        assert not (built[0] / name).exists(), name
    assert "/docs/s/" not in (built[0] / "404.html").read_text("utf-8")


def test_search_reads_it_in_both_languages(built: tuple[Path, Run]) -> None:
    for tree in ("", "zh-CN/"):
        page = (built[0] / tree / "search/index.html").read_text("utf-8")
        (index,) = re.findall(r'data-index="([^"]*)"', page)
        assert (built[0] / index.removeprefix("/docs/")).is_file()


def test_the_demonstration_leads_to_it() -> None:
    beside = re.findall(r"address: (/docs/\S*?)}", (ROOT / "site.yaml").read_text("utf-8"))
    assert beside == ["/docs/zh-CN/", "/docs/"]
    own = (HANDBOOK / "site.yaml").read_text("utf-8")
    home = re.search(r"^base_url: (\S+)", (ROOT / "site.yaml").read_text("utf-8"), re.M)
    assert home is not None
    assert f"base_url: {urljoin(home[1], '/docs/')}\n" in own
    assert "cp -R docs/output output/docs" in (ROOT / "Makefile").read_text("utf-8")


def test_what_lies_beside_the_code_is_in_chinese_too() -> None:
    for name in OUTSIDE:
        path = HANDBOOK / name
        other = path.with_name(f"{name.split('.')[0]}{'.md' if '.zh-CN' in name else '.zh-CN.md'}")
        assert f"]({other.name})*" in path.read_text("utf-8"), "each leads to the other"


def test_a_page_of_the_handbook_lies_among_its_pages() -> None:
    stray = {path.name for path in HANDBOOK.glob("*.md")} - OUTSIDE
    assert stray == set(), "give it a front matter and move it to docs/content/pages/"


@pytest.mark.parametrize(
    "path", [*BESIDE, *PAGES, *(HANDBOOK / name for name in sorted(OUTSIDE))], ids=lambda one: one.name
)
def test_files_lead_to_files(path: Path) -> None:
    missing = [link for link in relative_links(path.read_text("utf-8")) if not (path.parent / link).exists()]
    assert missing == []
