"""What an author reads about a field while writing it: `texts/`, beside the classes that know its type.

Stage:
  title: 一道工序            of the record: its name, what it is in Chinese and in English
  zh: …
  en: …
  like: Option              fields that it shares with others of that name
  name:                     a field (`title_` where the field itself is called `title`)
    zh: 名称：工序的名字。    up to the first colon, the field's own name
    en: The stage's name.
    eg: [拉坯]               values as an author writes them
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

from ichsite.decode.compose import Plain, compose
from ichsite.text.words import Words

_TEXTS = Path(__file__).with_name("texts")
_OWN = ("title", "zh", "en", "like")


@dataclass(frozen=True)
class FieldHelp:
    """A field's name in Chinese, what it means, and values that it may have (as text, as they are written)."""

    title: str
    words: Words
    examples: tuple[Plain, ...] = ()


@dataclass(frozen=True)
class RecordHelp:
    """What a group of fields is, and its fields by name."""

    title: str
    words: Words
    fields: Mapping[str, FieldHelp]


@dataclass(frozen=True)
class Snippet:
    """A piece that an editor can put in: `body` with places to fill in, `${1:拉坯}`."""

    label: str
    words: Words
    body: Plain


@lru_cache(maxsize=1)
def record_helps() -> Mapping[str, RecordHelp]:
    """The help for every record by its class's name. Groups that only lend their fields are not in it."""
    plain: dict[str, Plain] = {}
    for file in sorted(_TEXTS.glob("*.yaml")):
        if file.name != "snippets.yaml":
            plain |= _mapping(compose(file.read_text("utf-8")))
    return {name: _record(_mapping(one), plain) for name, one in plain.items() if "title" in _mapping(one)}


@lru_cache(maxsize=1)
def snippets() -> Mapping[str, tuple[Snippet, ...]]:
    """Pieces to put in, by the name of the class that each fills."""
    plain = _mapping(compose((_TEXTS / "snippets.yaml").read_text("utf-8")))
    return {name: tuple(_snippet(_mapping(one)) for one in cast("list[Plain]", many)) for name, many in plain.items()}


def _record(plain: dict[str, Plain], all_records: dict[str, Plain]) -> RecordHelp:
    shared = _mapping(all_records[_text(plain["like"])]) if "like" in plain else {}
    fields = {name: one for name, one in {**shared, **plain}.items() if name not in _OWN}
    return RecordHelp(
        _text(plain["title"]),
        Words(_text(plain["zh"]), _text(plain["en"])),
        {name.removesuffix("_"): _field(_mapping(one)) for name, one in fields.items()},
    )


def _field(plain: dict[str, Plain]) -> FieldHelp:
    title, _, zh = _text(plain["zh"]).partition("：")
    return FieldHelp(title, Words(zh, _text(plain["en"])), tuple(cast("list[Plain]", plain.get("eg", []))))


def _snippet(plain: dict[str, Plain]) -> Snippet:
    return Snippet(_text(plain["label"]), Words(_text(plain["zh"]), _text(plain["en"])), plain["body"])


def _mapping(plain: Plain) -> dict[str, Plain]:
    if not isinstance(plain, dict):
        raise TypeError(f"fields are expected in {_TEXTS}, not {plain!r}")
    return plain


def _text(plain: Plain) -> str:
    if not isinstance(plain, str):
        raise TypeError(f"a text is expected in {_TEXTS}, not {plain!r}")
    return plain
