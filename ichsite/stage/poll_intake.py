"""intake: a table of votes made into a poll that waits to be read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from ichsite.intake.ballots import CELL, Ballots, read_ballots
from ichsite.intake.craft_names import craft_names
from ichsite.intake.headers import bare_header
from ichsite.intake.poll_columns import poll_headers
from ichsite.intake.poll_file import PollFile, poll_text
from ichsite.intake.redaction import redacted
from ichsite.model.call import AnswerPlace
from ichsite.stage.desk import Desk
from ichsite.stage.idea_intake import origin_rows
from ichsite.stage.intake_names import Named, aimed, free_slugs, written
from ichsite.stage.intake_table import crafts_of, project_of, sheet_of
from ichsite.table.sheet import Sheet
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.words import Language, Words

FOLDER, FILE = "content/polls", "poll.yaml"
COLUMNS = "import-columns"
_LONGEST_QUESTION, _LONGEST_TITLE = 120, 60
_ASKS_NOTHING = 6
"""Characters: so short a header is a name and no question."""


@dataclass(frozen=True)
class WantedPoll:
    """What is to be imported: the table, what it is about, where the votes were given if the rows do not say it."""

    table: Path
    named: Named
    craft: str | None
    where: AnswerPlace
    dry_run: bool
    language: Language
    editor_line: str | None = None


@dataclass(frozen=True)
class Polled:
    """What came of a table: the file, or the one that has the same votes already; the votes."""

    path: str | None = None
    known: str | None = None
    ballots: Ballots | None = None
    notes: tuple[Words, ...] = ()
    dropped: tuple[str, ...] = ()


def import_poll(desk: Desk, wanted: WantedPoll) -> tuple[Polled, tuple[Diagnostic, ...]]:
    """Reads the table and writes its votes as a poll; nothing of it is published. With one vote that cannot be read nothing
    is written."""
    entries, catalog, findings = project_of(desk)
    if catalog is None:
        return Polled(), findings
    sheet, notes, faults = sheet_of(wanted.table)
    if sheet is None:
        return Polled(notes=notes), faults
    aim, faults = aimed(entries, craft_names(crafts_of(desk, entries)), wanted.named, wanted.craft, FOLDER)
    if aim is None:
        return Polled(notes=notes), faults
    headers = poll_headers(sheet, catalog.site.value.intake.polls)
    if headers is None or not headers.first("option"):
        return Polled(notes=notes), (_no_columns(sheet),)
    told = Polled(notes=notes, dropped=tuple(redacted(one).text for one in headers.dropped))
    ballots, faults = read_ballots(sheet, headers, wanted.where)
    if ballots is None:
        return told, faults
    language = catalog.site.value.language
    day = max((one.counted for one in ballots.tallies if one.counted is not None), default=wanted.named.day)
    asked = redacted(bare_header(headers.texts[headers.first("option") - 1])).text
    titled = replace(aim, own_title=aim.own_title or (asked[:_LONGEST_TITLE] if len(asked) > _ASKS_NOTHING else None))
    poll = PollFile(
        titled.title(Words("投票", "poll"), day, language),
        _question(asked, language),
        aim.call,
        aim.stream,
        aim.crafts[:24],
        ballots,
        wanted.named.day,
        redacted(sheet.name).text[:200],
    )
    told = replace(told, ballots=ballots)
    before = next((one.path for one in entries if one.kind == "poll" and poll.digest in origin_rows(one)), None)
    if before is not None:
        return replace(told, known=before), ()
    (slug,) = free_slugs(desk.project.root, FOLDER, entries, replace(aim, day=day), 1)
    path = f"{FOLDER}/{slug}/{FILE}"
    text = poll_text(poll, language, wanted.editor_line)
    faults = written(desk.project.root, "poll", {path: text.encode()}, CELL, sheet, dry_run=wanted.dry_run)
    return (told, faults) if faults else (replace(told, path=path), ())


def _question(asked: str, language: Language) -> str:
    if len(asked) <= _ASKS_NOTHING:
        return Words("您选哪一个？", "Which one would you choose?").said(language)
    return f"{asked[: _LONGEST_QUESTION - 1]}{Words('？', '?').said(language)}"


def _no_columns(sheet: Sheet) -> Diagnostic:
    return error(
        COLUMNS,
        sheet.place(sheet.rows[0][0]) if sheet.rows else Place(sheet.name),
        Words("认不出哪一列是选项", "no column is known for the options"),
        Words(
            "在 site.yaml 里写明列名，如 `intake: {polls: {option: [喜欢哪种釉], votes: [多少票]}}`",
            "name the headers in site.yaml: `intake: {polls: {option: [Which glaze], votes: [How many]}}`",
        ),
    )
