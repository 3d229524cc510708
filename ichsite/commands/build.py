"""`ichsite build`: the catalogue, from files to a published site."""

from __future__ import annotations

import time
from dataclasses import asdict, replace

import click

from ichsite.commands.addresses import address_lines, addresses_data
from ichsite.commands.course import NEW_SITE, OLD_SITE, Course, course_of
from ichsite.commands.options import Run, project_options
from ichsite.commands.session import session, settled
from ichsite.commands.talk import ProgressLine, answer, say
from ichsite.commands.verdict import hint, show, tally
from ichsite.pipeline import build as build_pipeline
from ichsite.report.placed import placed
from ichsite.request import Request
from ichsite.stage.pages import Publication
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.words import Language, Words


@click.command()
@project_options
@click.option("--output", metavar="DIR", help="Publish into DIR instead of site.yaml's `output`.")
@click.option("--frozen", is_flag=True, help="Fail where content/permalinks.yaml would change, as for CI.")
@click.option("--explain", is_flag=True, help="Say why each page was rendered.")
@click.pass_context
def build(
    ctx: click.Context,
    run: Run,
    output: str | None,
    frozen: bool,
    explain: bool,
) -> int:
    """Build the catalogue and publish it; a page that would mislead is refused, and then nothing is written."""
    started = time.monotonic()
    request = replace(run.request, output=output, frozen=frozen)
    spoken, as_json, course = run.language, run.as_json, course_of(ctx)
    course.stands = OLD_SITE
    publication, findings = settled(lambda: _built(request, spoken, course, quiet=as_json))
    seconds = time.monotonic() - started
    summary = {"command": "build", "published": publication is not None, **_numbers(publication, seconds)}
    show(findings, request.root, spoken, json_summary=summary if as_json else None)
    if explain and publication is not None and not as_json:
        for page in publication.rendered:
            answer(f"{page.url}\t{', '.join(page.because)}")
    if not as_json:
        if publication is not None:
            for line in address_lines(publication.addresses, written=not request.drafts):
                say(line.said(spoken))
        say(_summary(publication, findings, seconds, spoken))
        if findings:
            say(hint(findings, spoken))
    return int(publication is None)


def _built(
    request: Request, language: Language, course: Course, *, quiet: bool
) -> tuple[Publication | None, tuple[Diagnostic, ...]]:
    def exchanged() -> None:
        course.stands = NEW_SITE

    with ProgressLine(language, quiet=quiet) as progress, session(request, progress, exchanged) as desk:
        publication, findings = build_pipeline(desk)
        return publication, placed(request.root, findings)


def _numbers(publication: Publication | None, seconds: float) -> dict[str, object]:
    if publication is None:
        return {"seconds": round(seconds, 3)}
    return {
        "pages": publication.pages,
        "rendered": len(publication.rendered),
        "reused": publication.pages - len(publication.rendered),
        "pictures": publication.pictures,
        "written": publication.written,
        "search": asdict(publication.index),
        "addresses": addresses_data(publication.addresses),
        "seconds": round(seconds, 3),
        "reasons": {page.url: list(page.because) for page in publication.rendered},
    }


def _summary(
    publication: Publication | None, findings: tuple[Diagnostic, ...], seconds: float, language: Language
) -> str:
    told = tally(findings, language)
    if publication is None:
        return Words(f"{told}。没有写出任何东西，{OLD_SITE.zh}", f"{told}. Nothing was written. {OLD_SITE.en}").said(
            language
        )
    reused, index = publication.pages - len(publication.rendered), _index_words(publication)
    done = Words(
        f"{publication.pages} 页，{publication.pictures} 张图片，{index.zh}，沿用 {reused} 页，用时 {seconds:.2f} 秒",
        f"{publication.pages} pages, {publication.pictures} pictures, {index.en}, {reused} pages reused, {seconds:.2f} s",
    ).said(language)
    return f"{done}{'（' + told + '）' if language == 'zh-CN' and told else f' ({told})' if told else ''}"


def _index_words(publication: Publication) -> Words:
    """How large the search index is: whole, and as it is sent."""
    index = publication.index
    raw, sent = f"{index.raw / 1000:,.0f} kB", f"{index.gzipped / 1000:,.0f} kB"
    files = Words(f"{index.files} 个文件", "1 file" if index.files == 1 else f"{index.files} files")
    return Words(f"搜索索引 {raw}（压缩后 {sent}，{files.zh}）", f"search index {raw} ({sent} gzipped, {files.en})")
