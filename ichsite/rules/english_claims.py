"""What must not be claimed in Chinese must not be claimed in English either: the same codes, over the words of a translation.

The rules proper (`handmade_claim` and others) know what a claim stands against; here are the English phrases for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.catalog.texts import story_text
from ichsite.model.record import Record
from ichsite.model.translation import Translation
from ichsite.text.diagnostic import Diagnostic, error, warning
from ichsite.text.place import FieldOf, Place
from ichsite.text.words import Words

_HAND = re.compile(
    r"\b(?:100\s?%|entirely|wholly|completely|purely|all)[ -](?:hand-?made|by hand|made by hand)\b", re.I
)
_TITLE = re.compile(r"\b(?:national(?:-level)?|state-level|ICH|intangible[ -]heritage)[ -](?:grand ?)?master\b", re.I)
_RETURNS = re.compile(
    r"\b(?:no returns|non-?returnable|returns (?:are )?not accepted|no refunds?|non-?refundable)\b", re.I
)
_BARRED = re.compile(r"\b(?:cannot|can't|may not|can not) be cancell?ed\b|\bno cancell?ations?\b", re.I)
_DRAW = re.compile(r"\b(?:blind box|lucky (?:dip|draw|bag)|mystery box|gacha)\b", re.I)
_DENIED = re.compile(r"\b(?:not|never|no|nobody|isn't|aren't)\b[^.,;:!?]{0,12}$", re.I)


def claims_in(own: Record[Translation], dossier: Dossier) -> Iterator[Diagnostic]:
    """The findings about a craft's words in English."""
    if own.value.language != "en":
        return
    handmade = all(step.by == "hand" for step in dossier.craft.value.authenticity)
    returnable = any(one.offer.making != "made-to-order" or one.offer.returns_days for one in dossier.offers)
    made = any(one.offer.making == "made-to-order" for one in dossier.offers)
    drawn = dossier.customization.value.draw is not None
    for where, text in _texts(own):
        if not handmade and (word := _said(_HAND, text)):
            yield error("handmade-claim", where, Words(f"这里说“{word}”，可有的工序不是手工", f"“{word}” is claimed here, but not every step is by hand"), Words("说清哪一步是手工，如 chased by hand", "say which step is by hand, such as “chased by hand”"))  # fmt: skip
        if returnable and (word := _said(_RETURNS, text)):
            yield error("returns-refused", where, Words(f"“{word}”：有一层是可以退的", f"“{word}”: one of the tiers can be returned"), Words("说清哪一层不能退", "say which tier cannot be returned"))  # fmt: skip
        if made and (word := _said(_BARRED, text)):
            yield warning("no-cancelling", where, Words(f"“{word}”：定作完成以前可以解除", f"“{word}”: an order may be cancelled until the piece is done"), Words("写明取消时怎样结算", "say what is settled on cancelling"))  # fmt: skip
        if not drawn and (word := _said(_DRAW, text)):
            yield error("draw-mixed", where, Words(f"“{word}”是抽签，和做成什么样说不准是两回事", f"“{word}” is a draw; that a result varies is another matter"), Words("换个说法，如 the colour varies", "put it otherwise, such as “the colour varies”"))  # fmt: skip
        yield from title_claims(where, text)


def title_claims(where: FieldOf | Place, text: str) -> Iterator[Diagnostic]:
    """Titles that nobody confers, in an English text."""
    if word := _said(_TITLE, text):
        yield error("title-not-official", where, Words(f"“{word}”不是任何机关认定的称号", f"“{word}” is a title that nobody confers"), Words("写 inheritor of national-level ICH 之类的说法", "write “representative inheritor (national level)” or the like"))  # fmt: skip


def texts_in(own: Record[Translation]) -> Iterator[tuple[FieldOf | Place, str]]:
    """Every text of a translation with its place, its story last."""
    yield from _texts(own)


def _texts(own: Record[Translation]) -> Iterator[tuple[FieldOf | Place, str]]:
    for name, text in own.value.named:
        yield FieldOf(own.path, (name,)), text
    inner = ("words",) if own.path.endswith(".md") else ()
    for key, text in own.value.words:
        yield FieldOf(own.path, (*inner, key)), text
    if own.story.parts:
        yield Place(own.path), story_text(own.story)


def _said(wanted: re.Pattern[str], text: str) -> str | None:
    for found in wanted.finditer(text):
        if _DENIED.search(text[max(0, found.start() - 24) : found.start()]) is None:
            return found[0]
    return None
