"""Sentences said once: what `_("…")` says without variables is put into a template when it is compiled.

An environment speaks one language, so such a call has one answer; a craft's page makes two hundred of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

Say = Callable[[str], str]


class Spoken(NodeTransformer):
    """Replaces each `_("msgid")` by its words. Words of the theme are trusted markup, as Jinja's newstyle gettext has it."""

    def __init__(self, say: Say) -> None:
        self.say = say

    def visit_Output(self, node: nodes.Output, *_args: Any, **_kwargs: Any) -> nodes.Node:  # noqa: N802  Jinja's name
        """In running text the words become text of the template itself."""
        self.generic_visit(node)
        node.nodes = [
            nodes.TemplateData(str(one.value), lineno=one.lineno)
            if isinstance(one, nodes.Const) and isinstance(one.value, Markup)
            else one
            for one in node.nodes
        ]
        return node

    def visit_Call(self, node: nodes.Call, *_args: Any, **_kwargs: Any) -> nodes.Node:  # noqa: N802  Jinja's name
        """A call of `_` or `gettext` with one constant and nothing else."""
        self.generic_visit(node)
        plain = not (node.kwargs or node.dyn_args or node.dyn_kwargs) and len(node.args) == 1
        if plain and isinstance(node.node, nodes.Name) and node.node.name in ("_", "gettext"):
            asked = node.args[0]
            if isinstance(asked, nodes.Const) and isinstance(asked.value, str):
                # newstyle gettext formats always, so that a percent sign is written twice
                return nodes.Const(Markup(self.say(asked.value)) % {}, lineno=node.lineno)  # noqa: S704
        return node
