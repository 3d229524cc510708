"""QR codes: read back by another program than wrote them, and measured pixel by pixel."""

from __future__ import annotations

import random
import xml.etree.ElementTree as ElementTree
from hashlib import sha256
from typing import Any
from urllib.parse import unquote

import numpy as np
import pytest
import pyvips
import zxingcpp

from ichsite.kit.lettering import APART, TALL, WIDE, drawable, rows_of
from ichsite.kit.qr import QUIET, SMALLEST, Drawing, ascii_address, drawing, qr_png, qr_svg

SHORT = "https://example.com/s/w3ka/"
ADDRESSES = (
    SHORT,
    "https://a.cn/s/2222/",
    "http://127.0.0.1:8000/repo/s/w3ka/",
    "https://example.com/crafts/celadon-vase/?from=douyin&x=1#days",
    "https://example.com/技艺/龙泉青瓷-花瓶/",
    "https://example.com/" + "%E9%9D%92" * 60 + "/",
    "https://example.com/" + "x" * 900,
)


def pixels(data: bytes) -> np.ndarray[Any, Any]:
    """The picture in greys, as a browser would draw it."""
    # a build that ran in this process has closed libvips to SVG, which it never reads; these are our own
    pyvips.operation_block_set("VipsForeignLoadSvg", False)
    image = pyvips.Image.new_from_buffer(data, "")
    if image.hasalpha():
        image = image.flatten(background=255)
    return image.extract_band(0).numpy()


def read(grey: np.ndarray[Any, Any]) -> list[str]:
    return [one.text for one in zxingcpp.read_barcodes(grey)]


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda text: text[:40])
def test_both_pictures_are_read_back(address: str) -> None:
    for data in (qr_png(address, "w3ka"), qr_svg(address, "w3ka")):
        assert read(pixels(data)) == [ascii_address(address)]
    assert ascii_address(address).isascii()
    assert unquote(ascii_address(address)) == unquote(address)


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda text: text[:40])
def test_the_picture_is_wide_enough_and_white_around_the_code(address: str) -> None:
    grey, drawn = pixels(qr_png(address, "w3ka")), drawing(address, "w3ka")
    assert grey.shape == (drawn.height, drawn.width)
    assert drawn.width >= SMALLEST
    assert drawn.width % drawn.step == 0
    assert drawn.height * 4 == drawn.width * 5
    edge = QUIET * drawn.step
    quiet = np.ones((drawn.width, drawn.width), dtype=bool)
    quiet[edge:-edge, edge:-edge] = False
    assert (grey[: drawn.width][quiet] == 255).all()
    code = grey[edge : drawn.width - edge, edge:-edge]
    # every module is of one colour, and the corners of the finders are where they should be
    blocks = code.reshape(len(drawn.modules), drawn.step, len(drawn.modules), drawn.step)
    assert (blocks.min(axis=(1, 3)) == blocks.max(axis=(1, 3))).all()
    assert code[0, 0] == code[0, -1] == code[-1, 0] == 0


def letters_in(grey: np.ndarray[Any, Any], drawn: Drawing) -> list[list[bool]]:
    middle = drawn.dot // 2
    rows = range(drawn.top + middle, drawn.top + TALL * drawn.dot, drawn.dot)
    columns = range(drawn.left + middle, drawn.left + len(drawn.letters[0]) * drawn.dot, drawn.dot)
    return [[bool(grey[y, x] == 0) for x in columns] for y in rows]


@pytest.mark.parametrize("label", ["w3ka", "/s/w3ka", "abcdefghijklm", "nopqrstuvwxyz", "0123456789-/.", "W3KA", "w"])
def test_the_label_stands_below_dot_by_dot(label: str) -> None:
    drawn = drawing(SHORT, label)
    for data in (qr_png(SHORT, label), qr_svg(SHORT, label)):
        grey = pixels(data)
        assert letters_in(grey, drawn) == [list(row) for row in rows_of(label.lower())]
        assert (grey[drawn.width :, : QUIET * drawn.step] == 255).all()
        below = grey[drawn.top + TALL * drawn.dot :]
        assert below.size
        assert (below == 255).all()


def test_png_and_svg_show_the_same() -> None:
    assert (pixels(qr_png(SHORT, "w3ka")) == pixels(qr_svg(SHORT, "w3ka"))).all()


def test_no_two_letters_are_drawn_alike_and_all_stay_apart() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz0123456789-/."
    assert drawable(letters) == letters
    drawn = {letter: rows_of(letter) for letter in letters}
    assert len(set(drawn.values())) == len(letters)
    two = rows_of("ww")
    assert not any(any(row[WIDE : WIDE + APART]) for row in two)


HOSTILE = '</title><script>alert(1)</script>"><svg onload=x>\x00\x1b]&#x26;\u202e\n'


def test_nothing_becomes_markup() -> None:
    for address, label in ((SHORT + HOSTILE, "w3ka"), (SHORT, HOSTILE), (HOSTILE, HOSTILE)):
        svg = qr_svg(address, label)
        tree = ElementTree.fromstring(svg)  # noqa: S314  our own file
        assert {one.tag.rpartition("}")[2] for one in tree.iter()} == {"svg", "title", "path", "g"}
        assert not any(name.startswith("on") for one in tree.iter() for name in one.attrib)
        assert read(pixels(svg)) == [ascii_address(address)]
        assert read(pixels(qr_png(address, label))) == [ascii_address(address)]


def test_the_title_says_code_and_address() -> None:
    title = ElementTree.fromstring(qr_svg(SHORT + "?a=1&b=2", "w3ka"))[0]  # noqa: S314  our own file
    assert title.text == f"w3ka · {SHORT}?a=1&b=2"


def test_without_a_label_the_picture_is_square() -> None:
    for label in ("", "  ", "口令"):
        grey = pixels(qr_png(SHORT, label))
        assert grey.shape[0] == grey.shape[1]


def test_an_endless_label_is_cut_and_an_endless_address_refused() -> None:
    assert read(pixels(qr_png(SHORT, "w3ka" * 200))) == [SHORT]
    with pytest.raises(ValueError, match="too long"):
        qr_png(SHORT + "x" * 3000, "w3ka")


def test_hundreds_of_codes_with_the_one_mask_are_read() -> None:
    chance = random.Random(4)  # noqa: S311  addresses, no secrets
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    for _ in range(300):
        address = f"https://example.com/s/{''.join(chance.choices(letters, k=4))}/"
        assert read(pixels(qr_png(address, ""))) == [address]


def test_the_bytes_are_the_same_on_every_machine() -> None:
    """Fixed here: another library version, another zlib, another Python must not change what was published."""
    assert sha256(qr_png(SHORT, "w3ka")).hexdigest()[:16] == "a77a8a18ea8cdcce"
    assert sha256(qr_svg(SHORT, "w3ka")).hexdigest()[:16] == "9a36dff31a844493"
    assert len(qr_png(SHORT, "w3ka")) < 2000
    assert len(qr_svg(SHORT, "w3ka")) < 3500
