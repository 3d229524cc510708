"""Every YAML sample of the handbook is YAML, and those that say which file they are from decode without a finding."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from ichsite.decode.compose import compose
from ichsite.decode.front_matter import split_front_matter
from ichsite.decode.typed import typed
from ichsite.model.craft import Craft
from ichsite.model.offer import Customization, Offer
from ichsite.model.site import Site
from ichsite.model.stream import Stream
from ichsite.render.theme import load_theme
from tests.docs.reading import PAGES, blocks
from tests.render.samples import THEME_FOLDER
from tests.sites_support import BASE

SAMPLES = [
    (f"{path.name}-{at}", block)
    for path in PAGES
    if not path.name.startswith("diagnostics")  # half of those fail on purpose: tests/explain proves them
    for at, block in enumerate(blocks(path.read_text("utf-8"), "yaml", "yml"))
]


def front(path: str) -> Any:
    matter, _ = split_front_matter(path, (BASE / path).read_text("utf-8"))
    assert matter is not None
    return compose(matter.yaml)


def plain(path: str) -> Any:
    return compose((BASE / path).read_text("utf-8"))


def whole_of(said: str) -> tuple[type[Any], Any] | None:
    """The class of the file that a sample names in its first line, and the value that the sample is laid over."""
    custom = "content/crafts/vase/customization.yaml"
    if re.match(r"# customization\.yaml.*offers", said):
        return Offer, plain(custom)["offers"][0]
    if said.startswith("# customization.yaml"):
        return Customization, plain(custom)
    if said.startswith("# index.md"):
        return Craft, front("content/crafts/vase/index.md")
    if said.startswith("# a stream"):
        return Stream, front("content/streams/evening.md")
    return (Site, plain("site.yaml")) if said.startswith("# site.yaml") else None


@pytest.mark.parametrize(("name", "block"), SAMPLES, ids=lambda one: one if one.endswith(tuple("0123456789")) else "")
def test_a_sample_decodes(name: str, block: str) -> None:
    value = compose(block)
    assert value is not None
    if (whole := whole_of(block)) is None:
        return
    cls, base = whole
    assert isinstance(value, dict)
    made, findings = typed("sample.yaml", {**base, **value}, cls)
    assert findings == ()
    assert made is not None


def test_samples_name_their_files() -> None:
    assert sum(whole_of(block) is not None for _, block in SAMPLES) >= 12


def test_a_wrong_sample_is_found() -> None:
    cls, base = whole_of("# customization.yaml, one of the offers") or (Offer, {})
    assert typed("sample.yaml", {**base, "tier": "elment"}, cls)[1] != ()


@pytest.mark.parametrize("language", ["", ".zh-CN"])
def test_the_walked_theme_is_a_theme(language: str, tmp_path: Path) -> None:
    text = next(path for path in PAGES if path.name == f"theme-walkthrough{language}.md").read_text("utf-8")
    samples = list(blocks(text, "yaml"))
    folder = tmp_path / "river"
    (folder / "pages").mkdir(parents=True)
    (folder / "static/css").mkdir(parents=True)
    (folder / "theme.yaml").write_text(samples[-1], "utf-8")
    (folder / "tokens.yaml").write_text(samples[1], "utf-8")
    (folder / "pages/craft.html").write_text(next(blocks(text, "jinja")), "utf-8")
    (folder / "static/css/river.css").write_text(next(blocks(text, "css")), "utf-8")
    made = load_theme(folder, THEME_FOLDER)
    assert dict(made.options)["greeting"] == "有话直说"
    assert {one.name: one.dark for one in made.tokens}["paper"] == "#14191b"
    assert b"border-radius: 50%" in dict(made.static)["site.css"]
