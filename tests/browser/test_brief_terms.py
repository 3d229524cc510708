"""The thresholds in the browser are Python's: refusals, what would be possible and prices, over ten thousand wishes a craft."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ichsite.assess import wish as wish_module
from ichsite.assess.counting import plain
from ichsite.assess.possible import ways_out
from ichsite.assess.priced import price_of
from ichsite.assess.refused_words import script_words
from ichsite.assess.wish import Refusal, Wish, option_refusals, refusals
from ichsite.brief.terms import Terms, offer_of, terms_json
from ichsite.model.offer import Offer
from ichsite.model.option import AnyOption, ChoiceOption, ColourOption, NumberOption, SizeTableOption, TextOption
from ichsite.text.words import LANGUAGES, Language
from tests.brief.dossiers import every_terms

SCRIPT = Path(__file__).parents[2] / "themes" / "default" / "static" / "js" / "brief_terms.js"
WISHES, POSSIBLE = 10_000, 25
"""Wishes a craft; and of these so many whose ways out are compared as well."""
ODD = (
    "",
    "-0",
    "0",
    "-1",
    "1e3",
    "1,5",
    "０",
    "百",
    "<b>",
    "0.0001",
    "999999999",
    "9" * 12,
    "10.0",
    "10.5",
    " 12",
    "12\n",
)
LETTERS = (
    *"福寿Aé7，·。 😀\u0301ﷲ\U00020000\u202e\u200d\ufe0f\n/[^]",
    "👨\u200d👩\u200d👧",
    "e\u0301",
    "\U0002ebf0",
    "ﬁ",
    "가",
)
ASK = """asked => {
  const [terms, wishes, possible] = JSON.parse(asked), offer = terms[0]
  return JSON.stringify(wishes.map((pairs, at) => {
  const wish = Object.create(null)
  pairs.forEach(pair => { wish[pair[0]] = pair[1] })
  const found = window.ichsiteBrief.refusals(offer, wish)
  const said = found.map(one => [one.option, one.what, one.reason, one.instead || '', one.limit === undefined ? '' : String(one.limit)].join('|'))
  if (at < possible) found.forEach(one => window.ichsiteBrief.waysOut(offer, wish, one, terms).forEach(
    way => said.push([way.words, way.tier || '', JSON.stringify(way.changes)].join('|'))))
  return said.concat(at % 8 ? [] : window.ichsiteBrief.priceOf(offer, wish).join('-')).join('~')
}))}"""
"""Asked and answered in JSON: a list of ten thousand lists is carried slowly otherwise."""


@pytest.fixture(scope="module", params=LANGUAGES)
def bench(request: pytest.FixtureRequest, browser: Any) -> Iterator[tuple[Any, Language]]:
    """A page with nothing on it but the script and its words."""
    page = browser.new_page()
    page.set_content("<title>x</title>")
    page.add_script_tag(content=SCRIPT.read_text("utf-8"))
    page.evaluate("words => { window.ichsiteBrief.words = words }", script_words(request.param))
    yield page, request.param
    page.close()


def crafts() -> dict[str, list[Terms]]:
    found: dict[str, list[Terms]] = {}
    for name, terms in every_terms().items():
        if name.startswith("base/"):
            continue
        found.setdefault(name.rpartition(".")[0], []).append(terms)
    return found


@pytest.fixture
def remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one option says of its values is asked a few thousand times of a few dozen values: once is enough."""
    known: dict[tuple[int, object], list[Refusal]] = {}

    def once(option: AnyOption, chosen: Wish) -> list[Refusal]:
        key = (id(option), tuple(chosen.get(name) for name in names_of(option)))
        if key not in known:
            known[key] = option_refusals(option, chosen)
        return known[key]

    monkeypatch.setattr(wish_module, "option_refusals", once)


@pytest.mark.usefixtures("remembered")
def test_the_browser_says_what_python_says(bench: tuple[Any, Language]) -> None:
    page, language = bench
    dice = random.Random(f"briefs in {language}")  # noqa: S311  the same wishes every time
    wishes = WISHES if language == "zh-CN" else WISHES // 200
    refused = possible = 0
    kept: list[Offer] = []  # ids are remembered
    assert len(crafts()) >= 17
    for name, tiers in crafts().items():
        for terms in tiers:
            offer, others = offer_of(terms), [offer_of(one) for one in tiers]
            pool = Pool(offer, dice)
            asked = [pool.wish() for _ in range(wishes // len(tiers) + 1)]
            both = [terms, *(one for one in tiers if one is not terms)]
            data = [json.loads(terms_json(one)) for one in both]
            kept.append(offer)
            told: list[str] = json.loads(
                page.evaluate(ASK, json.dumps([data, [[*one.items()] for one in asked], POSSIBLE]))
            )
            for at, (wish, said) in enumerate(zip(asked, told, strict=True)):
                ours, ways = expected(offer, wish, others if at < POSSIBLE else [], language, priced=at % 8 == 0)
                assert said == ours, (name, terms.tier, wish)
                refused += "|" in ours
                possible += ways
    assert refused > 4 * wishes
    assert possible > 100


def expected(offer: Offer, wish: Wish, others: list[Offer], language: Language, *, priced: bool) -> tuple[str, int]:
    found = refusals(offer, wish)
    said = [
        "|".join(
            (
                one.option,
                one.what.said(language),
                one.reason,
                one.instead or "",
                str(one.limit if one.limit is not None else ""),
            )
        )
        for one in found
    ]
    ordered = [offer, *(one for one in others if one.tier != offer.tier)]
    ways = [way for one in found for way in ways_out(offer, wish, one, ordered)] if others else []
    said += [
        "|".join(
            (
                way.words.said(language),
                way.tier or "",
                json.dumps(way.changes, ensure_ascii=False, separators=(",", ":")),
            )
        )
        for way in ways
    ]
    if priced:
        price = price_of(offer, wish)
        said.append(f"{price.lowest}-{price.highest}")
    return "~".join(said), len(ways)


class Pool:
    """Values near the edges for each name of an offer, from which wishes are put together: mostly such as the options take,
    so that the limits are asked."""

    def __init__(self, offer: Offer, dice: random.Random) -> None:
        self.dice = dice
        self.names = [(name, option) for option in offer.options for name in names_of(option)]
        self.good = [[some(option, name, dice, silly=False) for _ in range(24)] for name, option in self.names]
        self.silly = [[some(option, name, dice, silly=True) for _ in range(24)] for name, option in self.names]

    def wish(self) -> dict[str, tuple[str, ...]]:
        dice, wish = self.dice.random, dict[str, tuple[str, ...]]()
        odd = dice() < 0.3
        for at, (name, option) in enumerate(self.names):
            if (option.required and not odd) or dice() < 0.7:
                pool = self.silly[at] if odd and dice() < 0.4 else self.good[at]
                wish[name] = pool[int(dice() * 24)]
        if odd and dice() < 0.1:
            wish[self.dice.choice(("no-such-option", "constructor", "width.x", "e\u0301\u202e" * 20))] = ("1",)
        return wish


def names_of(option: AnyOption) -> list[str]:
    if isinstance(option, SizeTableOption):
        return [f"{option.id}.{line.id}" for line in option.measures]
    return [option.id]


def some(option: AnyOption, name: str, dice: random.Random, *, silly: bool) -> tuple[str, ...]:
    if silly and dice.random() < 0.5:
        return tuple(dice.choice(ODD) for _ in range(dice.choice((0, 1, 1, 2))))
    if isinstance(option, (ChoiceOption, ColourOption)):
        listed = option.values if isinstance(option, ChoiceOption) else option.palette
        ids = [one.id for one in listed]
        count = dice.randint(1, option.at_most + (1 if silly else 0))
        return tuple(dice.choices(ids, k=count)) if silly else tuple(dice.sample(ids, k=min(count, len(ids))))
    if isinstance(option, TextOption):
        most = option.most_characters + (2 if silly else 0)
        length = dice.choice((option.least_characters, most, dice.randint(option.least_characters, most)))
        letters = LETTERS if silly else "福寿康宁"
        return ("".join(dice.choice(letters) for _ in range(length)),)
    if isinstance(option, (NumberOption, SizeTableOption)):
        line = (
            option
            if isinstance(option, NumberOption)
            else next(one for one in option.measures if name.endswith(f".{one.id}"))
        )
        last = int((line.highest - line.lowest) / option.step)
        at = dice.choice((0, 1, last, dice.randint(0, max(last, 0)), dice.randint(0, max(last, 0))))
        at += dice.choice((-1, 1)) * (last + 1) if silly and dice.random() < 0.3 else 0
        value = line.lowest + option.step * at
        return (f"{value:f}" if dice.random() < 0.2 else plain(value),)
    return tuple(str(at + 1) for at in range(dice.randint(1, option.most_files + (1 if silly else 0))))
