"""material-incomplete: a motif can be seen, a palette has colours, a film can be watched by everybody.

Passes: a motif with a `drawing` or a `picture`; a palette whose colours have ids of their own; a film with a `url`, or with
a `file`, a `poster` and `captions` (or `silent: yes`).
Fails: a motif without either; a palette without colours, or with one id twice; a film with neither `url` nor `file`, with
both, or with a file that has no poster or no captions.
Source: WCAG 2.2, success criterion 1.2.2: captions for all that is spoken in a film.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.model.material import Film, Motif, Palette
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "material-incomplete"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every material, by its kind."""
    for record in whole.catalog.materials:
        value, path = record.value, record.path
        if isinstance(value, Motif):
            yield from _motif(value, path)
        elif isinstance(value, Palette):
            yield from _palette(value, path)
        else:
            yield from _film(value, path)


def _motif(motif: Motif, path: str) -> Iterator[Diagnostic]:
    if motif.drawing is None and motif.picture is None:
        yield _lacks(
            path,
            ("title",),
            Words("纹样没有图，没法挑", "a motif without a drawing cannot be chosen"),
            Words("加上 `drawing`（SVG）或 `picture`", "add a `drawing` (an SVG) or a `picture`"),
        )


def _palette(palette: Palette, path: str) -> Iterator[Diagnostic]:
    if not palette.colours:
        yield _lacks(
            path,
            ("colours",),
            Words("色谱里没有颜色", "the palette has no colours"),
            Words("至少写一种", "write one at least"),
        )
    seen: set[str] = set()
    for at, colour in enumerate(palette.colours):
        if colour.id in seen:
            yield _lacks(
                path,
                ("colours", at, "id"),
                Words(f"`{colour.id}` 写了两次", f"`{colour.id}` is there twice"),
                Words("给其中一种换个 id", "give one of the two another id"),
            )
        seen.add(colour.id)


def _film(film: Film, path: str) -> Iterator[Diagnostic]:
    if film.file is not None and film.url is not None:
        yield _lacks(
            path,
            ("url",),
            Words(
                "又有 `file` 又有 `url`，不知道放哪一个",
                "with a `file` and a `url`, which is to be watched is not known",
            ),
            Words("留下一个", "keep one of the two"),
        )
    if film.file is None and film.url is None:
        yield _lacks(
            path,
            ("title",),
            Words("没有写去哪里看", "nothing says where it is watched"),
            Words("写平台上的网址 `url`，或自己的 `file`", "write the `url` on a platform, or a `file` of your own"),
        )
    if film.file is None:
        return
    if film.poster is None:
        yield _lacks(
            path,
            ("file",),
            Words("没有封面：没点播放之前是一块黑", "there is no poster: before it plays there is a black field"),
            Words("加上 `poster: {file: …, alt: …}`", "add `poster: {file: …, alt: …}`"),
        )
    if not film.captions and not film.silent:
        yield _lacks(
            path,
            ("file",),
            Words("没有字幕：听不见的人看不懂", "there are no captions: who cannot hear does not follow"),
            Words(
                "加上 `captions`（WebVTT）；没有人说话就写 `silent: yes`",
                "add `captions` (WebVTT); write `silent: yes` where nobody speaks",
            ),
        )


def _lacks(path: str, field: tuple[str | int, ...], message: Words, help: Words) -> Diagnostic:
    return error(CODE, FieldOf(path, field), message, help)
