"""The preview of an offer as a view: its drawing, or its three likeliest outcomes, or a diagram of its sizes.

What is drawn here is how it looks before anything is chosen; `static/js/brief_see.js` goes on from it. Both keep to
one set of rules: what is not chosen stays as it was drawn.
"""

from __future__ import annotations

from collections.abc import Iterable

from ichsite.assess.share import Share
from ichsite.media.drawing import box_words, plain_number
from ichsite.media.preview import Preview, renamed
from ichsite.media.shape import Shape, remade, shapes_of
from ichsite.model.offer import Offer
from ichsite.model.option import ColourOption, TextOption
from ichsite.model.randomness import Randomness
from ichsite.model.shelf import Shelf
from ichsite.plan.known_things import SIZES, known_thing
from ichsite.plan.see_diagram import diagram_of
from ichsite.plan.see_parts import SeeParts
from ichsite.plan.views.see import ChanceView, FinestView, KnownThing, PlateView, SeeView

OUTCOMES_SHOWN = 3
STROKES = 9
"""Five strokes across and the four gaps between them: so many finest lines high is the smallest character."""


def see_of(
    offer: Offer, randomness: Randomness, shares: Iterable[Share], small_sample: bool, parts: SeeParts, shelf: Shelf
) -> SeeView | None:
    """The preview of an offer; None where it has no drawing and no size to draw."""
    held = dict(parts.drawings).get(offer.tier)
    chances = _chances(randomness, shares)
    if held is None or offer.preview is None:
        diagram = diagram_of(offer)
        if diagram is None:
            return None
        return SeeView(offer.tier, "", False, (), diagram, chances, (), (), small_sample)
    preview: Preview = shelf.take(held[0])
    made = _Plates(offer, preview, parts, shelf)
    drawn = chances[:OUTCOMES_SHOWN] if made.tells_apart(chances) else ()
    plates = tuple(made.plate(at, chance) for at, chance in enumerate(drawn)) or (made.plate(0, None),)
    return SeeView(
        offer.tier,
        offer.preview.alt,
        offer.preview.ai_generated,
        plates,
        None,
        chances[len(drawn) :],
        tuple(thing for thing in SIZES if thing in made.beside),
        tuple(
            _finest(option, preview)
            for option in offer.options
            if isinstance(option, TextOption) and option.id in made.written
        ),
        small_sample,
    )


def _chances(randomness: Randomness, shares: Iterable[Share]) -> tuple[ChanceView, ...]:
    """The outcomes where they are left to chance, the likeliest first."""
    if randomness.controllability != "low":
        return ()
    by_outcome = {share.outcome: share for share in shares}
    ordered = sorted(randomness.outcomes, key=lambda one: -one.count)
    return tuple(ChanceView(one.id, one.name, one.count, by_outcome.get(one.id)) for one in ordered)


class _Plates:
    """The plates of one drawing, each with ids of its own."""

    def __init__(self, offer: Offer, preview: Preview, parts: SeeParts, shelf: Shelf) -> None:
        self.offer, self.preview, self.parts = offer, preview, parts
        self.texts = 0
        inside = tuple(shapes_of(preview.shapes))
        self.beside = {said for shape in inside if (said := shape.get("data-beside")) is not None}
        self.written = {said for shape in inside if (said := shape.get("data-text")) is not None}
        self.outcomes = {said for shape in inside if (said := shape.get("data-outcome")) is not None}
        painted = {said for shape in inside for said in (shape.get("data-fill"), shape.get("data-stroke")) if said}
        self.palettes = {
            option.id: {colour.id: colour for colour in option.palette}
            for option in offer.options
            if isinstance(option, ColourOption) and option.id in painted
        }
        shown = any(shape.get("data-motif") is not None for shape in inside)
        but = {name for shape in inside for name in (shape.get("data-but") or "").split(" ")}
        self.motifs: list[tuple[str, Preview]] = [
            (name, shelf.take(held[0])) for name, held in parts.motifs if shown and name not in but
        ]

    def tells_apart(self, chances: tuple[ChanceView, ...]) -> bool:
        """Whether the drawing looks otherwise for one outcome than for another."""
        coloured = {name for palette in self.palettes.values() for name in palette}
        return any(one.outcome in self.outcomes or one.outcome in coloured for one in chances)

    def plate(self, at: int, chance: ChanceView | None) -> PlateView:
        """The drawing as it is in one outcome; as it is, where none is given."""
        prefix = f"{self.parts.prefix}-{self.offer.tier}-{at + 1}-"
        outcome = chance.outcome if chance is not None else None
        made = (remade(shape, lambda one: self._slot(one, outcome)) for shape in self.preview.shapes)
        whole = renamed(Shape("g", (), tuple(one for one in made if one is not None)), prefix)
        ranges = (
            _range(f"{prefix}:{option}-{colour.id}", colour.value, colour.to)
            for option, palette in self.palettes.items()
            for colour in palette.values()
            if colour.to is not None
        )
        defs = (*ranges, *(_symbol(name, motif, prefix) for name, motif in self.motifs))
        _, _, width, height = self.preview.box
        attributes = (
            ("viewBox", box_words(self.preview.box)),
            ("width", plain_number(width)),
            ("height", plain_number(height)),
            ("data-ids", prefix),
            ("role", "img"),
            ("aria-label", self.offer.preview.alt if self.offer.preview is not None else ""),
        )
        return PlateView(Shape("svg", attributes, (Shape("defs", (), defs), whole)), chance)

    def _slot(self, shape: Shape, outcome: str | None) -> Shape | None:
        only = shape.get("data-outcome")
        if only is not None:
            if only != outcome:
                return None
            shape = shape.having(data_outcome=None, display=None)
        for name in ("fill", "stroke"):
            colour = self.palettes.get(shape.get(f"data-{name}") or "", {}).get(outcome or "")
            if colour is not None:
                # `color` is what a motif inside it is drawn in; ids get their prefix later
                option = shape.get(f"data-{name}")
                paint = colour.value if colour.to is None else f"url(#:{option}-{colour.id})"
                shape = shape.having(**{name: paint, f"data_{name}": None, "color": colour.value})
        if (thing := shape.get("data-beside")) is not None:
            return self._beside(shape, thing)
        if shape.get("data-motif") is not None:
            return Shape("use", shape.attributes)
        if shape.get("data-text") is not None:
            self.texts += 1
            return _words(shape, f":t{self.texts}")
        return shape

    def _beside(self, shape: Shape, thing: str) -> Shape:
        known: KnownThing = next(one for one in SIZES if one == thing)
        own = known_thing(known, max(self.preview.box[2:]))
        return Shape("g", shape.having(data_beside=None).attributes, own)


def _range(id: str, value: str, to: str) -> Shape:
    """A range of colours: its far end above and its near end below, as a glaze runs down and lies thicker at the foot."""
    stops = (
        Shape("stop", (("offset", "0"), ("stop-color", to))),
        Shape("stop", (("offset", "1"), ("stop-color", value))),
    )
    return Shape("linearGradient", (("id", id), ("x2", "0"), ("y2", "1")), stops)


def _symbol(name: str, motif: Preview, prefix: str) -> Shape:
    inner = tuple(renamed(shape, f"{prefix}:m-{name}-") for shape in motif.shapes)
    return Shape("symbol", (("id", f"{prefix}:m-{name}"), ("viewBox", box_words(motif.box))), inner)


_TAKEN = (
    "fill",
    "stroke",
    "data-fill",
    "data-stroke",
    "data-nth",
    "opacity",
    "display",
    "data-when",
    "data-is",
    "transform",
)
"""What is said of the place of words is said of the words; the place itself is not seen."""


def _words(place: Shape, id: str) -> Shape:
    """The place of words, and the words as a sample has them; script writes others in their stead."""
    look = {name: value for name, value in place.attributes if name in _TAKEN}
    if "data-fill" in look:
        look["data-stroke"] = look["data-fill"]
    look["stroke"] = look.get("fill", "#000000")
    own = {name: value for name, value in place.attributes if name not in _TAKEN or name == "data-nth"}
    sample = place.get("data-sample") or ""
    own |= {"id": id, "fill": "none", "stroke": "none"}
    size = place.get("data-most") or "4"
    said = (("font-size", size), ("stroke-width", "0"), ("text-anchor", "middle"))
    if place.name == "path":
        path = Shape("textPath", (("href", f"#{id}"), ("startOffset", "50%")), (sample,))
        text = Shape("text", said, (path,))
    else:
        x, y, width, height = (float(place.get(name) or 0) for name in ("x", "y", "width", "height"))
        middle = (("x", plain_number(x + width / 2)), ("y", plain_number(y + height / 2 + float(size) * 0.36)))
        text = Shape("text", said, (Shape("tspan", middle, (sample,)),))
    return Shape("g", tuple(look.items()), (Shape(place.name, tuple(own.items())), text))


def _finest(option: TextOption, preview: Preview) -> FinestView:
    least = float(option.character_mm)
    said = next((one.get("data-line") for one in shapes_of(preview.shapes) if one.get("data-text") == option.id), None)
    line = float(said) if said is not None else least / STROKES
    return FinestView(option.id, option.label, plain_number(least), f"{line:.2f}".rstrip("0").rstrip("."))
