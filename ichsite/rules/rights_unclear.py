"""rights-unclear: what belongs to somebody else is published on an agreement, and given away only where that says so.

Passes: `rights: {holder: 苏绣研究所, licence: licensed, words: 可用于本店页面, record: 授权书第 4 号}`.
Fails: `licence: licensed` without `words` and `record`; `download: yes` on such a one whose `words` say nothing of downloading.
Source: Copyright Law of the PRC 著作权法 art. 10 (reproduction, communication through a network) and art. 26 (a licence names what is licensed).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "rights-unclear"
_MAY_DOWNLOAD = re.compile("下载|download", re.IGNORECASE)


def check(whole: Whole) -> Iterator[Diagnostic]:
    """The rights of every material that others hold."""
    for record in whole.catalog.materials:
        rights = record.value.rights
        if rights.licence != "licensed":
            continue
        if rights.words is None or rights.record is None:
            yield error(
                CODE,
                FieldOf(record.path, ("rights", "licence")),
                Words(
                    "别人授权的素材，没有写授权了什么、授权书存在哪里",
                    "a material that others license: nothing says what is licensed, or where the agreement is kept",
                ),
                Words(
                    "补上 `words`（可以怎么用，会公开）和 `record`（授权书编号，不会公开）",
                    "add `words` (what it may be used for, shown) and `record` (where the agreement is, never shown)",
                ),
            )
        elif rights.download and not _MAY_DOWNLOAD.search(rights.words):
            yield error(
                CODE,
                FieldOf(record.path, ("rights", "download")),
                Words(
                    "授权里没说可以下载，不能给人下载",
                    "the licence says nothing of downloading, so it cannot be offered",
                ),
                Words(
                    "删掉 `download`，或在 `words` 里写明可以下载",
                    "delete `download`, or say in `words` that it may be downloaded",
                ),
            )
