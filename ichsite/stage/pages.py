"""render and write: what is stale is made again, and the new site takes the old one's place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from ichsite.engine.stamp import code_stamp
from ichsite.plan.data_file import DataFile
from ichsite.plan.search import IndexSize
from ichsite.plan.spec import PageSpec, Uses
from ichsite.plan.trees import PlannedTree
from ichsite.render.task import Rendered, RenderTask, Setting, begin, render
from ichsite.render.theme import ThemeFiles
from ichsite.stage.dead_links import Origin, dead_link_findings
from ichsite.stage.desk import Desk
from ichsite.stage.forgetting import Forgetting, ledger_of
from ichsite.stage.ledger import AddressReport
from ichsite.stage.material_files import MaterialStage, bytes_of_origin
from ichsite.stage.pictures import PictureStage
from ichsite.stage.plan import SitePlan
from ichsite.stage.theme import Theme
from ichsite.stage.verification import Verification, leans_no_more
from ichsite.text.address import BaseUrl, OutputPath, UrlPath, output_of
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.fingerprint import Fingerprint, of_value
from ichsite.write.folder import OutputRefused
from ichsite.write.manifest import Part, Parts, reasons
from ichsite.write.publish import Publisher


@dataclass(frozen=True)
class PageReason:
    """A page that was rendered, and the names of what had changed."""

    url: str
    because: tuple[str, ...]


@dataclass(frozen=True)
class Publication:
    """What a build did: pages there are, pages rendered and why, pictures there are, files written, the search index,
    and what became of addresses."""

    pages: int
    rendered: tuple[PageReason, ...]
    pictures: int
    written: int
    index: IndexSize
    addresses: AddressReport = field(default_factory=AddressReport)
    base: BaseUrl | None = None
    """Where the site will live, once it is published."""
    changed: bool = False
    """Whether any published byte is another than before."""


class _Placed(NamedTuple):
    """A page with the setting of its tree."""

    page: PageSpec
    setting: Setting

    @property
    def address(self) -> UrlPath:
        """Its address below the site's base, the folder of its tree included."""
        tree = self.setting.base.tree
        return UrlPath(f"/{tree}{self.page.url}") if tree else self.page.url


class _Settings(dict[str, Setting]):
    """The setting of a tree by the currency of its amounts: the site's, or the one that a page names."""

    def __init__(self, main: Setting) -> None:
        super().__init__({"": main, main.currency: main})
        self._main = main

    def __missing__(self, currency: str) -> Setting:
        self[currency] = made = replace(self._main, currency=currency)
        return made


class _Laid(NamedTuple):
    """The pages of a tree with where each goes, side by side and by that."""

    pages: tuple[PageSpec, ...]
    paths: tuple[OutputPath, ...]
    setting: Setting
    shown: _Settings
    by_path: dict[OutputPath, PageSpec]


@dataclass(frozen=True)
class _Pages:
    """The pages of all trees by where they go."""

    trees: tuple[_Laid, ...]

    def __len__(self) -> int:
        return sum(len(one.by_path) for one in self.trees)

    def __contains__(self, path: OutputPath) -> bool:
        return any(path in one.by_path for one in self.trees)

    def __getitem__(self, path: OutputPath) -> _Placed:
        laid = next(one for one in self.trees if path in one.by_path)
        page = laid.by_path[path]
        return _Placed(page, laid.shown[page.currency])


def publish(
    desk: Desk,
    folder: Path,
    plan: SitePlan,
    pictures: PictureStage,
    library: MaterialStage,
    theme: Theme,
    setting: Setting,
    keep_word: Callable[[], None],
) -> tuple[Publication, tuple[Diagnostic, ...]]:
    """Renders what is stale and publishes the site, all its trees; on a finding nothing is published.

    `setting` is that of the main tree. `keep_word` writes the ledger and the promises down, before any new address can be seen.
    """
    by_path = _Pages(tuple(_laid_out(desk, tree, _setting_of(tree, setting)) for tree in plan.trees))
    data = {output_of(file.url): file for file in plan.files}
    wanted = _wanted(desk, by_path, data, pictures, library, theme)
    ledger = ledger_of(desk.project.state, folder)
    standing = desk.warm.standing if desk.warm is not None else None
    publisher = Publisher(folder, ledger, clean=desk.request.clean, standing=standing, exchanged=desk.exchanged)
    forgetting = Forgetting(desk, publisher, plan.withdrawn)
    stale = publisher.stale(wanted)
    stale_pages = [path for path in stale if path in by_path]
    because = tuple(
        PageReason(by_path[path].address, reasons(wanted[path], publisher.before.get(path))) for path in stale_pages
    )
    shown = Publication(len(by_path), because, len(pictures.views), 0, plan.index)
    if publisher.unchanged(wanted, stale) and not leans_no_more(ledger, publisher.foreign):
        keep_word()
        forgetting.end()
        return shown, ()
    try:
        publisher.begin(wanted.keys())
    except OutputRefused as refused:
        return shown, (refused.finding,)
    beside = tuple(link.url for link in plan.trees[0].material.chrome.beside)
    verification = Verification(desk, publisher, setting.base, beside)
    made = _Making(desk, publisher, wanted, verification)
    findings = tuple(made.render([(path, by_path[path]) for path in stale_pages]))
    if findings:
        return shown, findings
    for path in stale:
        if path in data:
            made.put(path, data[path].data)
    rest = [path for path in stale if path not in by_path and path not in data]
    made.put_files(rest, pictures, library, theme)
    if dead := verification.dead(wanted):
        files: ThemeFiles = desk.memo.take(theme.held)
        return shown, tuple(dead_link_findings(dead, _origins(by_path), files, setting.base))
    keep_word()
    forgetting.begin()
    publisher.commit(wanted)
    verification.keep()
    desk.memo.tidy()
    desk.pictures.tidy()
    forgetting.end()
    changed = publisher.written > 0 or publisher.before.keys() != wanted.keys()
    return replace(shown, written=publisher.written, changed=changed), ()


def _laid_out(desk: Desk, tree: PlannedTree, setting: Setting) -> _Laid:
    """Where each page of a tree goes."""
    folder, urls = tree.material.base.tree, tuple([page.url for page in tree.pages])
    paths = desk.again(f"paths {folder}", (urls,), lambda: tuple([output_of(url, folder) for url in urls]))
    return _Laid(tree.pages, paths, setting, _Settings(setting), dict(zip(paths, tree.pages, strict=True)))


def _wanted(
    desk: Desk,
    pages: _Pages,
    data: dict[OutputPath, DataFile],
    pictures: PictureStage,
    library: MaterialStage,
    theme: Theme,
) -> dict[OutputPath, Parts]:
    themed = ("theme", theme.held.fingerprint)
    # another version of ichsite may draw the same view otherwise
    code = ("ichsite", code_stamp())
    wanted: dict[OutputPath, Parts] = {}
    for laid in pages.trees:
        wanted |= zip(laid.paths, _parts(desk, laid, themed, code), strict=True)
    parts = desk.each("data parts", (), tuple(data.values()), lambda some: [file.parts for file in some])
    wanted |= zip(data, parts, strict=True)
    wanted |= {path: (("picture", held.fingerprint),) for path, (held, _) in pictures.files.items()}
    wanted |= {path: (("material", origin.digest),) for path, origin in library.files.items()}
    wanted |= dict.fromkeys(theme.assets, (themed,))
    return wanted


def _parts(desk: Desk, laid: _Laid, themed: Part, code: Part) -> tuple[Parts, ...]:
    """All that each page of a tree is made from."""
    setting = laid.setting

    def made(some: Iterable[PageSpec]) -> Iterable[Parts]:
        around: dict[tuple[Uses, ...] | None, Parts] = {}
        for page in some:
            if page.uses not in around:
                around[page.uses] = (*_around(page.uses, setting, themed), code)
            yield page.parts + around[page.uses]

    return desk.each(f"parts {setting.base.tree}", (setting, themed, code), laid.pages, made)


def _around(uses: tuple[Uses, ...] | None, setting: Setting, themed: Part) -> Parts:
    """What a page is made with besides its own parts: the theme and the setting, or what it says that it uses of them."""
    if uses is None:
        return themed, ("setting", _setting_print(setting))
    base, language, currency = setting.base, setting.language, setting.currency
    used: tuple[Part, ...] = (themed, ("language", of_value(language))) if "words" in uses else ()
    used += (("base", of_value(base)),) if "base" in uses else ()
    return (*used, ("currency", of_value(currency))) if "currency" in uses else used


def _setting_of(tree: PlannedTree, main: Setting) -> Setting:
    material = tree.material
    return replace(main, base=material.base, language=material.chrome.language, fallback=tree.fallback)


def _setting_print(setting: Setting) -> Fingerprint:
    """What the filters write addresses and amounts with; the theme has a fingerprint of its own."""
    return of_value((setting.base, setting.language, setting.currency, setting.fallback))


@dataclass(frozen=True)
class _Making:
    """The files of one publication while they are made: each goes to the publisher, and its links are noted."""

    desk: Desk
    publisher: Publisher
    wanted: dict[OutputPath, Parts]
    verification: Verification

    def render(self, stale: list[tuple[OutputPath, _Placed]]) -> Iterable[Diagnostic]:
        begin()
        tasks = [RenderTask(one.address, one.page.template, one.page.made_from, one.setting) for _, one in stale]
        seen: set[tuple[str, str]] = set()
        for done, (at, made) in enumerate(self.desk.memo.pool.run(render, tasks), 1):
            rendered: Rendered = made
            path, _ = stale[at]
            if rendered.finding is None:
                digest = self.publisher.put(path, self.wanted[path], rendered.data)
                self.verification.add(path, digest, rendered.links)
            elif (key := (rendered.finding.code, str(rendered.finding.where))) not in seen:
                seen.add(key)  # one fault of a template is one finding, however many pages it spoils
                yield rendered.finding
            self.desk.progress("render", done, len(tasks))

    def put(self, path: OutputPath, data: bytes) -> None:
        self.verification.read(path, self.publisher.put(path, self.wanted[path], data), data)

    def put_files(self, stale: list[OutputPath], pictures: PictureStage, library: MaterialStage, theme: Theme) -> None:
        static: dict[str, bytes] | None = None
        for path in stale:
            if path in pictures.files:
                held, position = pictures.files[path]
                self.publisher.put(path, self.wanted[path], self.desk.pictures.take(held)[position])
                continue
            if path in library.files:
                self.put(path, bytes_of_origin(self.desk, library.files[path]))
                continue
            if static is None:
                static = dict(self.desk.memo.take(theme.held).static)
            self.put(path, static[theme.assets[path]])


def _origins(pages: _Pages) -> dict[str, Origin]:
    return {
        path: Origin(one.address, one.page.owner, one.page.template)
        for laid in pages.trees
        for path in laid.paths
        for one in (pages[path],)
    }
