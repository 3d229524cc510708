"""The terms of an offer: one text for each, the same wishes refused by it as by the offer, and nothing read that is none."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ichsite.assess.wish import refusals
from ichsite.brief.terms import TermsRefused, is_version, offer_of, read_terms, terms_json, terms_of, version_of
from ichsite.model.offer import Cost, Offer, OrderLink
from ichsite.model.option import ChoiceOption, ColourOption
from ichsite.model.production import Queue
from tests.brief.dossiers import PROMISER, dossiers, every_terms
from tests.brief.wishes import wishes

NAMES = sorted(every_terms())
KINDS = {"choice", "number", "text", "colour", "size-table", "picture", "room", "bound", "exclude", "require"}


def test_every_offer_is_read_back_as_it_was() -> None:
    seen: set[str] = set()
    for name in NAMES:
        terms = every_terms()[name]
        data = terms_json(terms)
        assert read_terms(data) == terms
        assert is_version(version_of(data))
        seen |= {one.kind for one in (*terms.options, *terms.limits)}
    assert seen >= KINDS, "the sites of the tests no longer show every kind"


def test_what_is_said_is_the_version_whatever_its_order() -> None:
    data = terms_json(every_terms()[NAMES[0]])
    plain = json.loads(data)
    shuffled = reversed(plain.items())
    assert list(plain) == sorted(plain)
    assert data.endswith(b"}\n")
    assert b'": ' not in data
    with pytest.raises(TermsRefused, match="another form"):
        read_terms((json.dumps(dict(shuffled), ensure_ascii=False, separators=(",", ":")) + "\n").encode())


def test_only_what_is_promised_is_in_it() -> None:
    """Costs, where to order, the queue, names of files: another version for none of them. A promise: another one."""
    held = next(one for one in dossiers().values() if one.offers[0].offer.production is not None)
    assessed = held.offers[0]
    production = assessed.offer.production
    assert production is not None

    def version(**fields: Any) -> str:
        offer = replace(assessed.offer, **fields)
        return version_of(terms_json(terms_of(held, replace(assessed, offer=offer), "vase", PROMISER)))

    before = version()
    secret = Cost(material=1, working_hours=Decimal(4), fair_hourly_pay=7700)
    shop = OrderLink(platform="taobao", label="下单", url="https://shop.example/1")
    queue = replace(production, queue=Queue(orders_waiting=77, orders_per_week=Decimal(3)))
    assert version(private_cost=secret, order=shop, production=queue, summary="换个说法") == before
    assert version(price=replace(assessed.offer.price, highest=assessed.offer.price.highest + 1)) != before
    assert version(production=replace(production, stages=production.stages[1:])) != before
    assert version(returns_days=9) != before


def test_files_and_the_library_are_not_named() -> None:
    for name, terms in every_terms().items():
        text = terms_json(terms).decode()
        for word in (
            "private_cost",
            "consent_record",
            '"order":',
            '"queue":',
            '"motifs":',
            '"from_palette":',
            '"picture":',
        ):
            assert word not in text, name
        for word in ("https://", ".jpg", ".svg"):
            assert word not in text, name
    live = [option for one in dossiers().values() for each in one.offers for option in each.offer.options]
    assert any(one.motifs for one in live if isinstance(one, ChoiceOption))
    assert any(one.from_palette for one in live if isinstance(one, ColourOption))


@cache
def tried(name: str) -> tuple[Offer, Offer, st.SearchStrategy[dict[str, tuple[str, ...]]]]:
    """A live offer, the same from its kept terms, and wishes for it."""
    craft, tier = name.rsplit(".", 1)
    live = next(one.offer for one in dossiers()[craft].offers if one.offer.tier == tier)
    return live, offer_of(read_terms(terms_json(every_terms()[name]))), wishes(live)


@settings(max_examples=80)
@given(
    st.sampled_from([one for one in NAMES if every_terms()[one].options]).flatmap(
        lambda one: st.tuples(st.just(one), tried(one)[2])
    )
)
def test_old_terms_refuse_what_the_offer_refused(wished: tuple[str, dict[str, tuple[str, ...]]]) -> None:
    name, wish = wished
    live, kept, _ = tried(name)
    assert refusals(kept, wish) == refusals(live, wish)


def said(**changed: Any) -> bytes:
    plain = json.loads(terms_json(every_terms()[NAMES[0]]))
    plain.update(changed)
    plain = {key: value for key, value in plain.items() if value is not None}
    return (json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n").encode()


STEP_OF_NOTHING = {
    "kind": "number", "id": "w", "label": "宽", "unit": "mm", "lowest": "1", "highest": "2", "step": "0",
    "reason": {"basis": "physical", "words": "试"},
}  # fmt: skip
HOSTILE = {
    "empty": b"",
    "no JSON": b"{",
    "a list": b"[]\n",
    "null": b"null\n",
    "no UTF-8": b'{"craft":"\xff"}\n',
    "too deep": b"[" * 100_000,
    "a long number": b'{"schema":' + b"9" * 5000 + b"}\n",
    "a fraction": said(schema=1.5),
    "not a number": said().replace(b'"schema":1', b'"schema":NaN'),
    "twice": said().replace(b'"schema":1', b'"schema":1,"schema":1'),
    "another schema": said(schema=2),
    "an unknown field": said(private_cost={"material": 1}),
    "a field missing": said(title=None),
    "no such tier": said(tier="royal"),
    "yes for a number": said(price={"lowest": True, "highest": 2}),
    "under nothing": said(price={"lowest": -1, "highest": 2}),
    "a step of nothing": said(options=[STEP_OF_NOTHING]),
    "no kind": said(options=[{"id": "w"}]),
    "a kind that is a list": said(options=[{"kind": ["number"]}]),
    "a decimal of another form": said(options=[{**STEP_OF_NOTHING, "step": "1.0"}]),
    "a mark that turns text": said(title="\u202e价"),
    "a lone surrogate": said().replace(b'"schema":1', b'"schema":1,"seller":"\\ud800"'),
    "without its end": said().rstrip(),
    "more behind it": said() + b" ",
    "escaped": json.dumps(json.loads(said()), sort_keys=True, separators=(",", ":")).encode() + b"\n",
    "too large": b" " * 5_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_terms_is_refused(name: str) -> None:
    with pytest.raises(TermsRefused) as refused:
        read_terms(HOSTILE[name])
    assert refused.value.why.zh
    assert refused.value.why.en


@settings(max_examples=120)
@given(st.integers(0), st.binary(max_size=3), st.integers(0, 3))
def test_no_bytes_end_in_another_error(at: int, put: bytes, taken: int) -> None:
    data = terms_json(every_terms()[NAMES[0]])
    at %= len(data)
    broken = data[:at] + put + data[at + taken :]
    try:
        assert terms_json(read_terms(broken)) == broken
    except TermsRefused as refused:
        assert refused.why.zh
