"""What a stylesheet asks for: each `url(…)` becomes the published address of a file of the theme; others are refused."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from urllib.parse import unquote

from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.words import Words

_TOKEN = re.compile(
    r"""/\*.*?(?:\*/|\Z)|"(?:[^"\\\n\r\f]|\\.)*"|'(?:[^'\\\n\r\f]|\\.)*'|"""
    r"""(?P<url>(?i:url)\(\s*(?:"(?P<double>[^"\\\n\r\f]*)"|'(?P<single>[^'\\\n\r\f]*)'|(?P<bare>[^\s"'()\\]*))\s*\))|"""
    r"""(?P<odd>(?i:url)\()|(?P<import>@(?i:import)\b)|(?P<imageset>(?i:image-set|(?<![\w-])src)\()|(?P<escape>@[\w-]*\\|[\w-]*\\[\w\\ -]*\()""",
    re.DOTALL,
)

Published = Callable[[str], str | None]
"""The published path of a static file, as the stylesheet is to name it; None where there is none."""


def without_comments(css: str) -> str:
    """The stylesheet without comments and the blank lines that they leave."""
    bare = _TOKEN.sub(lambda found: "" if found[0].startswith("/*") else found[0], css)
    return re.sub(r"\n[ \t]*(?=\n)", "", bare).lstrip("\n")


def addressed(css: str, part: str, place: str, published: Published) -> tuple[str, tuple[Diagnostic, ...]]:
    """The stylesheet with published addresses; `part` is its path below `static/`, `place` how findings name it."""
    findings: list[Diagnostic] = []

    def at(position: int) -> Place:
        start = css.rfind("\n", 0, position) + 1
        return Place(place, css.count("\n", 0, position) + 1, position - start + 1)

    def rewritten(found: re.Match[str]) -> str:
        if found["import"] or found["odd"] or found["imageset"] or found["escape"]:
            findings.append(_refused(at(found.start()), found[0]))
            return found[0]
        if found["url"] is None:
            return found[0]
        asked = next(one for one in found.group("double", "single", "bare") if one is not None)
        if asked.startswith("#"):
            return found[0]
        if re.match(r"(?i)[a-z][a-z0-9+.-]*:|[/\\]", asked):
            findings.append(_refused(at(found.start()), asked))
            return found[0]
        path, mark, rest = asked.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(part), unquote(path)))
        address = published(target)
        if address is None:
            what = Words(f"主题的 static/ 里没有 `{target}`", f"the theme's static/ has no `{target}`")
            findings.append(error("theme-asset", at(found.start()), what))
            return found[0]
        return f'url("{address}{mark}{rest}")'

    return _TOKEN.sub(rewritten, css), tuple(findings)


def _refused(where: Place, asked: str) -> Diagnostic:
    shown = asked if len(asked) <= 60 else asked[:60] + "…"
    return error(
        "theme-remote",
        where,
        Words(f"样式表不许这样引用：`{shown}`", f"a stylesheet may not refer to `{shown}`"),
        Words(
            "把文件放进主题的 static/，写相对路径 url(...)；网页不向别处请求任何东西",
            "put the file into the theme's static/ and write a relative url(...); a page asks nobody else for anything",
        ),
    )
