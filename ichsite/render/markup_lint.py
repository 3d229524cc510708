"""What the markup of a template may not hold: handlers, styles of its own, scripts in the page, requests to others,
values where escaping does not help. A page must work under `script-src 'self'; style-src 'self'`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from jinja2 import Environment, TemplateSyntaxError

from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.words import Words

VALUE, JSON = "\ue000", "\ue001"
"""What stands for an expression; for one that ends in `|tojson`."""
_TAG = re.compile(r"<!--.*?-->|<(/?[a-zA-Z][\w:-]*|/?[\ue000\ue001])((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", re.DOTALL)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE)
_DATA_SCRIPTS = ("application/json", "application/ld+json")
_FETCHED = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
_REMOTE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
_INLINE = Words(
    "样式写进 static/ 里的 .css，脚本写进 .js，再列进 theme.yaml 的 bundles",
    "put styles into a .css of static/ and script into a .js, and list them under `bundles` in theme.yaml",
)
_LOCAL = Words(
    '把文件放进 static/，写 {{ "名字"|asset|href }}；网页不向别处请求任何东西',
    'put the file into static/ and write {{ "name"|asset|href }}; a page asks nobody else for anything',
)
_QUOTED = Words('给值加上引号：name="{{ ... }}"', 'quote the value: name="{{ ... }}"')


def markup_findings(source: str, place: str) -> Iterator[Diagnostic]:
    """Every finding about the markup of one template, `place` as findings name it; none where it cannot be read."""
    try:
        text, starts, lines = _flat(source)
    except TemplateSyntaxError:  # said with its page where the template is used
        return

    def at(position: int) -> Place:
        token = bisect_right(starts, position) - 1
        return Place(place, lines[token] + text.count("\n", starts[token], position), 1)

    for tag in _TAG.finditer(text):
        if tag[1] is None:
            continue
        name = tag[1].lower()
        if VALUE in name or JSON in name:
            yield _unescaped(at(tag.start()), Words("标签名来自一个值", "a value makes the name of a tag"))
            continue
        inside = tag[2]
        if name in ("h", "/h") and inside.startswith(VALUE):  # a heading whose level is a value
            inside = inside[1:]
        attributes = [(found[1].lower(), found[2] or "") for found in _ATTRIBUTE.finditer(inside)]
        for key, value in attributes:
            yield from _of_attribute(name, key, value, at(tag.start()))
        if name == "style":
            yield _inline(at(tag.start()), "<style>")
        elif name == "script":
            yield from _of_script(dict(attributes), text, tag, at(tag.start()))
        elif name == "base":
            yield _inline(at(tag.start()), "<base>")


def _of_attribute(tag: str, key: str, value: str, where: Place) -> Iterator[Diagnostic]:
    quoted = value[:1] in ('"', "'")
    bare = value[1:-1] if quoted else value
    if VALUE in key or JSON in key or (not quoted and (VALUE in value or JSON in value)):
        yield _unescaped(where, Words("一个值写在引号之外", "a value stands outside of quotes"), _QUOTED)
    elif value.startswith('"') and JSON in value:
        what = Words("双引号里的 |tojson 会断开属性", "`|tojson` in double quotes ends the attribute")
        yield _unescaped(where, what, Words("改用单引号", "use single quotes"))
    if re.fullmatch(r"on[a-z]+", key) or key in ("style", "srcdoc"):
        yield _inline(where, f"{key}=")
    elif re.match(r"\s*(javascript|vbscript):", bare, re.IGNORECASE):
        yield _inline(where, bare.strip()[:20])
    elif key in _FETCHED.get(tag, ()) and _REMOTE.match(bare):
        shown = bare.rstrip(VALUE)[:60]
        what = Words(f"页面会向别处请求 `{shown}`", f"the page would ask others for `{shown}`")
        yield error("theme-remote", where, what, _LOCAL)


def _of_script(attributes: dict[str, str], text: str, tag: re.Match[str], where: Place) -> Iterator[Diagnostic]:
    if "src" in attributes:
        return
    if attributes.get("type", "").strip("\"'").lower() not in _DATA_SCRIPTS:
        yield _inline(where, "<script>")
        return
    end = _SCRIPT_END.search(text, tag.end())
    if VALUE in text[tag.end() : end.start() if end is not None else len(text)]:
        what = Words("脚本里的值没有经过 |tojson", "a value in a script is not written by `|tojson`")
        yield _unescaped(where, what, Words("写成 {{ ...|tojson }}", "write {{ ...|tojson }}"))


def _inline(where: Place, shown: str) -> Diagnostic:
    what = Words(
        f"模板里不能写 `{shown}`：内容安全策略会拦下它", f"no `{shown}` in a template: the page's policy stops it"
    )
    return error("theme-inline", where, what, _INLINE)


def _unescaped(where: Place, what: Words, help: Words | None = None) -> Diagnostic:
    return error("theme-unescaped", where, what, help)


def _flat(source: str) -> tuple[str, list[int], list[int]]:
    """The markup with a sign for each expression; where each piece starts in it, and on which line of the template."""
    pieces: list[str] = []
    starts, lines = [0], [1]
    length = 0
    inside: list[tuple[str, str]] | None = None
    for line, kind, value in _plain_environment().lexer.tokeniter(source, None):
        if kind == "variable_begin":
            inside = []
            continue
        if kind == "variable_end" and inside is not None:
            piece, inside = _sign(inside), None
        elif inside is not None:
            if kind != "whitespace":
                inside.append((kind, value))
            continue
        elif kind == "data":
            piece = value
        else:
            continue
        starts.append(length)
        lines.append(line)
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), starts, lines


def _sign(expression: list[tuple[str, str]]) -> str:
    """What stands for an expression. The text that it begins with is kept: it may be an address."""
    said = ""
    if expression and expression[0][0] == "string":
        said = re.sub("[<>\"'=\\s]", "", expression[0][1])
    last = [value for kind, value in expression if kind == "name"][-1:]
    return said + (JSON if last == ["tojson"] else VALUE)


@cache
def _plain_environment() -> Environment:
    return Environment()  # noqa: S701  it reads templates and renders none
