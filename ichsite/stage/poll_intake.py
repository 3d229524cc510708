"""intake: a table of votes made into a poll that waits to be read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from ichsite.catalog.catalog import Entry
from ichsite.intake.ballots import CELL, Ballots, read_ballots
from ichsite.intake.craft_names import craft_names
from ichsite.intake.headers import bare_header
from ichsite.intake.poll_columns import PollHeaders, poll_headers
from ichsite.intake.poll_file import PollFile, poll_text
from ichsite.intake.redaction import redacted
from ichsite.intake.ticks import ticked
from ichsite.model.call import AnswerPlace
from ichsite.model.poll import Poll
from ichsite.model.site import PollColumns
from ichsite.read.sources import ChangedMeanwhile
from ichsite.read.tree import read_file
from ichsite.stage.desk import Desk
from ichsite.stage.idea_intake import origin_rows
from ichsite.stage.intake_names import TAKEN, Named, aimed, free_slugs, written
from ichsite.stage.intake_table import crafts_of, project_of, sheet_of
from ichsite.stage.poll_update import grown, has_grown
from ichsite.table.sheet import Sheet
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.fingerprint import of_bytes
from ichsite.text.place import Place
from ichsite.text.words import Language, Words
from ichsite.write.over import write_over

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
    """What came of a table: the file (`grown` where it was there and has the later votes now), or the one that has the same
    votes already; the votes."""

    path: str | None = None
    grown: bool = False
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
    sheet, headers, offered = _columns(sheet, catalog.site.value.intake.polls)
    if headers is None or not headers.first("option"):
        return Polled(notes=notes), (_no_columns(sheet),)
    told = Polled(notes=notes, dropped=tuple(redacted(one).text for one in headers.dropped))
    ballots, faults = read_ballots(sheet, headers, wanted.where, offered)
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
    waits = next((one for one in entries if wanted.named.name is None and _waits(one, poll)), None)
    if waits is not None:
        return _updated(desk, waits, poll, replace(told, path=waits.path, grown=True), wanted, language)
    (slug,) = free_slugs(desk.project.root, FOLDER, entries, replace(aim, day=day), 1)
    path = f"{FOLDER}/{slug}/{FILE}"
    text = poll_text(poll, language, wanted.editor_line)
    faults = written(desk.project.root, "poll", {path: text.encode()}, CELL, sheet, dry_run=wanted.dry_run)
    return (told, faults) if faults else (replace(told, path=path), ())


def _columns(sheet: Sheet, own: PollColumns) -> tuple[Sheet, PollHeaders | None, tuple[str, ...]]:
    """The table's headers; where each option of the question has a column of its own, those of the table with one in their
    place, and all options."""
    headers = poll_headers(sheet, own)
    if headers is not None and headers.first("votes"):
        return sheet, headers, ()
    found = ticked(sheet, own.option)
    if found is None or not (found.sure or headers is None or not headers.first("option")):
        return sheet, headers, ()
    return found.sheet, poll_headers(found.sheet, replace(own, option=(found.question,))), found.labels


def _waits(entry: Entry, poll: PollFile) -> bool:
    value = entry.record.value if entry.kind == "poll" and entry.record is not None else None
    return isinstance(value, Poll) and has_grown(value, poll)


def _updated(
    desk: Desk, waits: Entry, poll: PollFile, told: Polled, wanted: WantedPoll, language: Language
) -> tuple[Polled, tuple[Diagnostic, ...]]:
    """The pending file with the later votes; a finding where they cannot be put in without touching the rest of it."""
    root, path = desk.project.root, waits.path
    data = read_file(root, path)
    made = grown(waits.record.value, path, data, poll, language) if waits.record is not None else None
    if made is None:
        what = Words(
            "它是同一个投票，可是写法改过了，新的票数放不进去",
            "it is the same poll, but is written so that the later votes cannot be put in",
        )
        help = Words(
            "改回 options、counts、origin 各自一行行写的样子，或用 --name 另写一个",
            "write options, counts and origin with a line for each again, or take another --name",
        )
        return replace(told, path=None), (error(TAKEN, Place(path), what, help),)
    if not wanted.dry_run:
        try:
            write_over(root, path, made, of_bytes(data))
        except ChangedMeanwhile:
            what = Words("它刚刚被改过，什么也没有写", "it has just been changed; nothing was written")
            return replace(told, path=None), (error(TAKEN, Place(path), what, Words("再运行一次", "run it again")),)
    return told, ()


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
