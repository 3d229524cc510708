"""A poll 投票: what could be chosen, how many chose it on which platform, and what was done with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any, Literal

from ichsite.model.at_most import AtMost
from ichsite.model.call import ANSWER_PLACE_TERMS, DAYS_BEFORE_STREAM, AnswerPlace, CallAnswer, CallDays
from ichsite.model.craft import Reference
from ichsite.model.entry import entry
from ichsite.model.naming import AddressField, Aliases, Identifier, Replaces
from ichsite.model.outside import WebAddress
from ichsite.model.picture import Picture
from ichsite.model.review import REVIEW_TERMS, ReviewStatus, TableOrigin
from ichsite.model.scalar import Day, Text, Whole, YesNo
from ichsite.model.stream import Stream
from ichsite.text.place import FieldPath

if TYPE_CHECKING:
    from pydantic_core.core_schema import CoreSchema

PollState = Literal["upcoming", "open", "closed", "counted", "answered"]
Votes = tuple[tuple[str, int], ...]
"""How many chose each option, by its id, in the order in which it is written."""
_NUMBER = Whole(0, 100_000_000)


class ByOption:
    """A marker for `Annotated[Votes, ByOption()]`: written as `option-id: votes`, kept as pairs."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        from pydantic_core import core_schema

        counts = core_schema.dict_schema(core_schema.str_schema(), _NUMBER.__get_pydantic_core_schema__(int, handler))
        return core_schema.no_info_after_validator_function(_pairs, counts)

    def __get_pydantic_json_schema__(self, core: object, handler: object) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": _NUMBER.schema()}


def _pairs(votes: dict[str, int]) -> Votes:
    return tuple(votes.items())


@entry
class PollOption:
    """What may be chosen; counts name it by its `id`."""

    id: Identifier
    label: Annotated[str, Text(60)]
    note: Annotated[str, Text(200)] | None = None
    picture: Picture | None = None


@entry
class PollCount:
    """The votes of one platform, group or form, on the day on which they were read; `source` says from what.

    `voters` is how many people voted, where it is known: with several choices each there are more votes than voters.
    """

    where: Annotated[AnswerPlace, ANSWER_PLACE_TERMS]
    source: Annotated[str, Text(200)]
    url: WebAddress | None = None
    counted: Annotated[date, Day()]
    voters: Annotated[int, _NUMBER] | None = None
    votes: Annotated[Votes, ByOption()]


@entry
class PollOutcome:
    """What was done with the votes and the day on which it was said; `chosen` are the options that it is about."""

    answered: Annotated[date, Day()]
    words: Annotated[str, Text(400, lines=True)]
    chosen: Annotated[tuple[Identifier, ...], AtMost(24)] = ()


@entry
class Poll:
    """`content/polls/<slug>.yaml`. Each voter may choose `at_most` of the options.

    Only what is `published` is in the catalogue; what is `pending` waits for somebody to read it.
    """

    id: Identifier | None = None
    status: Annotated[ReviewStatus, REVIEW_TERMS] = "published"
    address: AddressField | None = None
    aliases: Aliases = ()
    replaces: Replaces = ()
    title: Annotated[str, Text(60)]
    question: Annotated[str, Text(120)]
    summary: Annotated[str, Text(200)]
    call: Reference | None = None
    stream: Reference | None = None
    design: Reference | None = None
    crafts: Annotated[tuple[Reference, ...], AtMost(24)] = ()
    opens: Annotated[date, Day()] | None = None
    closes: Annotated[date, Day()] | None = None
    answers: Annotated[tuple[CallAnswer, ...], AtMost(12)] = ()
    at_most: Annotated[int, Whole(1, 24)] = 1
    options: Annotated[tuple[PollOption, ...], AtMost(24)]
    counts: Annotated[tuple[PollCount, ...], AtMost(24)] = ()
    outcome: PollOutcome | None = None
    origin: TableOrigin | None = None
    draft: Annotated[bool, YesNo()] = False

    @property
    def placed_pictures(self) -> Iterator[tuple[FieldPath, Picture]]:
        """The pictures of its options, each with the field that names it."""
        for at, option in enumerate(self.options):
            if option.picture is not None:
                yield ("options", at, "picture"), option.picture


@dataclass(frozen=True)
class PollDays:
    """The days of a poll, both of them within it; None where only its counts are known.

    `counted` is the last day on which votes were read, `answered` that of its outcome; None until there is one.
    """

    opens: date | None
    closes: date | None
    counted: date | None = None
    answered: date | None = None

    def state(self, today: date) -> PollState:
        """How the poll stands on a day. Votes that were read while it is open do not close it."""
        if self.answered is not None and self.answered <= today:
            return "answered"
        if self.opens is not None and today < self.opens:
            return "upcoming"
        if self.closes is not None and today <= self.closes:
            return "open"
        return self.over

    @property
    def over(self) -> PollState:
        """How it stands once its last day is over."""
        return "counted" if self.counted is not None else "closed"


def poll_days(poll: Poll, call: CallDays | None, stream: Stream | None) -> PollDays | None:
    """The days as written, or those of its call, or as they follow from its stream as those of a call do.

    None where nothing says on which days it is open, nor has anybody counted.
    """
    live = stream.starts.date() if stream is not None else None
    before = live - timedelta(days=DAYS_BEFORE_STREAM) if live is not None else None
    opens = poll.opens or (call.opens if call is not None else before)
    closes = poll.closes or (call.closes if call is not None else live)
    counted = max((one.counted for one in poll.counts), default=None)
    if (opens is None or closes is None) and counted is None:
        return None
    return PollDays(opens, closes, counted, poll.outcome.answered if poll.outcome is not None else None)
