"""The card to read aloud for the host: per craft three sentences, what may be changed, when it arrives, what is chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ichsite.kit.brief import Brief
from ichsite.kit.plain import one_line, spelled
from ichsite.kit.subject import CraftSubject, StreamLine, Subject, Way

if TYPE_CHECKING:
    from ichsite.render.filters import Speech


def read_aloud(subject: Subject, speech: Speech) -> str:
    """The card as plain text; that of a stream has one block for each of its crafts."""
    if isinstance(subject, CraftSubject):
        return _block(subject.brief, subject.way, (), speech)
    opening = "\n".join((one_line(subject.title), one_line(subject.when)))
    if subject.way.code:
        opening += f"\n{_code(subject.way, speech)}"
    blocks = (_block(line.brief, line.way, _restriction(line, speech), speech) for line in subject.lines)
    return "\n".join((f"{opening}\n", *blocks))


def sentences(brief: Brief) -> tuple[str, str, str]:
    """What may be changed, when it arrives, what nobody can promise."""
    return one_line(brief.change), one_line(brief.days), one_line(brief.chance)


def _block(brief: Brief, way: Way, further: tuple[str, ...], speech: Speech) -> str:
    lines = [f"【{one_line(brief.title)}】", *further, *sentences(brief)]
    if way.code:
        lines.append(_code(way, speech))
    return "\n".join(lines) + "\n"


def _restriction(line: StreamLine, speech: Speech) -> tuple[str, ...]:
    """What this stream does not sell of a craft, before the sentences about it."""
    if not line.shown:
        return ()
    tiers = speech.gettext("list.comma").join(tier.name for tier in line.shown)
    return (speech.gettext("Only shown in this stream, no orders: %(tiers)s") % {"tiers": tiers},)


def _code(way: Way, speech: Speech) -> str:
    return speech.gettext("Short code, one by one: %(code)s") % {"code": spelled(way.code)}
