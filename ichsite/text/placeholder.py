"""The mark that a scaffold puts where its author has to write: shown to nobody, and looked for in what is published."""

from __future__ import annotations

import re

from ichsite.text.words import Words

MARK = Words("（待写）", "(to write)")
"""Stands in front of what is only an example of what to write there."""
LEFT = re.compile(r"(?<![“‘「『\"'])[（(]\s?(?:待写|to[\s-]?write)\s?[）)]")
"""The mark in either language and width, also as an address has it. Where it stands in quotation marks it is spoken of and not left."""
