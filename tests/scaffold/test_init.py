"""`ichsite init`: a site that builds at once, in both languages, on any day; nothing that was there is touched."""

from __future__ import annotations

import json
import re
import shlex
from datetime import date
from pathlib import Path

import pytest
import yaml

from ichsite import __version__
from ichsite.commands.build import build as build_command
from ichsite.commands.placing import Unmade
from ichsite.commands.session import session
from ichsite.pipeline import build
from ichsite.request import Request
from ichsite.schema.files import editor_settings
from ichsite.write.fresh import ASIDE
from tests.invariants.trees import tree
from tests.scaffold.site import DAY, begun, said
from tests.sites_support import ichsite

LANGUAGES = ("zh-CN", "en")


def test_it_builds_strictly_at_once(tmp_path: Path) -> None:
    """In English; in Chinese the workflow's own commands build it, below."""
    root = begun(tmp_path / "新 店", "--language", "en")
    with session(Request(root, date.fromisoformat(DAY), strict=True), lambda *_: None) as desk:
        publication, findings = build(desk)
    assert findings == () and publication is not None
    assert_shown(root, "en", "sample")


def assert_shown(root: Path, language: str, mark: str) -> None:
    page = (root / "output/crafts/bamboo-tray/index.html").read_text("utf-8")
    assert f'lang="{language}"' in page and mark in page.lower()
    assert all(f'id="{anchor}"' in page for anchor in ("change", "days"))
    assert 'id="chance"' in (root / "output/crafts/plant-dyed-kerchief/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("language", "day"),
    [("zh-CN", "2026-01-01"), ("en", "2027-12-31"), ("zh-CN", "2028-02-29"), ("zh-CN", "2035-06-15")],
)
def test_it_is_clean_on_any_day(tmp_path: Path, language: str, day: str) -> None:
    assert said(begun(tmp_path / "site", "--language", language, day=day), day=day) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_that_it_is_a_sample(tmp_path: Path, language: str) -> None:
    root = begun(tmp_path / "site", "--language", language)
    site = yaml.safe_load((root / "site.yaml").read_text("utf-8"))
    assert site["sample"] is True and site["language"] == language
    mark = "示例" if language == "zh-CN" else "sample"
    for path in (root / "content").rglob("*.*"):
        if path.suffix in (".md", ".yaml") and path.name not in ("tiers.yaml", "customization.yaml"):
            assert mark in path.read_text("utf-8").lower(), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_utf8_with_plain_line_ends_and_editors_find_the_schemas(tmp_path: Path, language: str) -> None:
    root = begun(tmp_path / "site", "--language", language)
    for path in root.rglob("*"):
        if path.is_file() and path.suffix != ".jpg":
            data = path.read_bytes()
            assert b"\r" not in data and not data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\n"), path
            assert b"{{" not in data.replace(b"${{", b"") and b"{%" not in data, path
    kinds = {
        "site.yaml": "site",
        "tiers.yaml": "tiers",
        "audiences.yaml": "audiences",
        "customization.yaml": "customization",
        "showcase.yaml": "showcase",
    }
    for path in (root / "site.yaml", *(root / "content").rglob("*.yaml")):
        line = path.read_text("utf-8").split("\n", 1)[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", line)
        assert found is not None, path
        assert (path.parent / found[1]).resolve() == root.resolve() / "schemas" / f"{kinds[path.name]}.schema.json"


def test_the_next_three_steps_are_said_in_the_reader_s_language(tmp_path: Path) -> None:
    run = ichsite(tmp_path, "init", "店")
    assert (run.code, run.out) == (0, "")
    assert run.err.count("ichsite serve") == 1 and "接下来三步" in run.err and "cd 店" in run.err
    # asked for nothing: standard input is no terminal and was not read
    assert (tmp_path / "店" / "site.yaml").read_text("utf-8").startswith("# yaml-language-server")


def test_json_lists_what_was_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begun(tmp_path / "site", "--json")
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert err == "" and told["command"] == "init" and told["kept"] == []
    files = set(tree(tmp_path / "site"))
    assert set(told["made"]) == files
    again = ichsite(tmp_path, "init", "site", "--json")
    assert again.code == 2 and json.loads(again.out)["findings"][0]["code"] == "usage"


@pytest.mark.parametrize("name", ["照片.jpg", "site.yaml", "content", ".github", "a.txt"])
def test_a_folder_that_is_not_empty_is_refused_and_stays(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"mine")
    with pytest.raises(Unmade, match="site" if name == "site.yaml" else re.escape(name)):
        begun(tmp_path)
    assert tree(tmp_path) == {name: b"mine"}


def test_a_fresh_repository_is_as_good_as_empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = {"README.md": b"# mine\n", "LICENSE": b"mine\n", ".gitignore": b"*.bak\n", ".git/HEAD": b"ref: x\n"}
    mine[f"{ASIDE}left/site.yaml"] = b"of a killed run\n"
    for path, data in mine.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)
    begun(tmp_path, "--lang", "en")
    told = capsys.readouterr().err
    assert "stay as they were: .gitignore, README.md" in told and "/.ichsite/" in told and "next three steps" in told
    now = tree(tmp_path)
    assert mine.items() <= now.items() and "site.yaml" in now


def test_a_file_or_a_forbidden_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    for target in ("file", "file/site"):
        with pytest.raises(Unmade):
            begun(tmp_path / target)
    (tmp_path / "ring").symlink_to("ring")
    with pytest.raises(Unmade, match="ring"):
        begun(tmp_path / "ring")
    (tmp_path / "ring").unlink()
    assert tree(tmp_path) == {"file": b"x"}


def test_the_workflow_publishes_what_was_built_and_committed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = begun(tmp_path / "site", "--language", "zh-CN")
    flow = yaml.load((root / ".github/workflows/pages.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    assert flow["on"] == {"push": {"branches": ["main"]}, "workflow_dispatch": ""}
    assert flow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    first, second = flow["jobs"]["build"], flow["jobs"]["deploy"]
    assert second["needs"] == "build" and second["environment"]["name"] == "github-pages"
    assert second["environment"]["url"] == "${{{{ steps.{}.outputs.page_url }}}}".format(second["steps"][0]["id"])
    uses = [step["uses"] for job in (first, second) for step in job["steps"] if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", one) for one in uses)
    assert uses[0].startswith("actions/checkout@") and uses[-1].startswith("actions/deploy-pages@")
    runs = [step["run"] for step in first["steps"] if "run" in step]
    assert runs[0] == f'pip install "ichsite=={__version__}"'
    command, *options = shlex.split(runs[1])
    upload = next(step for step in first["steps"] if step.get("uses", "").startswith("actions/upload-pages-artifact@"))
    assert command == "ichsite" and upload["with"]["path"] == options[options.index("--output") + 1]
    today = ("--today", DAY)
    here = ("-C", str(root), *today)
    assert options[0] == "build" and build_command.main([*options[1:], *here], standalone_mode=False) == 1
    assert "permalinks-frozen" in capsys.readouterr().err
    assert build_command.main(list(here), standalone_mode=False) == 0
    assert build_command.main([*options[1:], *here], standalone_mode=False) == 0
    assert (root / upload["with"]["path"] / "index.html").is_file()
    assert_shown(root, "zh-CN", "示例")


def test_editors_are_told_of_utf8_and_schemas(tmp_path: Path) -> None:
    root = begun(tmp_path / "site")
    told = json.loads((root / ".vscode/settings.json").read_text("utf-8"))
    named = {schema: [files] if isinstance(files, str) else files for schema, files in told["yaml.schemas"].items()}
    assert named == editor_settings()
    assert told["files.encoding"] == "utf8" and told["files.autoGuessEncoding"] is False and told["files.eol"] == "\n"
    assert "redhat.vscode-yaml" in json.loads((root / ".vscode/extensions.json").read_text("utf-8"))["recommendations"]
    files = {path.relative_to(root).as_posix() for path in (root / "site.yaml", *(root / "content").rglob("*.yaml"))}
    globs = [one for value in told["yaml.schemas"].values() for one in ([value] if isinstance(value, str) else value)]
    unmatched = {path for path in files if not any(Path(path).match(one) for one in globs)}
    assert unmatched == set()
