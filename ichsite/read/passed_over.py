"""Names that are none of the site's: what systems and editors lay beside the files that one edits.

Whoever reads the project and whoever watches it ask here, so that both see the same files.
"""

from __future__ import annotations

_UNFINISHED = (".swp", ".swx", ".tmp", ".part", ".crdownload")
_PROBE = "4913"
"""With a file of this name vim finds out whether it may write into a folder."""


def is_passed_over(name: str) -> bool:
    """Whether a file or folder is hidden, a copy (`~a.md`, `a.md~`), or what Emacs keeps of an edit (`#a.md#`)."""
    return name.startswith((".", "~")) or name.endswith("~") or (len(name) > 1 and name[0] == name[-1] == "#")


def is_unfinished(name: str) -> bool:
    """Whether a file is there for a moment only, until a program has written or fetched another one."""
    return name.lower().endswith(_UNFINISHED) or name == _PROBE
