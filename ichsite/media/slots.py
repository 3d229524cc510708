"""The slots of a preview: what in a drawing follows a wish. A small closed set, each an attribute that begins with `data-`.

| attribute | on | says |
| --- | --- | --- |
| `data-fill`, `data-stroke` | any shape | takes the colour chosen for this option; a range becomes a gradient |
| `data-nth` | beside these and `data-text` | which of several, from 1; of colours the last where fewer are chosen |
| `data-when` | any shape | shown where this option is given |
| `data-is` | beside it | … and is one of these values; `-` is: not given |
| `data-motif` | `rect` | here stands the drawing of the motif that was chosen |
| `data-but` | beside it | … but not of these values, which have shapes of their own |
| `data-text` | `rect`, `path` | here stand the words, or the name of the chosen value; on a path they follow it |
| `data-rows`, `data-part`, `data-vertical` | beside it | lines; the first or second half of the words; downward |
| `data-mm`, `data-most`, `data-line`, `data-sample` | beside it | how tall; the finest line; words before anything is chosen |
| `data-size` | any shape | `height option 180 320 180 320`: an attribute goes with an option, in a straight line |
| `data-origin` | beside it | from where `sx`, `sy`, `s` scale |
| `data-repeat`, `data-step` | any shape | so often as the option says, side by side |
| `data-beside` | `g` | a thing that everybody knows, in its true size |
| `data-outcome` | any shape | shown in this outcome of the firing or the dyeing only |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ichsite.media.refusal import Fault, Refused
from ichsite.media.shape import Shape
from ichsite.text.suggest import nearest
from ichsite.text.words import Words

Ask = Literal["colour", "value", "motif", "text", "size", "number", "outcome"]
"""What a slot wants of an option: a palette, any values, values with motifs, words, a length, a count; or an outcome."""

_OPTION = r"[a-z0-9][a-z0-9-]{0,59}(?:\.[a-z0-9][a-z0-9-]{0,59})?"
_NUMBER = r"-?\d{1,5}(?:\.\d{1,4})?"
_VALUES = r"(?:-|[a-z0-9][a-z0-9-]{0,59})(?: [a-z0-9][a-z0-9-]{0,59})*"
_SET = r"(?:x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|dx|dy|sx|sy|s)"
_SIZE = rf"{_SET} {_OPTION}(?: {_NUMBER}){{4}}"


class _Form(NamedTuple):
    """How a slot is written: its pattern, a sample of it, what it goes with (any of these), where it may stand."""

    pattern: str
    sample: str
    beside: str = ""
    on: str = ""


_PAINT = "data-fill data-stroke"
_TEXT = "data-text"
_GRAMMAR = {
    "data-fill": _Form(_OPTION, "glaze"),
    "data-stroke": _Form(_OPTION, "thread"),
    "data-nth": _Form(r"[1-9]", "2", f"{_PAINT} {_TEXT}"),
    "data-when": _Form(_OPTION, "front"),
    "data-is": _Form(_VALUES, "lotus twin-fish", "data-when"),
    "data-motif": _Form(_OPTION, "front", on="rect"),
    "data-but": _Form(_VALUES, "butterfly", "data-motif"),
    "data-text": _Form(_OPTION, "name", on="rect path"),
    "data-rows": _Form(rf"[1-9]|{_OPTION}", "lines", _TEXT),
    "data-part": _Form(r"[12]", "1", _TEXT),
    "data-vertical": _Form(r"yes", "yes", _TEXT),
    "data-mm": _Form(_OPTION, "type", _TEXT),
    "data-most": _Form(_NUMBER, "12", _TEXT),
    "data-line": _Form(_NUMBER, "0.2", _TEXT),
    "data-sample": _Form(r"[^<>&\x00-\x1f]{1,20}", "囍", _TEXT),
    "data-size": _Form(rf"{_SIZE}(?:; {_SIZE}){{0,5}}", "height height 180 320 180 320"),
    "data-origin": _Form(rf"{_NUMBER} {_NUMBER}", "50 120", "data-size"),
    "data-repeat": _Form(_OPTION, "stems", "data-step"),
    "data-step": _Form(rf"{_NUMBER} {_NUMBER}", "12 0", "data-repeat"),
    "data-beside": _Form(r"coin|finger|hand|sheet|door", "hand", on="g"),
    "data-outcome": _Form(r"[a-z0-9][a-z0-9-]{0,59}", "kaipian"),
}
_ASKS: dict[str, Ask] = {
    "data-fill": "colour",
    "data-stroke": "colour",
    "data-motif": "motif",
    "data-text": "text",
    "data-mm": "size",
    "data-repeat": "number",
    "data-outcome": "outcome",
}


@dataclass(frozen=True)
class Slot:
    """What one attribute asks for: of which option (or which outcome), for which of its values; the line in the file."""

    ask: Ask
    option: str
    line: int
    values: tuple[str, ...] = ()


def slots_of(line: int, shape: Shape) -> Iterator[Slot | Fault]:
    """The slots of one shape, and what is wrong with their form."""
    said = {name: value for name, value in shape.attributes if name.startswith("data-")}
    for name, value in said.items():
        if (fault := _form(name, value, said, shape, line)) is not None:
            yield fault
        elif name == "data-size":
            yield from (Slot("size", part.split(" ")[1], line) for part in value.split("; "))
        elif name == "data-when":
            values = tuple(one for one in said.get("data-is", "").split(" ") if one not in ("", "-"))
            yield Slot("value", value, line, values)
        elif name == "data-rows" and not value.isdigit():
            yield Slot("number", value, line)
        elif name in _ASKS:
            yield Slot(_ASKS[name], value, line)


def size_parts(shape: Shape) -> Iterator[tuple[str, str, tuple[float, float, float, float]]]:
    """What `data-size` says: the attribute, the option, and from where to where of both."""
    for part in filter(None, (shape.get("data-size") or "").split("; ")):
        attribute, option, *numbers = part.split(" ")
        low, high, start, end = map(float, numbers)
        yield attribute, option, (low, high, start, end)


def _form(name: str, value: str, said: dict[str, str], shape: Shape, line: int) -> Fault | None:
    if name not in _GRAMMAR:
        close = nearest(name, _GRAMMAR)
        return _wrong(
            line,
            Words(f"没有 `{name}` 这种活动处", f"there is no slot `{name}`"),
            Words(f"是不是想写 `{close}`？", f"did you mean `{close}`?")
            if close is not None
            else Words(f"能写的有：{'、'.join(_GRAMMAR)}", f"there are: {', '.join(_GRAMMAR)}"),
        )
    form = _GRAMMAR[name]
    if not re.fullmatch(form.pattern, value):
        return _wrong(
            line,
            Words(f"`{name}` 读不懂：“{value[:40]}”", f"`{name}` cannot be read: “{value[:40]}”"),
            Words(f'照这样写：{name}="{form.sample}"', f'write it like this: {name}="{form.sample}"'),
        )
    if form.beside and not any(other in said for other in form.beside.split()):
        other = form.beside.split()[0]
        return _wrong(
            line,
            Words(f"`{name}` 要和 `{other}` 写在一起", f"`{name}` goes with `{other}`"),
            Words(f"在同一个图形上加 `{other}`，或删掉 `{name}`", f"add `{other}` to the shape, or delete `{name}`"),
        )
    if form.on and shape.name not in form.on.split():
        on = " / ".join(f"<{one}>" for one in form.on.split())
        return _wrong(
            line,
            Words(f"`{name}` 只能写在 {on} 上", f"`{name}` stands on {on} only"),
            Words("画一个占位的图形，写在它上面", "draw a shape that keeps the place and write it there"),
        )
    if name == "data-size" and any(low == high for _, _, (low, high, _, _) in size_parts(shape)):
        return _wrong(
            line,
            Words("`data-size` 的两个尺寸一样，算不出比例", "`data-size` goes from a size to the same size"),
            Words("写最小和最大的毫米数，再写图上的两头", "write the smallest and largest millimetres, then both ends"),
        )
    return None


def _wrong(line: int, message: Words, help: Words) -> Fault:
    return Refused("preview-slot-wrong", message, help, line).fault
