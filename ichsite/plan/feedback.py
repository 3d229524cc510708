"""Feedback: what people asked for, theme by theme, and what the workshop does about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ichsite.catalog.urls import FEEDBACK
from ichsite.model.feedback import Feedback, FeedbackStep, LedTo, Standing
from ichsite.model.record import Record
from ichsite.plan.alternates import alternates_of
from ichsite.plan.cards import craft_card
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.story import record_story
from ichsite.plan.views import FeedbackCardView, FeedbackListView, FeedbackView, Head, LedToView, Link
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import of_value

_IN_ORDER: tuple[Standing, ...] = ("doing", "considering", "done", "declined")
"""What is in hand comes first."""
Titles = Mapping[tuple[str, str], str]
"""Titles by kind and slug."""


def answered_feedback(material: Material) -> Iterator[tuple[Record[Feedback], tuple[FeedbackStep, ...]]]:
    """The themes about which something has been said by today, with what was said; the latest word first."""
    found = [(one, told) for one in material.catalog.feedback if (told := one.value.told(material.today))]
    yield from sorted(found, key=lambda one: (-one[1][-1].day.toordinal(), one[0].slug))


def feedback_specs(material: Material) -> Iterator[PageSpec]:
    """A page for each theme, and the list."""
    titles = _titles(material)
    by_standing: dict[Standing, list[FeedbackCardView]] = {standing: [] for standing in _IN_ORDER}
    for theme, told in answered_feedback(material):
        card = feedback_card(material, theme, told)
        by_standing[card.standing].append(card)
        yield _page(material, theme, told, card, titles)
    head = Head(
        material.say("What people asked for"),
        material.say("What buyers and viewers asked us for, and what we do about it."),
        FEEDBACK,
        beside=alternates_of(material, "feedback"),
    )
    groups: tuple[tuple[Standing, tuple[FeedbackCardView, ...]], ...]
    groups = tuple((standing, tuple(cards)) for standing in _IN_ORDER if (cards := by_standing[standing]))
    view = FeedbackListView(material.chrome, head, groups)
    yield _spec(material, FEEDBACK, "pages/feedback-list.html", view, (head, groups), "content/feedback")


def feedback_card(material: Material, theme: Record[Feedback], told: tuple[FeedbackStep, ...]) -> FeedbackCardView:
    """A theme in a list; `told` is what has been said of it, the latest last."""
    value, last = theme.value, told[-1]
    return FeedbackCardView(
        material.address("feedback", theme.slug),
        value.title,
        value.summary,
        last.standing,
        last.day,
        last.words,
        tuple(sorted(value.asked, key=lambda one: one.day, reverse=True)),
    )


def _page(
    material: Material,
    theme: Record[Feedback],
    told: tuple[FeedbackStep, ...],
    card: FeedbackCardView,
    titles: Titles,
) -> PageSpec:
    value = theme.value
    view = FeedbackView(
        material.chrome,
        Head(value.title, value.summary, card.url),
        card,
        record_story(material, theme),
        tuple(reversed(told)),
        tuple(led for one in value.led_to for led in _led_to(material, one, titles)),
        tuple(craft_card(material, one) for slug in value.crafts if (one := material.cards.get(slug)) is not None),
    )
    parts = (view.head, card, view.story, view.steps, view.led_to, view.crafts)
    return _spec(material, card.url, "pages/feedback.html", view, parts, theme.path)


def _titles(material: Material) -> Titles:
    """What a theme may have led to, besides crafts, as far as it is published."""
    catalog = material.catalog
    posts = (one for one in catalog.posts if one.value.published <= material.today)
    return {(one.kind, str(one.slug)): one.value.title for one in (*posts, *catalog.calls, *catalog.events)}


def _led_to(material: Material, one: LedTo, titles: Titles) -> Iterator[LedToView]:
    for kind, slug in one.named:
        if kind == "craft":
            if (card := material.cards.get(slug)) is not None:
                names = (offer.names.get(one.option) for offer in card.offers) if one.option is not None else ()
                option = next((name for name in names if name), "")
                yield LedToView("craft", Link(card.title, material.address("craft", slug)), option)
        elif (title := titles.get((kind, slug))) is not None:
            yield LedToView(kind, Link(title, material.address(kind, slug)))


def _spec(material: Material, url: UrlPath, template: str, view: object, parts: object, owner: str) -> PageSpec:
    return PageSpec(url, template, view, (("view", of_value(parts)), ("site", material.chrome_print)), owner)
