"""The code that templates are compiled to: Jinja's own, with what a page does ten thousand times made short.

A field of a view is read directly, a text without special characters is printed as it is, a macro or a sentence
is called without asking the sandbox: our values and the theme's macros have nothing to hide.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any, cast

from jinja2 import Undefined, nodes, pass_eval_context
from jinja2.compiler import CodeGenerator, Frame, operators
from jinja2.nodes import EvalContext
from markupsafe import Markup, escape

_PRINTABLE = frozenset([str, Markup, int, Decimal, float])
_SPECIAL = re.compile("[&<>\"']").search
_SHORT = 200
"""Characters up to which it is faster to look whether a text needs escaping."""


class NotPrintable(TypeError):
    """A value that would be printed as the program sees it, such as `<macro at 0x7f…>`; its type's name."""


def printed(value: Any, _known: frozenset[type] = _PRINTABLE) -> Any:
    """A value that a template prints, where it has a text of its own; raises NotPrintable."""
    if type(value) in _known or isinstance(value, (str, Undefined)):
        return value
    raise NotPrintable(type(value).__name__)


def shown(value: Any) -> str:
    """A value as it stands in a page: escaped, where it is not markup already; raises NotPrintable."""
    kind = cast("type[object]", type(value))
    if kind is str:
        return value if len(value) < _SHORT and _SPECIAL(value) is None else escape(value)
    if kind is Markup:
        return value
    return str(value) if kind is int else escape(printed(value))


class Fields(dict[type, frozenset[str]]):
    """The fields of each class whose values are views (dataclasses, named tuples); none of any other class."""

    def __missing__(self, kind: type) -> frozenset[str]:
        names: Iterable[str] = getattr(kind, "__dataclass_fields__", ())
        if not names and tuple in kind.__mro__:
            names = getattr(kind, "_fields", ())
        self[kind] = found = frozenset(name for name in names if not name.startswith("_"))
        return found


class ThemeCode(CodeGenerator):
    """Writes the code. `_o` is the owner of the field that is being read; inner ones are read before it is set."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  Jinja's name
        """`a.b`."""
        name = node.attr
        if name.startswith("_") or not name.isidentifier() or keyword.iskeyword(name):
            super().visit_Getattr(node, frame)
            return
        self.write(f"(_o.{name} if {name!r} in environment.fields[type(_o := ")
        self.visit(node.node, frame)
        self.write(f")] else environment.getattr(_o, {name!r}))")

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802  Jinja's name
        """`[a, b]`, the size of all that is in it checked."""
        self._checked("built", node.items, lambda: super(ThemeCode, self).visit_List(node, frame))

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802  Jinja's name
        """`(a, b)`, as a list; what is assigned to is left alone."""
        items = node.items if node.ctx == "load" else []
        self._checked("built", items, lambda: super(ThemeCode, self).visit_Tuple(node, frame))

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802  Jinja's name
        """`{a: b}`, as a list."""
        self._checked("built", node.items, lambda: super(ThemeCode, self).visit_Dict(node, frame))

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802  Jinja's name
        """`a == b`, the size of what is compared checked."""
        self.write("(")
        self._checked("comparable", [node.expr], lambda: self.visit(node.expr, frame))
        for operand in node.ops:
            self.write(f" {operators[operand.op]} ")
            self._checked("comparable", [operand.expr], lambda one=operand.expr: self.visit(one, frame))
        self.write(")")

    def _checked(self, check: str, items: Sequence[nodes.Node], write: Callable[[], object]) -> None:
        """Writes what is to be checked where it is more than constants."""
        plain = all(isinstance(one, nodes.Const) for one in items)
        self.write("" if plain else f"environment.{check}(")
        write()
        self.write("" if plain else ")")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802  Jinja's name
        """`a ~ b`, the size of what comes out checked."""
        self.write("environment.joined(")
        super().visit_Concat(node, frame)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.shown(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write(")")
        else:
            super()._output_child_post(node, frame, finalize)


def sentence_functions(
    one: Callable[[str], str], many: Callable[[str, str, int], str]
) -> dict[str, Callable[..., str]]:
    """`_` and `ngettext` of templates. The theme's words are markup, and values are escaped into them."""

    @pass_eval_context
    def gettext(context: EvalContext, msgid: str, /, **values: Any) -> str:
        said = one(msgid)
        return (Markup(said) if context.autoescape else said) % values  # noqa: S704

    @pass_eval_context
    def ngettext(context: EvalContext, singular: str, plural: str, num: int, /, **values: Any) -> str:
        values.setdefault("num", num)
        said = many(singular, plural, num)
        return (Markup(said) if context.autoescape else said) % values  # noqa: S704

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext}
