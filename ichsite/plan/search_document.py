"""Documents: what the search knows of each page, and its terms by how much they weigh."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from ichsite.assess.card import CraftCard
from ichsite.assess.dossier import Dossier
from ichsite.catalog.texts import story_text
from ichsite.model.material import Motif, Palette
from ichsite.model.offer import Customization
from ichsite.model.option import ChoiceOption, ColourOption
from ichsite.model.record import Record
from ichsite.model.shelf import Shelf
from ichsite.model.story import Story
from ichsite.plan.consent import shown_buyer
from ichsite.plan.feedback import answered_feedback
from ichsite.plan.library import materials_in_order
from ichsite.plan.material import Material
from ichsite.plan.posts import posts_newest_first
from ichsite.plan.search_words import spoken_terms, terms_of
from ichsite.text.address import ItemKind, UrlPath
from ichsite.text.fingerprint import Fingerprint, of_value

TEXT_CHARACTERS = 1000
"""So much of a page's text is searched, its options and outcomes first; title, summary and tags always are."""


@dataclass(frozen=True)
class Document:
    """A page as the search shows it, and its terms, a space between them: of its title, its tags, its text."""

    url: UrlPath
    kind: ItemKind
    title: str
    line: str
    also: str
    text: str
    strong: str
    middle: str
    weak: str


@dataclass(frozen=True)
class ToldTask:
    """Any other page to be read for the search; `story` is None where its text is not searched, `said` is what it says besides."""

    url: UrlPath
    kind: ItemKind
    title: str
    line: str
    also: tuple[str, ...]
    story: Story | None
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class CraftDocumentTask:
    """A craft to be read for the search: the key of its dossier, and the words that stand elsewhere."""

    dossier: bytes
    url: UrlPath
    category: str
    masters: tuple[str, ...]


def craft_document_tasks(material: Material) -> tuple[tuple[CraftDocumentTask, Fingerprint], ...]:
    """A task for each craft with its fingerprint, by slug. A new day changes the dossier, and no word of it."""
    return material.each(_craft_document_task, material.cards_by_slug)


def _craft_document_task(material: Material, card: CraftCard) -> tuple[CraftDocumentTask, Fingerprint]:
    key, _ = material.dossiers[card.slug]
    url, category = material.address("craft", card.slug), material.say.term("category", card.category)
    names = tuple(one.value.title for slug in card.masters if (one := material.master(slug)) is not None)
    return CraftDocumentTask(key, url, category, names), of_value((material.said[card.slug], url, category, names))


def craft_document(task: CraftDocumentTask, shelf: Shelf) -> Document:
    """The document of a craft."""
    dossier: Dossier = shelf.take(task.dossier)
    craft = dossier.craft.value
    also = (*craft.tags, craft.region, *task.masters, task.category, *craft.uses, craft.code or "")
    said = (*_customization_words(dossier.customization.value), story_text(dossier.craft.story))
    return document_of(task.url, "craft", craft.title, craft.summary, also, said)


def told_tasks(material: Material) -> Iterator[ToldTask]:
    """A task for everything that is no craft; a kind after the other, each in the order of its list."""
    catalog, cards, say = material.catalog, material.cards, material.say
    for record in catalog.masters:
        master = record.value
        also = (master.project, master.region, master.trade_title or "", say.term("master-level", master.level))
        yield _told(material, record, "master", master.summary, also)
    for record in sorted(catalog.showcases, key=lambda one: (one.value.received, one.slug), reverse=True):
        shown = record.value
        if (craft := cards.get(shown.craft)) is not None:
            also = (craft.title, *shown.tags, say.term("tier", shown.tier), shown_buyer(shown) or "", shown.scene or "")
            yield ToldTask(
                material.address("showcase", record.slug),
                "showcase",
                shown.title,
                shown.words,
                also,
                None,
                tuple(one.words for one in shown.later),
            )
    for record in sorted(catalog.streams, key=lambda one: (one.value.starts, one.slug), reverse=True):
        stream = record.value
        crafts = (cards[one.craft].title for one in stream.crafts if one.craft in cards)
        yield _told(
            material, record, "stream", stream.summary, (say.term("platform", stream.platform), stream.host, *crafts)
        )
    for record, _ in material.calls:
        call = record.value
        titles = (cards[one].title for one in call.crafts if one in cards)
        wants = (*call.wants.uses, *call.wants.occasions) if call.wants is not None else ()
        yield _told(material, record, "call", call.question, (*wants, *titles))
    for record, _ in material.polls:
        poll = record.value
        titles = (cards[one].title for one in poll.crafts if one in cards)
        yield _told(material, record, "poll", poll.question, (*(one.label for one in poll.options), *titles))
    for record in material.ideas:
        titles = (cards[one].title for one in record.value.crafts if one in cards)
        said = tuple(f"{one.words} {one.reason or ''}" for one in record.value.answered)
        yield replace(_told(material, record, "idea", record.value.summary, tuple(titles)), said=said)
    for record in materials_in_order(material):
        one = record.value
        meaning = one.meaning if isinstance(one, Motif) else ""
        names = tuple(colour.label for colour in one.colours) if isinstance(one, Palette) else ()
        also = (say.term("material-kind", one.kind), *one.tags, *one.occasions, *one.suits, one.region or "", *names)
        yield _told(material, record, "material", f"{one.summary} {meaning}".strip(), also)
    for record in material.designs.ordered:
        design = record.value
        titles = (cards[one].title for one in design.crafts if one in cards)
        shown = (one.title for one in design.shown(material.today))
        yield _told(material, record, "design", design.summary, (*titles, *shown))
    for record in catalog.audiences:
        audience = record.value
        yield _told(material, record, "audience", audience.summary, (*audience.for_whom, *audience.tips))
    for record, _ in material.events.ordered:
        event = record.value
        titles = (cards[one].title for one in event.crafts if one in cards)
        place = event.place.name if event.place is not None else ""
        yield _told(material, record, "event", event.summary, (say.term("event-kind", event.kind), place, *titles))
    for record, _ in answered_feedback(material):
        titles = (cards[one].title for one in record.value.crafts if one in cards)
        yield _told(material, record, "feedback", record.value.summary, tuple(titles))
    for record in posts_newest_first(material):
        yield _told(material, record, "post", record.value.summary, (*record.value.tags, record.value.author))
    for record in catalog.pages:
        yield _told(material, record, "page", record.value.summary, ())


def told_document(task: ToldTask) -> Document:
    """The document of a page that is no craft's."""
    said = (*task.said, *((story_text(task.story),) if task.story is not None else ()))
    return document_of(task.url, task.kind, task.title, task.line, task.also, said)


def _told(material: Material, record: Record[Any], kind: ItemKind, line: str, also: tuple[str, ...]) -> ToldTask:
    return ToldTask(material.address(kind, record.slug), kind, record.value.title, line, also, record.story)


def document_of(
    url: UrlPath, kind: ItemKind, title: str, line: str, also: Iterable[str], said: Iterable[str]
) -> Document:
    """A term counts where it weighs most: in the title, in the tags, in the text."""
    words = tuple(dict.fromkeys(filter(None, also)))
    text = re.sub(r"\s+", " ", " ".join(said))[:TEXT_CHARACTERS].strip()
    strong = terms_of(title) | spoken_terms(title)
    middle: dict[str, None] = {}
    for word in words:
        middle |= terms_of(word) | spoken_terms(word)
    weak = terms_of(f"{line}\n{text}")
    return Document(
        url,
        kind,
        title,
        re.sub(r"\s+", " ", line),
        " · ".join(words),
        text,
        " ".join(strong),
        " ".join(term for term in middle if term not in strong),
        " ".join(term for term in weak if term not in strong and term not in middle),
    )


def _customization_words(customization: Customization) -> Iterator[str]:
    """What may be chosen and what may come of it, each word once."""
    found: dict[str, None] = {}
    for offer in customization.offers:
        for option in offer.options:
            found[option.label] = None
            if isinstance(option, ChoiceOption):
                found.update(dict.fromkeys(value.label for value in option.values))
            elif isinstance(option, ColourOption):
                found.update(dict.fromkeys(colour.label for colour in option.palette))
    for outcome in customization.randomness.outcomes:
        found.update({outcome.name: None, outcome.words: None})
    yield from found
