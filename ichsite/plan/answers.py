"""What answers at every address of the ledger that is no page of today: a page that leads on, or says what was here.

The ledger is the oracle: `ichsite.plan.answered` holds the planned site against it, in every tree that there ever was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ichsite.catalog.address_book import short_address
from ichsite.catalog.urls import (
    HOME,
    KITS,
    SHARE,
    SHARE_CARD,
    SHOWCASES,
    STRIP,
    brief_below,
    kit_below,
    numbered,
    pictures_below,
)
from ichsite.ledger.hosts import Move
from ichsite.ledger.successor import final_address, key_of
from ichsite.model.permalink import Key, Permalink, Permalinks
from ichsite.plan.gone_page import gone_spec
from ichsite.plan.material import Material
from ichsite.plan.moved import moved_spec
from ichsite.plan.spec import PageSpec
from ichsite.text.address import UrlPath
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import Place
from ichsite.text.words import Words

LEDGER = "content/permalinks.yaml"
CODE = "address-taken"


@dataclass(frozen=True)
class Gone:
    """An item that nothing stands for today, or (`later`) that is not out yet: a page of its own says so."""

    line: Permalink
    later: bool


@dataclass(frozen=True)
class Found:
    """What answers in one tree besides its planned pages: pages that lead on, and what has to be told of; the lines of
    the ledger by their keys; every old address with where it leads; what is wrong."""

    answers: tuple[PageSpec | Gone, ...]
    entries: Mapping[Key, Permalink]
    moves: tuple[Move, ...]
    findings: tuple[Diagnostic, ...]

    def pages(self, material: Material) -> tuple[PageSpec, ...]:
        """Every page that answers for the ledger besides those that are planned."""
        return tuple(
            [
                gone_spec(material, one.line, LEDGER, self.entries, later=one.later) if isinstance(one, Gone) else one
                for one in self.answers
            ]
        )


class Answers:
    """The answers of one tree, `main` where it is that of the site's own language.

    `present` are the keys of what is on the site, `planned` its pages by address, each as the file that it stands for.
    """

    def __init__(
        self, ledger: Permalinks, present: frozenset[Key], planned: Mapping[UrlPath, str], *, main: bool
    ) -> None:
        self.kit, self.share = "kit" in ledger.parts, "share" in ledger.parts
        self.entries: Mapping[Key, Permalink] = {line.key: line for line in ledger.entries}
        self.present, self.planned, self.main = present, planned, main
        self.made: dict[UrlPath, PageSpec | Gone] = {}
        self.findings: list[Diagnostic] = []

    def found(self) -> Found:
        """All that answers for the ledger."""
        for line in self.entries.values():
            if line.address not in self.planned:
                self._last_address(line)
        for line in self.entries.values():
            self._former(line)
            self._below(line)
            if line.code and self.main:
                self._add(moved_spec(short_address(line.code), self.final(line), LEDGER))
        if self.kit and KITS not in self.planned:
            self._add(moved_spec(KITS, HOME, LEDGER))
        for url in (SHARE, SHARE_CARD) if self.share else ():
            # the address is printed on cards that lie in parcels
            if url not in self.planned:
                self._add(moved_spec(url, SHOWCASES, LEDGER))
        return Found(tuple(self.made.values()), self.entries, tuple(self._moves()), tuple(self.findings))

    def final(self, line: Permalink) -> UrlPath:
        """Where a line leads in the end: to its item, to what stands in for it, or to the page that says what was here."""
        return final_address(line, self.entries, self.present)

    def _moves(self) -> Iterator[Move]:
        for url, page in self.made.items():
            if not isinstance(page, Gone) and (target := getattr(page.made_from, "target", None)) is not None:
                yield Move(url, target)

    def _last_address(self, line: Permalink) -> None:
        final = self.final(line)
        if final != line.address:
            self._add(moved_spec(line.address, final, LEDGER))
        elif line.kind == "gallery" and line.id.startswith("strip/"):
            # it stands in a frame on another site: what it held is gone, the row of all is not
            self._add(moved_spec(line.address, STRIP, LEDGER))
        else:
            self.made.setdefault(line.address, Gone(line, line.key in self.present))

    def _former(self, line: Permalink) -> None:
        for old in line.former:
            if (owner := self.planned.get(old)) is None:
                self._add(moved_spec(old, self.final(line), LEDGER))
            elif not self._stands_in(line, old):
                self.findings.append(_covered(old, line, owner))

    def _below(self, line: Permalink) -> None:
        """Pages that belong to others: a craft's pictures and its order brief, its kit and a stream's, the numbered pages of a list or a guide."""
        final = self.final(line)
        if line.kind == "craft":
            for below in (pictures_below, brief_below):
                own = below(final)
                target = own if own in self.planned and line.key in self.present else final
                for address in line.addresses:
                    if address.endswith("/") and (url := below(address)) not in self.planned:
                        self._add(moved_spec(url, target, LEDGER))
        if self.kit and line.kind in ("craft", "stream"):
            own = kit_below(line.address)
            target = own if own in self.planned else final
            for address in line.addresses:
                if (url := kit_below(address)) not in self.planned:
                    self._add(moved_spec(url, target, LEDGER))
        for address in line.addresses if line.pages > 1 else ():
            for number in range(2, line.pages + 1):
                if address.endswith("/") and (url := numbered(address, number)) not in self.planned:
                    self._add(moved_spec(url, final, LEDGER))

    def _stands_in(self, line: Permalink, old: UrlPath) -> bool:
        successor = self.entries.get(key_of(line.successor, line.kind))
        return successor is not None and old in successor.addresses

    def _add(self, page: PageSpec) -> None:
        self.made.setdefault(page.url, page)


def _covered(old: UrlPath, line: Permalink, owner: str) -> Diagnostic:
    name = f"{line.kind}:{line.id}"
    return error(
        CODE,
        Place(owner),
        Words(
            f"网址 {old} 是 {name} 的（旧网址或别名），现在却有一张网页占着它",
            f"the address {old} belongs to {name} (a former address or an alias), and a page stands there now",
        ),
        Words("给这张网页换个名字，或拿掉那个别名", "give this page another name, or take the alias away"),
        (Related(Place(LEDGER), Words(f"{name} 的那一行", f"the line of {name}")),),
    )
