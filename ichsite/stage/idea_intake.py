"""intake: the rows of a table of wishes made into ideas that wait for answers."""

from __future__ import annotations

from base64 import b85encode
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ichsite.catalog.catalog import Catalog, Entry
from ichsite.engine.memo import Held
from ichsite.intake.craft_names import CraftNames, craft_names
from ichsite.intake.grouping import Group, grouped
from ichsite.intake.headers import find_headers
from ichsite.intake.idea_columns import IDEAS, own_idea_columns
from ichsite.intake.idea_file import MOST_IDEAS, Batch, Wish, ideas_text, wish_id
from ichsite.intake.platform_names import place_said
from ichsite.intake.redaction import MARKS, redacted
from ichsite.intake.spoken_crafts import SpokenCrafts
from ichsite.intake.statement import CELL, Reading, Statement, read_statements
from ichsite.intake.terms import CatalogueWords, Term, frequent_terms
from ichsite.intake.threshold_marks import Mark, Offered, threshold_marks
from ichsite.model.call import AnswerPlace
from ichsite.model.offer import Customization
from ichsite.model.record import Record
from ichsite.stage.desk import Desk
from ichsite.stage.intake_names import Aimed, Named, aimed, free_slugs, written
from ichsite.stage.intake_table import crafts_of, project_of, sheet_of
from ichsite.table.sheet import Sheet
from ichsite.text.address import Slug
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.fingerprint import of_parts
from ichsite.text.place import Place
from ichsite.text.words import Language, Words

FOLDER, FILE = "content/ideas", "ideas.yaml"
COLUMNS = "import-columns"
_DIGESTS_ON_A_LINE = 12
_DIGEST_BYTES = 8


@dataclass(frozen=True)
class WantedIdeas:
    """What is to be imported: the table, what its rows are about where they do not say it, how the file is called.

    `day` is that of the gathering where the rows have no days, `least` how many people must have said a thing.
    """

    table: Path
    named: Named
    craft: str | None
    where: AnswerPlace | None
    least: int
    dry_run: bool
    language: Language
    editor_line: str | None = None


@dataclass(frozen=True)
class Marked:
    """An idea that may break thresholds, in its words."""

    id: str
    words: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Gathered:
    """What came of a table: the files, how many rows of each fate, what may break, what is said most."""

    paths: tuple[str, ...] = ()
    taken: int = 0
    known: int = 0
    ideas: int = 0
    merged: int = 0
    credited: int = 0
    rarer: int = 0
    marked: tuple[Marked, ...] = ()
    terms: tuple[Term, ...] = ()
    reading: Reading | None = None
    notes: tuple[Words, ...] = ()
    dropped: tuple[str, ...] = ()


def import_ideas(desk: Desk, wanted: WantedIdeas) -> tuple[Gathered, tuple[Diagnostic, ...]]:
    """Reads the table and writes its wishes, grouped, as files of ideas; nothing of them is published."""
    entries, catalog, findings = project_of(desk)
    if catalog is None:
        return Gathered(), findings
    sheet, notes, faults = sheet_of(wanted.table)
    if sheet is None:
        return Gathered(notes=notes), faults
    names = craft_names(crafts_of(desk, entries))
    aim, faults = aimed(entries, names, wanted.named, wanted.craft, FOLDER)
    if aim is None:
        return Gathered(notes=notes), faults
    headers = find_headers(sheet, IDEAS, own_idea_columns(catalog.site.value.intake.ideas))
    if headers is None or not headers.first("words"):
        return Gathered(notes=notes), (_no_columns(sheet),)
    site_language = catalog.site.value.language
    statements, reading = read_statements(sheet, headers, names, MARKS[site_language])
    dropped = tuple(redacted(one).text for one in headers.dropped)
    told = Gathered(reading=reading, notes=notes, dropped=dropped)
    known = {digest for one in entries if one.kind == "idea" for digest in origin_rows(one)}
    new, digests = _new(statements, known)
    told = replace(told, taken=len(new), known=len(statements) - len(new))
    if not new:
        return told, tuple(reading.findings)
    if aim.craft is not None:
        new = [replace(one, craft=one.craft or aim.craft) for one in new]
    gathering = _Gathering(desk, entries, names, aim, catalog)
    told, batches = gathering.batches(told, new, digests, wanted, sheet)
    days = [one.gathered for one in batches]
    slugs = free_slugs(desk.project.root, FOLDER, entries, replace(aim, day=max(days, default=aim.day)), len(batches))
    files = {
        f"{FOLDER}/{slug}/{FILE}": ideas_text(batch, site_language, wanted.editor_line).encode()
        for slug, batch in zip(slugs, batches, strict=True)
    }
    faults = written(desk.project.root, "idea", files, CELL, sheet, dry_run=wanted.dry_run)
    if faults:
        return told, (*reading.findings, *faults)
    return replace(told, paths=tuple(files)), tuple(reading.findings)


class _Gathering:
    """Statements on their way into files."""

    def __init__(self, desk: Desk, entries: Sequence[Entry], names: CraftNames, aim: Aimed, catalog: Catalog) -> None:
        self.desk, self.names, self.aim, self.catalog = desk, names, aim, catalog
        self.halves = {one.slug: one.half for one in entries if one.kind == "customization" and one.half is not None}
        self.spoken = SpokenCrafts(names.by_slug)
        self.offered: dict[str, Offered | None] = {}
        self.named: dict[str, tuple[str, ...]] = {}

    def batches(
        self, told: Gathered, new: Sequence[Statement], digests: dict[int, str], wanted: WantedIdeas, sheet: Sheet
    ) -> tuple[Gathered, list[Batch]]:
        """The files, of as many ideas each as one may have, and what is told of them."""
        named = dict.fromkeys(slug for one in new for slug in self._crafts(one))
        words = CatalogueWords(self._words(named))
        groups = [one for one in grouped(new, words.found) if one.count >= wanted.least]
        taken: set[str] = set()
        wishes = [Wish(wish_id(one, taken), one, self._marks(one)) for one in groups]
        terms = frequent_terms([one.key for one in new], words)
        days = [one.said for one in new if one.said is not None]
        gathered = max(days, default=wanted.named.day)
        batches: list[Batch] = []
        for at in range(0, len(wishes), MOST_IDEAS):
            part = tuple(wishes[at : at + MOST_IDEAS])
            rows = [one.row for wish in part for same in (wish.group.leader, *wish.group.others) for one in same.said]
            crafts = tuple(dict.fromkeys((*self.aim.crafts, *(one.group.leader.said[0].craft or "" for one in part))))
            batches.append(
                Batch(
                    self.aim.title(Words("点子", "ideas"), gathered, self.catalog.site.value.language),
                    self.aim.call,
                    self.aim.stream,
                    tuple(one for one in crafts if one)[:24],
                    gathered,
                    _source(new, wanted.where, self.catalog.site.value.language),
                    part if wanted.where is None else tuple(_at(one, wanted.where) for one in part),
                    terms if at == 0 else (),
                    redacted(sheet.name).text[:200],
                    tuple(_lines(digests[row] for row in sorted(rows))),
                )
            )
        told = replace(
            told,
            ideas=len(wishes),
            merged=sum(one.group.count for one in wishes) - len(wishes),
            rarer=len(new) - sum(one.group.count for one in wishes),
            credited=len({one.name for one in new if one.name is not None}),
            marked=tuple(Marked(one.id, one.group.leader.words, one.marks) for one in wishes if one.marks),
            terms=terms,
        )
        return told, batches

    def _crafts(self, one: Statement) -> tuple[str, ...]:
        """The crafts that a statement may be about: the one of its row, those that its words name, those of the call."""
        if one.craft:
            return (one.craft,)
        if one.key not in self.named:
            self.named[one.key] = self.spoken.named(one.key)
        return self.named[one.key] or self.aim.crafts

    def _marks(self, group: Group[Statement]) -> tuple[Mark, ...]:
        crafts = [found for slug in self._crafts(group.leader.said[0]) if (found := self._offered(slug)) is not None]
        return threshold_marks(group.leader.words, crafts) if crafts else ()

    def _offered(self, slug: str) -> Offered | None:
        if slug not in self.offered:
            half = self.halves.get(Slug(slug))
            record: Record[Customization] | None = (
                self.desk.memo.take(Held(half.key, half.fingerprint)) if half is not None else None
            )
            self.offered[slug] = (
                Offered(slug, self.names.by_slug.get(slug, slug), record.value.offers) if record is not None else None
            )
        return self.offered[slug]

    def _words(self, crafts: Iterable[str]) -> Iterable[str]:
        """The words of the catalogue as far as these crafts have any: titles, options, their values; tags and occasions."""
        yield from self.names.by_slug.values()
        yield from self.spoken.names()
        for slug in crafts:
            offered = self._offered(slug)
            for offer in offered.offers if offered is not None else ():
                for option in offer.options:
                    yield option.label
                    for value in (*getattr(option, "values", ()), *getattr(option, "palette", ())):
                        yield value.label
        for showcase in self.catalog.showcases:
            yield from getattr(showcase.value, "tags", ())
        for call in self.catalog.calls:
            if call.value.wants is not None:
                yield from (*call.value.wants.uses, *call.value.wants.occasions)


def _at(wish: Wish, where: AnswerPlace) -> Wish:
    """A wish of which every statement that does not say it was said at `where`."""

    def placed(one: Statement) -> Statement:
        return one if one.where is not None else replace(one, where=where)

    leader, *others = (
        replace(same, said=tuple(map(placed, same.said))) for same in (wish.group.leader, *wish.group.others)
    )
    return replace(wish, group=Group(leader, tuple(others)))


def _new(statements: Sequence[Statement], known: set[str]) -> tuple[list[Statement], dict[int, str]]:
    """The statements that no earlier import took, and what they are known by, by row."""
    new: list[Statement] = []
    digests: dict[int, str] = {}
    times: Counter[tuple[str | None, str, str]] = Counter()
    for one in statements:
        same = (one.craft, one.key, one.moment)
        times[same] += 1
        # nothing of the person goes into it: the words, the moment, and how many had said it so by then
        digest = of_parts("row", one.craft or "", one.key, one.moment, str(times[same]))[:_DIGEST_BYTES]
        digests[one.row] = b85encode(digest).decode()
        if digests[one.row] not in known:
            new.append(one)
    return new, digests


def _lines(digests: Iterable[str]) -> Iterable[str]:
    held = list(digests)
    for at in range(0, len(held), _DIGESTS_ON_A_LINE):
        yield " ".join(held[at : at + _DIGESTS_ON_A_LINE])


def origin_rows(entry: Entry) -> Iterable[str]:
    """What an item's file remembers of the rows that it was made from."""
    value = entry.record.value if entry.record is not None else None
    origin = getattr(value, "origin", None)
    for line in origin.rows if origin is not None else ():
        yield from line.split()


def _source(new: Sequence[Statement], where: AnswerPlace | None, language: Language) -> str:
    """Where the wishes came from, in words for readers."""
    places: Counter[AnswerPlace | None] = Counter(one.where or where for one in new)
    told = [
        Words(f"{place_said(place)} {count} 条", f"{place} {count}").said(language)
        for place, count in places.most_common()
        if place is not None
    ]
    if not told:
        return Words("表格导出", "a table").said(language)
    return Words("、".join(told), ", ".join(told)).said(language)


def _no_columns(sheet: Sheet) -> Diagnostic:
    return error(
        COLUMNS,
        sheet.place(sheet.rows[0][0]) if sheet.rows else Place(sheet.name),
        Words("认不出哪一列是想法", "no column is known for the ideas"),
        Words(
            "在 site.yaml 里写明列名，如 `intake: {ideas: {words: [您想要什么], craft: [哪一件]}}`",
            "name the headers in site.yaml: `intake: {ideas: {words: [Your wish], craft: [Item]}}`",
        ),
    )
