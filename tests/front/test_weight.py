"""What a page loads has its bounds: the order brief's script is small, and comes only where a brief is."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

MOST = 15_000
"""Bytes of script for a brief, as gzip sends them."""


def test_the_script_of_the_order_brief_is_small_and_loaded_only_there(built: dict[str, Path]) -> None:
    site = built["/"]
    sent = {
        path.relative_to(site).as_posix(): len(gzip.compress(path.read_bytes(), 9, mtime=0))
        for path in (site / "assets").glob("brief*.js")
    }
    names = sorted(re.sub(r"\.[0-9a-f]{10}\.", ".", Path(path).name) for path in sent)
    assert names == ["brief-check.js", "brief.js"], "all that a brief needs is in one file, and the check has its own"
    assert max(sent.values()) <= MOST, sent
    pages = {"crafts/*/brief": "brief.", "brief/check": "brief-check."}
    for path in site.rglob("*.html"):
        place = path.parent.relative_to(site).as_posix().removeprefix("en/")
        wanted = next((name for pattern, name in pages.items() if Path(place).match(pattern)), None)
        loaded = re.findall(r'<(?:script|link)\b[^>]*(?:src|href)="[^"]*/assets/(brief[^"]*)"', path.read_text("utf-8"))
        assert bool(loaded) == bool(wanted), path
        assert wanted is None or any(name.startswith(wanted) and name.endswith(".js") for name in loaded), path
