"""An explanation of one code, as it is shown to a person."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.text.diagnostic import Severity
from ichsite.text.words import Words


@dataclass(frozen=True)
class Sample:
    """An excerpt of one file, failing and mended.

    `file` is its path in a project; one that ends in `/` is a folder, and the excerpts list what lies in it.
    `marked` is the line of the failing excerpt that the diagnostic points at, counted from 1; 0 means the whole.
    `encoding` is how the failing file is saved; the mended one is UTF-8.
    """

    file: str
    failing: str
    mended: str
    marked: int
    encoding: str = "utf-8"


@dataclass(frozen=True)
class Unsampled:
    """Why no file of a project can show the trouble."""

    because: Words


@dataclass(frozen=True)
class Explanation:
    """`says` is what it means, in a line; `why` is what would go wrong without it; `do` is the way out.

    `severity` is that of the sample; a few codes are at times milder.
    """

    code: str
    family: str
    severity: Severity
    says: Words
    why: Words
    do: Words
    sample: Sample | Unsampled
