"""`ichsite explain`, as a person, a pipe, a shell and a machine meet it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from ichsite.explain.excerpt import lines_of
from ichsite.explain.explanation import Sample
from ichsite.explain.library import by_family, codes, explanation_of
from ichsite.explain.terminal import explained, listed
from ichsite.text.width import text_width
from ichsite.text.words import Language
from tests.sites_support import SITES, Run, laid_out
from tests.sites_support import ichsite as ichsite_in

HERE = str(Path(__file__).parents[2])
"""Where the package under test lies, for runs that start elsewhere."""
COMMAND = [sys.executable, "-m", "ichsite", "explain"]
ESCAPE = re.compile("\x1b\\[[0-9;]*m")


def explain(folder: Path, *arguments: str, **env: str) -> Run:
    """The command in a folder that is no project."""
    environment = {**os.environ, "ICHSITE_LANG": "zh-CN", "PYTHONUTF8": "1", "PYTHONPATH": HERE, **env}
    done = subprocess.run([*COMMAND, *arguments], capture_output=True, cwd=folder, env=environment, check=False)
    return Run(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def test_outside_of_a_project_it_tells_what_why_and_how(tmp_path: Path) -> None:
    run = explain(tmp_path, "yaml-fullwidth-colon")
    assert (run.code, run.err) == (0, "")
    assert "\x1b" not in run.out
    assert run.out.splitlines()[0] == "yaml-fullwidth-colon  错误  YAML 的写法"
    assert "  ▶  2 │ summary：刻字的小银牌。\n" in run.out
    assert "     2 │ summary: 刻字的小银牌。\n" in run.out
    assert list(tmp_path.iterdir()) == []


def test_what_was_copied_from_a_finding_will_do(tmp_path: Path) -> None:
    run = explain(tmp_path, "error[yaml-tab]", "--lang", "en")
    assert run.code == 0
    assert run.out.startswith("yaml-tab  error  Writing YAML\nThe line is indented with a tab\n")
    assert "\\u0009summary" in run.out, "a tab is shown, not printed"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("yaml-tabs", "是不是想写 yaml-tab？"),
        ("YAML_TAB", "是不是想写 yaml-tab？"),
        ("zzz\x1b[31m", "ichsite explain 列出全部"),
    ],
)
def test_a_wrong_code_leads_to_the_right_one(typed: str, said: str, tmp_path: Path) -> None:
    run = explain(tmp_path, typed)
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert "\x1b" not in run.err


def test_without_a_code_all_are_listed(tmp_path: Path) -> None:
    run = explain(tmp_path, "--lang", "en")
    lines = [line.split()[0] for line in run.out.splitlines() if line.startswith("  ")]
    assert run.code == 0
    assert sorted(lines) == list(codes())


def test_a_machine_gets_both_languages(tmp_path: Path) -> None:
    one = json.loads(explain(tmp_path, "picture-missing", "--json").out)
    assert (one["version"], one["command"]) == (1, "explain")
    (told,) = one["explanations"]
    assert told["code"] == "picture-missing"
    assert set(told["says"]) == {"zh-CN", "en"}
    assert told["sample"]["marked"] == 1
    everything = json.loads(explain(tmp_path, "--json").out)
    assert sorted(told["code"] for told in everything["explanations"]) == list(codes())
    assert {told["family"] for told in everything["explanations"]} == everything["families"].keys()


def test_a_wrong_code_is_told_to_a_machine_too(tmp_path: Path) -> None:
    run = explain(tmp_path, "yaml-tabs", "--json", "--lang", "en")
    assert run.code == 2
    (finding,) = json.loads(run.out)["findings"]
    assert finding["code"] == "usage"
    assert "Did you mean yaml-tab?" in finding["message"]["en"]


def test_a_terminal_has_colours_and_no_color_has_none(tmp_path: Path) -> None:
    env = {**os.environ, "ICHSITE_LANG": "zh-CN", "TERM": "xterm-256color", "PYTHONPATH": HERE}
    for name in ("NO_COLOR", "COLUMNS", "LINES"):
        env.pop(name, None)
    for more, coloured in (({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)):
        typed = [*COMMAND[1:], "handmade-claim"]
        terminal = pexpect.spawn(COMMAND[0], typed, env={**env, **more}, cwd=str(tmp_path), dimensions=(40, 60))
        out = terminal.read().decode("utf-8")
        terminal.wait()
        assert terminal.exitstatus == 0
        assert (ESCAPE.search(out) is not None) is coloured
        prose = [line for line in ESCAPE.sub("", out).splitlines() if "│" not in line]
        assert max(text_width(line) for line in prose) <= 60, "wrapped by what Han take"
        assert not any(line.startswith(("，", "。", "、")) for line in prose)


def test_a_shell_completes_codes(tmp_path: Path) -> None:
    env = {"_ICHSITE_COMPLETE": "zsh_complete", "COMP_WORDS": "ichsite explain yaml-fullw", "COMP_CWORD": "2"}
    code = "from ichsite.cli import main; import sys; sys.argv = ['ichsite']; main()"
    environment = {**os.environ, **env, "ICHSITE_LANG": "en"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, check=False)
    assert done.stdout.decode().splitlines()[1::3] == [one for one in codes() if one.startswith("yaml-fullw")]


def test_a_run_with_findings_says_where_to_read_on(tmp_path: Path) -> None:
    root = laid_out(tmp_path, SITES / "yaml-tab")
    hint = "为什么、怎么改，看样例：ichsite explain yaml-tab\n"
    for command in ("check", "build"):
        run = ichsite_in(root, command)
        assert run.err.endswith(hint)
        assert run.err.count("ichsite explain") == 1


@pytest.mark.parametrize(("language", "columns"), [("zh-CN", None), ("zh-CN", 30), ("en", 30)])
def test_every_explanation_is_shown_whole(language: Language, columns: int | None) -> None:
    for code in codes():
        told = explanation_of(code)
        text = explained(told, language, columns, coloured=False)
        joined = "".join(text.split())
        for words in (told.says, told.why, told.do):
            assert "".join(words.said(language).split()) in joined
        if isinstance(told.sample, Sample) and columns is None:
            for excerpt in (told.sample.failing, told.sample.mended):
                assert all(line.shown.rstrip() in text for line in lines_of(excerpt))
    assert listed(by_family(), language, columns, coloured=False).count("\n") >= len(codes())
