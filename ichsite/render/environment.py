"""The templates' environment: sandboxed, strict about undefined names, and with nothing but the theme in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any, cast

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, UndefinedError, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ichsite.render.asset import Assets
from ichsite.render.compiled import compiled_templates
from ichsite.render.contrast import Grounds
from ichsite.render.data_block import dumped
from ichsite.render.filters import Speech
from ichsite.render.marked import Marked, Marking, is_foreign
from ichsite.render.sizes import (
    FILTERS,
    METHODS,
    OPERATORS,
    building,
    built,
    check_operation,
    checked,
    comparable,
    joined,
)
from ichsite.render.spoken import Spoken
from ichsite.render.theme import ThemeFiles
from ichsite.render.theme_code import Fields, ThemeCode, printed, sentence_functions, shown
from ichsite.render.theme_option import as_value
from ichsite.text.address import BaseUrl
from ichsite.text.words import Language

AUTOESCAPED = (".html", ".xml")
LEFT_OUT_FILTERS = ("pprint", "random", "safe", "xmlattr")
"""`random` makes two builds differ, `safe` lets unsanitised text through (a story has its own filter), `xmlattr` writes any attribute."""
LEFT_OUT_GLOBALS = ("lipsum",)
BUILDERS = ("cycler", "dict")
"""Jinja's functions that put values together."""
DIRECT_FILTERS = frozenset(["story"])
"""`|map("story")` and the like would hide from `template_lint` what is written unescaped."""


class NotDefined(UndefinedError):
    """A name that is not there: the name, and the names that its owner has."""

    def __init__(self, message: str | None, name: str | None, known: tuple[str, ...]) -> None:
        super().__init__(message)
        self.name, self.known = name, known


class NamedUndefined(StrictUndefined):
    """An undefined that remembers what was asked of whom, so that the finding can say what it might be."""

    def __init__(
        self, hint: str | None = None, obj: Any = None, name: str | None = None, exc: Any = UndefinedError
    ) -> None:
        super().__init__(hint, obj, name, exc)
        if exc is UndefinedError:
            self._undefined_exception = lambda message=None: NotDefined(message, name, _names(obj))  # type: ignore[assignment]


class ThemeLoader(BaseLoader):
    """The theme's templates and nothing else; a finding names them by their place in the theme."""

    def __init__(self, theme: ThemeFiles) -> None:
        self.sources, self.place, self.origins = dict(theme.templates), theme.place, dict(theme.origins)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """The source and the name of a template; raises TemplateNotFound."""
        if template not in self.sources:
            raise TemplateNotFound(template)
        return self.sources[template], self.origins.get(template, f"{self.place}/{template}"), lambda: True

    def list_templates(self) -> list[str]:
        """The names of all templates."""
        return sorted(self.sources)


class ThemeEnvironment(ImmutableSandboxedEnvironment):
    """The environment of one theme in one language."""

    theme: ThemeFiles
    loader: ThemeLoader
    say: Callable[[str], str]
    speech: Speech
    marks: bool = False
    intercepted_binops = OPERATORS
    code_generator_class = ThemeCode
    joined = staticmethod(joined)
    built = staticmethod(built)
    comparable = staticmethod(comparable)
    shown = staticmethod(shown)
    fields = Fields()
    sentences: frozenset[object] = frozenset()

    def compile(self, source: str | nodes.Template, *args: Any, **kwargs: Any) -> Any:  # type: ignore[override]
        """A template's code, with the sentences that need no variables already said."""
        if isinstance(source, str):
            name, filename = (
                kwargs.get("name", args[0] if args else None),
                kwargs.get("filename", args[1] if len(args) > 1 else None),
            )
            source = cast("nodes.Template", Spoken(self.say).visit(self.parse(source, name, filename)))
            if self.marks and not (name or "").endswith(".xml"):  # what is no HTML has no element for it
                source = cast("nodes.Template", Marked().visit(source))
        return cast(Any, super().compile(source, *args, **kwargs))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """An attribute; compiled templates read the fields of views themselves, filters such as `map` do it here."""
        if attribute in self.fields[type(obj)]:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # type: ignore[override]
        """A call. The theme's own macros and sentences need no look-up in the sandbox's lists either."""
        if type(obj) is Macro or (type(obj) is FunctionType and obj in self.sentences):
            if type(obj) is Macro and (obj.catch_varargs or obj.catch_kwargs):
                built([*args, *kwargs.values()])
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
            return obj(context.eval_ctx, *args, **kwargs)
        return super().call(context, obj, *args, **kwargs)

    def call_filter(self, name: str, *args: Any, **kwargs: Any) -> Any:
        """A filter that another one is told of, as in `|map("upper")`; raises SecurityError for DIRECT_FILTERS."""
        if name in DIRECT_FILTERS:
            raise SecurityError(f"`{name}` has to be written directly: `|{name}`")
        return super().call_filter(name, *args, **kwargs)

    def join_path(self, template: str, parent: str) -> str:
        """The template that another one names; raises SecurityError where its values would come into a page unescaped."""
        if _escapes(parent) and not _escapes(template) and template in self.loader.sources:
            raise SecurityError(f"{template} is no .html or .xml: its values are not escaped")
        return template

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """As the sandbox has it, and no method that makes as much as a number says."""
        return attr not in METHODS and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:  # noqa: ARG002
        """Jinja would let `format` through, made safe but not small; it is one of METHODS instead."""
        return

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """`*`, `**`, `%` and `+`, their sizes checked; raises OverflowError."""
        check_operation(operator, left, right)
        return super().call_binop(context, operator, left, right)


def environment(
    theme: ThemeFiles,
    base: BaseUrl,
    language: Language,
    currency: str,
    stamp: bytes | None = None,
    fallback: Language | None = None,
) -> ThemeEnvironment:
    """The environment for pages of `theme`, made once a process by its caller: templates are compiled when first used.

    `fallback` is the language of texts that are not translated; where there is one, they are marked.

    With a `stamp` of ichsite compiled templates are kept for the next build. Jinja works out constant expressions such as
    an address while it compiles, and sentences are said then: what these are made of is in the key. Filters that know more
    of the theme are `unfolded`.
    """
    words = theme.catalogue(language)
    speech = Speech(base, language, currency, words)
    made = ThemeEnvironment(
        loader=ThemeLoader(theme),
        undefined=NamedUndefined,
        autoescape=_escapes,
        finalize=printed,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=-1,
        auto_reload=False,
        bytecode_cache=compiled_templates(
            repr((stamp, base, language, currency, fallback, sorted(words.items()))).encode()
        )
        if stamp is not None
        else None,
    )
    made.theme, made.say, made.speech = theme, speech.gettext, speech
    made.policies["json.dumps_function"], made.policies["json.dumps_kwargs"] = dumped, {}
    made.globals["theme"] = as_value(dict(theme.options))
    for name in FILTERS:
        made.filters[name] = checked(name, made.filters[name])
    made.install_gettext_callables(speech.gettext, speech.ngettext, newstyle=True)  # type: ignore[attr-defined]
    sentences = sentence_functions(speech.gettext, speech.ngettext)
    made.globals.update(sentences)
    made.sentences = frozenset(sentences.values())
    made.filters.update(speech.filters())
    made.filters["asset"] = unfolded(Assets(theme.assets).address)
    made.filters.update({name: unfolded(one) for name, one in Grounds(theme.tokens).filters().items()})
    made.tests["foreign"] = is_foreign
    if fallback is not None:
        made.marks = True
        Marking(fallback).install(made.filters)
    for name in LEFT_OUT_FILTERS:
        del made.filters[name]
    for name in LEFT_OUT_GLOBALS:
        del made.globals[name]
    for name in BUILDERS:
        made.globals[name] = building(made.globals[name])
    return made


def unfolded(filter: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that Jinja asks when a page is rendered and never while it compiles, for what it gives is not in the key."""

    @pass_context
    @wraps(filter)
    def call(_context: Context, /, *args: Any, **kwargs: Any) -> Any:
        return filter(*args, **kwargs)

    return call


def _escapes(name: str | None) -> bool:
    return name is None or name.endswith(AUTOESCAPED)


def _names(owner: object) -> tuple[str, ...]:
    fields: object = getattr(cast(object, type(owner)), "__dataclass_fields__", None) or owner
    return tuple(str(name) for name in cast("dict[object, object]", fields)) if isinstance(fields, dict) else ()
