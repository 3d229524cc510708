"""Branches of the rules over the whole catalogue that the cases of `tests/sites/` leave out."""

from __future__ import annotations

from typing import Any

import pytest

from ichsite.rules import (
    calendar_unpublished,
    duplicate_id,
    link_to_nowhere,
    picture_missing,
    site_settings,
    stream_twice,
    unknown_reference,
)
from tests.rules.sample import dossier, record, said, whole

STREAM, POST = "content/streams/evening.md", "content/posts/first.md"


def stream(name: str, starts: str, minutes: str = "120", host: str = "阿宁") -> Any:
    def edit(plain: Any) -> None:
        plain.update(id=name, starts=starts, minutes=minutes, host=host)

    return record(STREAM, edit, file=f"content/streams/{name}.md")


@pytest.mark.parametrize(
    ("second", "count"),
    [
        (stream("b", "2026-11-28T21:59+08:00"), 1),
        (stream("b", "2026-11-28T22:00+08:00"), 0),
        (stream("b", "2026-11-28T13:00Z"), 1),
        (stream("b", "2026-11-28T21:00+08:00", host="小乙"), 0),
        (stream("b", "2026-11-28T19:00+08:00", minutes="61"), 1),
        (stream("b", "2026-11-28T19:00+08:00", minutes="60"), 0),
    ],
)
def test_streams_of_one_host(second: Any, count: int) -> None:
    first = stream("a", "2026-11-28T20:00+08:00")
    assert len(list(stream_twice.check(whole(streams=(first, second))))) == count


def test_a_long_stream_overlaps_more_than_the_next() -> None:
    long, short, third = (
        stream("a", "2026-11-28T10:00+08:00", "600"),
        stream("b", "2026-11-28T11:00+08:00", "10"),
        stream("c", "2026-11-28T15:00+08:00", "10"),
    )
    assert len(list(stream_twice.check(whole(streams=(long, short, third))))) == 2


def queue(orders: int) -> Any:
    def edit(plain: Any) -> None:
        plain["offers"][0]["production"]["queue"] = {"orders_waiting": str(orders), "orders_per_week": "1"}

    return edit


@pytest.mark.parametrize(
    ("weeks", "known", "missing"), [(1, [], None), (20, [], "2027"), (20, ["2027"], None), (70, ["2028"], "2027")]
)
def test_years_that_are_not_published(weeks: int, known: list[str], missing: str | None) -> None:
    def site(plain: Any) -> None:
        plain["calendar"] = {"acknowledged_years": known}

    found = list(calendar_unpublished.check(whole(dossier(custom=queue(weeks)), site=site)))
    assert len(found) == (0 if missing is None else 1)
    assert all(f"[{missing}]" in (one.help.zh if one.help else "") for one in found)


def test_what_is_broken_itself_is_not_complained_of_again() -> None:
    post = record(POST)
    path = "content/crafts/vase/index.md"
    for rule in (unknown_reference, link_to_nowhere):
        (found,) = rule.check(whole(posts=(post,), files=(path,)))
        assert "没有发布" in found.message.zh
        assert list(rule.check(whole(posts=(post,), files=(path,), broken=(path,)))) == []
        (found,) = rule.check(whole(posts=(post,)))
        assert "没有作品“vase”" in found.message.zh


def test_an_id_is_taken_for_a_slug_once() -> None:
    def edit(plain: Any) -> None:
        plain["crafts"] = ["vase-2019"]

    vase = dossier(craft=lambda plain: plain.update(id="vase-2019"))
    (found,) = unknown_reference.check(whole(vase, posts=(record(POST, edit),)))
    assert found.help is not None
    assert "`vase`" in found.help.zh


def test_one_id_for_two_posts() -> None:
    again = record(POST, file="content/posts/second.md")
    assert said(duplicate_id.check(whole(posts=(record(POST), again)))) == [("error", ("id",))]


def test_a_picture_that_differs_by_case_is_named() -> None:
    (cover, *_) = picture_missing.check(whole(dossier(), files=("content/crafts/vase/Cover.JPG",)))
    assert cover.help is not None
    assert cover.help.zh == "改成 `Cover.JPG`"


@pytest.mark.parametrize(
    "address",
    [
        "example.com",
        "ftp://example.com/",
        "https://user@example.com/",
        "https://例子.com/",
        "https://example.com/?a",
        "https://",
    ],
)
def test_addresses_that_no_site_has(address: str) -> None:
    found = list(site_settings.check(whole(site=lambda plain: plain.update(base_url=address))))
    assert said(found) == [("error", ("base_url",))]


@pytest.mark.parametrize("address", ["https://example.com", "http://localhost:8000/", "https://a.github.io/repo/"])
def test_addresses_that_a_site_has(address: str) -> None:
    assert list(site_settings.check(whole(site=lambda plain: plain.update(base_url=address)))) == []
