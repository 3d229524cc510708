"""unknown-reference: what a file names by its slug is there and is published.

Passes: `masters: [ye]` where `content/masters/ye/index.md` exists.
Fails: `masters: [yee]`; a stream that sells a craft which is a draft. A showcase's craft has a code of its own.
Source: DESIGN.md: references are resolved at build, with “did you mean”.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ichsite.model.material import MaterialKind
from ichsite.rules.named_by_designs import named_by_designs
from ichsite.rules.unpublished import KIND_TERMS, unpublished
from ichsite.rules.whole import Whole
from ichsite.text.address import ContentKind
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

CODE = "unknown-reference"
SHOWCASE_CODE = "showcase-unknown-craft"
_BECOMES: tuple[ContentKind, ...] = ("craft", "design", "showcase", "call")
_MATERIALS: Mapping[MaterialKind, Words] = {
    "motif": Words("纹样", "motif"),
    "palette": Words("色谱", "palette"),
    "film": Words("影片", "film"),
}
_SUGGESTED = 50
"""So many findings look for the nearest name; a search through ten thousand names for each of as many would take hours."""


def check(whole: Whole) -> Iterator[Diagnostic]:
    """What crafts, showcases, streams, calls, polls, ideas, designs, audiences, materials, events, feedback and posts name."""
    known: dict[ContentKind, dict[str, str | None]] = {
        "master": {one.slug: one.value.id for one in whole.catalog.masters},
        "craft": {card.slug: card.id for card in whole.cards.values()},
        "stream": {one.slug: one.value.id for one in whole.catalog.streams},
        "material": {one.slug: one.value.id for one in whole.catalog.materials},
        "call": {one.slug: one.value.id for one in whole.catalog.calls},
        "poll": {one.slug: one.value.id for one in whole.catalog.polls},
        "showcase": {one.slug: one.value.id for one in whole.catalog.showcases},
        "design": {one.slug: one.value.id for one in whole.catalog.designs},
        "event": {one.slug: one.value.id for one in whole.catalog.events},
        "post": {one.slug: one.value.id for one in whole.catalog.posts},
    }
    for number, (code, kind, name, where) in enumerate(_references(whole, known)):
        found = _unknown(whole, known[kind] if number < _SUGGESTED else {}, code, kind, name, where)
        if found is not None:
            yield found
    yield from _other_kind(whole)


def _other_kind(whole: Whole) -> Iterator[Diagnostic]:
    """A palette where a motif is meant, and the like."""
    kinds: dict[str, MaterialKind] = {str(one.slug): one.value.kind for one in whole.catalog.materials}
    for card in whole.cards.values():
        for named in card.named:
            kind = kinds.get(named.name, named.kind)
            if kind != named.kind:
                meant, found = _MATERIALS[named.kind], _MATERIALS[kind]
                yield error(
                    CODE,
                    named.where,
                    Words(
                        f"“{named.name}”是{found.zh}，这里要{meant.zh}",
                        f"`{named.name}` is a {found.en}; a {meant.en} is meant here",
                    ),
                    did_you_mean(named.name, [slug for slug, one in kinds.items() if one == named.kind]),
                )


def _references(
    whole: Whole, known: Mapping[ContentKind, Mapping[str, str | None]]
) -> Iterator[tuple[str, ContentKind, str, FieldOf]]:
    for code, kind, name, where in _named(whole):
        if name not in known[kind]:
            yield code, kind, name, where


def _named(whole: Whole) -> Iterator[tuple[str, ContentKind, str, FieldOf]]:
    for card in whole.cards.values():
        for at, name in enumerate(card.masters):
            yield CODE, "master", name, FieldOf(card.path, ("masters", at))
        for named in card.named:
            yield CODE, "material", named.name, named.where
    for showcase in whole.catalog.showcases:
        yield SHOWCASE_CODE, "craft", showcase.value.craft, FieldOf(showcase.path, ("craft",))
        if showcase.value.call is not None:
            yield CODE, "call", showcase.value.call, FieldOf(showcase.path, ("call",))
        if showcase.value.stream is not None:
            yield CODE, "stream", showcase.value.stream, FieldOf(showcase.path, ("stream",))
        for at, name in enumerate(showcase.value.shown_in):
            yield CODE, "stream", name, FieldOf(showcase.path, ("shown_in", at))
        if showcase.value.design is not None:
            yield CODE, "design", showcase.value.design, FieldOf(showcase.path, ("design",))
    for stream in whole.catalog.streams:
        for at, shown in enumerate(stream.value.crafts):
            yield CODE, "craft", shown.craft, FieldOf(stream.path, ("crafts", at, "craft"))
        if stream.value.master is not None:
            yield CODE, "master", stream.value.master, FieldOf(stream.path, ("master",))
    for call in whole.catalog.calls:
        for at, name in enumerate(call.value.crafts):
            yield CODE, "craft", name, FieldOf(call.path, ("crafts", at))
        if call.value.stream is not None:
            yield CODE, "stream", call.value.stream, FieldOf(call.path, ("stream",))
    yield from _asked(whole)
    yield from ((CODE, *one) for one in named_by_designs(whole.catalog.designs))
    for audience in whole.catalog.audiences:
        for field in ("include", "exclude"):
            for at, name in enumerate(getattr(audience.value.rules, field)):
                yield CODE, "craft", name, FieldOf(audience.path, (*audience.at, "rules", field, at))
    for event in whole.catalog.events:
        for at, name in enumerate(event.value.crafts):
            yield CODE, "craft", name, FieldOf(event.path, ("crafts", at))
        if event.value.master is not None:
            yield CODE, "master", event.value.master, FieldOf(event.path, ("master",))
    for theme in whole.catalog.feedback:
        for at, name in enumerate(theme.value.crafts):
            yield CODE, "craft", name, FieldOf(theme.path, ("crafts", at))
        for at, led in enumerate(theme.value.led_to):
            for kind, one in led.named:
                yield CODE, kind, one, FieldOf(theme.path, ("led_to", at, kind))
    for post in whole.catalog.posts:
        for at, name in enumerate(post.value.crafts):
            yield CODE, "craft", name, FieldOf(post.path, ("crafts", at))


def _asked(whole: Whole) -> Iterator[tuple[str, ContentKind, str, FieldOf]]:
    """What polls and ideas name."""
    for record in (*whole.catalog.polls, *whole.catalog.ideas):
        for at, name in enumerate(record.value.crafts):
            yield CODE, "craft", name, FieldOf(record.path, ("crafts", at))
        if record.value.call is not None:
            yield CODE, "call", record.value.call, FieldOf(record.path, ("call",))
        if record.value.stream is not None:
            yield CODE, "stream", record.value.stream, FieldOf(record.path, ("stream",))
    for poll in whole.catalog.polls:
        if poll.value.design is not None:
            yield CODE, "design", poll.value.design, FieldOf(poll.path, ("design",))
    for batch in whole.catalog.ideas:
        for at, idea in enumerate(batch.value.ideas):
            if idea.threshold is not None:
                yield CODE, "craft", idea.threshold.craft, FieldOf(batch.path, ("ideas", at, "threshold", "craft"))
            for kind in _BECOMES:
                name = getattr(idea.became, kind, None)
                if name is not None:
                    yield CODE, kind, name, FieldOf(batch.path, ("ideas", at, "became", kind))


def _unknown(
    whole: Whole, known: Mapping[str, str | None], code: str, kind: ContentKind, name: str, where: FieldOf
) -> Diagnostic | None:
    term = KIND_TERMS[kind]
    hidden = unpublished(whole, kind, name)
    if hidden is not None and hidden.broken:
        return None
    if hidden is not None:
        return error(
            code,
            where,
            Words(
                f"{term.zh}“{name}”没有发布：它是草稿，或者它自己还有错",
                f"the {term.en} `{name}` is not published: it is a draft, or has errors of its own",
            ),
            Words(f"去掉这一处，或看 {hidden.path}", f"leave it out here, or look at {hidden.path}"),
        )
    by_id = next((slug for slug, id in known.items() if id == name), None)
    return error(
        code,
        where,
        Words(f"没有{term.zh}“{name}”", f"there is no {term.en} `{name}`"),
        Words(f"这里写文件夹的名字：`{by_id}`", f"write the folder's name here: `{by_id}`")
        if by_id is not None
        else did_you_mean(name, known),
    )
