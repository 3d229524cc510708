"""Outside links against a real server: every answer it may give, few questions at once, none where none belongs."""

from __future__ import annotations

import socket
import threading
from collections.abc import Generator
from contextlib import ExitStack
from ipaddress import ip_address

import pytest

from ichsite.external import host
from ichsite.external.ask import Answer, Manners, ask
from ichsite.external.host import Inside, NoHost, is_placeholder, is_public, vetted
from ichsite.external.round import ask_all
from tests.external.server import Watched, served

QUICK = Manners("ichsite/test (link check)", seconds=0.4, pause=0.0, everywhere=True)


@pytest.fixture(scope="module")
def server() -> Generator[Watched]:
    with served() as watched:
        yield watched


@pytest.mark.parametrize(
    ("path", "outcome", "status", "target"),
    [
        ("/fine", "fine", 200, ""),
        ("/fine?a=b&c=%20#part", "fine", 200, ""),
        ("/中文/?问=答", "fine", 200, ""),
        ("/no-head", "fine", 200, ""),
        ("/unmade-head", "fine", 200, ""),
        ("/endless", "fine", 200, ""),
        ("/moved", "moved", 200, "/fine"),
        ("/for-good", "moved", 200, "/fine"),
        ("/for-now", "fine", 200, ""),
        ("/for-now-then-good", "fine", 200, ""),
        ("/moved-to-nothing", "gone", 404, ""),
        ("/gone", "gone", 404, ""),
        ("/gone-for-good", "gone", 410, ""),
        ("/busy", "busy", 429, ""),
        ("/broken", "failing", 500, ""),
        ("/away", "failing", 503, ""),
        ("/closed", "unsure", 403, ""),
        ("/sign-in", "unsure", 401, ""),
        ("/slow", "slow", 0, ""),
        ("/drip", "slow", 0, ""),
        ("/nonsense", "unreachable", 0, ""),
        ("/circle", "astray", 302, "/circle"),
        ("/hop-4", "fine", 200, ""),
        ("/hop-5", "astray", 0, "/fine"),
        ("/hop-60", "astray", 0, "/hop-54"),
        ("/to-file", "astray", 302, "file:///etc/passwd"),
        ("/to-script", "astray", 301, "javascript:alert(1)"),
        ("/to-user", "astray", 302, "http://somebody@127.0.0.1/"),
    ],
)
def test_every_answer(server: Watched, path: str, outcome: str, status: int, target: str) -> None:
    answer = ask(server.home + path, QUICK)
    where = server.home + target if target.startswith("/") else target
    assert (answer.outcome, answer.status, answer.target) == (outcome, status, where)


def test_how_long_to_wait_is_told(server: Watched) -> None:
    assert ask(f"{server.home}/busy", QUICK) == Answer("busy", 429, wait="120")


def test_a_body_is_not_read(server: Watched) -> None:
    before = server.sent
    ask(f"{server.home}/endless", QUICK)
    assert server.sent - before < 8_000_000, "what fits into the buffers of both sides"


def test_who_asks_is_said(server: Watched) -> None:
    ask(f"{server.home}/who", QUICK)
    assert ("HEAD", "/who", "ichsite/test (link check)") in server.asked


def test_a_closed_door() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert ask(f"http://127.0.0.1:{port}/", QUICK).outcome == "unreachable"
    assert ask("http://nobody.invalid/", QUICK).outcome == "unreachable"
    assert ask("https://127.0.0.1:1/", QUICK).outcome == "unreachable"


def test_each_address_once_and_one_at_a_time_at_a_host() -> None:
    with served() as watched:
        urls = [f"{watched.home}/a-while-{number % 6}" for number in range(18)]
        told: list[tuple[int, int]] = []
        answers = ask_all([*urls, f"{watched.home}/for-now"], QUICK, lambda done, of: told.append((done, of)))
        assert watched.most == 1
        assert sorted(watched.paths()) == sorted(
            [*dict.fromkeys(one.removeprefix(watched.home) for one in urls), "/for-now", "/fine"]
        )
        assert {one.outcome for one in answers.values()} == {"fine"}
        assert told[-1] == (7, 7)


def test_few_at_once_over_many_hosts() -> None:
    """Ten hosts on one machine: 127.0.0.1 to 127.0.0.10 are all this one (Linux)."""
    watched = Watched("")
    with ExitStack() as stack:
        homes = [stack.enter_context(served(f"127.0.0.{number}", watched)).home for number in range(1, 11)]
        urls = [f"{home}/a-while-{number}" for home in homes for number in range(3)]
        answers = ask_all(urls, QUICK, lambda *_: None)
    assert len(answers) == 30
    assert 2 <= watched.most <= 4


def test_a_host_that_wants_peace_is_left_in_peace() -> None:
    with served() as watched:
        answers = ask_all(
            [f"{watched.home}{path}" for path in ("/fine", "/busy", "/other", "/more")], QUICK, lambda *_: None
        )
        assert [one.outcome for one in answers.values()] == ["fine", "busy", "unasked", "unasked"]
        assert "/other" not in watched.paths()


def test_between_two_questions_is_a_breath() -> None:
    from dataclasses import replace
    from time import monotonic

    with served() as watched:
        began = monotonic()
        ask_all([f"{watched.home}/{number}" for number in range(3)], replace(QUICK, pause=0.15), lambda *_: None)
        assert monotonic() - began >= 0.3


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",  # noqa: S104
            "224.0.0.1",
        ),
        *(
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "::ffff:127.0.0.1",
            "::7f00:1",
            "64:ff9b::a00:1",
            "2002:7f00:1::",
            "ff02::1",
        ),
    ],
)
def test_what_is_inside(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700::1111", "64:ff9b::101:101", "::ffff:1.1.1.1"])
def test_what_is_outside(address: str) -> None:
    assert is_public(ip_address(address))


def test_inside_doors_are_not_knocked_at(server: Watched) -> None:
    asked = len(server.asked)
    shy = Manners("ichsite/test")
    assert ask(f"{server.home}/fine", shy) == Answer("inside")
    assert ask(server.home.replace("127.0.0.1", "2130706433") + "/fine", shy).outcome in ("inside", "unreachable")
    assert len(server.asked) == asked
    at_home = Manners("ichsite/test", inside=frozenset({"127.0.0.1"}))
    assert ask(f"{server.home}/fine", at_home).outcome == "fine"


def test_a_name_is_looked_up_once(monkeypatch: pytest.MonkeyPatch, server: Watched) -> None:
    """A name that is public when it is vetted and private a moment later is connected to as it was vetted."""
    looked: list[str] = []

    def look_up(name: str, port: int, **_: object) -> list[object]:
        looked.append(name)
        address = "127.0.0.1" if len(looked) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(host.socket, "getaddrinfo", look_up)
    assert ask(server.home.replace("127.0.0.1", "twice.tld") + "/no-head", QUICK).outcome == "fine"
    assert looked == ["twice.tld"]


def test_one_private_address_of_many_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 80)) for one in ("1.1.1.1", "192.168.0.1")]
    monkeypatch.setattr(host.socket, "getaddrinfo", lambda *_, **__: both)
    with pytest.raises(Inside):
        vetted("both.tld", 80, inside=False)


def test_a_name_that_no_name_can_be() -> None:
    with pytest.raises(NoHost):
        vetted("a" * 70 + ".tld", 80, inside=False)


@pytest.mark.parametrize(
    "name", ["example.com", "shop.Example.com", "a.example", "b.test", "c.invalid", "localhost", "example.org."]
)
def test_placeholders(name: str) -> None:
    assert is_placeholder(name)


@pytest.mark.parametrize("name", ["example.cn", "myexample.com", "test.com", "127.0.0.1", ""])
def test_no_placeholders(name: str) -> None:
    assert not is_placeholder(name)


def test_no_thread_is_left_behind(server: Watched) -> None:
    ask_all([f"{server.home}/fine"], QUICK, lambda *_: None)
    for thread in threading.enumerate():
        if thread.name.startswith("outside"):
            thread.join(2)
            assert not thread.is_alive()
