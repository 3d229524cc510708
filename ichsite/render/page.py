"""A view and a template make a page; what goes wrong in a template is a finding with its file and line."""

from __future__ import annotations

import re
from dataclasses import fields
from types import TracebackType
from typing import Any

from jinja2 import (
    TemplateAssertionError,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.exceptions import SecurityError

from ichsite.render.asset import MissingAsset
from ichsite.render.environment import NotDefined, ThemeEnvironment
from ichsite.render.filters import MissingWord
from ichsite.render.linked.data import linked_data
from ichsite.render.sharing import sharing_of
from ichsite.render.theme_code import NotPrintable
from ichsite.render.theme_source import THEMES
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.memory_limit import at_most_more
from ichsite.text.place import Place
from ichsite.text.suggest import did_you_mean
from ichsite.text.time_limit import TimeUp, within
from ichsite.text.words import Words

TEMPLATE_FAULTS = (
    TemplateError,
    RecursionError,
    ArithmeticError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    AssertionError,
    MemoryError,
    RuntimeError,
    SyntaxError,
    TimeUp,
)
"""What a mistake in a template raises; anything else is a mistake of ours and is not caught."""
SECONDS = 10.0
"""What one page may take, in time of the processor; a large one takes a hundredth of a second."""
MEMORY = 512_000_000
"""Bytes by which the process may grow while it makes one page; a large one takes two million."""
LONGEST = 8_000_000
"""Characters of a page."""
_ADDRESS = re.compile(r"(?:<|&lt;)([^<>&\n]{1,80}?)(?: object)? at 0x[0-9a-f]{4,}")
"""A value as Python sees it, put into a text by a filter: it differs in every run."""


class PageTooLong(OverflowError):
    """A page that no phone could show: how many characters it has."""


def render_page(template: str, view: object, environment: ThemeEnvironment) -> str:
    """The page: the fields of `view` are the names that the template sees. Raises TEMPLATE_FAULTS."""
    with at_most_more(MEMORY):
        page = within(
            SECONDS,
            lambda: environment.get_template(template).render(names_of(view) | said_to_machines(view, environment)),
        )
    if len(page) > LONGEST:
        raise PageTooLong(len(page))
    if " at 0x" in page and (found := _ADDRESS.search(page)):
        raise NotPrintable(found[1])
    return page


def render_or_finding(template: str, view: object, environment: ThemeEnvironment, page: str) -> str | Diagnostic:
    """The page, or what is wrong in its template; `page` is the address that was to be made."""
    try:
        return render_page(template, view, environment)
    except TEMPLATE_FAULTS as fault:
        return finding_of(fault, template, view, environment, page)


def names_of(view: object) -> dict[str, Any]:
    """The fields of a view by name, not copied."""
    return {field.name: getattr(view, field.name) for field in fields(view)}  # type: ignore[arg-type]


def said_to_machines(view: object, environment: ThemeEnvironment) -> dict[str, Any]:
    """What every page template sees besides its view, made of that: `sharing`, and `linked_data` (None where there is none)."""
    return {"sharing": sharing_of(view), "linked_data": linked_data(view, environment.speech)}


def finding_of(fault: Exception, template: str, view: object, environment: ThemeEnvironment, page: str) -> Diagnostic:
    """A fault as a finding: the theme's file and line, the page, the nearest known name."""
    where = _place(fault, environment.theme.place, template)
    code, what, help = _explained(fault, view, environment)
    message = Words(f"{what.zh}（生成 {page} 时）", f"{what.en} (while making {page})")
    return error(code, where, message, help)


def _explained(fault: Exception, view: object, environment: ThemeEnvironment) -> tuple[str, Words, Words | None]:
    said = str(fault).partition("\n")[0]
    if isinstance(fault, MissingWord):
        return "template-undefined", *_missing_word(fault)
    if isinstance(fault, MissingAsset):
        what = Words(f"主题没有发布 `{fault.name}` 这个文件", f"the theme publishes no file `{fault.name}`")
        return "template-asset", what, did_you_mean(fault.name, fault.known)
    if isinstance(fault, UndefinedError):
        return "template-undefined", *_undefined(fault, view, said)
    if isinstance(fault, SecurityError):
        return (
            "template-security",
            Words(f"模板碰了不许碰的东西：{said}", f"the template touches what it may not: {said}"),
            Words("模板只能用视图里的值和过滤器", "a template uses the view's values and filters only"),
        )
    if isinstance(fault, TemplateNotFound):
        names = [name for name, _ in environment.theme.templates]
        missing = str(fault.name or "?")
        what = Words(f"主题里没有模板 `{missing}`", f"the theme has no template `{missing}`")
        return "template-missing", what, did_you_mean(missing, names)
    if isinstance(fault, TemplateAssertionError) or (isinstance(fault, TemplateRuntimeError) and "named" in said):
        return "template-filter", *_unknown_filter(said, environment)
    if isinstance(fault, TemplateSyntaxError):
        return "template-syntax", Words(f"模板语法不对：{said}", f"the template's syntax is wrong: {said}"), None
    if isinstance(fault, SyntaxError):  # Python's own, of what Jinja has compiled a template to
        what = Words(f"模板编译不了：{fault.msg}", f"the template cannot be compiled: {fault.msg}")
        help = Words(
            "看标签是否套得太深，或同一个名字写了两次", "see whether tags are nested too deep, or a name stands twice"
        )
        return "template-syntax", what, help
    if isinstance(fault, RecursionError):
        return (
            "template-recursion",
            Words("模板一层套一层，没有尽头", "the templates include each other without end"),
            Words(
                '看它是否包含、继承或调用了自己；要改上层主题的模板，写 {% extends "上层主题:pages/…" %}',
                "see whether one includes, extends or calls itself; a parent theme's own is "
                '{% extends "parent:pages/…" %}',
            ),
        )
    if isinstance(fault, TimeUp):
        return (
            "template-time",
            Words(f"模板算了 {SECONDS:g} 秒还没完", f"the template is not done after {SECONDS:g} seconds"),
            Words("看循环里是否又套着很长的循环", "see whether a loop has long loops in it"),
        )
    if isinstance(fault, (MemoryError, PageTooLong)):
        return (
            "template-size",
            Words("模板要写的东西太多", "the template makes too much"),
            Words(
                "看循环和 ~、|replace 之类是否越滚越大", "see whether a loop, `~` or `|replace` makes it grow and grow"
            ),
        )
    if isinstance(fault, NotPrintable):
        return (
            "template-value",
            Words(f"这个值没有文字可写（{fault}）", f"this value has no text to print ({fault})"),
            Words("写出它的一个字段，或套上过滤器", "print one of its fields, or use a filter"),
        )
    kind = type(fault).__name__
    return "template-filter", Words(f"这里算不出来：{kind}：{said}", f"this cannot be worked out: {kind}: {said}"), None


def _undefined(fault: UndefinedError, view: object, said: str) -> tuple[Words, Words | None]:
    name = fault.name if isinstance(fault, NotDefined) else None
    if name is None:
        return Words(f"模板里有没定义的东西：{said}", f"something is not defined: {said}"), None
    known = fault.known if isinstance(fault, NotDefined) and fault.known else tuple(names_of(view))
    return Words(f"没有叫 `{name}` 的值", f"there is no value named `{name}`"), did_you_mean(name, known)


def _missing_word(fault: MissingWord) -> tuple[Words, Words]:
    file = f"locales/{fault.language}.po"
    close = fault.close
    return (
        Words(f"{file} 里没有 `{fault.msgid}` 的译名", f"{file} has no word for `{fault.msgid}`"),
        Words(f"是不是想写 `{close}`？", f"did you mean `{close}`?")
        if close
        else Words(f"在 {file} 里加上它", f"add it to {file}"),
    )


def _unknown_filter(said: str, environment: ThemeEnvironment) -> tuple[Words, Words | None]:
    name = said.partition("'")[2].partition("'")[0]
    if said.startswith("No test"):
        known: list[str] = list(environment.tests)
        return Words(f"没有叫 `{name}` 的判断", f"there is no test named `{name}`"), did_you_mean(name, known)
    known = list(environment.filters)
    return Words(f"没有叫 `{name}` 的过滤器", f"there is no filter named `{name}`"), did_you_mean(name, known)


def _place(fault: Exception, theme: str, template: str) -> Place:
    if isinstance(fault, TemplateSyntaxError) and fault.filename:
        return Place(fault.filename, fault.lineno, 1)
    if isinstance(fault, SyntaxError) and (fault.filename or "").startswith(f"{THEMES}/"):
        return Place(str(fault.filename))  # its line is one of the code, not of the template
    found = Place(f"{theme}/{template}")
    step: TracebackType | None = fault.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename.startswith(f"{THEMES}/"):
            found = Place(step.tb_frame.f_code.co_filename, step.tb_lineno, 1)
        step = step.tb_next
    if isinstance(fault, TemplateNotFound) and fault.name == template:
        return Place(theme)
    return found
