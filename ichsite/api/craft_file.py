"""`/api/v1/crafts/<id>.json`: planned from the card, written from the dossier where it is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ichsite.api.addresses import CATALOGUE, craft_file
from ichsite.api.catalogue import schema_address
from ichsite.api.craft import CraftData, Fixed, PromiseData, ShowcaseData, Step
from ichsite.api.offer import draw_of, offer_of, randomness_of
from ichsite.api.plain import written
from ichsite.api.record import CraftRecordData, craft_record_data
from ichsite.api.showcase import showcase_of
from ichsite.api.streams import MasterRef, master_ref
from ichsite.api.values import FORMAT, Picture, picture_of
from ichsite.assess.card import CraftCard
from ichsite.assess.dossier import Dossier
from ichsite.catalog.picture_path import picture_path
from ichsite.catalog.texts import story_text
from ichsite.catalog.urls import terms_below
from ichsite.model.shelf import Shelf
from ichsite.model.tier import TierName
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.text.fingerprint import of_value
from ichsite.text.words import Language

if TYPE_CHECKING:
    from ichsite.render.filters import Speech


@dataclass(frozen=True)
class CraftFile:
    """The file. `pictures` are by their path in the project, `materials` the ids of what its options take, by their folders."""

    dossier: bytes
    id: str
    url: str
    short: str
    catalogue: str
    schema: str
    language: Language
    currency: str
    sample: bool
    masters: tuple[MasterRef, ...]
    showcases: tuple[ShowcaseData, ...]
    pictures: tuple[tuple[str, Picture], ...]
    materials: tuple[tuple[str, str], ...] = ()
    promises: tuple[tuple[TierName, PromiseData], ...] = ()
    record: CraftRecordData | None = None

    def data(self, shelf: Shelf, speech: Speech) -> bytes:  # noqa: ARG002
        """The bytes."""
        return written(craft_data(self, shelf.take(self.dossier)))


def craft_file_specs(material: Material) -> Iterator[PageSpec]:
    """A file for each craft."""
    yield from material.each(_spec)


def craft_data(file: CraftFile, dossier: Dossier) -> CraftData:
    """What the file says."""
    craft, custom = dossier.craft.value, dossier.customization
    pictures, materials = dict(file.pictures), dict(file.materials)

    def shown(path: str, name: str, alt: str, caption: str, drawn: bool, made: bool) -> Picture | None:
        found = pictures.get(picture_path(path, name) or "")
        return (
            replace(found, alt=alt, caption=caption, illustration=drawn, ai_generated=made)
            if found is not None
            else None
        )

    own = (
        shown(dossier.craft.path, one.file, one.alt or "", one.caption or "", one.illustration, one.ai_generated)
        for one in craft.pictures
    )
    return CraftData(
        format=FORMAT,
        version="",
        schema=file.schema,
        id=file.id,
        language=file.language,
        sample=file.sample,
        title=craft.title,
        summary=craft.summary,
        url=file.url,
        short=file.short,
        catalogue=file.catalogue,
        counted_from=dossier.today,
        code=craft.code,
        level=craft.level,
        category=craft.category,
        region=craft.region,
        tags=craft.tags,
        uses=craft.uses,
        masters=file.masters,
        pictures=tuple(one for one in own if one is not None),
        story=story_text(dossier.craft.story).strip(),
        care=craft.care,
        fixed_features=tuple(Fixed(one.feature, one.reason) for one in craft.fixed_features),
        making=tuple(Step(one.step, one.by, one.who, one.note) for one in craft.authenticity),
        customisable=custom.value.customisable,
        offers=tuple(
            offer_of(
                one,
                file.currency,
                _examples(one.offer.options, shown, custom.path),
                materials,
                dict(file.promises).get(one.offer.tier),
            )
            for one in dossier.offers
        ),
        randomness=randomness_of(dossier, shown),
        draw=draw_of(custom.value.draw),
        showcases=file.showcases,
        record=file.record,
    )


def _examples(options: tuple[object, ...], shown: object, path: str) -> Mapping[str, Picture]:
    from ichsite.model.option import PictureOption

    found: dict[str, Picture] = {}
    for one in options:
        if isinstance(one, PictureOption) and one.example is not None:
            made = shown(path, one.example, one.wanted, "", False, False)  # type: ignore[operator]
            if made is not None:
                found[one.example] = made
    return found


def _spec(material: Material, card: CraftCard) -> PageSpec:
    key, dossier_print = material.dossiers[card.slug]
    base, book = material.base, material.book
    id = book.id("craft", card.slug)
    taken = dict.fromkeys(one.material for one in card.accepted)
    views = {use.path: view for use in card.pictures if use.path and (view := material.picture(use)) is not None}
    file = CraftFile(
        dossier=b"",
        id=id,
        url=base.absolute(book.address("craft", card.slug)),
        short=base.absolute(book.short("craft", card.slug)),
        catalogue=base.absolute(CATALOGUE),
        schema=schema_address(material, "craft"),
        language=material.chrome.language,
        currency=material.chrome.currency,
        sample=material.chrome.sample,
        masters=tuple(made for slug in card.masters if (made := master_ref(material, slug)) is not None),
        showcases=tuple(showcase_of(material, one) for one in material.showcases_of.get(card.slug, ())),
        pictures=tuple((path, picture_of(view, base)) for path, view in views.items()),
        materials=tuple((name, book.id("material", name)) for name in taken if name in material.library),
        promises=tuple(
            (
                one.tier,
                PromiseData(one.version, one.since, base.absolute(one.url), base.absolute(terms_below(one.url))),
            )
            for one in material.promised.get(card.slug, ())
        ),
        record=craft_record_data(
            material.records.crafts.get(card.slug), material.catalog.site.value.assessment.small_sample
        ),
    )
    parts = (("craft", dossier_print), ("beside", of_value(file)))
    return PageSpec(craft_file(id), "", replace(file, dossier=key), parts, card.path, listed=False, uses=())
