"""What was found, in groups, with what it was found of; thousands of one kind are counted, not listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from ichsite.text.diagnostic import Diagnostic, Related, order_of, warning
from ichsite.text.place import Place
from ichsite.text.words import Words

GroupName = Literal["texts", "names", "pictures", "machine"]
GROUPS: dict[GroupName, Words] = {
    "texts": Words("文字文件", "Texts"),
    "names": Words("文件和文件夹", "Files and folders"),
    "pictures": Words("图片", "Pictures"),
    "machine": Words("电脑与程序", "This computer"),
}
"""The groups in the order in which they are told."""
MOST_OF_A_KIND = 500
"""Findings of one code that are listed; the others are counted."""
_NAMED = 5


@dataclass(frozen=True)
class Fact:
    """Something of the project or the machine that is as it should be, for whoever is asked for help: `libvips 8.17`."""

    key: str
    words: Words


@dataclass(frozen=True)
class Group:
    """One group and its findings, sorted by place."""

    name: GroupName
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Report:
    """All that was found."""

    groups: tuple[Group, ...]
    facts: tuple[Fact, ...]
    errors: int
    """How many there are, listed or not."""
    warnings: int

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Every finding, group by group."""
        return tuple(finding for group in self.groups for finding in group.findings)


@dataclass
class Tally:
    """Findings as they come in. Memory stays bounded, whatever the number of files."""

    errors: int = 0
    warnings: int = 0

    _kept: dict[tuple[GroupName, str], list[Diagnostic]] = field(
        default_factory=dict[tuple[GroupName, str], list[Diagnostic]]
    )
    _more: dict[tuple[GroupName, str], int] = field(default_factory=dict[tuple[GroupName, str], int])
    _seen: dict[str, tuple[int, list[str]]] = field(default_factory=dict[str, tuple[int, list[str]]])

    def add(self, group: GroupName, finding: Diagnostic) -> None:
        """One finding."""
        self.errors += finding.severity == "error"
        self.warnings += finding.severity == "warning"
        kept = self._kept.setdefault((group, finding.code), [])
        if len(kept) < MOST_OF_A_KIND:
            kept.append(finding)
        else:
            self._more[group, finding.code] = self._more.get((group, finding.code), 0) + 1

    def see(self, what: str, path: str) -> None:
        """One more file of which the same is to be said, at the end and once."""
        count, named = self._seen.get(what, (0, []))
        if len(named) < _NAMED:
            named.append(path)
        self._seen[what] = (count + 1, named)

    def seen(self) -> Iterator[tuple[str, int, tuple[str, ...]]]:
        """What was seen, how often, and the first few places."""
        for what, (count, named) in sorted(self._seen.items()):
            yield what, count, tuple(named)

    def groups(self) -> tuple[Group, ...]:
        """The groups that have findings."""
        found = [Group(name, tuple(self._findings(name))) for name in GROUPS]
        return tuple(group for group in found if group.findings)

    def _findings(self, name: GroupName) -> Iterator[Diagnostic]:
        mine = [one for (group, _), kept in self._kept.items() if group == name for one in kept]
        yield from sorted(mine, key=order_of)
        for (group, code), more in sorted(self._more.items()):
            if group == name:
                first = self._kept[group, code][0]
                said = Words(f"这样的还有 {more:,} 处，没有列出", f"{more:,} more of this kind are not listed")
                yield Diagnostic(code, first.severity, Place("."), said, first.help)


def of_many(code: str, paths: tuple[str, ...], message: Words, help: Words) -> Diagnostic:
    """One warning about many files, at the first, with the next few beside it."""
    also = tuple(Related(Place(path), Words("这里也有", "here too")) for path in paths[1:])
    return warning(code, Place(paths[0]), message, help, also)
