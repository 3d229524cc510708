"""A story: sanitised HTML, cut open where it points at something, so that addresses are put in when they are known."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.text.place import Place


@dataclass(frozen=True)
class StoryLink:
    """The target of one `href`, as the author wrote it."""

    target: str
    place: Place


@dataclass(frozen=True)
class StoryPicture:
    """One picture inside a story: the file, its alt text (empty where the author gave none), its caption."""

    file: str
    alt: str
    title: str
    place: Place


StoryPart = str | StoryLink | StoryPicture


@dataclass(frozen=True)
class Story:
    """HTML pieces and what stands between them; `anchors` are the ids that links may point at.

    `foreign`: in the main language, on a page that speaks another. `unwritten`: the first mark of a scaffold, if any
    is left (`ichsite.text.placeholder`).
    """

    parts: tuple[StoryPart, ...] = ()
    anchors: tuple[str, ...] = ()
    opening: str = ""
    foreign: bool = False
    unwritten: Place | None = None

    @property
    def links(self) -> tuple[StoryLink, ...]:
        """Every link of the story."""
        return tuple(part for part in self.parts if isinstance(part, StoryLink))

    @property
    def pictures(self) -> tuple[StoryPicture, ...]:
        """Every picture inside the story."""
        return tuple(part for part in self.parts if isinstance(part, StoryPicture))
