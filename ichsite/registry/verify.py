"""Claims held against the list, offline.

`registry-code`: the code is on the list. `registry-name`: the project that the page names is that code's.
`registry-region`, `registry-unit`: the region and the protection unit are those of one of its sub-items (warnings, for
districts are renamed and institutions merged). `registry-master`: who is called a national inheritor is on the list,
for that project; who is on the list for it is not called less (a warning).
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.registry.claims import Claims, CraftClaim, MasterClaim, Stamp, Verified
from ichsite.registry.listed import Inheritor, Item, Registry
from ichsite.registry.writing import code_of, same_project, same_region, same_unit
from ichsite.text.diagnostic import Diagnostic, error, warning
from ichsite.text.place import FieldOf
from ichsite.text.suggest import did_you_mean, nearest
from ichsite.text.words import Words

UNKNOWN, NAME, REGION, UNIT, MASTER = (
    "registry-code",
    "registry-name",
    "registry-region",
    "registry-unit",
    "registry-master",
)
_SUGGESTED = 50
"""So many findings look for the nearest name among thousands."""
_NAMED = 6


def verify(registry: Registry, claims: Claims) -> tuple[Verified, tuple[Diagnostic, ...]]:
    """What the list bears out, and what it contradicts. A list without items (or without people) contradicts none."""
    checking = _Checking(registry)
    crafts = {one.slug: stamp for one in claims.crafts if (stamp := checking.craft(one)) is not None}
    masters = {one.slug: stamp for one in claims.masters if (stamp := checking.master(one)) is not None}
    return Verified(crafts, masters), tuple(checking.findings)


class _Checking:
    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.findings: list[Diagnostic] = []
        self.suggested = 0
        self._stamps: dict[Stamp, Stamp] = {}

    def craft(self, claim: CraftClaim) -> Stamp | None:
        """The stamp of a craft; only a national project is one of the national list."""
        code = code_of(claim.code)
        if not self.registry.items or code is None:
            return None  # how a code is written is another rule's
        items = self.registry.by_code.get(code)
        if items is None:
            self.findings.append(self._unknown_code(claim))
            return None
        named = [one for one in items if claim.project is None or same_project(claim.project, one.name)]
        here = [one for one in named if same_region(claim.region, one.region)]
        kept = [one for one in here if claim.unit is None or same_unit(claim.unit, one.unit)]
        if not kept:
            self.findings.append(_contradiction(claim, items, named, here))
            return None
        if claim.level != "national":
            return None
        found = kept[0]
        return self._stamp(found.name, found.batch, found.year)

    def master(self, claim: MasterClaim) -> Stamp | None:
        """The stamp of a master."""
        if not self.registry.inheritors:
            return None
        people = self.registry.by_name.get(claim.name.strip(), ())
        mine = [one for one in people if same_project(claim.project, one.project)]
        if claim.level != "national":
            if mine and claim.level != "none":
                self.findings.append(_more_than_said(claim, mine[0]))
            return None
        if not mine:
            self.findings.append(self._no_inheritor(claim, people))
            return None
        return self._stamp(mine[0].project, mine[0].batch, mine[0].year)

    def _stamp(self, project: str, batch: int, year: int) -> Stamp:
        """One object for all that say the same: ten thousand stamps are kept as a few."""
        stamp = Stamp(project, batch, year)
        return self._stamps.setdefault(stamp, stamp)

    def _unknown_code(self, claim: CraftClaim) -> Diagnostic:
        help = Words(
            "核对编号；名录比你手上的新，就用 `ichsite import registry` 重新导入",
            "look the code up; where the list is newer than yours, import it again",
        )
        wanted = claim.project or claim.title
        if self._may_suggest():
            by_name = {one.name: one.code for one in self.registry.items}
            close = next((name for name in by_name if same_project(wanted, name)), None) or nearest(wanted, by_name)
            if close is not None:
                help = Words(f"是不是 {by_name[close]}（{close}）？", f"did you mean {by_name[close]} ({close})?")
        return error(
            UNKNOWN,
            FieldOf(claim.path, ("code",)),
            Words(f"国家级名录里没有编号 {claim.code}", f"the national list has no code {claim.code}"),
            help,
        )

    def _no_inheritor(self, claim: MasterClaim, people: tuple[Inheritor, ...]) -> Diagnostic:
        if people:
            listed = (
                "、".join(one.project for one in people[:_NAMED]),
                ", ".join(one.project for one in people[:_NAMED]),
            )
            return error(
                MASTER,
                FieldOf(claim.path, ("project",)),
                Words(
                    f"国家级传承人名单里，{claim.name}的项目是{listed[0]}，不是“{claim.project}”",
                    f"on the national list {claim.name} is an inheritor of {listed[1]}, not of {claim.project}",
                ),
                Words(
                    "照名单改 `project`；同名的别人，就改 `level`",
                    "mend `project`; where it is a namesake, mend `level`",
                ),
            )
        colleagues = [one.name for one in self.registry.inheritors if same_project(claim.project, one.project)]
        close = did_you_mean(claim.name, colleagues) if colleagues and self._may_suggest() else None
        return error(
            MASTER,
            FieldOf(claim.path, ("level",)),
            Words(f"国家级传承人名单里没有{claim.name}", f"{claim.name} is not on the list of national inheritors"),
            close
            or Words(
                "核对姓名和级别；不是国家级的，改 `level`",
                "look at the name and the level; mend `level` where it is another",
            ),
        )

    def _may_suggest(self) -> bool:
        self.suggested += 1
        return self.suggested <= _SUGGESTED


def _contradiction(claim: CraftClaim, items: tuple[Item, ...], named: list[Item], here: list[Item]) -> Diagnostic:
    """The first of project, region and unit that no sub-item of the code has."""
    if not named:
        listed = _few(one.name for one in items)
        return error(
            NAME,
            FieldOf(claim.path, ("project",)),
            Words(
                f"编号 {claim.code} 在名录里是{listed.zh}，不是“{claim.project}”",
                f"{claim.code} is {listed.en} on the list, not {claim.project}",
            ),
            Words("照名录改 `project` 或 `code`", "mend `project` or `code` by the list"),
        )
    if not here:
        listed = _few(one.region for one in named)
        return warning(
            REGION,
            FieldOf(claim.path, ("region",)),
            Words(
                f"名录里 {claim.code} 的地区是{listed.zh}，没有“{claim.region}”",
                f"on the list {claim.code} is of {listed.en}, not of {claim.region}",
            ),
            Words(
                "照名录改；技艺在别处传习的，写进正文，`level` 按那里的级别",
                "mend it; where the craft is practised elsewhere, say so in the story and give the level that it has there",
            ),
        )
    listed = _few(one.unit for one in here)
    return warning(
        UNIT,
        FieldOf(claim.path, ("protection_unit",)),
        Words(f"名录里的保护单位是{listed.zh}", f"the protection unit on the list is {listed.en}"),
        Words("照名录改，或删掉 `protection_unit`", "mend it by the list, or remove `protection_unit`"),
    )


def _more_than_said(claim: MasterClaim, found: Inheritor) -> Diagnostic:
    return warning(
        MASTER,
        FieldOf(claim.path, ("level",)),
        Words(
            f"国家级传承人名单里有{claim.name}（{found.project}），这里写的级别低了",
            f"{claim.name} is on the list of national inheritors ({found.project}); the level here is lower",
        ),
        Words(
            "是同一个人，就写 `level: national`；是同名的人，不用管",
            "write `level: national` where it is the same person",
        ),
    )


def _few(names: Iterator[str]) -> Words:
    every = [name for name in dict.fromkeys(names) if name]
    more = len(every) - _NAMED
    zh, en = "、".join(every[:_NAMED]), ", ".join(every[:_NAMED])
    return Words(f"{zh} 等 {len(every)} 个", f"{en} and {more} more") if more > 0 else Words(zh, en)
