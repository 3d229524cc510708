"""A code that no case of `tests/sites/` triggers is a code that nobody has read as an author would."""

from __future__ import annotations

import re
from pathlib import Path

import ichsite
from tests.sites_support import SITES

PACKAGE = Path(ichsite.__file__).parent
SPOKEN_IN = ("rules", "decode", "catalog", "model", "registry")
CODE = re.compile(
    r'(?:CODE = |\b(?:error|warning|Refused|YamlFault)\(\s*|return )"([a-z0-9]+(?:-[a-z0-9]+)*)"'
    r'|^    "(yaml-[a-z-]+)": \('
)


def codes() -> set[str]:
    found: set[str] = set()
    for folder in SPOKEN_IN:
        for path in (PACKAGE / folder).glob("*.py"):
            for one in re.finditer(CODE.pattern, path.read_text("utf-8"), re.M):
                found.add(one[1] or one[2])
    faults = {"empty", "character", "dot", "device", "reserved", "long", "nothing"}
    return {code for code in found if "-" in code or code == "slug"} - faults


def test_every_code_has_a_case() -> None:
    cases = {path.name for path in SITES.iterdir() if path.is_dir()}
    assert sorted(codes() - cases) == []


def test_the_search_finds_the_codes() -> None:
    known = {"too-few-alternatives", "yaml-tab", "not-a-number", "text-gbk", "slug", "item-twice", "unknown-key"}
    assert known <= codes()
