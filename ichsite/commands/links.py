"""`ichsite links`: what a shop needs to put the catalogue into a stream, from the same data as the pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from ichsite.commands.clipboard import TOOL_NAMES, copied
from ichsite.commands.course import course_of
from ichsite.commands.links_redirects import print_redirects
from ichsite.commands.links_report import Label, as_data, kit_lines, limit_lines, rules_data
from ichsite.commands.options import LanguageType, Run, project_options
from ichsite.commands.session import session, settled
from ichsite.commands.talk import ProgressLine, answer, say
from ichsite.commands.verdict import show, tally
from ichsite.kit.fit_findings import fit_findings
from ichsite.kit.platform import PLATFORMS, Rules, platform_rules
from ichsite.ledger.hosts import HOSTS
from ichsite.model.platform import Platform
from ichsite.pipeline import check, stops
from ichsite.report.placed import placed
from ichsite.request import Request
from ichsite.stage.kit import Kit, kits
from ichsite.stage.kit_files import kit_files
from ichsite.stage.kit_subjects import UnknownSubject, Wanted, unpublished, wanted
from ichsite.stage.known import Known
from ichsite.text.address import parse_base_url
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.width import visible
from ichsite.text.words import Language, Words
from ichsite.write.kit_folder import kit_folder, write_kit

_EACH_WHOLE = Words(
    "素材文件夹里每个文件都是完整的，有的可能还是旧的。",
    "Every file of the kit is whole; some may still be old.",
)


@dataclass(frozen=True)
class _Asked:
    """What was asked for: subjects, platforms, the folder, the language of the texts, and what is done with them."""

    what: tuple[str, ...]
    platforms: tuple[Platform, ...]
    into: str
    tongue: Language | None
    copy: bool
    limits: bool


@dataclass(frozen=True)
class _Made:
    """What came of it; `folder` is None where nothing was written."""

    findings: tuple[Diagnostic, ...]
    label: Label | None = None
    rules: tuple[Rules, ...] = ()
    kits: tuple[Kit, ...] = ()
    folder: Path | None = None
    changed: int = 0


@click.command()
@project_options
@click.argument("what", nargs=-1, metavar="[stream:ID|craft:ID]...")
@click.option("--platform", "platforms", type=click.Choice(PLATFORMS), multiple=True, help="For this platform only.")
@click.option("--out", "into", default="kit", show_default=True, metavar="DIR", help="Write the kit into DIR.")
@click.option("--in", "tongue", type=LanguageType(), help="Language of the texts; default: the site's own.")
@click.option("--copy", is_flag=True, help="One description into the clipboard; nothing is written.")
@click.option("--limits", is_flag=True, help="Print the limits in force, with their dates and sources.")
@click.option("--redirects", type=click.Choice(tuple(HOSTS)), help="Print the old addresses for a host that redirects.")
@click.pass_context
def links(
    ctx: click.Context,
    run: Run,
    what: tuple[str, ...],
    platforms: tuple[Platform, ...],
    into: str,
    tongue: Language | None,
    copy: bool,
    limits: bool,
    redirects: str | None,
) -> int:
    """Make the link kit: texts for every platform, cards, QR codes; for everything coming, or for what is named."""
    request, spoken, as_json = run.request, run.language, run.as_json
    if redirects is not None:
        return print_redirects(request, redirects, spoken, as_json=as_json)
    asked = _Asked(what, tuple(dict.fromkeys(platforms)), into, tongue, copy, limits)
    if not copy and not limits:
        course_of(ctx).stands = _EACH_WHOLE
    made = settled(lambda: _made(request, asked, spoken, quiet=as_json))
    show(made.findings, request.root, spoken, json_summary=_data(made, asked) if as_json else None)
    if not as_json:
        _tell(made, asked, spoken)
    copied_it = not copy or not made.kits or _copied(made.kits[0], spoken)
    return int(made.label is None or stops(made.findings, strict=request.strict) or not copied_it)


def _made(request: Request, asked: _Asked, spoken: Language, *, quiet: bool) -> _Made:
    with ProgressLine(spoken, quiet=quiet) as progress, session(request, progress) as desk:
        known, findings = check(desk)
        findings = placed(request.root, findings)
        if known is None or known.theme is None or stops(findings, strict=request.strict):
            return _Made(findings)
        words, site = known.theme.catalogue(spoken), known.catalog.site.value

        def label(kind: str, key: str) -> str:
            return words.get(f"{kind}.{key}", key)

        rules = platform_rules(site.platform_limits, site.platform_links)
        rules = tuple(one for one in rules if not asked.platforms or one.platform in asked.platforms)
        if asked.limits:
            return _Made(findings, label, rules)
        subjects, tongue = _wanted(known, asked, spoken), _tongue(known, asked, spoken)
        findings += tuple(unpublished(known, subjects))
        made = tuple(kits(desk, known, subjects, parse_base_url(site.base_url), tongue, asked.platforms))
        for kit in made:
            findings += tuple(fit_findings(kit.subject.title, kit.wanted.path, kit.texts))
        if asked.copy:
            return _Made(findings, label, rules, made)
        folder, refused = kit_folder(request.root, asked.into, known.output)
        if folder is None:
            return _Made(findings + refused, label, rules, made)
        changed, refused = write_kit(folder, kit_files(made), all_of_it=not asked.what and not asked.platforms)
        return _Made(findings + refused, label, rules, made, None if refused else folder, changed)


def _wanted(known: Known, asked: _Asked, spoken: Language) -> tuple[Wanted, ...]:
    try:
        subjects = wanted(known, asked.what)
    except UnknownSubject as unknown:
        raise click.UsageError(visible(unknown.words.said(spoken))) from None
    if asked.copy and (len(subjects) != 1 or len(asked.platforms) != 1):
        raise click.UsageError(
            Words(
                "--copy 要指明一件作品或一场直播，和一个 --platform",
                "--copy takes exactly one craft or stream, and one --platform",
            ).said(spoken)
        )
    return subjects


def _tongue(known: Known, asked: _Asked, spoken: Language) -> Language:
    spoken_here = (known.catalog.site.value.language, *(one.language for one in known.editions))
    tongue = asked.tongue or spoken_here[0]
    if tongue not in spoken_here:
        listed = ", ".join(spoken_here)
        raise click.UsageError(
            Words(
                f"这个网站没有 {tongue}，有的是：{listed}", f"the site has no pages in {tongue}, but in {listed}"
            ).said(spoken)
        )
    return tongue


def _data(made: _Made, asked: _Asked) -> dict[str, Any]:
    if asked.limits:
        return {"command": "links", "limits": [rules_data(one) for one in made.rules]}
    folder = str(made.folder) if made.folder is not None else None
    return {"command": "links", "folder": folder, "changed": made.changed, "kits": [as_data(kit) for kit in made.kits]}


def _tell(made: _Made, asked: _Asked, spoken: Language) -> None:
    told = tally(made.findings, spoken)
    if made.label is None:
        say(
            Words(f"{told}。先改好，再做素材；什么都没有写。", f"{told}. Mend these first; nothing was written.").said(
                spoken
            )
        )
        return
    lines = limit_lines(made.rules, made.label, spoken) if asked.limits else kit_lines(made.kits, made.label, spoken)
    for line in lines:
        answer(line)
    if told:
        say(told)
    if made.folder is not None:
        number = len(made.kits)
        say(
            Words(
                f"{number} 份素材在 {made.folder}，改动了 {made.changed} 个文件。",
                f"{number} kit{'s' * (number != 1)} in {made.folder}, {made.changed} files changed.",
            ).said(spoken)
        )


def _copied(kit: Kit, spoken: Language) -> bool:
    """The one description into the clipboard, or why not; without a tool it is printed, to be copied by hand."""
    text = kit.texts[0].description
    if not text.fits:
        return False
    if copied(text.text):
        say(Words(f"已复制，{text.count} 字。", f"Copied, {text.count} long.").said(spoken))
        return True
    tools = ", ".join(TOOL_NAMES)
    say(
        Words(
            f"没有可用的剪贴板工具（{tools}），全文如下，请手工复制：",
            f"There is no clipboard tool here ({tools}); this is the text, to be copied by hand:",
        ).said(spoken)
    )
    answer(text.text)
    return False
