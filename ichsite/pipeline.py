"""The whole build, top to bottom: read, decode, assemble, assess, plan, render, write.

Each stage yields its value and the findings about it. After an error the stages run on as far as they
can, so that one run shows everything; then nothing is written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import reduce
from operator import add
from pathlib import Path
from zoneinfo import ZoneInfo

from ichsite.assess.card import CraftCard
from ichsite.catalog.catalog import Catalog, assemble
from ichsite.catalog.picture_path import PictureUse
from ichsite.engine.memo import Held
from ichsite.plan.calendar_file import calendar_file
from ichsite.plan.chrome import chrome_of
from ichsite.plan.material import Material, used_pictures
from ichsite.plan.phrases import Phrases
from ichsite.plan.trees import plan_trees, tree_links
from ichsite.plan.views import Chrome
from ichsite.read.tree import Tree, scan
from ichsite.render.task import Setting
from ichsite.rules.layout import layout_findings
from ichsite.rules.registry import CATALOG_RULES
from ichsite.rules.whole import Whole
from ichsite.stage.assessment import examine_crafts, work_calendar
from ichsite.stage.desk import Desk
from ichsite.stage.finding import index_site
from ichsite.stage.languages import Edition, editions, material_of
from ichsite.stage.pages import Publication, publish
from ichsite.stage.pictures import prepare_pictures
from ichsite.stage.records import decode, read
from ichsite.stage.terms import spell_terms
from ichsite.stage.theme import Theme, theme_of
from ichsite.text.address import BaseUrl, parse_base_url
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.fingerprint import of_value
from ichsite.write.folder import check_writable, output_folder


@dataclass(frozen=True)
class Known:
    """A project as far as it can be known without rendering: the catalogue, each craft's card and dossier (held)."""

    catalog: Catalog
    cards: dict[str, CraftCard]
    dossiers: dict[str, Held]
    today: date
    tree: Tree
    output: Path | None
    """The folder to publish into; None where it was refused."""
    theme: Theme | None
    """None where it cannot be used."""
    editions: tuple[Edition, ...] = ()
    """The catalogue in each further language of the site."""


def check(desk: Desk) -> tuple[Known | None, tuple[Diagnostic, ...]]:
    """Everything up to the plan: what is in the files, what it means, what is wrong with it."""
    tree = scan(desk.project.root)
    sources, read_findings = read(desk, tree)
    entries, decode_findings = decode(desk, sources)
    catalog, assemble_findings = assemble(entries, drafts=desk.request.drafts)
    findings = (
        *tree.findings,
        *read_findings,
        *decode_findings,
        *layout_findings(tree, entries),
        *assemble_findings,
    )
    if catalog is None:
        return None, findings
    today = desk.request.today or today_in(catalog.site.value.timezone)
    calendar = work_calendar(desk, today)
    examined = examine_crafts(desk, catalog, calendar, today)
    cards = {slug: result.small.card for slug, result in examined.items()}
    broken = frozenset(one.where.path for one in findings if one.severity == "error")
    whole = Whole(catalog, cards, frozenset(found.path for found in tree.files), calendar, today, broken)
    findings += tuple(finding for result in examined.values() for finding in result.small.findings)
    findings += tuple(finding for rule in CATALOG_RULES for finding in rule(whole))
    further, language_findings = editions(desk, whole, examined)
    findings += language_findings
    output, output_findings = output_folder(
        desk.project.root,
        catalog.site.value.output if desk.request.output is None else desk.request.output,
        from_command_line=desk.request.output is not None,
    )
    dossiers = {slug: result.held for slug, result in examined.items()}
    site = catalog.site.value
    theme, theme_findings = theme_of(desk, site.theme, site.language)
    known = Known(catalog, cards, dossiers, today, tree, output, theme, further)
    return known, findings + output_findings + theme_findings


def build(desk: Desk) -> tuple[Publication | None, tuple[Diagnostic, ...]]:
    """The whole way. Nothing is published where there is an error, or under `strict` a warning."""
    known, findings = check(desk)
    if known is None:
        return None, findings
    site = known.catalog.site.value
    theme = known.theme
    pictures, picture_findings = prepare_pictures(desk, known.tree, _pictures(known), site.pictures)
    base, base_findings = _base(site.base_url)
    findings += picture_findings + base_findings
    if theme is None:
        return None, findings

    def chrome_in(catalog: Catalog, words: Phrases) -> Chrome:
        made = chrome_of(catalog, words, known.today)
        return replace(made, trees=tree_links(site.language, (one.language for one in known.editions)))

    say = Phrases(theme.words)
    chrome = chrome_in(known.catalog, say)
    material = Material(
        catalog=known.catalog,
        cards=known.cards,
        dossiers={slug: (held.key, held.fingerprint) for slug, held in known.dossiers.items()},
        pictures=pictures.views,
        terms=spell_terms(desk, known.cards),
        base=base,
        chrome=chrome,
        chrome_print=of_value((chrome, base)),
        today=known.today,
        say=say,
        calendar=calendar_file(work_calendar(desk, known.today.replace(month=1, day=1))),
    )
    materials = [material]
    for one in known.editions:
        words = Phrases(theme.catalogue(one.language))
        materials.append(material_of(one, material, chrome_in(one.catalog, words), words))
    indexes = [index_site(desk, one) for one in materials]
    trees, files, plan_findings = plan_trees(zip(materials, (index for _, index in indexes), strict=True))
    findings += plan_findings
    if known.output is None or stops(findings, strict=desk.request.strict):
        return None, findings
    check_writable(known.output)
    setting = Setting(theme.held.key, base, site.language, site.currency)
    publication, render_findings = publish(desk, known.output, trees, files, pictures, theme, setting)
    return (None if render_findings else replace(publication, index=reduce(add, (size for size, _ in indexes)))), findings + render_findings


def _pictures(known: Known) -> tuple[PictureUse, ...]:
    """Every picture of every tree: a translated story may show others than its original."""
    uses = used_pictures(known.catalog, known.cards)
    return (*uses, *(use for one in known.editions for use in used_pictures(one.catalog, one.cards)))


def stops(findings: tuple[Diagnostic, ...], *, strict: bool) -> bool:
    """Whether these findings stop a build."""
    return any(strict or one.severity == "error" for one in findings)


def today_in(timezone: str) -> date:
    """The day in a zone; UTC's where the zone is unknown (a rule says so)."""
    try:
        return datetime.now(ZoneInfo(timezone)).date()
    except (KeyError, ValueError, OSError):
        return datetime.now(UTC).date()


def _base(text: str) -> tuple[BaseUrl, tuple[Diagnostic, ...]]:
    """The site's base; a stand-in where it is wrong, for a rule has said so."""
    try:
        return parse_base_url(text), ()
    except ValueError:
        return BaseUrl("https://invalid.example", "/"), ()
