"""Wishes for an offer, sensible and not: values on the list and beside it, on the steps and between, too many of them."""

from __future__ import annotations

from hypothesis import strategies as st

from ichsite.assess.counting import plain
from ichsite.model.offer import Offer
from ichsite.model.option import AnyOption, ChoiceOption, ColourOption, NumberOption, SizeTableOption, TextOption

_NONSENSE = st.sampled_from(["", "none", "-1", "1e3", "9" * 12, "０", "百", "<b>", "0.0001", "1,5"])
_LETTERS = st.text(st.sampled_from("福寿Aé7，·。 😀\u0301ﷲ\U00020000"), max_size=14)


def wishes(offer: Offer) -> st.SearchStrategy[dict[str, tuple[str, ...]]]:
    """A wish names some options of the offer, perhaps one that it has not, and for each a few values."""
    named = {name: _values(option) for option in offer.options for name in _names(option)}
    return st.fixed_dictionaries({}, optional={**named, "no-such-option": st.just(("1",))})


def _names(option: AnyOption) -> list[str]:
    if isinstance(option, SizeTableOption):
        return [f"{option.id}.{line.id}" for line in option.measures]
    return [option.id]


def _values(option: AnyOption) -> st.SearchStrategy[tuple[str, ...]]:
    most = option.at_most if isinstance(option, (ChoiceOption, ColourOption)) else 1
    many = st.lists(_value(option), max_size=min(most, 6) + 1)
    return many.map(tuple)


def _value(option: AnyOption) -> st.SearchStrategy[str]:
    if isinstance(option, ChoiceOption):
        return st.sampled_from([one.id for one in option.values] or ["-"]) | _NONSENSE
    if isinstance(option, ColourOption):
        return st.sampled_from([one.id for one in option.palette] or ["-"]) | _NONSENSE
    if isinstance(option, TextOption):
        return _LETTERS
    if isinstance(option, NumberOption):
        steps = st.integers(-1, int((option.highest - option.lowest) / option.step) + 1)
        return steps.map(lambda at: plain(option.lowest + option.step * at)) | _NONSENSE
    if isinstance(option, SizeTableOption):
        line = option.measures[0]
        steps = st.integers(-1, int((line.highest - line.lowest) / option.step) + 1)
        return steps.map(lambda at: plain(line.lowest + option.step * at)) | _NONSENSE
    return st.integers(1, option.most_files + 1).map(str)
