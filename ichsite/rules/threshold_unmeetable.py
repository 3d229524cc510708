"""threshold-unmeetable: what is offered can be had.

Passes: 12 characters of 1.8 mm on a plate up to 40 mm wide.
Fails: 30 characters of 1.8 mm on it (the longest text never fits: a warning; the shortest: an error);
limits that no choice at all can meet; a value of a choice that the limits never allow.
Source: DOMAIN.md, customisation threshold 定制阈值; the search is `ichsite.assess.satisfy`.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ichsite.assess.counting import plain
from ichsite.assess.dossier import AssessedOffer, Dossier
from ichsite.assess.satisfy import satisfiable
from ichsite.model.limit import RoomLimit
from ichsite.model.offer import Offer
from ichsite.model.option import ChoiceOption, ColourOption, NumberOption, SizeTableOption, TextOption
from ichsite.rules.threshold_contradiction import faults_of
from ichsite.text.diagnostic import Diagnostic, Related, error, warning
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.words import Words

CODE = "threshold-unmeetable"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every offer with limits: something can be ordered, each value in some way, and the texts have room."""
    for assessed in dossier.offers:
        contradicted = any(True for option in assessed.offer.options for _ in faults_of(option))
        if assessed.offer.limits and not contradicted:
            yield from _searched(assessed, dossier.customization.path)
            yield from _texts(assessed, dossier.customization.path)


def _searched(assessed: AssessedOffer, path: str) -> Iterator[Diagnostic]:
    field: FieldPath = ("offers", assessed.position)
    answer = satisfiable(assessed.offer)
    if not answer.possible:
        yield error(
            CODE,
            FieldOf(path, (*field, "limits"), at_key=True),
            Words(
                "这些限制合在一起，怎么选都不行：没有一种组合做得出来",
                "taken together these limits leave nothing that can be ordered",
            ),
            Words("逐条放宽，或把必选的选项改成可不选", "loosen them one by one, or let a required option be left out"),
        )
        return
    for name, value in answer.dead:
        if (inner := _field_of(assessed.offer, name, value)) is not None:
            yield error(
                CODE,
                FieldOf(path, (*field, "options", *inner)),
                Words(f"按现在的限制，`{value}` 永远选不到", f"with these limits `{value}` can never be chosen"),
                Words("放宽和它有关的限制，或删掉这一项", "loosen the limits about it, or remove the value"),
                (Related(FieldOf(path, (*field, "limits"), at_key=True), Words("限制在这里", "the limits are here")),),
            )


def _field_of(offer: Offer, name: str, value: str) -> FieldPath | None:
    for at, option in enumerate(offer.options):
        if option.id != name:
            continue
        if isinstance(option, ChoiceOption):
            return next(((at, "values", n, "id") for n, one in enumerate(option.values) if one.id == value), None)
        if isinstance(option, ColourOption):
            return next(((at, "palette", n, "id") for n, one in enumerate(option.palette) if one.id == value), None)
    return None


def _texts(assessed: AssessedOffer, path: str) -> Iterator[Diagnostic]:
    options = {option.id: (at, option) for at, option in enumerate(assessed.offer.options)}
    for number, limit in enumerate(assessed.offer.limits):
        if not isinstance(limit, RoomLimit) or limit.when or limit.count not in options:
            continue
        at, text = options[limit.count]
        widest = _widest(assessed.offer, limit.space)
        if not isinstance(text, TextOption) or widest is None:
            continue
        room = limit.rows * int((widest - limit.margin) // limit.each)
        if room >= text.most_characters:
            continue
        hopeless = room < text.least_characters
        name = "least_characters" if hopeless else "most_characters"
        yield (error if hopeless else warning)(
            CODE,
            FieldOf(path, ("offers", assessed.position, "options", at, name)),
            Words(
                f"“{text.label}”写 {getattr(text, name)} 个字，最宽的 {plain(widest)} 也只容得下 {max(room, 0)} 个",
                f"“{text.label}” of {getattr(text, name)} characters: even the widest, {plain(widest)}, has room for {max(room, 0)}",
            ),
            Words("减少字数，或放大尺寸、增加行数（`rows`）", "allow fewer characters, a larger piece, or more `rows`"),
            (
                Related(
                    FieldOf(path, ("offers", assessed.position, "limits", number)),
                    Words("按这一条算", "by this limit"),
                ),
            ),
        )


def _widest(offer: Offer, name: str) -> Decimal | None:
    """The largest that an option can be, None where it has no size or its own figures are wrong."""
    table, _, line = name.partition(".")
    for option in offer.options:
        if option.id == name and isinstance(option, NumberOption):
            return option.highest
        if option.id == name and isinstance(option, ChoiceOption) and option.at_most == 1:
            return max((one.measure for one in option.values if one.measure is not None), default=None)
        if option.id == table and isinstance(option, SizeTableOption):
            return next((one.highest for one in option.measures if one.id == line), None)
    return None
