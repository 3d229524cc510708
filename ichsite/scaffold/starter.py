"""The starter site: two crafts, two audiences, a master, a showcase, a stream and a page, all marked as samples."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from ichsite.scaffold.template import filled, shipped
from ichsite.text.words import Language

_TEXTS = (
    "README.md",
    "site.yaml",
    "content/tiers.yaml",
    "content/audiences.yaml",
    "content/crafts/bamboo-tray/index.md",
    "content/crafts/bamboo-tray/customization.yaml",
    "content/crafts/plant-dyed-kerchief/index.md",
    "content/crafts/plant-dyed-kerchief/customization.yaml",
    "content/masters/zhu-qing/index.md",
    "content/showcases/tray-for-two/showcase.yaml",
    "content/streams/first-evening.md",
    "content/pages/about.md",
)
_PICTURES = {
    "content/crafts/bamboo-tray/cover.jpg": "tray.jpg",
    "content/crafts/plant-dyed-kerchief/cover.jpg": "kerchief.jpg",
    "content/crafts/plant-dyed-kerchief/outcome-pale.jpg": "kerchief-pale.jpg",
    "content/crafts/plant-dyed-kerchief/outcome-deep.jpg": "kerchief-deep.jpg",
    "content/showcases/tray-for-two/photo-1.jpg": "tray-for-two.jpg",
}
_FOR_TOOLS = {
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
    ".editorconfig": "editorconfig",
    ".vscode/settings.json": "vscode-settings.json",
    ".vscode/extensions.json": "vscode-extensions.json",
    ".github/workflows/pages.yml": "pages.yml",
}
"""For git, editors and GitHub. They are shipped without their dots, which packers tend to leave out."""
_STREAM_IN_DAYS = 14
_SHOWN_SINCE_DAYS = 20


def starter_files(language: Language, today: date, version: str) -> Mapping[str, bytes]:
    """Every file of the starter site by its path, but for the schemas.

    `today` is the day in the site's zone: the stream lies two weeks after it, counts and consents before it.
    `version` is the ichsite that the workflow installs.
    """
    values: dict[str, object] = {
        "today": today,
        "yesterday": today - timedelta(days=1),
        "year_ago": today - timedelta(days=365),
        "received": today - timedelta(days=_SHOWN_SINCE_DAYS),
        "stream_day": today + timedelta(days=_STREAM_IN_DAYS),
        # late in a year, deliveries reach into the next one, whose holidays may not be published yet
        "years": f"[{today.year}, {today.year + 1}]",
        "version": version,
    }
    texts = {path: filled(f"starter/{language}/{path}", values) for path in _TEXTS}
    tools = {path: filled(f"starter/all/{name}", values) for path, name in _FOR_TOOLS.items()}
    pictures = {path: shipped(f"starter/all/pictures/{name}") for path, name in _PICTURES.items()}
    return texts | tools | pictures
