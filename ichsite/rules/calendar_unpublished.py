"""calendar-unpublished: dates in a year whose holidays are not published yet are estimates, and the owner knows it.

Passes: `calendar: {acknowledged_years: [2027]}` while deliveries reach into 2027, before its notice is out.
Fails: the same without 2027.
Source: the State Council's yearly notice on holidays, mostly in November; through the package `chinesecalendar`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "calendar-unpublished"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """One finding for the whole site."""
    reached = {year for card in whole.cards.values() for year in card.estimated_years}
    unpublished = whole.calendar.estimated_from
    if not reached or unpublished is None:
        return
    known = whole.catalog.site.value.calendar.acknowledged_years
    years = [year for year in range(unpublished.year, max(reached) + 1) if year not in known]
    if not years:
        return
    listed = "、".join(map(str, years)), ", ".join(map(str, years))
    yield warning(
        CODE,
        FieldOf(whole.catalog.site.path, ("calendar",), at_key=True),
        Words(
            f"有的作品要到 {listed[0]} 年才做好，那时的放假安排还没公布，日期只是估计",
            f"some deliveries reach into {listed[1]}, whose holidays are not published yet: those dates are estimates",
        ),
        Words(
            f"公布后升级 chinesecalendar；在此之前写 `calendar: {{acknowledged_years: [{listed[1]}]}}`，页面会标明“估计”",
            f"update chinesecalendar when they are; until then write `calendar: {{acknowledged_years: [{listed[1]}]}}`, and pages say so",
        ),
    )
