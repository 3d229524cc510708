"""The catalogue as JSON: held against its published schema, agreeing with the pages, with nothing private in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from ichsite.api import catalogue
from ichsite.api.plain import plain
from ichsite.api.values import Days, decimals
from tests.machines.reading import read_json, texts
from tests.sites_support import ichsite, laid_out

API = "api/v1"


def validators(output: Path) -> dict[str, jsonschema.Draft202012Validator]:
    """A strict validator for each published schema: a field that it does not name is a fault."""
    found: dict[str, jsonschema.Draft202012Validator] = {}
    for path in (output / API / "schema").glob("*.json"):
        schema = json.loads(path.read_text("utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        for one in (schema, *schema.get("$defs", {}).values()):
            if one.get("type") == "object":
                one["additionalProperties"] = False
        checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
        found[path.stem] = jsonschema.Draft202012Validator(schema, format_checker=checker)
    return found


@pytest.mark.parametrize("tree", ["", "en/"])
def test_every_file_keeps_to_its_schema(built: dict[str, Path], tree: str) -> None:
    output, known = built["/"], validators(built["/"])
    kinds = {"catalogue", "craft", "streams", "calls", "polls", "ideas", "designs", "materials", "events", "feedback"}
    assert set(known) == kinds | {"gone"}
    files = sorted((output / tree / API).rglob("*.json"))
    crafts = 0
    for path in files:
        if "schema" in path.parts:
            continue
        data = read_json(path)
        kind = "craft" if path.parent.name == "crafts" else path.stem
        crafts += kind == "craft"
        assert [one.message for one in known[kind].iter_errors(data)] == [], path
        assert data["schema"] == f"https://shop.example/{API}/schema/{kind}.json"
        assert (data.get("site") or data)["language"] == (tree.strip("/") or "zh-CN")
    assert crafts == 17


def test_every_class_and_field_is_described_or_speaks_for_itself(built: dict[str, Path]) -> None:
    for path in (built["/"] / API / "schema").glob("*.json"):
        schema = json.loads(path.read_text("utf-8"))
        assert schema["description"]
        assert [name for name, one in schema.get("$defs", {}).items() if not one.get("description")] == []
        assert "private" not in path.read_text("utf-8")
        assert "consent" not in path.read_text("utf-8")


def test_the_list_and_the_files_agree(built: dict[str, Path]) -> None:
    output = built["/"]
    data = read_json(output / API / "catalogue.json")
    assert data["site"]["sample"] is True
    assert data["craft_total"] == len(data["crafts"]) == 17
    assert data["counted_from"] == "2026-11-22"
    for entry in data["crafts"]:
        file = output / entry["file"].removeprefix("https://shop.example/")
        assert file.name == f"{entry['id']}.json"
        craft = read_json(file)
        assert {key: craft[key] for key in ("id", "title", "url", "short", "tags")} == {
            key: entry[key] for key in ("id", "title", "url", "short", "tags")
        }
        for tier, offer in zip(entry["tiers"], craft["offers"], strict=True):
            assert tier["price"] == offer["price"]
            assert tier["window"] == (offer["window"] and offer["window"]["days"])
            assert tier["takes_orders"] is offer["takes_orders"] is (tier["cycle"] != "unfit")
            assert all(option["reason"]["words"] for option in offer["options"])


def test_the_library_and_the_options_that_take_it_agree(built: dict[str, Path]) -> None:
    output, told = built["/"], {"motif": set[tuple[str, str, str]](), "palette": set[tuple[str, str, str]]()}
    head = read_json(output / API / "catalogue.json")
    data = read_json(output / head["materials"].removeprefix("https://shop.example/"))
    for one in data["materials"]:
        told.get(one["kind"], set()).update(
            (each["craft"]["id"], each["option"], one["id"]) for each in one.get("taken_by", ())
        )
        urls = [
            each["url"]
            for each in (one["rights"]["downloads"], one.get("captions", ()), one.get("drawing") and [one["drawing"]])
            for each in each or ()
        ]
        assert all((output / url.removeprefix("https://shop.example/")).is_file() for url in urls)
        assert (output / one["url"].removeprefix("https://shop.example/") / "index.html").is_file()
    assert "record" not in json.dumps(data)
    taken = {"motif": set[tuple[str, str, str]](), "palette": set[tuple[str, str, str]]()}
    ranges = 0
    for path in (output / API / "crafts").glob("*.json"):
        craft = read_json(path)
        for option in (option for offer in craft["offers"] for option in offer["options"]):
            if option["kind"] == "choice":
                taken["motif"] |= {
                    (craft["id"], option["id"], one["motif"]) for one in option["values"] if one["motif"]
                }
            if option["kind"] == "colour":
                ranges += sum(one["to"] is not None for one in option["palette"])
                if option["from_palette"]:
                    taken["palette"].add((craft["id"], option["id"], option["from_palette"]))
    assert told == taken
    assert all(told.values())
    assert ranges


def test_a_version_changes_with_the_content_alone(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    assert ichsite(root, "build").code == 0
    files = {path: read_json(path) for path in (root / "output" / API).rglob("*.json") if "schema" not in path.parts}
    (root / "content/pages/about.md").write_text("---\nid: about\ntitle: 关于\nsummary: 无\n---\n别的话。\n", "utf-8")
    custom = root / "content/crafts/vase/customization.yaml"
    text = custom.read_text("utf-8")
    custom.write_text(text.replace("inspection_days: ", "inspection_days: 1", 1), "utf-8")
    run = ichsite(root, "build")
    assert run.code == 0, run.err
    changed = {path.name for path, before in files.items() if read_json(path)["version"] != before["version"]}
    assert changed == {"vase.json"}
    again = {path.name for path, before in files.items() if read_json(path) != before}
    assert again == changed


def test_a_large_catalogue_is_parted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.invariants.trees import built as build_here

    root = laid_out(tmp_path / "site")
    monkeypatch.setattr(catalogue, "PART_CRAFTS", 1)
    build_here(root)
    head = read_json(root / "output" / API / "catalogue.json")
    assert (head["crafts"], head["craft_total"]) == ([], 2)
    parts = [read_json(root / "output" / one["url"].removeprefix("https://shop.example/")) for one in head["parts"]]
    assert [[craft["id"] for craft in one["crafts"]] for one in parts] == [["plaque"], ["vase"]]
    assert [one["crafts"] for one in head["parts"]] == [1, 1]
    page = root / "content/crafts/plaque/index.md"
    page.write_text(page.read_text("utf-8").replace("title: ", "title: 新", 1), "utf-8")
    build_here(root)
    after = read_json(root / "output" / API / "catalogue.json")
    assert after["version"] != head["version"]


def test_only_what_is_published_can_be_written() -> None:
    assert plain(Days(1, 2)) == {"lowest": 1, "highest": 2}
    with pytest.raises(TypeError):
        plain(1.5)
    with pytest.raises(TypeError):
        plain({"a": 1})
    assert [decimals(one) for one in (0, 5, 88_000, 123_456_789)] == ["0.00", "0.05", "880.00", "1234567.89"]


def test_llms_txt_says_who_and_what(built: dict[str, Path]) -> None:
    said = (built["/"] / "llms.txt").read_text("utf-8")
    assert said.startswith("# 山川手作社（示例）\n\n> ")
    assert "示例站点，不卖东西" in said.split("##")[0]
    crafts = [line for line in said.split("## 作品")[1].splitlines() if line.startswith("- [")]
    assert len(crafts) == 17
    vase = next(line for line in crafts if "celadon-vase" in line)
    assert "交期 32–48 天" in vase
    assert "烧成有偶然" in vase
    assert "\nThis is a demonstration site" in (built["/"] / "en/llms.txt").read_text("utf-8")


def test_no_text_of_the_api_is_html_or_an_address_of_a_slug(built: dict[str, Path]) -> None:
    for path in (built["/"] / API / "crafts").glob("*.json"):
        data: Any = read_json(path)
        assert not [one for one in texts(data) if "<p>" in one or "<a " in one or "href=" in one], path
