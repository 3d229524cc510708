"""A craft's preview made ready: an SVG from wherever as shapes, its slots read; and a motif as lines of one colour."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ichsite.media.drawing import Rebuilt, rebuilt
from ichsite.media.readied import stripped
from ichsite.media.refusal import Fault, Refused
from ichsite.media.shape import Shape, remade
from ichsite.media.slots import Slot, slots_of
from ichsite.text.words import Words

MOST_BYTES, MOST_SHAPES = 60_000, 800
"""It stands in a page, not beside it, and up to three times."""
MOTIF_BYTES, MOTIF_SHAPES = 40_000, 400
_WORDS = ("title", "desc")
_PAINTS = ("lineargradient", "radialgradient", "stop")
_DARK = 140


@dataclass(frozen=True)
class PreviewTask:
    """A file's bytes, and what it is for: a `preview` with slots, or a `motif` that stands in one."""

    role: Literal["preview", "motif"]
    data: bytes


@dataclass(frozen=True)
class PreviewFound:
    """What a file asks of the offer, and what is wrong with it; `there` is whether anything of it is shown."""

    there: bool = False
    slots: tuple[Slot, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Preview:
    """A drawing as shapes; the box is left, top, width, height: of a preview in millimetres."""

    box: tuple[float, float, float, float]
    shapes: tuple[Shape, ...]


def made_ready(task: PreviewTask, _shelf: object = None) -> tuple[PreviewFound, Preview | None]:
    """The file as shapes, or why not."""
    try:
        return _preview(task.data) if task.role == "preview" else _motif(task.data)
    except Refused as refused:
        return PreviewFound(faults=(refused.fault,)), None


def _preview(data: bytes) -> tuple[PreviewFound, Preview]:
    one = rebuilt(data, most_bytes=MOST_BYTES, most=MOST_SHAPES, slots=True)
    if not one.sized:
        raise Refused(
            "drawing-refused",
            Words(
                "预览图没有 viewBox，不知道一格是几毫米",
                "the preview has no viewBox: how large it is in mm is not known",
            ),
            Words(
                '在 <svg> 上写 viewBox="0 0 200 260"，一格一毫米',
                'write viewBox="0 0 200 260" on <svg>, one unit for a millimetre',
            ),
        )
    read = [found for line, shape in one.slots for found in slots_of(line, shape)]
    faults = [found for found in read if isinstance(found, Fault)]
    if one.dropped:
        faults.append(stripped(one.dropped))
    slots = tuple(found for found in read if isinstance(found, Slot))
    wrong = any(fault.code != "drawing-stripped" for fault in faults)
    return PreviewFound(not wrong, slots, tuple(faults)), Preview(one.box, _without_words(one))


def _motif(data: bytes) -> tuple[PreviewFound, Preview]:
    """A motif in the colour of its place (`currentColor`): the technique gives it one, whatever the library's plate has."""
    one = rebuilt(data, most_bytes=MOTIF_BYTES, most=MOTIF_SHAPES)
    made = (remade(shape, _in_one_colour) for shape in _without_words(one))
    shapes = tuple(shape for shape in made if shape is not None)
    whole = Shape("g", (("fill", "currentColor"),), shapes)
    return PreviewFound(True), Preview(one.box, (whole,))


def _without_words(one: Rebuilt) -> tuple[Shape, ...]:
    """A page says by itself what is shown."""
    made = (remade(shape, lambda inner: None if inner.name in _WORDS else inner) for shape in one.shapes)
    return tuple(shape for shape in made if shape is not None)


def _in_one_colour(shape: Shape) -> Shape | None:
    if shape.name.lower() in _PAINTS:
        return None
    own: dict[str, str] = {}
    for name, value in shape.attributes:
        if name == "fill" and value.lower() != "none":
            own["fill"] = "currentColor"
            if not _is_dark(value):
                own["fill-opacity"] = "0.15"
        elif name == "stroke" and value.lower() != "none":
            own["stroke"] = "currentColor"
        elif name not in ("fill-opacity", "color"):
            own[name] = value
    return Shape(shape.name, tuple(own.items()), shape.children)


def _is_dark(colour: str) -> bool:
    """Whether a colour is ink rather than paper; what is no plain colour is paper, but for black."""
    found = re.fullmatch(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", colour.strip())
    if found is None:
        return colour.strip().lower() in ("black", "currentcolor")
    digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return red * 299 + green * 587 + blue * 114 < _DARK * 1000


def renamed(shape: Shape, prefix: str) -> Shape:
    """The shape with a prefix before every id in it and every reference to one; an id that is there twice goes once."""
    seen: set[str] = set()

    def one(inner: Shape) -> Shape:
        if (id := inner.get("id")) in seen:
            inner = inner.having(id=None)
        if id is not None:
            seen.add(id)
        own = tuple((name, _renamed_value(name, value, prefix)) for name, value in inner.attributes)
        return Shape(inner.name, own, inner.children)

    made = remade(shape, one)
    return made if made is not None else shape


def _renamed_value(name: str, value: str, prefix: str) -> str:
    if name == "id":
        return prefix + value
    if name == "href":
        return f"#{prefix}{value[1:]}"
    if name.startswith("data-"):
        return value
    return re.sub(r"url\(\s*['\"]?#([^'\")\s]+)['\"]?\s*\)", rf"url(#{prefix}\1)", value)
