"""Builds that would publish a dead link: nothing is published, and the author reads where and what."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ichsite.engine.freight import unpack
from ichsite.engine.keep import load_value
from ichsite.model.shelf import Shelf
from ichsite.render.task import Rendered, RenderTask, render
from ichsite.verify.web import unpacked
from tests.invariants.trees import attempted, built, tree
from tests.languages.two_tongues import in_two_languages
from tests.sites_support import ichsite, laid_out

THEME = "name: mine\nversion: 1.0.0\nrequires: 0.1.0\nextends: default\n"


def with_footer(root: Path, markup: str, **files: str) -> Path:
    """The site with a theme whose every page ends with `markup`, and further files of the theme."""
    theme = root / "themes/mine"
    (theme / "partials").mkdir(parents=True, exist_ok=True)
    (theme / "theme.yaml").write_text(THEME, "utf-8")
    (theme / "partials/footer.html").write_text(f'<h2 id="seller">.</h2>\n{markup}\n', "utf-8")
    for name, text in files.items():
        (theme / name).parent.mkdir(parents=True, exist_ok=True)
        (theme / name).write_text(text, "utf-8")
    settings = root / "site.yaml"
    if "theme:" not in (text := settings.read_text("utf-8")):
        settings.write_text(f"{text}\ntheme: mine\n", "utf-8")
    return root


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with that theme, built once: every test takes a copy with its cache."""
    root = with_footer(laid_out(tmp_path_factory.mktemp("ready") / "site"), "")
    built(root)
    for ledger in (root / ".ichsite").glob("*output-*"):
        ledger.unlink()
    return root


@pytest.fixture
def root(ready: Path, tmp_path: Path) -> Path:
    shutil.copytree(ready, tmp_path / "site", symlinks=True)
    return tmp_path / "site"


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        (
            '<a href="/crafts/gone/">',
            "themes/mine/partials/footer.html:2:10 error[dead-link] a dead link: nothing answers at /crafts/gone/",
        ),
        (
            '<a href="/Crafts/">',
            "footer.html:2:10 error[dead-link] a dead link: nothing answers at /Crafts/: only the letter case differs",
        ),
        (
            '<a href="/crafts/vase/#dais">',
            "footer.html:2:10 error[dead-link] a dead link: /crafts/vase/ has no place `dais`",
        ),
        ('<a href="#dais">', "footer.html:2:9 error[dead-link] a dead link: this page has no place `dais`"),
        ('<img src="/a.png" alt="" srcset="/b.png 2x">', "nothing answers at /b.png"),
        ('<form action="/order/"></form>', "nothing answers at /order/"),
        ('<i data-index="/assets/none.json"></i>', "nothing answers at /assets/none.json"),
        ('<i data-pages="/crafts/page/" data-label="/题"></i>', ""),
        ('<a href="{{ "/crafts/vase/"|href }}#days">', ""),
    ],
)
def test_a_theme_that_names_what_is_not_there(root: Path, markup: str, said: str) -> None:
    before = tree(root / "output")
    published, findings = attempted(with_footer(root, markup))
    assert published == (not said)
    assert said in findings
    if said:
        assert tree(root / "output") == before
        assert "and " in findings and "more do" in findings, "one finding for all pages"
        assert findings.count("error[dead-link]") == markup.count('="/') or "#" in markup


def test_an_address_without_the_sub_path_is_said_to_lead_out_of_it(root: Path) -> None:
    settings = root / "site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("shop.example/", "shop.example/repo/"), "utf-8")
    published, findings = attempted(with_footer(root, '<a href="/crafts/">'))
    assert not published
    assert "/crafts/ leads out of /repo/, where the site lives" in findings
    assert attempted(with_footer(root, '<a href="{{ "/crafts/"|href }}">'))[0]


POST = "---\nid: extra\ntitle: 附\nsummary: 附记\npublished: 2026-11-02\nauthor: 阿宁\n---\n附。\n"


def naming_a_post(root: Path) -> Path:
    """A site whose theme names a post on every page of a craft, built; the post's file."""
    post = root / "content/posts/extra.md"
    (root.with_name("before.yaml")).write_bytes((root / "content/permalinks.yaml").read_bytes())
    post.write_text(POST, "utf-8")
    with_footer(root, "", **{"partials/craft/draw.html": '<a href="/posts/extra/">.</a>\n'})
    built(root)
    return post


def never_published(root: Path, post: Path) -> None:
    """The post and its line in the ledger are gone, as on a branch that has neither: else its address would answer."""
    post.unlink()
    (root / "content/permalinks.yaml").write_bytes(root.with_name("before.yaml").read_bytes())


def test_a_page_that_goes_while_those_that_name_it_stay(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    never_published(root, naming_a_post(root))
    rendered: list[str] = []

    def watched(task: RenderTask, shelf: Shelf) -> Rendered:
        rendered.append(task.url)
        return render(task, shelf)

    monkeypatch.setattr("ichsite.stage.pages.render", watched)
    published, findings = attempted(root)
    assert not published
    assert rendered
    assert not [url for url in rendered if url.startswith("/crafts/vase/")], "the pages that name it stay as they are"
    assert findings == (
        "themes/mine/partials/craft/draw.html:1:10 error[dead-link] a dead link: nothing answers at /posts/extra/"
        " (/crafts/plaque/ has this link, and 1 more do)"
    )
    clean = shutil.copytree(root, root.with_name("clean"), ignore=shutil.ignore_patterns(".ichsite", "*output*"))
    assert attempted(clean) == (False, findings)


@pytest.mark.parametrize("damage", ["lost", "cut", "swapped"])
def test_damage_of_what_is_remembered_costs_nothing_but_time(root: Path, damage: str) -> None:
    post = naming_a_post(root)
    (kept,) = (root / ".ichsite").glob("links-*")
    data = kept.read_bytes()
    if damage == "lost":
        kept.unlink()
    elif damage == "cut":
        kept.write_bytes(data[: len(data) // 2])
    else:
        shutil.copyfile(next((root / ".ichsite").glob("output-*")), kept)
    never_published(root, post)
    published, findings = attempted(root)
    assert not published
    assert findings.count("error[dead-link]") == 1
    post.write_text(POST.replace("附记", "附的"), "utf-8")
    assert attempted(root) == (True, "")
    web = unpacked(load_value(kept), 16)
    before = unpacked(unpack(data[16:]), 16)
    assert web is not None
    assert before is not None
    assert {one for one in web.files if one.endswith(".html")} == {one for one in before.files if one.endswith(".html")}


def test_a_stranger_s_file_answers_until_it_goes(root: Path) -> None:
    (root / "output/price.pdf").write_bytes(b"%PDF")
    (root / "output/old").mkdir()
    (root / "output/old/index.html").write_text("<p id=a>", "utf-8")
    with_footer(root, '<a href="/price.pdf">.</a><a href="/old/#b">.</a>')
    assert attempted(root) == (True, "")
    assert attempted(root) == (True, "")
    (root / "output/price.pdf").unlink()
    published, findings = attempted(root)
    assert not published, "nothing else has changed"
    assert "nothing answers at /price.pdf" in findings
    (root / "output/price.pdf").write_bytes(b"%PDF")
    assert attempted(root) == (True, "")


def test_another_language_s_page(tmp_path: Path) -> None:
    root = with_footer(in_two_languages(tmp_path), '<a href="/en/crafts/vase/">.</a><a href="/en/crafts/gone/">.</a>')
    published, findings = attempted(root)
    assert not published
    assert findings.count("error[dead-link]") == 1
    assert "nothing answers at /en/crafts/gone/" in findings


def test_the_words_of_a_finding(root: Path) -> None:
    run = ichsite(with_footer(root, '<a href="/crafts/vasse/">.</a>'), "build", "--jobs", "1")
    assert run.code == 1
    assert "死链：/crafts/vasse/ 打不开，站里没有这一页（/404.html 上有这个链接，另有" in run.err
    assert "是不是想写 `/crafts/vase/`？" in run.err
    assert "没有写出任何东西" in run.err
