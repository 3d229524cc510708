"""The whole build, top to bottom: read, decode, assemble, assess, plan, render, write.

Each stage yields its value and the findings about it. After an error the stages run on as far as they
can, so that one run shows everything; then nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ichsite.catalog.catalog import Entry, assemble
from ichsite.catalog.gallery import galleries_of, gallery_tags
from ichsite.catalog.known import known_pages, signs_of
from ichsite.project import PREVIEW
from ichsite.read.tree import Tree
from ichsite.render.task import Setting
from ichsite.rules.layout import Spot, layout_findings
from ichsite.rules.registry import CATALOG_RULES
from ichsite.rules.whole import Whole
from ichsite.stage.assessment import examine_crafts, fit_audiences, guide_addresses, work_calendar
from ichsite.stage.deliveries import track_records
from ichsite.stage.desk import Desk
from ichsite.stage.known import Known
from ichsite.stage.languages import editions
from ichsite.stage.ledger import enter_site, frozen, keep_ledger, read_ledger, report_of
from ichsite.stage.material_files import ready_files
from ichsite.stage.pages import Publication, publish
from ichsite.stage.pictures import PictureStage, prepare_pictures
from ichsite.stage.plan import SitePlan, materials_of, plan_site
from ichsite.stage.previews import ready_previews
from ichsite.stage.promises import keep_promises, promises_frozen, promises_of
from ichsite.stage.records import decode, look, read
from ichsite.stage.registry import verify_claims
from ichsite.stage.terms import spell_tags, spell_terms
from ichsite.stage.theme import Theme, theme_of
from ichsite.text.address import BaseUrl, parse_base_url
from ichsite.text.diagnostic import Diagnostic
from ichsite.write.folder import check_writable, output_folder


def check(desk: Desk) -> tuple[Known | None, tuple[Diagnostic, ...]]:
    """Everything up to the plan: what is in the files, what it means, what is wrong with it."""
    tree = look(desk)
    sources, read_findings = read(desk, tree)
    entries, decode_findings = decode(desk, sources)
    catalog, assemble_findings = assemble(entries, drafts=desk.request.drafts)
    findings = (
        *tree.findings,
        *read_findings,
        *decode_findings,
        *_layout(desk, tree, entries),
        *assemble_findings,
    )
    if catalog is None:
        return None, findings
    today = desk.request.today or today_in(catalog.site.value.timezone)
    calendar = work_calendar(desk, today)
    examined = examine_crafts(desk, catalog, calendar, today)
    cards = desk.same("cards", {slug: result.small.card for slug, result in examined.items()})
    # what is said of the whole is made of cards, never of crafts' files: an edit of a story leaves it as it was
    beside = desk.same("beside", replace(catalog, crafts=()))
    broken = frozenset(one.where.path for one in findings if one.severity == "error")
    ledger, ledger_findings = read_ledger(desk, tree)
    terms = spell_terms(desk, cards, ledger.ledger)
    named = beside, cards
    tags = spell_tags(desk, desk.again("tags", named, lambda: gallery_tags(*named)), ledger.ledger)
    held = beside, cards, tags
    galleries = desk.again("galleries", held, lambda: galleries_of(*held))
    fits = fit_audiences(desk, beside, cards)
    entered = enter_site(desk, ledger.ledger, beside, cards, terms, galleries, today, fits)
    promises, entered, promise_findings = promises_of(desk, tree, catalog, entered, today)
    verified, registry_findings = verify_claims(desk, tree, beside, cards)
    grounds = beside, cards, entered.book, terms, today, guide_addresses(beside, fits, entered.book)
    signs = desk.again("signs", grounds, lambda: signs_of(*grounds))
    linkable = desk.again("known", (signs,), lambda: known_pages(signs))
    paths = _paths(desk, tree)
    files = desk.again("files", (paths,), lambda: frozenset(paths))
    records, record_findings = track_records(desk, tree, cards, entered, today)
    whole = Whole(beside, cards, files, calendar, today, entered.book, broken, terms, fits, records, linkable)
    findings += (*ledger_findings, *entered.findings, *promise_findings, *registry_findings, *record_findings)
    findings += tuple(finding for result in examined.values() for finding in result.small.findings)
    findings += desk.again("rules", (whole,), lambda: tuple(one for rule in CATALOG_RULES for one in rule(whole)))
    further, language_findings = editions(desk, replace(whole, catalog=catalog), examined)
    findings += language_findings
    library, library_findings = ready_files(desk, tree, catalog)
    findings += library_findings
    previews, preview_findings = ready_previews(desk, tree, cards, catalog.materials)
    findings += preview_findings
    output, output_findings = _output(desk, catalog.site.value.output)
    dossiers = {slug: result.held for slug, result in examined.items()}
    site = catalog.site.value
    theme, theme_findings = theme_of(desk, site.theme, site.language)
    known = Known(
        *(catalog, cards, dossiers, terms, today, tree, output, theme, ledger, entered, linkable, further),
        fits=fits,
        verified=verified,
        library=library,
        promises=promises,
        records=records,
        previews=previews,
    )
    return known, findings + output_findings + theme_findings


@dataclass(frozen=True)
class Planned:
    """A site that may be published: nothing stands against it so far, and nothing is rendered yet."""

    known: Known
    output: Path
    theme: Theme
    base: BaseUrl
    pictures: PictureStage
    site: SitePlan


def plan(desk: Desk) -> tuple[Planned | None, tuple[Diagnostic, ...]]:
    """Everything up to the rendering: every page and file that will be, and what will answer at old addresses."""
    known, findings = check(desk)
    if known is None:
        return None, findings
    site = known.catalog.site.value
    theme = known.theme
    pictures, picture_findings = prepare_pictures(desk, known.tree, known.pictures(desk), site.pictures)
    base, base_findings = _base(site.base_url)
    findings += picture_findings + base_findings
    if theme is None:
        return None, findings
    materials = materials_of(desk, known, theme, base, pictures.views)
    site_plan, plan_findings = plan_site(desk, materials, known.entered)
    findings += plan_findings
    if known.output is None or stops(findings, strict=desk.request.strict):
        return None, findings
    return Planned(known, known.output, theme, base, pictures, site_plan), findings


def build(desk: Desk) -> tuple[Publication | None, tuple[Diagnostic, ...]]:
    """The whole way. Nothing is published where there is an error, or under `strict` a warning."""
    planned, findings = plan(desk)
    if planned is None:
        return None, findings
    known, site = planned.known, planned.known.catalog.site.value
    check_writable(planned.output)
    setting = Setting(planned.theme.held.key, planned.base, site.language, site.currency, code=desk.code)
    if frozen_findings := (
        *frozen(desk, known.ledger, known.entered),
        *promises_frozen(desk, known.promises),
    ):
        return None, findings + frozen_findings

    def keep_word() -> None:
        # an address that the ledger knows has its promise on the disk, whenever the machine stops
        keep_promises(desk, known.promises)
        keep_ledger(desk, known.ledger, known.entered)

    publication, render_findings = publish(
        desk, planned.output, planned.site, planned.pictures, known.library, planned.theme, setting, keep_word
    )
    if render_findings:
        return None, findings + render_findings
    return replace(publication, addresses=report_of(known.entered), base=planned.base), findings


def stops(findings: tuple[Diagnostic, ...], *, strict: bool) -> bool:
    """Whether these findings stop a build."""
    return any(strict or one.severity == "error" for one in findings)


def today_in(timezone: str) -> date:
    """The day in a zone; UTC's where the zone is unknown (a rule says so)."""
    try:
        return datetime.now(ZoneInfo(timezone)).date()
    except (KeyError, ValueError, OSError):
        return datetime.now(UTC).date()


def _paths(desk: Desk, tree: Tree) -> tuple[str, ...]:
    """The paths of all files."""
    return desk.each("paths", (), tree.files, lambda some: [found.path for found in some])


def _layout(desk: Desk, tree: Tree, entries: Iterable[Entry]) -> tuple[Diagnostic, ...]:
    """What is wrong with where the files lie."""
    paths = _paths(desk, tree)
    spots = desk.each("spots", (), tuple(entries), lambda some: [Spot(one.kind, one.path, one.slug) for one in some])
    return desk.again("layout", (paths, spots), lambda: layout_findings(paths, spots))


def _output(desk: Desk, set_output: str) -> tuple[Path | None, tuple[Diagnostic, ...]]:
    """The folder to publish into. A preview has one that nobody uploads."""
    root, asked = desk.project.root, desk.request.output
    output, findings = output_folder(root, set_output if asked is None else asked, from_command_line=asked is not None)
    return (desk.project.state / PREVIEW, findings) if desk.request.preview else (output, findings)


def _base(text: str) -> tuple[BaseUrl, tuple[Diagnostic, ...]]:
    """The site's base; a stand-in where it is wrong, for a rule has said so."""
    try:
        return parse_base_url(text), ()
    except ValueError:
        return BaseUrl("https://invalid.example", "/"), ()
