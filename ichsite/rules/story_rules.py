"""The rules over links and pictures, held against the stories of a translation.

A translated story is checked as its original is. Stories that fell back are the original's, and were checked there.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.decode.kinds import is_translation
from ichsite.rules import (
    link_to_nowhere,
    picture_missing,
    picture_path,
    picture_without_alt,
    showcase_withdrawn_used,
)
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic

_RULES = (
    link_to_nowhere.check,
    picture_missing.check,
    picture_path.check_whole,
    picture_without_alt.check_whole,
    showcase_withdrawn_used.check,
)


def story_findings(whole: Whole) -> Iterator[Diagnostic]:
    """What is wrong in the translated stories of a catalogue; their places name the translation's file."""
    for rule in _RULES:
        for finding in rule(whole):
            if is_translation(finding.where.path):
                yield finding
