"""How `|tojson` writes a data block of a page: in a third of the bytes that escaped Chinese takes."""

from __future__ import annotations

import json


def dumped(value: object) -> str:
    """JSON in the order of its making. What could end a script or a line in it is escaped here and by Jinja (`<`, `>`, `&`, `'`)."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
