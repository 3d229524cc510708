"""A value that its field refuses, in the form that the field takes: `￥1600` is 1600, `2026/5/22` is 2026-05-22."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from ichsite.model.scalar import Refused, halfwidth_hint
from ichsite.text.words import Words

MAX_HELPED = 80
"""Longer texts are no slips of one value, and are not turned over in search of one."""
_MONEY = r"[¥$]|RMB|CNY|人民币|约|共|计|元整?|圆整?|块钱?|起"
_UNIT = r"个?工作日|[%天日周个字件次色克元]|毫米|厘米|公分|mm|cm|ml|g"
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_CLOCK = re.compile(r"[T ]*(\d{1,2})\s*[:时点]\s*(\d{1,2})?分?(?::(\d{2}))?\s*(Z|[+-]\d{2}:\d{2})?")


def offered(parse: Callable[[str], Any], text: str) -> Words | None:
    """The form that the field takes and that was most likely meant; none is offered that it would refuse."""
    for form in _forms(text) if len(text) <= MAX_HELPED else ():
        if form == text:
            continue
        try:
            parse(form)
        except Refused:
            continue
        if form == unicodedata.normalize("NFKC", text):
            return halfwidth_hint(text)
        return Words(f"写成 `{form}`", f"write `{form}`")
    return None


def _forms(text: str) -> list[str]:
    """The ways in which a text may have been meant, the nearest first."""
    plain = unicodedata.normalize("NFKC", text)
    plain = "".join(char for char in plain if unicodedata.category(char) != "Cf").strip()
    bare = plain.strip("“”‘’「」『』\"'` ")
    figures = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", bare)
    money = re.sub(rf"^(?:{_MONEY}|\s)+|(?:{_MONEY}|\s)+$", "", figures)
    units = re.sub(rf"\s*(?:{_UNIT})(?=\s*(?:$|[-–—~～至到]))", "", money)
    return [plain, bare, figures, money, units, *_days(bare)]


def _days(text: str) -> list[str]:
    """A day or a moment in the form that the fields take; a time without a zone is China's."""
    if (day := _DATE.match(text)) is None:
        return []
    iso = f"{day[1]}-{int(day[2]):02d}-{int(day[3]):02d}"
    if (clock := _CLOCK.fullmatch(text[day.end() :])) is None:
        return [iso] if not text[day.end() :].strip() else []
    seconds = f":{clock[3]}" if clock[3] else ""
    return [f"{iso}T{int(clock[1]):02d}:{int(clock[2] or 0):02d}{seconds}{clock[4] or '+08:00'}"]
