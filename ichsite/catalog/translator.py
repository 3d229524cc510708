"""From a record in the main language to the same record in another: its texts exchanged, and nothing else.

What a field may hold decides (`Annotated[str, Text(…)]` is prose): numbers, days, prices, ids, codes and
addresses are never looked at, so that both trees of a site promise the same. A text without a translation
stays as it is and is marked (`ichsite.text.foreign`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, is_dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar, cast, get_args, get_type_hints

from ichsite.catalog.texts import plain_text
from ichsite.model.record import Record
from ichsite.model.scalar import Text
from ichsite.model.story import Story
from ichsite.model.translation import NAMED, Translation
from ichsite.model.verbatim import Name, Verbatim
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.foreign import foreign, needs_words
from ichsite.text.place import FieldOf
from ichsite.text.words import Language, Words

Value = TypeVar("Value")
Shared = Record[Translation] | None
"""`site.en.yaml`: what it says is asked where a file's own translation does not know."""

TIMES_AS_LONG: dict[Language, int] = {"zh-CN": 4, "en": 1}
"""How many letters a text of a main language may need elsewhere, of those that its field takes."""


@dataclass(frozen=True)
class Account:
    """What became of a record's texts: how many there are to translate, how many are, which words were of use.

    `own` and `shared` are the keys, as `plain_text` has them, that were found in the record's own
    translation and in the shared one; `known` are the texts that the record has, `names` those that are names.
    """

    texts: int = 0
    translated: int = 0
    own: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    known: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    findings: tuple[Diagnostic, ...] = ()


def translated(
    record: Record[Value],
    own: Record[Translation] | None,
    shared: Shared,
    main: Language,
    beside: Mapping[str, str] | None = None,
) -> tuple[Record[Value], Account]:
    """The record in the other language, and the account of its texts.

    `beside` are texts that another file of the catalogue brought in, by `plain_text`, as that file's translation has
    them: they are asked for where the record's own translation does not know, and are not counted again.
    """
    translator = _Translator(own, shared, main, beside or {})
    value = translator.whole(record.value)
    story = record.story
    if story.parts:
        translator.texts += 1
        story = replace(story, foreign=True)
    if own is not None and own.story.parts:
        story = own.story
        translator.translated += bool(record.story.parts)
    return replace(record, value=value, story=story), translator.account()


def texts_of(value: object) -> Iterable[str]:
    """Every text of a value that a translation may name."""
    if isinstance(value, tuple):
        for item in value:  # pyright: ignore[reportUnknownVariableType]
            yield from texts_of(item)  # pyright: ignore[reportUnknownArgumentType]
    elif is_dataclass(value):
        prose = _prose(cast("type[Any]", type(value)))
        for name in cast("dict[str, object]", value.__dataclass_fields__):
            inner: object = getattr(value, name)
            if name in prose:
                yield from (inner,) if isinstance(inner, str) else inner if isinstance(inner, tuple) else ()
            elif not isinstance(inner, str):
                yield from texts_of(inner)


class _Translator:
    def __init__(
        self, own: Record[Translation] | None, shared: Shared, main: Language, beside: Mapping[str, str]
    ) -> None:
        self.beside = beside
        self.main: Language = main
        self.named = dict(own.value.named) if own is not None else {}
        self.words = _table(own)
        self.shared = _table(shared)
        self.own_path = own.path if own is not None else ""
        self.shared_path = shared.path if shared is not None else ""
        self.in_front_matter = self.own_path.endswith(".md")
        self.texts = self.translated = 0
        self.used_own: set[str] = set()
        self.used_shared: set[str] = set()
        self.known: list[str] = []
        self.names: set[str] = set()
        self.findings: list[Diagnostic] = []

    def account(self) -> Account:
        return Account(
            self.texts,
            self.translated,
            frozenset(self.used_own),
            frozenset(self.used_shared),
            tuple(self.known),
            frozenset(self.names),
            tuple(self.findings),
        )

    def whole(self, value: Any) -> Any:
        """The top of a record: some of its fields are named in the front matter."""
        changes: dict[str, Any] = {}
        for name in NAMED:
            if name in self.named and name in (prose := _prose(cast("type[Any]", type(value)))):
                changes[name] = self._fitting(self.named[name], prose[name], (name,))
                self.texts += 1
                self.translated += 1
        return self.value(value, changes)

    def value(self, value: Any, done: Mapping[str, Any] | None = None) -> Any:
        if isinstance(value, tuple):
            items = tuple(self.value(item) for item in value)  # pyright: ignore[reportUnknownVariableType]
            changed = any(new is not old for new, old in zip(items, value, strict=True))  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
            return items if changed else value  # pyright: ignore[reportUnknownVariableType]
        if not is_dataclass(value):
            return value
        changes = dict(done or {})
        prose = _prose(type(value))
        for name in value.__dataclass_fields__:
            old: Any = getattr(value, name)
            if old is None or name in changes:
                continue
            if name in prose:
                marker = prose[name]
                if isinstance(old, tuple):
                    changes[name] = tuple(self.text(one, marker) for one in cast("tuple[str, ...]", old))
                else:
                    changes[name] = self.text(cast(str, old), marker)
            elif (new := self.value(old)) is not old:
                changes[name] = new
        return replace(value, **changes) if changes else value  # type: ignore[type-var]

    def text(self, text: str, marker: Text) -> str:
        key = plain_text(text)
        if isinstance(marker, Name):
            self.names.add(key)
        else:
            self.known.append(text)
            if (found := self.words.get(key)) is not None:
                self.used_own.add(key)
                self._count(text, translated=True)
                return self._fitting(found[1], marker, ("words", found[0]) if self.in_front_matter else (found[0],))
            if key in self.beside:
                return self.beside[key]
        if (found := self.shared.get(key)) is not None:
            self.used_shared.add(key)
            self._count(text, translated=True)
            return self._fitting(found[1], marker, (found[0],), self.shared_path)
        self._count(text, translated=False)
        return foreign(text, self.main)

    def _count(self, text: str, *, translated: bool) -> None:
        if needs_words(text, self.main):
            self.texts += 1
            self.translated += translated

    def _fitting(self, words: str, marker: Text, field: tuple[str, ...], path: str | None = None) -> str:
        where = FieldOf(path or self.own_path, field)
        most = marker.most * TIMES_AS_LONG[self.main]
        if len(words) > most:
            message = Words(f"有 {len(words)} 个字符，最多 {most} 个", f"{len(words)} characters, {most} at most")
            self.findings.append(error("too-long", where, message))
        if not marker.lines and "\n" in words:
            message = Words("这里只能写一行", "this takes one line only")
            self.findings.append(error("line-break", where, message))
        return words


@lru_cache(maxsize=8)
def _table(of: Record[Translation] | None) -> dict[str, tuple[str, str]]:
    """By the text as `plain_text` has it: the key as it is written, and the words."""
    return {plain_text(key): (key, words) for key, words in of.value.words} if of is not None else {}


@lru_cache(maxsize=128)
def _prose(cls: type[Any]) -> dict[str, Text]:
    """The fields of a class that hold prose, or several pieces of it, with what each takes."""
    if cls is Story or not is_dataclass(cls):
        return {}
    return {
        name: marker
        for name, hint in get_type_hints(cls, include_extras=True).items()
        if (marker := _marker(hint)) is not None
    }


def _marker(hint: Any) -> Text | None:
    for one in getattr(hint, "__metadata__", ()):
        if type(one) is Text or type(one) is Name:
            return one
        if isinstance(one, Verbatim):
            return None
    members = get_args(hint)
    if hasattr(hint, "__metadata__"):
        members = (hint.__origin__,)
    return next((found for one in members if (found := _marker(one)) is not None), None)
