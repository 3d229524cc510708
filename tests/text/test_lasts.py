"""What is made again of items, and what is not: by which objects they are, wherever they stand."""

from __future__ import annotations

import random
from collections.abc import Sequence

from ichsite.text.lasts import Lasts
from ichsite.write.inner_paths import folders_after, folders_of


def test_each_is_what_making_all_anew_gives_and_asks_about_new_objects_only() -> None:
    chance, lasts = random.Random(5), Lasts()  # noqa: S311
    items: list[list[int]] = [[number] for number in range(40)]
    before, light = list[list[int]](), 0
    for _ in range(400):
        for _ in range(chance.choice((0, 1, 1, 3))):
            chance.choice((_put, _put, _drop, _swap))(items, chance)
        lit = light + chance.choice((0, 0, 0, 1))
        asked: list[int] = []

        def make(some: Sequence[list[int]], lit: int = lit, asked: list[int] = asked) -> list[tuple[int, int]]:
            asked += map(id, some)
            return [(one[0], lit) for one in some]

        made = lasts.each("row", (lit,), tuple(items), make)
        assert made == tuple((one[0], lit) for one in items)
        stayed = {id(one) for one, old in zip(items, before, strict=False) if one is old and len(items) == len(before)}
        assert lit != light or stayed.isdisjoint(asked)
        assert lit != light or len(items) == len(before) or {id(one) for one in before}.isdisjoint(asked)
        assert made is lasts.each("row", (lit,), tuple(items), make)
        before, light = list(items), lit


def test_kept_is_equal_and_the_very_object_where_it_can_be() -> None:
    lasts = Lasts()
    first = tuple((number, "a") for number in range(5))
    assert lasts.kept("row", first) is first
    again = lasts.kept("row", (*((number, "a") for number in range(4)), (4, "b")))
    assert again == (*first[:4], (4, "b"))
    assert all(old is new for old, new in zip(first[:4], again[:4], strict=True))
    assert lasts.kept("row", again[1:]) == again[1:]


def test_folders_after_a_change_are_those_of_what_is_there_now() -> None:
    chance = random.Random(7)  # noqa: S311
    steps = ("a", "a-b", "a0", "b")
    there = frozenset[str]()
    for _ in range(2000):
        path = "/".join(chance.choice(steps) for _ in range(chance.randrange(1, 5))) + "/index.html"
        now = there | {path} if chance.random() < 0.6 else there - set(list(there)[: chance.randrange(40)])
        assert folders_after(folders_of(there), there, now) == folders_of(now)
        there = now if len(now) < 60 else frozenset()


def _put(items: list[list[int]], chance: random.Random) -> None:
    items.insert(chance.randrange(len(items) + 1), [chance.randrange(9)])


def _drop(items: list[list[int]], chance: random.Random) -> None:
    if items:
        items.pop(chance.randrange(len(items)))


def _swap(items: list[list[int]], chance: random.Random) -> None:
    if items:
        at, other = chance.randrange(len(items)), chance.randrange(len(items))
        items[at], items[other] = items[other], items[at]
