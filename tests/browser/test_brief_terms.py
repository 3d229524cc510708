"""The thresholds in the browser are Python's: refusals, what would be possible and prices, over ten thousand wishes a craft."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ichsite.assess.counting import plain
from ichsite.assess.possible import ways_out
from ichsite.assess.priced import price_of
from ichsite.assess.refused_words import script_words
from ichsite.assess.wish import Wish, option_names, refusals
from ichsite.brief.terms import Terms, offer_of, terms_json
from ichsite.model.offer import Offer
from ichsite.model.option import AnyOption, ChoiceOption, ColourOption, NumberOption, SizeTableOption, TextOption
from ichsite.text.words import LANGUAGES, Language
from tests.brief.dossiers import every_terms

SCRIPT = Path(__file__).parents[2] / "themes" / "default" / "static" / "js" / "brief_terms.js"
WISHES, POSSIBLE = 10_000, 60
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
ASK = """([terms, wishes, possible]) => wishes.map((pairs, at) => {
  const offer = terms[0], wish = Object.create(null)
  pairs.forEach(pair => { wish[pair[0]] = pair[1] })
  const found = window.ichsiteBrief.refusals(offer, wish)
  const said = found.map(one => [one.option, one.what, one.reason, one.instead || '', one.limit === undefined ? '' : String(one.limit)].join('|'))
  if (at < possible) found.forEach(one => window.ichsiteBrief.waysOut(offer, wish, one, terms).forEach(
    way => said.push([way.words, way.tier || '', JSON.stringify(way.changes)].join('|'))))
  return said.concat(window.ichsiteBrief.priceOf(offer, wish).join('-')).join('~')
})"""


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


def test_the_browser_says_what_python_says(bench: tuple[Any, Language]) -> None:
    page, language = bench
    dice = random.Random(f"briefs in {language}")  # noqa: S311  the same wishes every time
    wishes = WISHES if language == "zh-CN" else WISHES // 50
    refused = possible = 0
    assert len(crafts()) >= 17
    for name, tiers in crafts().items():
        for terms in tiers:
            offer, others = offer_of(terms), [offer_of(one) for one in tiers]
            asked = [a_wish(offer, dice) for _ in range(wishes // len(tiers) + 1)]
            both = [terms, *(one for one in tiers if one is not terms)]
            data = [json.loads(terms_json(one)) for one in both]
            told: list[str] = page.evaluate(ASK, [data, [[*one.items()] for one in asked], POSSIBLE])
            for at, (wish, said) in enumerate(zip(asked, told, strict=True)):
                ours, ways = expected(offer, wish, others if at < POSSIBLE else [], language, with_ways=at < POSSIBLE)
                assert said == ours, (name, terms.tier, wish)
                refused += "|" in ours
                possible += ways
    assert refused > 5 * wishes
    assert possible > 200


def expected(offer: Offer, wish: Wish, others: list[Offer], language: Language, *, with_ways: bool) -> tuple[str, int]:
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
    ways = [way for one in found for way in ways_out(offer, wish, one, ordered)] if with_ways else []
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
    price = price_of(offer, wish)
    return "~".join((*said, f"{price.lowest}-{price.highest}")), len(ways)


def a_wish(offer: Offer, dice: random.Random) -> dict[str, tuple[str, ...]]:
    """A wish near the edges: mostly of values that the options take, so that the limits are asked."""
    silly = dice.random() < 0.3
    wish: dict[str, tuple[str, ...]] = {}
    for option in offer.options:
        for name in option_names_of(option):
            if (option.required and not silly) or dice.random() < 0.7:
                wish[name] = some(option, name, dice, silly=silly and dice.random() < 0.5)
    if silly and dice.random() < 0.1:
        wish[dice.choice(("no-such-option", "constructor", "width.x", "e\u0301\u202e" * 20))] = ("1",)
    assert set(option_names(offer)) >= {name for name in wish if "." in name and name != "width.x"}
    return wish


def option_names_of(option: AnyOption) -> list[str]:
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
