"""What can be wrong with a text as YAML, in the words of somebody who types on a Chinese keyboard."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import yaml

from ichsite.decode.halfwidth import halved
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import Place
from ichsite.text.words import Words


class YamlFault(Exception):
    """A fault of the text as YAML: its code, its mark (line and column from 0), what it is about, a second mark."""

    def __init__(self, code: str, mark: Any, about: str | Words = "", other: Any = None) -> None:
        super().__init__(code)
        self.code = code
        self.about = about if isinstance(about, Words) else Words(about, about)
        self.line, self.column = (mark.line, mark.column) if mark is not None else (0, 0)
        self.other: tuple[int, int] | None = (other.line, other.column) if other is not None else None

    def finding(self, path: str, first_line: int = 0) -> Diagnostic:
        """The finding, for a text that starts after `first_line` lines of the file."""
        place = Place(path, self.line + 1 + first_line, self.column + 1)
        message, help = _WORDS[self.code]
        related: tuple[Related, ...] = ()
        if self.other is not None:
            first = Place(path, self.other[0] + 1 + first_line, self.other[1] + 1)
            related = (Related(first, Words("第一次写在这里", "first written here")),)
        return error(self.code, place, _filled(message, self.about), help and _filled(help, self.about), related)


def _filled(words: Words, about: Words) -> Words:
    return Words(words.zh.replace("{}", about.zh), words.en.replace("{}", about.en))


_WORDS: dict[str, tuple[Words, Words | None]] = {
    "yaml-syntax": (
        Words("这里不合 YAML 的写法：{}", "this is not YAML: {}"),
        Words(
            "常见原因：缩进没对齐、冒号后少了空格、引号没有成对",
            "often: indentation, no space after a colon, an unpaired quote",
        ),
    ),
    "yaml-tab": (
        Words("缩进用了制表符（Tab）", "a tab is used for indentation"),
        Words("请换成空格，每层两个", "use spaces, two a level"),
    ),
    "yaml-fullwidth-colon": (
        Words(
            "这里用了全角冒号“：”，程序认不出这是“{}”一项",
            "a full-width colon `：` stands here, so `{}` is not read as a key",
        ),
        Words("改成半角冒号，后面空一格：`{}: …`", "write a plain colon and a space: `{}: …`"),
    ),
    "yaml-fullwidth-dash": (
        Words("列表这一行的开头不是半角减号", "this list item does not start with a plain hyphen"),
        Words("改成半角减号，后面空一格：`- …`", "write a hyphen and a space: `- …`"),
    ),
    "yaml-fullwidth-sign": (
        Words("这一行用了全角的标点，程序认不出它的结构", "full-width signs hide what this line is"),
        Words("标点用半角，写成：`{}`", "with plain signs: `{}`"),
    ),
    "yaml-colon-space": (
        Words(
            "`{}` 的冒号后面没有空格，程序认不出这是一个字段",
            "no space follows the colon, so `{}` is not read as a key",
        ),
        Words("冒号后面空一格：`{}: …`", "put a space after the colon: `{}: …`"),
    ),
    "yaml-dash-space": (
        Words("列表的横线后面没有空格", "no space follows the dash of this list item"),
        Words("横线后面空一格：`- {}`", "put a space after the dash: `- {}`"),
    ),
    "yaml-invisible-space": (
        Words(
            "这里的空白不是普通空格（{}），程序不把它当空格", "this blank is no plain space ({}) and is not read as one"
        ),
        Words("删掉它，换成半角空格", "delete it and type a plain space"),
    ),
    "yaml-too-deep": (
        Words("嵌套超过 {} 层", "nested more than {} levels deep"),
        Words("这里的内容不需要这么深，检查括号是否成对", "nothing here needs that depth; look for unpaired brackets"),
    ),
    "yaml-too-large": (
        Words("内容展开后超过 {} 项", "more than {} values once expanded"),
        Words("一件作品一个文件；不要用 & 和 * 反复引用", "one piece, one file; do not repeat by & and *"),
    ),
    "yaml-tag": (
        Words(
            "这里不用标签 `{}`：内容只是文字、列表和字段",
            "tags such as `{}` are not read here: content is text, lists and fields",
        ),
        Words("去掉以 ! 开头的部分", "remove the part that starts with !"),
    ),
    "yaml-merge-key": (
        Words("这里不用合并键 `<<`", "merge keys `<<` are not read here"),
        Words("把要用的字段直接写出来", "write the fields out"),
    ),
    "yaml-duplicate-key": (
        Words("`{}` 写了两次，只有一个能算数", "`{}` is written twice; only one can count"),
        Words("删掉一个", "delete one of them"),
    ),
    "yaml-key": (
        Words(
            "字段名应是一个词，这里却是列表、字段组或引用", "a key must be one word, not a list, a mapping or an alias"
        ),
        Words(
            "写成 `字段: 值`；值以特殊符号开头时加引号",
            "write `field: value`, with quotes where the value starts with a sign",
        ),
    ),
    "yaml-alias-unknown": (
        Words("`*{}` 没有对应的 `&{}`", "`*{}` has no `&{}` before it"),
        Words("改正名字；以 * 开头的文字要加引号", "mend the name; a text that starts with * needs quotes"),
    ),
    "yaml-alias-loop": (
        Words("`&{}` 里面又引用了自己", "`&{}` refers to itself"),
        Words("把要用的内容直接写出来", "write the content out"),
    ),
    "yaml-second-document": (
        Words("`---` 之后又开始了一份文档，一个文件只能有一份", "a second document starts here; a file holds one"),
        Words("删掉多余的 `---`", "remove the extra `---`"),
    ),
}


_PROBLEMS: tuple[tuple[str, str], ...] = (
    ("expected ',' or ']'", "方括号 [ 没有配对的 ]"),
    ("expected ',' or '}'", "花括号 { 没有配对的 }"),
    ("mapping values are not allowed", "这里多了一个冒号；文字里有冒号时加引号"),
    ("did not find expected key", "和上面的字段对不齐"),
    ("did not find expected '-' indicator", "列表的这一行少了横线，或没有对齐"),
    ("could not find expected ':'", "少了冒号"),
    ("unexpected end of stream", "引号没有结束"),
    ("cannot start any token", "值不能以这个符号开头，要加引号"),
    ("unknown escape character", "双引号里的反斜杠后面不认识；改用单引号"),
    ("undefined tag handle", "以 ! 开头的文字要加引号"),
    ("block sequence entries are not allowed", "列表要从新的一行开始"),
)
"""What the parser says, in the words of somebody who does not write parsers."""


def fault_of(text: str, wrong: yaml.YAMLError) -> YamlFault:
    """The fault behind a parser's exception, named after its likely cause on the line or just above it."""
    mark: Any = getattr(wrong, "problem_mark", None) or getattr(wrong, "context_mark", None)
    context = str(getattr(wrong, "context", ""))
    if "flow" in context or "quoted" in context:  # an unpaired bracket or quote is where it was opened
        mark = getattr(wrong, "context_mark", None) or mark
    problem = str(getattr(wrong, "problem", None) or wrong).split("\n")[0]
    lines = text.split("\n")
    last = min(mark.line if mark is not None else len(lines) - 1, len(lines) - 1)
    for number in (last, last - 1, last - 2):
        if 0 <= number < len(lines) and (found := _cause(lines[number])):
            while number > 0 and (above := _cause(lines[number - 1])) is not None and above[0] == found[0]:
                number, found = number - 1, above  # the first of several lines that are wrong in the same way
            return fault_at(number, found)
    if mark is None or mark.line >= len(lines):  # the text ended too early: its last line is where to look
        written = max((number for number, line in enumerate(lines) if line.strip()), default=0)
        mark = _Mark(written, len(lines[written]))
    plain = next((said for part, said in _PROBLEMS if part in problem), problem)
    return YamlFault("yaml-syntax", mark, Words(plain, problem))


class _Mark:
    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column


_BLANK = "\u00a0\u00ad\u1680\u180e\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff"
_INVISIBLE = re.compile(rf"(?: |- )*(?:[A-Za-z_][\w-]{{0,30}}:|-)? ?([{_BLANK}])")
_COLON = re.compile(rf"(?: |- )*([A-Za-z_][\w-]{{0,30}}):(?=[^\s/,}}\]{_BLANK}])")
_DASH = re.compile(r" *(-)(?=[^\s\d,}\]-])")
_SIGN = re.compile(
    r"(?: |- )*[\w-]+: *([｛【［])"
    r"|(?: |- )*- *([｛［])"
    r"|.*[{\[][^{}\[\]]*([，；])\s*[A-Za-z_]\w*\s*:"
    r"|.*[{\[][^{}\[\]]*([｝］】])[^{}\[\]]*$"
    r"|(?: |- )*(?:[\w-]+: *)?([“‘][^”’\"']*[”’\"'])(?=\s*$)"
    r"|(?: |- )*(?:[\w-]+: *)?(?:\"[^\"”]*(”)|'[^'’]*(’))\s*$"
    r"|\s*(＃)"
)
"""A full-width sign in the place of one that YAML lives by: a bracket, a comma, a quote, the `#` of a comment."""
_LONGEST_LINE = 400
_BULLET = re.compile(r"\s*(?:([－—–―−•·●])\s*\S|(\*) )")


_Cause = tuple[str, int, str | Words]
_BLANKS = {"\u00a0": "不间断空格", "\u3000": "全角空格", "\u200b": "零宽空格", "\ufeff": "字节序标记"}


def _named(blank: str) -> Words:
    name = unicodedata.name(blank, f"U+{ord(blank):04X}")
    return Words(_BLANKS.get(blank, name), name.lower())


def _cause(line: str) -> _Cause | None:
    """The code, the column from 0 and what it is about, where a line shows why it is not read."""
    if (tab := re.match(r" *\t", line)) is not None:
        return "yaml-tab", tab.end() - 1, ""
    if (blank := _INVISIBLE.match(line)) is not None:
        return "yaml-invisible-space", blank.start(1), _named(blank[1])
    if (colon := re.match(r"\s*(?:- )?\s*[\"'“]?([\w-]{1,30})[\"'”]?\s*：", line)) is not None:
        return "yaml-fullwidth-colon", colon.end() - 1, colon[1]
    if (dash := _BULLET.match(line)) is not None:
        return "yaml-fullwidth-dash", max(dash.start(1), dash.start(2)), ""
    if len(line) <= _LONGEST_LINE and (sign := _SIGN.match(line)) is not None:
        # a bracket in full width needs no space before it, a plain one does
        mended = re.sub(r"(?<=[\w-]):(?=[{\[])", ": ", halved(line))
        return "yaml-fullwidth-sign", max(map(sign.start, range(1, _SIGN.groups + 1))), mended
    if (colon := _COLON.match(line)) is not None:
        return "yaml-colon-space", colon.end(1), colon[1]
    if (dash := _DASH.match(line)) is not None:
        return "yaml-dash-space", dash.start(1), line[dash.end(1) :].strip()[:30]
    return None


def cause_from(line: str, column: int) -> _Cause | None:
    """The same, looked for from a column of the line on, where a key or a value stands that is not understood."""
    if not line[:column].strip(" -"):
        return _cause(line)
    found = _cause(line[column:])
    if found is None or found[0] not in ("yaml-colon-space", "yaml-invisible-space"):
        return None
    return found[0], found[1] + column, found[2]


def fault_at(line: int, found: _Cause) -> YamlFault:
    """The fault for a cause that was found on a line (from 0)."""
    return YamlFault(found[0], _Mark(line, found[1]), found[2])


def root_fault(path: str, text: str, first_line: int) -> Diagnostic | None:
    """The finding for a root that is no mapping, where a line shows why (a full-width colon, mostly)."""
    for number, line in enumerate(text.split("\n")):
        if found := _cause(line):
            return fault_at(number, found).finding(path, first_line)
    return None
