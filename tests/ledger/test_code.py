"""Short codes: what may be in one, and that each is given once."""

from __future__ import annotations

from ichsite.ledger.code import ALPHABET, DIGITS, LENGTH, LETTERS, code_for

LOOK_ALIKE = ("0o", "1lij", "2z", "5s", "68b", "9gq", "uv", "hnr")
SOUND_ALIKE = ("bpdt", "mn", "fs", "69", "1e", "2r")


def test_no_two_characters_are_taken_for_each_other() -> None:
    for group in (*SOUND_ALIKE, *LOOK_ALIKE):
        assert len(set(group) & set(ALPHABET)) <= 1, group


def test_a_code_begins_with_a_letter_and_has_a_digit() -> None:
    taken: set[str] = set()
    for number in range(3000):
        code = code_for("craft", f"vase-{number}", taken)
        assert len(code) == LENGTH
        assert code not in taken
        assert set(code) <= set(ALPHABET)
        assert code[0] in LETTERS
        assert set(code) & set(DIGITS)
        taken.add(code)


def test_a_code_depends_on_kind_and_id_alone() -> None:
    codes = {code_for(kind, "vase", ()) for kind in ("craft", "post", "stream", "master")}
    assert len(codes) == 4
    assert code_for("craft", "vase", ()) == code_for("craft", "vase", {"zzzz"})


def test_longer_codes_come_when_the_short_ones_are_given_out() -> None:
    class AllShort:
        def __contains__(self, code: object) -> bool:
            return len(str(code)) == LENGTH

    assert len(code_for("craft", "vase", AllShort())) == LENGTH + 1


def test_many_codes_stay_short() -> None:
    taken: set[str] = set()
    for number in range(20_000):
        taken.add(code_for("craft", f"c{number}", taken))
    assert len(taken) == 20_000
    assert {len(code) for code in taken} == {LENGTH}
