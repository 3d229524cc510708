"""The files of the overlay: one for each craft, and none where the site wants none."""

from __future__ import annotations

import json
from pathlib import Path

from tests.sites_support import ichsite, laid_out


def test_an_edit_makes_one_file_anew_and_the_site_may_do_without(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    assert ichsite(root, "build").code == 0
    before = {path: path.read_bytes() for path in (root / "output/overlay").rglob("*.json")}
    crafts = [path for path in before if path.parent.name == "crafts"]
    assert len(crafts) == len(list((root / "content/crafts").iterdir()))
    data = json.loads(before[crafts[0]])
    assert list(data) == ["format", "version", "craft", "tiers", "notice", "code", "qr", "address"]
    assert data["format"] == 1
    page = next((root / "content/crafts").glob("*/index.md"))
    title = next(line for line in page.read_text("utf-8").splitlines() if line.startswith("title:"))
    page.write_text(page.read_text("utf-8").replace(title, "title: 换了名字的瓶"), "utf-8")
    run = ichsite(root, "build", "--json")
    changed = [path for path, data in before.items() if path.read_bytes() != data]
    assert len(changed) == 1
    after = json.loads(changed[0].read_bytes())
    assert after["craft"]["name"] == "换了名字的瓶"
    assert after["version"] != json.loads(before[changed[0]])["version"]
    made = [address for address in json.loads(run.out)["reasons"] if address.startswith(("/overlay/", "/s/"))]
    assert made == [f"/overlay/crafts/{changed[0].stem}.json"]
