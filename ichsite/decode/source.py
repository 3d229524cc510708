"""One file decoded: the whole way from its bytes to a record, with every finding about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ichsite.decode.blanks import at_their_cause
from ichsite.decode.compose import Places, compose, places_of
from ichsite.decode.front_matter import split_front_matter
from ichsite.decode.kinds import BY_KIND, Layout, translation_of
from ichsite.decode.story import decode_story
from ichsite.decode.text import decode_text
from ichsite.decode.translation import translation_from
from ichsite.decode.typed import typed
from ichsite.decode.withdrawal import FIELD as WITHDRAWN
from ichsite.decode.withdrawal import withdrawal_from
from ichsite.decode.yaml_faults import YamlFault, root_fault
from ichsite.model.offer import Customization
from ichsite.model.record import Kind, Record
from ichsite.model.story import Story
from ichsite.model.translation import Translation
from ichsite.model.wants import NOTHING, Wants, wants_of
from ichsite.text.address import Slug
from ichsite.text.diagnostic import Diagnostic

HELD_KINDS: frozenset[Kind] = frozenset({"craft", "customization", "translation"})
"""Kinds that a build may have by the ten thousand: their records stay in the cache until they are needed."""


@dataclass(frozen=True)
class SourceFile:
    """What is handed over to be decoded."""

    kind: Kind
    path: str
    slug: Slug
    data: bytes


@dataclass(frozen=True)
class Decoded:
    """What is known of a file without its large record: `record` is None for held kinds and where it cannot be read."""

    readable: bool
    draft: bool
    record: Record[Any] | None
    findings: tuple[Diagnostic, ...]
    wants: Wants = NOTHING
    """What a customisation asks of the material library."""


def decode_source(source: SourceFile, _shelf: object = None) -> tuple[Decoded, Record[Any] | None]:
    """The decoded file, and its record where that is large (see `HELD_KINDS`)."""
    record, findings = read_translation(source) if source.kind == "translation" else read_record(source)
    held = record if source.kind in HELD_KINDS else None
    draft = bool(getattr(record.value, "draft", False)) if record is not None else False
    wants = wants_of(record.value) if record is not None and isinstance(record.value, Customization) else NOTHING
    return Decoded(record is not None, draft, None if held is not None else record, findings, wants), held


def read_record(source: SourceFile) -> tuple[Record[Any] | None, tuple[Diagnostic, ...]]:
    """The record of a file, or None and every finding that prevents it."""
    layout = BY_KIND[source.kind]
    text, findings = decode_text(source.path, source.data)
    if findings:
        return None, findings
    yaml, yaml_line, story = text, 0, Story()
    if layout.story:
        front, findings = split_front_matter(source.path, text)
        if front is None:
            return None, findings
        yaml, yaml_line = front.yaml, front.yaml_line
        story, findings = decode_story(source.path, front.body, front.body_line)
    value, faults = _typed(source.path, yaml, yaml_line, layout)
    findings += faults
    if value is None or any(one.severity == "error" for one in findings):
        return None, findings
    return Record(source.kind, source.path, source.slug, value, story), findings


def read_translation(source: SourceFile) -> tuple[Record[Translation] | None, tuple[Diagnostic, ...]]:
    """The words of a file in another language, or None and every finding that prevents it."""
    found = translation_of(source.path)
    text, findings = decode_text(source.path, source.data)
    if findings or found is None:
        return None, findings
    yaml, first_line, story = text, 0, Story()
    front_matter = source.path.endswith(".md")
    if front_matter:
        front, findings = split_front_matter(source.path, text)
        if front is None:
            return None, findings
        yaml, first_line = front.yaml, front.yaml_line
        story, findings = decode_story(source.path, front.body, front.body_line)
    try:
        plain = compose(yaml)
    except YamlFault as fault:
        return None, (*findings, fault.finding(source.path, first_line))
    value, faults = translation_from(source.path, plain, found, front_matter=front_matter)
    findings += faults
    if any(one.severity == "error" for one in findings):
        return None, findings
    return Record(source.kind, source.path, source.slug, value, story), findings


def _typed(path: str, yaml: str, first_line: int, layout: Layout) -> tuple[Any, tuple[Diagnostic, ...]]:
    try:
        plain = compose(yaml)
    except YamlFault as fault:
        return None, (fault.finding(path, first_line),)
    if not isinstance(plain, dict) and (cause := root_fault(path, yaml, first_line)) is not None:
        return None, (cause,)
    if layout.kind == "showcase" and isinstance(plain, dict) and WITHDRAWN in plain:
        return withdrawal_from(path, plain)
    value, findings = typed(path, plain, layout.cls)
    return value, findings if value is not None else at_their_cause(path, yaml, first_line, findings)


def places_in(path: str, data: bytes) -> Places:
    """Where each field of a file stands; of its front matter, where it has one."""
    text, findings = decode_text(path, data)
    first_line = 0
    if not findings and path.endswith(".md"):
        front, _ = split_front_matter(path, text)
        text, first_line = (front.yaml, front.yaml_line) if front is not None else ("", 0)
    return places_of(text, path, first_line)
