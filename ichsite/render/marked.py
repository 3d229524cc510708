"""Text of the main language on a page in another: each piece is wrapped in an element with its `lang` (WCAG 2.2, 3.1.2).

Where such a piece may stand is known when a template is compiled: in running text it is wrapped, inside a
tag or a `<title>` it is not. So no template has to say anything, and one that is new marks its texts as well.
An environment without a second language is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from html import escape
from typing import Any

from jinja2 import nodes, pass_environment
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from ichsite.text.foreign import Foreign
from ichsite.text.words import Language

MARK, BARE = "_said", "_bare"
"""The filters that the transformer writes into templates."""
_TAG = re.compile(r"<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9-]*)|>", re.S)
_BARE_ELEMENTS = frozenset(["option", "script", "style", "svg", "textarea", "title"])
"""Elements that hold text alone: no element may stand in them."""
_BARE_BLOCKS = frozenset(["description", "title"])
"""Blocks of a layout that stand in such an element or in an attribute."""
_KEPT = ("trim", "truncate")
"""Jinja's filters that shorten a text without changing its language."""


class Marking:
    """The two filters, for pages that fall back on `language`."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._wrapped = re.compile(f'<span lang="{language}">([^<]*)</span>')

    def install(self, filters: dict[str, Callable[..., Any]]) -> None:
        """Adds the filters, and lets those that pass a text on keep its mark."""
        page: Callable[[object], str] = filters["lang"]

        def lang(text: object) -> str:
            return self.language if is_foreign(text) else page(text)

        filters["lang"] = lang
        filters[MARK], filters[BARE] = self.said, self.bare
        for name in _KEPT:
            filters[name] = _keeping(filters[name])
        filters["story"] = self._told(filters["story"])

    def said(self, value: Any) -> Any:
        """A value in running text."""
        if type(value) is Foreign:
            return Markup(f'<span lang="{self.language}">{escape(value)}</span>')  # noqa: S704  escaped here
        return value

    def bare(self, value: Any) -> Any:
        """A value where no element may stand: what a macro marked is unmarked."""
        if isinstance(value, Markup) and "<span lang=" in value:
            return Markup(self._wrapped.sub(r"\1", str(value)))  # noqa: S704  as safe as it was
        return value

    def _told(self, story: Callable[..., Markup]) -> Callable[..., Markup]:
        @wraps(story)
        def told(text: str, *args: Any, **kwargs: Any) -> Markup:
            html = story(text, *args, **kwargs)
            return Markup(f'<div lang="{self.language}">{html}</div>') if type(text) is Foreign else html  # noqa: S704

        return told


def is_foreign(value: object) -> bool:
    """The test `foreign`: whether a text is in another language than its page."""
    return type(value) is Foreign


def _keeping(shorten: Callable[..., Any]) -> Callable[..., Any]:
    @pass_environment
    def kept(environment: Any, text: Any, *args: Any, **kwargs: Any) -> Any:
        named = getattr(shorten, "jinja_pass_arg", None) is not None
        short = shorten(environment, text, *args, **kwargs) if named else shorten(text, *args, **kwargs)
        return Foreign(short) if type(text) is Foreign and isinstance(short, str) else short

    return kept


class Marked(NodeTransformer):
    """Puts the filters around what a template prints, by where it prints it. Visited in the order of the source."""

    def __init__(self) -> None:
        self.in_tag = False
        self.bare_depth = 0
        self.element: str = ""

    def visit_Output(self, node: nodes.Output, *_args: Any, **_kwargs: Any) -> nodes.Node:  # noqa: N802  Jinja's name
        """Text moves the place; an expression is printed at it."""
        node.nodes = [self._printed(one) for one in node.nodes]
        return node

    def visit_Block(self, node: nodes.Block, *_args: Any, **_kwargs: Any) -> nodes.Node:  # noqa: N802  Jinja's name
        """A block that fills a bare place of its layout."""
        bare = node.name in _BARE_BLOCKS
        self.bare_depth += bare
        self.generic_visit(node)
        self.bare_depth -= bare
        return node

    def visit_If(self, node: nodes.If, *_args: Any, **_kwargs: Any) -> nodes.Node:  # noqa: N802  Jinja's name
        """Every branch starts at the same place."""
        before = (self.in_tag, self.bare_depth, self.element)
        for branch in (node.body, *(inner.body for inner in node.elif_), node.else_):
            self.in_tag, self.bare_depth, self.element = before
            for one in branch:
                self.visit(one)
        return node

    def _printed(self, node: nodes.Expr) -> nodes.Expr:
        if isinstance(node, nodes.TemplateData):
            self._move(node.data)
            return node
        if isinstance(node, nodes.Const):
            return node
        name = BARE if self.in_tag or self.bare_depth else MARK
        if name == MARK and isinstance(node, nodes.Call):
            self._mark_words(node)
        return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)

    def _mark_words(self, call: nodes.Call) -> None:
        """`_("… %(name)s", name=…)`: the sentence is the page's, what is put into it may not be."""
        if isinstance(call.node, nodes.Name) and call.node.name in ("_", "gettext", "ngettext"):
            for one in call.kwargs:
                one.value = nodes.Filter(one.value, MARK, [], [], None, None, lineno=call.lineno)

    def _move(self, text: str) -> None:
        for found in _TAG.finditer(text):
            if found[0] == ">":
                if self.in_tag and self.element:
                    self.bare_depth += 1 if self.element[0] != "/" else -1
                self.in_tag, self.element = False, ""
            elif found[2] is not None:
                self.in_tag = True
                name = found[2].lower()
                self.element = f"{found[1]}{name}" if name in _BARE_ELEMENTS else ""
