"""What a description says, in pieces by importance: the way to the page, the window, the chance, then the rest.

A text that is pasted can never be edited: it says days and not dates, names no price, and says where the dates of
the day stand. Where addresses are barred there is none in it, but the short code, one by one, and words that lead on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ichsite.kit.brief import Brief, TierBrief
from ichsite.kit.fitting import Piece
from ichsite.kit.plain import hashtag, spelled
from ichsite.kit.subject import AskedKind, AskedLine, CraftSubject, StreamLine, StreamSubject, Subject, Way
from ichsite.model.site import LinkRule

if TYPE_CHECKING:
    from ichsite.render.filters import Speech

_LEADING: dict[str, str] = {
    "clickable": "Details: %(address)s",
    "text": "Copy into a browser: %(address)s",
    "profile": "Link in the profile: %(address)s",
}
_ASKED: dict[AskedKind, str] = {
    "call": "Ideas wanted until %(day)s: %(words)s",
    "poll": "Vote until %(day)s: %(words)s",
    "event": "%(event)s until %(day)s: %(words)s",
}


class Writer:
    """Writes the pieces of a text for one platform; `address` makes the full address of a way, with its parameters."""

    def __init__(self, speech: Speech, links: LinkRule, parameters: str, shop: str) -> None:
        self.speech, self.links, self.parameters, self.shop = speech, links, parameters, shop

    def description(self, subject: Subject, hashtags: tuple[str, ...]) -> tuple[Piece, ...]:
        """The pieces of a description; `hashtags` are as many as count."""
        pieces = self._craft(subject) if isinstance(subject, CraftSubject) else self._stream(subject)
        tags = [tag for word in hashtags if (tag := hashtag(word))]
        variants = tuple(" ".join(tags[:number]) for number in range(len(tags), 0, -1))
        return (*pieces, Piece("hashtags", variants))

    def title(self, subject: Subject) -> tuple[Piece, ...]:
        """The pieces of a title: the name, and where there is room the days or the hour."""
        named = Piece("title", (subject.title,), essential=True, may_be_cut=True)
        if isinstance(subject, StreamSubject):
            return named, Piece("when", (subject.when,))
        quickest = next((tier for tier in subject.brief.tiers if tier.takes_orders and tier.days), None)
        return (named, Piece("window", (quickest.arrival,))) if quickest is not None else (named,)

    def address(self, way: Way) -> str:
        """The full short address, with the parameters before any `#`."""
        whole = self.speech.absolute(way.short)
        if not self.parameters:
            return whole
        page, mark, anchor = whole.partition("#")
        return f"{page}{'&' if '?' in page else '?'}{self.parameters}{mark}{anchor}"

    def _craft(self, subject: CraftSubject) -> tuple[Piece, ...]:
        say, brief = self.speech.gettext, subject.brief
        return (
            self._way(subject.way, subject.title),
            Piece("window", self._window(brief), essential=True),
            Piece("notice", (brief.notice,), essential=True),
            Piece(
                "days-note",
                (
                    say(
                        "Days count from your written confirmation, with the queue of today and the way; the queue changes, so the page holds on the day of the order."
                    ),
                ),
            ),
            Piece("summary", (self._named(subject.title, brief.summary),), may_be_cut=True),
            Piece("change", (brief.change,)),
            Piece("chance", (brief.chance,)),
            Piece("written", (say("Ask for a written confirmation before anything is made."),)),
        )

    def _stream(self, subject: StreamSubject) -> tuple[Piece, ...]:
        say = self.speech.gettext
        note = say(
            "Days count from your written confirmation, with the queue of today and the way; the queue changes, so the page holds on the day of the order."
        )
        return (
            self._way(subject.way, subject.title),
            Piece("when", (say("Live on %(when)s") % {"when": subject.when},), essential=True),
            Piece("window", self._stream_window(subject), essential=True),
            Piece("notice", (self._stream_notice(subject.lines),), essential=True),
            *(Piece("craft", self._line(line)) for line in subject.lines),
            *(Piece(one.kind, self._asked(one)) for one in subject.asked),
            Piece("days-note", (note if subject.sold else "",)),
            Piece("summary", (self._named(subject.title, subject.summary),), may_be_cut=True),
            Piece("written", (say("Ask for a written confirmation before anything is made.") if subject.sold else "",)),
        )

    def _way(self, way: Way, title: str) -> Piece:
        say = self.speech.gettext
        if self.links != "barred":
            return Piece("way", (say(_LEADING[self.links]) % {"address": self.address(way)},), essential=True)
        if way.code:
            # at length it says where a code is typed; where there is no room, what is to be seen anyway
            long = say("Short code %(code)s, typed in the catalogue of %(shop)s; or the QR picture in the stream")
            short = say("Short code %(code)s: see the QR picture in the stream, or the shop's card")
            told = {"code": spelled(way.code), "shop": self.shop}
            return Piece("way", (long % told, short % told), essential=True)
        said = say("See the QR picture in the stream, or the shop's card: %(title)s") % {"title": title}
        return Piece("way", (said,), essential=True)

    def _window(self, brief: Brief) -> tuple[str, ...]:
        """When it arrives: at length, and for a field that shows little."""
        say = self.speech.gettext
        arrivals = say("list.semicolon").join(tier.arrival for tier in brief.tiers)
        if all(tier.window is None for tier in brief.tiers):
            return (arrivals,)
        offline = say("%(tier)s is commissioned offline")
        short = [tier.arrival if tier.takes_orders else offline % {"tier": tier.name} for tier in brief.tiers]
        return say("From your written confirmation: %(arrivals)s") % {"arrivals": arrivals}, say("list.semicolon").join(
            short
        )

    def _stream_window(self, subject: StreamSubject) -> tuple[str, ...]:
        say = self.speech.gettext
        if not subject.sold:
            return (say("This stream only shows and takes no orders"),)
        if (span := subject.days) is None:
            return (say("Ask for the days before you order"),)
        days = {"days": self.speech.days(span)}
        return (
            say("Orders of this stream arrive in %(days)s, from your written confirmation") % days,
            say("Orders arrive in %(days)s") % days,
        )

    def _stream_notice(self, lines: tuple[StreamLine, ...]) -> str:
        notices = list(dict.fromkeys(line.brief.notice for line in lines if line.brief.notice))
        if not notices:
            return ""
        notice = notices[0] if len(notices) == 1 else self.speech.label("none", "kit-notice")
        if all(line.brief.notice for line in lines):
            return notice
        return self.speech.gettext("Some of the pieces: %(notice)s") % {"notice": notice}

    def _line(self, line: StreamLine) -> tuple[str, ...]:
        """What a stream says of one craft: with its own address, and without."""
        say = self.speech.gettext
        parts = [tier.arrival for tier in line.sold]
        parts += [self._only_shown(tier) for tier in line.shown]
        said = say("· %(title)s: %(tiers)s") % {
            "title": line.brief.title,
            "tiers": say("list.semicolon").join(parts),
        }
        if self.links == "barred" or not line.way.code:
            return (said,)
        return f"{said} {self.address(line.way)}", said

    def _asked(self, asked: AskedLine) -> tuple[str, ...]:
        """What is asked before a stream: with its own address, and without."""
        form = _ASKED[asked.kind] if asked.event is None or asked.until else "%(event)s on %(day)s: %(words)s"
        said = self.speech.gettext(form) % {
            "event": self.speech.label(asked.event, "event-kind") if asked.event is not None else "",
            "day": self.speech.day_short(asked.day),
            "words": asked.words,
        }
        if self.links == "barred" or not asked.way.code:
            return (said,)
        return f"{said} {self.address(asked.way)}", said

    def _only_shown(self, tier: TierBrief) -> str:
        msgid = "%(tier)s is only shown" if tier.takes_orders else "%(tier)s is only shown and commissioned offline"
        return self.speech.gettext(msgid) % {"tier": tier.name}

    def _named(self, title: str, summary: str) -> str:
        return self.speech.gettext("%(title)s – %(summary)s") % {"title": title, "summary": summary}
