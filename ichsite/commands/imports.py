"""`ichsite import`: what others wrote, taken in. Each kind is a command of its own, imported when it is called."""

from __future__ import annotations

import click

from ichsite.commands.language import in_language

COMMANDS = {
    "showcases": ("ichsite.commands.import_showcases", "showcases"),
    "ideas": ("ichsite.commands.import_ideas", "ideas"),
    "poll": ("ichsite.commands.import_poll", "poll"),
    "registry": ("ichsite.commands.import_registry", "registry"),
}


class Imports(click.Group):
    """As the commands of the root: nobody pays for what is not called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        from importlib import import_module

        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        return in_language(getattr(import_module(module), name))


@click.group(cls=Imports, name="import")
def imports() -> None:
    """Take in what others wrote: buyers' showcases, ideas and votes from tables, the official list of ICH."""
