"""The thresholds in the browser are Python's for offers that nobody wrote, too: refusals, what would be possible, prices."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from ichsite.brief.terms import offer_of, read_terms, terms_json
from ichsite.model.limit import AnyLimit
from ichsite.model.option import AnyOption
from ichsite.text.words import Language
from tests.brief.generated import tiers
from tests.browser.test_brief_terms import ASK, Pool, bench, expected

__all__ = ["bench"]
CRAFTS, WISHES, POSSIBLE = 220, 25, 4
"""Crafts of one or two tiers; wishes of each tier; and of these so many whose ways out are compared as well."""


def test_the_browser_says_what_python_says_of_any_offer(bench: tuple[Any, Language]) -> None:
    page, language = bench
    dice = random.Random(f"offers in {language}")  # noqa: S311  the same offers every time
    kinds: set[str] = set()
    refused = possible = held = 0
    for _ in range(CRAFTS if language == "zh-CN" else CRAFTS // 10):
        craft = tiers(dice)
        for terms in craft:
            assert read_terms(terms_json(terms)) == terms
            kinds |= {one.kind for one in (*terms.options, *terms.limits)}
            offer = offer_of(terms)
            pool = Pool(offer, dice)
            asked = [pool.wish() for _ in range(WISHES)]
            both = [terms, *(one for one in craft if one is not terms)]
            data = json.dumps(
                [[json.loads(terms_json(one)) for one in both], [[*one.items()] for one in asked], POSSIBLE]
            )
            told: list[str] = json.loads(page.evaluate(ASK, data))
            for at, (wish, said) in enumerate(zip(asked, told, strict=True)):
                others = [offer_of(one) for one in both] if at < POSSIBLE else []
                ours, ways = expected(offer, wish, others, language, priced=at % 8 == 0)
                assert said == ours, (terms_json(terms).decode(), wish)
                refused += "|" in ours
                held += "|" not in ours
                possible += ways
    assert kinds == {*kind_of(AnyOption), *kind_of(AnyLimit)}
    if language == "zh-CN":
        assert refused > 2000 and held > 1000 and possible > 500


def kind_of(union: Any) -> list[str]:
    """The kinds of options, or of limits."""
    from typing import get_args, get_type_hints

    return [get_args(get_type_hints(one)["kind"])[0] for one in get_args(union)]


@pytest.mark.parametrize("seed", [1, 2])
def test_generated_offers_are_the_same_every_time(seed: int) -> None:
    assert tiers(random.Random(seed)) == tiers(random.Random(seed))  # noqa: S311
