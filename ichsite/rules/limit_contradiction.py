"""limit-contradiction: a limit names options that there are, counts what can be counted, and has a bound.

Passes: `{kind: room, count: words, each: 1.8, space: width, reason: …}` where `words` is a text and `width` a number.
Fails: `count: wrods`; `space: glaze` where `glaze` is a colour; `{kind: bound, option: width}` with no bound.
Source: DOMAIN.md, customisation threshold 定制阈值; the kinds are those of `ichsite.model.limit`.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ichsite.assess.counting import plain
from ichsite.assess.dossier import Dossier
from ichsite.assess.wish import option_names
from ichsite.model.limit import (
    AnyLimit,
    BoundLimit,
    Condition,
    ExcludeLimit,
    RatioLimit,
    RequireLimit,
    RoomLimit,
    TotalLimit,
)
from ichsite.model.offer import Offer
from ichsite.model.option import AnyOption, ChoiceOption, ColourOption, PictureOption, SizeTableOption
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

CODE = "limit-contradiction"

_Found = tuple[FieldPath, Words, Words | None]


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every limit of every offer, with its conditions."""
    for assessed in dossier.offers:
        for at, limit in enumerate(assessed.offer.limits):
            field: FieldPath = ("offers", assessed.position, "limits", at)
            for inner, message, help in (*_limit(limit, assessed.offer), *_conditions(limit, assessed.offer)):
                yield error(CODE, FieldOf(dossier.customization.path, (*field, *inner)), message, help)


def _limit(limit: AnyLimit, offer: Offer) -> Iterator[_Found]:
    if isinstance(limit, RoomLimit):
        yield from _name(("count",), limit.count, offer)
        yield from _name(("space",), limit.space, offer)
        yield from _countable(limit, offer)
    elif isinstance(limit, RatioLimit):
        yield from _name(("option",), limit.option, offer)
        yield from _name(("to",), limit.to, offer)
        yield from _bounds((), limit.at_least, limit.at_most, needed=True)
    elif isinstance(limit, TotalLimit):
        for at, name in enumerate(limit.options):
            yield from _name(("options", at), name, offer)
        if len(limit.options) < 2:
            yield ("options",), Words("合计至少要有两个选项", "a total needs two options at least"), None
    else:
        yield from _name(("option",), limit.option, offer)
        if isinstance(limit, BoundLimit):
            yield from _bounds((), limit.at_least, limit.at_most, needed=True)
        if isinstance(limit, (ExcludeLimit, RequireLimit)):
            yield from _among((), limit.option, limit.among, offer)


def _conditions(limit: AnyLimit, offer: Offer) -> Iterator[_Found]:
    for at, condition in enumerate(limit.when):
        yield from _name(("when", at, "option"), condition.option, offer)
        yield from _among(("when", at), condition.option, condition.among, offer)
        yield from _bounds(("when", at), condition.at_least, condition.at_most, needed=False)
        if _says_nothing(condition):
            yield (
                ("when", at),
                Words("这个条件什么也没说", "this condition states nothing"),
                Words("写上 given、among、at_least 或 at_most", "write given, among, at_least or at_most"),
            )


def _says_nothing(condition: Condition) -> bool:
    return condition.given is None and not condition.among and condition.at_least is None and condition.at_most is None


def _name(field: FieldPath, name: str, offer: Offer) -> Iterator[_Found]:
    if name in option_names(offer):
        return
    if (table := _option(offer, name)) is not None and isinstance(table, SizeTableOption):
        lines = "、".join(f"`{name}.{line.id}`" for line in table.measures)
        yield (
            field,
            Words(f"`{name}` 是尺寸表，要指明哪一行", f"`{name}` is a size table; name one of its lines"),
            Words(f"写成 {lines} 之一", f"write one of {lines}"),
        )
        return
    yield (
        field,
        Words(f"没有 `{name}` 这个选项", f"there is no option `{name}`"),
        did_you_mean(name, option_names(offer)),
    )


def _option(offer: Offer, name: str) -> AnyOption | None:
    return next((option for option in offer.options if option.id == name.partition(".")[0]), None)


def _countable(limit: RoomLimit, offer: Offer) -> Iterator[_Found]:
    for role, name in (("count", limit.count), ("space", limit.space)):
        option = _option(offer, name)
        if isinstance(option, PictureOption) or (role == "space" and isinstance(option, ColourOption)):
            what = "图片" if isinstance(option, PictureOption) else "颜色"
            yield (
                (role,),
                Words(
                    f"`{name}` 是{what}，量不出{'地方' if role == 'space' else '个数'}", f"`{name}` cannot be measured"
                ),
                Words(
                    "换成数字、尺寸表的一行，或带 `measure` 的选项",
                    "name a number, a line of a size table, or a choice with `measure`",
                ),
            )
        if role == "space" and isinstance(option, ChoiceOption) and any(one.measure is None for one in option.values):
            yield (
                (role,),
                Words(f"`{name}` 有的值没有 `measure`，不知道有多大地方", f"some values of `{name}` have no `measure`"),
                Words(f"给 `{name}` 的每个值写上 `measure`", f"give every value of `{name}` a `measure`"),
            )


def _among(field: FieldPath, name: str, among: tuple[str, ...], offer: Offer) -> Iterator[_Found]:
    option = _option(offer, name)
    if option is None or not among:
        return
    known = _values(option)
    for at, value in enumerate(among):
        if value not in known:
            yield (
                (*field, "among", at),
                Words(f"`{name}` 里没有 `{value}` 这一项", f"`{name}` has no value `{value}`"),
                did_you_mean(value, known)
                or Words("只有单选、多选和颜色才有可写的项", "only choices and colours have values to name"),
            )


def _values(option: AnyOption) -> tuple[str, ...]:
    if isinstance(option, ChoiceOption):
        return tuple(one.id for one in option.values)
    if isinstance(option, ColourOption):
        return tuple(one.id for one in option.palette)
    return ()


def _bounds(field: FieldPath, least: Decimal | None, most: Decimal | None, *, needed: bool) -> Iterator[_Found]:
    if needed and least is None and most is None:
        yield (
            field,
            Words("没有写界限，这一条什么也限制不了", "this limit has no bound and limits nothing"),
            Words("写上 `at_least`、`at_most` 或两个都写", "write `at_least`, `at_most` or both"),
        )
    if least is not None and most is not None and least > most:
        yield (
            (*field, "at_least"),
            Words(
                f"至少 {plain(least)}，却大于最多 {plain(most)}", f"at least {plain(least)}, but at most {plain(most)}"
            ),
            Words("两个数对调，或改正写错的一个", "swap the two, or mend the one that is wrong"),
        )
