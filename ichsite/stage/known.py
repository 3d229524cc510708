"""What is known of a project before anything is planned or rendered."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from ichsite.assess.audience import NO_FITS, Fits
from ichsite.assess.card import CraftCard
from ichsite.assess.track_record import NO_RECORDS, Records
from ichsite.catalog.catalog import Catalog
from ichsite.catalog.known import Known as Linkable
from ichsite.catalog.picture_path import PictureUse
from ichsite.catalog.term import Term
from ichsite.engine.memo import Held
from ichsite.ledger.enter import Entered
from ichsite.plan.see_parts import PreviewFiles
from ichsite.plan.used_pictures import used_pictures
from ichsite.read.tree import Tree
from ichsite.registry.claims import Verified
from ichsite.stage.desk import Desk
from ichsite.stage.languages import Edition
from ichsite.stage.ledger import LedgerFile
from ichsite.stage.material_files import MaterialStage
from ichsite.stage.promises import PromiseStage
from ichsite.stage.theme import Theme


@dataclass(frozen=True)
class Known:
    """A project as far as it can be known without rendering: the catalogue, each craft's card and dossier (held)."""

    catalog: Catalog
    cards: dict[str, CraftCard]
    dossiers: dict[str, Held]
    terms: dict[str, Term]
    today: date
    tree: Tree
    output: Path | None
    """The folder to publish into; None where it was refused."""
    theme: Theme | None
    """None where it cannot be used."""
    ledger: LedgerFile
    """The ledger as it was read."""
    entered: Entered
    """Today's site in it: the ledger as it should be, and the address book."""
    linkable: Linkable
    """Every page that a link may point at."""
    editions: tuple[Edition, ...] = ()
    """The catalogue in each further language of the site."""
    fits: Fits = NO_FITS
    """What fits each audience."""
    verified: Verified = field(default_factory=Verified)
    """What the official list bears out, where the site has one."""
    library: MaterialStage = field(default_factory=MaterialStage)
    """The drawings, films and captions of the material library."""
    promises: PromiseStage = field(default_factory=PromiseStage)
    """What was ever promised, and what is to be written down of it."""
    records: Records = NO_RECORDS
    """How the promises of the last twelve months were kept."""
    previews: PreviewFiles = field(default_factory=PreviewFiles)
    """The drawings that follow a wish."""

    def pictures(self, desk: Desk) -> tuple[PictureUse, ...]:
        """Every picture of every tree: a translated story may show others than its original."""
        given = replace(self.catalog, crafts=(), translations=()), self.cards
        uses = desk.again("used pictures", given, lambda: used_pictures(*given))
        further = tuple([use for one in self.editions for use in used_pictures(one.catalog, one.cards)])
        return (*uses, *further) if further else uses
