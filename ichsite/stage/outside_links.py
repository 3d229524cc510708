"""Outside links: where they stand, and, when somebody asks, whether they answer."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from ichsite import __version__
from ichsite.assess.card import CraftCard
from ichsite.assess.dossier import Dossier
from ichsite.catalog.catalog import Catalog
from ichsite.catalog.links import follow
from ichsite.external.ask import Answer, Manners
from ichsite.external.findings import outside_findings
from ichsite.external.host import is_placeholder
from ichsite.external.round import ask_all
from ichsite.model.material import Film
from ichsite.stage.desk import Desk
from ichsite.stage.known import Known
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.place import FieldOf, Where

INSIDE_TOO = "ICHSITE_ASK_INSIDE"
"""Set to 1 in the environment, never in content: hosts on this machine and in private networks are asked as well."""


@dataclass(frozen=True)
class Tried:
    """How the outside links of a site fared, in numbers of different addresses.

    `placeholders` are of hosts that stand for others in examples (RFC 2606) and were not asked; `unsure` said no to a
    program, as many do that let people in; `unasked` were left because their host wanted peace.
    """

    links: int
    asked: int
    placeholders: int
    unsure: int
    unasked: int


def try_outside_links(desk: Desk, known: Known) -> tuple[Tried, tuple[Diagnostic, ...]]:
    """Asks every outside address of the site once."""
    uses: defaultdict[str, list[Where]] = defaultdict(list)
    for url, where in outside_links(desk, known):
        if where not in uses[url]:
            uses[url].append(where)
    asked = [url for url in uses if not is_placeholder(_host(url))]
    answers = ask_all(asked, _manners(known), desk.told("outside"))
    tried = Tried(
        len(uses),
        len(asked) - _count(answers.values(), "unasked"),
        len(uses) - len(asked),
        _count(answers.values(), "unsure"),
        _count(answers.values(), "unasked"),
    )
    return tried, tuple(outside_findings(uses, answers))


def outside_links(desk: Desk, known: Known) -> Iterator[tuple[str, Where]]:
    """Every outside address and its place: of stories in all languages, of orders, accounts, replays, films, calls for ideas, polls and events."""
    yield from _story_links(known.catalog, known.cards.values(), known)
    for edition in known.editions:
        yield from _story_links(edition.catalog, edition.cards.values(), known)
    for at, account in enumerate(known.catalog.site.value.accounts):
        if account.url is not None:
            yield account.url, FieldOf(known.catalog.site.path, ("accounts", at, "url"))
    invitation = known.catalog.site.value.invitation
    for at, place in enumerate(invitation.places if invitation is not None else ()):
        if place.url is not None:
            yield place.url, FieldOf(known.catalog.site.path, ("invitation", "places", at, "url"))
    for stream in known.catalog.streams:
        if stream.value.replay is not None:
            yield stream.value.replay, FieldOf(stream.path, ("replay",))
    for call in known.catalog.calls:
        for at, answer in enumerate(call.value.answers):
            if answer.url is not None:
                yield answer.url, FieldOf(call.path, ("answers", at, "url"))
    for poll in known.catalog.polls:
        for name in ("answers", "counts"):
            for at, one in enumerate(getattr(poll.value, name)):
                if one.url is not None:
                    yield one.url, FieldOf(poll.path, (name, at, "url"))
    for material in known.catalog.materials:
        if isinstance(material.value, Film) and material.value.url is not None:
            yield material.value.url, FieldOf(material.path, ("url",))
    for event in known.catalog.events:
        if event.value.online is not None and event.value.online.url is not None:
            yield event.value.online.url, FieldOf(event.path, ("online", "url"))
        for at, answer in enumerate(event.value.sign_up):
            if answer.url is not None:
                yield answer.url, FieldOf(event.path, ("sign_up", at, "url"))
    for slug, card in known.cards.items():
        if any(offer.has_order_link for offer in card.offers):
            dossier: Dossier = desk.memo.take(known.dossiers[slug])
            for one in dossier.offers:
                if one.offer.order is not None:
                    field = ("offers", one.position, "order", "url")
                    yield one.offer.order.url, FieldOf(dossier.customization.path, field)


def _story_links(catalog: Catalog, cards: Iterable[CraftCard], known: Known) -> Iterator[tuple[str, Where]]:
    places = known.linkable
    links = [link for card in cards for link in card.links]
    for record in catalog.told:
        links += record.story.links
    for link in links:
        if link.target.lower().startswith(("http://", "https://")):
            found = follow(link.target, link.place.path, places)
            # one of the site's own, written in full, is checked as such
            if getattr(found, "kind", None) == "external":
                yield link.target, link.place


def _manners(known: Known) -> Manners:
    base_url = known.catalog.site.value.base_url
    home = "" if is_placeholder(_host(base_url)) else f"; {base_url}"
    agent = f"ichsite/{__version__} (link check{home})".encode("ascii", "ignore").decode()
    everywhere = os.environ.get(INSIDE_TOO) == "1"
    return Manners(agent, pause=0.0 if everywhere else 0.5, inside=frozenset({_host(base_url)}), everywhere=everywhere)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def _count(answers: Iterable[Answer], outcome: str) -> int:
    return sum(one.outcome == outcome for one in answers)
