"""A drawing as data: elements that draw, their attributes, what stands inside them. It is written, never read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import escape


@dataclass(frozen=True)
class Shape:
    """An element of an SVG. Names and values come from the allow-list of `ichsite.media.drawing`, or are ours."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Shape | str, ...] = ()

    def get(self, name: str) -> str | None:
        """The value of an attribute; None where it has none."""
        return dict(self.attributes).get(name)

    def having(self, **values: str | None) -> Shape:
        """The shape with these attributes, `_` standing for `-`; None takes one away."""
        own = dict(self.attributes) | {name.replace("_", "-").strip("-"): value for name, value in values.items()}
        return replace(self, attributes=tuple((name, value) for name, value in own.items() if value is not None))


def written(shape: Shape) -> str:
    """The shape as it stands in a file or a page, everything escaped."""
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in shape.attributes)
    inside = "".join(
        escape(child, quote=False) if isinstance(child, str) else written(child) for child in shape.children
    )
    return f"<{shape.name}{attributes}>{inside}</{shape.name}>"


def shapes_of(shapes: tuple[Shape | str, ...]) -> Iterator[Shape]:
    """Every shape with what stands inside it, in the order of the file."""
    for shape in shapes:
        if isinstance(shape, Shape):
            yield shape
            yield from shapes_of(shape.children)


def remade(shape: Shape, make: Callable[[Shape], Shape | None]) -> Shape | None:
    """The shape with `make` done to all that is inside it, and then to itself; None leaves one out."""
    inside = (child if isinstance(child, str) else remade(child, make) for child in shape.children)
    return make(replace(shape, children=tuple(child for child in inside if child is not None)))
