"""`ichsite schema` as a person calls it, in a folder that is no site."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ichsite.schema.files import SCHEMA_FILES, is_ours, schema_files
from tests.sites_support import Run, command


def _schema(folder: Path, *arguments: str, language: str = "zh-CN") -> Run:
    return command("schema", *arguments, cwd=folder, env={"ICHSITE_LANG": language})


def test_the_list_names_every_schema_and_its_files(tmp_path: Path) -> None:
    zh, en = _schema(tmp_path), _schema(tmp_path, language="en")
    assert (zh.code, en.code) == (0, 0)
    for one in SCHEMA_FILES:
        assert f"\n{one.name} " in f"\n{zh.out}"
        assert one.about.zh in zh.out and one.about.en in en.out
        assert all(path in zh.out for path in (*one.yaml, *one.markdown))
    listed = json.loads(_schema(tmp_path, "--json").out)["schemas"]
    assert [one["name"] for one in listed] == [one.name for one in SCHEMA_FILES]
    assert list(tmp_path.iterdir()) == []


def test_one_is_printed_as_it_is_written(tmp_path: Path) -> None:
    for name in ("customization", "customization.schema.json"):
        assert _schema(tmp_path, name).out.encode() == schema_files()["customization.schema.json"]
    wrong = _schema(tmp_path, "custmization")
    assert wrong.code == 2
    assert "customization" in wrong.err and wrong.out == ""
    assert _schema(tmp_path, "site", "--vscode").code == 2


def test_all_are_written_and_only_what_changed_again(tmp_path: Path) -> None:
    out = tmp_path / "a folder" / "schemas"
    first = _schema(tmp_path, "--out", "a folder/schemas")
    assert first.code == 0, first.err
    assert first.err.count("新写") == len(SCHEMA_FILES)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == dict(schema_files())

    (out / "mine.json").write_text("mine", "utf-8")
    older = json.loads((out / "post.schema.json").read_bytes()) | {"title": "of another version"}
    (out / "post.schema.json").write_text(json.dumps(older), "utf-8")
    (out / "page.schema.json").unlink()
    untouched = (out / "site.schema.json").stat().st_mtime_ns
    again = json.loads(_schema(tmp_path, "-C", "a folder", "--out", "schemas", "--json", "--vscode").out)
    assert (again["new"], again["changed"]) == (["page.schema.json"], ["post.schema.json"])
    assert again["yaml.schemas"]["./schemas/tiers.schema.json"] == ["content/tiers.yaml"]
    assert (out / "mine.json").read_text("utf-8") == "mine"
    assert (out / "site.schema.json").stat().st_mtime_ns == untouched
    assert {path.name for path in out.iterdir()} == {*schema_files(), "mine.json"}


@pytest.mark.parametrize("name", [f"{one.name}.schema.json" for one in SCHEMA_FILES])
def test_every_schema_says_that_it_was_made(name: str) -> None:
    assert is_ours(schema_files()[name])


@pytest.mark.parametrize("kind", ["another's", "empty", "{}", "a list", "no text", "link", "folder"])
def test_what_somebody_else_put_there_is_named_and_nothing_is_written(tmp_path: Path, kind: str) -> None:
    out, elsewhere = tmp_path / "schemas", tmp_path / "elsewhere.json"
    assert _schema(tmp_path, "--out", "schemas").code == 0
    (out / "craft.schema.json").unlink()
    elsewhere.write_bytes(schema_files()["page.schema.json"])
    taken = out / "page.schema.json"
    taken.unlink()
    if kind == "link":
        taken.symlink_to(elsewhere)
    elif kind == "folder":
        taken.mkdir()
    else:
        contents = {
            "another's": b'{"$comment": "mine"}',
            "empty": b"",
            "{}": b"{}",
            "a list": b"[1]",
            "no text": b"\xff",
        }
        taken.write_bytes(contents[kind])
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    refused = _schema(tmp_path, "--out", "schemas")
    assert refused.code == 1
    assert "schemas/page.schema.json error[output-in-the-way]" in refused.err and "移走或改名" in refused.err
    assert refused.err.count("error[") == 1
    told = json.loads(_schema(tmp_path, "--out", "schemas", "--json").out)
    assert [one["file"] for one in told["findings"]] == ["schemas/page.schema.json"]
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    assert not (out / "craft.schema.json").exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "schemas").write_text("a file", "utf-8")
    refused = _schema(tmp_path, "--out", "schemas")
    assert refused.code == 2
    assert "Traceback" not in refused.err and "schemas" in refused.err


def test_the_list_needs_no_validators(tmp_path: Path) -> None:
    script = (
        "import sys; from ichsite.cli import main\ntry: main(['schema'])\nfinally: print('pydantic' in sys.modules)"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, env=env, check=False
    )
    assert done.stdout.endswith("False\n"), done.stderr
