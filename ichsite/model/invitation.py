"""The invitation 晒单邀请: how buyers are asked to show what they received, in `site.yaml`."""

from __future__ import annotations

from typing import Annotated

from ichsite.model.at_most import AtMost
from ichsite.model.entry import entry
from ichsite.model.outside import WebAddress
from ichsite.model.platform import ANSWER_PLACE_TERMS, AnswerPlace
from ichsite.model.scalar import Text
from ichsite.model.scope import SCOPE_TERMS, Scope


@entry
class SendPlace:
    """One place to send it to: a platform, a group, a form, a hashtag; `words` say how, `url` leads there."""

    where: Annotated[AnswerPlace, ANSWER_PLACE_TERMS]
    words: Annotated[str, Text(120)]
    url: WebAddress | None = None


@entry
class AskedConsent:
    """What a buyer is asked to agree to, in words, and how it is taken back."""

    words: Annotated[str, Text(400, lines=True)]
    scope: tuple[Annotated[Scope, SCOPE_TERMS], ...]
    withdraw: Annotated[str, Text(200)]


@entry
class Invitation:
    """`show` is what is worth showing, a line each; `gets` what one gets for it; `contact` who answers questions."""

    summary: Annotated[str, Text(200)]
    show: Annotated[str, Text(400, lines=True)] | None = None
    places: Annotated[tuple[SendPlace, ...], AtMost(12)] = ()
    gets: Annotated[str, Text(200)] | None = None
    consent: AskedConsent | None = None
    contact: Annotated[str, Text(120)] | None = None
