"""plan: what the pages of each language are planned from, and every page and data file of the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import add

from ichsite.api.gone import gone_specs
from ichsite.api.specs import machine_specs
from ichsite.brief.kept import Promises
from ichsite.catalog.catalog import Catalog, CraftParts
from ichsite.engine.memo import Held
from ichsite.kit.card_sheet import share_card_specs, sheet_style
from ichsite.kit.overlay import gone_overlay_specs, overlay_specs
from ichsite.kit.pages import kit_specs
from ichsite.kit.qr_file import gone_qr_specs, qr_specs
from ichsite.ledger.enter import Entered
from ichsite.ledger.hosts import Move
from ichsite.plan.answered import answered, claim_findings
from ichsite.plan.audiences import guides_of
from ichsite.plan.calendar_file import calendar_file
from ichsite.plan.chrome import chrome_of
from ichsite.plan.data_file import DataFile
from ichsite.plan.material import Material, PublishedPicture
from ichsite.plan.moved import SCRIPT
from ichsite.plan.phrases import Phrases
from ichsite.plan.promises import promise_pages, promised_today
from ichsite.plan.search import IndexSize
from ichsite.plan.short_pages import codes_spec
from ichsite.plan.spec import PageSpec
from ichsite.plan.trees import PlannedTree, plan_trees, tree_links
from ichsite.plan.views import Chrome, PromisedView
from ichsite.stage.assessment import work_calendar
from ichsite.stage.desk import Desk
from ichsite.stage.finding import index_site
from ichsite.stage.known import Known
from ichsite.stage.languages import material_of
from ichsite.stage.schemas import schema_files
from ichsite.stage.theme import Theme
from ichsite.text.address import BaseUrl
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.fingerprint import Fingerprint, of_parts, of_value


@dataclass(frozen=True)
class SitePlan:
    """All that will be published but pictures and the theme's files; `index` is the size of the search data, `moves`
    are the old addresses with where they lead."""

    trees: tuple[PlannedTree, ...]
    files: tuple[DataFile, ...]
    index: IndexSize
    moves: tuple[Move, ...] = ()

    @property
    def withdrawn(self) -> frozenset[str]:
        """The files of the showcases whose buyers withdrew them."""
        return frozenset(one.path for one in self.trees[0].material.catalog.withdrawn)


def materials_of(
    desk: Desk, known: Known, theme: Theme, base: BaseUrl, pictures: Mapping[str, PublishedPicture]
) -> tuple[Material, ...]:
    """What pages are planned from, for each language of the site; the main one first."""
    main_language = known.catalog.site.value.language
    trees = tree_links(main_language, (one.language for one in known.editions))

    def chrome_in(catalog: Catalog, say: Phrases) -> Chrome:
        return replace(chrome_of(catalog, known.entered.book, say, known.today), trees=trees)

    say = Phrases(theme.words)
    chrome = chrome_in(known.catalog, say)
    calendar = work_calendar(desk, known.today.replace(month=1, day=1))
    dossiers = desk.each("dossiers", (), tuple(known.dossiers.values()), lambda some: map(_place, some))
    crafts = desk.kept("planned crafts", known.catalog.crafts)
    slugs = [one.slug for one in crafts]
    promises = desk.same("promises", known.promises.promises)
    slugs_by_id = {known.entered.book.id("craft", slug): str(slug) for slug in known.cards}
    prints = desk.each("craft prints", (), crafts, lambda some: map(_prints, some))
    main = Material(
        catalog=known.catalog,
        book=known.entered.book,
        cards=known.cards,
        dossiers=dict(zip(known.dossiers, dossiers, strict=True)),
        said=dict(zip(slugs, (said for said, _ in prints), strict=True)),
        offered=dict(zip(slugs, (offered for _, offered in prints), strict=True)),
        pictures=pictures,
        files=known.library.views,
        previews=known.previews,
        terms=known.terms,
        base=base,
        chrome=chrome,
        chrome_print=of_value((chrome, base)),
        today=known.today,
        linkable=known.linkable,
        say=say,
        verified=known.verified.read_in(main_language),
        fits=known.fits,
        records=desk.same("records", known.records),
        guides=guides_of(known.catalog, known.entered.book),
        promises=promises,
        promised=_promised(desk, promises, slugs_by_id),
        # whole years from the first of January: the file keeps its name all year long
        calendar=desk.again("calendar", (calendar,), lambda: calendar_file(calendar)),
    )
    others = ((one, Phrases(theme.catalogue(one.language))) for one in known.editions)
    materials = (main, *(material_of(one, main, chrome_in(one.catalog, words), words) for one, words in others))
    return materials if desk.warm is None else desk.warm.remembering(materials)


def _place(held: Held) -> tuple[bytes, Fingerprint]:
    """Where a dossier lies, and what it is."""
    return held.key, held.fingerprint


def _promised(desk: Desk, promises: Promises, slugs: Mapping[str, str]) -> dict[str, tuple[PromisedView, ...]]:
    """What is promised today, by the crafts' slugs; the very objects of the last build where nothing else is promised."""
    return desk.again("promised", (promises, slugs), lambda: promised_today(promises, slugs))


def _prints(craft: CraftParts) -> tuple[Fingerprint, Fingerprint]:
    """The fingerprints of a craft's words, of both its files and of what the material library gives it; and of what
    is offered, without its page."""
    given = (of_value(craft.feed),) if craft.feed else ()
    offered = of_parts(craft.customization.fingerprint, *given)
    return of_parts(craft.craft.fingerprint, offered), offered


def plan_site(desk: Desk, materials: tuple[Material, ...], entered: Entered) -> tuple[SitePlan, tuple[Diagnostic, ...]]:
    """Every page of every language with its search data, what answers for the ledger, and what two pages with one
    address are told."""
    indexes = [index_site(desk, material) for material in materials]
    searches = (index for _, index in indexes)
    further = (_further(material, entered) for material in materials)
    trees, files, findings = plan_trees(zip(materials, searches, further, strict=True))
    whole = answered(trees, entered.ledger, entered.present)
    schemas = schema_files(desk) if materials[0].chrome.catalogue else ()
    size = reduce(add, (size for size, _ in indexes))
    ledger, claimed = entered.ledger, whole.claimed
    crossed = desk.again("claims", (ledger, claimed), lambda: claim_findings(ledger, claimed))
    sheet = (sheet_style(),) if materials[0].chrome.share is not None else ()
    return SitePlan(whole.trees, (*files, *schemas, *sheet, SCRIPT), size, whole.moves), (
        *findings,
        *whole.findings,
        *crossed,
    )


def _codes(material: Material) -> tuple[PageSpec, ...]:
    """What stands behind the short codes, in pictures too, and what a stream's overlay reads."""
    pictures = () if material.base.tree else qr_specs(material)
    return (codes_spec(material), *pictures, *overlay_specs(material))


def _further(material: Material, entered: Entered) -> tuple[PageSpec, ...]:
    """The pages and files of one language that are not planned from the catalogue's own lists."""
    if not material.chrome.catalogue:
        return ()
    gone = tuple(entered.gone)
    # the main tree's pictures are those of all languages
    pictures = () if material.base.tree else gone_qr_specs(gone)
    return (
        *promise_pages(material),
        *machine_specs(material),
        *material.around("codes", _codes),
        *pictures,
        *gone_overlay_specs(gone),
        *gone_specs(material, gone, entered.leads),
        *kit_specs(material),
        *share_card_specs(material),
    )
