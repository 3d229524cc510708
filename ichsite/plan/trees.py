"""The trees of a site: its main language at the top, every further one in a folder, the same pages in each.

What machines ask for (`sitemap.xml`, `robots.txt`, `404.html`) is one file for all of them, made with the main tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ichsite.catalog.urls import CODES, HOME, NOT_FOUND
from ichsite.plan.data_file import DataFile
from ichsite.plan.material import Material
from ichsite.plan.search import SearchIndex
from ichsite.plan.site_plan import site_plan
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import NotFoundView, NotFoundWords, TreeLink
from ichsite.text.address import collision_key, is_shared, output_of
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.fingerprint import of_value
from ichsite.text.place import Place
from ichsite.text.words import OWN_NAMES, Language, Words


@dataclass(frozen=True)
class PlannedTree:
    """The pages of one language. `fallback` is the language of what is not translated, None in the main tree."""

    material: Material
    fallback: Language | None
    pages: tuple[PageSpec, ...]


def tree_links(main: Language, others: Iterable[Language]) -> tuple[TreeLink, ...]:
    """The languages of a site, the main one first; none where there is but one."""
    further = tuple(others)
    if not further:
        return ()
    return (
        TreeLink(main, OWN_NAMES[main], ""),
        *(TreeLink(language, OWN_NAMES[language], language) for language in further),
    )


def plan_trees(
    sites: Iterable[tuple[Material, SearchIndex, tuple[PageSpec, ...]]],
) -> tuple[tuple[PlannedTree, ...], tuple[DataFile, ...], tuple[Diagnostic, ...]]:
    """Every page of every tree, the main one first; the data that script reads; what two pages with one address are told.

    A site is what its pages are planned from, its search index, and the pages that others have planned for it.
    """
    (main, search, further), *others = sites
    pages, files, findings = site_plan(main, search, further)
    if not others:
        return (PlannedTree(main, None, pages),), files, findings
    spoken = [material for material, _, _ in others]
    trees = [PlannedTree(main, None, tuple(_with_others(page, spoken) for page in pages))]
    data = dict.fromkeys(files)
    for material, index, beside in others:
        own, own_files, _ = site_plan(material, index, beside)
        kept = tuple(page for page in own if not is_shared(page.url))
        trees.append(PlannedTree(material, main.chrome.language, kept))
        data.update(dict.fromkeys(own_files))
    return tuple(trees), tuple(data), (*findings, *_in_the_way(trees))


def _with_others(page: PageSpec, others: Iterable[Material]) -> PageSpec:
    """The page that says that there is none, in all languages: nobody knows which one was asked for."""
    if page.url != NOT_FOUND or not isinstance(page.made_from, NotFoundView):
        return page
    words = tuple(
        NotFoundWords(
            one.chrome.language,
            one.base.tree,
            one.say("This page is not here"),
            one.say("There is no page at this address. It may have been mistyped."),
            one.say("Home"),
            HOME,
            one.say("Enter a code"),
            CODES,
        )
        for one in others
    )
    view = replace(page.made_from, others=words)
    return replace(page, made_from=view, parts=(*page.parts, ("languages", of_value(words))))


def _in_the_way(trees: Iterable[PlannedTree]) -> Iterator[Diagnostic]:
    """A page of one tree where another tree has one, such as a free page named `en`."""
    first: dict[str, tuple[PlannedTree, PageSpec]] = {}
    for tree in trees:
        folder = tree.material.base.tree
        for page in tree.pages:
            other, theirs = first.setdefault(collision_key(output_of(page.url, folder)), (tree, page))
            if other is tree:
                continue
            yield error(
                "address-twice",
                Place(theirs.owner),
                Words(
                    f"地址 {theirs.url} 是 {tree.material.chrome.language} 那一套页面的",
                    f"the address {theirs.url} belongs to the pages in {tree.material.chrome.language}",
                ),
                Words("给它换个名字", "give it another name"),
                (Related(Place(page.owner), Words("占了这个地址的", "what has this address")),),
            )
