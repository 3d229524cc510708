"""A brief verified: whole, unchanged, of this site, possible; and what has been promised otherwise since then.

Everything is told as findings with a line of what was pasted; what can still be read is kept beside them.
"""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.brief.brief import ReadBrief, read_payload
from ichsite.brief.change_words import ToldChange, told_changes
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
from ichsite.brief.grounds import Grounds
from ichsite.brief.judged import Judged, judged
from ichsite.brief.terms import offer_of
from ichsite.brief.text import Code, ReadText, code_verdict, read_text
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.place import Place


@dataclass(frozen=True)
class Verified:
    """What a brief was found to be. `then` is what is to be said of it by the promise that it names, `today` by that of the
    same offer as it is now; None where they are not known.

    `changed` is what was promised otherwise between the two; None where one of them is not known.
    """

    text: ReadText | None
    fragment: Fragment
    read: ReadBrief
    code: Code
    edits: tuple[Edit, ...]
    then: Judged | None
    today: Judged | None
    changed: tuple[ToldChange, ...] | None
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
    others = tuple(offer_of(one.terms) for one in grounds.others(brief.craft, brief.tier))
    named, current = grounds.of(brief), grounds.today(brief.craft, brief.tier)
    today = judged(brief, current, others) if current is not None else None
    same = named is not None and current is not None and named.version == current.version
    then = today if same else judged(brief, named, others) if named is not None else None
    edits = edits_of(text, brief, named.terms) if text is not None and fragment.intact and named is not None else ()
    place = Place(name)
    findings = [*carrier_findings(place, text, fragment, read), *text_findings(place, text, edits)]
    if "none" not in fragment.faults and brief.craft:
        findings += origin_findings(place, text.address if text is not None else given.strip(), brief, grounds)
        findings += complete_findings(place, read, named or current)
        findings += price_findings(place, brief, then, whole=fragment.intact and read.whole)
        findings += possible_findings(place, then, today)
    changed = None
    if named is not None and current is not None:
        changed = () if same else told_changes(named.terms, current.terms)
    return Verified(text, fragment, read, code_verdict(text), edits, then, today, changed, tuple(findings))
