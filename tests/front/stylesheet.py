"""Reads a stylesheet as Chromium 78 would, and says what it could not follow.

A newer thing may stand inside an `@supports` whose condition asks for something as new: `(aspect-ratio: 1)` came
with 88, so `inset` of 87 is safe inside it. A condition with `not` admits old engines and lifts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import tinycss2

from tests.front.old_engine import (
    AT_RULES,
    FUNCTIONS,
    KEYWORDS,
    NEWER_FUNCTIONS,
    NEWER_PROPERTIES,
    NEWER_PSEUDO,
    NEWER_UNITS,
    OLD,
    PROPERTIES,
    PSEUDO,
    TWINS,
    UNITS,
)

FLEX_GAP = 84
GAPS = ("gap", "row-gap", "column-gap")
_ASKED = re.compile(r"[:(\s]([a-z-]+)(?=[(:)\s])")


def too_new(css: str) -> list[str]:
    """What an engine as old as Chromium 78 cannot follow, each with its line."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return list(_rules(rules, OLD))


def _rules(rules: list[Any], version: int) -> Iterator[str]:
    for rule in rules:
        if rule.type == "error":
            yield f"{rule.source_line}: {rule.message}"
        elif rule.type == "at-rule":
            yield from _at_rule(rule, version)
        else:
            yield from _selector(rule, version)
            yield from _declarations(rule.content, version)


def _at_rule(rule: Any, version: int) -> Iterator[str]:
    name = rule.lower_at_keyword.removeprefix("-webkit-")
    asked = tinycss2.serialize(rule.prelude)
    if name not in AT_RULES:
        yield f"{rule.source_line}: @{name}"
    if name == "media" and re.search(r"[<>=]", asked):
        yield f"{rule.source_line}: a range in @media{asked}"
    if name == "supports":
        version = max(version, _version_of(asked))
    if rule.content is None:
        return
    if name in ("page", "font-face"):
        yield from _declarations(rule.content, version)
    elif name == "keyframes":
        for frame in tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True):
            yield from _declarations(frame.content, version)
    else:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        yield from _rules(inner, version)


def _version_of(condition: str) -> int:
    """The oldest version that can answer yes to a condition of @supports; `or` gives the older of its sides."""
    if re.search(r"\bnot\b", condition):
        return OLD
    sides = re.split(r"\bor\b", condition)
    return min(max([OLD, *map(_known_version, _ASKED.findall(side))]) for side in sides)


def _known_version(word: str) -> int:
    newer = (NEWER_PROPERTIES, NEWER_FUNCTIONS, NEWER_PSEUDO)
    return max(table.get(word, OLD) for table in newer)


def _selector(rule: Any, version: int) -> Iterator[str]:
    text = tinycss2.serialize(rule.prelude)
    tokens = list(rule.prelude)
    for at, token in enumerate(tokens):
        if token.type == "literal" and token.value == "&":
            yield f"{rule.source_line}: nesting, {text.strip()}"
        if token.type != "literal" or token.value != ":" or at + 1 == len(tokens):
            continue
        follows = tokens[at + 1]
        if follows.type == "ident":
            yield from _pseudo(rule, follows.lower_value, version)
        elif follows.type == "function":
            yield from _pseudo(rule, follows.lower_name, version)
            inner = tinycss2.serialize(follows.arguments)
            if follows.lower_name == "not" and re.search(r"[,\s>+~]", inner.strip()) and version < 88:
                yield f"{rule.source_line}: a list or a chain in :not({inner})"
            if follows.lower_name.startswith("nth-") and " of " in inner and version < 111:
                yield f"{rule.source_line}: `of` in :{follows.lower_name}({inner})"
            for name in re.findall(r":([a-z-]+)", inner):
                yield from _pseudo(rule, name, version)


def _pseudo(rule: Any, name: str, version: int) -> Iterator[str]:
    if name not in PSEUDO and NEWER_PSEUDO.get(name, 1000) > version:
        yield f"{rule.source_line}: :{name}"


def _declarations(content: list[Any], version: int) -> Iterator[str]:
    items = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    declared = {one.lower_name: tinycss2.serialize(one.value).strip() for one in items if one.type == "declaration"}
    for one in items:
        if one.type != "declaration":
            yield f"{one.source_line}: nesting or an error: {getattr(one, 'message', one.type)}"
            continue
        name = one.lower_name
        if not name.startswith("--"):
            twin = name in TWINS and f"-webkit-{name}" in declared
            if name not in PROPERTIES and not twin and NEWER_PROPERTIES.get(name, 1000) > version:
                yield f"{one.source_line}: {name}"
            words = declared[name].split()
            for (known, word), since in KEYWORDS.items():
                if name == known and word in words and since > version:
                    yield f"{one.source_line}: {name}: {word}"
            if name in GAPS and not _gap_of_a_grid(declared) and version < FLEX_GAP:
                yield f"{one.source_line}: {name} where no grid-gap or columns stand beside it"
        yield from _value(one.value, one.source_line, version)


def _gap_of_a_grid(declared: dict[str, str]) -> bool:
    """`gap` is told from flex gap by the older name beside it, or by columns; never with `display: flex`."""
    if "flex" in declared.get("display", ""):
        return False
    return any(
        name in declared for name in ("grid-gap", "grid-row-gap", "grid-column-gap", "columns", "column-count")
    ) or ("grid" in declared.get("display", "") or "grid-template-columns" in declared or "column-width" in declared)


def _value(tokens: list[Any], line: int, version: int) -> Iterator[str]:
    for token in tokens:
        if token.type == "function":
            name = token.lower_name.removeprefix("-webkit-")
            if name not in FUNCTIONS and NEWER_FUNCTIONS.get(name, 1000) > version:
                yield f"{line}: {name}()"
            yield from _value(token.arguments, line, version)
        elif token.type == "dimension":
            unit = token.lower_unit
            if unit not in UNITS and NEWER_UNITS.get(unit, 1000) > version:
                yield f"{line}: {token.representation}"
        elif token.type in ("() block", "[] block", "{} block"):
            yield from _value(token.content, line, version)
