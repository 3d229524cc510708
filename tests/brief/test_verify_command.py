"""`ichsite brief verify`: a text, an address, a file, a picture with its QR code, standard input; exit codes and JSON."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import segno

from ichsite.brief.brief import Brief
from tests.brief.answers import address, answer
from tests.sites_support import ichsite, laid_out

DAY = date(2026, 12, 10)
BLANK = Brief(
    craft="plaque",
    tier="element",
    version="0123456789",
    made=date(2026, 11, 22),
    price=(18_000, 18_000),
    ticks=("time", "chance", "revision", "returns"),
    wish={"width": ("36",), "faces": ("3",)},
)


def test_a_brief_is_verified_however_it_comes(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    code, data, codes = answer(root, address(BLANK))
    assert code == 1 and "brief-unknown-version" in codes
    assert (data["promise"]["known"], data["promise"]["changed"], data["possible"]["refused_then"]) == (
        False,
        None,
        None,
    )
    good = replace(BLANK, version=data["promise"]["today"], window=(DAY, DAY))
    assert (data["command"], data["brief_version"], data["confirmed"]) == ("brief verify", 1, False)
    code, data, codes = answer(root, address(good))
    assert (code, codes, data["confirmed"]) == (0, [], True)
    assert data["promise"]["changed"] == [] and data["promise"]["since"] is None, "nothing was published yet"
    assert data["price"] == {"then": [18_000, 18_000], "today": [18_000, 18_000], "same": True}
    picture = tmp_path / "brief.png"
    segno.make(address(good), micro=False).save(picture, scale=6)
    code, data, codes = answer(root, str(picture))
    assert (code, codes, data["given"]) == (0, [], "picture")
    code, data, codes = answer(root, address(good)[:-3])
    assert (code, codes) == (1, ["brief-changed"])
    code, data, codes = answer(root, address(replace(good, wish={"width": ("24",), "faces": ("3",)})))
    assert (code, codes) == (1, ["brief-not-possible"])
    (refused,) = data["possible"]["refused_today"]
    assert refused["instead"] == "36 毫米宽可容 3 张面孔"
    assert refused["ways"][0]["changes"] == {"width": ["36"]}
    assert "可行的：“宽”至少 36 毫米" in data["findings"][0]["help"]["zh-CN"]
    (tmp_path / "brief.pdf").write_bytes(b"%PDF-1.7")
    _, data, codes = answer(root, str(tmp_path / "brief.pdf"))
    assert codes == ["brief-picture"] and data["brief"] is None
    told = ichsite(root, "brief", "verify", "--today", "2026-11-22", "--jobs", "1", address(good))
    assert told.code == 0 and "宽：36 毫米" in told.out and "核对无误" in told.out
    assert ichsite(root, "brief", "verify").code == 2
