"""One craft in another language: its dossier with the words exchanged, its card, and what is wrong with the words.

Pure, memoised, run in parallel, as `ichsite.rules.examine` is; the assessment itself is not done again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ichsite.assess.card import CraftCard, card_of
from ichsite.assess.dossier import Dossier
from ichsite.catalog.translator import Account, Shared, translated
from ichsite.model.record import Record
from ichsite.model.shelf import Shelf
from ichsite.model.translation import Translation
from ichsite.rules.english_claims import claims_in
from ichsite.rules.placeholder_left import translation_left
from ichsite.rules.translation_unused import unused
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.fingerprint import Fingerprint, of_parts
from ichsite.text.words import Language


@dataclass(frozen=True)
class TranslateTask:
    """What is handed over: the dossier, and the translations of the craft's two files (None where there is none)."""

    dossier: bytes
    craft: bytes | None
    customization: bytes | None
    shared: Shared
    main: Language
    library: tuple[tuple[str, str], ...] = ()
    """What the material library's words in this craft are in the other language."""


@dataclass(frozen=True)
class TranslatedCraft:
    """The card in the other language, the findings, which shared words were of use, how much is translated."""

    card: CraftCard
    findings: tuple[Diagnostic, ...]
    shared: tuple[str, ...]
    texts: int
    translated: int


def translate_craft(task: TranslateTask, shelf: Shelf) -> tuple[TranslatedCraft, Dossier]:
    """The craft in the other language; its dossier is the large result."""
    dossier: Dossier = shelf.take(task.dossier)
    page, custom = _taken(task.craft, shelf), _taken(task.customization, shelf)
    craft, of_craft = translated(dossier.craft, page, task.shared, task.main)
    customization, of_custom = translated(dossier.customization, custom, task.shared, task.main, dict(task.library))
    offers = tuple(replace(one, offer=customization.value.offers[one.position]) for one in dossier.offers)
    said = replace(dossier, craft=craft, customization=customization, offers=offers)
    findings = (*_findings(page, of_craft, dossier), *_findings(custom, of_custom, dossier))
    return (
        TranslatedCraft(
            card_of(said),
            findings,
            tuple(sorted(of_craft.shared | of_custom.shared)),
            of_craft.texts + of_custom.texts,
            of_craft.translated + of_custom.translated,
        ),
        said,
    )


def translate_print(
    dossier: Fingerprint, craft: bytes, customization: bytes, library: bytes, common: Fingerprint
) -> Fingerprint:
    """The fingerprint of a task; `common` is that of the shared words and the languages."""
    return of_parts(dossier, craft, customization, library, common)


def _taken(key: bytes | None, shelf: Shelf) -> Record[Translation] | None:
    return shelf.take(key) if key is not None else None


def _findings(own: Record[Translation] | None, account: Account, dossier: Dossier) -> tuple[Diagnostic, ...]:
    if own is None:
        return account.findings  # of words that many files share
    left = translation_left(own, draft=dossier.craft.value.draft)
    return (*account.findings, *unused(own, account), *claims_in(own, dossier), *left)
