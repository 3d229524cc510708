"""translation-twice: two tags or regions keep two names in the other language.

Passes: `青瓷: celadon`, `花器: vases` in site.en.yaml.
Fails: `花器: vases` and `花瓶: vases`: two lists of crafts would bear one name, and one of them could not be reached.
Source: each tree of a site has the same pages, so that every page has its counterpart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ichsite.assess.card import CraftCard
from ichsite.catalog.texts import plain_text
from ichsite.catalog.translator import Shared
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "translation-twice"


def twice(shared: Shared, cards: Iterable[CraftCard]) -> Iterator[Diagnostic]:
    """The names of all crafts' tags and regions, which share their addresses, that one word would stand for."""
    if shared is None:
        return
    names = {plain_text(name) for card in cards for name in (*card.tags, card.region)}
    said = {plain_text(key) for key, _ in shared.value.words}
    first = {name: name for name in names - said}  # what is not translated bears its own name
    for key, words in shared.value.words:
        if plain_text(key) not in names or plain_text(other := first.setdefault(words, key)) == plain_text(key):
            continue
        there = Related(FieldOf(shared.path, (other,)), Words("另一个在这里", "the other is here"))
        yield error(
            CODE,
            FieldOf(shared.path, (key,)),
            Words(f"“{other}”和“{key}”都译成了“{words}”", f"“{other}” and “{key}” are both “{words}”")
            if plain_text(other) in said
            else Words(
                f"“{key}”译成了“{words}”，已有标签或地区就叫这个",
                f"“{key}” is “{words}”, which another tag or region is called",
            ),
            Words("给其中一个换个译名", "give one of them another name"),
            (there,) if plain_text(other) in said else (),
        )
