"""Lines of YAML around text that others wrote: whatever it holds, it stays text."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ichsite.text.words import Language, Words


def quoted(text: str) -> str:
    """A double-quoted scalar."""
    return json.dumps(text, ensure_ascii=False)


def text_lines(field: str, text: str, indent: str = "") -> Iterator[str]:
    """A field with a text of one line or more; a `- ` before its name begins an entry of a list."""
    if "\n" not in text:
        yield f"{indent}{field}: {quoted(text)}"
        return
    yield f"{indent}{field}: |-"
    deeper = f"{indent}{'    ' if field.startswith('- ') else '  '}"
    for line in text.split("\n"):
        yield f"{deeper}{line}".rstrip()


def comment(words: Words, language: Language, indent: str = "") -> str:
    """A comment, on one line whatever the words hold."""
    return f"{indent}# {' '.join(words.said(language).split())}"
