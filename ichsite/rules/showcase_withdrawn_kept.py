"""showcase-withdrawn-kept: what a buyer withdrew is deleted from the project, too.

Passes: `id`, `craft` and `withdrawn`, and no other file in the folder.
Fails (a warning): the buyer's words still in `showcase.yaml`, photographs beside it, a translation of it.
Source: Personal Information Protection Law 个人信息保护法 arts. 15 and 47 (who withdraws has it deleted).
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.decode.kinds import translation_of
from ichsite.model.record import Record
from ichsite.model.withdrawal import Withdrawal
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, Related, warning
from ichsite.text.place import FieldOf, Place
from ichsite.text.words import Words

CODE = "showcase-withdrawn-kept"
_DELETE = Words(
    "构建以后，网站和缓存里都不再有。文件里只留 id、craft、withdrawn，其余的删掉；交进版本库的，旧版本里也还有",
    "after a build neither the site nor its caches hold it. Leave `id`, `craft` and `withdrawn` in the file and delete the rest;"
    " what was committed is in the older commits still",
)


def check(whole: Whole) -> Iterator[Diagnostic]:
    """What is left beside each showcase that was withdrawn, and in its file."""
    for record in whole.catalog.withdrawn:
        fields, files = record.value.holds, beside(record.path, whole.files)
        if not fields and not files:
            continue
        named = [*(f"`{name}`" for name in fields), *(path.rpartition("/")[2] for path in files)]
        yield warning(
            CODE,
            FieldOf(record.path, ("withdrawn",)),
            Words(
                f"这份买家秀撤下了，源文件里却还有买家的东西：{'、'.join(named)}",
                f"this showcase is withdrawn, and its sources still hold what was the buyer's: {', '.join(named)}",
            ),
            _DELETE,
            tuple(Related(Place(path), Words("删掉这个文件", "delete this file")) for path in files),
        )


def beside(path: str, files: frozenset[str]) -> list[str]:
    """The files that belong to a showcase besides its own: what lies in its folder, or the translations of its file."""
    folder, _, name = path.rpartition("/")
    if name == "showcase.yaml":
        return sorted(one for one in files if one.startswith(f"{folder}/") and one != path)
    return sorted(one for one in files if (found := translation_of(one)) is not None and found.original == path)


def holds(record: Record[Withdrawal], path: str) -> bool:
    """Whether a file of the project lies in the folder of a showcase that was withdrawn."""
    folder, _, name = record.path.rpartition("/")
    return name == "showcase.yaml" and path.startswith(f"{folder}/")
