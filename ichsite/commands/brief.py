"""`ichsite brief`: order briefs as buyers send them."""

from __future__ import annotations

import click

from ichsite.commands.late import LateGroup

COMMANDS = {"verify": ("ichsite.commands.brief_verify", "verify")}


@click.group(cls=LateGroup, name="brief", where=COMMANDS)
def brief() -> None:
    """Order briefs as buyers send them: whole, unchanged, possible."""
