"""`python -m tools.views` writes docs/views.md and docs/views.zh-CN.md: every view, its fields, their types and meanings.

A field's meaning is the text below it in the class, else what `view_fields` says of it there, else what `view_meanings`
says of its name, else what the class of its value says of itself. What the code says in English has its Chinese in
`view_texts`. `--check` only says whether the files are current.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
import sys
import types
import typing
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from ichsite.plan import views
from ichsite.text.words import Language, Words
from tools.view_fields import FIELDS
from tools.view_meanings import MEANINGS
from tools.view_texts import TEXTS

_DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGES: dict[Language, Path] = {"en": _DOCS / "views.md", "zh-CN": _DOCS / "views.zh-CN.md"}
_TEMPLATE = re.compile(r"`(?:pages/)?([a-z0-9-]+\.(?:html|xml|txt))`")
_HEAD = Words(
    """\
# 视图：模板看得到什么

*[English](views.md)*

每种页面的模板拿到一个视图，视图的字段就是模板里可以直接写的名字。值都是不变的：改不了，也没有可以调用的。另外还有 `theme`
（主题的选项）、`sharing`（`kind` 这一页是哪种东西、`picture` 分享用的图、`published` 发表的日子）、`linked_data`（这一页的
JSON-LD，没有时为空，用 `|tojson` 写出），和 `_`、`ngettext` 两个函数。网址（`UrlPath`）用 `|href` 或 `|absolute` 写出，钱（最小单位
的整数，如分）用 `|money`，`national` 这样的词用 `|label("level")`。怎么用见[店面长什么样](content/pages/themes.zh-CN.md)。

这一页由 `python -m tools.views` 写出，有测试看着它是不是最新的。

""",
    """\
# Views: what a template sees

*[中文](views.zh-CN.md)*

Every page template gets one view; its fields are the names in the template. All values are frozen: there is nothing
to change and nothing to call. Besides these a template sees `theme` (the theme's options), `sharing` (the `kind` of
thing that the page is, its `picture`, the day when it was `published`), `linked_data` (the page as JSON-LD, none where
there is none, to be written by `|tojson`) and the functions `_` and `ngettext`. An address (`UrlPath`) is written through
`|href` or `|absolute`, an amount of money (whole minor units, such as fen) through `|money`, a term such as `national`
through `|label("level")`. [Themes](content/pages/themes.md) says how.

This page is written by `python -m tools.views`; a test holds it current.

""",
)
_PAGES, _VALUES = Words("页面", "Pages"), Words("值", "Values")
_COLUMNS = Words("| 字段 | 类型 | 意思 |", "| field | type | meaning |")
_PLAIN = {
    "str": Words("文字", "text"),
    "int": Words("整数", "whole number"),
    "bool": Words("是否", "yes or no"),
    "date": Words("日期", "day"),
    "datetime": Words("时刻", "moment"),
    "Decimal": Words("小数", "Decimal"),
    "float": Words("小数", "float"),
}


def page_text(language: Language = "en") -> str:
    """The whole page."""
    pages = {template: view for view in _classes() if (template := _template_of(view))}
    values = sorted(_reached(list(pages.values())) - set(pages.values()), key=lambda cls: cls.__name__)
    parts = [_HEAD.said(language), f"## {_PAGES.said(language)}\n\n"]
    parts += [_section(view, f"pages/{template}", language) for template, view in sorted(pages.items())]
    parts.append(f"## {_VALUES.said(language)}\n\n")
    parts += [_section(cls, None, language) for cls in values]
    return "".join(parts).rstrip() + "\n"


def fields_without_meaning() -> list[str]:
    """`Class.field` where nothing says what the field means."""
    return sorted(
        f"{cls.__name__}.{name}" for cls in _shown_classes() for name, _, meaning in _fields(cls) if not meaning.en
    )


def texts_without_chinese() -> list[str]:
    """What the code says of a view in English and `view_texts` does not in Chinese, and what it says of no view any more."""
    said = {text for cls in _shown_classes() for text in (_said(cls), *_texts_below(cls).values()) if text}
    return sorted(said ^ TEXTS.keys())


def meanings_of_nothing() -> list[str]:
    """Names that `view_meanings` or `view_fields` explain and no view has."""
    names = {f"{cls.__name__}.{name}" for cls in _shown_classes() for name in typing.get_type_hints(cls)}
    return sorted((FIELDS.keys() - names) | (MEANINGS.keys() - {name.rpartition(".")[2] for name in names}))


def _shown_classes() -> set[type]:
    return _reached([view for view in _classes() if _template_of(view)])


def _classes() -> list[type]:
    found = [view for _, view in inspect.getmembers(views, inspect.isclass) if dataclasses.is_dataclass(view)]
    return sorted(found, key=lambda cls: cls.__name__)


def _template_of(view: type) -> str | None:
    found = _TEMPLATE.search(inspect.cleandoc(view.__doc__ or ""))
    return found[1] if found else None


def _section(cls: type, template: str | None, language: Language) -> str:
    doc = _in_both(_said(cls)).said(language)
    if template is not None:
        doc = {"zh-CN": f"模板 `{template}`。{doc}", "en": f"For `{template}`. {doc}".rstrip()}[language]
    lines = [f"### {cls.__name__}", "", doc, "", _COLUMNS.said(language), "| --- | --- | --- |"]
    lines += [
        f"| `{name}` | {_shown(hint, language)} | {_cell(meaning.said(language))} |"
        for name, hint, meaning in _fields(cls)
    ]
    return "\n".join([*lines, "", ""])


def _said(cls: type) -> str:
    """What a class says of itself, without the template that a view is for."""
    doc = " ".join(inspect.cleandoc(cls.__doc__ or "").split())
    if _template_of(cls):
        doc = re.sub(r"^`[^`]*`[:.,]?\s*", "", doc)
        doc = f"{doc[:1].upper()}{doc[1:]}"
    return doc.strip()


def _in_both(text: str) -> Words:
    return Words(TEXTS.get(text, ""), text)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _fields(cls: type) -> Iterator[tuple[str, Any, Words]]:
    said = _texts_below(cls)
    for name, hint in typing.get_type_hints(cls).items():
        below = _in_both(said[name]) if name in said else None
        yield name, hint, below or FIELDS.get(f"{cls.__name__}.{name}") or MEANINGS.get(name) or _sentence(hint)


def _sentence(hint: Any) -> Words:
    """What the one class in a type says of itself, in a sentence."""
    held = [cls for cls in _held(hint) if _is_value(cls)]
    if len(held) != 1 or not held[0].__doc__:
        return Words("", "")
    both = _in_both(_said(held[0]))
    english = re.split(r"(?<=[:;]) |(?<=\.) (?=[A-Z`])", both.en)[0].rstrip(".:;")
    return Words(re.split(r"[。：；]", both.zh)[0], english)


def _shown(hint: Any, language: Language) -> str:
    """A type as a person reads it."""
    if isinstance(hint, typing.NewType):
        return str(hint.__name__)
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        return _shown(inner[0], language)
    if origin in (typing.Union, types.UnionType):
        some = [_shown(one, language) for one in inner if one is not type(None)]
        either, none = {"zh-CN": (" 或 ", "，可能没有"), "en": (" or ", " or none")}[language]
        return either.join(some) + (none if type(None) in inner else "")
    if origin is typing.Literal:
        return " ".join(f"`{one}`" for one in inner)
    if origin is tuple and inner[-1:] == (Ellipsis,):
        one = _shown(inner[0], language)
        return {"zh-CN": f"{one}{' ' if one[-1].isascii() else ''}的列表", "en": f"list of {one}"}[language]
    if origin is tuple:
        return "(" + ", ".join(_shown(one, language) for one in inner) + ")"
    if origin is not None and len(inner) == 2:
        return f"{_shown(inner[0], language)} → {_shown(inner[1], language)}"
    plain = _PLAIN.get(hint.__name__)
    shown = plain.said(language) if plain is not None else str(hint.__name__)
    return f"[{shown}](#{shown.lower()})" if _is_value(hint) else shown


def _is_value(cls: Any) -> bool:
    return dataclasses.is_dataclass(cls) or hasattr(cls, "_fields")


def _held(hint: Any) -> list[type]:
    inner = typing.get_args(hint)
    if typing.get_origin(hint) is typing.Literal:
        return []
    if inner:
        return [cls for one in inner for cls in _held(one)]
    return [hint] if isinstance(hint, type) else []


def _reached(start: list[type]) -> set[type]:
    known: set[type] = set()
    left = list(start)
    while left:
        cls = left.pop()
        if cls in known:
            continue
        known.add(cls)
        for hint in typing.get_type_hints(cls).values():
            left += [one for one in _held(hint) if _is_value(one)]
    return known


@cache
def _texts_below(cls: type) -> dict[str, str]:
    """The text that stands below a field in the source of its class."""
    (node,) = ast.parse(inspect.cleandoc("\n" + inspect.getsource(cls))).body
    body = typing.cast("ast.ClassDef", node).body
    return {
        one.target.id: " ".join(str(below.value.value).split())
        for one, below in pairwise(body)
        if isinstance(one, ast.AnnAssign)
        and isinstance(one.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }


if __name__ == "__main__":
    texts = {path: page_text(language) for language, path in PAGES.items()}
    if "--check" in sys.argv:
        sys.exit(any(not path.exists() or path.read_text("utf-8") != text for path, text in texts.items()))
    for path, text in texts.items():
        path.write_text(text, "utf-8")
