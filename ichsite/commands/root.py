"""`ichsite`: the group, and what no command catches."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn

import click

from ichsite import __version__
from ichsite.commands import interruption
from ichsite.commands.course import Course, course_of
from ichsite.commands.language import in_language, settle
from ichsite.commands.options import folder_option, language_option
from ichsite.commands.talk import answer, locale_language, say
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.words import Words

COMMANDS = {
    "init": ("ichsite.commands.init", "init"),
    "new": ("ichsite.commands.new", "new"),
    "build": ("ichsite.commands.build", "build"),
    "check": ("ichsite.commands.check", "check"),
    "assess": ("ichsite.commands.assess", "assess"),
    "links": ("ichsite.commands.links", "links"),
    "brief": ("ichsite.commands.brief", "brief"),
    "schema": ("ichsite.commands.schema", "schema"),
    "serve": ("ichsite.commands.serve", "serve"),
    "explain": ("ichsite.commands.explain", "explain"),
    "doctor": ("ichsite.commands.doctor", "doctor"),
    "import": ("ichsite.commands.imports", "imports"),
    "completion": ("ichsite.commands.completion", "completion"),
}
_AS_JSON = "--json"


class Unread(Exception):
    """Nobody reads on: `ichsite assess | head -1`. click would turn the system's own error into exit 1."""


class Lazy(click.Group):
    """Commands are imported when they are called: `--help` pays for nothing."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        from importlib import import_module

        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        return in_language(getattr(import_module(module), name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click has it, with the commands that may have been meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as unknown:
            raise click.NoSuchCommand(unknown.command_name, possibilities=COMMANDS, ctx=ctx) from None

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """As click has it, but that a closed pipe is not taken for findings."""
        with _unread():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """As click has it, but that a closed pipe is not taken for findings."""
        with _unread():
            return super().invoke(ctx)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Exit codes: 0 clean, 1 findings, 2 usage or internal error, 130 interrupted, 141 nobody reads on."""
        interruption.listen()
        given: list[str] = list(kwargs.get("args") or (args[0] if args else None) or sys.argv[1:])
        settle(given, sys.stderr.encoding)
        for stream in (sys.stdout, sys.stderr):
            # a terminal of another encoding shows what it can
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            code = _spoken(self)._ran(given, *args, **kwargs)
            sys.stdout.flush()
        except (BrokenPipeError, Unread):
            _leave(141)
        except KeyboardInterrupt:
            _leave(130)  # once more, while the first was being said
        if interruption.asked:
            # where a signal came in the midst of `exec`, as dataclasses use it, Python would end itself by that signal
            _leave(code)
        # the work is done and said: an interruption would only change what is reported of it
        interruption.deafen()
        sys.exit(code)

    def _ran(self, given: list[str], *args: Any, **kwargs: Any) -> int:
        course = Course()
        try:
            code = super().main(*args, **{**kwargs, "standalone_mode": False, "obj": course})
        except click.ClickException as wrong:
            if _AS_JSON in given:
                message = wrong.format_message()
                _tell(error("usage", Place("."), Words(message, message)), given)
            else:
                wrong.show()
            return 2
        except (click.Abort, KeyboardInterrupt):
            _tell(_interruption(course.stands), given)
            _leave(130)
        except (BrokenPipeError, Unread):
            raise
        except Exception as wrong:
            if interruption.asked:
                # what was called turned the interruption into an error of its own
                _tell(_interruption(course.stands), given)
                _leave(130)
            from ichsite.commands.trouble import INTERNAL, trouble_of

            trouble = trouble_of(wrong, course.stands)
            if trouble.code == INTERNAL and os.environ.get("ICHSITE_DEBUG"):
                raise
            _tell(trouble, given)
            return 2
        return code if isinstance(code, int) else 0


def _spoken(group: Lazy) -> Lazy:
    spoken = in_language(group)
    return spoken if isinstance(spoken, Lazy) else group


@contextmanager
def _unread() -> Generator[None]:
    try:
        yield
    except BrokenPipeError as closed:
        raise Unread from closed


def _leave(code: int) -> NoReturn:
    """Ends quietly, without Python's own complaint about a closed pipe."""
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(code)


def _interruption(stands: Words) -> Diagnostic:
    return error("interrupted", Place("."), Words(f"已中断。{stands.zh}", f"Interrupted. {stands.en}"))


def _tell(trouble: Diagnostic, given: list[str]) -> None:
    """Why a run came to no result: in words on stderr, or as JSON on stdout where JSON was asked for."""
    if _AS_JSON not in given:
        say(trouble.message.said(locale_language()))
        return
    from ichsite.report.machine import as_json

    command = next((one for one in given if one in COMMANDS), None)
    answer(as_json((trouble,), {"command": command, "failed": True}))


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@folder_option
@language_option
@click.version_option(__version__, prog_name="ichsite")
@click.pass_context
def ichsite(ctx: click.Context, folder: Path | None) -> None:
    """Catalogues of made-to-order ICH pieces: what can be changed, when it arrives, what nobody can promise."""
    course_of(ctx).folder = folder
