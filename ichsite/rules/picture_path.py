"""picture-path: a picture is a file of the project.

Passes: `file: cover.jpg` (beside the page), `file: /shared/kiln.jpg` (from `content/`).
Fails: `file: https://example.com/a.jpg`; `file: ../../../secret.jpg`; `file: C:\\cover.jpg`.
Source: DESIGN.md, “Never”: nothing outside the project is read; no third-party request.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ichsite.assess.card import craft_pictures
from ichsite.assess.dossier import Dossier
from ichsite.catalog.picture_path import PictureUse
from ichsite.rules.pictures import other_pictures
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.words import Words

CODE = "picture-path"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The pictures of a craft."""
    yield from _of(craft_pictures(dossier))


def check_whole(whole: Whole) -> Iterator[Diagnostic]:
    """The pictures of everything else."""
    yield from _of(other_pictures(whole))


def _of(uses: Iterable[PictureUse]) -> Iterator[Diagnostic]:
    for use in uses:
        if use.path is not None:
            continue
        message, help_ = _told(use.file)
        yield error(CODE, use.where, message, help_)


def _told(file: str) -> tuple[Words, Words]:
    """What is wrong with a name, and the way out; `C:\\cover.jpg` and `images\\cover.jpg` are how Windows writes paths."""
    beside = Words(
        "把图片存到这一页旁边，只写文件名，如 `cover.jpg`；或从 content/ 写起，如 `/shared/kiln.jpg`",
        "save the picture beside the page and write its name, `cover.jpg`, or its path from content/, `/shared/kiln.jpg`",
    )
    if file.lower().startswith(("http:", "https:", "//")):
        elsewhere = Words(
            "图片在别的网站上；页面不向外站要任何东西",
            "the picture lies on another site; pages request nothing from elsewhere",
        )
        return elsewhere, beside
    if found := re.match(r"(?:[A-Za-z]:|\\\\)[\\/]?.*?([^\\/:]*)$", file):
        name = found[1] or "cover.jpg"
        return (
            Words(
                "这是您电脑里的路径，别人的电脑和网站上都没有",
                "this is a path on your computer; no other computer and no site has it",
            ),
            Words(
                f"把图片复制到这一页旁边，只写 `{name}`", f"copy the picture beside the page and write `{name}` only"
            ),
        )
    if "\\" in file:
        slashed = re.sub(r"\\+", "/", file)
        return (
            Words(
                "路径里用了反斜杠 `\\`，这里一律用 `/`",
                "there are backslashes in this path; paths are written with `/` here",
            ),
            Words(f"改成 `{slashed}`", f"write `{slashed}`"),
        )
    return Words("这个文件名指不到 content/ 里的图片", "this name leads to no picture inside content/"), beside
