"""What the link kit is made for: named by the author, or everything that is coming."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ichsite.kit.subject import SubjectKind
from ichsite.plan.material import is_past
from ichsite.stage.known import Known
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import Place
from ichsite.text.suggest import nearest
from ichsite.text.words import Words


@dataclass(frozen=True)
class Wanted:
    """One subject by its kind and its slug; `path` is the file that it stands in."""

    kind: SubjectKind
    slug: str
    path: str


class UnknownSubject(Exception):
    """There is nothing of that name, or more than one; `words` say so and what may be meant."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def coming(known: Known) -> tuple[Wanted, ...]:
    """The streams that are not over, the next first, and every craft."""
    streams = sorted(known.catalog.streams, key=lambda one: (one.value.starts, one.slug))
    ahead = (Wanted("stream", one.slug, one.path) for one in streams if not is_past(one.value, known.today))
    return (*ahead, *(Wanted("craft", slug, card.path) for slug, card in sorted(known.cards.items())))


def wanted(known: Known, names: Iterable[str]) -> tuple[Wanted, ...]:
    """What those names mean: `stream:ID`, `craft:ID`, or an id or a folder's name alone; everything coming without any.

    Raises UnknownSubject.
    """
    named: dict[str, set[Wanted]] = {}
    for name, one in _names(known):
        named.setdefault(name, set()).add(one)
    return tuple(dict.fromkeys(_meant(name, named) for name in names)) or coming(known)


def _names(known: Known) -> Iterator[tuple[str, Wanted]]:
    """Every name of every subject, with its kind and without."""
    subjects = [Wanted("stream", one.slug, one.path) for one in known.catalog.streams]
    subjects += [Wanted("craft", slug, card.path) for slug, card in known.cards.items()]
    for one in subjects:
        for name in {one.slug, known.entered.book.id(one.kind, one.slug)}:
            yield name, one
            yield f"{one.kind}:{name}", one


def _meant(name: str, named: dict[str, set[Wanted]]) -> Wanted:
    found = sorted(named.get(name.strip().replace("：", ":"), ()), key=lambda one: (one.kind, one.slug))
    if len(found) == 1:
        return found[0]
    if found:
        ways = " / ".join(f"{one.kind}:{one.slug}" for one in found)
        raise UnknownSubject(Words(f"`{name}` 不止一个，写成 {ways}", f"`{name}` names more than one; write {ways}"))
    close = nearest(name, named)
    help = (
        Words(f"是不是想写 `{close}`？", f"Did you mean `{close}`?")
        if close is not None
        else Words("写成 craft:编号 或 stream:编号", "Write craft:ID or stream:ID.")
    )
    raise UnknownSubject(
        Words(f"没有叫 `{name}` 的作品或直播。{help.zh}", f"There is no craft or stream `{name}`. {help.en}")
    )


def unpublished(known: Known, subjects: Iterable[Wanted]) -> Iterator[Diagnostic]:
    """`kit-not-published`: a code that no build has written down leads nowhere, and may yet become another."""
    published = {line.code for line in known.ledger.ledger.entries}
    for one in subjects:
        if known.entered.book.code(one.kind, one.slug) not in published:
            yield warning(
                "kit-not-published",
                Place(one.path),
                Words(
                    "还没有发布过：短码和网址现在打不开",
                    "this was never published: its code and its address lead nowhere yet",
                ),
                Words(
                    "先运行 ichsite build 并上传，再把素材发出去",
                    "run `ichsite build` and upload the site before you paste anything",
                ),
            )
