"""The links of a site that nothing answers: no file of that exact name, or no such place in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
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


def dead_links(web: Web, answers: Collection[str], lost: Iterable[tuple[str, str]] = ()) -> tuple[DeadLink, ...]:
    """Each dead place once, sorted by the file that names it. `answers` are all published files, `lost` what files
    name that leads nowhere whatever is published, as (file, what it names)."""
    dead = {number: place for place, number in web.places.items() if not _answered(place, web, answers)}
    first: dict[str, list[str]] = {}
    if dead:
        for file, number in web.naming(frozenset(dead)):
            first.setdefault(dead[number], []).append(file)
    for file, target in sorted(lost):
        first.setdefault(target, []).append(file)
    by_case: dict[str, str] = {}
    if first:
        by_case.update((collision_key(OutputPath(path)), path) for path in answers)
    found = [
        _dead(target, files, web, answers, by_case if at < _SUGGESTED else None)
        for at, (target, files) in enumerate(first.items())
    ]
    return tuple(sorted(found, key=lambda one: (one.file, one.target)))


def leaning(web: Web, foreign: Iterable[str]) -> tuple[str, ...]:
    """The files of strangers that a link of the site leans on: where one goes, the site is to be looked at again."""
    strangers = set(foreign)
    if not strangers:
        return ()
    return tuple(sorted(strangers.intersection(output_of(UrlPath(place.partition("#")[0])) for place in web.places)))


def _answered(place: str, web: Web, answers: Collection[str]) -> bool:
    path, _, anchor = place.partition("#")
    file = output_of(UrlPath(path))
    if file not in answers:
        return False
    # what a stranger's page has in it is not known, and an anchor in anything but a page is nobody's business
    return not anchor or file not in web.files or not file.endswith(".html") or web.has_anchor(file, anchor)


def _dead(
    target: str, files: list[str], web: Web, answers: Collection[str], by_case: dict[str, str] | None
) -> DeadLink:
    if target.startswith("#"):
        return DeadLink(target, "place", files[0], len(files), _near(target[1:], _anchors(web, files[0]), "#"))
    path, _, anchor = target.partition("#")
    file = output_of(UrlPath(path))
    if target not in web.places and not path.startswith("/"):
        return DeadLink(target, "astray", files[0], len(files))
    if file in answers and target in web.places:
        return DeadLink(target, "anchor", files[0], len(files), _near(anchor, _anchors(web, file), f"{path}#"))
    if target not in web.places:
        return DeadLink(target, "astray", files[0], len(files))
    if by_case is None:
        return DeadLink(target, "page", files[0], len(files))
    if (right := by_case.get(collision_key(file))) is not None:
        return DeadLink(target, "case", files[0], len(files), _address(right))
    folder = path.strip("/").partition("/")[0]
    beside = [one for one in answers if one.startswith(f"{folder}/") or one.count("/") <= 1]
    return DeadLink(target, "page", files[0], len(files), _near(path, map(_address, beside), ""))


def _address(file: str) -> str:
    return "/" + (file.removesuffix("index.html") if f"/{file}".endswith("/index.html") else file)


def _near(name: str, known: Iterable[str], before: str) -> str | None:
    close = nearest(name, known)
    return before + close if close is not None else None


def _anchors(web: Web, file: str) -> list[str]:
    return [one for one in web.anchors if web.has_anchor(file, one)] if file in web.files else []
