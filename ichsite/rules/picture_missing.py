"""picture-missing: a picture that a page uses is there, under exactly that name.

Passes: `file: cover.jpg` beside a file `cover.jpg`.
Fails: `file: cover.jpg` beside `Cover.jpg` (another file on most servers), or beside nothing.
Source: FAULTS: case mismatch; on one's own disk it may work, on the server it does not.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from posixpath import basename, dirname

from ichsite.catalog.picture_path import PictureUse
from ichsite.decode.kinds import PICTURE_ENDINGS
from ichsite.rules.pictures import other_pictures
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.suggest import nearest
from ichsite.text.words import Words

CODE = "picture-missing"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every picture that is used, crafts' first."""
    missing = [use for use in used_pictures(whole) if use.path is not None and use.path not in whole.files]
    if not missing:
        return
    folders: dict[str, list[str]] = {}
    for path in whole.files:
        if path.lower().endswith(PICTURE_ENDINGS):
            folders.setdefault(dirname(path), []).append(basename(path))
    for use in missing:
        path = use.path or ""
        beside = sorted(folders.get(dirname(path), ()))
        yield _missing(use, basename(path), beside)


def used_pictures(whole: Whole) -> Iterator[PictureUse]:
    """The pictures of all crafts, then those of everything else."""
    for card in whole.cards.values():
        yield from card.pictures
    yield from other_pictures(whole)


def _missing(use: PictureUse, name: str, beside: list[str]) -> Diagnostic:
    same = next((one for one in beside if _folded(one) == _folded(name)), None)
    if same is not None:
        return error(
            CODE,
            use.where,
            Words(
                f"文件名是 {same}，和这里写的只差大小写或字形；在服务器上是两个文件",
                f"the file is named {same}: it differs by letter case or Unicode form, and servers tell the two apart",
            ),
            Words(f"改成 `{same}`", f"write `{same}`"),
        )
    close = nearest(name, beside)
    return error(
        CODE,
        use.where,
        Words(f"没有图片 {use.path}", f"there is no picture {use.path}"),
        Words(f"是不是想写 `{close}`？", f"did you mean `{close}`?")
        if close is not None
        else Words("把图片放到这里，或改正文件名", "put the picture there, or mend the name"),
    )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
