"""The versions of a design session: what was shown, asked, chosen, proposed and judged."""

from __future__ import annotations

from ichsite.catalog.picture_path import picture_use
from ichsite.model.design import Design, DesignQuestion, DesignSuggestion, Feasibility
from ichsite.model.idea import Threshold
from ichsite.model.picture import Picture
from ichsite.model.record import Record
from ichsite.plan.cards import craft_link, master_link
from ichsite.plan.material import Material
from ichsite.plan.views import (
    DesignQuestionView,
    DesignSuggestionView,
    DesignVersionView,
    FeasibilityView,
    Link,
    PictureView,
    ThresholdView,
)
from ichsite.plan.votes import votes_view
from ichsite.text.place import FieldPath


def version_views(material: Material, design: Record[Design]) -> tuple[DesignVersionView, ...]:
    """The versions whose day has come, in their order, with the numbers that they have in the file."""
    value, today = design.value, material.today
    goes_on = value.days(today).state(today) in ("asking", "sketching")
    confirmed = value.confirmed.version if value.confirmed is not None and value.confirmed.day <= today else 0
    shown = value.shown(today)
    return tuple(
        DesignVersionView(
            at + 1,
            one.day,
            one.title,
            one.words,
            tuple(
                view
                for number, picture in enumerate(one.pictures)
                if (view := _picture(material, design, picture, ("versions", at, "pictures", number))) is not None
            ),
            _question(material, design, at, one.asked, open=goes_on and one is shown[-1])
            if one.asked is not None
            else None,
            tuple(_suggestion(material, suggested) for suggested in one.suggestions),
            _judged(material, one.feasibility, value.master) if one.feasibility is not None else None,
            at + 1 == confirmed,
        )
        for at, one in enumerate(value.versions)
        if one.day <= today
    )


def _question(
    material: Material, design: Record[Design], at: int, asked: DesignQuestion, *, open: bool
) -> DesignQuestionView:
    named = next((one for one, _ in material.polls if one.slug == asked.poll), None)
    path, field = (design.path, ("versions", at, "asked", "options")) if named is None else (named.path, ("options",))
    return DesignQuestionView(
        asked.question or "",
        votes_view(material, asked, asked.chosen, path, field),
        asked.closes,
        open and not asked.chosen,
        asked.because or "",
        Link(named.value.title, material.address("poll", named.slug)) if named is not None else None,
    )


def _suggestion(material: Material, one: DesignSuggestion) -> DesignSuggestionView:
    threshold = None
    if one.threshold is not None and (craft := craft_link(material, one.threshold.craft)) is not None:
        threshold = _threshold(material, one.threshold, craft)
    return DesignSuggestionView(
        one.words, one.taken, one.reason or "", threshold, one.credit.name if one.credit is not None else ""
    )


def _threshold(material: Material, limit: Threshold, craft: Link) -> ThresholdView:
    """The place on the craft's page: the option, or else its tier."""
    anchor = f"change-{limit.tier}-{limit.option}" if limit.option is not None else f"change-{limit.tier}"
    offers = material.cards[limit.craft].offers
    names = next((one.names for one in offers if one.tier == limit.tier), dict[str, str]())
    return ThresholdView(craft, names.get(limit.option or "", ""), anchor)


def _judged(material: Material, one: Feasibility, of_session: str | None) -> FeasibilityView:
    slug = one.master or of_session
    master = material.master(slug) if slug is not None else None
    return FeasibilityView(
        one.verdict, one.words, master_link(material, slug), master.value.level if master is not None else None
    )


def _picture(material: Material, design: Record[Design], one: Picture | None, field: FieldPath) -> PictureView | None:
    return material.picture(picture_use(design.path, one, field)) if one is not None else None
