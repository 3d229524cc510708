"""Why a file of the library is not published, or not as it is."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.text.words import Words


@dataclass(frozen=True)
class Fault:
    """What is wrong, and what to do; `line` is where in the file, from 1, None where it is the whole of it."""

    code: str
    message: Words
    help: Words
    line: int | None = None


class Refused(Exception):
    """A file that is not published, for this fault."""

    def __init__(self, code: str, message: Words, help: Words, line: int | None = None) -> None:
        super().__init__(message.en)
        self.fault = Fault(code, message, help, line)
