"""Dates counted in the browser are Python's: the sums over ten thousand productions, the words, whole pages later on."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from ichsite.assess.calendar import WorkCalendar, calendar_from
from ichsite.assess.window import Window, delivery_window
from ichsite.model.span import DayRange
from ichsite.plan.calendar_file import YEARS, calendar_file, clock_of
from ichsite.plan.timeline import plan_text
from ichsite.plan.views import Chrome, CraftView
from ichsite.plan.views.figures import Tick
from ichsite.render.filters import Speech
from ichsite.text.words import Language
from tests.browser.server import serving
from tests.invariants.demonstration import built_demonstration
from tests.plan.productions import DAYS, FIRST, any_day, any_production
from tests.render.samples import BASE, LANGUAGES, chrome, craft_view, default_theme, theme_of
from tests.sites_support import ichsite

SCRIPT = Path(__file__).parents[2] / "themes" / "default" / "static" / "js" / "dates.js"
CASES, BATCH = 10_500, 1_500
BUILT, LATER, CRAFTS = date(2026, 11, 22), (40, 75), 10
COUNT = """cases => {
  const read = window.ichsiteDates.readCalendar(window.ichsiteCalendar)
  return cases.map(one => window.ichsiteDates.count(window.ichsiteDates.readPlan(one[0]), one[1], read))
}"""
FIGURES = """() => [...document.querySelectorAll('[data-when], [data-timeline], [data-estimated]')].map(
  one => [one.tagName, one.hidden, one.hasAttribute('data-timeline') ? one.outerHTML.replace(/>\\s+/g, '>').replace(/\\s+</g, '<') : one.innerHTML])"""


@dataclass(frozen=True)
class Bench:
    """A page with nothing on it but the script and the calendar."""

    page: Any
    calendar: WorkCalendar


@pytest.fixture(scope="module")
def bench(browser: Any) -> Iterator[Bench]:
    page = browser.new_page()
    calendar = calendar_from(date(FIRST.year, 1, 1))
    page.add_script_tag(content=calendar_file(calendar).data.decode())
    page.add_script_tag(content=SCRIPT.read_text("utf-8"))
    yield Bench(page, calendar)
    page.close()


def number(day: date) -> int:
    """A day as script counts it."""
    return (day - date(1970, 1, 1)).days


def expected(window: Window) -> dict[str, Any]:
    """A window as script gives it."""
    return {
        "stages": [[number(day) for day in stage.ends] for stage in window.stages],
        "begins": [[number(day) for day in stage.begins] for stage in window.stages],
        "ready": [number(day) for day in window.ready],
        "delivered": [number(day) for day in window.delivered],
        "days": [window.days.lowest, window.days.highest],
        "season": [window.season_wait_days.lowest, window.season_wait_days.highest],
        "estimated": window.estimated,
    }


def counted(found: dict[str, Any]) -> dict[str, Any]:
    """What script gave, without the ways that it went."""
    begins = [[run["stages"][at]["begun"] for run in found["runs"]] for at in range(len(found["stages"]))]
    return {"begins": begins, **{name: value for name, value in found.items() if name != "runs"}}


def test_ten_thousand_productions_are_counted_alike(bench: Bench):
    chance = random.Random(20261122)  # noqa: S311
    end = date(bench.calendar.start.year + YEARS - 1, 12, 31)
    beyond, seasons, estimates, days = 0, 0, 0, set[date]()
    for _ in range(CASES // BATCH):
        pairs = [(any_production(chance), any_day(chance)) for _ in range(BATCH)]
        windows = [delivery_window(production, today, bench.calendar) for production, today in pairs]
        asked = [
            [plan_text(one, window.queue_days), number(today)]
            for (one, today), window in zip(pairs, windows, strict=True)
        ]
        for (production, today), window, found in zip(pairs, windows, bench.page.evaluate(COUNT, asked), strict=True):
            if found is None:
                assert window.ready[1] > end
                beyond += 1
                continue
            assert counted(found) == expected(window), (production, today)
            seasons += window.season_wait_days.highest > 0
            estimates += window.estimated
            days.add(today)
    assert seasons > CASES / 20
    assert CASES / 20 < estimates < CASES
    assert len(days) == DAYS
    assert CASES - beyond > 10_000


def test_a_window_beyond_the_calendar_is_not_counted(bench: Bench):
    last = date(FIRST.year + 4, 12, 20)
    assert bench.page.evaluate(COUNT, [["0,0;2,30,0,0;1,2", number(last)]]) == [None]
    assert bench.page.evaluate(COUNT, [["0,0;2,3,900,900;1,2", number(last)]])[0] is not None


@pytest.fixture(scope="module", params=LANGUAGES)
def said(request: pytest.FixtureRequest, browser: Any) -> Iterator[tuple[Any, Speech]]:
    """A page in that language with what `macros/time.html` hands to script, and the filters of the same language."""
    from dataclasses import replace

    from ichsite.render.environment import environment
    from ichsite.render.page import render_page

    language: Language = request.param
    trial = theme_of(
        pages__clock='{# A clock. #}{% from "macros/time.html" import clock as the_clock %}{{ the_clock(clock, chrome, offers) }}'
    )
    macros = tuple(pair for pair in default_theme().templates if pair[0] == "macros/time.html")
    theme = replace(trial, templates=(*trial.templates, *macros))
    frame: Chrome = chrome(language=language)
    view: CraftView = craft_view(
        chrome=frame, clock=clock_of("Asia/Shanghai", frame.today, calendar_file(calendar_from(FIRST)).url)
    )
    page = browser.new_page()
    page.set_content(render_page("pages/clock.html", view, environment(theme, BASE, language, "CNY")))
    page.add_script_tag(content=SCRIPT.read_text("utf-8"))
    yield page, Speech(BASE, language, "CNY", theme.catalogue(language))
    page.close()


def test_days_are_written_as_python_writes_them(said: tuple[Any, Speech]):
    page, speech = said
    days = [FIRST + timedelta(days=offset) for offset in range(800)]
    forms = ("day", "month", "year")
    found = page.evaluate(
        """([days, forms, today]) => {
          const say = window.ichsiteDates.words(document.getElementById('clock'))
          return days.map(day => [say.far(day), say.near(day, today), ...forms.map(form => say.tick({day, form}))])
        }""",
        [[number(day) for day in days], list(forms), number(BUILT)],
    )
    for day, texts in zip(days, found, strict=True):
        ticks = [tick_words(speech, Tick(0.0, day, form)) for form in forms]
        assert texts == [speech.day(day), speech.day_short(day, BUILT), *ticks]


def tick_words(speech: Speech, tick: Tick) -> str:
    """As `macros/timeline.html` names a tick."""
    if tick.form == "day":
        return speech.day_short(tick.day)
    month = speech.month(tick.day.month)
    return (
        month
        if tick.form == "month"
        else speech.gettext("%(month)s %(year)s") % {"month": month, "year": tick.day.year}
    )


def test_spans_of_days_are_written_as_python_writes_them(said: tuple[Any, Speech]):
    page, speech = said
    spans = [(0, 0), (0, 1), (1, 1), (1, 2), (12, 18), (40, 40)]
    found = page.evaluate(
        "spans => spans.map(window.ichsiteDates.words(document.getElementById('clock')).days)",
        [list(one) for one in spans],
    )
    assert found == [speech.days(DayRange(*one)) for one in spans]
    to = page.evaluate("window.ichsiteDates.words(document.getElementById('clock')).to")
    assert f"A{to}B" == speech.gettext("%(first)s to %(last)s") % {"first": "A", "last": "B"}


@pytest.fixture(scope="module")
def built_on(built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[date, Path]:
    """The demonstration site as it is built on several days, with the pictures that it has."""
    root = tmp_path_factory.mktemp("days") / "site"
    shutil.copytree(built["/"].with_name("site"), root)
    found = {BUILT: built_demonstration(root, "/")}
    for days in LATER:
        day = BUILT + timedelta(days=days)
        output = root.with_name(f"on-{day}")
        run = ichsite(root, "build", "--today", day.isoformat(), "--output", str(output))
        assert run.code == 0, run.err
        found[day] = output
    return found


def noted(asked: list[str]) -> Callable[[Any], None]:
    """A listener that writes down what a page asks for."""
    return lambda one: asked.append(one.url)


def opened(browser: Any, address: str, now: str, **settings: Any) -> tuple[Any, list[str]]:
    """A page on a day, when its script has done its work, and what it asked for."""
    page = browser.new_context(**settings).new_page()
    return at(page, address, now, silent=not settings.get("java_script_enabled", True))


def at(page: Any, address: str, now: str, *, silent: bool = False) -> tuple[Any, list[str]]:
    """The same in a page that is open already."""
    asked: list[str] = []
    page.on("request", noted(asked))
    if not silent:
        page.clock.set_fixed_time(now)
    page.goto(address, wait_until="domcontentloaded")
    return page, asked


def recounted(browser: Any, address: str, day: date) -> Any:
    """A page opened on a later day, its dates counted anew."""
    return counted_anew(opened(browser, address, f"{day}T04:00:00Z")[0], day)


def counted_anew(page: Any, day: date) -> Any:
    """The page, when its dates have been counted from `day`."""
    page.wait_for_selector(f"#clock[data-counted-from='{day}']", state="attached", timeout=30_000)
    return page


@pytest.mark.parametrize("days", LATER)
def test_later_the_page_shows_what_a_build_of_that_day_would(browser: Any, built_on: dict[date, Path], days: int):
    day = BUILT + timedelta(days=days)
    crafts = sorted(path.parent.name for path in (built_on[BUILT] / "crafts").glob("*/index.html"))
    timelines = 0
    with serving(built_on[BUILT]) as old, serving(built_on[day]) as new:
        page, fresh = browser.new_context().new_page(), browser.new_context().new_page()
        for slug in crafts:
            counted_anew(at(page, f"{old.home}crafts/{slug}/", f"{day}T04:00:00Z")[0], day)
            _, asked = at(fresh, f"{new.home}crafts/{slug}/", f"{day}T04:00:00Z")
            shown, wanted = page.evaluate(FIGURES), fresh.evaluate(FIGURES)
            assert shown == wanted, slug
            assert not [one for one in asked if "calendar" in one]
            timelines += sum("<svg" in html for _, _, html in shown)
        page.context.close()
        fresh.context.close()
    assert len(crafts) >= CRAFTS
    assert timelines >= CRAFTS


def test_forty_days_later_the_dates_have_moved(browser: Any, built_on: dict[date, Path]):
    day = BUILT + timedelta(days=40)
    with serving(built_on[BUILT]) as host:
        address = f"{host.home}crafts/celadon-vase/"
        before, _ = opened(browser, address, f"{BUILT}T04:00:00Z")
        after = recounted(browser, address, day)
        assert before.locator("[data-when=today]").first.inner_text() == "2026年11月22日"
        assert after.locator("[data-when=today]").first.inner_text() == "2027年1月1日"
        assert before.evaluate(FIGURES) != after.evaluate(FIGURES)
        assert after.locator("[data-counted]").first.is_visible()
        assert not before.locator("[data-counted]").first.is_visible()
        assert not after.locator("#clock-stopped").is_visible()


@pytest.mark.parametrize(
    ("now", "day"), [("2026-11-22T15:59:00Z", "2026年11月22日"), ("2026-11-22T16:00:00Z", "2026年11月23日")]
)
def test_a_day_begins_on_the_clock_of_the_site(browser: Any, built_on: dict[date, Path], now: str, day: str):
    with serving(built_on[BUILT]) as host:
        page, _ = opened(browser, f"{host.home}crafts/celadon-vase/", now, timezone_id="America/New_York")
        page.wait_for_function("day => document.querySelector('[data-when=today]').textContent === day", arg=day)


def test_an_engine_without_zones_counts_with_the_offset(browser: Any, built_on: dict[date, Path]):
    with serving(built_on[BUILT]) as host:
        page = browser.new_context(timezone_id="America/New_York").new_page()
        page.clock.set_fixed_time("2026-11-22T16:00:00Z")
        page.add_init_script("Intl.DateTimeFormat = function () { throw new RangeError('no zones') }")
        page.goto(f"{host.home}crafts/celadon-vase/")
        page.wait_for_function("document.querySelector('[data-when=today]').textContent === '2026年11月23日'")


@pytest.mark.parametrize("now", ["2026-11-20T04:00:00Z", "2031-06-01T04:00:00Z"], ids=["before", "beyond"])
def test_where_nothing_can_be_counted_the_dates_of_the_build_stand(browser: Any, built_on: dict[date, Path], now: str):
    with serving(built_on[BUILT]) as host:
        address = f"{host.home}crafts/celadon-vase/"
        page, _ = opened(browser, address, now)
        silent, _ = opened(browser, address, now, java_script_enabled=False)
        page.wait_for_timeout(300)
        assert page.locator("#clock-stopped").is_visible() == (now > "2030")
        when = "[data-when]"
        assert page.locator(when).all_text_contents() == silent.locator(when).all_text_contents()
        assert not silent.locator("#clock-stopped").is_visible()
