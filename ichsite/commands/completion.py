"""`ichsite completion`: the script that makes a shell complete commands and options."""

from __future__ import annotations

import click

from ichsite.commands.talk import answer


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> int:
    """Print the completion script for SHELL; put it where your shell reads such scripts."""
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"no completion for {shell}")
    group = ctx.find_root().command
    answer(found(group, {}, "ichsite", "_ICHSITE_COMPLETE").source())
    return 0
