"""From a name that a person types to the name that a folder, an id and an address have."""

from __future__ import annotations

import re
import unicodedata

from ichsite.catalog.term import spoken_slug
from ichsite.scaffold.refused import Refused
from ichsite.text.address import slug_fault
from ichsite.text.words import Words

_MOST_CHARACTERS = {"master": 20, "material": 40}
_MOST_OF_OTHERS = 60
_ADDRESS = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_IN_TITLES = re.compile(r"[ \u3000:：&%#?;=@+\"<>|*]+")
"""What a title may have and a folder may not: it is left out of the folder's name."""
_FAULTS: dict[str, Words] = {
    "empty": Words("名字是空的", "the name is empty"),
    "character": Words(
        "里有斜杠、换行或看不见的字符，不能做名字",
        "has a slash, a line break or what cannot be seen; it cannot be a name",
    ),
    "dot": Words("以点开头或结尾，不能做名字", "begins or ends with a dot; it cannot be a name"),
    "device": Words("是 Windows 留作他用的名字", "is a name that Windows keeps for itself"),
}
_SPELLED_AWAY = (None, "long", "reserved")
"""What `spoken_slug` makes a good name of: one that is long in Han need not be in pinyin."""


def title_of(kind: str, typed: str) -> str:
    """The title as it is written into the file; raises Refused where it is none, or could lead elsewhere as a folder."""
    title = unicodedata.normalize("NFC", typed).strip()
    fault = slug_fault(_IN_TITLES.sub("-", title))
    most = _MOST_CHARACTERS.get(kind, _MOST_OF_OTHERS)
    if fault in _SPELLED_AWAY and len(title) > most:
        raise Refused(
            Words(
                f"标题最多 {most} 个字，这个有 {len(title)} 个",
                f"a title has {most} characters at most; this one {len(title)}",
            )
        )
    if fault is not None and fault not in _SPELLED_AWAY:
        said = _FAULTS[fault]
        shown = title if title.isprintable() else title.encode("unicode_escape").decode("ascii")
        raise Refused(said if fault == "empty" else Words(f"“{shown[:60]}”{said.zh}", f"“{shown[:60]}” {said.en}"))
    return title


def step_of(title: str, wanted: str | None) -> str:
    """The folder's name, which is the id and the last step of the address: `wanted`, or the title in pinyin.

    Raises Refused where `wanted` cannot be one.
    """
    if wanted is None:
        return spoken_slug(_IN_TITLES.sub(" ", title))[:60].strip("-")
    if _ADDRESS.fullmatch(wanted) is None or slug_fault(wanted) is not None:
        raise Refused(
            Words(
                f"`{wanted}` 不能做网址：用小写字母、数字和连字符，如 celadon-cup",
                f"`{wanted}` cannot be an address: use small letters, digits and hyphens, such as celadon-cup",
            )
        )
    return wanted
