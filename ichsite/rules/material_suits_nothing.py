"""material-suits-nothing: a material suits crafts that there are.

Passes: `suits: [银饰]` where a craft has the tag 银饰; `suits: [miao-silver-earrings]`, the folder of a craft.
Fails: `suits: [银首饰]`, which no craft has: the material would be found by nobody.
Source: DESIGN.md: references are resolved at build, with “did you mean”.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import FieldOf
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

CODE = "material-suits-nothing"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """The words of `suits`, of every material."""
    # a craft with errors of its own has tags that nobody knows
    if not whole.catalog.materials or any(path.startswith("content/crafts/") for path in whole.broken):
        return
    known = {name for card in whole.cards.values() for name in (*card.tags, card.slug)}
    for record in whole.catalog.materials:
        for at, name in enumerate(record.value.suits):
            if name not in known:
                yield warning(
                    CODE,
                    FieldOf(record.path, ("suits", at)),
                    Words(f"没有作品的标签或文件夹名是“{name}”", f"no craft has the tag or the folder's name “{name}”"),
                    did_you_mean(name, sorted(known))
                    or Words(
                        "写作品 `tags` 里的词，或作品的文件夹名",
                        "write a word of a craft's `tags`, or its folder's name",
                    ),
                )
