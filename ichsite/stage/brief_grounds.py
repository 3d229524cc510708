"""What a brief is held against: today's terms of every offer, and every promise in `content/promises/`."""

from __future__ import annotations

from ichsite.brief.grounds import Grounds, Promised
from ichsite.brief.promise import name_of, read_promise
from ichsite.brief.terms import Promiser, TermsRefused, terms_json, terms_of, version_of
from ichsite.model.tier import TIERS, TierName
from ichsite.read.tree import read_file
from ichsite.stage.desk import Desk
from ichsite.stage.known import Known


def brief_grounds(desk: Desk, known: Known) -> Grounds:
    """The grounds of a site; a promise's file is read when a brief names it."""
    site, tiers = known.catalog.site.value, known.catalog.tiers
    names: tuple[tuple[TierName, str], ...] = ()
    if tiers is not None:
        names = tuple((tier, tiers.value.of(tier).title) for tier in TIERS)
    seller = site.seller.name if site.seller is not None else ""
    promiser = Promiser(seller, site.language, site.currency, names)
    current: dict[tuple[str, str], Promised] = {}
    for slug, held in known.dossiers.items():
        dossier, craft = desk.memo.take(held), known.entered.book.id("craft", slug)
        for assessed in dossier.offers:
            terms = terms_of(dossier, assessed, craft, promiser)
            current[craft, terms.tier] = Promised(version_of(terms_json(terms)), None, terms)
    paths = {name.version: found.path for found in known.tree.files if (name := name_of(found.path)) is not None}
    today = {one.version: one for one in current.values()}

    def promised(version: str) -> Promised | None:
        if version not in paths:
            return today.get(version)
        try:
            promise, right = read_promise(read_file(desk.project.root, paths[version]))
        except (OSError, TermsRefused):
            return None  # `check` says what is wrong with the file
        return Promised(version, promise.since[0].day, promise.terms) if right == version else None

    return Grounds(site.base_url.rstrip("/") + "/", current, promised)
