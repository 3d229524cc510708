"""intake: the rows of a form's table made into showcases that wait for approval."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ichsite.decode.source import SourceFile, read_record
from ichsite.intake.craft_names import CraftNames, craft_names
from ichsite.intake.headers import find_headers
from ichsite.intake.seen_before import SeenBefore, content_digest, order_digest, seen_before
from ichsite.intake.showcase_columns import FIELDS, SHOWCASES, Field, ShowcaseHeaders, own_columns
from ichsite.intake.showcase_file import Taken, showcase_text, slug_for
from ichsite.intake.submission import CELL, Defaults, Submission, read_submission
from ichsite.model.tier import TierName
from ichsite.stage.desk import Desk
from ichsite.stage.intake_photos import PhotoDesk, Photos
from ichsite.stage.intake_table import crafts_of, project_of, sheet_of
from ichsite.table.sheet import Sheet
from ichsite.text.address import Slug
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Language, Words
from ichsite.write.showcase_folder import FOLDER, clear_unfinished, write_showcase

COLUMNS, CRAFT = "import-columns", "import-craft"


@dataclass(frozen=True)
class Wanted:
    """What is to be imported: the table, the folder of photographs, what holds where a row does not say it.

    `editor_line` is the first line of each file, None where the project has no schemas for editors.
    """

    table: Path
    photos: Path | None
    craft: str | None
    tier: TierName | None
    dry_run: bool
    language: Language
    editor_line: str | None = None


@dataclass(frozen=True)
class Row:
    """What became of a row: `new` at `path`, `known` from `path`, or `refused`."""

    row: int
    state: Literal["new", "known", "refused"]
    path: str | None = None


@dataclass(frozen=True)
class Imported:
    """What became of every row, what was decided on the way, and the headers of columns that were not read."""

    rows: tuple[Row, ...] = ()
    notes: tuple[Words, ...] = ()
    dropped: tuple[str, ...] = ()

    def count(self, state: str) -> int:
        """How many rows came out so."""
        return sum(one.state == state for one in self.rows)


def import_showcases(desk: Desk, wanted: Wanted) -> tuple[Imported, tuple[Diagnostic, ...]]:
    """Reads the table and writes a folder for each row that is new; what cannot be taken is told by its row."""
    entries, catalog, findings = project_of(desk)
    if catalog is None:
        return Imported(), findings
    sheet, notes, faults = sheet_of(wanted.table)
    if sheet is None:
        return Imported(notes=notes), faults
    names = craft_names(crafts_of(desk, entries))
    craft = names.meant(wanted.craft) if wanted.craft is not None else None
    if wanted.craft is not None and craft is None:
        what = Words(f"没有作品“{wanted.craft}”", f"there is no piece “{wanted.craft}”")
        return Imported(), (error(CRAFT, Place("--craft"), what, did_you_mean(wanted.craft, names.titles())),)
    headers = find_headers(sheet, SHOWCASES, own_columns(catalog.site.value.intake.columns))
    if headers is None or not _complete(headers, craft):
        return Imported(notes=notes), (_no_columns(sheet, headers),)
    defaults = Defaults(craft, wanted.tier, catalog.site.value.intake.consent_scope)
    submissions, faults = _submissions(sheet, headers, names, defaults)
    photos = PhotoDesk(desk, wanted.photos, sheet, headers).of(submissions)
    seen = seen_before(one.record for one in entries if one.kind == "showcase" and one.record is not None)
    taking = _Taking(desk, wanted, sheet, seen)
    rows = {one.row: taking.take(one, photos[one.row]) for one in submissions}
    refused = {row for row, cells in sheet.rows if row > headers.row and not headers.repeats(cells)} - rows.keys()
    rows |= {row: Row(row, "refused") for row in refused}
    told = (*faults, *(one for found in photos.values() for one in found.findings), *taking.findings)
    return Imported(tuple(rows[row] for row in sorted(rows)), notes, headers.dropped), told


def _complete(headers: ShowcaseHeaders, craft: str | None) -> bool:
    return headers.first("words") > 0 and (headers.first("craft") > 0 or craft is not None)


def _no_columns(sheet: Sheet, headers: ShowcaseHeaders | None) -> Diagnostic:
    known: Mapping[Field, tuple[int, ...]] = headers.columns if headers is not None else {}
    lacking = [one for one in FIELDS if one in ("words", "craft") and one not in known]
    row = headers.row if headers is not None else (sheet.rows[0][0] if sheet.rows else 0)
    return error(
        COLUMNS,
        sheet.place(row),
        Words(
            f"认不出哪一列是 {'、'.join(lacking)}（评价、作品）",
            f"no column is known for {', '.join(lacking)} (the words, the craft)",
        ),
        Words(
            "在 site.yaml 里写明列名，如 `intake: {columns: {words: [您的感受], craft: [买的是]}}`；作品只有一件时可用 --craft",
            "name the headers in site.yaml: `intake: {columns: {words: [Your story], craft: [Item]}}`; for a single piece, give --craft",
        ),
    )


def _submissions(
    sheet: Sheet, headers: ShowcaseHeaders, names: CraftNames, defaults: Defaults
) -> tuple[list[Submission], list[Diagnostic]]:
    untaken: defaultdict[int, dict[int, Words]] = defaultdict(dict)
    for one in sheet.untaken:
        untaken[one.row][one.column] = one.why
    submissions: list[Submission] = []
    findings: list[Diagnostic] = []
    for row, cells in sheet.rows:
        if row <= headers.row or headers.repeats(cells):
            continue
        submission, found = read_submission(sheet, headers, row, cells, (names, defaults), untaken.get(row, {}))
        findings += found
        if submission is not None:
            submissions.append(submission)
    return submissions, findings


class _Taking:
    """Rows on their way into the project, in the order of the table."""

    def __init__(self, desk: Desk, wanted: Wanted, sheet: Sheet, seen: SeenBefore) -> None:
        self.desk, self.wanted, self.sheet, self.seen = desk, wanted, sheet, seen
        self.findings: list[Diagnostic] = []
        if not wanted.dry_run:
            clear_unfinished(desk.project.root)

    def take(self, one: Submission, photos: Photos) -> Row:
        """What becomes of a row; it is written unless this is a dry run."""
        order = order_digest(one.order, one.craft)
        digest = content_digest(one.craft, one.words, photos.digests)
        if (before := self.seen.where(order, digest, one.craft, one.words)) is not None:
            return Row(one.row, "known", before)
        if photos.refused:
            return Row(one.row, "refused")
        slug = slug_for(one.craft, digest)
        files = tuple(f"photo-{number}.jpg" for number in range(1, len(photos.held) + 1))
        path = f"{FOLDER}/{slug}/showcase.yaml"
        taken = Taken(one, slug, files, order, digest)
        text = showcase_text(taken, self.sheet.name, self.wanted.language, self.wanted.editor_line)
        data = text.encode()
        if faults := self._faults(one, path, slug, data):
            self.findings += faults
            return Row(one.row, "refused")
        if not self.wanted.dry_run:
            pictures = (self.desk.pictures.take(held)[0] for held in photos.held)
            written = write_showcase(
                self.desk.project.root, slug, {"showcase.yaml": data, **dict(zip(files, pictures, strict=True))}
            )
            if not written:
                return Row(one.row, "known", path)
        self.seen.add(path, order, digest)
        return Row(one.row, "new", path)

    def _faults(self, one: Submission, path: str, slug: str, data: bytes) -> list[Diagnostic]:
        """What the decoder would say of the file: nothing is written that a build could not read."""
        record, findings = read_record(SourceFile("showcase", path, Slug(slug), data))
        if record is not None:
            return []
        return [error(CELL, self.sheet.place(one.row), found.message, found.help) for found in findings]
