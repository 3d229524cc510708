"""Every code that the doctor says is made to be said, by the file or the machine that it is about."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

import ichsite.doctor
from ichsite.doctor import disk, machine
from ichsite.doctor.report import Fact, Report
from ichsite.doctor.round import Round, Wish
from ichsite.doctor.state_folder import LARGE, state_folder
from ichsite.text.diagnostic import Diagnostic, Place
from tests.doctor.ill import CRAFTS, FILES, put

PACKAGE = Path(ichsite.doctor.__file__).parent
TERMINAL = machine.Terminal("utf-8", is_tty=False)
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def looked(root: Path, wish: Wish | None = None) -> Report:
    return Round(root.resolve(), wish or Wish(), NOW, lambda *_: None).report("0", TERMINAL)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    put(tmp_path, "site.yaml", "name: 山川\n".encode())
    put(tmp_path, "content/tiers.yaml", b"element: x\n")
    return tmp_path


def test_nothing_is_said_of_a_sound_project(site: Path) -> None:
    before = sorted(site.rglob("*"))
    report = looked(site)
    assert report.findings == ()
    assert {"python", "libvips", "disk", "files", "exchange"} <= {fact.key for fact in report.facts}
    assert sorted(site.rglob("*")) == before, "a look leaves nothing behind"


@pytest.mark.parametrize("code", FILES)
def test_what_is_wrong_with_a_file_is_said_at_its_place(code: str, site: Path) -> None:
    FILES[code](site)
    found = [one for one in looked(site).findings if one.code == code]
    assert found, [one.code for one in looked(site).findings]
    for one in found:
        assert isinstance(one.where, Place) and one.where.path and one.help is not None
        assert re.search("[一-鿿]", one.message.zh) and not re.search("[一-鿿]", one.help.en)


def _said(found: list[Diagnostic | Fact]) -> list[str]:
    return [one.code for one in found if isinstance(one, Diagnostic)]


def test_what_is_wrong_with_a_machine_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limit = tmp_path / "max_user_watches"
    limit.write_text("100\n")
    assert _said(list(machine.python((3, 10, 2)))) == ["python-old"]
    assert _said(list(machine.python((3, 11, 0)))) == []
    assert _said(list(machine.libraries(("click", "no-such-library-here")))) == ["library-missing"]
    assert _said(list(machine.decoders(["JPEG", "PNG", "TIFF", "AVIF"]))) == ["picture-decoder"]
    assert _said(list(machine.zones("Asia/Shanghai"))) == []
    assert _said(list(machine.zones("Asia/Nowhere"))) == ["time-zones-missing"]
    assert _said(list(machine.watches(limit, 51))) == ["watches-few"]
    assert _said(list(machine.watches(limit, 50))) == []
    assert _said(list(machine.spoken_in(machine.Terminal("ascii", is_tty=True)))) == ["terminal-encoding"]
    assert _said(list(machine.spoken_in(machine.Terminal("gbk", is_tty=True)))) == []
    assert _said(list(disk.space(disk.LEAST_FREE - 1))) == ["disk-small"]
    cache = put(tmp_path, ".ichsite/pictures", b"")
    with cache.open("r+b") as opened:
        opened.truncate(LARGE + 1)  # a hole: it takes no room
    assert _said(list(state_folder(tmp_path))) == ["state-large"]
    nowhere = tmp_path / "file"
    (nowhere / "x").parent.mkdir()
    (nowhere / ".ichsite").symlink_to(tmp_path)
    assert _said(list(disk.disk(nowhere))) == ["folder-unwritable"]


def test_every_code_of_the_doctor_is_tried_here() -> None:
    source = "".join(path.read_text("utf-8") for path in PACKAGE.glob("*.py"))
    codes = set(re.findall(r'\b(?:error|warning)\(\s*"([a-z0-9-]+)"', source))
    codes |= set(re.findall(r'^PLACED, CMYK = "([a-z-]+)", "([a-z-]+)"', source, re.M)[0])
    tried = Path(__file__).read_text("utf-8")
    assert {"text-big5", "picture-position", "library-missing"} <= codes
    assert [code for code in sorted(codes) if code not in FILES and f'"{code}"' not in tried] == []


def test_thousands_of_one_kind_are_counted(site: Path) -> None:
    for number in range(600):
        put(site, f"{CRAFTS}/c{number}/index.md", b"")
        put(site, f"{CRAFTS}/c{number}/Thumbs.db", b"x")
    report = looked(site)
    assert (report.errors, report.warnings) == (0, 601)
    assert len(report.findings) == 502
    assert any("100" in one.message.zh for one in report.findings)


def test_no_link_is_followed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    put(outside, "index.md", "标题".encode("gbk"))
    (site / CRAFTS).mkdir()
    (site / CRAFTS / "a").symlink_to(outside)
    (site / "themes").symlink_to(outside)
    found = looked(site, Wish(mending=True)).findings
    assert [one.code for one in found] == ["link-outside", "link-outside"]
    assert (outside / "index.md").read_bytes() == "标题".encode("gbk")


def test_a_file_that_cannot_be_mended_is_said_and_stays(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    FILES["text-gbk"](site)
    (site / ".ichsite").symlink_to(tmp_path_factory.mktemp("outside"))
    before = (site / f"{CRAFTS}/a/index.md").read_bytes()
    codes = [one.code for one in looked(site, Wish(mending=True)).findings]
    assert "mend-left" in codes and "text-gbk" in codes
    assert (site / f"{CRAFTS}/a/index.md").read_bytes() == before
