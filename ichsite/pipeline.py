"""The whole build, top to bottom: read, decode, assemble, assess, plan, render, write.

Each stage yields its value and the findings about it. After an error the stages run on as far as they
can, so that one run shows everything; then nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from ichsite.assess.calendar import WorkCalendar, calendar_from
from ichsite.assess.card import CraftCard
from ichsite.catalog.catalog import Catalog, Entry, Half, assemble
from ichsite.decode.kinds import TEXT_ENDINGS, layout_of
from ichsite.decode.source import HELD_KINDS, Decoded, SourceFile, decode_source
from ichsite.engine.memo import Held, Memo, Result, Task
from ichsite.project import Project
from ichsite.read.sources import Source, bytes_of, files_of, load_sources
from ichsite.read.tree import Tree, read_file, scan
from ichsite.report.locate import located
from ichsite.request import Request
from ichsite.rules.examine import Examined, ExamineTask, common_print, examine, examine_print
from ichsite.rules.layout import layout_findings
from ichsite.rules.registry import CATALOG_RULES
from ichsite.rules.whole import Whole
from ichsite.state import State
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.fingerprint import of_parts

Progress = Callable[[str, int, int], None]


def make_calendar(today: date, _shelf: object) -> tuple[WorkCalendar, None]:
    """The working days from `today`, as a task."""
    return calendar_from(today), None


DECODE: Task[SourceFile, Decoded] = Task("decode", decode_source)
CALENDAR: Task[date, WorkCalendar] = Task("calendar", make_calendar)
EXAMINE: Task[ExamineTask, Examined] = Task("examine", examine)


@dataclass(frozen=True)
class Checked:
    """A project as far as it can be known without rendering: the catalogue, each craft's card and dossier."""

    catalog: Catalog | None
    cards: dict[str, CraftCard]
    dossiers: dict[str, Held]
    calendar: WorkCalendar | None
    today: date | None
    tree: Tree
    findings: tuple[Diagnostic, ...]


def check(project: Project, request: Request, memo: Memo, state: State, progress: Progress) -> Checked:
    """Everything up to the plan: what is in the files, what it means, what is wrong with it."""
    tree = scan(project.root)
    sources, findings = _read(project, tree, state)
    entries, decode_findings = _decode(project, sources, memo, progress)
    findings += tree.findings + decode_findings + layout_findings(tree, entries)
    catalog, assemble_findings = assemble(entries, drafts=request.drafts)
    findings += assemble_findings
    if catalog is None:
        return Checked(None, {}, {}, None, None, tree, findings)
    today = request.today or today_in(catalog.site.value.timezone)
    calendar = _calendar(today, memo)
    examined = _examine(catalog, calendar, today, memo, progress)
    cards = {slug: result.small.card for slug, result in examined.items()}
    dossiers = {slug: result.held for slug, result in examined.items()}
    findings += tuple(finding for result in examined.values() for finding in result.small.findings)
    whole = Whole(catalog, cards, frozenset(found.path for found in tree.files), calendar, today)
    findings += tuple(finding for rule in CATALOG_RULES for finding in rule(whole))
    return Checked(catalog, cards, dossiers, calendar, today, tree, findings)


def placed(project: Project, findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The findings with places in their files, sorted."""
    known: dict[str, bytes | None] = {}

    def read(path: str) -> bytes | None:
        if path not in known:
            try:
                known[path] = read_file(project.root, path)
            except OSError:
                known[path] = None
        return known[path]

    return located(findings, read)


def today_in(timezone: str) -> date:
    """The day in a zone; UTC's where the zone is unknown (a rule says so)."""
    try:
        return datetime.now(ZoneInfo(timezone)).date()
    except (KeyError, ValueError, OSError):
        return datetime.now(ZoneInfo("UTC")).date()


def _read(project: Project, tree: Tree, state: State) -> tuple[tuple[Source, ...], tuple[Diagnostic, ...]]:
    texts = files_of(tree, TEXT_ENDINGS)
    sources, known, findings = load_sources(project.root, texts, state.stats)
    state.next_stats.update(known)
    return sources, findings


def _decode(
    project: Project, sources: tuple[Source, ...], memo: Memo, progress: Progress
) -> tuple[list[Entry], tuple[Diagnostic, ...]]:
    ours = [(source, *found) for source in sources if (found := layout_of(source.path)) is not None]

    def make(position: int) -> SourceFile:
        source, layout, slug = ours[position]
        return SourceFile(layout.kind, source.path, slug, bytes_of(project.root, source))

    prints = [of_parts(layout.kind, source.path, source.digest) for source, layout, _ in ours]
    results = memo.map(DECODE, prints, make, lambda done, of: progress("decode", done, of))
    entries: list[Entry] = []
    findings: list[Diagnostic] = []
    for (source, layout, slug), result in zip(ours, results, strict=True):
        decoded = result.small
        findings += decoded.findings
        half = None
        if layout.kind in HELD_KINDS and decoded.readable:
            half = Half(source.path, result.held.key, result.held.fingerprint)
        entries.append(Entry(layout.kind, source.path, slug, decoded.record, half, decoded.draft))
    return entries, tuple(findings)


def _calendar(today: date, memo: Memo) -> WorkCalendar:
    return memo.map(CALENDAR, [of_parts(today.isoformat())], lambda _: today)[0].small


def _examine(
    catalog: Catalog, calendar: WorkCalendar, today: date, memo: Memo, progress: Progress
) -> dict[str, Result[Examined]]:
    settings = catalog.site.value.assessment
    common = common_print(settings, calendar, today)
    tasks = [ExamineTask(parts, settings, calendar, today) for parts in catalog.crafts]
    prints = [examine_print(task, common) for task in tasks]
    results = memo.map(EXAMINE, prints, lambda at: tasks[at], lambda done, of: progress("examine", done, of))
    return {task.parts.slug: result for task, result in zip(tasks, results, strict=True)}
