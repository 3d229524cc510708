"""A group of commands, each imported when it is called: nobody pays for what is not called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from ichsite.commands.language import in_language


class LateGroup(click.Group):
    """As the commands of the root; `where` is the module and the name of each command."""

    def __init__(self, *arguments: Any, where: Mapping[str, tuple[str, str]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._where = where

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._where)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        from importlib import import_module

        if cmd_name not in self._where:
            return None
        module, name = self._where[cmd_name]
        return in_language(getattr(import_module(module), name))
