"""Characters that nobody sees: controls, marks that turn the direction of text, spaces without width.

They make a text read otherwise than it is, break terminals, feeds and searches, and stand there by mistake.
The joiners U+200C and U+200D stay: emoji and some scripts are written with them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ichsite.text.words import Words

_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF)
)
_DIRECTION = "\u202a-\u202e\u2066-\u2069"
_NO_WIDTH = "\u200b\u2060\ufeff"
CONTROLS = re.compile(f"[{_CONTROL}{_DIRECTION}]")
"""What no file may hold anywhere."""
UNSEEN = re.compile(f"[{_CONTROL}{_DIRECTION}{_NO_WIDTH}]")
"""What no text may hold that is read out of a file."""


@dataclass(frozen=True)
class Unseen:
    """What an invisible character is: the code of its finding, what is said of it, and the way out."""

    code: str
    message: Words
    help: Words


def unseen(char: str) -> Unseen:
    """The words for a character that `UNSEEN` matches."""
    number = f"U+{ord(char):04X}"
    name = unicodedata.name(char, "")
    called = f"{number} {name}" if name else number
    if re.match(f"[{_DIRECTION}]", char):
        return Unseen(
            "text-direction",
            Words(
                f"这里有一个看不见的方向控制符（{called}），它会让文字倒着显示",
                f"an invisible mark that turns the direction of text stands here ({called})",
            ),
            Words("删掉它；从别处粘来的文字，重新打一遍", "delete it; type pasted text anew"),
        )
    if re.match(f"[{_NO_WIDTH}]", char):
        return Unseen(
            "text-zero-width",
            Words(
                f"这里有一个零宽字符（{called}），看不见也搜不到", f"a character without width stands here ({called})"
            ),
            Words("删掉它；从别处粘来的文字，重新打一遍", "delete it; type pasted text anew"),
        )
    return Unseen(
        "text-control",
        Words(f"这里有一个看不见的控制字符（{called}）", f"an invisible control character stands here ({called})"),
        Words("删掉它再保存", "delete it and save"),
    )
