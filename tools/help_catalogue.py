"""Compiles the catalogue of `--help` and usage errors, which Python's gettext reads at run time.

`python -m tools.help_catalogue` after a change of `ichsite.po`; a test holds the two together.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

_WHENEVER = datetime(2026, 1, 1, tzinfo=UTC)
"""In place of the time of compiling, so that one source makes one file."""
PO = Path(__file__).parents[1] / "ichsite" / "commands" / "locales" / "zh_CN" / "LC_MESSAGES" / "ichsite.po"


def compiled() -> bytes:
    """The catalogue as gettext reads it."""
    with PO.open("rb") as opened:
        catalogue = read_po(opened, locale="zh_CN", domain="ichsite")
    catalogue.creation_date = catalogue.revision_date = _WHENEVER
    sink = BytesIO()
    write_mo(sink, catalogue)
    return sink.getvalue()


if __name__ == "__main__":
    PO.with_suffix(".mo").write_bytes(compiled())
