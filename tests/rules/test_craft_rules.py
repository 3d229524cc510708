"""Branches of the rules over one craft that the cases of `tests/sites/` leave out."""

from __future__ import annotations

from typing import Any

import pytest

from ichsite.rules import (
    chance_undisclosed,
    change_without_cost,
    child_without_guardian,
    control_without_tolerance,
    draw_invalid,
    ich_code,
    income_unfair,
    limit_contradiction,
    no_offers,
    offer_without_window,
    order_missing,
    outcomes_do_not_add_up,
    showcase_beyond_consent,
    showcase_consent_expired,
    showcase_forbidden_options,
    showcase_without_consent,
    threshold_contradiction,
    threshold_unmeetable,
    too_few_alternatives,
)
from tests.rules.sample import PLAQUE, VASE, dossier, said, unchanged

REASON = {"basis": "physical", "words": "试出来的"}


def randomness(**changes: Any) -> Any:
    def edit(plain: Any) -> None:
        plain["randomness"].update(changes)

    return edit


def offer(**changes: Any) -> Any:
    def edit(plain: Any) -> None:
        plain["offers"][0].update(changes)

    return edit


def front(**changes: Any) -> Any:
    def edit(plain: Any) -> None:
        for name, value in changes.items():
            if value is None:
                plain.pop(name, None)
            else:
                plain[name] = value

    return edit


def test_alternatives_are_due_where_kiln_or_vat_decides() -> None:
    assert len(list(too_few_alternatives.check(dossier(custom=randomness(alternatives=[]))))) == 1
    assert list(too_few_alternatives.check(dossier(custom=randomness(alternatives=[], by="other")))) == []
    assert list(too_few_alternatives.check(dossier(custom=randomness(alternatives=[], controllability="high")))) == []


def test_high_control_has_nothing_to_disclose() -> None:
    assert list(chance_undisclosed.check(dossier(custom=randomness(controllability="high", factors=[])))) == []


def test_a_ready_made_piece_needs_no_tolerance() -> None:
    def edit(plain: Any) -> None:
        plain["randomness"].pop("tolerances")
        plain["offers"][0]["making"] = "ready-made"

    assert list(control_without_tolerance.check(dossier(PLAQUE, edit))) == []


def test_a_ready_made_piece_may_leave_on_the_same_day() -> None:
    production = {"stages": [{"name": "打包"}], "shipping_days": "1-2"}
    assert list(offer_without_window.check(dossier(custom=offer(production=production, making="ready-made")))) == []
    assert len(list(offer_without_window.check(dossier(custom=offer(production=production))))) == 1
    empty = {"stages": [], "shipping_days": "1-2"}
    assert said(offer_without_window.check(dossier(custom=offer(production=empty)))) == [
        ("error", ("offers", 0, "production", "stages"))
    ]


def test_a_craft_that_is_only_shown_needs_no_offers() -> None:
    assert list(no_offers.check(dossier(custom=lambda plain: plain.update(offers=[], customisable="no")))) == []


def test_an_offer_is_ordered_or_commissioned() -> None:
    def edit(plain: Any) -> None:
        del plain["offers"][0]["order"]
        plain["offers"][0]["commission"] = "来作坊面谈"

    assert list(order_missing.check(dossier(custom=edit))) == []


@pytest.mark.parametrize(
    ("change", "cost", "count"),
    [("paid", {"change_cost": "20"}, 0), ("paid", {}, 1), ("none", {"change_percent": "3"}, 1), ("ask", {}, 0)],
)
def test_changes(change: str, cost: dict[str, str], count: int) -> None:
    def edit(plain: Any) -> None:
        plain["offers"][0]["production"]["stages"] = [{"name": "甲", "working_days": "2", "change": change, **cost}]

    assert len(list(change_without_cost.check(dossier(custom=edit)))) == count


@pytest.mark.parametrize(
    ("odds", "age", "count"),
    [
        (["33.3", "66.7"], 8, 0),
        (["33.333", "66.666"], 8, 1),
        (["0", "100"], 8, 1),
        (["100"], 8, 1),
        (["50", "50"], 7, 1),
    ],
)
def test_draws(odds: list[str], age: int, count: int) -> None:
    draw = {
        "title": "开窑",
        "price": "99",
        "lots": [{"name": f"第{at}种", "odds_percent": one, "worth": "90"} for at, one in enumerate(odds)],
        "rules": "按付款先后",
        "least_age": str(age),
        "age_notice": "未满 8 周岁不得参加",
    }
    assert len(list(draw_invalid.check(dossier(custom=lambda plain: plain.update(draw=draw))))) == count


@pytest.mark.parametrize("code", ["Ⅷ-9", "VIII-9", "Ⅷ-1557"])
def test_codes_as_on_the_list(code: str) -> None:
    assert list(ich_code.check(dossier(craft=front(code=code)))) == []


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("Ⅷ9", "Ⅷ-9"),
        ("ⅷ-9", "Ⅷ-9"),
        ("viii-9", "Ⅷ-9"),
        ("Ⅷ－９", "Ⅷ-9"),
        ("8—9", "Ⅷ-9"),
        ("VIIII-9", "Roman"),
        ("九", "Roman"),
    ],
)
def test_codes_that_are_not(code: str, meant: str) -> None:
    (found,) = ich_code.check(dossier(craft=front(code=code)))
    assert found.help is not None
    assert meant in found.help.en


def test_national_without_a_code_is_a_warning() -> None:
    assert said(ich_code.check(dossier(craft=front(code=None)))) == [("warning", ("level",))]
    assert list(ich_code.check(dossier(craft=front(code=None, level="county")))) == []


def test_a_fair_pay_to_the_cent() -> None:
    cost = {"material": "60", "working_hours": "4", "fair_hourly_pay": "30"}
    assert list(income_unfair.check(dossier(PLAQUE, offer(private_cost=cost)))) == []
    cost["fair_hourly_pay"] = "30.01"
    assert len(list(income_unfair.check(dossier(PLAQUE, offer(private_cost=cost))))) == 1


def test_outcomes_add_up_to_the_piece() -> None:
    assert list(outcomes_do_not_add_up.check(dossier())) == []
    sample = {"pieces": "100", "since": "2026-11-22", "until": "2026-11-22"}
    assert list(outcomes_do_not_add_up.check(dossier(custom=randomness(sample=sample)))) == []
    sample["until"] = "2026-11-23"
    assert len(list(outcomes_do_not_add_up.check(dossier(custom=randomness(sample=sample))))) == 1


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"withdrawn": "2026-11-22"}, [("consent", "withdrawn")]),
        ({"withdrawn": "2026-11-23"}, []),
        ({"given": "2026-11-23"}, [("consent", "given")]),
    ],
)
def test_consent_at_its_boundaries(changes: dict[str, Any], fields: list[Any]) -> None:
    found = showcase_without_consent.check(dossier(showcase=lambda plain: plain["consent"].update(changes)))
    assert [field for _, field in said(found)] == fields


@pytest.mark.parametrize(("expires", "count"), [("2026-11-22", 0), ("2026-11-21", 1)])
def test_a_consent_holds_on_its_last_day(expires: str, count: int) -> None:
    found = showcase_consent_expired.check(dossier(showcase=lambda plain: plain["consent"].update(expires=expires)))
    assert said(found) == [("error", ("consent", "expires"))] * count


@pytest.mark.parametrize(
    ("scope", "fields"),
    [(["pictures"], [("consent", "scope")]), (["words"], [("pictures",)]), (["words", "pictures"], [])],
)
def test_what_is_shown_is_in_the_scope(scope: list[str], fields: list[Any]) -> None:
    found = showcase_beyond_consent.check(dossier(showcase=lambda plain: plain["consent"].update(scope=scope)))
    assert [field for _, field in said(found)] == fields


@pytest.mark.parametrize("somebody", ["shows_person", "shows_child"])
def test_a_face_wants_consent_to_the_portrait(somebody: str) -> None:
    def edit(plain: Any) -> None:
        plain["pictures"][0][somebody] = "yes"

    assert said(showcase_beyond_consent.check(dossier(showcase=edit))) == [("error", ("pictures", 0, "file"))]


def test_a_child_wants_its_guardians_consent() -> None:
    def edit(plain: Any) -> None:
        plain["pictures"][0]["shows_child"] = "yes"

    def agreed(plain: Any) -> None:
        edit(plain)
        plain["consent"]["guardian"] = "监护人同意书第 1 号"

    assert said(child_without_guardian.check(dossier(showcase=edit))) == [("error", ("pictures", 0, "shows_child"))]
    assert list(child_without_guardian.check(dossier(showcase=agreed))) == []
    assert list(child_without_guardian.check(dossier())) == []


def test_a_forbidden_choice_is_told_with_its_reason() -> None:
    def edit(plain: Any) -> None:
        plain["chosen"] = [{"option": "mouth", "value": ["200"]}]

    (found,) = showcase_forbidden_options.check(dossier(showcase=edit))
    assert said([found]) == [("error", ("chosen", 0, "value", 0))]
    assert "口太大，烧成时会变形" in found.message.zh


def choice(*values: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"kind": "choice", "id": "rim", "label": "边", "values": list(values), "reason": REASON, **changes}


def test_room_in_a_choice_wants_measures() -> None:
    def edit(plain: Any) -> None:
        plain["offers"][0]["options"].append(choice({"id": "a", "label": "甲"}))
        plain["offers"][0]["limits"] = [
            {"kind": "room", "count": "words", "each": "2", "space": "rim", "reason": REASON},
        ]

    assert said(limit_contradiction.check(dossier(PLAQUE, edit))) == [("error", ("offers", 0, "limits", 0, "space"))]


def test_the_sound_plaque_has_no_contradiction() -> None:
    plaque = dossier(PLAQUE)
    for rule in (threshold_contradiction, limit_contradiction, threshold_unmeetable):
        assert list(rule.check(plaque)) == []


def test_one_size_alone_is_a_span() -> None:
    def edit(plain: Any) -> None:
        plain["offers"][0]["options"][0].update(lowest="40", highest="40", step="1")

    assert list(threshold_contradiction.check(dossier(PLAQUE, edit))) == []


@pytest.mark.parametrize(("most", "expected"), [("44", []), ("45", ["warning"])])
def test_a_text_has_room_up_to_the_last_character(most: str, expected: list[str]) -> None:
    def edit(plain: Any) -> None:
        plain["offers"][0]["options"][2]["most_characters"] = most

    assert [severity for severity, _ in said(threshold_unmeetable.check(dossier(PLAQUE, edit)))] == expected


def test_even_the_shortest_text_has_no_room() -> None:
    def edit(plain: Any) -> None:
        plain["offers"][0]["options"][2].update(least_characters="50", most_characters="60")

    found = said(threshold_unmeetable.check(dossier(PLAQUE, edit)))
    assert ("error", ("offers", 0, "options", 2, "least_characters")) in found


@pytest.mark.parametrize("folder", [VASE, PLAQUE])
def test_the_base_site_breaks_no_rule(folder: str) -> None:
    from ichsite.rules.registry import CRAFT_RULES

    sound = dossier(folder, showcase=unchanged if folder == VASE else None)
    assert [finding for rule in CRAFT_RULES for finding in rule(sound)] == []
