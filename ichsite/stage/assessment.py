"""assess: every craft examined on the day, with the calendar of that day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ichsite.assess.audience import Fits, fits_of, guide_pages
from ichsite.assess.calendar import WorkCalendar, calendar_from
from ichsite.assess.card import CraftCard
from ichsite.catalog.address_book import AddressBook
from ichsite.catalog.catalog import Catalog, CraftParts
from ichsite.engine.memo import Result, Task
from ichsite.model.shelf import Shelf
from ichsite.rules.examine import Examined, ExamineTask, common_print, examine, examine_print
from ichsite.stage.desk import Desk
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import of_parts


def make_calendar(today: date, _shelf: Shelf) -> tuple[WorkCalendar, None]:
    """The working days from `today`, as a task."""
    return calendar_from(today), None


CALENDAR: Task[date, WorkCalendar] = Task("calendar", make_calendar)
EXAMINE: Task[ExamineTask, Examined] = Task("examine", examine)


def work_calendar(desk: Desk, today: date) -> WorkCalendar:
    """The working days from `today`."""
    return desk.memo.map(CALENDAR, [of_parts(today.isoformat())], lambda _: today)[0].small


def examine_crafts(desk: Desk, catalog: Catalog, calendar: WorkCalendar, today: date) -> dict[str, Result[Examined]]:
    """Each craft's card, findings and dossier (held), by slug."""
    settings = catalog.site.value.assessment
    crafts = desk.kept("crafts", catalog.crafts)

    def examined(some: Sequence[CraftParts]) -> list[Result[Examined]]:
        common = common_print(settings, calendar, today)
        tasks = [ExamineTask(parts, settings, calendar, today) for parts in some]
        prints = [examine_print(task, common) for task in tasks]
        return desk.memo.map(EXAMINE, prints, lambda at: tasks[at], desk.told("examine"))

    results = desk.each("examined", (settings, calendar, today), crafts, examined)
    desk.memo.use([one.held.key for one in results])
    return {parts.slug: result for parts, result in zip(crafts, results, strict=True)}


def fit_audiences(desk: Desk, catalog: Catalog, cards: Mapping[str, CraftCard]) -> Fits:
    """What fits each audience of the catalogue."""
    rules = tuple((str(one.slug), one.value.rules) for one in catalog.audiences)
    listed = tuple(sorted(cards.values(), key=lambda one: one.slug)) if rules else ()
    return desk.again("fits", (rules, listed), lambda: fits_of(rules, listed))


def guide_addresses(catalog: Catalog, fits: Fits, book: AddressBook) -> tuple[UrlPath, ...]:
    """The addresses of the further pages of all guides."""
    return tuple(guide_pages(fits, book, catalog.site.value.cards_per_page))
