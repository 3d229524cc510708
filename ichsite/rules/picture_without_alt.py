"""picture-without-alt: every picture says in words what it shows.

Passes: `{file: cover.jpg, alt: 一只青瓷花瓶}`; `![开窑](kiln.jpg)` in a story.
Fails: `{file: cover.jpg}`; `alt: cover.jpg`; `![](kiln.jpg)`.
Source: WCAG 2.2, success criterion 1.1.1; DOMAIN.md: the catalogue explains, also to those who do not see the picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ichsite.assess.card import craft_pictures
from ichsite.assess.dossier import Dossier
from ichsite.catalog.picture_path import PictureUse
from ichsite.rules.pictures import other_pictures
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.words import Words

CODE = "picture-without-alt"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The pictures of a craft: its own, those of its outcomes and options, those in its story."""
    yield from _of(craft_pictures(dossier))


def check_whole(whole: Whole) -> Iterator[Diagnostic]:
    """The pictures of everything else."""
    yield from _of(other_pictures(whole))


def _of(uses: Iterable[PictureUse]) -> Iterator[Diagnostic]:
    for use in uses:
        alt = use.alt.strip()
        name = use.file.rsplit("/", 1)[-1]
        if alt and alt not in (use.file, name, name.rpartition(".")[0]):
            continue
        yield error(
            CODE,
            use.where,
            Words("图片的说明只是文件名", "the picture's words are only its file name")
            if alt
            else Words("图片没有文字说明", "the picture has no words that say what it shows"),
            Words(
                "写出图上看得到什么：`alt: …`；正文里写 `![说明](图.jpg)`",
                "say what is to be seen: `alt: …`, or `![words](file.jpg)` in a story",
            ),
        )
