"""placeholder-left: what is published has nothing in it that a scaffold left for its author to write.

Passes: `summary: 一盏灯，竹骨可选。`; a page that says to replace “（待写）”.
Fails: `summary: （待写）一句话：读完知道什么。` in what is no draft; a story that begins with `(to write)`; an order that leads to
`https://example.com/(to-write)`.
Fails: `title: (to write)` in `index.en.md`, `口径: （待写）` in `customization.en.yaml`, a translation of what is no draft.
Warns: the same in a draft, which only `--drafts` looks at: it is the list of what is still to be written.
Source: the scaffolds (`ichsite.scaffold`), where whatever is half written is a draft: a page of examples would promise them
to a buyer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ichsite.assess.dossier import Dossier
from ichsite.model.offer import Customization
from ichsite.model.record import Record
from ichsite.model.translation import Translation
from ichsite.rules.whole import Whole
from ichsite.rules.wording import passages_of
from ichsite.text.diagnostic import Diagnostic, Related, error, warning
from ichsite.text.place import FieldOf, Where
from ichsite.text.placeholder import LEFT, MARK
from ichsite.text.words import Words

CODE = "placeholder-left"

_BY_BUYERS = ("title", "buyer", "words", "scene")
"""What a showcase says in words of its own; the rest of it are names and days."""
_HELP = Words(
    f"搜索“{MARK.zh}”或 `{MARK.en}`，一处一处换成自己的话；还没写完，就写回 `draft: true`（作品写在 index.md 里）",
    f"search for `{MARK.en}` or `{MARK.zh}` and put your own words there; until then write `draft: true` (of a craft, in index.md)",
)
_HELP_DRAFT = Words(
    f"把“{MARK.zh}”和它后面的话换成自己的；全写好了，再删掉 `draft: true` 那一行",
    f"put your own words for `{MARK.en}` and what follows it; when all is written, delete the line `draft: true`",
)


_HELP_TRANSLATION = Words(
    f"搜索“{MARK.zh}”或 `{MARK.en}`，换成自己的译文；还没译的就删掉那一行，页面上会先用原文",
    f"search for `{MARK.en}` or `{MARK.zh}` and put your own words there; what is not translated yet, delete: the page then shows the original",
)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Both files of a craft, what viewers may wish for and where it is ordered included."""
    draft = dossier.craft.value.draft
    further = tuple(_further(dossier.customization))
    if further or LEFT.search(dossier.wording) is not None:
        yield from _told((*_left(dossier.craft),), draft=draft)
        yield from _told((*_left(dossier.customization), *further), draft=draft)


def check_whole(whole: Whole) -> Iterator[Diagnostic]:
    """The settings, the tiers, and every other item."""
    catalog = whole.catalog
    tiers = (catalog.tiers,) if catalog.tiers is not None else ()
    for record in (catalog.site, *tiers, *catalog.told, *catalog.polls, *catalog.ideas):
        yield from _told(tuple(_left(record)), draft=getattr(record.value, "draft", False))
    for showcase in catalog.showcases:
        texts = ((name, getattr(showcase.value, name)) for name in _BY_BUYERS)
        left = tuple(FieldOf(showcase.path, (name,)) for name, text in texts if LEFT.search(text or ""))
        yield from _told(left, draft=showcase.value.draft)


def translation_left(own: Record[Translation], *, draft: bool) -> Iterator[Diagnostic]:
    """A translation's words and its story; `draft` is what it translates."""
    titled = ("words",) if own.path.endswith(".md") else ()
    named = [((name,), text) for name, text in own.value.named]
    words = [((*titled, key), text) for key, text in own.value.words]
    places: list[Where] = [FieldOf(own.path, field) for field, text in (*named, *words) if LEFT.search(text)]
    if own.story.unwritten is not None:
        places.append(own.story.unwritten)
    yield from _told(tuple(places), draft=draft, help=_HELP_TRANSLATION)


def _left(record: Record[Any]) -> Iterator[Where]:
    for passage in passages_of(record.value, record.path, record.at):
        if LEFT.search(passage.text) is not None:
            yield passage.where
    if record.story.unwritten is not None:
        yield record.story.unwritten


def _further(record: Record[Customization]) -> Iterator[Where]:
    """What is not the seller's own prose: wishes, and the addresses of orders."""
    for at, offer in enumerate(record.value.offers):
        if offer.order is not None and LEFT.search(offer.order.url) is not None:
            yield FieldOf(record.path, ("offers", at, "order", "url"))
        for number, boundary in enumerate(offer.boundaries):
            if LEFT.search(boundary.wish) is not None:
                yield FieldOf(record.path, ("offers", at, "boundaries", number, "wish"))


def _told(places: tuple[Where, ...], *, draft: bool, help: Words | None = None) -> Iterator[Diagnostic]:
    """One finding a file: a scaffold has twenty such places, and whoever forgot one forgot them all."""
    count = len(places)
    if not count:
        return
    zh, en = (f"，这个文件里共 {count} 处", f"; {count} in this file") if count > 1 else ("", "")
    related = tuple(Related(place, Words("还有这里", "and here")) for place in places[1:])
    if draft:
        yield warning(
            CODE,
            places[0],
            Words(f"这里还没有写{zh}", f"this is still to be written{en}"),
            help or _HELP_DRAFT,
            related,
        )
        return
    yield error(
        CODE,
        places[0],
        Words(
            f"这里还是待写的样子，没有换成自己的话{zh}。发布出去，买家会当真",
            f"this is still the example of what to write here{en}; published, a buyer would take it for the truth",
        ),
        help or _HELP,
        related,
    )
