"""How addresses, money, days and terms are written."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from ichsite.model.span import DayRange, PriceRange
from ichsite.render.filters import FILTERS, MissingWord, Speech
from ichsite.text.address import UrlPath
from tests.render.samples import BASE, default_theme

ZH = Speech(BASE, "zh-CN", "CNY", default_theme().catalogue("zh-CN"))
EN = Speech(BASE, "en", "CNY", default_theme().catalogue("en"))
EAST = timezone(timedelta(hours=8))


def test_every_filter_is_there():
    assert set(ZH.filters()) == set(FILTERS)


@pytest.mark.parametrize(
    ("minor", "said"), [(38_000, "¥380"), (6_850, "¥68.50"), (128_000, "¥1,280"), (0, "¥0"), (5, "¥0.05")]
)
def test_money(minor: int, said: str):
    assert ZH.money(minor, None) == said


@pytest.mark.parametrize(
    ("lowest", "highest", "said"),
    [(68_000, 128_000, "¥680–1,280"), (68_000, 68_000, "¥680"), (6_850, 12_000, "¥68.50–120")],
)
def test_price(lowest: int, highest: int, said: str):
    assert ZH.price(PriceRange(lowest=lowest, highest=highest)) == said


def test_price_in_english_names_the_currency_once():
    assert EN.price(PriceRange(lowest=68_000, highest=128_000)) == "CN¥680–1,280"


def test_days():
    assert ZH.days(DayRange(12, 18)) == "12–18 天"
    assert ZH.days(DayRange(5, 5)) == "5 天"
    assert EN.days(DayRange(1, 1)) == "1 day"
    assert EN.days(DayRange(1, 2)) == "1–2 days"


def test_dates():
    assert ZH.day(date(2026, 12, 8)) == "2026年12月8日"
    assert EN.day(date(2026, 12, 8)) == "December 8, 2026"
    assert ZH.day_short(date(2026, 12, 8)) == "12月8日"
    assert ZH.day_short(date(2026, 12, 8), date(2026, 1, 1)) == "12月8日"
    assert ZH.day_short(date(2027, 1, 8), date(2026, 1, 1)) == "2027年1月8日"
    assert ZH.month(10) == "10月"


def test_moment_is_in_the_zone_it_was_written_in():
    assert ZH.moment(datetime(2026, 11, 28, 20, 0, tzinfo=EAST)) == "11月28日 周六 20:00"
    assert ZH.moment(datetime(2026, 11, 28, 20, 0, tzinfo=EAST), year=True) == "2026年11月28日 周六 20:00"
    assert EN.moment(datetime(2026, 11, 28, 20, 0, tzinfo=EAST)) == "Nov 28, Sat, 20:00"


def test_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        ZH.moment(datetime(2026, 11, 28, 20, 0))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("per_mille", "said"),
    [
        (0, "0%"),
        (1, "<1%"),
        (4, "<1%"),
        (5, "1%"),
        (609, "61%"),
        (605, "61%"),
        (994, "99%"),
        (995, ">99%"),
        (1000, "100%"),
    ],
)
def test_per_cent(per_mille: int, said: str):
    assert ZH.per_cent(per_mille) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(Decimal("12.00"), "12"), (Decimal("1.80"), "1.8"), (Decimal(1000), "1000"), (Decimal("0.000"), "0"), (7, "7")],
)
def test_number(value: Decimal | int, said: str):
    assert ZH.number(value) == said


def test_addresses_have_the_sub_path_and_are_encoded():
    assert ZH.href(UrlPath("/crafts/瓶/")) == "/shop/crafts/%E7%93%B6/"
    assert ZH.absolute(UrlPath("/crafts/瓶/")) == "https://example.com/shop/crafts/%E7%93%B6/"


def test_digits():
    assert ZH.digits("(010) 1234-5678") == "01012345678"
    assert ZH.digits("+86 10 1234") == "+86101234"


def test_label():
    assert ZH.label("national", "level") == "国家级项目"
    assert EN.label("VIII", "category") == "Traditional crafts"


def test_label_without_a_word_says_which_is_near():
    with pytest.raises(MissingWord) as missing:
        ZH.label("nationl", "level")
    assert (missing.value.msgid, missing.value.close) == ("level.nationl", "level.national")


@pytest.mark.parametrize(
    ("story", "top", "shown"),
    [
        ('<h3 id="a">甲</h3><h4>乙</h4>', 2, '<h2 id="a">甲</h2><h3>乙</h3>'),
        ("<h2>甲</h2>", 3, "<h3>甲</h3>"),
        ("<h2>甲</h2><h6>乙</h6>", 4, "<h4>甲</h4><h6>乙</h6>"),
        ("<p>&lt;h2&gt;</p><hr>", 3, "<p>&lt;h2&gt;</p><hr>"),
    ],
)
def test_story_starts_at_the_level_of_its_page(story: str, top: int, shown: str):
    assert ZH.story(story, top) == shown
