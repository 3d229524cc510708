"""A site in two languages: the same pages twice, joined to each other, nothing promised differently."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.invariants.pages import dead
from tests.languages.reading import Page
from tests.languages.two_tongues import FILES, ORIGIN, built, in_two_languages, published
from tests.sites_support import ichsite

HAN = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(in_two_languages(tmp_path_factory.mktemp("two")))


def pages(output: Path) -> dict[str, Page]:
    return {
        path.relative_to(output).as_posix(): Page(path.read_text("utf-8")) for path in sorted(output.rglob("*.html"))
    }


def test_both_trees_have_the_same_pages(output: Path) -> None:
    names = {name for name in published(output) if not name.startswith("assets/") and not name.startswith(".")}
    further = {name.removeprefix("en/") for name in names if name.startswith("en/")}
    # short addresses lead to one place, whatever the language of the page that names them
    main = {name for name in names if not name.startswith(("en/", "s/")) or name == "s/index.html"}
    schemas = {
        f"api/v1/schema/{name}.json"
        for name in (
            "catalogue",
            "craft",
            "streams",
            "calls",
            "polls",
            "ideas",
            "designs",
            "events",
            "feedback",
            "materials",
            "gone",
        )
    }
    # what was promised is one text, in the language in which it was
    terms = {name for name in main if name.startswith("promises/") and name.endswith("/terms.json")}
    assert terms
    assert main - further == {"404.html", "robots.txt", "sitemap.xml", *schemas, *terms}
    assert further <= main
    assert {"index.html", "feed.xml", "crafts/vase/index.html", "posts/first/index.html"} <= further


@pytest.mark.parametrize("base", ["/", "/repo/"])
def test_every_address_answers_in_both(tmp_path: Path, base: str) -> None:
    output = built(in_two_languages(tmp_path, base))
    assert dead(output, ORIGIN, base) == []
    page = (output / "en/posts/first/index.html").read_text("utf-8")
    assert f'href="{base}en/crafts/vase/#story-the-kiln"' in page
    assert f'href="{base}assets/' in page
    assert f'href="{base}en/assets/' not in page


def test_alternates_are_mutual(output: Path) -> None:
    found = pages(output)
    for name, page in found.items():
        if not page.alternates:
            if 'http-equiv="refresh"' in page.source:
                continue  # it leads on, and says where to
            assert '<meta name="robots" content="noindex">' in page.source, name
            continue
        here = f"{ORIGIN}/{name.removesuffix('index.html')}"
        assert page.alternates[page.language] == here, name
        assert set(page.alternates) in ({"zh-CN", "en", "x-default"}, set()), name
        assert page.alternates["x-default"] == page.alternates["zh-CN"]
        other = found[
            f"{page.alternates['en' if page.language == 'zh-CN' else 'zh-CN']}index.html".removeprefix(f"{ORIGIN}/")
        ]
        assert other.alternates == page.alternates, name
        assert page.switches == {other.language: page.alternates[other.language].removeprefix(ORIGIN)}, name


def test_the_sitemap_knows_every_page_and_its_counterpart(output: Path) -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    entries = ElementTree.parse(output / "sitemap.xml").getroot().findall(f"{space}url")  # noqa: S314  our own file
    listed = {
        str(entry.findtext(f"{space}loc")): [dict(link.attrib) for link in entry if link.tag.endswith("}link")]
        for entry in entries
    }
    assert f"{ORIGIN}/en/crafts/vase/" in listed
    for links in listed.values():
        assert [link["hreflang"] for link in links] == ["zh-CN", "en"]
        assert {link["href"] for link in links} <= set(listed)


def test_languages_are_stated(output: Path) -> None:
    for name, page in pages(output).items():
        assert page.language == ("en" if name.startswith("en/") else "zh-CN"), name
    assert 'xml:lang="en"' in (output / "en/feed.xml").read_text("utf-8")
    assert "This page is not here" in (output / "404.html").read_text("utf-8")


def test_what_falls_back_is_marked(output: Path) -> None:
    for name, page in pages(output).items():
        if name.startswith("en/"):
            wrong = [text for language, text in page.texts if language != "zh-CN" and HAN.search(text)]
            assert wrong == [], name
    plaque = (output / "en/crafts/plaque/index.html").read_text("utf-8")
    vase = (output / "en/crafts/vase/index.html").read_text("utf-8")
    assert 'class="untranslated"' in plaque
    assert 'class="untranslated"' not in vase
    assert "Width of the mouth" in vase
    assert '<span lang="zh-CN">釉色意向</span>' in vase


def test_the_main_tree_is_left_alone(output: Path, tmp_path: Path) -> None:
    """A second language adds its switch and its alternates, and changes nothing else."""
    root = in_two_languages(tmp_path)
    settings = root / "site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("also_in: [en]\n", ""), "utf-8")
    for path in FILES:
        (root / path).unlink()
    alone = built(root)
    assert not (alone / "en").exists()
    for name in ("crafts/vase/index.html", "crafts/plaque/index.html", "posts/first/index.html"):
        one, two = (where / name for where in (alone, output))
        assert re.sub(r"site\.[0-9a-f]+\.", "site.", one.read_text("utf-8")) == re.sub(
            r"site\.[0-9a-f]+\.",
            "site.",
            re.sub(
                r'<nav class="languages".*?</nav>\n|<link rel="alternate" hreflang[^>]*>\n|<meta property="og:locale:alt[^>]*>\n',
                "",
                two.read_text("utf-8"),
                flags=re.S,
            ),
        )


def test_both_trees_promise_the_same(output: Path) -> None:
    """Days and prices: the numbers of a craft's page, each time in its order."""
    for craft in ("vase", "plaque"):
        texts = [(output / tree / "crafts" / craft / "index.html").read_text("utf-8") for tree in (".", "en")]
        times = [re.findall(r'<time datetime="([^"]+)"', text) for text in texts]
        assert times[0] == times[1] != []
        amounts = [re.findall(r"¥([\d,]+)", text) for text in texts]
        assert amounts[0] == amounts[1] != []


def test_an_edited_translation_renders_what_shows_it_and_equals_a_clean_build(tmp_path: Path) -> None:
    root = in_two_languages(tmp_path)
    built(root)
    page = root / "content/crafts/vase/index.en.md"
    page.write_text(page.read_text("utf-8").replace("Thrown first", "It is thrown first"), "utf-8")
    run = ichsite(root, "build", "--json")
    reasons = json.loads(run.out)["reasons"]
    assert set(reasons) == {
        "/en/crafts/vase/",
        "/en/crafts/vase/brief/",
        "/en/api/v1/crafts/vase.json",
        "/en/ideas/mouth/",  # answered ideas quote the craft's thresholds
        "/en/search/",
    }, reasons
    after = published(root / "output")
    assert after == published(built(root, "--clean"))


def test_a_changed_name_changes_its_own_tree_only(tmp_path: Path) -> None:
    root = in_two_languages(tmp_path)
    built(root)
    words = root / "site.en.yaml"
    words.write_text(words.read_text("utf-8").replace("celadon", "green ware"), "utf-8")
    run = ichsite(root, "build", "--json")
    reasons = json.loads(run.out)["reasons"]
    assert reasons
    assert all(url.startswith("/en/") for url in reasons)
    assert published(root / "output") == published(built(root, "--clean"))


def test_workers_make_no_difference(tmp_path: Path) -> None:
    one = published(built(in_two_languages(tmp_path / "one"), "--jobs", "1"))
    two = published(built(in_two_languages(tmp_path / "two"), "--jobs", "2"))
    assert one == two


def test_an_english_site_with_a_chinese_tree(tmp_path: Path) -> None:
    output = built(in_two_languages(tmp_path, main="en", also="zh-CN"))
    assert Page((output / "index.html").read_text("utf-8")).language == "en"
    home = Page((output / "zh-CN/index.html").read_text("utf-8"))
    assert home.language == "zh-CN"
    assert home.alternates["x-default"] == f"{ORIGIN}/"
    assert dead(output, ORIGIN, "/") == []


def test_a_page_in_the_way_of_a_tree_is_named(tmp_path: Path) -> None:
    root = in_two_languages(tmp_path)
    text = (root / "content/pages/about.md").read_text("utf-8").replace("id: about", "id: en")
    (root / "content/pages/en.md").write_text(text, "utf-8")
    run = ichsite(root, "build")
    assert run.code == 1
    assert "content/pages/en.md error[address-twice]" in run.err


def test_a_drifted_original_is_told(tmp_path: Path) -> None:
    root = in_two_languages(tmp_path)
    custom = root / "content/crafts/vase/customization.yaml"
    custom.write_text(custom.read_text("utf-8").replace("label: 口径", "label: 内口口径"), "utf-8")
    run = ichsite(root, "check")
    assert run.code == 0
    assert "warning[translation-unused]" in run.err
    assert "原文现在是：内口口径" in run.err
