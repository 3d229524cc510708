"""A limit between options in words, Chinese and English: what `macros/limits.html` says on a page, for a terminal and for JSON.

The patterns are the theme's own sentences; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from ichsite.assess.card import option_words
from ichsite.assess.counting import plain
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
from ichsite.model.option import AnyOption, ChoiceOption, NumberOption, SizeTableOption, TextOption
from ichsite.text.words import Words

UNITS: Mapping[str, Words] = {
    "mm": Words("毫米", "mm"),
    "cm": Words("厘米", "cm"),
    "m": Words("米", "m"),
    "g": Words("克", "g"),
    "ml": Words("毫升", "ml"),
    "piece": Words("件", "pieces"),
    "colour": Words("色", "colours"),
    "character": Words("个字", "characters"),
    "choice": Words("项", "choices"),
}
COMMA, SEMICOLON, COLON = Words("、", ", "), Words("；", "; "), Words("：", ": ")
OR, AND = Words("或", " or "), Words("，且", ", and ")

GIVEN = Words("选了“%(name)s”", "“%(name)s” is chosen")
NOT_GIVEN = Words("不选“%(name)s”", "“%(name)s” is not chosen")
IS = Words("“%(name)s”选%(values)s", "“%(name)s” is %(values)s")
MOST = Words("“%(name)s”不超过 %(most)s %(unit)s", "“%(name)s” is at most %(most)s %(unit)s")
LEAST = Words("“%(name)s”不少于 %(least)s %(unit)s", "“%(name)s” is at least %(least)s %(unit)s")
BETWEEN = Words("“%(name)s”在 %(least)s–%(most)s %(unit)s之间", "“%(name)s” is from %(least)s to %(most)s %(unit)s")
EACH = Words(
    "“%(count)s”每一个要占“%(space)s” %(each)s %(unit)s",
    "each of “%(count)s” takes %(each)s %(unit)s of “%(space)s”",
)
ROWS = Words("最多排 %(rows)s 排", "they stand in up to %(rows)s rows")
MARGIN = Words("另留 %(margin)s %(unit)s", "%(margin)s %(unit)s stay free")
SHARE_MOST = Words("“%(name)s”不超过“%(to)s”的 %(most)s%%", "“%(name)s” is at most %(most)s%% of “%(to)s”")
SHARE_LEAST = Words("“%(name)s”不少于“%(to)s”的 %(least)s%%", "“%(name)s” is at least %(least)s%% of “%(to)s”")
SHARE_BETWEEN = Words(
    "“%(name)s”在“%(to)s”的 %(least)s%%–%(most)s%% 之间",
    "“%(name)s” is from %(least)s%% to %(most)s%% of “%(to)s”",
)
FOR_EACH = Words("“%(to)s”每 1 %(unit)s，%(limit)s", "for each %(unit)s of “%(to)s”: %(limit)s")
TOTAL = Words("%(names)s合计不超过 %(most)s %(unit)s", "%(names)s together: at most %(most)s %(unit)s")
NOT_AMONG = Words("“%(name)s”不能选%(values)s", "“%(name)s” cannot be %(values)s")
NOT_HAD = Words("不能再要“%(name)s”", "“%(name)s” cannot be had")
AMONG = Words("“%(name)s”要选%(values)s", "“%(name)s” must be %(values)s")
HAD = Words("要说明“%(name)s”", "“%(name)s” must be given")
WHEN = Words("%(conditions)s时，%(limit)s", "When %(conditions)s: %(limit)s")
SENTENCES = (
    GIVEN, NOT_GIVEN, IS, MOST, LEAST, BETWEEN, EACH, ROWS, MARGIN, SHARE_MOST, SHARE_LEAST, SHARE_BETWEEN, FOR_EACH,
    TOTAL, NOT_AMONG, NOT_HAD, AMONG, HAD, WHEN,
)  # fmt: skip
"""Each is a message of the theme by its English."""


def limit_words(limit: AnyLimit, offer: Offer) -> Words:
    """The limit in a sentence, with the labels of the offer that it stands in."""
    return _Speaker(offer).whole(limit)


def filled(pattern: Words, **parts: str | Words) -> Words:
    """A pattern with its parts; a part that is `Words` is said in each language."""
    zh = {name: one.zh if isinstance(one, Words) else one for name, one in parts.items()}
    en = {name: one.en if isinstance(one, Words) else one for name, one in parts.items()}
    return Words((pattern.zh % zh).strip(), (pattern.en % en).strip())


def joined(mark: Words, said: Iterable[Words]) -> Words:
    """Several, with a mark between them."""
    every = tuple(said)
    return Words(mark.zh.join(one.zh for one in every), mark.en.join(one.en for one in every))


def as_is(text: str) -> Words:
    """The author's own words, which are the same in both."""
    return Words(text, text)


@dataclass(frozen=True)
class _Speaker:
    offer: Offer

    @cached_property
    def labels(self) -> Mapping[str, str]:
        return option_words(self.offer)

    def label(self, name: str) -> str:
        return self.labels.get(name, name)

    def unit(self, name: str) -> Words:
        """What limits count the option in; nothing where it is a plain number."""
        option = next((one for one in self.offer.options if one.id == name.partition(".")[0]), None)
        if isinstance(option, NumberOption) and option.unit == "piece" and option.measure_word:
            return as_is(option.measure_word)
        unit = _unit(option) if option is not None else None
        return UNITS[unit] if unit is not None else Words("", "")

    def whole(self, limit: AnyLimit) -> Words:
        sentence = self.sentence(limit)
        if not limit.when:
            return sentence
        return filled(WHEN, conditions=joined(AND, map(self.condition, limit.when)), limit=sentence)

    def condition(self, one: Condition) -> Words:
        name = self.label(one.option)
        said: list[Words] = []
        if one.given is not None:
            said.append(filled(GIVEN if one.given else NOT_GIVEN, name=name))
        if one.among:
            said.append(filled(IS, name=name, values=self.values(one.option, one.among)))
        if one.at_least is not None or one.at_most is not None:
            said.append(self.between(one.option, one.at_least, one.at_most))
        return joined(AND, said)

    def values(self, option: str, among: Iterable[str]) -> Words:
        return joined(OR, (as_is(self.label(f"{option}.{one}")) for one in among))

    def between(self, name: str, least: Decimal | None, most: Decimal | None) -> Words:
        label, unit = self.label(name), self.unit(name)
        if least is not None and most is not None:
            return filled(BETWEEN, name=label, least=plain(least), most=plain(most), unit=unit)
        if least is not None:
            return filled(LEAST, name=label, least=plain(least), unit=unit)
        return filled(MOST, name=label, most=plain(most if most is not None else Decimal(0)), unit=unit)

    def sentence(self, limit: AnyLimit) -> Words:
        if isinstance(limit, RoomLimit):
            return self.room(limit)
        if isinstance(limit, BoundLimit):
            return self.between(limit.option, limit.at_least, limit.at_most)
        if isinstance(limit, RatioLimit):
            return self.ratio(limit)
        if isinstance(limit, TotalLimit):
            names = joined(COMMA, (as_is(self.label(one)) for one in limit.options))
            return filled(TOTAL, names=names, most=plain(limit.at_most), unit=self.unit(limit.options[0]))
        return self.among(limit)

    def room(self, limit: RoomLimit) -> Words:
        unit = self.unit(limit.space)
        count, space = self.label(limit.count), self.label(limit.space)
        said = [filled(EACH, count=count, each=plain(limit.each), unit=unit, space=space)]
        if limit.rows > 1:
            said.append(filled(ROWS, rows=str(limit.rows)))
        if limit.margin:
            said.append(filled(MARGIN, margin=plain(limit.margin), unit=unit))
        return joined(SEMICOLON, said)

    def ratio(self, limit: RatioLimit) -> Words:
        to = self.label(limit.to)
        if self.unit(limit.option) != self.unit(limit.to):
            bound = self.between(limit.option, limit.at_least, limit.at_most)
            return filled(FOR_EACH, to=to, unit=self.unit(limit.to), limit=bound)
        name = self.label(limit.option)
        least = plain(limit.at_least * 100) if limit.at_least is not None else ""
        most = plain(limit.at_most * 100) if limit.at_most is not None else ""
        pattern = SHARE_BETWEEN if least and most else SHARE_LEAST if least else SHARE_MOST
        return filled(pattern, name=name, to=to, least=least, most=most)

    def among(self, limit: ExcludeLimit | RequireLimit) -> Words:
        name = self.label(limit.option)
        if not limit.among:
            return filled(NOT_HAD if isinstance(limit, ExcludeLimit) else HAD, name=name)
        values = self.values(limit.option, limit.among)
        return filled(NOT_AMONG if isinstance(limit, ExcludeLimit) else AMONG, name=name, values=values)


def _unit(option: AnyOption) -> str | None:
    """As `ichsite.model.limit` counts: a text its characters, several of a list how many."""
    if isinstance(option, TextOption):
        return "character"
    if isinstance(option, (NumberOption, SizeTableOption)):
        return option.unit
    if isinstance(option, ChoiceOption) and option.at_most == 1:
        return option.unit
    return "choice"
