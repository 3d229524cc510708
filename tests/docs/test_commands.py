"""Every command line that the handbook and the READMEs show can be given."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from ichsite.commands.root import Lazy
from ichsite.commands.root import ichsite as command_line
from tests.docs.reading import TOLD, command_lines

SHOWN = sorted({(path.name, line) for path in TOLD for line in command_lines(path.read_text("utf-8"))})


def fault(line: str) -> str | None:
    """Why a command line cannot be given."""
    words = shlex.split(line.replace("…", "NAME"))[1:]
    command: click.Command = command_line
    options = {option for one in command.params for option in (*one.opts, *one.secondary_opts)}
    for word in words:
        name = word.partition("=")[0]
        if name.startswith("-"):
            if name not in options | {"--help", "-h", "--version"}:
                return f"{command.name} has no {name}"
        elif isinstance(command, click.Group):
            if len(words) > 1 and words[0] == "-C" and word == words[1]:
                continue  # the folder
            found = command.get_command(context(command), name)
            if found is None:
                return f"there is no {name}"
            command = found
            options |= {option for one in command.params for option in (*one.opts, *one.secondary_opts)}
    return None


def context(command: click.Command) -> click.Context:
    return click.Context(command, info_name=command.name)


def test_there_is_something_to_check() -> None:
    assert len({line for _, line in SHOWN}) > 25
    assert isinstance(command_line, Lazy)


@pytest.mark.parametrize(("name", "line"), SHOWN, ids=lambda one: one)
def test_it_can_be_given(name: str, line: str) -> None:
    assert fault(line) is None, (name, line)


def test_what_is_wrong_is_found() -> None:
    assert fault("ichsite biuld") is not None
    assert fault("ichsite build --strikt") is not None
    assert fault("ichsite -C docs build --strict") is None


def test_the_readme_names_the_gate() -> None:
    for name in ("README.md", "README.zh-CN.md"):
        text = next(path for path in TOLD if path.name == name).read_text("utf-8")
        assert re.search(r"^make test\b", text, re.M)
    assert "make test" in (Path(TOLD[0]).parent / ".ci/run").read_text("utf-8")
