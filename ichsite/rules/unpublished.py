"""What has a file but is not in the catalogue: drafts, what was withdrawn, and files with errors of their own."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.rules.whole import Whole
from ichsite.text.address import ContentKind
from ichsite.text.words import Words

KIND_TERMS: dict[ContentKind, Words] = {
    "craft": Words("作品", "craft"),
    "master": Words("传承人", "master"),
    "showcase": Words("买家秀", "showcase"),
    "stream": Words("直播", "stream"),
    "call": Words("征集", "call for ideas"),
    "material": Words("素材", "material"),
    "audience": Words("人群", "audience"),
    "poll": Words("投票", "poll"),
    "idea": Words("点子", "batch of ideas"),
    "design": Words("设计共创", "design session"),
    "event": Words("活动", "event"),
    "feedback": Words("反馈", "feedback theme"),
    "post": Words("文章", "post"),
    "page": Words("页面", "page"),
    "tier": Words("层级", "tier"),
}
_FILES: dict[ContentKind, tuple[str, ...]] = {
    "craft": ("content/crafts/{}/index.md", "content/crafts/{}/customization.yaml"),
    "master": ("content/masters/{}/index.md", "content/masters/{}.md"),
    "showcase": ("content/showcases/{}/showcase.yaml", "content/showcases/{}.yaml"),
    "stream": ("content/streams/{}/index.md", "content/streams/{}.md"),
    "call": ("content/calls/{}/index.md", "content/calls/{}.md"),
    "material": ("content/materials/{}/index.md", "content/materials/{}.md"),
    "audience": (),
    "poll": ("content/polls/{}/poll.yaml", "content/polls/{}.yaml"),
    "idea": ("content/ideas/{}/ideas.yaml", "content/ideas/{}.yaml"),
    "design": ("content/designs/{}/index.md", "content/designs/{}.md"),
    "event": ("content/events/{}/index.md", "content/events/{}.md"),
    "feedback": ("content/feedback/{}/index.md", "content/feedback/{}.md"),
    "post": ("content/posts/{}/index.md", "content/posts/{}.md"),
    "page": ("content/pages/{}/index.md", "content/pages/{}.md"),
    "tier": (),
}


@dataclass(frozen=True)
class Unpublished:
    """An item's file that is there although the item is not published; `broken` where it has errors of its own."""

    path: str
    broken: bool
    withdrawn: bool = False


def unpublished(whole: Whole, kind: ContentKind, name: str) -> Unpublished | None:
    """The file of an item that the catalogue does not have; None where there is no file either."""
    paths = [path for form in _FILES[kind] if (path := form.format(name)) in whole.files]
    if not paths:
        return None
    withdrawn = any(one.path in paths for one in whole.catalog.withdrawn)
    return Unpublished(paths[0], any(path in whole.broken for path in paths), withdrawn)
