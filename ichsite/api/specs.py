"""Everything that other programs read of one language of the site, but feeds and the sitemap, which templates write."""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.api.calendars import calendar_specs
from ichsite.api.calls import calls_spec
from ichsite.api.catalogue import catalogue_specs
from ichsite.api.craft_file import craft_file_specs
from ichsite.api.designs import designs_spec
from ichsite.api.events import events_spec
from ichsite.api.feedback import feedback_spec
from ichsite.api.ideas import ideas_spec
from ichsite.api.llms import llms_spec
from ichsite.api.materials import materials_spec
from ichsite.api.polls import polls_spec
from ichsite.api.streams import streams_spec
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec


def machine_specs(material: Material) -> Iterator[PageSpec]:
    """The files of the API, the calendars, `llms.txt`."""
    yield from craft_file_specs(material)
    yield from material.around("machines", lambda some: tuple(_around_crafts(some)))


def _around_crafts(material: Material) -> Iterator[PageSpec]:
    """All but the crafts' own files."""
    yield from catalogue_specs(material)
    yield streams_spec(material)
    yield calls_spec(material)
    yield polls_spec(material)
    yield ideas_spec(material)
    yield designs_spec(material)
    yield materials_spec(material)
    yield events_spec(material)
    yield feedback_spec(material)
    yield from calendar_specs(material)
    yield llms_spec(material)
