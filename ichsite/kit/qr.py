"""QR codes with their code in letters below, as PNG and as SVG: the same bytes on every machine.

What decides the bytes is fixed here and not left to a library's taste: the smallest version at error level M, the
best level that this version has room for, one mask. A mask is chosen for evenness; to try all eight would take four
fifths of the time, and with addresses, whose bits are mixed anyway, readers find no difference (tests/kit).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from html import escape
from urllib.parse import quote

from ichsite.kit.lettering import drawable, length_of, rows_of
from ichsite.kit.png import png

QUIET = 4
"""Modules that stay white around the code (ISO/IEC 18004)."""
SMALLEST = 360
"""Pixels that the picture is wide at least: WeChat reads an <img> of 120 CSS px, and screens have three to each."""
_MASK = 2
_PRINTABLE = "".join(map(chr, range(0x21, 0x7F)))


@dataclass(frozen=True)
class Drawing:
    """A code laid out in pixels: `step` to a module, `dot` to a dot of the letters, which begin at `left`, `top`."""

    modules: tuple[tuple[bool, ...], ...]
    letters: tuple[tuple[bool, ...], ...]
    label: str
    step: int
    dot: int
    left: int
    top: int
    width: int
    height: int


def qr_svg(address: str, label: str) -> bytes:
    """The code of an address with its label below. Nothing in either can become markup."""
    drawn = drawing(address, label)
    said = escape(" · ".join(text for text in (drawn.label, ascii_address(address)) if text))
    letters = ""
    if drawn.letters:
        lines = _lines(drawn.letters)
        letters = f'<path transform="translate({drawn.left} {drawn.top}) scale({drawn.dot})" d="{lines}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawn.width} {drawn.height}"'
        f' width="{drawn.width}" height="{drawn.height}" role="img" shape-rendering="crispEdges">'
        f"<title>{said}</title>"
        f'<path fill="#fff" d="M0 0h{drawn.width}v{drawn.height}H0z"/>'
        f'<g stroke="#000"><path transform="translate({QUIET * drawn.step} {QUIET * drawn.step}) scale({drawn.step})"'
        f' d="{_lines(drawn.modules)}"/>{letters}</g></svg>\n'
    ).encode()


def qr_png(address: str, label: str) -> bytes:
    """The code of an address with its label below: black and white, whole pixels to a module."""
    drawn = drawing(address, label)
    white = _row((), 1, 0, drawn.width)
    edge = QUIET * drawn.step
    rows = [(white, edge)]
    rows += [(_row(row, drawn.step, edge, drawn.width), drawn.step) for row in drawn.modules]
    rows.append((white, edge))
    if drawn.letters:
        rows += [(_row(row, drawn.dot, drawn.left, drawn.width), drawn.dot) for row in drawn.letters]
        rows.append((white, drawn.height - sum(times for _, times in rows)))
    return png(drawn.width, rows)


def drawing(address: str, label: str) -> Drawing:
    """The layout that both kinds of picture share; ValueError where an address is too long for any code."""
    modules = _modules(ascii_address(address))
    whole = len(modules) + 2 * QUIET
    # a multiple of four: with its label every picture is four wide and five high, so that a page knows its shape
    step = -(-SMALLEST // whole // 4) * 4
    width = whole * step
    room = len(modules) * step
    text = drawable(label)
    while length_of(len(text)) > room:
        text = text[:-1]
    if not text.strip():
        return Drawing(modules, (), "", step, 0, 0, 0, width, width)
    dot = min(step * 3 // 4, room // length_of(len(text)))
    # the letters begin where the quiet zone ends
    return Drawing(
        modules,
        rows_of(text),
        text,
        step,
        dot,
        (width - length_of(len(text)) * dot) // 2,
        width,
        width,
        width * 5 // 4,
    )


def ascii_address(address: str) -> str:
    """An address as every reader takes it: what is not ASCII, and what is no part of an address, percent-encoded."""
    return quote(address, safe=_PRINTABLE)


@lru_cache(maxsize=16)
def _modules(address: str) -> tuple[tuple[bool, ...], ...]:
    from segno import DataOverflowError, make_qr

    try:
        symbol = make_qr(address, error="m", mode="byte", mask=_MASK, boost_error=True)
    except DataOverflowError:
        raise ValueError(f"an address of {len(address)} characters is too long for a QR code") from None
    return tuple(tuple(module == 1 for module in row) for row in symbol.matrix)


def _row(dots: tuple[bool, ...], step: int, left: int, width: int) -> bytes:
    """A row of pixels, a bit each, white unless a dot says else."""
    ink = "".join(("0" if dot else "1") * step for dot in dots)
    bits = ("1" * left + ink).ljust(-(-width // 8) * 8, "1")
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def _lines(rows: tuple[tuple[bool, ...], ...]) -> str:
    """Every run of ink as a line one unit thick, through the middle of its row."""
    drawn: list[str] = []
    for at, row in enumerate(rows):
        text = "".join("#" if dot else "." for dot in row)
        begin = text.find("#")
        while begin >= 0:
            end = text.find(".", begin)
            end = len(text) if end < 0 else end
            drawn.append(f"M{begin} {at}.5h{end - begin}")
            begin = text.find("#", end)
    return "".join(drawn)
