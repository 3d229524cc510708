"""The offers of a craft and what chance makes of it as views, for each page that shows them: the craft's and its order brief."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ichsite.assess.card import CraftCard, option_words
from ichsite.assess.dossier import AssessedOffer, Dossier
from ichsite.catalog.picture_path import PictureUse, picture_path, picture_use
from ichsite.model.offer import Offer
from ichsite.model.option import PictureOption
from ichsite.model.shelf import Shelf
from ichsite.plan.library import shown_materials
from ichsite.plan.material import Material
from ichsite.plan.scale import scales_of
from ichsite.plan.see import see_of
from ichsite.plan.see_parts import SeeParts, see_parts
from ichsite.plan.timeline import plan_text, timeline
from ichsite.plan.views import OfferView, OutcomeView, PictureView, ShownMaterialView, StageLine
from ichsite.text.place import FieldOf


@dataclass(frozen=True)
class OfferParts:
    """What the offers of a craft are shown with, beside its dossier: the pictures that its customisation names, by their
    path in the project, the material library by its names, the drawings of previews. A sample of fewer pieces than
    `small_sample` is called small."""

    pictures: tuple[tuple[str, PictureView], ...]
    library: tuple[tuple[str, ShownMaterialView], ...]
    see: SeeParts
    small_sample: int


def offer_parts(material: Material, card: CraftCard) -> OfferParts:
    """The parts of one craft; they belong to a page's recipe and to its fingerprint."""
    return OfferParts(
        shown_pictures(
            material, (use for use in card.pictures if isinstance(use.where, FieldOf) and use.where.path != card.path)
        ),
        shown_materials(material, card),
        see_parts(material, card),
        material.catalog.site.value.assessment.small_sample,
    )


def shown_pictures(material: Material, uses: Iterable[PictureUse]) -> tuple[tuple[str, PictureView], ...]:
    """Those of the pictures that can be shown, by their path in the project."""
    return tuple(
        (use.path, view) for use in uses if use.path is not None and (view := material.picture(use)) is not None
    )


def sample_is_small(dossier: Dossier, parts: OfferParts) -> bool:
    """Whether the shares of a craft's outcomes were counted among few pieces."""
    sample = dossier.customization.value.randomness.sample
    return sample is not None and sample.pieces < parts.small_sample


def offer_views(dossier: Dossier, parts: OfferParts, shelf: Shelf) -> tuple[OfferView, ...]:
    """Every offer of a craft, in the order of its file."""
    randomness, small = dossier.customization.value.randomness, sample_is_small(dossier, parts)
    pictures, library, path = dict(reversed(parts.pictures)), dict(parts.library), dossier.customization.path
    return tuple(
        replace(
            _offer(one, path, pictures, library),
            see=see_of(one.offer, randomness, dossier.shares, small, parts.see, shelf),
        )
        for one in dossier.offers
    )


def shown_picture(use: PictureUse, pictures: Mapping[str, PictureView]) -> PictureView | None:
    """A published picture with the words and labels of this use: one file may stand in several places."""
    view = pictures.get(use.path) if use.path is not None else None
    if view is None:
        return None
    return replace(view, alt=use.alt, caption=use.caption, illustration=use.illustration, ai_generated=use.ai_generated)


def outcome_views(dossier: Dossier, pictures: Mapping[str, PictureView]) -> tuple[OutcomeView, ...]:
    """The outcomes of a craft's chance with their shares and pictures."""
    shares = {share.outcome: share for share in dossier.shares}
    path = dossier.customization.path
    return tuple(
        OutcomeView(
            one.id,
            one.name,
            one.words,
            one.count,
            shares.get(one.id),
            shown_picture(picture_use(path, one.picture, ("randomness", "outcomes", at, "picture")), pictures)
            if one.picture is not None
            else None,
        )
        for at, one in enumerate(dossier.customization.value.randomness.outcomes)
    )


def _examples(offer: Offer, path: str, pictures: Mapping[str, PictureView]) -> dict[str, PictureView]:
    """What `picture` options want, shown: the words of each are the option's."""
    wanted = [one for one in offer.options if isinstance(one, PictureOption) and one.example is not None]
    return {
        option.id: replace(view, alt=option.wanted, caption="")
        for option in wanted
        if (view := pictures.get(picture_path(path, option.example or "") or "")) is not None
    }


def _offer(
    assessed: AssessedOffer,
    path: str,
    pictures: Mapping[str, PictureView],
    library: dict[str, ShownMaterialView],
) -> OfferView:
    stages: tuple[StageLine, ...] = ()
    if assessed.offer.production is not None and assessed.window is not None:
        pairs = zip(assessed.offer.production.stages, assessed.window.stages, strict=True)
        stages = tuple(StageLine(stage, window) for stage, window in pairs)
    offer, window = assessed.offer, assessed.window
    view = OfferView(
        offer,
        window,
        assessed.verdicts,
        stages,
        option_words(offer),
        scales=scales_of(offer),
        examples=_examples(offer, path, pictures),
        library=library,
    )
    if offer.production is None or window is None:
        return view
    plan = plan_text(offer.production, window.queue_days)
    return replace(view, timeline=timeline(offer.production, window), plan=plan)
