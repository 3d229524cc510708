"""What a page promises of control, of price and of days: branches that the cases of `tests/sites/` leave out."""

from __future__ import annotations

from typing import Any

import pytest

from ichsite.rules import (
    control_contradicts_chance,
    outcome_incomplete,
    price_short,
    showcase_forbidden_options,
    showcase_in_the_future,
    showcase_unknown_tier,
    site_settings,
    stream_replay_early,
    stream_sells_unfit,
    stream_unknown_tier,
)
from tests.rules.sample import PLAQUE, VASE, dossier, record, said, whole


def randomness(**changes: Any) -> Any:
    def edit(plain: Any) -> None:
        plain["randomness"].update(changes)

    return edit


@pytest.mark.parametrize(
    ("changes", "count"),
    [
        ({"controllability": "high"}, 1),
        ({"controllability": "high", "by": "dyeing", "outcomes": []}, 1),
        ({"controllability": "high", "by": "none"}, 1),
        ({"controllability": "high", "by": "none", "outcomes": []}, 0),
        ({"controllability": "high", "by": "other", "outcomes": []}, 0),
        ({}, 0),
    ],
)
def test_high_control_and_chance(changes: Any, count: int) -> None:
    assert len(list(control_contradicts_chance.check(dossier(VASE, randomness(**changes))))) == count


def test_every_outcome_is_shown() -> None:
    def edit(plain: Any) -> None:
        plain["randomness"]["outcomes"][1].pop("picture")
        plain["randomness"]["outcomes"][0]["count"] = "0"

    assert said(outcome_incomplete.check(dossier(VASE, edit))) == [
        ("error", ("randomness", "outcomes", 0, "count")),
        ("error", ("randomness", "outcomes", 1, "name")),
    ]


@pytest.mark.parametrize(("adds", "count"), [("0", 0), ("50", 0), ("50.01", 1)])
def test_the_highest_price_holds_the_dearest_choice(adds: str, count: int) -> None:
    def edit(plain: Any) -> None:
        plain["offers"][0]["options"][0]["adds_per_step"] = adds  # 12 steps over 680, up to 1280

    found = list(price_short.check(dossier(VASE, edit)))
    assert len(found) == count
    assert all("1280 元" in one.message.zh and "1280.12 元" in one.message.zh for one in found)


def test_a_range_that_runs_backwards_is_told_elsewhere() -> None:
    def edit(plain: Any) -> None:
        plain["offers"][0]["price"] = {"lowest": "900", "highest": "100"}

    assert list(price_short.check(dossier(PLAQUE, edit))) == []


def received(day: str) -> Any:
    def edit(plain: Any) -> None:
        plain["received"] = day

    return edit


@pytest.mark.parametrize(("day", "count"), [("2026-11-22", 0), ("2026-11-23", 1)])
def test_a_showcase_has_arrived(day: str, count: int) -> None:
    assert len(list(showcase_in_the_future.check(dossier(VASE, showcase=received(day))))) == count


@pytest.mark.parametrize(("starts", "count"), [("2026-11-22T20:00+08:00", 0), ("2026-11-23T20:00+08:00", 1)])
def test_a_replay_follows_its_stream(starts: str, count: int) -> None:
    def edit(plain: Any) -> None:
        plain.update(starts=starts, replay="https://example.com/replay")

    stream = record("content/streams/evening.md", edit)
    assert len(list(stream_replay_early.check(whole(streams=(stream,))))) == count


@pytest.mark.parametrize(("currency", "help"), [("RMB", "CNY"), ("CNX", "CN"), ("USD", None)])
def test_currency(currency: str, help: str | None) -> None:
    def edit(plain: Any) -> None:
        plain["currency"] = currency

    found = list(site_settings.check(whole(site=edit)))
    assert [help in (one.help.zh if one.help else "") for one in found if help] == ([True] if help else [])
    assert len(found) == (0 if help is None else 1)


def test_a_tier_offered_twice_is_told_once() -> None:
    def edit(plain: Any) -> None:
        plain["offers"].append(plain["offers"][0])

    def shown(plain: Any) -> None:
        plain["tier"] = "deep"

    def sells(plain: Any) -> None:
        plain["crafts"] = [{"craft": "vase", "tier": "deep"}]

    doubled = dossier(VASE, edit, showcase=shown)
    catalog = whole(doubled, streams=(record("content/streams/evening.md", sells),))
    assert list(showcase_unknown_tier.check(doubled)) == []
    assert list(showcase_forbidden_options.check(doubled)) == []
    assert list(stream_unknown_tier.check(catalog)) == []
    assert list(stream_sells_unfit.check(catalog)) == []
