"""The pages of thanks: one a year, for whoever is named with consent; nobody twice, nobody ranked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ichsite.catalog.thanks import Thanked, thanked
from ichsite.catalog.urls import THANKS, below
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import Head, Link, ThankedView, ThanksReason, ThanksView
from ichsite.text.address import Slug
from ichsite.text.fingerprint import of_value


def thanks_specs(material: Material) -> Iterator[PageSpec]:
    """A page for each year that has somebody to thank, and one that leads to them; none where nobody is named."""
    by_year: defaultdict[int, list[Thanked]] = defaultdict(list)
    for one in thanked(material.catalog, material.cards, material.today):
        by_year[one.day.year].append(one)
    years = tuple(Link(str(year), below(THANKS, Slug(str(year)))) for year in sorted(by_year, reverse=True))
    if not years:
        return
    about = material.say("Who thought along and showed what came, named as they wish.")
    yield _page(material, Head(material.say("Our thanks"), about, THANKS), None, years, ())
    for link in years:
        title = material.say("Thanks, %(year)s") % {"year": link.title}
        people = _people(material, by_year[int(link.title)])
        yield _page(material, Head(title, about, link.url), int(link.title), years, people)


def _people(material: Material, named: list[Thanked]) -> tuple[ThankedView, ...]:
    """Each name once with all that it is thanked for, in the order in which the names were given."""
    reasons: defaultdict[str, list[ThanksReason]] = defaultdict(list)
    for one in named:
        reason = ThanksReason(one.kind, one.title, material.address(one.kind, one.slug), one.anchor)
        if reason not in reasons[one.name]:
            reasons[one.name].append(reason)
    return tuple(ThankedView(name, tuple(what)) for name, what in reasons.items())


def _page(
    material: Material, head: Head, year: int | None, years: tuple[Link, ...], people: tuple[ThankedView, ...]
) -> PageSpec:
    view = ThanksView(material.chrome, head, year, years, people)
    parts = (("thanks", of_value((head, year, years, people))), ("site", material.chrome_print))
    return PageSpec(head.url, "pages/thanks.html", view, parts, "content/ideas")
