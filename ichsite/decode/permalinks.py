"""Reading the ledger: a head, one line an address, and at the end their number, so that a cut file is seen.

The lines are read in blocks, each a pure function of its own text: a build that changes one line reads one block
again. A fault is never mended by guessing: a ledger that cannot be read whole is an error, never an empty ledger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast
from zlib import crc32

from ichsite.decode.compose import Plain, compose, places_of
from ichsite.decode.yaml_faults import YamlFault
from ichsite.model.permalink import LEDGER_KINDS, Permalink
from ichsite.text.address import ITEM_KINDS, UrlPath, slug_fault
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.site_address import NoAddress, site_address
from ichsite.text.words import LANGUAGES, Words

PATH = "content/permalinks.yaml"
MOST_BYTES = 50_000_000
VERSION = "1"
CODE = "permalinks-broken"
RESTORE = Words(
    "从版本库取回这个文件（git checkout content/permalinks.yaml），或用 .ichsite/permalinks.yaml 里的备份盖回去",
    "restore it from version control (git checkout content/permalinks.yaml), or from the copy .ichsite/permalinks.yaml",
)
PARTS = ("kit", "share")
MOST_PAGES = 5000
"""Numbered pages of one list: each answers for ever."""
_LONGEST, _MOST = 400, 1000
_CUT = 256
"""A block ends at about every so manieth line, wherever lines before it were put in."""
_CONFLICT = re.compile(r"<{7} |={7}$|>{7} |\|{7} ")
_TEXTS = ("kind", "id", "address", "code", "name", "title", "successor", "pages", "sketch")
_LISTS = ("near", "former", "also")


class LedgerFault(Exception):
    """Why the ledger as a whole cannot be read."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message.en)
        self.finding = finding


@dataclass(frozen=True)
class Block:
    """Some lines of the ledger, and how many stand before them in the file."""

    text: str
    first_line: int


@dataclass(frozen=True)
class Skeleton:
    """The ledger without its lines: how many it says that there are, its trees and parts; and the blocks to be read.

    `joined` where it says so twice: two branches were joined by hand.
    """

    count: int
    trees: tuple[str, ...]
    parts: tuple[str, ...]
    blocks: tuple[Block, ...]
    joined: bool = False


def skeleton_of(text: str) -> Skeleton:
    """The parts of the ledger; raises LedgerFault."""
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if line[:1] in "<=>|" and _CONFLICT.match(line):
            raise _fault(
                number,
                Words("这里留着合并冲突的记号", "a merge conflict is left here"),
                Words("两边的行都留下，只删掉记号", "keep the lines of both sides and delete the markers"),
            )
    start = next((at for at, line in enumerate(lines) if line.rstrip() == "addresses:"), None)
    if start is None:
        raise _fault(1, Words("没有 `addresses:` 这一行", "the line `addresses:` is missing"), RESTORE)
    counts = [at for at in range(start + 1, len(lines)) if lines[at].startswith("count:")]
    if not counts:
        what = Words("文件断在半截：结尾没有 `count:`", "the file is cut off: there is no `count:` at its end")
        raise _fault(len(lines), what, RESTORE)
    # two branches that were joined by hand leave two: the larger one holds
    end = counts[0]
    if any(line.strip() for at, line in enumerate(lines[end:], end) if at not in counts):
        raise _fault(end + 2, Words("`count:` 应在文件的最后", "`count:` ends the file"), RESTORE)
    largest = max(counts, key=lambda at: (len(lines[at].rstrip()), lines[at]))
    count, trees, parts = _head(lines[:start], [lines[largest]], largest)
    return Skeleton(count, trees, parts, tuple(_blocks(lines, start + 1, end)), len(counts) > 1)


def read_block(block: Block) -> tuple[tuple[Permalink, ...], tuple[Diagnostic, ...]]:
    """The entries of a block, and what is wrong in it; lines of findings are counted from the block's first."""
    try:
        plain = compose(block.text)
    except YamlFault as fault:
        return (), (replace(fault.finding(PATH), code=CODE, help=RESTORE),)
    if not isinstance(plain, list):
        return (), (_finding(1, Words("这里应是一行一个网址", "one line an address is expected here")),)
    entries: list[Permalink] = []
    findings: list[Diagnostic] = []
    for at, one in enumerate(plain):
        try:
            entries.append(_entry(one))
        except _Wrong as wrong:
            where = places_of(block.text, PATH).of((at,), False)
            findings.append(_finding(where.line if where is not None else 1, wrong.why))
    return tuple(entries), tuple(findings)


class _Wrong(Exception):
    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.why = Words(zh, en)


def _head(before: list[str], after: list[str], end: int) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    try:
        head, tail = compose("\n".join(before)), compose("\n".join(after))
    except YamlFault as fault:
        raise LedgerFault(replace(fault.finding(PATH), code=CODE, help=RESTORE)) from None
    fields = {**(head if isinstance(head, dict) else {}), **(tail if isinstance(tail, dict) else {})}
    if unknown := fields.keys() - {"version", "trees", "parts", "count"}:
        name = sorted(unknown)[0]
        raise _fault(1, Words(f"不认识 `{name}` 这一项", f"`{name}` is not known here"), RESTORE)
    if fields.get("version") != VERSION:
        what = Words(
            "这是另一版 ichsite 写的（version 对不上）", "another version of ichsite wrote this (see `version`)"
        )
        raise _fault(1, what, Words("用写它的那一版，或升级 ichsite", "use the version that wrote it, or a newer one"))
    count, trees = fields.get("count"), fields.get("trees") or []
    if not isinstance(count, str) or not re.fullmatch(r"\d{1,9}", count, re.ASCII):
        raise _fault(end + 1, Words("`count` 应是网址的行数", "`count` is the number of lines"), RESTORE)
    if not isinstance(trees, list) or not all(tree in LANGUAGES for tree in trees):
        raise _fault(1, Words("`trees` 里只能是语言", "`trees` holds languages"), RESTORE)
    parts = fields.get("parts") or []
    if not isinstance(parts, list) or not all(part in PARTS for part in parts):
        raise _fault(1, Words("不认识 `parts` 里的词", "`parts` holds a word that is not known"), RESTORE)
    return int(count), tuple(str(tree) for tree in trees), tuple(str(part) for part in parts)


def _blocks(lines: list[str], start: int, end: int) -> Iterator[Block]:
    first = start
    for at in range(start, end):
        last = at + 1 == end
        if last or (lines[at + 1].startswith("- ") and crc32(lines[at].encode("utf-8", "replace")) % _CUT == 0):
            if any(line.strip() and not line.startswith("#") for line in lines[first : at + 1]):
                yield Block("\n".join(lines[first : at + 1]), first)
            first = at + 1


def _entry(plain: Plain) -> Permalink:
    if not isinstance(plain, dict):
        raise _Wrong("这一行应是 {kind: …, id: …, address: …}", "this should be {kind: …, id: …, address: …}")
    if unknown := plain.keys() - {*_TEXTS, *_LISTS}:
        name = sorted(unknown)[0]
        raise _Wrong(f"没有 `{name}` 这一项", f"there is no field `{name}`")
    text = {name: plain.get(name) for name in _TEXTS}
    lists = {name: plain.get(name, []) for name in _LISTS}
    for name, value in text.items():
        if value is not None and not isinstance(value, str):
            raise _Wrong(f"`{name}` 应是一个值", f"`{name}` is one value")
    for name, values in lists.items():
        if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
            raise _Wrong(f"`{name}` 应是一个列表", f"`{name}` is a list")
    said = cast("dict[str, str | None]", text)
    several = {name: tuple(cast("list[str]", values)) for name, values in lists.items()}
    kind, id, address = said["kind"], said["id"], said["address"]
    if kind not in LEDGER_KINDS or not id or not address:
        raise _Wrong(
            "缺少 kind、id 或 address，或者 kind 不对", "kind, id or address is missing, or the kind is unknown"
        )
    for name, value in _long(said, several):
        raise _Wrong(f"`{name}` 太长（{len(value)} 个字符）", f"`{name}` is too long ({len(value)} characters)")
    for one in (id, *several["also"]) if kind in ITEM_KINDS else ():
        # files are named by the ids of items: what could lead elsewhere is no id
        if slug_fault(one) not in (None, "reserved"):
            raise _Wrong(f"`{one[:60]}` 不能做 id", f"`{one[:60]}` cannot be an id")
    code, pages = said["code"] or "", said["pages"] or "1"
    if code and (kind not in ITEM_KINDS or not re.fullmatch(r"[a-z0-9]{4,6}", code)):
        raise _Wrong(f"`{code}` 不是短码", f"`{code}` is no short code")
    if not re.fullmatch(r"[1-9]\d{0,5}", pages, re.ASCII) or int(pages) > MOST_PAGES:
        raise _Wrong(f"`{pages}` 不是页数", f"`{pages}` is no number of pages")
    return Permalink(
        kind=kind,
        id=id,
        address=_address(address),
        code=code,
        name=said["name"] or "",
        title=said["title"] or "",
        near=several["near"],
        former=tuple(map(_address, several["former"])),
        also=several["also"],
        successor=_successor(said["successor"] or ""),
        pages=int(pages),
        sketch=said["sketch"] or "",
    )


def _long(said: dict[str, str | None], several: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """What is longer than a build would write it; its hash alone would be."""
    yield from ((name, value) for name, value in said.items() if value is not None and len(value) > _LONGEST)
    yield from ((name, value) for name, values in several.items() for value in values if len(value) > _LONGEST)
    yield from ((name, "," * len(values)) for name, values in several.items() if len(values) > _MOST)


def _address(text: str) -> UrlPath:
    try:
        found = site_address(text)
    except NoAddress as wrong:
        raise _Wrong(f"`{text}` 不是网址：{wrong.why.zh}", f"`{text}` is no address: {wrong.why.en}") from None
    if found != text:
        raise _Wrong(f"`{text}` 应写成 `{found}`", f"`{text}` should be `{found}`")
    return found


def _successor(text: str) -> str:
    if not text or re.fullmatch(rf"(?:{'|'.join(ITEM_KINDS)}):[^\s/]{{1,120}}", text) or text == "/":
        return text
    return _address(text)


def _fault(line: int, what: Words, help: Words) -> LedgerFault:
    return LedgerFault(error(CODE, Place(PATH, line, 1), what, help))


def _finding(line: int, what: Words) -> Diagnostic:
    return error(CODE, Place(PATH, line, 1), what, RESTORE)
