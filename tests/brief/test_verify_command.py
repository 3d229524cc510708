"""`ichsite brief verify`: a text, an address, a file, a picture with its QR code, standard input; exit codes and JSON."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import segno

from ichsite.brief.brief import Brief, payload_of
from ichsite.brief.code import fragment_of
from tests.sites_support import ichsite, laid_out

TICKS = ("time", "chance", "revision", "returns")
WISH = {"width": ("36",), "faces": ("3",)}


def test_a_brief_is_verified_however_it_comes(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    blank = Brief(
        "plaque", "element", "0123456789", date(2026, 11, 22), None, (18_000, 18_000), (*TICKS[:1], *TICKS[1:]), WISH
    )

    def verified(one: Brief, *more: str) -> tuple[int, dict[str, object], list[str]]:
        address = f"https://shop.example/crafts/plaque/brief/#{fragment_of(payload_of(one))}"
        run = ichsite(root, "brief", "verify", "--today", "2026-11-22", "--json", "--jobs", "1", *(more or (address,)))
        data = json.loads(run.out)
        return run.code, data, [finding["code"] for finding in data["findings"]]

    code, data, codes = verified(blank)
    promise = data["promise"]
    assert isinstance(promise, dict) and code == 1 and "brief-unknown-version" in codes
    day = date(2026, 12, 10)
    good = Brief(**{**blank.__dict__, "version": promise["today"], "window": (day, day)})
    assert (data["command"], data["brief_version"], data["confirmed"]) == ("brief verify", 1, False)
    code, data, codes = verified(good)
    assert (code, codes, data["confirmed"]) == (0, [], True)
    picture = tmp_path / "brief.png"
    address = f"https://shop.example/crafts/plaque/brief/#{fragment_of(payload_of(good))}"
    segno.make(address, micro=False).save(picture, scale=6)
    code, data, codes = verified(good, str(picture))
    assert (code, codes, data["given"]) == (0, [], "picture")
    code, data, codes = verified(good, address[:-3])
    assert (code, codes) == (1, ["brief-changed"])
    wide = Brief(**{**good.__dict__, "wish": {"width": ("24",), "faces": ("3",)}})
    code, data, codes = verified(wide)
    assert (code, codes) == (1, ["brief-not-possible"])
    (tmp_path / "brief.pdf").write_bytes(b"%PDF-1.7")
    assert verified(good, str(tmp_path / "brief.pdf"))[2] == ["brief-picture"]
    told = ichsite(root, "brief", "verify", "--today", "2026-11-22", "--jobs", "1", address)
    assert told.code == 0 and "宽：36 毫米" in told.out and "核对无误" in told.out
    assert ichsite(root, "brief", "verify").code == 2
