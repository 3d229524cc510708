"""The ledger as it is written: one line an address, in a fixed order, so that two branches of a project join by lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from ichsite.model.permalink import Permalink, Permalinks

_HEAD = """\
# 发布过的每一个网址都在这里，由 ichsite build 写入，只增不减。随内容一起提交到版本库；不要删行，也不要改 code。
# Every address that was ever published. Written by `ichsite build`, and it only grows: commit it with your content,
# delete no line, change no code.
version: 1
"""
_PLAIN = re.compile(r"[\w/][\w/.-]*(?: [\w/][\w/.-]*)*")
"""What needs no quotes in a flow of YAML, whatever reads it."""
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


def ledger_text(ledger: Permalinks) -> bytes:
    """The bytes of `content/permalinks.yaml`."""
    trees = f"trees: [{', '.join(ledger.trees)}]\n" if ledger.trees else ""
    parts = f"parts: [{', '.join(ledger.parts)}]\n" if ledger.parts else ""
    lines = "".join(f"- {{{', '.join(_fields(one))}}}\n" for one in ledger.entries)
    return f"{_HEAD}{trees}{parts}addresses:\n{lines}count: {len(ledger.entries)}\n".encode()


def _fields(line: Permalink) -> Iterator[str]:
    yield f"kind: {line.kind}"
    yield f"id: {_said(line.id)}"
    if line.code:
        yield f"code: {_said(line.code)}"
    yield f"address: {_said(line.address)}"
    for name, values in (("former", line.former), ("also", line.also)):
        if values:
            yield f"{name}: [{', '.join(map(_said, values))}]"
    if line.successor:
        yield f"successor: {_said(line.successor)}"
    if line.pages > 1:
        yield f"pages: {line.pages}"
    for name, text in (("name", line.name), ("title", line.title), ("sketch", line.sketch)):
        if text:
            yield f"{name}: {_said(text)}"
    if line.near:
        yield f"near: [{', '.join(map(_said, line.near))}]"


def _said(text: str) -> str:
    """A text as it is, or in quotes: numbers and words that other readers of YAML would take for something else, too."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS and not re.match(r"[\d.]", text):
        return text
    return json.dumps(text, ensure_ascii=False)
