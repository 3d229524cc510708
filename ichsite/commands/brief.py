"""`ichsite brief`: order briefs as buyers send them."""

from __future__ import annotations

import click

from ichsite.commands.language import in_language

COMMANDS = {"verify": ("ichsite.commands.brief_verify", "verify")}


class Briefs(click.Group):
    """As the commands of the root: nobody pays for what is not called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        from importlib import import_module

        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        return in_language(getattr(import_module(module), name))


@click.group(cls=Briefs, name="brief")
def brief() -> None:
    """Order briefs as buyers send them: whole, unchanged, possible."""
