"""The command line as a person or a script meets it: exit codes, streams, -C, --json, --explain, completion."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ichsite import __version__
from tests.sites_support import TODAY, command, ichsite, laid_out


def raw(*arguments: str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", "ichsite", *arguments]
    return subprocess.run(words, capture_output=True, text=True, check=False)


def break_site(root: Path) -> None:
    path = root / "content" / "crafts" / "vase" / "index.md"
    path.write_text(path.read_text("utf-8").replace("title:", "titel:"), "utf-8")


def test_clean_site_builds_and_says_one_line(tmp_path: Path) -> None:
    run = ichsite(laid_out(tmp_path), "build")
    assert run.code == 0
    assert run.out == ""
    assert run.err.count("\n") == 2
    assert "permalinks.yaml 记下了 17 个新网址" in run.err
    assert "页" in run.err and "图片" in run.err and "沿用" in run.err and "秒" in run.err


def test_findings_exit_with_1_and_write_nothing(tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    ichsite(root, "build")
    before = {path: path.read_bytes() for path in (root / "output").rglob("*") if path.is_file()}
    break_site(root)
    run = ichsite(root, "build")
    assert run.code == 1
    assert "unknown-key" in run.err and "`title`" in run.err
    assert "Traceback" not in run.err
    assert {path: path.read_bytes() for path in (root / "output").rglob("*") if path.is_file()} == before


def test_usage_errors_exit_with_2(tmp_path: Path) -> None:
    assert command("build", "--nonsense").code == 2
    assert command("-C", str(tmp_path / "nowhere"), "check").code == 2
    assert command("frobnicate").code == 2


def test_dash_c_works_before_and_after_the_command(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    assert command("-C", str(root), "check", "--today", TODAY).code == 0
    assert command("check", "-C", str(root), "--today", TODAY).code == 0
    assert command("-C", str(tmp_path), "check", "-C", "site", "--today", TODAY).code == 0
    assert command("check", "--today", TODAY, cwd=root).code == 0


def test_json_is_data_on_stdout_and_the_verdict_is_the_same(tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    break_site(root)
    talk, data = ichsite(root, "check"), ichsite(root, "check", "--json")
    assert talk.code == data.code == 1
    told = json.loads(data.out)
    assert told["version"] == 1
    (found,) = [one for one in told["findings"] if one["code"] == "unknown-key"]
    assert (found["file"], found["line"], found["column"]) == ("content/crafts/vase/index.md", 3, 1)
    assert set(found["message"]) == {"zh-CN", "en"}
    assert data.err == ""


def test_strict_turns_warnings_into_failures(tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    (root / "content" / "stray.md").write_text("---\n---\n", "utf-8")
    assert ichsite(root, "build").code == 0
    assert ichsite(root, "build", "--strict").code == 1


def test_explain_names_what_changed(tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    first = ichsite(root, "build", "--explain")
    assert "/crafts/vase/\tnew" in first.out
    assert ichsite(root, "build", "--explain").out == ""
    story = root / "content" / "crafts" / "vase" / "index.md"
    story.write_text(story.read_text("utf-8") + "\n又写一句。\n", "utf-8")
    # the search page leads to the index, which is named by its content
    said = "/api/v1/crafts/vase.json\tcraft\n/crafts/vase/\tcraft\n/search/\tsearch\n"
    assert ichsite(root, "build", "--explain").out == said


def test_assess_prints_a_row_for_each_offer_with_reasons(tmp_path: Path) -> None:
    run = ichsite(laid_out(tmp_path), "assess")
    lines = run.out.splitlines()
    assert run.code == 0
    assert len(lines) == 3
    assert lines[1].startswith("手工银牌\t元素定制\t") and "适配：最长 6 天 ≤ 7" in lines[1]
    assert lines[2].startswith("青瓷花瓶\t功能定制\t") and "梅子青 61/100 = 61% [51.2–70]" in lines[2]


def test_assess_as_json_has_units_in_its_names(tmp_path: Path) -> None:
    told = json.loads(ichsite(laid_out(tmp_path), "assess", "--json").out)
    vase = next(craft for craft in told["crafts"] if craft["craft"] == "vase")
    (offer,) = vase["offers"]
    # 3 to 6 working days, 5 to 8 of waiting: ceil(6 × 7 / 5) + 8
    assert offer["cycle"] == {"class": "communicate", "days": 17, "fit_up_to_days": 7, "communicate_up_to_days": 30}
    assert offer["window"]["working_days"] == [3, 6]
    assert vase["outcomes"][0]["per_mille"] == 610


def test_version_help_and_completion() -> None:
    assert raw("--version").stdout.strip() == f"ichsite, version {__version__}"
    assert "build" in raw("--help").stdout
    for shell in ("bash", "zsh", "fish"):
        assert "_ICHSITE_COMPLETE" in raw("completion", shell).stdout


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("build", "--help")])
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    code = (
        "import sys, ichsite.cli\n"
        f"sys.argv = ['ichsite', *{list(arguments)!r}]\n"
        "try:\n    ichsite.cli.main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'pyvips', 'chinese_calendar', 'pypinyin', 'pydantic', 'nh3', 'markdown', 'babel', 'rich'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_no_change_build_loads_nothing_heavy(tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    ichsite(root, "build")
    code = (
        "import sys, ichsite.cli\n"
        f"sys.argv = ['ichsite', '-C', {str(root)!r}, 'build', '--today', {TODAY!r}]\n"
        "try:\n    ichsite.cli.main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'pyvips', 'chinese_calendar', 'pypinyin', 'pydantic', 'nh3', 'markdown', 'babel', 'rich', 'jinja2'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("which", ["assess", "--help", "completion"])
def test_a_closed_pipe_ends_quietly(which: str, tmp_path: Path) -> None:
    """As `ichsite assess | head -1`: 141, as the shell counts a process that nobody reads on."""
    given = {"completion": ["completion", "bash"], "assess": ["assess", "--today", TODAY]}.get(which, [which])
    root = laid_out(tmp_path)
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "ichsite", "-C", str(root), *given],
            stdout=writer,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writer)
    assert done.returncode == 141, done.stderr
    assert done.stderr == b""


def test_talk_that_nobody_reads_ends_quietly(tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    break_site(root)
    reader, writer = os.pipe()
    os.close(reader)
    words = [sys.executable, "-m", "ichsite", "-C", str(root), "check"]
    for given in (words, [*words, "--nonsense"]):
        assert subprocess.run(given, stdout=writer, stderr=writer, check=False).returncode == 141
    os.close(writer)


def test_every_end_under_json_is_json(tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    usage = command("build", "--json", "--nonsense")
    assert usage.code == 2 and usage.err == ""
    assert [one["code"] for one in json.loads(usage.out)["findings"]] == ["usage"]
    nowhere = command("-C", str(tmp_path / "nowhere"), "check", "--json")
    assert nowhere.code == 2 and json.loads(nowhere.out)["command"] == "check"
    refused = command("-C", str(root), "build", "--json", "--today", TODAY, "--output", "content")
    assert refused.code == 1
    (finding,) = json.loads(refused.out)["findings"]
    assert (finding["code"], finding["file"]) == ("output-folder", "--output")
    with (root / ".ichsite/lock").open("w") as lock:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX)
        busy = command("-C", str(root), "build", "--json", "--today", TODAY)
    assert busy.code == 2
    assert [one["code"] for one in json.loads(busy.out)["findings"]] == ["busy"]


def test_an_interrupted_run_under_json_is_json(tmp_path: Path) -> None:
    code = (
        "import sys, ichsite.cli\n"
        "import ichsite.commands.check as check\n"
        "def stop(*_):\n    raise KeyboardInterrupt\n"
        "check.settled = stop\n"
        f"sys.argv = ['ichsite', '-C', {str(laid_out(tmp_path))!r}, 'check', '--json']\n"
        "ichsite.cli.main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 130
    assert [one["code"] for one in json.loads(done.stdout)["findings"]] == ["interrupted"]


def test_annotations_do_not_stand_among_the_data_of_assess(tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    (root / "content" / "stray.md").write_text("---\n---\n", "utf-8")
    words = [sys.executable, "-m", "ichsite", "-C", str(root), "assess", "--json", "--today", TODAY]
    done = subprocess.run(
        words, capture_output=True, text=True, check=False, env={**os.environ, "GITHUB_ACTIONS": "true"}
    )
    told = json.loads(done.stdout)
    assert told["crafts"] and told["findings"]
