"""Filters: how addresses, money, days and terms are written in a page.

A `Speech` is made once for a site; each of its public methods is one filter (`FILTERS`).
Babel is imported with the first page, and what was written once is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import UndefinedError
from markupsafe import Markup

from ichsite.media.shape import Shape, written
from ichsite.model.offer import Offer
from ichsite.model.option import AnyOption, ChoiceOption, NumberOption, SizeTableOption, TextOption
from ichsite.model.span import DayRange, PriceRange
from ichsite.text.address import BaseUrl, UrlPath
from ichsite.text.suggest import nearest
from ichsite.text.words import Language

if TYPE_CHECKING:
    from babel import Locale

FILTERS = (
    "absolute",
    "day",
    "day_short",
    "days",
    "digits",
    "href",
    "label",
    "lang",
    "locale",
    "money",
    "moment",
    "month",
    "number",
    "per_cent",
    "price",
    "shape",
    "story",
    "time_of_day",
    "unit",
    "weekday",
)
_HEADING = re.compile(r"(</?h)([2-6])(?=[ >])")
_KEPT = 8192


class MissingWord(UndefinedError):
    """A term that the theme's catalogue has no word for."""

    def __init__(self, language: str, msgid: str, close: str | None) -> None:
        super().__init__(f"no word for {msgid} in {language}")
        self.language, self.msgid, self.close = language, msgid, close


class Speech:
    """How one site speaks: its addresses, its language, its currency, its theme's words."""

    def __init__(self, base: BaseUrl, language: Language, currency: str, words: dict[str, str]) -> None:
        self.base, self.language, self.currency, self.words = base, language, currency, words
        keep = lru_cache(maxsize=_KEPT)
        self.money: Callable[[int, str | None], str] = keep(self._money)
        self.day: Callable[[date], str] = keep(self._day)
        self._month_day: Callable[[date], str] = keep(self._short)

    def filters(self) -> dict[str, Callable[..., Any]]:
        """All filters by name."""
        return {name: getattr(self, name) for name in FILTERS}

    def gettext(self, msgid: str) -> str:
        """The theme's word; a sentence without one stands for itself."""
        return self.words.get(msgid, msgid)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """The theme's word for one or for many."""
        return self.gettext(singular if count == 1 else plural)

    def label(self, key: str, kind: str) -> str:
        """The word of a term, such as `level.national`; raises MissingWord."""
        msgid = f"{kind}.{key}"
        if (word := self.words.get(msgid)) is None:
            near = nearest(msgid, (known for known in self.words if known.startswith(f"{kind}.")))
            raise MissingWord(self.language, msgid, near)
        return word

    def lang(self, _text: object) -> str:
        """The language of a text: that of the page, or, where the text is not translated (`is foreign`), its own."""
        return self.language

    def locale(self, language: Language) -> str:
        """A language as Open Graph writes it: `zh_CN`, `en_US`."""
        return {"zh-CN": "zh_CN", "en": "en_US"}[language]

    def href(self, target: UrlPath, tree: str | None = None) -> str:
        """The link to an address of the site; in the tree of another language where one is named."""
        return self.base.link(target, tree)

    def absolute(self, target: UrlPath, tree: str | None = None) -> str:
        """The full address; as `href`."""
        return self.base.absolute(target, tree)

    def price(self, span: PriceRange) -> str:
        """`¥680–1,280`, one amount where both are the same."""
        lowest, highest = self.money(span.lowest, None), self.money(span.highest, None)
        if lowest == highest:
            return lowest
        sign = re.match(r"\D*", lowest)
        return f"{lowest}–{highest.removeprefix(sign[0] if sign else '')}"

    def days(self, span: DayRange) -> str:
        """`12–18 天`, one number where both are the same; calendar days unless words around it say else."""
        count = str(span.lowest) if span.lowest == span.highest else f"{span.lowest}–{span.highest}"
        return self.ngettext("%(count)s day", "%(count)s days", span.highest) % {"count": count}

    def day_short(self, day: date, today: date | None = None) -> str:
        """`12月8日`; with the year where `today` is given and lies in another one."""
        return self._month_day(day) if today is None or today.year == day.year else self.day(day)

    def moment(self, when: datetime, year: bool = False) -> str:
        """`11月28日 周六 20:00`, in the zone that it was written in; the year before it where asked."""
        day = self.day(when.date()) if year else self._month_day(when.date())
        parts = {"day": day, "weekday": self.weekday(when), "time": self.time_of_day(when)}
        return self.gettext("%(day)s, %(weekday)s, %(time)s") % parts

    def time_of_day(self, when: datetime) -> str:
        """`20:00`; raises ValueError for a time without a zone."""
        if when.tzinfo is None:
            raise ValueError("a moment without its zone")
        return f"{when:%H:%M}"

    def month(self, number: int) -> str:
        """`10月`."""
        from babel.dates import format_skeleton

        return format_skeleton("MMM", date(2000, number, 1), locale=self._locale)

    def per_cent(self, per_mille: int) -> str:
        """A whole percentage; what is there but rounds to nothing is `<1%`, what is not all is `>99%`."""
        if 0 < per_mille < 5:
            return "<1%"
        if 995 <= per_mille < 1000:
            return ">99%"
        return f"{(per_mille + 5) // 10}%"

    def number(self, value: Decimal | int) -> str:
        """A number in plain digits without trailing zeros."""
        return str(value) if isinstance(value, int) else format(value.normalize(), "f") if value else "0"

    def digits(self, phone: str) -> str:
        """A telephone number as a `tel:` link takes it."""
        return re.sub(r"[^0-9+]", "", phone)

    def story(self, text: str, top: int = 3) -> Markup:
        """A story's HTML, which the decoder has sanitised, with its highest heading at level `top`."""
        levels = [int(found[2]) for found in _HEADING.finditer(text)]
        shift = top - min(levels, default=top)
        if shift:
            text = _HEADING.sub(lambda tag: f"{tag[1]}{min(6, int(tag[2]) + shift)}", text)
        return Markup(text)  # noqa: S704  the one place; see ichsite.decode.story

    def shape(self, drawing: Shape) -> Markup:
        """A drawing in the page: elements that draw and nothing else, each value escaped (`ichsite.media.shape`)."""
        return Markup(written(drawing))  # noqa: S704

    def unit(self, option: str, offer: Offer) -> str:
        """The unit that limits count an option of the offer in; empty where it is a plain number."""
        table = option.partition(".")[0]
        unit = next((_unit_of(found) for found in offer.options if found.id == table), None)
        return self.label(unit, "unit") if unit else ""

    def _money(self, minor: int, currency: str | None = None) -> str:
        from babel.numbers import format_currency

        whole = minor % 100 == 0
        return format_currency(
            Decimal(minor) / 100,
            currency or self.currency,
            "¤#,##0" if whole else "¤#,##0.00",
            locale=self._locale,
            currency_digits=False,
        )

    def _day(self, day: date) -> str:
        from babel.dates import format_date

        return format_date(day, "long", locale=self._locale)

    def _short(self, day: date) -> str:
        from babel.dates import format_skeleton

        return format_skeleton("MMMd", day, locale=self._locale)

    def weekday(self, day: date) -> str:
        from babel.dates import format_date

        return format_date(day, "EEE", locale=self._locale)

    @cached_property
    def _locale(self) -> Locale:
        from babel import Locale

        return Locale.parse(self.language, sep="-")


def _unit_of(option: AnyOption) -> str | None:
    """As `ichsite.model.limit` counts: a text its characters, several of a list how many."""
    if isinstance(option, TextOption):
        return "character"
    if isinstance(option, (NumberOption, SizeTableOption)):
        return option.unit
    if isinstance(option, ChoiceOption) and option.at_most == 1:
        return option.unit
    return "choice"
