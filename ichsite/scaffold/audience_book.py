"""A further audience in `content/audiences.yaml`: put below those that are there, of which not a letter changes."""

from __future__ import annotations

import re

from ichsite.decode.source import SourceFile, read_record
from ichsite.model.audience import Audience, AudienceBook
from ichsite.model.permalink import LedgerKind
from ichsite.scaffold.refused import Refused
from ichsite.text.address import Slug
from ichsite.text.words import Words

BOOK = "content/audiences.yaml"
KIND: LedgerKind = "audience"
_FIRST_ITEM = re.compile(r"^( *)- ", re.MULTILINE)
_HEAD = re.compile(r".*?^audiences:\n", re.DOTALL | re.MULTILINE)


def audiences_in(data: bytes) -> tuple[Audience, ...]:
    """The audiences of a file; raises Refused where it cannot be read."""
    found = _read(data)
    if found is None:
        raise Refused(
            Words(
                f"{BOOK} 里有错，不往里添。先运行 ichsite check，照它说的修好",
                f"{BOOK} has errors, and nothing is added to it. Run ichsite check and mend them first",
            )
        )
    return found


def with_audience(data: bytes, made: bytes) -> bytes:
    """The file with the audience of `made`, a file of one, as its last; raises Refused where that is not safe.

    Both are read again afterwards: the old audiences have to be what they were, and the new one the last.
    """
    before = audiences_in(data)
    text = data.decode("utf-8")
    line_end = "\r\n" if "\r\n" in text else "\n"
    first = _FIRST_ITEM.search(text)
    entry = _HEAD.sub("", made.decode("utf-8"), count=1)
    indented = _indented(entry, first[1] if first is not None else "  ")
    joined = text if text.endswith("\n") else text + line_end
    whole = (joined + indented.replace("\n", line_end)).encode("utf-8")
    if _read(whole) != (*before, *audiences_in(made)):
        raise Refused(
            Words(
                f"{BOOK} 不是一条一行“- id: …”的写法，不知道添在哪里。把 audiences 改成这种写法再来",
                f"{BOOK} is not written with a line `- id: …` for each audience, so there is no place to add one. Write it so, and try again",
            )
        )
    return whole


def _read(data: bytes) -> tuple[Audience, ...] | None:
    record, _ = read_record(SourceFile("audiences", BOOK, Slug("audiences"), data))
    return record.value.audiences if record is not None and isinstance(record.value, AudienceBook) else None


def _indented(entry: str, indent: str) -> str:
    """An entry that was written two spaces in, as far in as its neighbours are."""
    lines = (line[2:] for line in entry.split("\n"))
    return "\n".join(f"{indent}{line}" if line else line for line in lines)
