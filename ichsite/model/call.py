"""A call for ideas 征集: what is asked before a stream, where to answer, until when, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Literal

from ichsite.model.at_most import AtMost
from ichsite.model.craft import Reference, ShortWords
from ichsite.model.entry import entry
from ichsite.model.naming import AddressField, Aliases, Identifier, Replaces
from ichsite.model.outside import WebAddress
from ichsite.model.platform import ANSWER_PLACE_TERMS, AnswerPlace
from ichsite.model.scalar import Day, Text, YesNo
from ichsite.model.span import PriceRange
from ichsite.model.stream import Stream

CallState = Literal["upcoming", "open", "closed", "answered"]
DAYS_BEFORE_STREAM = 7
"""So long before its stream a call opens where nothing else is written (the study: “from a week before a stream”)."""


@entry
class CallAnswer:
    """One place to answer: a platform, a group, a form, a hashtag; `words` say how, `url` leads there."""

    where: Annotated[AnswerPlace, ANSWER_PLACE_TERMS]
    words: Annotated[str, Text(120)]
    url: WebAddress | None = None


@entry
class CallWants:
    """What an idea should say: the uses and occasions in question, and about how much it may cost."""

    uses: ShortWords = ()
    occasions: ShortWords = ()
    budget: PriceRange | None = None


@entry
class CallOutcome:
    """What became of the ideas, and the day on which it was said."""

    answered: Annotated[date, Day()]
    words: Annotated[str, Text(400, lines=True)]


@entry
class Call:
    """The front matter of `content/calls/<slug>.md`; the body says more of what is asked."""

    id: Identifier | None = None
    address: AddressField | None = None
    aliases: Aliases = ()
    replaces: Replaces = ()
    title: Annotated[str, Text(60)]
    question: Annotated[str, Text(120)]
    summary: Annotated[str, Text(200)]
    stream: Reference | None = None
    crafts: Annotated[tuple[Reference, ...], AtMost(24)] = ()
    opens: Annotated[date, Day()] | None = None
    closes: Annotated[date, Day()] | None = None
    answers: Annotated[tuple[CallAnswer, ...], AtMost(12)] = ()
    wants: CallWants | None = None
    reward: Annotated[str, Text(200)] | None = None
    outcome: CallOutcome | None = None
    draft: Annotated[bool, YesNo()] = False


@dataclass(frozen=True)
class CallDays:
    """The days of a call, both of them within it; `answered` is None until its outcome is told."""

    opens: date
    closes: date
    answered: date | None = None

    def state(self, today: date) -> CallState:
        """How the call stands on a day; what was answered is so whether or not it has closed."""
        if self.answered is not None and self.answered <= today:
            return "answered"
        return "upcoming" if today < self.opens else "open" if today <= self.closes else "closed"


def call_days(call: Call, stream: Stream | None) -> CallDays | None:
    """The days as written, or as they follow from the stream: from a week before it to its day, in its own zone.

    None where neither says them.
    """
    live = stream.starts.date() if stream is not None else None
    opens = call.opens or (live - timedelta(days=DAYS_BEFORE_STREAM) if live is not None else None)
    closes = call.closes or live
    if opens is None or closes is None:
        return None
    return CallDays(opens, closes, call.outcome.answered if call.outcome is not None else None)
