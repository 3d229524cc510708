"""What was given to be verified: a text, an address, a file of either, or a picture, whose QR code is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from ichsite.brief.told import Kind
from ichsite.read.regular import read_regular
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.system_words import system_words
from ichsite.text.words import Words

MOST_BYTES = 30_000_000
_MOST_PIXELS = 60_000_000
_LONGEST_PATH = 1000
_PICTURE = "brief-picture"


@dataclass(frozen=True)
class Given:
    """The text to verify, how findings call it, what it came as, and why there is none."""

    name: str
    text: str
    kind: Kind
    findings: tuple[Diagnostic, ...] = ()


def given(folder: Path, what: str, stream: BinaryIO) -> Given:
    """What stands behind an argument; `-` is the stream. A name of a file that exists is that file."""
    if what == "-":
        return _read("-", stream.read(MOST_BYTES), "input")
    path = folder / what if "\n" not in what and "\0" not in what and len(what) < _LONGEST_PATH else None
    try:
        if path is None or not path.is_file():
            return Given(".", what, "text")
        return _read(path.name, read_regular(path.resolve(strict=True), MOST_BYTES), "file")
    except OSError as wrong:
        reason = system_words(wrong)
        said = Words(f"读不了：{reason.zh}", f"cannot be read: {reason.en}")
        return Given(what, "", "file", (error("brief-none", Place(what), said),))


def _read(name: str, data: bytes, kind: Kind) -> Given:
    if data.startswith(b"%PDF"):
        what = Words("PDF 读不了", "a PDF cannot be read")
        return Given(name, "", kind, (error(_PICTURE, Place(name), what, _INSTEAD),))
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff")):
        return _picture(name, data)
    return Given(name, data.decode("utf-8-sig", "replace"), kind)


_INSTEAD = Words(
    "用聊天里的文字、链接，或带二维码的图片", "give the text, the address, or the picture with its QR code"
)


def _picture(name: str, data: bytes) -> Given:
    try:
        import zxingcpp
    except ImportError:
        what = Words("这台电脑上没有装认二维码的程序", "what reads QR codes is not installed here")
        way = Words(
            "装上它：pip install 'ichsite[qr]'；或用文字、链接",
            "install it: pip install 'ichsite[qr]'; or give the text or the address",
        )
        return Given(name, "", "picture", (error(_PICTURE, Place(name), what, way),))
    import pyvips

    try:
        image: Any = pyvips.Image.new_from_buffer(data, "")
        if image.width * image.height > _MOST_PIXELS:
            raise pyvips.Error("too many pixels")
        grey = image.autorot().colourspace("b-w")[0].cast("uchar")
        pixels = memoryview(grey.write_to_memory()).cast("B", (grey.height, grey.width))
        codes: list[str] = [one.text for one in zxingcpp.read_barcodes(pixels)]
    except pyvips.Error:
        what = Words("这张图片打不开", "this picture cannot be opened")
        return Given(name, "", "picture", (error(_PICTURE, Place(name), what, _INSTEAD),))
    found = next((one for one in codes if "#b" in one), None)
    if found is None:
        what = Words("图片里没有定作确认的二维码", "there is no QR code of a brief in the picture")
        return Given(name, "", "picture", (error(_PICTURE, Place(name), what, _INSTEAD),))
    return Given(name, found, "picture")
