"""The wheel alone: built, installed in a fresh environment away from the checkout, and a site built with it."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.sites_support import TODAY, laid_out

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path, **env: str) -> str:
    inherited = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env={**inherited, **env}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}:\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", folder, ROOT, cwd=folder)
    (found,) = folder.glob("ichsite-*.whl")
    return found


def test_wheel_holds_the_theme_and_nothing_foreign(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "ichsite/py.typed" in names
    assert "ichsite/_theme/default/theme.yaml" in names
    assert "ichsite/explain/texts/yaml-tab.yaml" in names
    assert "ichsite/_theme/default/pages/craft.html" in names
    assert "ichsite/_theme/default/locales/zh-CN.po" in names
    assert {f"ichsite/scaffold/starter/{tongue}/site.yaml" for tongue in ("zh-CN", "en")} <= set(names)
    assert "ichsite/scaffold/starter/all/gitignore" in names and "ichsite/scaffold/items/en/craft.md" in names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"ichsite"}


def test_installed_wheel_builds_a_site(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "env"
    venv.create(home)
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    # what is imported is compiled then; pip would compile all there is
    quiet = ("install", "--quiet", "--disable-pip-version-check", "--no-compile")
    install = (sys.executable, "-m", "pip", "--python", python, *quiet)
    run(*install, "-c", ROOT / "constraints.txt", wheel, cwd=tmp_path)
    site = laid_out(tmp_path / "site")
    command = python.with_name("ichsite")
    assert run(command, "--version", cwd=tmp_path).startswith("ichsite, version ")
    run(command, "-C", site, "build", "--strict", "--today", TODAY, cwd=tmp_path)
    page = (site / "output" / "crafts" / "vase" / "index.html").read_text("utf-8")
    assert all(f'id="{anchor}"' in page for anchor in ("change", "days", "chance"))
    assert list((site / "output" / "assets").glob("site.*.css"))
    run(command, "init", "new-site", "--today", TODAY, cwd=tmp_path)
    run(command, "-C", "new-site", "new", "craft", "青瓷杯", "--today", TODAY, cwd=tmp_path)
    run(command, "-C", "new-site", "check", "--strict", "--today", TODAY, cwd=tmp_path)
