"""The links of a whole site, packed and held against what is published."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ichsite.text.address import BaseUrl, OutputPath, UrlPath, output_of
from ichsite.text.fingerprint import of_bytes
from ichsite.verify.dead import DeadLink, dead_links, leaning
from ichsite.verify.links import Links, links_of
from ichsite.verify.web import PackedWeb, Web, unpacked
from tests.invariants.demonstration import ORIGIN
from tests.invariants.pages import dead, named_addresses

DIGEST = of_bytes(b"")
SIZE = len(DIGEST)


def web(**files: Links) -> Web:
    made = Web()
    for name, links in files.items():
        made.put(name.replace("__", "/") + "/index.html", DIGEST, links)
    return made


def gathered(output: Path, base: str) -> tuple[Web, list[tuple[str, str]], set[str]]:
    """The links of a published folder, what is lost in it, and its files."""
    made, lost, answers = Web(), list[tuple[str, str]](), set[str]()
    for path in sorted(output.rglob("*")):
        if path.is_file():
            name = path.relative_to(output).as_posix()
            answers.add(name)
            links = links_of(path.read_bytes(), name, BaseUrl(ORIGIN, base))
            made.put(name, DIGEST, links)
            lost += ((name, one) for one in links.lost)
    return made, lost, answers


def test_whatever_the_oracle_reads_is_read(built: dict[str, Path]) -> None:
    base = "/repo/"
    output = built[base]
    made, lost, answers = gathered(output, base)
    assert dead_links(made, answers, lost, ("/docs/",)) == ()
    ours: dict[str, set[str]] = {}
    numbers = frozenset(made.places.values())
    places = {number: place for place, number in made.places.items()}
    for file, number in made.naming(numbers):
        ours.setdefault(file, set()).add(output_of(UrlPath(places[number].partition("#")[0])))
    for one in named_addresses(output):
        address, _ = urldefrag(urljoin(f"{ORIGIN}{base}{one.by}", one.address))
        parts = urlsplit(address)
        if f"{parts.scheme}://{parts.netloc}" == ORIGIN:
            inner = unquote(parts.path).removeprefix(base)
            file = output_of(UrlPath(f"/{inner}"))
            assert file in ours[one.by] or file == one.by, one


def test_the_oracle_finds_the_same_when_files_go(built: dict[str, Path], tmp_path: Path) -> None:
    output = tmp_path / "output"
    chance = random.Random(4)  # noqa: S311
    files = sorted(path for path in built["/repo/"].rglob("*") if path.is_file())
    gone = set(chance.sample([path for path in files if path.name != ".ichsite-output"], 12))
    for path in files:
        if path.suffix == ".ics" or path.name == "llms.txt":
            continue  # the oracle does not read these
        name = path.relative_to(built["/repo/"])
        # a tenth of the pages is enough
        if path not in gone and (path.suffix != ".html" or chance.random() < 0.1):
            (output / name).parent.mkdir(parents=True, exist_ok=True)
            (output / name).write_bytes(path.read_bytes())
    made, lost, answers = gathered(output, "/repo/")
    found = dead_links(made, answers, lost)
    theirs: dict[str, set[str]] = {}
    for one in dead(output, ORIGIN, "/repo/"):
        address, anchor = urldefrag(urljoin(f"{ORIGIN}/repo/{one.by}", one.address))
        place = "/" + unquote(urlsplit(address).path).removeprefix("/repo/")
        theirs.setdefault(f"{place}#{unquote(anchor)}" if anchor else place, set()).add(one.by)
    assert len(theirs) > 12
    assert {one.target: (one.file, one.files) for one in found} == {
        target: (min(by), len(by)) for target, by in theirs.items()
    }


ANSWERS = {"index.html", "crafts/vase/index.html", "crafts/漆/index.html", "feed.xml", "CNAME", "old/index.html"}


@pytest.mark.parametrize(
    ("target", "why", "meant"),
    [
        ("/crafts/vasse/", "page", "/crafts/vase/"),
        ("/crafts/vase", "page", "/crafts/vase/"),
        ("/crafts/Vase/", "case", "/crafts/vase/"),
        ("/Feed.xml", "case", "/feed.xml"),
        ("/crafts/vase/#dais", "anchor", "/crafts/vase/#days"),
        ("/crafts/vase/#Days", "anchor", "/crafts/vase/#days"),
        ("/zzzzzzzzz.pdf", "page", None),
    ],
)
def test_what_is_dead_and_why(target: str, why: str, meant: str | None) -> None:
    made = web(a=Links((target, "/crafts/vase/#days")), crafts__vase=Links((), ("days",)), b=Links((target,)))
    assert dead_links(made, ANSWERS) == (DeadLink(target, why, "a/index.html", 2, meant),)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    "target", ["/", "/crafts/漆/", "/crafts/vase/#days", "/feed.xml", "/feed.xml#x", "/CNAME", "/old/#whatever"]
)
def test_what_answers(target: str) -> None:
    made = web(a=Links((target,)), crafts__vase=Links((), ("days",)))
    assert dead_links(made, ANSWERS) == ()


def test_what_is_lost_is_told_with_the_rest() -> None:
    made = web(a=Links(("/gone/",), ("days",)), b=Links(("/gone/",)))
    found = dead_links(
        made, ANSWERS, [("a/index.html", "#dais"), ("b/index.html", "/elsewhere/"), ("a/index.html", "/elsewhere/")]
    )
    assert [(one.target, one.why, one.file, one.files, one.meant) for one in found] == [
        ("#dais", "place", "a/index.html", 1, "#days"),
        ("/elsewhere/", "astray", "a/index.html", 2, None),
        ("/gone/", "page", "a/index.html", 2, None),
    ]


def test_a_place_that_nobody_names_any_more_is_forgotten() -> None:
    made = web(a=Links(("/gone/", "/crafts/vase/"), ("one",)))
    made.put("a/index.html", DIGEST, Links(("/crafts/vase/",), ("two",)))
    assert dead_links(made, ANSWERS) == ()
    again = unpacked(made.packed(), SIZE)
    assert again is not None
    assert (set(again.places), set(again.anchors)) == ({"/crafts/vase/"}, {"two"})


_LINKS = st.builds(
    Links,
    st.lists(st.sampled_from(["/a/", "/b/#x", "/青/", "/c.css"]), unique=True).map(tuple),
    st.lists(st.sampled_from(["x", "y", "釉"]), unique=True).map(tuple),
)
_STEPS = st.lists(st.tuples(st.sampled_from(["a.html", "b.html", "c/index.html"]), _LINKS), max_size=8)


@given(_STEPS)
def test_a_packed_web_is_the_same_web(steps: list[tuple[str, Links]]) -> None:
    made = Web()
    for path, links in steps:
        made.put(path, of_bytes(path.encode()), links)
    again = unpacked(made.packed(), SIZE)
    assert again is not None
    assert again.files.keys() == made.files.keys()
    for path, links in dict(steps).items():
        assert again.files[path].digest == of_bytes(path.encode())
        named = {
            place for place, number in again.places.items() if (path, number) in set(again.naming(frozenset([number])))
        }
        assert named == set(links.targets)
        assert all(again.has_anchor(path, one) for one in links.anchors)
    assert dead_links(again, {"a/index.html"}) == dead_links(made, {"a/index.html"})


@pytest.mark.parametrize(
    "changes",
    [
        *({"format": 2}, {"format": "1"}, {"paths": "a\0b\0c"}, {"places": b"x"}, {"digests": b"short"}),
        *({"target_counts": b"\0"}, {"target_counts": b"\0" * 8}, {"target_counts": None}, {"targets": b"\0"}),
        *({"targets": b"\x09\0\0\0"}, {"anchor_numbers": b"\0\0\0\0"}),
    ],
)
def test_what_is_no_web_is_none(changes: dict[str, object]) -> None:
    packed = web(a=Links(("/gone/",)), b=Links()).packed()
    assert unpacked(packed, SIZE) is not None
    assert unpacked(dataclasses.replace(packed, **changes), SIZE) is None  # pyright: ignore[reportArgumentType]
    assert unpacked(object.__new__(PackedWeb), SIZE) is None
    assert unpacked(("x",), SIZE) is None


def test_what_leans_on_a_stranger() -> None:
    made = web(a=Links(("/price.pdf", "/crafts/vase/")))
    assert leaning(made, [OutputPath("price.pdf"), OutputPath("CNAME")]) == ("price.pdf",)
    assert leaning(made, []) == ()


FILES = ("index.html", "a/index.html", "c.html", "assets/x.json", "assets/y.json")
PLACES = ("/", "/#one", "/a/", "/a/#one", "/c.html#one", "/assets/x.json", "/assets/y.json")


def one_step(site: dict[str, Links], chance: random.Random) -> dict[str, Links]:
    """A site after one edit: a file that comes, goes, names something else or has other anchors."""
    new, path = dict(site), chance.choice(FILES)
    if path in new and chance.random() < 0.3:
        del new[path]
    else:
        targets = tuple(chance.sample(PLACES, chance.choice((0, 0, 1, 2))))
        new[path] = Links(targets, () if chance.random() < 0.3 else ("one",))
    return new


def test_what_is_looked_at_anew_is_what_may_be_dead() -> None:
    """One web that goes from site to site finds what a web of each site alone finds."""
    chance, warm, site = random.Random(8), Web(), dict[str, Links]()  # noqa: S311
    dead_before = turned = 0
    for _ in range(3000):
        before, site = site, one_step(site, chance)
        cold = Web()
        warm.keep_only(site)
        for path, links in site.items():
            cold.put(path, DIGEST, links)
            if before.get(path) != links:
                warm.put(path, DIGEST, links)
        found = dead_links(cold, site)
        assert dead_links(warm, site) == found
        turned, dead_before = turned + (dead_before == 0 < len(found)), len(found)
    assert turned > 100, "many a step breaks a sound site"
