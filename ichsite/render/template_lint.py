"""What a template may not do to the escaping of values: switch it off, or have a value taken for the theme's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes

from ichsite.render.markup_lint import markup_findings
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.words import Words

_SPOKEN = ("_", "gettext", "ngettext", "npgettext", "pgettext")
_STORIES = ("story", "html")
"""How the fields and names are called (at their end) that hold sanitised HTML."""


@lru_cache(maxsize=512)
def template_findings(name: str, source: str, place: str) -> tuple[Diagnostic, ...]:
    """Every finding about one template that can be told without a page; its syntax is checked where it is used.

    Kept for as long as the process lives: while a theme is edited, its other templates stay as they are.
    """
    return tuple(_findings(name, source, place))


def _findings(name: str, source: str, place: str) -> Iterator[Diagnostic]:
    if name.endswith(".html"):
        yield from markup_findings(source, place)
    try:
        tree = _environment().parse(source)
        looked_at = list(tree.find_all((nodes.Call, nodes.Name, nodes.Filter, nodes.ScopedEvalContextModifier)))
    except (TemplateSyntaxError, RecursionError, ValueError):
        return
    yield from _of_nodes(looked_at, place)


def _of_nodes(looked_at: Sequence[nodes.Node], place: str) -> Iterator[Diagnostic]:
    calls = [one for one in looked_at if isinstance(one, nodes.Call)]
    names = [one for one in looked_at if isinstance(one, nodes.Name)]
    filters = [one for one in looked_at if isinstance(one, nodes.Filter)]
    called: set[int] = set()
    for call in calls:
        if isinstance(call.node, nodes.Name) and call.node.name in _SPOKEN:
            called.add(id(call.node))
            texts = call.args[: 2 if call.node.name.startswith("n") else 1]
            if not all(isinstance(one, nodes.Const) for one in texts) or not texts:
                what = Words(
                    "`_()` 里的句子是一个值，它会不经转义就写出来",
                    "the sentence in `_()` is a value; it would be written unescaped",
                )
                help = Words('写成 _("... %(name)s", name=值)', 'write _("... %(name)s", name=value)')
                yield error("theme-unescaped", Place(place, call.lineno, 1), what, help)
    for one in names:
        if one.name in _SPOKEN and id(one) not in called:
            what = Words(f"`{one.name}` 只能直接调用", f"`{one.name}` may only be called")
            yield error("theme-unescaped", Place(place, one.lineno, 1), what)
    for one in filters:
        if one.name == "safe":
            what = Words("`|safe` 会让没转义的文字进入页面", "`|safe` lets unescaped text into the page")
            help = Words("去掉它；作品的故事用 |story", "remove it; a craft's story has `|story`")
            yield error("theme-unescaped", Place(place, one.lineno, 1), what, help)
        elif one.name == "story" and not _is_story(one.node):
            what = Words(
                "`|story` 只用于故事，这个值没有消毒过", "`|story` is for stories; this value is not sanitised"
            )
            yield error("theme-unescaped", Place(place, one.lineno, 1), what)
    for one in (node for node in looked_at if isinstance(node, nodes.ScopedEvalContextModifier)):
        what = Words("不能关掉转义", "escaping may not be switched off")
        yield error(
            "theme-unescaped", Place(place, one.lineno, 1), what, Words("去掉 autoescape", "remove `autoescape`")
        )


def _is_story(node: nodes.Expr | None) -> bool:
    name = node.attr if isinstance(node, nodes.Getattr) else node.name if isinstance(node, nodes.Name) else ""
    return name.endswith(_STORIES)


@cache
def _environment() -> Environment:
    return Environment(extensions=["jinja2.ext.i18n"])  # noqa: S701  it reads templates and renders none
