"""The material library as options use it: motifs become values of choices, palettes become colours.

This happens as the catalogue is assembled, so that everything after it (limits, prices, checks, JSON, briefs) sees
plain values. A craft carries what it is given as one frozen value, its `Feed`: an edit of a motif changes the
fingerprint of the crafts that it feeds, and of no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ichsite.catalog.texts import plain_text
from ichsite.model.material import AnyMaterial, Motif, Palette
from ichsite.model.offer import Customization, Offer
from ichsite.model.option import AnyOption, ChoiceOption, ChoiceValue, Colour, ColourOption, MotifSelection
from ichsite.model.record import Record
from ichsite.model.wants import NOTHING, Wants


@dataclass(frozen=True)
class Feed:
    """What the library gives to one craft: the values of each selection, the colours of each palette."""

    motifs: tuple[tuple[MotifSelection, tuple[ChoiceValue, ...]], ...] = ()
    palettes: tuple[tuple[str, tuple[Colour, ...]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.motifs or self.palettes)


NO_FEED = Feed()


@dataclass(frozen=True)
class Library:
    """The materials of a catalogue, looked up by what options ask for."""

    motifs: tuple[Record[Motif], ...]
    palettes: Mapping[str, Palette]
    _known: dict[Wants, Feed] = field(default_factory=dict[Wants, Feed], compare=False, repr=False)

    def feed(self, wants: Wants) -> Feed:
        """What is given for these wants; the same wants are looked up once."""
        if wants == NOTHING:
            return NO_FEED
        if wants not in self._known:
            self._known[wants] = Feed(
                tuple((one, tuple(self._selected(one))) for one in wants.motifs),
                tuple((name, _colours(self.palettes[name])) for name in wants.palettes if name in self.palettes),
            )
        return self._known[wants]

    def _selected(self, selection: MotifSelection) -> Iterable[ChoiceValue]:
        for record in self.motifs:
            motif = record.value
            if record.slug not in selection.without and _is_selected(record, selection):
                yield ChoiceValue(
                    id=record.slug,
                    label=motif.title,
                    adds=selection.adds,
                    measure=selection.measure,
                    note=motif.meaning,
                    ask=selection.ask,
                    motif=record.slug,
                )


def library_of(materials: Iterable[Record[AnyMaterial]]) -> Library:
    """The library of some materials, motifs in the order of their slugs."""
    records = sorted(materials, key=lambda one: one.slug)
    motifs = tuple(
        Record(one.kind, one.path, one.slug, one.value, one.story) for one in records if isinstance(one.value, Motif)
    )
    return Library(motifs, {one.slug: one.value for one in records if isinstance(one.value, Palette)})


def fed(customization: Record[Customization], feed: Feed) -> Record[Customization]:
    """The customisation with what the library gives it in its options; the very same where that is nothing."""
    if not feed:
        return customization
    offers = tuple(_fed_offer(offer, feed) for offer in customization.value.offers)
    return replace(customization, value=replace(customization.value, offers=offers))


def feed_words(feed: Feed, said: Library) -> tuple[tuple[str, str], ...]:
    """What the library brought into a craft as (`plain_text`, words), `said` being the library in another language."""
    motifs = {str(one.slug): one.value for one in said.motifs}
    found: dict[str, str] = {}
    for _, values in feed.motifs:
        for value in values:
            if (motif := motifs.get(value.id)) is not None:
                found |= {plain_text(value.label): motif.title, plain_text(value.note or ""): motif.meaning}
    for name, colours in feed.palettes:
        spoken = said.palettes.get(name)
        for colour, named in zip(colours, spoken.colours if spoken is not None else (), strict=False):
            found |= {plain_text(colour.label): named.label, plain_text(colour.becomes or ""): named.becomes or ""}
    return tuple(found.items())


def _is_selected(record: Record[Motif], selection: MotifSelection) -> bool:
    motif = record.value
    if record.slug in selection.named:
        return True
    if not selection.tagged and selection.suits is None:
        return False
    tagged = not selection.tagged or any(tag in motif.tags for tag in selection.tagged)
    return tagged and (selection.suits is None or selection.suits in motif.suits)


def _colours(palette: Palette) -> tuple[Colour, ...]:
    return tuple(
        Colour(id=one.id, label=one.label, value=one.value, to=one.to, becomes=one.becomes) for one in palette.colours
    )


def _fed_offer(offer: Offer, feed: Feed) -> Offer:
    return replace(offer, options=tuple(_fed_option(option, feed) for option in offer.options))


def _fed_option(option: AnyOption, feed: Feed) -> AnyOption:
    """What an author wrote goes first, and stands in for what the library has under the same name."""
    if isinstance(option, ChoiceOption) and option.motifs is not None:
        given = dict(feed.motifs).get(option.motifs, ())
        motifs = {one.id for one in given}
        own = tuple(replace(one, motif=one.motif or (one.id if one.id in motifs else None)) for one in option.values)
        taken = {name for one in own for name in (one.id, one.motif)}
        return replace(option, values=(*own, *(one for one in given if one.id not in taken)))
    if isinstance(option, ColourOption) and option.from_palette is not None:
        colours = dict(feed.palettes).get(option.from_palette, ())
        taken = {one.id for one in option.palette}
        return replace(option, palette=(*option.palette, *(one for one in colours if one.id not in taken)))
    return option
