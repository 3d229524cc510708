"""What `ichsite links` says of a kit: as data, and in lines for a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from ichsite.kit.fitting import Fitted
from ichsite.kit.platform import Limit, Rules
from ichsite.kit.platform_text import PlatformText
from ichsite.stage.kit import Kit
from ichsite.text.width import text_width, visible
from ichsite.text.words import Language, Words

Label = Callable[[str, str], str]
"""The words of a term by its kind and key, in the language of the messages."""

FEW = 3
"""Up to so many subjects are told platform by platform, more in a line each."""

_PLATFORM = Words("平台", "platform")
_HEADING = (_PLATFORM, Words("标题", "title"), Words("描述", "description"), Words("没放下的", "left out"))
_LIMITS = (_PLATFORM, Words("项", "part"), Words("上限", "limit"), Words("日期", "as of"), Words("来源", "source"))
_ASSUMED = Words("（假设）", " (assumed)")
_NONE = Words("放不下", "does not fit")
_UNITS = {
    "characters": Words("字符", "characters"),
    "utf-16": Words("UTF-16", "UTF-16"),
    "bytes": Words("字节", "bytes"),
    "han-as-two": Words("汉字算二", "Han as two"),
}
_LINKS = {
    "clickable": Words("链接可点", "links can be followed"),
    "text": Words("链接只是文字", "links are plain text"),
    "profile": Words("链接放在主页", "links belong in the profile"),
    "barred": Words("不许放链接", "links are barred"),
}


def as_data(kit: Kit) -> dict[str, Any]:
    """A kit as JSON has it."""
    return {
        "kind": kit.wanted.kind,
        "name": kit.wanted.slug,
        "title": kit.subject.title,
        "code": kit.subject.way.code,
        "address": kit.address,
        "read_aloud": kit.read_aloud,
        "texts": [_text_data(text) for text in kit.texts],
    }


def rules_data(rules: Rules) -> dict[str, Any]:
    """The rules of a platform as JSON has them."""
    return {
        "platform": rules.platform,
        **{name: _limit_data(limit) if limit is not None else None for name, limit in _limits(rules)},
        "links": {
            "rule": rules.links,
            "as_of": rules.links_as_of.isoformat(),
            "source": rules.links_source,
            "assumed": rules.links_assumed,
        },
        "forbidden": rules.forbidden,
    }


def kit_lines(made: Sequence[Kit], label: Label, language: Language) -> Iterator[str]:
    """The kits in lines: platform by platform where they are few."""
    for kit in made:
        name = f"{kit.wanted.kind}:{kit.wanted.slug}"
        opening = "  ".join(
            part for part in (name, visible(kit.subject.title), kit.address, kit.subject.way.code) if part
        )
        yield opening
        if len(made) <= FEW:
            rows = [tuple(one.said(language) for one in _HEADING)]
            rows += [_row(text, label, language) for text in kit.texts]
            yield from _aligned(rows)


def limit_lines(every: Iterable[Rules], label: Label, language: Language) -> Iterator[str]:
    """The limits in force, each with its date and its source."""
    parts = {
        "title": Words("标题", "title"),
        "description": Words("描述", "description"),
        "shown": Words("展开前可见", "shown before “more”"),
        "topics": Words("话题数", "hashtags"),
    }
    rows = [tuple(one.said(language) for one in _LIMITS)]
    for rules in every:
        platform = label("platform", rules.platform)
        for name, limit in _limits(rules):
            if limit is None:
                rows.append((platform, parts[name].said(language), Words("不知道", "unknown").said(language), "", ""))
                continue
            unit = "" if name == "topics" else f" {_UNITS[limit.counted_in].said(language)}"
            assumed = _ASSUMED.said(language) if limit.assumed else ""
            most = f"{limit.most}{unit}{assumed}"
            rows.append((platform, parts[name].said(language), most, limit.as_of.isoformat(), visible(limit.source)))
        links = _LINKS[rules.links].said(language) + (_ASSUMED.said(language) if rules.links_assumed else "")
        rows.append(
            (
                platform,
                Words("链接", "links").said(language),
                links,
                rules.links_as_of.isoformat(),
                visible(rules.links_source),
            )
        )
    yield from _aligned(rows)


def _limits(rules: Rules) -> tuple[tuple[str, Limit | None], ...]:
    return (
        ("title", rules.title),
        ("description", rules.description),
        ("shown", rules.shown),
        ("topics", rules.topics),
    )


def _limit_data(limit: Limit) -> dict[str, Any]:
    return {
        "most": limit.most,
        "counted_in": limit.counted_in,
        "as_of": limit.as_of.isoformat(),
        "source": limit.source,
        "assumed": limit.assumed,
    }


def _text_data(text: PlatformText) -> dict[str, Any]:
    return {
        "platform": text.platform,
        "links": text.rules.links,
        "link": text.address,
        "assumed": list(text.rules.assumed),
        "title": _fitted_data(text.title),
        "description": _fitted_data(text.description),
    }


def _fitted_data(fitted: Fitted) -> dict[str, Any]:
    return {
        "text": fitted.text if fitted.fits else None,
        "count": fitted.count,
        "limit": fitted.limit.most,
        "counted_in": fitted.limit.counted_in,
        "assumed": fitted.limit.assumed,
        "essential": fitted.essential,
        "shown": fitted.shown.most if fitted.shown is not None else None,
        "left_out": list(fitted.left_out),
        "cut": list(fitted.cut),
    }


def _row(text: PlatformText, label: Label, language: Language) -> tuple[str, ...]:
    out = [label("kit-piece", kind) for kind in text.description.left_out]
    out += [f"{label('kit-piece', kind)}…" for kind in text.description.cut]
    return (
        label("platform", text.platform),
        _counted(text.title, language),
        _counted(text.description, language),
        Words("、", ", ").said(language).join(out),
    )


def _counted(fitted: Fitted, language: Language) -> str:
    assumed = _ASSUMED.said(language) if fitted.limit.assumed else ""
    if not fitted.fits:
        return f"{_NONE.said(language)} {fitted.essential}/{fitted.limit.most}{assumed}"
    unit = "" if fitted.limit.counted_in == "characters" else f" {_UNITS[fitted.limit.counted_in].said(language)}"
    return f"{fitted.count}/{fitted.limit.most}{unit}{assumed}"


def _aligned(rows: list[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(text_width(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        cells = (cell + " " * (width - text_width(cell)) for cell, width in zip(row, widths, strict=True))
        yield ("  " + "  ".join(cells)).rstrip()
