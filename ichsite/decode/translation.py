"""A translation's file as words: texts of the main language and what they are in another one.

    content/crafts/vase/index.en.md              front matter: title, summary, words; then the story
    content/crafts/vase/customization.en.yaml    text of the main language: its words

Only words stand here, so that a price or a number of days is written once and cannot contradict itself.
"""

from __future__ import annotations

from typing import cast

from ichsite.decode.chinese_names import field_meant, write_in_english
from ichsite.decode.compose import Plain
from ichsite.decode.kinds import TranslationPath
from ichsite.model.scalar import Refused, Text
from ichsite.model.translation import NAMED, Translation
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.suggest import did_you_mean
from ichsite.text.unseen import UNSEEN, unseen
from ichsite.text.words import Language, Words

MOST_CHARACTERS = 4000
_TEXT = Text(MOST_CHARACTERS, lines=True)
"""What a field takes is known where the words are put in; this keeps out what no field takes."""
_FIELDS = (*NAMED, "words")


def translation_from(
    path: str, plain: Plain, of: TranslationPath, *, front_matter: bool
) -> tuple[Translation, tuple[Diagnostic, ...]]:
    """The translation that a file's plain value is, and every finding about it; an empty file translates nothing."""
    findings: list[Diagnostic] = []
    named: tuple[tuple[str, str], ...] = ()
    words: Plain = plain
    if front_matter and isinstance(plain, dict):
        findings += [_unknown(path, name, plain) for name in plain if name not in _FIELDS]
        named = _pairs(path, {name: plain[name] for name in NAMED if name in plain}, (), findings)
        words = plain.get("words")
    place: FieldPath = ("words",) if front_matter and isinstance(plain, dict) else ()
    pairs: tuple[tuple[str, str], ...] = ()
    if isinstance(words, dict):
        pairs = _pairs(path, words, place, findings)
    elif words is not None:
        findings.append(_no_mapping(path, place))
    return Translation(cast("Language", of.language), of.original, named, pairs), tuple(findings)


def _pairs(
    path: str, plain: dict[str, Plain], place: FieldPath, findings: list[Diagnostic]
) -> tuple[tuple[str, str], ...]:
    pairs: list[tuple[str, str]] = []
    for key, value in plain.items():
        where = FieldOf(path, (*place, key))
        if value is None:
            continue  # not translated yet
        if not isinstance(value, str):
            findings.append(_no_text(where))
            continue
        try:
            if hidden := UNSEEN.search(value):
                what = unseen(hidden[0])
                raise Refused(what.code, what.message, what.help)
            pairs.append((key, _TEXT.parse(value)))
        except Refused as refused:
            findings.append(error(refused.code, where, refused.message, refused.help))
    return tuple(pairs)


def _unknown(path: str, name: str, plain: dict[str, Plain]) -> Diagnostic:
    meant = field_meant(name, _FIELDS, plain)
    return error(
        "unknown-key",
        FieldOf(path, (name,), at_key=True),
        Words(f"译文里没有 `{name}` 这个字段", f"a translation has no field `{name}`"),
        write_in_english(name, meant)
        if meant is not None
        else did_you_mean(name, _FIELDS)
        if name not in ("id", "price", "pictures")
        else Words(
            "译文只写 title、summary、words 和正文，其余都以原文为准",
            "a translation holds title, summary, words and the text; all else stands in the original",
        ),
    )


def _no_mapping(path: str, place: FieldPath) -> Diagnostic:
    return error(
        "wrong-shape",
        FieldOf(path, place),
        Words("这里应是“原文: 译文”，一行一句", "texts are expected here, each with its translation"),
        Words(
            "左边照抄原文，冒号和空格之后写译文：`口径: Mouth`",
            "write the text of the main language, a colon, a space, and its words: `口径: Mouth`",
        ),
    )


def _no_text(where: FieldOf) -> Diagnostic:
    return error(
        "wrong-shape",
        where,
        Words("这里应是一句译文", "one text is expected here"),
        Words(
            "译文不分层：每句原文一行，后面跟它的译文",
            "a translation has no levels: one line for each text, followed by its words",
        ),
    )
