"""intake: what an import of ideas or votes is about and how its files are called; and their way onto the disk."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ichsite.catalog.catalog import Entry
from ichsite.decode.source import SourceFile, read_record
from ichsite.intake.craft_names import CraftNames
from ichsite.model.record import Kind
from ichsite.table.sheet import Sheet
from ichsite.text.address import Slug
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Language, Words
from ichsite.write.fresh import Occupied, put_fresh

TARGET, TAKEN, CRAFT = "import-target", "import-taken", "import-craft"
_LONGEST_TITLE = 60


@dataclass(frozen=True)
class Named:
    """What a person says beside the table: the call, the stream, the file's name, its title, the day."""

    call: str | None
    stream: str | None
    name: str | None
    title: str | None
    day: date


@dataclass(frozen=True)
class Aimed:
    """The same as it was found in the catalogue, by slug; `crafts` are the named one, or those of the call."""

    call: str | None
    stream: str | None
    craft: str | None
    crafts: tuple[str, ...]
    name: str | None
    own_title: str | None
    call_title: str | None
    day: date

    def title(self, what: Words, gathered: date, language: Language) -> str:
        """The title: as it was given, else after the call, else after the day."""
        if self.own_title is not None:
            return self.own_title
        if self.call_title is not None:
            after = Words(f"“{self.call_title}”的{what.zh}", f"{what.en.capitalize()}: {self.call_title}")
            return after.said(language)[:_LONGEST_TITLE]
        return Words(f"{gathered.isoformat()} 的{what.zh}", f"{what.en.capitalize()} of {gathered.isoformat()}").said(
            language
        )


def aimed(
    entries: Sequence[Entry], names: CraftNames, named: Named, craft: str | None, folder: str
) -> tuple[Aimed | None, tuple[Diagnostic, ...]]:
    """What is meant; None and why where the catalogue does not have it, or the name is taken."""
    slug = names.meant(craft) if craft is not None else None
    if craft is not None and slug is None:
        what = Words(f"没有作品“{craft}”", f"there is no piece “{craft}”")
        return None, (error(CRAFT, Place("--craft"), what, did_you_mean(craft, names.titles())),)
    call, stream = _meant(entries, "call", named.call), _meant(entries, "stream", named.stream)
    for asked, found, option, kind in (
        (named.call, call, "--call", Words("征集", "call")),
        (named.stream, stream, "--stream", Words("直播", "stream")),
    ):
        if asked is not None and found is None:
            known = [one.slug for one in entries if f"--{one.kind}" == option]
            what = Words(f"没有{kind.zh}“{asked}”", f"there is no {kind.en} “{asked}”")
            return None, (error(TARGET, Place(option), what, did_you_mean(asked, known)),)
    if named.name is not None and (there := _there(entries, folder, named.name)) is not None:
        what = Words(f"{there} 已经有了，不会盖掉它", f"{there} is there already and is not overwritten")
        help = Words(
            "用 --name 另取一个名字，或不写，自动接着编号", "give another --name, or none: then it is numbered"
        )
        return None, (error(TAKEN, Place("--name"), what, help),)
    value: Any = call.record.value if call is not None and call.record is not None else None
    of_call: tuple[str, ...] = tuple(value.crafts) if value is not None else ()
    return Aimed(
        call.slug if call is not None else None,
        stream.slug if stream is not None else None,
        slug,
        (slug,) if slug is not None else tuple(filter(None, map(names.meant, of_call))),
        named.name,
        named.title,
        value.title if value is not None else None,
        named.day,
    ), ()


def free_slugs(root: Path, folder: str, entries: Sequence[Entry], aim: Aimed, count: int) -> tuple[str, ...]:
    """Names for `count` files that no file has: the given one, else after the call, the stream or the day; numbered where
    the first is taken."""
    kind = folder.rsplit("/", 1)[-1]
    stem = aim.name or aim.call or aim.stream or f"{kind}-{aim.day.isoformat()}"
    found: list[str] = []
    number = 1
    while len(found) < count:
        slug = stem if number == 1 else f"{stem}-{number}"
        if _there(entries, folder, slug) is None and not os.path.lexists(root / folder / slug):
            found.append(slug)
        number += 1
    return tuple(found)


def written(
    root: Path, kind: Kind, files: Mapping[str, bytes], code: str, sheet: Sheet, *, dry_run: bool
) -> tuple[Diagnostic, ...]:
    """Puts the files in their places, all or none and never over another; nothing that a build could not read."""
    for path, data in files.items():
        record, findings = read_record(SourceFile(kind, path, Slug(Path(path).parent.name), data))
        if record is None:
            return tuple(error(code, sheet.place(0), found.message, found.help) for found in findings)
    if not dry_run and files:
        try:
            put_fresh(root, files)
        except Occupied as there:
            what = Words(
                f"{there.path} 已经有了，不会盖掉它，什么也没有写",
                f"{there.path} is there already and is not overwritten; nothing was written",
            )
            return (error(TAKEN, Place(there.path), what, Words("再运行一次", "run it again")),)
    return ()


def _meant(entries: Iterable[Entry], kind: Kind, name: str | None) -> Entry | None:
    """The entry of that slug, id or title."""
    if name is None:
        return None
    for one in entries:
        value: Any = one.record.value if one.record is not None else None
        if one.kind == kind and value is not None and name in (one.slug, value.id, value.title):
            return one
    return None


def _there(entries: Iterable[Entry], folder: str, slug: str) -> str | None:
    """The file that has the name already."""
    return next((one.path for one in entries if one.path.startswith(f"{folder}/") and one.slug == slug), None)
