"""What is known of a project before anything is planned or rendered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ichsite.assess.card import CraftCard
from ichsite.catalog.address_book import AddressBook
from ichsite.catalog.catalog import Catalog
from ichsite.catalog.picture_path import PictureUse
from ichsite.catalog.term import Term
from ichsite.engine.memo import Held
from ichsite.plan.material import used_pictures
from ichsite.read.tree import Tree
from ichsite.stage.languages import Edition
from ichsite.stage.theme import Theme


@dataclass(frozen=True)
class Known:
    """A project as far as it can be known without rendering: the catalogue, each craft's card and dossier (held)."""

    catalog: Catalog
    book: AddressBook
    cards: dict[str, CraftCard]
    dossiers: dict[str, Held]
    today: date
    tree: Tree
    output: Path | None
    """The folder to publish into; None where it was refused."""
    theme: Theme | None
    """None where it cannot be used."""
    terms: dict[str, Term]
    editions: tuple[Edition, ...] = ()
    """The catalogue in each further language of the site."""

    @property
    def pictures(self) -> tuple[PictureUse, ...]:
        """Every picture of every tree: a translated story may show others than its original."""
        uses = used_pictures(self.catalog, self.cards)
        return (*uses, *(use for one in self.editions for use in used_pictures(one.catalog, one.cards)))
