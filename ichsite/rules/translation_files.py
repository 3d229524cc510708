"""translation-files: every translation stands beside what it translates, in a language of the site.

Passes: `also_in: [en]` in site.yaml, `index.en.md` beside `index.md`.
Fails: `index.en.md` beside nothing; `index.fr.md`; `index.en.md` on a site that is in Chinese alone (a warning).
Source: the issue of two languages: what is missing in one falls back, what is there must be found.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.decode.kinds import TranslationPath, translation_of
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error, warning
from ichsite.text.place import FieldOf, Place
from ichsite.text.suggest import nearest
from ichsite.text.words import LANGUAGES, Words

CODE = "translation-files"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """The names of all files, and the languages that site.yaml names."""
    site = whole.catalog.site
    for at, language in enumerate(site.value.also_in):
        if language == site.value.language or language in site.value.also_in[:at]:
            yield error(
                CODE,
                FieldOf(site.path, ("also_in", at)),
                Words(f"`{language}` 已经是本站的语言", f"`{language}` is a language of the site already"),
                Words("`also_in` 只写另外的语言", "`also_in` names the other languages only"),
            )
    for path in sorted(whole.files):
        if (found := translation_of(path)) is not None:
            yield from _file(whole, path, found)


def _file(whole: Whole, path: str, found: TranslationPath) -> Iterator[Diagnostic]:
    site = whole.catalog.site.value
    there = found.original in whole.files
    if found.language not in LANGUAGES:
        if there:
            yield _unknown(path, found.language)
    elif not there:
        yield _alone(whole, path, found.original)
    elif found.language == site.language:
        yield error(
            CODE,
            Place(path),
            Words(
                f"本站就是 {site.language}：这些话该写在 {found.original} 里",
                f"the site itself is in {site.language}: these words belong into {found.original}",
            ),
            Words("把内容并进去，再删掉这个文件", "move them there and delete this file"),
        )
    elif found.language not in site.also_in:
        yield warning(
            CODE,
            Place(path),
            Words(
                f"site.yaml 没有开 {found.language}，这份译文不会发布",
                f"site.yaml does not name {found.language}, so this translation is not published",
            ),
            Words(
                f"在 site.yaml 里写 `also_in: [{found.language}]`", f"write `also_in: [{found.language}]` in site.yaml"
            ),
        )


def _unknown(path: str, language: str) -> Diagnostic:
    listed = ", ".join(LANGUAGES)
    return error(
        CODE,
        Place(path),
        Words(f"不会说 `{language}`：只有 {listed}", f"`{language}` is no language of ichsite, which speaks {listed}"),
        Words("改文件名；不想发布就以 _ 开头", "rename the file; start its name with _ to keep it unpublished"),
    )


def _alone(whole: Whole, path: str, original: str) -> Diagnostic:
    folder = original.rpartition("/")[0]
    ending = original[original.rfind(".") :]
    beside = [one for one in whole.files if one.rpartition("/")[0] == folder and one.endswith(ending) and one != path]
    close = nearest(original, (one for one in beside if translation_of(one) is None))
    return error(
        CODE,
        Place(path),
        Words(f"旁边没有原文 {original}", f"its original {original} is not there"),
        Words(f"是不是 {close} 的译文？那就改名", f"is it of {close}? then rename it")
        if close is not None
        else Words("先写原文，再写译文", "write the original first"),
    )
