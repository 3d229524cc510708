"""A brief verified: whole, unchanged, of this site, possible; and what has been promised otherwise since then.

Everything is told as findings with a line of what was pasted; what can still be read is kept beside them.
"""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.assess.wish import Refusal, refusals
from ichsite.brief.brief import Brief, ReadBrief, read_payload
from ichsite.brief.code import Fragment, read_fragment
from ichsite.brief.edits import Edit, edits_of
from ichsite.brief.findings import (
    carrier_findings,
    complete_findings,
    origin_findings,
    possible_findings,
    price_findings,
    text_findings,
)
from ichsite.brief.grounds import Grounds, Promised
from ichsite.brief.terms import offer_of
from ichsite.brief.text import Code, ReadText, code_verdict, read_text
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.place import Place


@dataclass(frozen=True)
class Verified:
    """What a brief was found to be. `then` is the promise that it names, `today` that of the same offer as it is now.

    `refused_then` and `refused_today` are what the thresholds of both forbid; None where they are not known.
    """

    text: ReadText | None
    fragment: Fragment
    read: ReadBrief
    code: Code
    edits: tuple[Edit, ...]
    then: Promised | None
    today: Promised | None
    refused_then: tuple[Refusal, ...] | None
    refused_today: tuple[Refusal, ...] | None
    findings: tuple[Diagnostic, ...]

    @property
    def confirmed(self) -> bool:
        """Whether it stands as a confirmation: unchanged, complete, of a promise of this site, and possible under it."""
        return not any(one.severity == "error" for one in self.findings)


def verify(name: str, given: str, grounds: Grounds) -> Verified:
    """What stands in `given`, a text or an address; `name` is how its findings call it. Nothing is raised."""
    text = read_text(given)
    fragment = read_fragment(text.address if text is not None else given.strip())
    read = read_payload(fragment.payload)
    brief = read.brief
    then, today = grounds.of(brief), grounds.current.get((brief.craft, brief.tier))
    edits = edits_of(text, brief, then.terms) if text is not None and fragment.intact and then is not None else ()
    refused_then, refused_today = _refused(brief, then), _refused(brief, today)
    place = Place(name)
    findings = [*carrier_findings(place, text, fragment, read), *text_findings(place, text, edits)]
    if "none" not in fragment.faults and read.brief.craft:
        findings += origin_findings(place, text.address if text is not None else given.strip(), brief, grounds)
        findings += complete_findings(place, read, then or today)
        findings += price_findings(place, brief, then)
        same = then is not None and today is not None and then.version == today.version
        findings += possible_findings(place, refused_then, refused_today, same)
    return Verified(
        text, fragment, read, code_verdict(text), edits, then, today, refused_then, refused_today, tuple(findings)
    )


def _refused(brief: Brief, promise: Promised | None) -> tuple[Refusal, ...] | None:
    return refusals(offer_of(promise.terms), brief.wish) if promise is not None else None
