"""The planned trees with all that answers for the ledger: every address, in every tree that was ever published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from ichsite.ledger.hosts import Move
from ichsite.model.permalink import Key, Permalinks
from ichsite.plan.answers import LEDGER, Answers, Found
from ichsite.plan.moved import moved_spec
from ichsite.plan.spec import PageSpec
from ichsite.plan.trees import PlannedTree
from ichsite.text.address import OutputPath, UrlPath, collision_key, is_shared, output_of
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.words import Words


class Claim(NamedTuple):
    """A file that will be published: its path, its address, the content file or the ledger that it stands for."""

    path: OutputPath
    url: UrlPath
    owner: str


class Claimed(NamedTuple):
    """What one tree will publish: its folder, the addresses in it, and beside each the file that it stands for."""

    folder: str
    urls: tuple[UrlPath, ...]
    owners: tuple[str, ...]

    @property
    def claims(self) -> Iterator[Claim]:
        """Each of them."""
        for url, owner in zip(self.urls, self.owners, strict=True):
            yield Claim(output_of(url, self.folder), url, owner)


@dataclass(frozen=True)
class Answered:
    """The trees, whole; every old address with where it leads, for hosts that redirect by themselves.

    What is `claimed` is to be held against each other (`claim_findings`).
    """

    trees: tuple[PlannedTree, ...]
    moves: tuple[Move, ...]
    findings: tuple[Diagnostic, ...]
    claimed: tuple[Claimed, ...]


def answered(trees: tuple[PlannedTree, ...], ledger: Permalinks, present: frozenset[Key]) -> Answered:
    """`present` are the keys of the lines that are on the site today."""
    whole: list[PlannedTree] = []
    moves: list[Move] = []
    findings: list[Diagnostic] = []
    for tree in trees:
        found, folder = _found(tree, ledger, present), tree.material.base.tree
        moves += (_below(folder, move) for move in found.moves) if folder else found.moves
        findings += found.findings if not folder else ()
        whole.append(replace(tree, pages=(*tree.pages, *found.pages(tree.material))))
    spoken = {tree.material.base.tree for tree in trees}
    main = whole[0]
    for folder in ledger.trees:
        if folder not in spoken:
            more = tuple(_silent(folder, main.pages))
            moves += (Move(page.url, page.made_from.target) for page in more if not page.template and _leads(page))
            main = whole[0] = replace(main, pages=(*main.pages, *more))
    claimed = tuple(
        Claimed(
            tree.material.base.tree, tuple([one.url for one in tree.pages]), tuple([one.owner for one in tree.pages])
        )
        for tree in whole
    )
    given = tuple(moves)
    ordered = main.material.again("moves", (given,), lambda: tuple(sorted(set(given), key=lambda move: move.old)))
    return Answered(tuple(whole), ordered, tuple(findings), claimed)


def _found(tree: PlannedTree, ledger: Permalinks, present: frozenset[Key]) -> Found:
    """What answers in a tree besides its pages: a matter of addresses alone, which few edits change."""
    urls, owners = tuple([one.url for one in tree.pages]), tuple([one.owner for one in tree.pages])

    def make() -> Found:
        planned = dict(zip(urls, owners, strict=True))
        return Answers(ledger, present, planned, main=not tree.material.base.tree).found()

    return tree.material.again("answers", (ledger, present, urls, owners), make)


def claim_findings(ledger: Permalinks, claimed: tuple[Claimed, ...]) -> tuple[Diagnostic, ...]:
    """Old addresses that are in the way, and those that nothing answers."""
    claims = tuple(claim for one in claimed for claim in one.claims)
    return (*_in_the_way(claims), *_unanswered(ledger, {claim.path for claim in claims}))


def _silent(folder: str, planned: Iterable[PageSpec]) -> Iterator[PageSpec]:
    """What answers in the tree of a language that the site no longer speaks: the same page in the main language."""
    for page in planned:
        if is_shared(page.url):
            continue
        url = UrlPath(f"/{folder}{page.url}")
        if _leads(page):
            yield moved_spec(url, page.made_from.target, LEDGER)
        elif page.url.endswith(("/", ".html")):
            yield moved_spec(url, page.url, LEDGER)
        else:
            yield replace(page, url=url, listed=False)


def _leads(page: PageSpec) -> bool:
    return hasattr(page.made_from, "target")


def _below(folder: str, move: Move) -> Move:
    if not folder:
        return move
    return Move(_in_tree(folder, move.old), move.new if is_shared(move.new) else _in_tree(folder, move.new))


def _in_tree(folder: str, address: UrlPath) -> UrlPath:
    return UrlPath(f"/{folder}{address}") if folder else address


def _in_the_way(claims: tuple[Claim, ...]) -> Iterator[Diagnostic]:
    """An old address where a page of today, of another tree, or a folder of pages stands."""
    first: dict[str, Claim] = {}
    folders: dict[str, Claim] = {}
    for page in claims:
        key = collision_key(page.path)
        if (other := first.setdefault(key, page)) is not page and LEDGER in (other.owner, page.owner):
            yield _crossed(page, other)
        while (key := key.rpartition("/")[0]) and key not in folders:
            folders[key] = page
    for key in first.keys() & folders.keys():
        yield _crossed(first[key], folders[key])


def _crossed(page: Claim, other: Claim) -> Diagnostic:
    return error(
        "address-taken",
        Place(LEDGER),
        Words(
            f"旧网址 {page.url} 和 {other.url}（{other.owner}）占了同一个地方",
            f"the former address {page.url} and {other.url} ({other.owner}) are in each other's place",
        ),
        Words("给后一个换个名字，或拿掉那个别名", "give the latter another name, or take the alias away"),
    )


def _unanswered(ledger: Permalinks, outputs: set[OutputPath]) -> Iterator[Diagnostic]:
    """Addresses of the ledger that no output path answers. There are none, unless this program is wrong."""
    keys = {collision_key(path) for path in outputs}
    for line in ledger.entries:
        for folder in ("", *ledger.trees):
            for address in line.addresses:
                if collision_key(output_of(address, folder)) not in keys:
                    yield error(
                        "address-lost",
                        Place(LEDGER),
                        Words(
                            f"发布过的网址 {_in_tree(folder, address)} 没有任何网页回答",
                            f"nothing answers at {_in_tree(folder, address)}, which was published",
                        ),
                    )
