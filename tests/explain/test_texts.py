"""Every code has a text, every text a code; the documentation says the same; the texts are written for their readers."""

from __future__ import annotations

import re

import pytest

from ichsite.explain.explanation import Sample
from ichsite.explain.library import by_family, codes, explanation_of
from tests.explain.spoken_codes import spoken_codes
from tests.sites_support import SITES
from tools.diagnostics import pages, written

HAN = re.compile("[\u4e00-\u9fff]")


def test_every_code_has_a_text_and_every_text_a_code() -> None:
    spoken = spoken_codes()
    missing = {code: where for code, where in spoken.items() if code not in codes()}
    assert missing == {}, "write ichsite/explain/texts/<code>.yaml"
    assert set(codes()) - spoken.keys() == set(), "nothing says these codes any more"


def test_the_search_finds_what_the_cases_say() -> None:
    said = {
        code
        for path in SITES.glob("*/expected.txt")
        for code in re.findall(r"(?:error|warning)\[([a-z0-9-]+)\]", path.read_text("utf-8"))
    }
    assert len(said) > 100
    assert said - spoken_codes().keys() == set()


def test_the_search_finds_what_is_said_in_other_ways() -> None:
    some = {"internal", "usage", "outside-busy", "permalinks-frozen", "picture-crash", "template-undefined"}
    some |= {"text-utf32", "text-direction", "yaml-fullwidth-sign", "slug", "disk-full", "theme-option"}
    some |= {"file-junk", "picture-cmyk", "import-consent", "import-private"}
    assert some <= spoken_codes().keys()


@pytest.mark.parametrize("code", codes())
def test_a_text_is_written_for_both_readers(code: str) -> None:
    told = explanation_of(code)
    for words in (told.says, told.why, told.do):
        assert HAN.search(words.zh)
        assert words.en.lstrip("“")[0].isupper() or words.en.startswith(("ichsite ", "theme.yaml ", "`"))
    assert not told.says.zh.endswith("。") and not told.says.en.endswith("."), "a line of a list"
    assert told.why.zh.endswith("。") and told.why.en.endswith(".")
    assert told.do.zh.endswith("。") and told.do.en.endswith(".")
    if isinstance(told.sample, Sample):
        assert told.sample.marked <= told.sample.failing.count("\n") + 1


def test_every_family_has_codes_and_every_code_one_family() -> None:
    families = by_family()
    assert all(families.values())
    assert sorted(one.code for some in families.values() for one in some) == list(codes())


def test_the_documentation_says_the_same() -> None:
    assert written() == pages(), "run `python -m tools.diagnostics`"
