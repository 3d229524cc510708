"""title-not-official: an inheritor is recognised at one of four levels; “非遗大师” is no title at all.

Passes: 县级非遗代表性传承人叶师傅; 工艺美术大师 (a trade title, in `trade_title`).
Fails: 非遗大师叶师傅; 非遗工艺大师; 国大师; 国家级非遗大师.
Source: ICH Law 非物质文化遗产法 art. 29 (representative inheritors 代表性传承人).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from ichsite.assess.dossier import Dossier
from ichsite.rules.whole import Whole
from ichsite.rules.wording import Passage, passages_of, passages_of_craft, passages_of_record, words_in
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.words import Words

CODE = "title-not-official"

_TITLE = re.compile(
    "(?:国家级|省级|市级|县级)?(?:非遗|非物质文化遗产)[^，。、;!?,“”‘’「」《》()与和及跟]{0,3}大师"
    "|(?:非遗|非物质文化遗产)(?:泰斗|宗师)|国家级(?:工艺)?大师"
    "|(?<![中外英法德俄美韩泰印全各我他两本])国大师"
)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The texts of a craft."""
    yield from _in(passages_of_craft(dossier, _TITLE))


def check_whole(whole: Whole) -> Iterator[Diagnostic]:
    """All texts of the shop beside crafts; of showcases the title, for the rest is the buyer's, as the words of ideas are."""
    catalog = whole.catalog
    if catalog.tiers is None:
        return  # free pages alone sell nothing, and a handbook must be able to name what is not to be written
    records = (catalog.site, catalog.tiers, *catalog.told, *catalog.polls)
    yield from _in(chain.from_iterable(map(passages_of_record, records)))
    for record in catalog.showcases:
        yield from _in(passages_of(record.value.title, record.path, ("title",)))


def _in(passages: Iterator[Passage]) -> Iterator[Diagnostic]:
    for passage in passages:
        if (word := words_in(passage.text, _TITLE)) is not None:
            yield error(
                CODE,
                passage.where,
                Words(
                    f"{passage.spot.zh}写的“{word}”不是任何机关认定的称号",
                    f"“{word}”, written {passage.spot.en}, is a title that nobody confers",
                ),
                Words(
                    "传承人写“代表性传承人”，分国家、省、市、县四级；“工艺美术大师”是行业职称，写在 `trade_title`",
                    "an inheritor is a 代表性传承人 of one of four levels; 工艺美术大师 is a trade title and goes into `trade_title`",
                ),
            )
