"""What a brief is held against: today's version of every offer, and every promise that was ever published."""

from __future__ import annotations

from ichsite.brief.grounds import Grounds, Promised
from ichsite.brief.terms import TermsRefused, read_terms
from ichsite.stage.desk import Desk
from ichsite.stage.known import Known
from ichsite.stage.promises import text_of


def brief_grounds(desk: Desk, known: Known) -> Grounds:
    """The grounds of a site. What was promised is read where a brief names it; what the next build will write down first has
    no day yet."""
    stage = known.promises
    unwritten = {one.version for one in stage.new if len(one.since) == 1}

    def promised(version: str) -> Promised | None:
        data = text_of(desk, stage, version)
        if data is None:
            return None
        kept = stage.promises.by_version.get(version)
        since = kept.since[0].day if kept is not None and version not in unwritten else None
        try:
            return Promised(version, since, read_terms(data))
        except TermsRefused:
            return None  # `check` says what is wrong with the file

    base = known.catalog.site.value.base_url.rstrip("/") + "/"
    return Grounds(base, {**stage.promises.today}, promised)
