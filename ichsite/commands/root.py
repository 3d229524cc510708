"""`ichsite`: the group, and what no command catches."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

import click

from ichsite import __version__
from ichsite.commands.options import folder_option
from ichsite.commands.talk import locale_language, say
from ichsite.text.words import Words

COMMANDS = {
    "build": ("ichsite.commands.build", "build"),
    "check": ("ichsite.commands.check", "check"),
    "assess": ("ichsite.commands.assess", "assess"),
    "completion": ("ichsite.commands.completion", "completion"),
}


class Lazy(click.Group):
    """Commands are imported when they are called: `--help` pays for nothing."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        from importlib import import_module

        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        return getattr(import_module(module), name)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Exit codes: 0 clean, 1 findings, 2 usage or internal error, 130 interrupted."""
        signal.signal(signal.SIGTERM, _terminated)
        try:
            code = super().main(*args, **{**kwargs, "standalone_mode": False})
            sys.stdout.flush()
            sys.exit(code if isinstance(code, int) else 0)
        except click.ClickException as wrong:
            wrong.show()
            sys.exit(2)
        except (click.Abort, KeyboardInterrupt):
            say(Words("已中断，output/ 没有动过。", "Interrupted; output/ is as it was.").said(locale_language()))
            _leave(130)
        except BrokenPipeError:
            _leave(141)
        except Exception as wrong:
            _internal(wrong)


def _terminated(_signal: int, _frame: Any) -> None:
    raise KeyboardInterrupt


def _leave(code: int) -> None:
    """Ends quietly, without Python's own complaint about a closed pipe."""
    sys.stderr.flush()
    os._exit(code)


def _internal(wrong: Exception) -> None:
    from ichsite.commands.trouble import explained

    if (words := explained(wrong)) is not None:
        say(words.said(locale_language()))
        sys.exit(2)
    if os.environ.get("ICHSITE_DEBUG"):
        raise wrong
    say(
        Words(
            f"ichsite 自己出错了：{type(wrong).__name__}: {wrong}\noutput/ 没有动过。设 ICHSITE_DEBUG=1 再运行一次可看到细节，请附上它报告问题。",
            f"ichsite itself failed: {type(wrong).__name__}: {wrong}\noutput/ is as it was. Run again with ICHSITE_DEBUG=1 for details, and report them.",
        ).said(locale_language())
    )
    sys.exit(2)


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@folder_option
@click.version_option(__version__, prog_name="ichsite")
@click.pass_context
def ichsite(ctx: click.Context, folder: Path | None) -> None:
    """Catalogues of made-to-order ICH pieces: what can be changed, when it arrives, what nobody can promise.

    静态目录生成器：把非遗定制作品写成买家下单前看得懂的网页。
    """
    ctx.obj = {"folder": folder}
