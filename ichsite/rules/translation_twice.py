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
    """The names of all crafts' tags and regions that one word would stand for."""
    if shared is None:
        return
    listed = list(cards)
    for names in ({tag for card in listed for tag in card.tags}, {card.region for card in listed}):
        wanted = {plain_text(name) for name in names}
        first: dict[str, str] = {}
        for key, words in shared.value.words:
            if plain_text(key) not in wanted or (other := first.setdefault(words, key)) == key:
                continue
            yield error(
                CODE,
                FieldOf(shared.path, (key,)),
                Words(f"“{other}”和“{key}”都译成了“{words}”", f"“{other}” and “{key}” are both “{words}”"),
                Words("给其中一个换个译名", "give one of them another name"),
                (Related(FieldOf(shared.path, (other,)), Words("另一个在这里", "the other is here")),),
            )
