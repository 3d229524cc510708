"""A block that nothing shows: a template that extends another may fill its blocks, and a misspelt name fills none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes

from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words


def block_findings(own: Mapping[str, str], place: str, templates: Mapping[str, str]) -> Iterator[Diagnostic]:
    """The blocks of a theme's `own` templates (by path) that no template above them has.

    `templates` are all that can be extended, by the name that `{% extends %}` gives them. What cannot be
    parsed, or extends what is worked out or missing, is told where it is used.
    """
    for path, source in own.items():
        if "extends" not in source or (tree := _parsed(source)) is None or (above := _extended(tree)) is None:
            continue
        if (known := _blocks_of(above, templates)) is None:
            continue
        for block in (node for node in tree.body if isinstance(node, nodes.Block)):
            if block.name not in known:
                what = Words(
                    f"`{above}` 里没有叫 `{block.name}` 的 block，这一段永远不会显示",
                    f"`{above}` has no block `{block.name}`: this would never be shown",
                )
                yield error(
                    "theme-block", Place(f"{place}/{path}", block.lineno, 1), what, did_you_mean(block.name, known)
                )


def _blocks_of(name: str, templates: Mapping[str, str]) -> set[str] | None:
    """The blocks of a template and of those that it extends; None where one of them cannot be read."""
    known: set[str] = set()
    seen: set[str] = set()
    above: str | None = name
    while above is not None and above not in seen:
        seen.add(above)
        if (source := templates.get(above)) is None or (tree := _parsed(source)) is None:
            return None
        known |= {block.name for block in tree.find_all(nodes.Block)}
        above = _extended(tree)
    return known


def _extended(tree: nodes.Template) -> str | None:
    node = tree.find(nodes.Extends)
    if node is None or not isinstance(node.template, nodes.Const) or not isinstance(node.template.value, str):
        return None
    return node.template.value


@lru_cache(maxsize=256)
def _parsed(source: str) -> nodes.Template | None:
    """The template's tree, which nobody changes: a layout is parsed once for all templates that extend it."""
    try:
        return Environment(extensions=["jinja2.ext.i18n"]).parse(source)  # noqa: S701  it reads templates and renders none
    except (TemplateSyntaxError, RecursionError, ValueError):
        return None
