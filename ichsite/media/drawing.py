"""A motif's drawing: an SVG from wherever, rebuilt from an allow-list of elements and attributes.

An SVG is a program in a picture's clothes. Nothing of the author's bytes is published: expat reads them with every
declaration of a document type refused (so no entity, no external subset), each element and attribute that is known
to draw is written anew, and everything else is left out. What is left out and would have drawn something, or done
something, is said. There is no `use`: a few of them nested draw a billion shapes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from ichsite.media.allowed import ATTRIBUTES, ELEMENTS, QUIET, QUIET_ELEMENTS, WORDS
from ichsite.media.refusal import Refused
from ichsite.media.shape import Shape, written
from ichsite.text.made_by_ai import MADE_BY_AI
from ichsite.text.words import Words

MAX_BYTES = 300_000
MAX_ELEMENTS = 5_000
MAX_DEPTH = 40
LONGEST_SIDE = 10_000.0
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_VALUE = re.compile(r"[\w\s.,:;#%()+\-'\"]*")
_LOCAL = re.compile(r"url\(\s*['\"]?#([A-Za-z_][\w.-]*)['\"]?\s*\)")
_NUMBER = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(?:px)?\s*")
_NAME = re.compile(r"[A-Za-z_][\w.-]{0,100}")


@dataclass(frozen=True)
class Drawn:
    """A drawing ready to be published: its bytes, its size in units of its own, what was left out of it."""

    data: bytes
    width: float
    height: float
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rebuilt:
    """A drawing as data: left, top, width and height in units of its own, its shapes, what was left out of it.

    `sized` is whether the file itself has a `viewBox`; `slots` are the shapes that have `data-` attributes, each with
    its line in the file, where those were asked for.
    """

    box: tuple[float, float, float, float]
    shapes: tuple[Shape, ...]
    dropped: tuple[str, ...]
    sized: bool
    slots: tuple[tuple[int, Shape], ...] = ()


def drawn(data: bytes, *, ai_generated: bool = False) -> Drawn:
    """The drawing as it is published; raises Refused. One made by AI says so in its file."""
    one = rebuilt(data)
    _, _, width, height = one.box
    said = (Shape("desc", (), (MADE_BY_AI,)),) if ai_generated else ()
    size = (("viewBox", box_words(one.box)), ("width", plain_number(width)), ("height", plain_number(height)))
    whole = Shape("svg", (("xmlns", _SVG), *size), (*said, *one.shapes))
    return Drawn(f"{written(whole)}\n".encode(), width, height, one.dropped)


def rebuilt(data: bytes, *, most_bytes: int = MAX_BYTES, most: int = MAX_ELEMENTS, slots: bool = False) -> Rebuilt:
    """What of an SVG draws, and nothing else of it; raises Refused. `slots` keeps `data-` attributes as well."""
    if len(data) > most_bytes:
        raise Refused(
            "drawing-refused",
            Words(
                f"SVG 有 {len(data):,} 字节，最多 {most_bytes:,}",
                f"the SVG has {len(data):,} bytes, {most_bytes:,} at most",
            ),
            Words(
                "删掉看不见的图层和嵌入的照片，或导出为 PNG",
                "drop hidden layers and embedded photographs, or export a PNG",
            ),
        )
    reader = _Reader(most, slots)
    reader.read(data)
    box = reader.box or _no_size()
    return Rebuilt(box, tuple(reader.shapes), tuple(reader.dropped), reader.sized, tuple(reader.slots))


def box_words(box: tuple[float, float, float, float]) -> str:
    """A box as `viewBox` has it."""
    return " ".join(map(plain_number, box))


@dataclass
class _Open:
    """An element that is not closed yet; one without a name stands for what it holds alone."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    line: int
    children: list[Shape | str] = field(default_factory=list[Shape | str])


@dataclass
class _Reader:
    """Walks a file once. `skipping` is how deep we are inside something that is left out."""

    most: int
    keeps_slots: bool
    shapes: list[Shape] = field(default_factory=list[Shape])
    dropped: dict[str, None] = field(default_factory=dict[str, None])
    slots: list[tuple[int, Shape]] = field(default_factory=list[tuple[int, Shape]])
    box: tuple[float, float, float, float] | None = None
    sized: bool = False
    open: list[_Open] = field(default_factory=list[_Open])
    skipping: int = 0
    elements: int = 0
    parser: expat.XMLParserType = field(default_factory=lambda: expat.ParserCreate(namespace_separator=" "))

    def read(self, data: bytes) -> None:
        parser = self.parser
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = _doctype
        parser.EntityDeclHandler = _doctype
        try:
            parser.Parse(data, True)
        except expat.ExpatError as wrong:
            raise Refused(
                "drawing-refused",
                Words(
                    f"SVG 不是完整的 XML：{expat.ErrorString(wrong.code)}",
                    f"the SVG is no whole XML: {expat.ErrorString(wrong.code)}",
                ),
                Words("从画图软件重新导出一次", "export it again from the drawing program"),
                wrong.lineno,
            ) from None
        except (ValueError, LookupError):
            raise Refused(
                "drawing-refused",
                Words("SVG 的文字编码读不出来", "the SVG's encoding is not known"),
                Words("另存为 UTF-8", "save it as UTF-8"),
            ) from None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        if self.elements > self.most or len(self.open) + self.skipping > MAX_DEPTH:
            raise Refused(
                "drawing-refused",
                Words(
                    f"SVG 里的图形太多或套得太深，最多 {self.most} 个、{MAX_DEPTH} 层",
                    f"too many shapes in the SVG, or too deep: {self.most} and {MAX_DEPTH} levels at most",
                ),
                Words("合并路径，拆开组，再导出", "join paths and ungroup, then export"),
            )
        space, _, local = name.rpartition(" ")
        if not self.open and not self.skipping:
            self._outermost(space, local, attributes)
        elif self.skipping or space != _SVG or local not in ELEMENTS or local == "svg":
            if not self.skipping and space == _SVG and local not in QUIET_ELEMENTS:
                self.dropped[f"<{local}>"] = None
            self.skipping += 1
        else:
            kept = () if local in WORDS else tuple(self._kept(attributes))
            self.open.append(_Open(local, kept, self.parser.CurrentLineNumber))

    def _outermost(self, space: str, local: str, attributes: dict[str, str]) -> None:
        """What stands on the outermost element is inherited; it becomes a group of its own."""
        if (space, local) != (_SVG, "svg"):
            raise Refused(
                "drawing-refused",
                Words("这个文件不是 SVG", "the file is no SVG"),
                Words(
                    '最外层要是 <svg xmlns="http://www.w3.org/2000/svg">',
                    'its outermost element must be <svg xmlns="http://www.w3.org/2000/svg">',
                ),
            )
        self.box, self.sized = _box(attributes), "viewBox" in attributes
        sizes = {"width", "height", "x", "y", "id"}
        kept = tuple((key, value) for key, value in self._kept(attributes) if key not in sizes)
        self.open.append(_Open("g" if kept else "", kept, 1))

    def _end(self, name: str) -> None:  # noqa: ARG002
        if self.skipping:
            self.skipping -= 1
            return
        one = self.open.pop()
        if not one.name:
            self.shapes += [child for child in one.children if isinstance(child, Shape)]
            return
        made = Shape(one.name, one.attributes, tuple(one.children))
        if self.keeps_slots and any(key.startswith("data-") for key, _ in one.attributes):
            self.slots.append((one.line, made))
        if self.open:
            self.open[-1].children.append(made)
        else:
            self.shapes.append(made)

    def _text(self, text: str) -> None:
        if not self.skipping and self.open and self.open[-1].name in WORDS:
            self.open[-1].children.append(text)

    def _kept(self, attributes: dict[str, str]) -> list[tuple[str, str]]:
        kept: dict[str, str] = {}
        for name, value in attributes.items():
            space, _, local = name.rpartition(" ")
            if not space and local == "style":
                kept.update(self._styled(value))
            elif (space == _XLINK and local == "href") or (not space and local == "href"):
                # only a gradient that goes on another one is left of what may point elsewhere
                if re.fullmatch(r"#[A-Za-z_][\w.-]*", value):
                    kept["href"] = value
                else:
                    self.dropped["href"] = None
            elif (self.keeps_slots and not space and local.startswith("data-")) or (
                not space and self._may(local, value)
            ):
                kept[local] = value
        if "clip-path" in kept and any(one.name == "clipPath" for one in self.open):
            # clips within clips multiply, as `use` within `use` does
            del kept["clip-path"]
            self.dropped["clip-path"] = None
        return list(kept.items())

    def _styled(self, style: str) -> dict[str, str]:
        kept: dict[str, str] = {}
        for declaration in style.split(";"):
            name, colon, value = declaration.partition(":")
            if colon and self._may(name.strip().lower(), value.strip(), quiet=True):
                kept[name.strip().lower()] = value.strip()
        return kept

    def _may(self, name: str, value: str, *, quiet: bool = False) -> bool:
        """Whether an attribute is kept; what matters and is not, is noted. `quiet`: of a style sheet's many words."""
        if name not in ATTRIBUTES or (name == "id" and not _NAME.fullmatch(value)):
            if not quiet and name not in QUIET and not name.startswith("data-"):
                self.dropped[name] = None
            return False
        rest = _LOCAL.sub("", value)
        if "url" in rest.lower() or not _VALUE.fullmatch(rest):
            self.dropped[name] = None
            return False
        return True


def _doctype(*_: object) -> None:
    raise Refused(
        "drawing-refused",
        Words("SVG 里有 DOCTYPE 或实体声明，不会去读", "the SVG has a DOCTYPE or declares entities, and is not read"),
        Words(
            "删掉 <!DOCTYPE …> 那几行，或从画图软件导出“普通 SVG”",
            "delete the lines of <!DOCTYPE …>, or export a “plain SVG”",
        ),
    )


def _box(attributes: dict[str, str]) -> tuple[float, float, float, float]:
    """Left, top, width, height, from `viewBox` or from the size; raises Refused."""
    said = attributes.get("viewBox")
    if said is not None:
        numbers = [_number(one) for one in re.split(r"[\s,]+", said.strip())]
    else:
        numbers = [0.0, 0.0, _number(attributes.get("width", "")), _number(attributes.get("height", ""))]
    if len(numbers) != 4 or any(one is None for one in numbers):
        _no_size()
    left, top, width, height = (one or 0.0 for one in numbers)
    if not (0 < width <= LONGEST_SIDE and 0 < height <= LONGEST_SIDE) or max(abs(left), abs(top)) > 10 * LONGEST_SIDE:
        _no_size()
    return left, top, width, height


def _number(text: str) -> float | None:
    found = _NUMBER.fullmatch(text)
    return float(found[1]) if found is not None else None


def _no_size() -> tuple[float, float, float, float]:
    raise Refused(
        "drawing-refused",
        Words("SVG 没有写多大（viewBox）", "the SVG does not say how large it is (viewBox)"),
        Words('在 <svg> 上写 viewBox="0 0 200 200"', 'write viewBox="0 0 200 200" on <svg>'),
    )


def plain_number(number: float) -> str:
    """A number with four decimals at most and no zeros at its end."""
    return f"{number:.4f}".rstrip("0").rstrip(".") or "0"
