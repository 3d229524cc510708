"""One file of the library made ready, as a task: what it is published as, or why it is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ichsite.media.captions import checked_captions
from ichsite.media.drawing import drawn
from ichsite.media.film import film_ending
from ichsite.media.refusal import Fault, Refused
from ichsite.text.words import Words

Role = Literal["drawing", "captions", "film"]


@dataclass(frozen=True)
class ReadyTask:
    """A file: what it is for, its name, its bytes (of a film the first few), how many it has.

    `seconds` is the length of the film that captions belong to, `ai_generated` whether a drawing is AI's, `placed`
    whether a film says where it was taken.
    """

    role: Role
    name: str
    data: bytes
    size: int
    seconds: int = 0
    ai_generated: bool = False
    placed: bool = False


@dataclass(frozen=True)
class Readied:
    """What is published: its ending, of a drawing its size; empty where it is refused. The faults say why, or what was
    left out."""

    ending: str = ""
    width: float = 0
    height: float = 0
    faults: tuple[Fault, ...] = ()


def readied(task: ReadyTask, _shelf: object = None) -> tuple[Readied, bytes | None]:
    """The file ready to be published and its bytes; of a film no bytes, for it is published as it is."""
    try:
        if task.role == "film":
            return Readied(film_ending(task.data, task.name, task.size, placed=task.placed)), None
        if task.role == "captions":
            return Readied("vtt"), checked_captions(task.data, task.seconds)
        one = drawn(task.data, ai_generated=task.ai_generated)
    except Refused as refused:
        return Readied(faults=(refused.fault,)), None
    faults = (stripped(one.dropped),) if one.dropped else ()
    return Readied("svg", one.width, one.height, faults), one.data


def stripped(dropped: tuple[str, ...]) -> Fault:
    """What is said where something of an SVG is not published."""
    shown = dropped[:8]
    more = "…" if len(dropped) > len(shown) else ""
    return Refused(
        "drawing-stripped",
        Words(f"SVG 里的 {'、'.join(shown)}{more} 没有发布", f"left out of the SVG: {', '.join(shown)}{more}"),
        Words(
            "看看素材页上的图有没有变样：字转成路径，照片换成 PNG；没有变样，就从 SVG 里删掉这些",
            "see whether the drawing still looks right: turn text into paths, use a PNG for photographs; then delete these from the SVG",
        ),
    ).fault
