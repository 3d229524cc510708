"""A picture beside a page: the file as written, and what it shows in words."""

from __future__ import annotations

from typing import Annotated

from ichsite.model.entry import entry
from ichsite.model.scalar import Text, YesNo
from ichsite.model.verbatim import Verbatim

PictureFile = Annotated[str, Verbatim(200)]


@entry
class Picture:
    """`file` is relative to the page's own folder, or starts with `/` from `content/`.

    `alt` may be missing here so that one rule can say it for every picture; a page never shows one without.
    `consent_record` (private) says where the consent of the person in the picture is kept; where it `shows_child`,
    that of the guardian.
    """

    file: PictureFile
    alt: Annotated[str, Text(300)] | None = None
    caption: Annotated[str, Text(200)] | None = None
    illustration: Annotated[bool, YesNo()] = False
    ai_generated: Annotated[bool, YesNo()] = False
    shows_person: Annotated[bool, YesNo()] = False
    shows_child: Annotated[bool, YesNo()] = False
    consent_record: Annotated[str, Verbatim(200)] | None = None

    @property
    def shows_somebody(self) -> bool:
        """Whether a person can be recognised in it, of any age."""
        return self.shows_person or self.shows_child


@entry
class Drawing:
    """An SVG beside the file; it is published as what is left of it by the allow-list (`ichsite.media.drawing`)."""

    file: PictureFile
    alt: Annotated[str, Text(300)]
    ai_generated: Annotated[bool, YesNo()] = False
