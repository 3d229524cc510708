"""The crafts of the demonstration and of the base site, decoded and assessed without a build."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from ichsite.assess.dossier import Dossier, assess_craft
from ichsite.brief.terms import Promiser, Terms, terms_of
from ichsite.catalog.library import fed, library_of
from ichsite.decode.compose import compose
from ichsite.decode.front_matter import split_front_matter
from ichsite.decode.kinds import layout_of
from ichsite.decode.typed import typed
from ichsite.model.record import Record
from ichsite.model.site import AssessmentSettings
from ichsite.model.story import Story
from ichsite.model.wants import wants_of
from tests.invariants.demonstration import REPOSITORY
from tests.rules.sample import CALENDAR, TODAY
from tests.sites_support import BASE

PROMISER = Promiser(
    "青峦手作", "zh-CN", "CNY", (("element", "元素定制"), ("function", "功能定制"), ("deep", "深度定制"))
)


@cache
def dossiers() -> dict[str, Dossier]:
    """Every craft of both sites by its folder, on the fixed day, with what the material library gives it."""
    return {f"{root.name}/{slug}": one for root in (REPOSITORY, BASE) for slug, one in _crafts(root).items()}


@cache
def every_terms() -> dict[str, Terms]:
    """The terms of every offer of both sites, by `site/craft.tier`."""
    return {
        f"{name}.{assessed.offer.tier}": terms_of(dossier, assessed, name.rpartition("/")[2], PROMISER)
        for name, dossier in dossiers().items()
        for assessed in dossier.offers
    }


def _crafts(root: Path) -> dict[str, Dossier]:
    materials = [*root.glob("content/materials/*.md"), *root.glob("content/materials/*/index.md")]
    library = library_of(_record(root, one) for one in sorted(materials) if one.name.count(".") == 1)
    found: dict[str, Dossier] = {}
    for path in sorted(root.glob("content/crafts/*/index.md")):
        customization = _record(root, path.with_name("customization.yaml"))
        given = fed(customization, library.feed(wants_of(customization.value)))
        found[path.parent.name] = assess_craft(_record(root, path), given, (), AssessmentSettings(), CALENDAR, TODAY)
    return found


def _record(root: Path, file: Path) -> Record[Any]:
    path, text = file.relative_to(root).as_posix(), file.read_text("utf-8")
    found = layout_of(path)
    assert found is not None, path
    layout, slug = found
    if layout.story:
        front, _ = split_front_matter(path, text)
        assert front is not None, path
        text = front.yaml
    value, findings = typed(path, compose(text), layout.cls)
    assert value is not None, findings
    return Record(layout.kind, path, slug, value, Story())
