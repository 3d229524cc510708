"""Payload, fragment and check code: what goes in comes out, and what was cut or changed is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ichsite.brief.brief import TICKS, Brief, carried, ordered, payload_of, read_payload, tidied
from ichsite.brief.code import DIGITS, check_of, code_of, fragment_of, read_code, read_fragment
from tests.brief.chosen import brief

ADDRESS = "https://shop.example/crafts/plaque/brief/#"
BRIEF = brief("0a1b2c3d4e")
IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,9}(\.[a-z0-9][a-z0-9-]{0,9})?", fullmatch=True)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
BRIEFS = st.builds(
    Brief,
    craft=st.sampled_from(["plaque", "龙泉-青瓷"]),
    tier=st.sampled_from(["element", "deep"]),
    version=st.from_regex(r"[0-9a-f]{10}", fullmatch=True),
    made=DAYS,
    window=st.none() | st.tuples(DAYS, DAYS).map(lambda two: (min(two), max(two))),
    price=st.tuples(st.integers(0, 10**12), st.integers(0, 10**12)).map(lambda two: (min(two), max(two))),
    ticks=st.lists(st.sampled_from(TICKS), unique=True).map(tuple),
    wish=st.dictionaries(IDS, st.lists(st.text(max_size=12), max_size=3).map(tuple), max_size=5),
    alternative=st.text(max_size=12),
    note=st.text(max_size=40),
)


@given(BRIEFS)
def test_a_brief_comes_back_as_it_is_carried(drawn: Brief) -> None:
    read = read_fragment(ADDRESS + fragment_of(payload_of(drawn)))
    assert read.intact
    back = read_payload(read.payload)
    assert back.whole
    assert back.brief == tidied(drawn)
    assert list(back.brief.wish) == list(tidied(drawn).wish), "the options keep their order"


def test_the_bytes_that_the_contract_names() -> None:
    """A vector that the browser's script is held to as well."""
    small = Brief("vase", "deep", "0123456789", date(2026, 11, 26), None, (100, 100), ("time",), {"a": ("x,y\\\nz",)})
    payload = "1\nvase\ndeep\n0123456789\n2026-11-26\n\n100-100\ntime\na=x\\,y\\\\\\nz"
    assert payload_of(small) == payload
    assert check_of(b"123456789") == "35Z8E96"  # CRC-32 of the nine digits is cbf43926
    assert code_of(b"123456789") == "35Z8-E96G"
    assert fragment_of("1") == "b1.MQ." + check_of(b"1")


@given(st.integers(0, 2**31))
def test_every_cut_of_an_address_is_found(at: int) -> None:
    address = ADDRESS + fragment_of(payload_of(BRIEF))
    cut = address[: at % len(address)]
    read = read_fragment(cut)
    assert not read.intact
    assert payload_of(BRIEF).startswith(read.payload.rstrip("\ufffd")), "what is left is still read"


@given(st.integers(0, 2**31), st.characters(codec="utf-8"), st.sampled_from(["put", "drop", "swap"]))
def test_every_edit_of_a_fragment_is_found(at: int, char: str, how: str) -> None:
    fragment = fragment_of(payload_of(BRIEF))
    at %= len(fragment)
    edited = fragment[:at] + {"put": char + fragment[at], "drop": "", "swap": char}[how] + fragment[at + 1 :]
    read = read_fragment("#" + edited)
    assert edited == fragment or not read.intact or read.payload == payload_of(BRIEF)


@given(st.text() | st.binary().map(lambda data: data.decode("utf-8", "surrogateescape")))
def test_whatever_is_given_is_read_without_a_fault(text: str) -> None:
    for one in (text, "#b1." + text, "#b1.MQ" + text, "1\n" + text, text.replace(" ", "\n")):
        read_payload(read_fragment(one).payload)
        back = read_payload(one).brief
        assert read_payload(payload_of(back)).brief == tidied(back)
        read_code(one)


def test_hostile_bytes_keep_what_is_readable() -> None:
    broken = (
        "1\nplaque\nelement\nnothing\n2026-99-99\n2027-01-01/2026-01-01\n9-1\ntime,money\nwidth=36\n=\nWidth=1\nwidth=7"
    )
    read = read_payload(broken)
    assert (read.brief.craft, read.brief.tier, read.brief.wish) == ("plaque", "element", {"width": ("36",)})
    assert read.unread == ("version", "made", "window", "price", "ticks")
    assert read.lines == (10, 11, 12)
    assert read_fragment("#b1.gID_.0000000").faults == ("check-wrong", "not-text")
    assert read_fragment("#b2.MQ.0000000").faults == ("format",)
    assert read_fragment("#b1." + "A" * 20_000).faults == ("long",)
    assert read_payload("1\n" * 5000).lines[0] == 211


def test_what_is_not_seen_is_not_carried() -> None:
    assert carried(" \u202e福\u200b\u0000寿\r\n\t<script>e\u0301\ud800\U000e0041 ") == "福寿\n <script>é"
    long = tidied(replace(BRIEF, note="字" * 400))
    assert len(long.note) == 300


def test_a_wish_stands_in_the_order_of_the_options() -> None:
    assert list(ordered({"b": ("1",), "z": ("2",), "a": ("3",)}, ("a", "b", "c"))) == ["a", "b", "z"]


@given(st.binary(max_size=40), st.integers(0, 7), st.sampled_from(DIGITS))
def test_a_code_is_read_as_people_write_it(data: bytes, at: int, other: str) -> None:
    code = code_of(data)
    assert read_code(f" {code.lower().replace('0', 'o').replace('1', 'l').replace('-', '—')} ") == (code, None)
    plain = code.replace("-", "")
    assert read_code(plain[:at] + other + plain[at + 1 :])[0] == code or plain[at] != other
    assert read_code(code[:-1])[1] == "mistyped"
    assert read_code("")[1] == "missing"
