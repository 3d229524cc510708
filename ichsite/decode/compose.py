"""YAML events, composed into plain values: dicts, lists and the scalars' own text.

No recursion and no guessing: `no`, `010` and `1e3` stay text. Depth, nodes and aliases have caps;
duplicate keys, tags, merge keys and second documents are refused, each with its place.
Places are not kept: `places_of` composes the same text again for the few fields that a finding names.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, cast

import yaml

from ichsite.decode.yaml_faults import YamlFault, fault_of
from ichsite.text.place import FieldPath, Place

MAX_DEPTH = 40
MAX_NODES = 40_000

Plain = dict[str, "Plain"] | list["Plain"] | str | None


@dataclass
class _Frame:
    """A mapping or sequence that is being filled."""

    value: Any
    anchor: str | None
    path: FieldPath = ()
    key: str | None = None
    keys: dict[str, Any] = field(default_factory=dict[str, Any])
    nodes_before: int = 0

    @property
    def is_mapping(self) -> bool:
        """Whether keys and values go in turn."""
        return isinstance(self.value, dict)


@dataclass(frozen=True)
class Places:
    """Where each field of a text stands: of its value, and of its key."""

    values: dict[FieldPath, Place]
    keys: dict[FieldPath, Place]

    def of(self, path: FieldPath, at_key: bool) -> Place | None:
        """The place of a field, or of its nearest ancestor that stands in the text."""
        for length in range(len(path), -1, -1):
            table = self.keys if at_key or length < len(path) else self.values
            if found := table.get(path[:length]) or self.values.get(path[:length]):
                return found
        return None


def compose(text: str) -> Plain:
    """The document's value; an empty document is None. Raises `YamlFault`."""
    return _Composer(text, None).run()


def places_of(text: str, path: str, first_line: int = 0) -> Places:
    """The places of all fields of `text`, as far as it can be read; `first_line` lines stand before it in the file."""
    places = Places({}, {})
    with suppress(YamlFault):  # the part before the fault is placed, and the fault has its own place
        _Composer(text, places, path, first_line).run()
    return places


def _events(text: str) -> Iterator[Any]:
    try:
        from yaml.cyaml import CParser  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]

        parser: Any = cast(Any, CParser)(text)
    except ImportError:
        parser = yaml.SafeLoader(text)
    while True:
        event: Any = parser.get_event()
        if event is None or isinstance(event, yaml.StreamEndEvent):
            return
        yield event


class _Composer:
    def __init__(self, text: str, places: Places | None, path: str = "", first_line: int = 0) -> None:
        self.text, self.places, self.path, self.first_line = text, places, path, first_line
        self.last_line = text.count("\n")
        self.frames: list[_Frame] = []
        self.anchors: dict[str, tuple[Any, int] | None] = {}
        self.nodes = 0
        self.documents = 0
        self.root: Any = None

    def run(self) -> Plain:
        try:
            for event in _events(self.text):
                self._take(event)
        except yaml.YAMLError as wrong:
            raise fault_of(self.text, wrong) from None
        return self.root

    def _take(self, event: Any) -> None:
        kind = cast(type[Any], type(event))
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._open(event, {})
        elif kind is yaml.SequenceStartEvent:
            self._open(event, [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close()
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                raise YamlFault("yaml-second-document", event.start_mark)

    def _scalar(self, event: Any) -> None:
        # an explicit tag other than `!` (which only says “text”) would change the value
        if event.tag is not None and event.tag != "!":
            raise YamlFault("yaml-tag", event.start_mark, event.tag.replace("tag:yaml.org,2002:", "!!"))
        frame = self.frames[-1] if self.frames else None
        if frame is not None and frame.key is None and frame.is_mapping:
            self._key(frame, event)
            return
        empty = event.value == "" and not event.style
        self._put(None if empty else event.value, event.anchor, event, 1)

    def _key(self, frame: _Frame, event: Any) -> None:
        key = event.value
        if key == "<<" and not event.style:
            raise YamlFault("yaml-merge-key", event.start_mark)
        if key in frame.keys:
            raise YamlFault("yaml-duplicate-key", event.start_mark, key, frame.keys[key])
        frame.keys[key] = event.start_mark
        frame.key = key
        self._count(event, 1)
        if self.places is not None:
            self.places.keys[(*frame.path, key)] = self._place(event)

    def _open(self, event: Any, value: Any) -> None:
        if event.tag is not None and event.tag != "!":
            raise YamlFault("yaml-tag", event.start_mark, event.tag.replace("tag:yaml.org,2002:", "!!"))
        frame = self.frames[-1] if self.frames else None
        if frame is not None and frame.key is None and frame.is_mapping:
            raise YamlFault("yaml-key", event.start_mark)
        if len(self.frames) >= MAX_DEPTH:
            raise YamlFault("yaml-too-deep", event.start_mark, str(MAX_DEPTH))
        path = self._next_path()
        before = self.nodes
        self._count(event, 1)
        if event.anchor is not None:
            self.anchors[event.anchor] = None
        if self.places is not None:
            self.places.values[path] = self._place(event)
        self.frames.append(_Frame(value, event.anchor, path, nodes_before=before))

    def _close(self) -> None:
        frame = self.frames.pop()
        if frame.anchor is not None:
            self.anchors[frame.anchor] = (frame.value, self.nodes - frame.nodes_before)
        self._attach(frame.value)

    def _alias(self, event: Any) -> None:
        frame = self.frames[-1] if self.frames else None
        if frame is not None and frame.key is None and frame.is_mapping:
            raise YamlFault("yaml-key", event.start_mark)
        if event.anchor not in self.anchors:
            raise YamlFault("yaml-alias-unknown", event.start_mark, event.anchor)
        known = self.anchors[event.anchor]
        if known is None:
            raise YamlFault("yaml-alias-loop", event.start_mark, event.anchor)
        self._put(known[0], None, event, known[1])

    def _put(self, value: Any, anchor: str | None, event: Any, size: int) -> None:
        self._count(event, size)
        if anchor is not None:
            self.anchors[anchor] = (value, size)
        if self.places is not None:
            self.places.values[self._next_path()] = self._place(event)
        self._attach(value)

    def _attach(self, value: Any) -> None:
        if not self.frames:
            self.root = value
            return
        frame = self.frames[-1]
        if frame.is_mapping:
            frame.value[frame.key] = value
            frame.key = None
        else:
            frame.value.append(value)

    def _next_path(self) -> FieldPath:
        if self.places is None or not self.frames:
            return ()
        frame = self.frames[-1]
        return (*frame.path, frame.key if frame.is_mapping and frame.key is not None else len(frame.value))

    def _count(self, event: Any, size: int) -> None:
        self.nodes += size
        if self.nodes > MAX_NODES:
            raise YamlFault("yaml-too-large", event.start_mark, str(MAX_NODES))

    def _place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        if start.line > self.last_line:  # an empty value at the very end is marked beyond it
            return Place(self.path, self.last_line + 1 + self.first_line, 1, 2)
        end_column = end.column + 1 if end.line == start.line and end.column > start.column else start.column + 2
        return Place(self.path, start.line + 1 + self.first_line, start.column + 1, end_column)
