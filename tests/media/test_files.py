"""What comes from outside into the library: an SVG is rebuilt from an allow-list, captions are read cue by cue, films by their bytes; and a film of the site's own from a whole site to its page."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from ichsite.media.captions import checked_captions
from ichsite.media.drawing import MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS, drawn
from ichsite.media.film import film_ending, tells_place
from ichsite.media.refusal import Refused
from tests.images.samples import scene
from tests.invariants.test_incremental import clean_build
from tests.invariants.trees import built, differences, tree
from tests.sites_support import TODAY, laid_out

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 20"'
HOSTILE = (
    "<script>alert(1)</script>",
    '<foreignObject><iframe src="https://evil.example"/></foreignObject>',
    '<image href="https://evil.example/a.png"/>',
    '<use xlink:href="#a"/>',
    '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
    '<path d="M0 0" onclick="alert(1)"/>',
    '<path d="M0 0" fill="url(https://evil.example/a.svg#b)"/>',
    '<path d="M0 0" style="fill:url(https://evil.example)"/>',
    "<style>@import 'https://evil.example/a.css'</style>",
    '<set attributeName="href" to="javascript:alert(1)"/>',
)


@pytest.mark.parametrize("inside", HOSTILE)
def test_nothing_hostile_is_published(inside: str) -> None:
    made = drawn(f'{HEAD} onload="alert(1)">{inside}<circle cx="5" cy="5" r="2"/></svg>'.encode())
    assert made.data.endswith(b'<circle cx="5" cy="5" r="2"></circle></svg>\n')
    for word in (b"evil", b"alert", b"script", b"href", b"onload", b"import"):
        assert word not in made.data
    assert len(made.dropped) >= 2


def test_what_draws_is_kept() -> None:
    inside = '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs><path d="M0 0H9" style="fill:url(#a);font-family:x"/>'
    made = drawn(f"{HEAD}>{inside}</svg>".encode(), ai_generated=True)
    assert (made.width, made.height, made.dropped) == (10, 20, ())
    assert b'fill="url(#a)"' in made.data
    assert b"Made by AI" in made.data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg",
        b'<svg viewBox="0 0 1 1"/>',
        f"<!DOCTYPE svg>{HEAD}/>".encode(),
        f'<!DOCTYPE svg [<!ENTITY a "{"b" * 99}">]>{HEAD}>&a;</svg>'.encode(),
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 nan 1"/>',
        f"{HEAD}>{'<g>' * (MAX_DEPTH + 2)}{'</g>' * (MAX_DEPTH + 2)}</svg>".encode(),
        f"{HEAD}>{'<g/>' * (MAX_ELEMENTS + 1)}</svg>".encode(),
        b" " * (MAX_BYTES + 1),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        drawn(data)


@pytest.mark.parametrize(
    "times",
    [
        "00:00:01,000 --> 00:00:02.000",
        "00:00:03.000 --> 00:00:02.000",
        "00:61:00.000 --> 00:62:00.000",
        "00:09:00.000 --> 00:09:01.000",
    ],
)
def test_broken_times_are_refused_with_their_line(times: str) -> None:
    with pytest.raises(Refused) as refused:
        checked_captions(f"WEBVTT\n\n{times}\n一\n".encode(), 60)
    assert refused.value.fault.line == 3


def test_captions_are_published_plain() -> None:
    assert (
        checked_captions(b"\xef\xbb\xbfWEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\na\r\n\r\n", 60)
        == b"WEBVTT\n\n00:01.000 --> 00:02.000\na\n"
    )


def test_a_film_is_what_its_bytes_say() -> None:
    mp4, webm = b"\0\0\0\x18ftypmp42\0\0\0\0", b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm"
    assert (film_ending(mp4, "a.MP4", 99), film_ending(webm, "a.webm", 99)) == ("mp4", "webm")
    for head, name, size in ((webm, "a.mp4", 99), (b"<html>", "a.mp4", 99), (mp4, "a.mp4", 10**9)):
        with pytest.raises(Refused):
            film_ending(head, name, size)


def box(kind: bytes, *held: bytes) -> bytes:
    """A box of an MP4."""
    return (8 + sum(map(len, held))).to_bytes(4, "big") + kind + b"".join(held)


def track(handler: bytes) -> bytes:
    """A track whose pictures, sound or data are read by `handler`."""
    return box(b"trak", box(b"tkhd", bytes(84)), box(b"mdia", box(b"hdlr", bytes(8), handler, bytes(13))))


START, SEEN = box(b"ftyp", b"mp42\0\0\0\0"), box(b"mdat", b"loci GPSLatitude")
XYZ = box(b"\xa9xyz", b"+28.0743+119.1411/")
PLACED = {
    "a telephone's": box(b"moov", track(b"vide"), box(b"udta", XYZ)),
    "3GPP": box(b"moov", box(b"udta", box(b"loci", bytes(20)))),
    "XMP": box(b"uuid", bytes(16), b"<x exif:GPSLatitude='28,4.5N'/>"),
    "in a track's own words": box(b"moov", box(b"trak", box(b"udta", XYZ))),
    "an action camera's": box(b"moov", track(b"vide"), track(b"meta")),
    "a drone's": box(b"moov", track(b"vide"), track(b"text")),
    "a panorama camera's": box(b"moov", track(b"camm")),
    "a dash camera's": box(b"moov", box(b"gps ", bytes(8))),
    "after a size that cannot be": (2**31).to_bytes(4, "big") + b"free" + XYZ,
    "after a size of nought": bytes(4) + b"free" + XYZ,
    "made to keep its reader busy": box(b"free") * 60_000,
    "with a long size": b"\0\0\0\1moov" + (16 + len(XYZ) + 8).to_bytes(8, "big") + box(b"udta", XYZ),
}


@pytest.mark.parametrize("where", PLACED)
def test_a_film_that_says_where_it_was_taken_is_refused(where: str) -> None:
    assert tells_place(START + SEEN + PLACED[where])
    assert tells_place(START + PLACED[where] + SEEN)


def test_what_is_seen_and_heard_is_not_read_as_words() -> None:
    plain = box(b"moov", track(b"vide"), track(b"soun"), box(b"udta", box(b"meta", box(b"hdlr", bytes(8), b"mdir"))))
    assert not tells_place(START + SEEN + plain)
    assert not tells_place(START + box(b"moov", box(b"moov") * 9) + b"\0\0\0\1moov"), "boxes that are none end"
    assert not tells_place(b"") and not tells_place(START[:11])
    webm = b"\x1a\x45\xdf\xa3"
    assert (
        tells_place(webm + b" location.ISO6709") and tells_place(webm + b"LOCATION") and not tells_place(webm + b"loci")
    )
    with pytest.raises(Refused):
        film_ending(START, "a.mp4", 99, placed=True)


def test_clips_do_not_multiply() -> None:
    clips = "".join(
        f'<clipPath id="c{at}"><path d="M0 0h1" clip-path="url(#c{at + 1})"/></clipPath>' for at in range(9)
    )
    made = drawn(f'{HEAD}>{clips}<path d="M0 0h2" clip-path="url(#c0)"/></svg>'.encode())
    assert made.data.count(b"url(#") == 1 and "clip-path" in made.dropped


FILM = """---
kind: film
id: firing
title: 开窑
summary: 一窑开出来。
suits: [青瓷]
seconds: 60
file: firing.mp4
poster: {file: poster.png, alt: 窑门}
captions:
  - {language: zh-CN, file: firing.vtt}
rights: {holder: 作坊, licence: own}
---
开窑了。
"""
MP4 = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\x08mdat"
CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:02.000\n{}\n"


def test_a_film_of_the_sites_own_is_published_with_its_captions_and_pruned_with_it(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    folder = root / "content/materials/firing"
    folder.mkdir()
    for name, data in (
        ("index.md", FILM.encode()),
        ("firing.mp4", MP4),
        ("poster.png", scene().pngsave_buffer()),
        ("firing.vtt", CAPTIONS.format("开窑").encode()),
    ):
        (folder / name).write_bytes(data)
    built(root)
    first = tree(root / "output")
    page = first["materials/firing/index.html"].decode()
    (source,) = re.findall(r'<source src="/([^"]+)" type="video/mp4">', page)
    (track,) = re.findall(r'<track kind="captions" src="/([^"]+)" srclang="zh-CN" label="[^"]+" default>', page)
    (poster,) = re.findall(r'<video controls preload="none" poster="/([^"]+)"', page)
    assert (first[source], first[track].decode()) == (MP4, CAPTIONS.format("开窑"))
    assert first[poster].startswith(b"\xff\xd8\xff")
    assert "download" not in page, "nobody may take it away"
    again = built(root)
    assert (again.rendered, again.written) == ((), 0)
    # other captions and a longer film: only they are new, and what they stand in for is gone
    (folder / "firing.vtt").write_text(CAPTIONS.format("出窑"), "utf-8")
    (folder / "firing.mp4").write_bytes(MP4 + b"\0" * 9)
    built(root)
    second = tree(root / "output")
    assert not {source, track} & second.keys()
    assert poster in second
    assert not differences(second, clean_build(root, tmp_path / "clean", TODAY))
    shutil.rmtree(folder)
    built(root)
    gone = tree(root / "output")
    assert not [path for path in gone if path.endswith((".mp4", ".vtt"))]
    assert poster not in gone
    assert "materials/firing/index.html" in gone, "its address leads on"
