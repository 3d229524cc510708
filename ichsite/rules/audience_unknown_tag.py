"""audience-unknown-tag: the uses and tags that an audience asks for are written on some craft.

Passes: `uses: [佩戴]` where a craft has `uses: [佩戴, 礼赠]`.
Fails: `uses: [配戴]` where no craft has it: the rule then leaves out everything.
Source: DESIGN.md: references are resolved at build, with “did you mean”.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.model.audience import AudienceRules, Want
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

CODE = "audience-unknown-tag"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """The rules of every audience, and what it should find."""
    if not whole.catalog.audiences or not whole.cards:
        return
    uses = {word for card in whole.cards.values() for word in card.uses}
    tags = {word for card in whole.cards.values() for word in card.tags}
    for audience in whole.catalog.audiences:
        yield from _in(audience.value.rules, audience.path, (*audience.at, "rules"), uses, tags)
        for at, want in enumerate(audience.value.wants):
            yield from _in(want, audience.path, (*audience.at, "wants", at), uses, tags)


def _in(
    asked: AudienceRules | Want, path: str, field: FieldPath, uses: set[str], tags: set[str]
) -> Iterator[Diagnostic]:
    for name, words, known, other in (("uses", asked.uses, uses, tags), ("tags", asked.tags, tags, uses)):
        for at, word in enumerate(words):
            if word not in known:
                yield _unknown(FieldOf(path, (*field, name, at)), name, word, known, elsewhere=word in other)


def _unknown(where: FieldOf, name: str, word: str, known: set[str], *, elsewhere: bool) -> Diagnostic:
    other = "tags" if name == "uses" else "uses"
    return warning(
        CODE,
        where,
        Words(f"没有一件作品的 {name} 里写着“{word}”", f"no craft has “{word}” among its `{name}`"),
        Words(f"它写在作品的 {other} 里，改到 {other} 一行", f"crafts have it among their `{other}`: write it there")
        if elsewhere
        else did_you_mean(word, known),
    )
