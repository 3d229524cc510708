"""deliveries: the tables of what was delivered, each read once, and the track records that come of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import compress

from ichsite.assess.card import CraftCard
from ichsite.assess.track_record import NO_RECORDS, DeliveryGroup, Records, future_rows, records_of
from ichsite.decode.kinds import is_deliveries
from ichsite.engine.memo import Task
from ichsite.intake.craft_names import CraftNames, craft_names
from ichsite.intake.delivery_table import CELL, MOST_ROWS, deliveries_of, without_notes
from ichsite.ledger.enter import Entered
from ichsite.model.shelf import Shelf
from ichsite.read.regular import read_regular, real_path
from ichsite.read.sources import ChangedMeanwhile, load_digests
from ichsite.read.tree import Tree, digest_of
from ichsite.stage.desk import Desk
from ichsite.table.kind import MOST_BYTES
from ichsite.table.read import read_table
from ichsite.text.diagnostic import Diagnostic, error, warning
from ichsite.text.place import Place
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

UNKNOWN_CRAFT = "delivery-craft"


@dataclass(frozen=True)
class DeliveriesTask:
    """A table's bytes, and how its places call it."""

    path: str
    data: bytes


@dataclass(frozen=True)
class Deliveries:
    """What stands in a table, and what is wrong with it."""

    path: str
    groups: tuple[DeliveryGroup, ...]
    findings: tuple[Diagnostic, ...]


def read_deliveries(task: DeliveriesTask, _shelf: Shelf) -> tuple[Deliveries, None]:
    """A table as a task: a hundred thousand rows are read once, until a byte of them changes."""
    found = read_table(task.path, without_notes(task.data), MOST_ROWS)
    if found.sheet is None:
        return Deliveries(task.path, (), found.findings), None
    groups, findings = deliveries_of(found.sheet)
    return Deliveries(task.path, groups, (*found.findings, *findings)), None


READ: Task[DeliveriesTask, Deliveries] = Task("deliveries", read_deliveries)


def track_records(
    desk: Desk, tree: Tree, cards: Mapping[str, CraftCard], entered: Entered, today: date
) -> tuple[Records, tuple[Diagnostic, ...]]:
    """The records of the last twelve months; none, and no work, where there are no tables."""
    tables = desk.each("deliveries", (), tree.files, lambda some: [is_deliveries(one.path) for one in some])
    files = list(compress(tree.files, tables))
    if not files:
        return NO_RECORDS, ()
    digests, known, findings = load_digests(desk.project.root, files, desk.state.stats)
    desk.state.next_stats.update(known)
    paths = sorted(digests)

    def make(at: int) -> DeliveriesTask:
        path = paths[at]
        try:
            data = read_regular(real_path(desk.project.root, path), MOST_BYTES * 2)
        except OSError as gone:
            raise ChangedMeanwhile(path) from gone
        if digest_of(data) != digests[path]:
            raise ChangedMeanwhile(path)
        return DeliveriesTask(path, data)

    read = tuple(one.small for one in desk.memo.map(READ, [(path, digests[path]) for path in paths], make))
    names = craft_names((one.slug, one.id, one.title) for one in cards.values())
    told = frozenset(_not_on_the_site(tree, entered))
    records = records_of((group for table in read for group in table.groups), names.meant, today)
    return records, (
        *findings,
        *(one for table in read for one in table.findings),
        *(one for table in read for one in _findings(table, names, told, today)),
    )


def _findings(table: Deliveries, names: CraftNames, told: frozenset[str], today: date) -> Iterator[Diagnostic]:
    unknown: dict[str, int] = {}
    for group in table.groups:
        for row in future_rows(group, today)[:1]:
            yield error(
                CELL,
                Place(table.path, row),
                Words("到手的日期还没到", "the day of the delivery has not come yet"),
                Words("只记已经到手的", "only what has been delivered is recorded"),
            )
        if names.meant(group.craft) is None and group.craft not in told:
            unknown.setdefault(group.craft, group.first_row)
    for craft, row in unknown.items():
        yield warning(
            UNKNOWN_CRAFT,
            Place(table.path, row),
            Words(
                f"目录里没有“{craft[:40]}”，这些单只算进全店",
                f"the catalogue has no `{craft[:40]}`; these deliveries count for the shop alone",
            ),
            did_you_mean(craft, names.titles()),
        )


def _not_on_the_site(tree: Tree, entered: Entered) -> Iterator[str]:
    """What a craft may be called that was on the site, or is a draft: nobody is told that it is unknown."""
    for line in entered.gone:
        if line.kind == "craft":
            yield from (line.id, line.title)
    for found in tree.files:
        parts = found.path.split("/")
        if parts[:2] == ["content", "crafts"] and len(parts) > 3:
            yield parts[2]
