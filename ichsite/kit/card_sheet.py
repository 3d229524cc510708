"""Cards to lay into parcels, ten on a sheet of A4: 90 by 54 mm each, as business cards are cut.

Like the card of A6 (`print_card`) it is one file that prints from any browser, light in every theme, without script.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from ichsite.catalog.urls import SHARE, SHARE_CARD
from ichsite.kit.cutting import cut_to
from ichsite.kit.plain import hashtag, one_line
from ichsite.kit.platform_text import KitSettings, settings_of
from ichsite.kit.qr import qr_svg
from ichsite.kit.subject import CraftSubject
from ichsite.model.shelf import Shelf
from ichsite.plan.data_file import DataFile, data_file
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.text.fingerprint import of_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ichsite.render.filters import Speech

ON_A_SHEET = 10
_WORDS, _CARE = 64, 48
"""Characters that a card has room for, beside its heading, its hashtags and the shop's name."""


@dataclass(frozen=True)
class ShareCards:
    """The sheet that leads to the page “share yours”; the words are the site's own."""

    shop: str
    settings: KitSettings

    def data(self, shelf: Shelf, speech: Speech) -> bytes:
        """The file."""
        del shelf
        heading, words = speech.gettext("Show what you received"), self.settings.kit.share or ""
        style = f'<link rel="stylesheet" href="{speech.href(sheet_style().url)}">'
        return _sheet(speech, style, heading, words, "", self.settings, speech.absolute(SHARE), "")


@lru_cache(maxsize=1)
def sheet_style() -> DataFile:
    """How the published sheet looks, as a file: a host may forbid styles inside pages."""
    return data_file("card-sheet.css", _style().encode())


def share_card_specs(material: Material) -> Iterator[PageSpec]:
    """The sheet of cards, where the site invites its buyers; nobody is led there but from the page itself."""
    site = material.catalog.site.value
    if site.invitation is None:
        return
    made = ShareCards(site.name, settings_of(site))
    parts = (("cards", of_value((made, sheet_style().url))),)
    yield PageSpec(SHARE_CARD, "", made, parts, "site.yaml", listed=False, uses=("words", "base"))


def craft_sheet(subject: CraftSubject, settings: KitSettings, speech: Speech) -> bytes:
    """The cards of one craft: its name, how to look after it, how to share; the code leads to its page."""
    address = speech.absolute(subject.way.short)
    words = settings.kit.share or ""
    style = f"<style>\n{_style()}</style>"
    return _sheet(speech, style, subject.brief.title, words, subject.care, settings, address, subject.way.code)


def _sheet(
    speech: Speech, style: str, heading: str, words: str, care: str, settings: KitSettings, address: str, label: str
) -> bytes:
    code = qr_svg(address, label).decode("utf-8").strip()
    tags = " ".join(tag for word in settings.kit.hashtags if (tag := hashtag(word)))
    shown = (("words", _short(words, _WORDS)), ("tags", tags), ("care", _short(care, _CARE)), ("shop", settings.seller))
    said = "".join(f'<p class="{name}">{_text(text)}</p>' for name, text in shown if text)
    place = _text(address.partition("://")[2].rstrip("/"))
    card = f'<li><div><h2>{_text(heading)}</h2>{said}</div><div class="scan">{code}<p>{place}</p></div></li>'
    title = _text(f"{heading} · {settings.shop}")
    how = speech.gettext("Ten cards of 90 by 54 mm on a sheet of A4: print without scaling, cut along the dashes.")
    return (
        f'<!doctype html>\n<html lang="{speech.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<title>{title}</title>\n{style}\n</head>\n<body>\n<h1>{title}</h1>\n<p>{_text(how)}</p>\n<ul>\n"
        + f"{card}\n" * ON_A_SHEET
        + "</ul>\n</body>\n</html>\n"
    ).encode()


def _short(text: str, most: int) -> str:
    line = one_line(text)
    return line if len(line) <= most else cut_to(line, lambda start: len(start) <= most)


def _text(text: str) -> str:
    return escape(one_line(text))


@lru_cache(maxsize=1)
def _style() -> str:
    return files("ichsite.kit").joinpath("card_sheet.css").read_text("utf-8")
