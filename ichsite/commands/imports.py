"""`ichsite import`: what others wrote, taken in. Each kind is a command of its own, imported when it is called."""

from __future__ import annotations

import click

from ichsite.commands.late import LateGroup

COMMANDS = {
    "showcases": ("ichsite.commands.import_showcases", "showcases"),
    "ideas": ("ichsite.commands.import_ideas", "ideas"),
    "poll": ("ichsite.commands.import_poll", "poll"),
    "registry": ("ichsite.commands.import_registry", "registry"),
}


@click.group(cls=LateGroup, name="import", where=COMMANDS)
def imports() -> None:
    """Take in what others wrote: buyers' showcases, ideas and votes from tables, the official list of ICH."""
