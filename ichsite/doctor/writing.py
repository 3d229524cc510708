"""One text file as its bytes lie: encoding, line ends, tabs; and what it would become. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ichsite.decode.compose import compose
from ichsite.decode.front_matter import split_front_matter
from ichsite.decode.kinds import TEXT_ENDINGS
from ichsite.decode.text import decode_text
from ichsite.decode.yaml_faults import YamlFault
from ichsite.doctor.encoding import Reading, reading_of
from ichsite.doctor.mend import Mend
from ichsite.text.diagnostic import Diagnostic, error, warning
from ichsite.text.place import Place
from ichsite.text.words import Words

ENDINGS = (*TEXT_ENDINGS, ".html", ".css", ".js", ".po", ".json")
"""Files of these endings are text: content, and what a theme is made of."""
MAX_BYTES = 20_000_000
"""More than any text of a site has; what is larger is named and not read."""
_TAB = re.compile(r"^ *\t[ \t]*(?=\S)", re.M)
_MOST_TABS = 20
_FIX = Words(
    "运行 ichsite doctor --fix，会改好并留下原件",
    "run `ichsite doctor --fix`; it mends the file and keeps the original",
)
_BY_HAND = Words(
    "没有把握转得一字不差，所以不动它。用原来写它的软件打开，核对后另存为 UTF-8",
    "it cannot be converted with certainty and is left alone; open it in the program it was written with, look it over,"
    " and save it as UTF-8",
)


@dataclass(frozen=True)
class Written:
    """What is to be said of a text file, what it would become (None: nothing), and whether its lines end as on Windows."""

    findings: tuple[Diagnostic, ...]
    mend: Mend | None = None
    crlf: bool = False


def looked_over(path: str, data: bytes) -> Written:
    """A text file, by its bytes."""
    if not data:
        return Written((_empty(path),))
    reading = reading_of(data)
    if reading.text is None:
        return Written((_unconvertible(path, data, reading),))
    text, ends = reading.text, _Ends.of(reading.text)
    findings: list[Diagnostic] = []
    if not reading.is_plain:
        findings.append(_converted(path, data))
    if ends.untidy:
        findings.append(_line_ends(path, ends))
    findings += _tabs(path, text)
    better = (text.replace("\r\n", "\n").replace("\r", "\n") if ends.untidy else text).encode()
    return Written(tuple(findings), Mend(path, data, better) if better != data else None, ends.crlf > 0)


@dataclass(frozen=True)
class _Ends:
    """How many lines end in each way."""

    lf: int
    crlf: int
    cr: int

    @classmethod
    def of(cls, text: str) -> _Ends:
        crlf = text.count("\r\n")
        return cls(text.count("\n") - crlf, crlf, text.count("\r") - crlf)

    @property
    def untidy(self) -> bool:
        """Windows' own way all through is as good as ours; several ways in one file make tools disagree about lines."""
        return self.cr > 0 or (self.lf > 0 and self.crlf > 0)


def _empty(path: str) -> Diagnostic:
    return warning(
        "file-empty",
        Place(path),
        Words("文件是空的，多半是保存或同步时出了错", "the file is empty; most likely saving or syncing went wrong"),
        Words(
            "从备份或同步软件的历史版本里找回来；不要了就删掉",
            "take it back from a backup or the sync service's history, or delete it",
        ),
    )


def _unconvertible(path: str, data: bytes, reading: Reading) -> Diagnostic:
    if reading.encoding == "Big5":
        return error(
            "text-big5",
            Place(path),
            Words("文件像是 Big5（繁体中文）编码，这里只收 UTF-8", "the file seems to be in Big5; only UTF-8 is read"),
            _BY_HAND,
        )
    _, findings = decode_text(path, data, MAX_BYTES)
    found = findings[0] if findings else _foreign(path)
    return found if reading.encoding is None else replace(found, help=_BY_HAND)


def _foreign(path: str) -> Diagnostic:
    return error(
        "text-not-utf8",
        Place(path),
        Words("这不是 UTF-8 文字", "this is not UTF-8 text"),
        Words("用编辑器另存为 UTF-8", "save it as UTF-8 from an editor"),
    )


def _converted(path: str, data: bytes) -> Diagnostic:
    """What is wrong with an encoding that can be converted; in the words of the build, where it refuses the file."""
    _, findings = decode_text(path, data, MAX_BYTES)
    if findings:
        return replace(findings[0], help=_FIX)
    return warning(
        "text-mark",
        Place(path, 1, 1),
        Words(
            "文件开头有字节序标记（BOM）。这里读得了，有些工具读不了",
            "the file starts with a byte order mark (BOM): it is read here, but not by every tool",
        ),
        _FIX,
    )


def _line_ends(path: str, ends: _Ends) -> Diagnostic:
    counted = [(ends.lf, "LF"), (ends.crlf, "CRLF"), (ends.cr, "CR")]
    zh = "、".join(f"{count} 行 {name}" for count, name in counted if count)
    en = ", ".join(f"{count} {name}" for count, name in counted if count)
    return warning(
        "line-ends",
        Place(path),
        Words(
            f"换行符不一致（{zh}），各种工具数出来的行号会不同",
            f"lines end in different ways ({en}), so tools disagree about line numbers",
        ),
        _FIX,
    )


def _tabs(path: str, text: str) -> Iterator[Diagnostic]:
    """Every line that is indented by a tab, where YAML trips over one: a tab inside a block of text is its author's."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    yaml, first_line = text, 0
    if path.endswith(".md"):
        front, _ = split_front_matter(path, text)
        if front is None:
            return
        yaml, first_line = front.yaml, front.yaml_line
    elif not path.endswith((".yaml", ".yml")):
        return
    if not _TAB.search(yaml):
        return
    try:
        compose(yaml)
    except YamlFault as fault:
        if fault.code == "yaml-tab":
            yield from _tabbed(path, yaml, first_line, fault.finding(path, first_line))


def _tabbed(path: str, yaml: str, first_line: int, told: Diagnostic) -> Iterator[Diagnostic]:
    for number, found in enumerate(_TAB.finditer(yaml)):
        if number == _MOST_TABS:
            return
        line = yaml.count("\n", 0, found.start()) + 1 + first_line
        tab = found.group().index("\t") + 1
        yield replace(told, where=Place(path, line, tab, len(found.group()) + 1))
