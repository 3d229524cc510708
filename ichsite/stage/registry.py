"""registry: what the site claims held against the official list, where the site has one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ichsite.assess.card import CraftCard
from ichsite.catalog.catalog import Catalog
from ichsite.engine.memo import Task
from ichsite.model.shelf import Shelf
from ichsite.read.regular import read_regular, real_path
from ichsite.read.sources import ChangedMeanwhile, load_digests
from ichsite.read.tree import Tree, digest_of
from ichsite.registry.claims import Claims, CraftClaim, MasterClaim, Verified
from ichsite.registry.file import MOST_BYTES, read_registry
from ichsite.registry.listed import PATH
from ichsite.registry.verify import verify
from ichsite.stage.desk import Desk
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.fingerprint import of_parts


@dataclass(frozen=True)
class RegistryTask:
    """The list's bytes and the claims."""

    data: bytes
    claims: Claims


@dataclass(frozen=True)
class Checked:
    """What the list bears out, and what is to be said of the rest."""

    verified: Verified
    findings: tuple[Diagnostic, ...]


def check_claims(task: RegistryTask, _shelf: Shelf) -> tuple[Checked, None]:
    """The claims verified, as a task: the list is decoded only where it or a claim is new."""
    registry, broken = read_registry(task.data)
    if broken:
        return Checked(Verified(), broken), None
    return Checked(*verify(registry, task.claims)), None


VERIFY: Task[RegistryTask, Checked] = Task("registry", check_claims)


def verify_claims(
    desk: Desk, tree: Tree, catalog: Catalog, cards: Mapping[str, CraftCard]
) -> tuple[Verified, tuple[Diagnostic, ...]]:
    """The stamps of crafts and masters; none, and no work, where the site has no list."""
    found = [file for file in tree.files if file.path == PATH]
    if not found:
        return Verified(), ()
    digests, known, findings = load_digests(desk.project.root, found, desk.state.stats)
    desk.state.next_stats.update(known)
    if PATH not in digests:
        return Verified(), findings
    claimed = _claimed(catalog, cards)

    def make(_position: int) -> RegistryTask:
        try:
            data = read_regular(real_path(desk.project.root, PATH), MOST_BYTES * 2)
        except OSError as gone:
            raise ChangedMeanwhile(PATH) from gone
        if digest_of(data) != digests[PATH]:
            raise ChangedMeanwhile(PATH)
        return RegistryTask(data, claims_of(catalog, cards))

    result = desk.memo.map(VERIFY, [of_parts(digests[PATH], claimed)], make)[0].small
    return result.verified, (*findings, *result.findings)


def _claimed(catalog: Catalog, cards: Mapping[str, CraftCard]) -> str:
    """Everything that `claims_of` is made of, as one text: it costs a tenth of a fingerprint of the claims themselves.
    No field of a file holds the sign that parts them."""
    crafts = (
        f"{one.slug}\x1f{one.path}\x1f{one.title}\x1f{one.code}\x1f{one.level}\x1f{one.region}"
        f"\x1f{one.project}\x1f{one.protection_unit}"
        for one in cards.values()
        if one.code is not None
    )
    masters = (
        f"{one.slug}\x1f{one.path}\x1f{one.value.title}\x1f{one.value.level}\x1f{one.value.project}"
        for one in catalog.masters
    )
    return "\x1e".join((*crafts, "\x1d", *masters))


def claims_of(catalog: Catalog, cards: Mapping[str, CraftCard]) -> Claims:
    """What the site claims: crafts with a code, masters with a level."""
    crafts = tuple(
        CraftClaim(
            card.slug, card.path, card.title, card.code, card.level, card.region, card.project, card.protection_unit
        )
        for card in cards.values()
        if card.code is not None
    )
    masters = tuple(
        MasterClaim(one.slug, one.path, one.value.title, one.value.level, one.value.project)
        for one in catalog.masters
        if one.value.level != "none"
    )
    return Claims(crafts, masters)
