"""Invisible characters of a story: written as they are, or as entities that become them."""

from __future__ import annotations

import html
import re

from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.unseen import UNSEEN, unseen

_ENTITY = re.compile(r"&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,6})|[A-Za-z]\w{1,30});?")


def unseen_in(path: str, body: str, first_line: int, clean: str) -> tuple[Diagnostic, ...]:
    """The finding for the first invisible character of `body`, or of what its HTML `clean` shows."""
    if found := UNSEEN.search(body):
        return (_told(path, body, first_line, found.start(), found.end(), found[0]),)
    if shown := UNSEEN.search(clean):
        for entity in _ENTITY.finditer(body):
            if _becomes(entity) == shown[0]:
                return (_told(path, body, first_line, entity.start(), entity.end(), shown[0]),)
        return (_told(path, body, first_line, 0, 1, shown[0]),)
    return ()


def _becomes(entity: re.Match[str]) -> str:
    number = int(entity[1]) if entity[1] else int(entity[2], 16) if entity[2] else None
    if number is None:
        return html.unescape(entity[0])
    return chr(number) if number < 0x110000 else ""


def _told(path: str, body: str, first_line: int, start: int, end: int, char: str) -> Diagnostic:
    line_start = body.rfind("\n", 0, start) + 1
    column = start - line_start + 1
    place = Place(path, body.count("\n", 0, start) + first_line + 1, column, column + end - start)
    what = unseen(char)
    return error(what.code, place, what.message, what.help)
