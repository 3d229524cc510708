"""The links of a site that nothing answers: no file of that exact name, or no such place in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ichsite.text.address import OutputPath, UrlPath, collision_key, output_of
from ichsite.text.suggest import nearest
from ichsite.verify.web import Web

Why = Literal["page", "anchor", "case", "astray", "place"]
_SUGGESTED = 50
"""So many dead links look for what was meant; a menu that names a wrong page is one of them."""


@dataclass(frozen=True)
class DeadLink:
    """A place that nothing answers: the first file that names it, by its path, and how many files do.

    `why`: there is no such `page`; only its letter `case` differs; the page has no such `anchor`, or the file itself
    has no such `place`; the address goes `astray`, out of the folder that the site lives in. `meant` may be what was.
    """

    target: str
    why: Why
    file: str
    files: int
    meant: str | None = None


@dataclass(frozen=True)
class Site:
    """What answers: all published files, and where others publish."""

    answers: frozenset[str]
    beside: tuple[str, ...]


def dead_links(
    web: Web, answers: Collection[str], lost: Iterable[tuple[str, str]] = (), beside: tuple[str, ...] = ()
) -> tuple[DeadLink, ...]:
    """Each dead place once, sorted by the file that names it. `answers` are all published files, `lost` what files
    name that leads nowhere whatever is published, as (file, what it names). Below `beside` others publish."""
    answered = _Answers(web, answers, beside)
    site = Site(frozenset(answers), beside)
    doubted = _doubted(web, site)
    dead = {number: place for place, number in doubted.items() if not answered.has(place) and web.is_named(number)}
    naming: dict[str, list[str]] = {}
    if dead:
        for file, number in web.naming(frozenset(dead)):
            naming.setdefault(dead[number], []).append(file)
    if not naming:
        web.settle(site)
    losing: dict[str, list[str]] = {}
    for file, target in sorted(lost):
        losing.setdefault(target, []).append(file)
    known = _Known(web, answers)
    found = [known.explained(target, files, guess=at < _SUGGESTED) for at, (target, files) in enumerate(naming.items())]
    found += [known.lost(target, files) for target, files in losing.items()]
    return tuple(sorted(found, key=lambda one: (one.file, one.target)))


def _doubted(web: Web, site: Site) -> Mapping[str, int]:
    """The places that may be dead: all, or where all were sound, those that new files name and those of files that went."""
    sound = web.sound
    if not isinstance(sound, Site) or sound.beside != site.beside:
        return web.places
    gone = {form for path in sound.answers - site.answers for form in (f"/{path}", _address(path))}
    return web.places_of(web.fresh) | web.places_at(gone)


def leaning(web: Web, foreign: Iterable[str]) -> tuple[str, ...]:
    """The files of strangers that a link of the site leans on: where one goes, the site is to be looked at again."""
    strangers = set(foreign)
    if not strangers:
        return ()
    return tuple(sorted(strangers.intersection(output_of(UrlPath(place.partition("#")[0])) for place in web.places)))


class _Answers:
    """What is published; each address is looked up once, however many anchors of it are named."""

    def __init__(self, web: Web, answers: Collection[str], beside: tuple[str, ...]) -> None:
        self._web, self._answers, self._beside = web, answers, beside
        self._of: dict[str, bool | frozenset[int]] = {}

    def has(self, place: str) -> bool:
        """Whether a place is answered."""
        path, _, anchor = place.partition("#")
        if (found := self._of.get(path)) is None:
            found = self._of[path] = self._found(path)
        if not anchor or isinstance(found, bool):
            return found is not False
        return self._web.anchors.get(anchor) in found

    def _found(self, path: str) -> bool | frozenset[int]:
        """Whether a file is there, or the numbers of its anchors where they count."""
        if path.startswith(self._beside):
            return True
        file = output_of(UrlPath(path))
        if file not in self._answers:
            return False
        # what a stranger's page has in it is not known, and an anchor in anything but a page is nobody's business
        return self._web.anchors_of(file) if file.endswith(".html") and file in self._web.files else True


@dataclass(frozen=True)
class _Known:
    """What a dead link may have meant."""

    web: Web
    answers: Collection[str]

    def lost(self, target: str, files: list[str]) -> DeadLink:
        if target.startswith("#"):
            return DeadLink(target, "place", files[0], len(files), self._anchor(files[0], target[1:], "#"))
        return DeadLink(target, "astray", files[0], len(files))

    def explained(self, target: str, files: list[str], *, guess: bool) -> DeadLink:
        path, _, anchor = target.partition("#")
        file = output_of(UrlPath(path))
        if file in self.answers:
            return DeadLink(target, "anchor", files[0], len(files), self._anchor(file, anchor, f"{path}#"))
        if (right := self._by_case.get(collision_key(file))) is not None:
            return DeadLink(target, "case", files[0], len(files), _address(right))
        return DeadLink(target, "page", files[0], len(files), self._page(path) if guess else None)

    def _page(self, path: str) -> str | None:
        folder = path.strip("/").partition("/")[0]
        return nearest(
            path, [_address(one) for one in self.answers if one.startswith(f"{folder}/") or one.count("/") < 2]
        )

    def _anchor(self, file: str, anchor: str, before: str) -> str | None:
        has = [one for one in self.web.anchors if self.web.has_anchor(file, one)] if file in self.web.files else []
        close = nearest(anchor, has)
        return before + close if close is not None else None

    @cached_property
    def _by_case(self) -> dict[str, str]:
        return {collision_key(OutputPath(path)): path for path in self.answers}


def _address(file: str) -> str:
    return "/" + (file.removesuffix("index.html") if f"/{file}".endswith("/index.html") else file)
