"""A palette to take away: as JSON, and as a GIMP palette that most drawing programs read."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ichsite.model.material import NamedColour, Palette
from ichsite.plan.data_file import DataFile, data_file
from ichsite.plan.material import Material


def palette_files(material: Material, slug: str, palette: Palette) -> tuple[tuple[str, DataFile], ...]:
    """(ending, file) of both; the names of colours are in the language of the tree."""
    url = material.base.absolute(material.address("material", slug))
    return (
        ("json", data_file("palette.json", _json(palette, url))),
        ("gpl", data_file("palette.gpl", _gimp(palette, url))),
    )


def every_palette_file(material: Material) -> Iterator[DataFile]:
    """The files of all palettes that may be taken away."""
    for record in material.catalog.materials:
        if isinstance(record.value, Palette) and record.value.rights.download:
            yield from (file for _, file in palette_files(material, record.slug, record.value))


def _json(palette: Palette, url: str) -> bytes:
    rights = palette.rights
    made = {
        "format": "ichsite/1",
        "title": palette.title,
        "url": url,
        "holder": rights.holder,
        "licence": rights.licence,
        "colours": [
            {"id": one.id, "name": one.label, "value": one.value, "to": one.to, "becomes": one.becomes}
            for one in palette.colours
        ],
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def _gimp(palette: Palette, url: str) -> bytes:
    """Both ends of a range are colours of their own there: the form knows no ranges."""
    lines = ["GIMP Palette", f"Name: {palette.title}", "Columns: 4", f"# {palette.rights.holder} · {url}"]
    for one in palette.colours:
        lines += (_line(one, value, mark) for value, mark in ((one.value, ""), (one.to, " …")) if value is not None)
    return ("\n".join(lines) + "\n").encode("utf-8", "surrogatepass")


def _line(colour: NamedColour, value: str, mark: str) -> str:
    red, green, blue = (int(value[at : at + 2], 16) for at in (1, 3, 5))
    return f"{red:3} {green:3} {blue:3}\t{colour.label}{mark}"
