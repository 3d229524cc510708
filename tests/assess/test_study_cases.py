"""The study's own cases (DOMAIN.md): what goes wrong today, and what the catalogue says of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ichsite.assess.verdicts import cycle_verdict, return_verdict
from ichsite.assess.wish import refusals
from ichsite.model.site import CycleCutoffs
from ichsite.rules import order_link_on_unfit, randomness_without_cases, stream_sells_unfit
from tests.rules.sample import PLAQUE, VASE, dossier, record, whole
from tests.sites_support import SITES, ichsite, laid_out


def stages(*spans: tuple[str, str]) -> Any:
    def edit(plain: Any) -> None:
        plain["offers"][0]["production"]["stages"] = [
            {"name": f"第{at}道", "working_days": working, "wait_days": waiting}
            for at, (working, waiting) in enumerate(spans, 1)
        ]

    return edit


def test_a_family_portrait_on_one_square_centimetre_of_silver() -> None:
    plaque = dossier(PLAQUE).offers[0].offer
    (refusal,) = refusals(plaque, {"width": ("10",), "faces": ("3",)})
    assert "36" in refusal.what.zh
    assert "10" in refusal.what.zh
    assert refusal.reason == "一张脸至少要 12 毫米"
    assert refusal.instead == "36 毫米宽可容 3 张面孔"
    assert refusals(plaque, {"width": ("36",), "faces": ("3",)}) == ()


@pytest.mark.parametrize("days", [15, 30])
def test_an_embroidered_shawl_of_fifteen_to_thirty_days_is_to_be_communicated(days: int) -> None:
    shawl = dossier(VASE, stages(("0", f"10-{days}")))
    cycle = shawl.offers[0].verdicts.cycle
    assert cycle is not None
    assert (cycle.cycle, cycle.days, cycle.takes_stream_orders) == ("communicate", days, True)


@pytest.mark.parametrize(("days", "expected"), [(3, "fit"), (7, "fit"), (10, "communicate"), (15, "communicate")])
def test_the_classes_of_the_study(days: int, expected: str) -> None:
    window = dossier(VASE, stages(("0", str(days)))).offers[0].window
    assert window is not None
    assert cycle_verdict(window, CycleCutoffs()).cycle == expected


def test_a_carved_screen_of_forty_five_days_takes_no_order_in_a_stream() -> None:
    screen = dossier(VASE, stages(("0", "40-45")))
    (link,) = order_link_on_unfit.check(screen)
    assert link.severity == "error"
    sold = record("content/streams/evening.md")
    (order,) = stream_sells_unfit.check(whole(screen, streams=(sold,)))
    assert order.severity == "error"


def test_the_same_screen_is_shown() -> None:
    def shows(plain: Any) -> None:
        plain["crafts"] = [{"craft": "vase", "showing": "shows"}]

    screen = dossier(VASE, stages(("0", "40-45")))
    assert list(stream_sells_unfit.check(whole(screen, streams=(record("content/streams/evening.md", shows),)))) == []


def test_celadon_without_cases_does_not_build(tmp_path: Path) -> None:
    run = ichsite(laid_out(tmp_path, SITES / "randomness-without-cases"), "check")
    assert run.code == 1
    assert "error[randomness-without-cases]" in run.err


@pytest.mark.parametrize("count", [0, 1])
def test_one_case_is_not_enough(count: int) -> None:
    def few(plain: Any) -> None:
        plain["randomness"]["outcomes"] = plain["randomness"]["outcomes"][:count]

    assert len(list(randomness_without_cases.check(dossier(VASE, few)))) == 1


def test_two_pots_of_one_identical_glaze_are_refused_in_words() -> None:
    boundary = dossier(VASE).offers[0].offer.boundaries[0]
    assert (boundary.wish, boundary.verdict) == ("两只一模一样", "cannot")
    assert boundary.reason.words


@pytest.mark.parametrize(
    ("making", "promised", "basis", "days"),
    [
        ("made-to-order", "0", "made-to-order", 0),
        ("made-to-order", "7", "promised", 7),
        ("ready-made", "0", "seven-days", 7),
        ("one-off", "0", "seven-days", 7),
        ("ready-made", "5", "seven-days", 7),
        ("ready-made", "15", "promised", 15),
    ],
)
def test_the_return_right_follows_from_the_making(making: str, promised: str, basis: str, days: int) -> None:
    vase = dossier(VASE, lambda plain: plain["offers"][0].update(making=making, returns_days=promised))
    found = return_verdict(vase.offers[0].offer)
    assert (found.basis, found.days) == (basis, days)
