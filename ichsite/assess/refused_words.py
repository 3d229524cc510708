"""What is said of a wish that cannot be, in Chinese and English: one table, which the browser gets as data.

A pattern's `{name}` is filled once; what is filled in is never read as a pattern.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Literal

from ichsite.assess.counting import RARE, SCRIPTS, SPACES, takes_room
from ichsite.model.option import UNIT_TERMS
from ichsite.model.tier import TIER_TERMS, TIERS, TierName
from ichsite.text.words import Language, Words

Said = Literal[
    "unknown", "required", "one", "no-value", "at-most", "must-give", "no-number", "range", "step", "count", "script",
    "room", "row", "rows", "under", "over", "excluded", "needed", "total",
    "exactly", "least", "most", "fewer", "pictures", "choose", "drop", "without", "holds", "holds-text", "together", "tier",
]  # fmt: skip

PATTERNS: dict[Said, Words] = {
    "unknown": Words("没有“{name}”这个选项", "there is no option `{name}`"),
    "required": Words("“{label}”必须选", "“{label}” must be chosen"),
    "one": Words("“{label}”只能有一个值", "“{label}” takes one value"),
    "no-value": Words("“{label}”里没有“{value}”", "“{label}” has no “{value}”"),
    "at-most": Words("“{label}”最多选 {most} 项，不能重复", "“{label}” takes at most {most}, each once"),
    "must-give": Words("“{label}”必须填", "“{label}” must be given"),
    "no-number": Words("“{label}”应是数，写的是“{value}”", "“{label}” takes a number, not “{value}”"),
    "range": Words(
        "“{label}” {value} 不在 {lowest}–{highest}{unit}之间",
        "“{label}” {value} is not within {lowest}–{highest}{unit}",
    ),
    "step": Words(
        "“{label}”以 {step}{unit}为一档，{value} 不在档上",
        "“{label}” goes in steps of {step}{unit}; {value} is between two",
    ),
    "count": Words(
        "“{label}”有 {count} 个字，可写 {least}–{most} 个",
        "“{label}” has {count} characters; {least}–{most} are possible",
    ),
    "script": Words("“{label}”写不了“{others}”", "“{label}” cannot carry “{others}”"),
    "room": Words(
        "“{label}”{rows} × {each} 需要 {needed}，“{space}”只有 {size}",
        "“{label}”{rows} × {each} needs {needed}; “{space}” has {size}",
    ),
    "row": Words(" {count}", " {count}"),
    "rows": Words(" {count}，分 {rows} 排、每排 {each}", " {count} in {rows} rows of {each}"),
    "under": Words("“{label}” {size}，至少要 {least}", "“{label}” {size} is under {least}"),
    "over": Words("“{label}” {size}，最多 {most}", "“{label}” {size} is over {most}"),
    "excluded": Words("这样选时不能用“{label}”的这一项", "“{label}” cannot be had with this choice"),
    "needed": Words("这样选时“{label}”须另作选择", "this choice needs another “{label}”"),
    "total": Words("{names}合计 {size}，最多 {most}", "{names} together are {size}, over {most}"),
    "exactly": Words("“{label}” {value}{unit}", "“{label}” {value}{unit}"),
    "least": Words("“{label}”至少 {value}{unit}", "“{label}” at least {value}{unit}"),
    "most": Words("“{label}”最多 {value}{unit}", "“{label}” at most {value}{unit}"),
    "fewer": Words("“{label}”最多 {count} 个字", "“{label}” at most {count} characters"),
    "pictures": Words("“{label}” {count} 张", "{count} for “{label}”"),
    "choose": Words("“{label}”选“{value}”", "“{value}” for “{label}”"),
    "drop": Words("“{label}”不要“{value}”", "no “{value}” in “{label}”"),
    "without": Words("不要“{label}”", "no “{label}”"),
    "holds": Words("，可容 {count}{unit}", ", which holds {count}{unit}"),
    "holds-text": Words("，可容 {count} 个字", ", which holds {count} characters"),
    "together": Words("，同时", ", together with "),
    "tier": Words("改为{tier}可行", "possible in the {tier} tier"),
}
TIER_WORDS: dict[TierName, Words] = {tier: Words(TIER_TERMS.terms[tier], tier) for tier in TIERS}


def say(pattern: Said, **parts: Any) -> Words:
    """A pattern with its parts; a part that is `Words` is said in each language."""
    found = PATTERNS[pattern]
    return Words(_filled(found.zh, parts, "zh"), _filled(found.en, parts, "en"))


def unit_words(option: Any) -> Words:
    """The unit of what an option measures, with the space before it: ` 毫米`, ` 张`, ` mm`; nothing for plain pieces in English."""
    unit, word = getattr(option, "unit", None), getattr(option, "measure_word", None)
    if unit is None:
        return Words("", "")
    if unit == "piece" and word is not None:
        return Words(f" {word}", f" {word}")
    return _unit(unit)


def _unit(unit: str) -> Words:
    return Words(f" {UNIT_TERMS.terms[unit]}", "" if unit in ("piece", "colour") else f" {unit}")


def shown(text: str, most: int) -> str:
    """The beginning of what somebody wrote, as it can be shown in a sentence: what takes no room by its code point."""
    plain = unicodedata.normalize("NFC", text)
    told = "".join(char if char == " " or takes_room(char) else f"U+{ord(char):04X}" for char in plain[:most])
    return told + ("…" if len(plain) > most else "")


def _filled(pattern: str, parts: dict[str, Any], language: Literal["zh", "en"]) -> str:
    def part(found: re.Match[str]) -> str:
        value = parts[found[1]]
        return getattr(value, language) if isinstance(value, Words) else str(value)

    return re.sub(r"\{([a-z]+)\}", part, pattern)


def script_words(language: Language) -> dict[str, dict[str, str]]:
    """All of it as the browser takes it: patterns (`said`), units with the space before them (`unit`), tiers,
    and what each script has."""
    return {
        "said": {name: words.said(language) for name, words in PATTERNS.items()},
        "unit": {unit: _unit(unit).said(language) for unit in UNIT_TERMS.terms},
        "tiers": {tier: words.said(language) for tier, words in TIER_WORDS.items()},
        "scripts": {**SCRIPTS, "spaces": SPACES, "rare": RARE},
    }
