"""The links of a story in its source: where each stands, and those that do not reach the page."""

from __future__ import annotations

import html
import re

from ichsite.text.address import CONTENT_KINDS
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

SCHEMES = frozenset({"http", "https", "mailto", "tel", *CONTENT_KINDS})
"""What a link may start with; a target without a scheme is a path or an anchor."""
_TARGET = re.compile(r'<(?:a|img)(?= )[^>]*? (?:href|src)="([^"]*)"')


class LinkFinder:
    """Finds the place of a link's target in the source of a story that starts after `first_line` lines of `path`."""

    def __init__(self, path: str, body: str, first_line: int) -> None:
        self.path, self.body, self.first_line = path, body, first_line
        self.after: dict[str, int] = {}

    def __call__(self, target: str) -> Place:
        """The place of the next link to `target`; the story's first line where it cannot be found."""
        for written in (f"({target}", f"(<{target}", target, target.replace("\\", "\\\\")):
            wanted = written if target else "()"
            at = self.body.find(wanted, self.after.get(target, 0))
            if at >= 0:
                self.after[target] = at + 1
                at += len(wanted) - len(target) if target and wanted.endswith(target) else 0
                break
        else:
            return Place(self.path, self.first_line + 1, 1)
        line_start = self.body.rfind("\n", 0, at) + 1
        column = at - line_start + 1
        return Place(self.path, self.body.count("\n", 0, at) + self.first_line + 1, column, column + len(target))


def dropped_links(rough: str, place_of: LinkFinder) -> list[Diagnostic]:
    """Links and pictures of a scheme that is not on the list: they are gone from the page, and the author is told."""
    found: list[Diagnostic] = []
    for href in _TARGET.findall(rough):
        target = html.unescape(href)
        scheme = re.match(r"[\s\x00-\x1f]*([^\s:/?#]+)[\s\x00-\x1f]*:", target)
        if scheme is not None and scheme[1].lower() not in SCHEMES:
            message, help_ = _told(scheme[1])
            found.append(error("link-scheme", place_of(target), message, help_))
    return found


def _told(scheme: str) -> tuple[Words, Words | None]:
    if len(scheme) == 1:  # `C:\\kiln.jpg`: a drive of Windows
        return (
            Words(
                "这是您电脑里的路径，别人的电脑和网站上都没有",
                "this is a path on your computer; no other computer and no site has it",
            ),
            Words("把文件复制到这一页旁边，只写文件名", "copy the file beside the page and write its name only"),
        )
    unknown = Words(f"不认识 `{scheme}:` 这种链接", f"links of the kind `{scheme}:` are not known")
    return unknown, did_you_mean(scheme, SCHEMES, few=len(SCHEMES))
