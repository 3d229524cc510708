"""translate: the catalogue in each further language of the site, from what the main language was assessed to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ichsite.assess.card import CraftCard
from ichsite.catalog.audiences import in_words_of
from ichsite.catalog.catalog import Catalog, Half
from ichsite.catalog.library import Library, feed_words, library_of
from ichsite.catalog.term import Term
from ichsite.catalog.texts import plain_text
from ichsite.catalog.translator import Account, Shared, translated
from ichsite.decode.kinds import translation_of
from ichsite.engine.memo import Held, Result, Task
from ichsite.model.audience import AudienceBook
from ichsite.model.record import Record
from ichsite.model.translation import Translation
from ichsite.plan.audiences import guides_of
from ichsite.plan.material import Material
from ichsite.plan.phrases import Phrases
from ichsite.plan.views import Chrome
from ichsite.rules.english_claims import texts_in, title_claims
from ichsite.rules.examine import Examined
from ichsite.rules.placeholder_left import translation_left
from ichsite.rules.story_rules import story_findings
from ichsite.rules.translate_craft import TranslatedCraft, TranslateTask, translate_craft, translate_print
from ichsite.rules.translation_twice import twice
from ichsite.rules.translation_unused import unused, unused_word
from ichsite.rules.whole import Whole
from ichsite.stage.desk import Desk
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.fingerprint import Fingerprint, of_parts, of_value
from ichsite.text.foreign import foreign
from ichsite.text.place import FieldOf
from ichsite.text.words import Language

TRANSLATE: Task[TranslateTask, TranslatedCraft] = Task("translate", translate_craft)


@dataclass(frozen=True)
class Edition:
    """The catalogue in a further language. `said` is the fingerprint of the words that each craft's are exchanged for,
    `shared` are the words of names that many files share.

    `texts` is how many texts the site has to translate, `translated` how many it has translated.
    """

    language: Language
    main: Language
    catalog: Catalog
    cards: Mapping[str, CraftCard]
    dossiers: Mapping[str, Held]
    said: Mapping[str, Fingerprint]
    shared: Mapping[str, str]
    texts: int
    translated: int

    def name(self, of: str) -> str:
        """A tag's or a region's name."""
        return self.shared.get(plain_text(of)) or foreign(of, self.main)


def editions(
    desk: Desk, whole: Whole, examined: Mapping[str, Result[Examined]]
) -> tuple[tuple[Edition, ...], tuple[Diagnostic, ...]]:
    """One edition for each language of `also_in`; none, and no work, where the site has one language."""
    site = whole.catalog.site.value
    made: list[Edition] = []
    findings: list[Diagnostic] = []
    for language in dict.fromkeys(site.also_in):
        if language != site.language:
            edition, found = _Making(desk, whole, examined, language).edition()
            made.append(edition)
            findings += found
    return tuple(made), tuple(findings)


def material_of(edition: Edition, main: Material, chrome: Chrome, say: Phrases) -> Material:
    """What the pages of an edition are planned from; `chrome` and `say` speak its language already."""
    base = replace(main.base, tree=edition.language)
    return replace(
        main,
        catalog=edition.catalog,
        cards=edition.cards,
        dossiers={slug: (held.key, held.fingerprint) for slug, held in edition.dossiers.items()},
        said={slug: of_parts(main.said[slug], words) for slug, words in edition.said.items()},
        offered={slug: of_parts(main.offered[slug], words) for slug, words in edition.said.items()},
        terms=_spelt(main.terms, edition.name),
        tag_names={one.name: edition.name(one.name) for one in main.book.galleries if one.kind == "tag"},
        base=base,
        verified=main.verified.read_in(edition.language),
        guides=guides_of(edition.catalog, main.book),
        chrome=chrome,
        chrome_print=of_value((chrome, base)),
        say=say,
        linkable=None,
    )


def _spelt(terms: Mapping[str, Term], name: Callable[[str], str]) -> dict[str, Term]:
    """The terms by their names in another language, at the addresses that they have in the main one."""
    return {(own := name(raw)): Term(own, term.slug) for raw, term in terms.items()}


class _Making:
    """One edition while it is being made: what is known of its translations by the file that each translates."""

    def __init__(self, desk: Desk, whole: Whole, examined: Mapping[str, Result[Examined]], language: Language) -> None:
        self.desk, self.whole, self.examined = desk, whole, examined
        self.language: Language = language
        self.main: Language = whole.catalog.site.value.language
        self.halves = dict(_halves(whole.catalog, language))
        self.taken: dict[str, Record[Translation]] = {}
        site = whole.catalog.site.path
        self.shared: Shared = self._own(site)
        self.accounts: list[Account] = []
        self.findings: list[Diagnostic] = []
        self.said: dict[str, Fingerprint] = {}

    def edition(self) -> tuple[Edition, tuple[Diagnostic, ...]]:
        old = self.whole.catalog
        catalog = replace(
            old,
            site=self._site(old),
            tiers=self._record(old.tiers) if old.tiers is not None else None,
            masters=tuple(map(self._record, old.masters)),
            showcases=tuple(map(self._record, old.showcases)),
            streams=tuple(map(self._record, old.streams)),
            calls=tuple(map(self._record, old.calls)),
            materials=tuple(map(self._record, old.materials)),
            audiences=in_words_of(old.audiences, book) if (book := self._book(old)) is not None else (),
            audience_book=book,
            polls=tuple(map(self._record, old.polls)),
            ideas=tuple(map(self._record, old.ideas)),
            designs=tuple(map(self._record, old.designs)),
            events=tuple(map(self._record, old.events)),
            feedback=tuple(map(self._record, old.feedback)),
            posts=tuple(map(self._record, old.posts)),
            pages=tuple(map(self._record, old.pages)),
        )
        crafts = self._crafts(library_of(catalog.materials))
        cards = {slug: result.small.card for slug, result in crafts.items()}
        small = [result.small for result in crafts.values()]
        self.findings += [finding for one in small for finding in one.findings]
        shared = {plain_text(key): words for key, words in self.shared.value.words} if self.shared is not None else {}
        terms = _spelt(self.whole.terms, lambda raw: shared.get(plain_text(raw)) or foreign(raw, self.main))
        self.findings += story_findings(replace(self.whole, catalog=catalog, cards=cards, terms=terms, linkable=None))
        used = frozenset[str]().union(*(one.shared for one in self.accounts), *(one.shared for one in small))
        self.findings += self._unused_shared(used)
        self.findings += twice(self.shared, self.whole.cards.values())
        edition = Edition(
            self.language,
            self.main,
            catalog,
            cards,
            {slug: result.held for slug, result in crafts.items()},
            self.said,
            shared,
            sum(one.texts for one in (*self.accounts, *small)),
            sum(one.translated for one in (*self.accounts, *small)),
        )
        # a shared word that does not fit is found wherever it is asked for, and said once
        return edition, tuple(dict.fromkeys(self.findings))

    def _site(self, catalog: Catalog) -> Record[Any]:
        record, account = translated(catalog.site, None, self.shared, self.main)
        self.accounts.append(account)
        self.findings += account.findings
        if self.shared is not None:
            self.findings += translation_left(self.shared, draft=False)
        return replace(record, value=replace(record.value, language=self.language))

    def _book(self, catalog: Catalog) -> Record[AudienceBook] | None:
        return self._record(catalog.audience_book) if catalog.audience_book is not None else None

    def _record(self, record: Record[Any]) -> Record[Any]:
        own = self._own(record.path)
        new, account = translated(record, own, self.shared, self.main)
        self.accounts.append(account)
        self.findings += account.findings
        if own is not None:
            self.findings += unused(own, account)
            self.findings += translation_left(own, draft=getattr(record.value, "draft", False))
            if self.language == "en":
                self.findings += [finding for where, text in texts_in(own) for finding in title_claims(where, text)]
        return new

    def _own(self, path: str) -> Record[Translation] | None:
        if (half := self.halves.get(path)) is None:
            return None
        return self.desk.memo.take(Held(half.key, half.fingerprint))

    def _crafts(self, library: Library) -> dict[str, Result[TranslatedCraft]]:
        crafts = self.whole.catalog.crafts
        common = of_parts(self.main, self.language, of_value(self.shared))
        held = [self.examined[parts.slug].held for parts in crafts]
        pages = [self.halves.get(parts.craft.path) for parts in crafts]
        customs = [self.halves.get(parts.customization.path) for parts in crafts]
        given = [feed_words(parts.feed, library) if parts.feed else () for parts in crafts]
        given_prints = [of_value(words) if words else b"" for words in given]

        def make(at: int) -> TranslateTask:
            return TranslateTask(held[at].key, _key(pages[at]), _key(customs[at]), self.shared, self.main, given[at])

        self.said = {
            parts.slug: of_parts(_print(page), _print(custom), words, common)
            for parts, page, custom, words in zip(crafts, pages, customs, given_prints, strict=True)
        }
        prints = [
            translate_print(held[at].fingerprint, _print(pages[at]), _print(customs[at]), given_prints[at], common)
            for at in range(len(crafts))
        ]
        results = self.desk.memo.map(TRANSLATE, prints, make, self.desk.told("translate"))
        return {parts.slug: result for parts, result in zip(crafts, results, strict=True)}

    def _unused_shared(self, used: frozenset[str]) -> Iterator[Diagnostic]:
        if self.shared is None:
            return
        for key, _ in self.shared.value.words:
            if plain_text(key) not in used:
                yield unused_word(FieldOf(self.shared.path, (key,), at_key=True), key, "content/", None)


def _halves(catalog: Catalog, language: Language) -> Iterator[tuple[str, Half]]:
    for half in catalog.translations:
        found = translation_of(half.path)
        if found is not None and found.language == language:
            yield found.original, half


def _key(half: Half | None) -> bytes | None:
    return half.key if half is not None else None


def _print(half: Half | None) -> bytes:
    return of_parts(half.path, half.fingerprint) if half is not None else b""
