"""What a wish costs: the offer's lowest price and what its choices add, in minor units.

lowest  = the offer's lowest + what each choice adds
highest = lowest + the most that each required option may add which is not chosen yet;
          at least the offer's highest where something chosen has to be asked first
"""

from __future__ import annotations

from ichsite.assess.counting import characters, number
from ichsite.assess.satisfy import most_added
from ichsite.assess.wish import Wish
from ichsite.model.offer import Offer
from ichsite.model.option import AnyOption, ChoiceOption, ColourOption, NumberOption, SizeTableOption, TextOption
from ichsite.model.span import PriceRange


def price_of(offer: Offer, wish: Wish) -> PriceRange:
    """The price of a wish; a value that the option does not take adds nothing."""
    lowest, open_to, ask = offer.price.lowest, 0, False
    for option in offer.options:
        lowest += _added(option, wish)
        ask = ask or _asks(option, wish)
        if option.required and not _given(option, wish):
            open_to += most_added(option)
    highest = lowest + open_to
    return PriceRange(lowest=lowest, highest=max(highest, offer.price.highest) if ask else highest)


def _given(option: AnyOption, wish: Wish) -> bool:
    if isinstance(option, SizeTableOption):
        return any(wish.get(f"{option.id}.{line.id}") for line in option.measures)
    return bool(wish.get(option.id))


def _added(option: AnyOption, wish: Wish) -> int:
    if not _given(option, wish):
        return 0
    values = wish.get(option.id, ())
    if isinstance(option, ChoiceOption):
        return sum(one.adds for one in option.values if one.id in values)
    if isinstance(option, ColourOption):
        return sum(one.adds for one in option.palette if one.id in values)
    if isinstance(option, NumberOption):
        value = number(values[0])
        if value is None or not option.lowest <= value <= option.highest:
            return 0
        return int((value - option.lowest) / option.step) * option.adds_per_step
    if isinstance(option, TextOption):
        return option.adds + characters(values[0]) * option.adds_per_character
    return option.adds


def _asks(option: AnyOption, wish: Wish) -> bool:
    return isinstance(option, ChoiceOption) and any(
        one.ask and one.id in wish.get(option.id, ()) for one in option.values
    )
