"""Which photographs in the folder belong to a row: those that its cells name, else those named after it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from ichsite.intake.submission import Submission
from ichsite.text.words import Words

MOST_PHOTOS = 12
_PARTED = re.compile(r"[;；,，、\n|┋]+")
_ENDING = re.compile(r"\.(?:jpe?g|png|webp|avif|tiff?|heic|heif|gif|bmp)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Wanted:
    """The photographs of a row, as names in the folder, and what was named and is not there."""

    found: tuple[str, ...]
    missing: tuple[Words, ...]


class PhotoFolder:
    """The names of the files in the folder; letter case and Unicode form are no difference."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(names)
        self._by_plain = {_plain(name): name for name in self._names}
        self._by_stem = {_plain(name.rsplit(".", 1)[0]): name for name in reversed(self._names)}

    def of(self, submission: Submission) -> Wanted:
        """The photographs of a row. A name is looked up among the files of the folder; it opens nothing else."""
        named = [name for cell in submission.photos for name in _names_in(cell)]
        if not named:
            return Wanted(self._after(submission)[:MOST_PHOTOS], ())
        found: list[str] = []
        missing: list[Words] = []
        for name in named:
            plain = _plain(name)
            match = self._by_plain.get(plain) or self._by_stem.get(plain) or self._ends_with(plain)
            if match is None:
                missing.append(
                    Words(f"照片文件夹里没有 {name[:80]}", f"{name[:80]} is not in the folder of photographs")
                )
            else:
                found.append(match)
        return Wanted(tuple(dict.fromkeys(found))[:MOST_PHOTOS], tuple(missing))

    def _ends_with(self, plain: str) -> str | None:
        """Form services put a number before the name that the buyer's file had."""
        found = [name for name in self._names if _plain(name).endswith(("_" + plain, "-" + plain))]
        return found[0] if len(found) == 1 else None

    def _after(self, submission: Submission) -> tuple[str, ...]:
        """Files named after the order, else after the form's number, else after the row: `12.jpg`, `12-1.jpg`."""
        for key in (submission.order, submission.number or str(submission.row)):
            if key:
                form = re.compile(rf"(?:序号|第|row|no\.?)?\s*0*{re.escape(_plain(key))}(?:[-_ .(（].*)?", re.DOTALL)
                if found := tuple(name for stem, name in self._stems() if form.fullmatch(stem)):
                    return found
        return ()

    def _stems(self) -> Iterable[tuple[str, str]]:
        return ((_plain(name.rsplit(".", 1)[0]), name) for name in self._names)


def _names_in(cell: str) -> list[str]:
    """The names in a cell: of an address or a path the last step."""
    names: list[str] = []
    for part in _PARTED.split(cell):
        text = part.strip().strip("\"'[]()（）")
        if text.lower().startswith(("http://", "https://")):
            text = unquote(urlsplit(text).path)
        name = text.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1].strip()
        if name and (_ENDING.search(name) or name == text):
            names.append(name)
        elif name:
            names.append(name[:80])
    return names


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold().strip()
