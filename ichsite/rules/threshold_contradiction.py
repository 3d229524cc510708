"""threshold-contradiction: an option's own figures and lists fit together.

Passes: `{kind: number, id: mouth, lowest: 60, highest: 120, step: 5, …}`.
Fails: `lowest: 120, highest: 60`; a step larger than the span; `values: []`; the same id twice.
Source: DOMAIN.md, customisation threshold 定制阈值: an upper limit that a reader can rely on.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ichsite.assess.counting import plain
from ichsite.assess.dossier import Dossier
from ichsite.model.option import (
    AnyOption,
    ChoiceOption,
    ColourOption,
    NumberOption,
    SizeTableOption,
    TextOption,
)
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.words import Words

CODE = "threshold-contradiction"

_Found = tuple[FieldPath, Words, Words]


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every option of every offer, and its ids."""
    path = dossier.customization.path
    for assessed in dossier.offers:
        field: FieldPath = ("offers", assessed.position, "options")
        options = assessed.offer.options
        yield from _twice(path, [((*field, at, "id"), option.id) for at, option in enumerate(options)])
        for at, option in enumerate(options):
            for inner, message, help in faults_of(option):
                yield error(CODE, FieldOf(path, (*field, at, *inner)), message, help)
            yield from _twice(path, [((*field, at, *inner), name) for inner, name in _inner_ids(option)])


def faults_of(option: AnyOption) -> Iterator[_Found]:
    """What is wrong with one option, each with its field inside the option, the message and the help."""
    if isinstance(option, NumberOption):
        yield from _span(option.label, option.lowest, option.highest, option.step, ())
    elif isinstance(option, TextOption):
        yield from _text(option)
    elif isinstance(option, ChoiceOption) and (option.values or option.motifs is None):
        yield from _list(option.label, "values", len(option.values), option.at_most)
    elif isinstance(option, ColourOption) and (option.palette or option.from_palette is None):
        yield from _list(option.label, "palette", len(option.palette), option.at_most)
    elif isinstance(option, SizeTableOption):
        yield from _list(option.label, "measures", len(option.measures), 0)
        for at, line in enumerate(option.measures):
            label = f"{option.label}·{line.label}"
            yield from _span(label, line.lowest, line.highest, option.step, ("measures", at))


def _span(label: str, lowest: Decimal, highest: Decimal, step: Decimal, field: FieldPath) -> Iterator[_Found]:
    low, high = plain(lowest), plain(highest)
    if lowest > highest:
        yield (
            (*field, "lowest"),
            Words(f"“{label}”最小 {low}，却大于最大 {high}", f"“{label}”: the least, {low}, is over the most, {high}"),
            Words("两个数对调，或改正写错的一个", "swap the two, or mend the one that is wrong"),
        )
    elif lowest < highest and step > highest - lowest:
        yield (
            ("step",),
            Words(
                f"“{label}”一档 {plain(step)}，比 {low}–{high} 的跨度还大，{high} 永远选不到",
                f"“{label}”: a step of {plain(step)} is larger than {low}–{high}; {high} can never be chosen",
            ),
            Words("把 `step` 改小", "write a smaller `step`"),
        )


def _text(option: TextOption) -> Iterator[_Found]:
    if option.least_characters > option.most_characters:
        least, most = option.least_characters, option.most_characters
        yield (
            ("least_characters",),
            Words(f"最少 {least} 个字，却多于最多 {most} 个字", f"at least {least} characters, but at most {most}"),
            Words("改正写错的一个", "mend the one that is wrong"),
        )
    if not option.scripts:
        yield (
            ("scripts",),
            Words(f"“{option.label}”没有写能用哪些文字，什么字都写不了", f"“{option.label}” allows no script at all"),
            Words(
                "写上 han（汉字）、latin、digits、punctuation 中的几种", "list some of han, latin, digits, punctuation"
            ),
        )


def _list(label: str, name: str, count: int, at_most: int) -> Iterator[_Found]:
    if count == 0:
        yield (
            (name,),
            Words(f"“{label}”一项可选的也没有", f"“{label}” has nothing to choose from"),
            Words(
                f"在 `{name}` 里写出可选的项，或删掉这个选项", f"list something under `{name}`, or remove the option"
            ),
        )
    elif at_most > count:
        yield (
            ("at_most",),
            Words(
                f"“{label}”最多选 {at_most} 项，可选的只有 {count} 项",
                f"“{label}” takes up to {at_most} of only {count}",
            ),
            Words(f"把 `at_most` 改成不超过 {count}", f"write an `at_most` of {count} or less"),
        )


def _inner_ids(option: AnyOption) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(option, ChoiceOption):
        yield from ((("values", at, "id"), one.id) for at, one in enumerate(option.values))
    elif isinstance(option, ColourOption):
        yield from ((("palette", at, "id"), one.id) for at, one in enumerate(option.palette))
    elif isinstance(option, SizeTableOption):
        yield from ((("measures", at, "id"), one.id) for at, one in enumerate(option.measures))


def _twice(path: str, ids: list[tuple[FieldPath, str]]) -> Iterator[Diagnostic]:
    first: dict[str, FieldPath] = {}
    for field, name in ids:
        if (other := first.setdefault(name, field)) == field:
            continue
        yield error(
            CODE,
            FieldOf(path, field),
            Words(
                f"id `{name}` 用了两次，分不清说的是哪一个",
                f"the id `{name}` is used twice; which is meant cannot be told",
            ),
            Words("给其中一个换个 id", "give one of them another id"),
            (Related(FieldOf(path, other), Words("第一次用在这里", "first used here")),),
        )
