"""Publishing: the new site is laid out in a spare folder, then exchanged with the old one in one step.

The spare is the site before the last one; only what changed since is touched in it, so that an edit costs
what the edit is worth. Files that are the same in both are hard links; nothing is ever changed in place.
Whatever fails before the exchange leaves the published site as it was.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from pathlib import Path

from ichsite.read.tree import Stat
from ichsite.text.address import OutputPath
from ichsite.text.fingerprint import Fingerprint, of_bytes
from ichsite.write.exchange import exchange, mend
from ichsite.write.folder import MARKER, Lying, OutputRefused, in_the_way, lying_in, marked_paths, marker_text
from ichsite.write.inner_paths import check_inside, folders_after, folders_of
from ichsite.write.manifest import Ledger, Parts, Written, load_ledger, save_ledger
from ichsite.write.spare import is_folder, remove_spare, same_stranger, stat_of
from ichsite.write.standing import Standing

_MARKER = OutputPath(MARKER)
_NEW_MARKER = OutputPath(f"{MARKER}.new")


class Publisher:
    """One publication of a site into `folder`; `ledger_file` remembers the two trees between builds."""

    def __init__(
        self,
        folder: Path,
        ledger_file: Path,
        *,
        clean: bool,
        standing: Standing | None = None,
        exchanged: Callable[[], None] | None = None,
    ) -> None:
        self.folder, self.ledger_file = folder, ledger_file
        self.next = folder.with_name(f".{folder.name}.next")
        self.aside = folder.with_name(f".{folder.name}.aside")
        self._standing, self._exchanged = standing, exchanged
        self._warm = standing is not None and standing.knows(folder) and not clean
        mend(folder, self.aside)
        ledger, lying = self._found()
        self._before_lying = lying
        self.before: Mapping[OutputPath, Written] = ledger.published
        self.intact: Mapping[OutputPath, Written]
        if self._warm and lying.ours:
            self.intact, self.foreign, self.foreign_folders = ledger.published, (), frozenset[str]()
        else:
            still = (one for one in ledger.published.items() if _is_at(lying.files.get(one[0]), one[1].stat))
            self.intact = {} if clean else dict(still)
            ours = frozenset(ledger.published if self._warm else (*ledger.published, *marked_paths(folder)))
            self.foreign = tuple(sorted(path for path in lying.files.keys() - ours if path != _MARKER))
            self.foreign_folders = lying.folders - folders_of(ours)
        self._spare = ledger.spare
        self.made: dict[OutputPath, Written] = {}
        self.written = 0
        self._folders: set[Path] = set()
        self._lying = Lying({}, frozenset())

    def _found(self) -> tuple[Ledger, Lying]:
        """The manifest of the published tree and how it lies, from memory where this process made it."""
        one = self._standing
        if self._warm and one is not None and one.ledger is not None and one.published is not None:
            return one.ledger, one.published
        ledger = load_ledger(self.ledger_file)
        return ledger, lying_in(self.folder) if self.folder.is_dir() else Lying({}, frozenset())

    def stale(self, wanted: Mapping[OutputPath, Parts]) -> tuple[OutputPath, ...]:
        """The wanted files that are not there as they should be, and so must be made."""
        known = self.intact.get
        return tuple(
            [
                path
                for path, parts in wanted.items()
                if (one := known(path)) is None or (one.parts is not parts and one.parts != parts)
            ]
        )

    def begin(self, wanted: AbstractSet[OutputPath]) -> None:
        """Readies the spare folder, which is worthless from here on until `commit`.

        Raises OutputRefused where a file that we did not write stands in the way of one that is wanted.
        """
        # what this process has published lies where it should
        for path in wanted - self.before.keys() if self._before_lying.ours else wanted:
            check_inside(path)
        self._spare_foreign(wanted)
        remembered = self._standing.spare if self._standing is not None and self._warm else None
        if not self._warm:
            save_ledger(self.ledger_file, Ledger(dict(self.before), spare=False))
        if self._spare and is_folder(self.next):
            self._lying = remembered or lying_in(self.next)
        if self._standing is not None:
            self._standing.begun(Ledger(dict(self.before), spare=False))
        if self._lying.files.get(_MARKER) is None or not self._spare_is_ours():
            remove_spare(self.next)
            self._lying = Lying({}, frozenset())
        self.next.mkdir(parents=True, exist_ok=True)
        # a spare without its marker is thrown away, so the marker goes in first and is made right at the end
        if self._lying.files.get(_MARKER) is None:
            self._mark(frozenset())

    def _spare_is_ours(self) -> bool:
        """Whether the spare holds nothing but files, folders, and such links and pipes as were carried over from `folder`."""
        foreign = set(self.foreign)
        return self._lying.ours or all(
            stat.size >= 0 or (path in foreign and same_stranger(self.next / path, self.folder / path))
            for path, stat in self._lying.files.items()
        )

    def _spare_foreign(self, wanted: AbstractSet[OutputPath]) -> None:
        taken = wanted | folders_of(frozenset(wanted)) if self.foreign else wanted
        for path in self.foreign:
            if path in taken or not folders_of(frozenset((path,))).isdisjoint(wanted):
                raise OutputRefused(in_the_way(f"{self.folder.name}/{path}"))

    def put(self, path: OutputPath, parts: Parts, data: bytes) -> Fingerprint:
        """A file made anew; where its bytes are those that are published, the published file is kept. Its digest."""
        digest = of_bytes(data)
        known = self.intact.get(path)
        if known is not None and known.digest == digest:
            self._keep(path, Written(parts, digest, known.stat))
            return digest
        self._put_bytes(path, data)
        self.made[path] = Written(parts, digest, stat_of(self.next / path))
        self.written += 1
        return digest

    def digest(self, path: OutputPath) -> Fingerprint:
        """The digest of a wanted file: of one made anew, or of one that stays as it is published."""
        return (self.made.get(path) or self.intact[path]).digest

    def commit(self, wanted: Mapping[OutputPath, Parts]) -> None:
        """Keeps the rest, takes away what is no longer wanted, and exchanges the two folders."""
        made, lies = self.made, self._lying.files.get
        rest = {path: self.intact[path] for path in wanted if path not in made}
        made |= rest
        for path in [path for path, one in rest.items() if (at := lies(path)) is not one.stat and at != one.stat]:
            self._keep(path, rest[path])
        self._carry_foreign()
        self._mark(wanted.keys())
        folders = self._folders_of(wanted.keys())
        self._prune(wanted.keys(), folders)
        if self.folder.exists():
            exchange(self.folder, self.next, self.aside)
            spare = True
        else:
            self.next.rename(self.folder)
            spare = False
        if self._exchanged is not None:
            self._exchanged()
        ledger = Ledger(self.made, spare)
        if not self._warm:
            save_ledger(self.ledger_file, ledger)
        if self._standing is not None:
            lying = self._now_lying(wanted.keys(), folders)
            self._standing.ended(self.ledger_file, ledger, lying, self._before_lying if spare else None)

    def forget_spare(self) -> None:
        """Takes away from the spare what is not published: the site as it was before may show what was withdrawn since."""
        if not is_folder(self.next):
            return
        spare, shown = lying_in(self.next), lying_in(self.folder)
        for path, stat in spare.files.items():
            if path != _MARKER and shown.files.get(path) != stat:
                with suppress(FileNotFoundError, NotADirectoryError):
                    (self.next / path).unlink()
        if self._standing is not None:
            self._standing.spare = None

    def _folders_of(self, wanted: AbstractSet[OutputPath]) -> frozenset[str]:
        if self._before_lying.ours:
            return folders_after(self._before_lying.folders, self.before.keys(), wanted)
        return folders_of(frozenset(wanted))

    def _now_lying(self, wanted: AbstractSet[OutputPath], folders: frozenset[str]) -> Lying:
        """How the published tree lies now; nothing that is not ours is in a tree that is remembered, or it is listed."""
        if self.foreign or self.foreign_folders:
            return lying_in(self.folder)
        files = {path: one.stat for path, one in self.made.items()}
        files[_MARKER] = stat_of(self.folder / _MARKER)
        return Lying(files, folders, ours=True, marked=wanted)

    def unchanged(self, wanted: Mapping[OutputPath, Parts], stale: tuple[OutputPath, ...]) -> bool:
        """Whether the published folder is already the site that is wanted, of which `stale` is to be made."""
        return self.folder.is_dir() and not stale and self.before.keys() == wanted.keys()

    def _keep(self, path: OutputPath, one: Written) -> None:
        """The published file in the spare too: already there, or by a hard link, or by a copy."""
        self.made[path] = one
        if _is_at(self._lying.files.get(path), one.stat):
            return
        target = self.next / path
        self._cleared(target)
        source = self.folder / path
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)
            self.made[path] = Written(one.parts, one.digest, stat_of(target))

    def _put_bytes(self, path: OutputPath, data: bytes) -> None:
        target = self.next / path
        self._cleared(target)
        with target.open("xb") as opened:
            opened.write(data)

    def _mark(self, paths: AbstractSet[OutputPath]) -> None:
        """Our mark on the spare. A build may be killed at any moment, so a spare that holds files is never without one."""
        if self._lying.ours and self._lying.marked == paths:
            return
        if self._lying.files.get(_MARKER) is None:
            self._put_bytes(_MARKER, marker_text(paths))
            self._lying.files[_MARKER] = stat_of(self.next / _MARKER)
            return
        self._put_bytes(_NEW_MARKER, marker_text(paths))
        (self.next / _NEW_MARKER).replace(self.next / _MARKER)

    def _cleared(self, target: Path) -> None:
        """Room for a file: its folder made, whatever stood in its place taken away (never written into)."""
        self._make_folder(target.parent)
        try:
            target.unlink(missing_ok=True)
        except (IsADirectoryError, PermissionError):
            if not is_folder(target):
                raise
            shutil.rmtree(target)

    def _make_folder(self, folder: Path) -> None:
        """A folder of the spare, and those above it; what else stands in its place is taken away, links too."""
        if folder == self.next or folder in self._folders:
            return
        self._make_folder(folder.parent)
        if not is_folder(folder):
            folder.unlink(missing_ok=True)
            folder.mkdir()
        self._folders.add(folder)

    def _carry_foreign(self) -> None:
        """Files that we did not write stay where they are: a CNAME, a domain's proof, a repository."""
        for folder in sorted(self.foreign_folders):
            if self.made.keys() & {folder, *folders_of(frozenset((folder,)))}:
                continue  # an empty folder in place of a page
            self._make_folder(self.next / folder)
        for path in self.foreign:
            source, target = self.folder / path, self.next / path
            info = source.lstat()
            if self._lying.files.get(path) == Stat(info.st_size, info.st_mtime_ns, info.st_ino):
                continue
            self._cleared(target)
            if source.is_symlink():
                target.symlink_to(source.readlink())
                continue
            try:
                os.link(source, target)
            except OSError:
                shutil.copy2(source, target)

    def _prune(self, wanted: AbstractSet[OutputPath], folders: frozenset[str]) -> None:
        """Takes away what neither is wanted nor somebody else's."""
        folders = folders | folders_of(frozenset(self.foreign)) | self.foreign_folders
        for path in self._lying.files.keys() - wanted - {_MARKER, *self.foreign}:
            if path not in folders:
                with suppress(FileNotFoundError, NotADirectoryError):
                    (self.next / path).unlink()
        for folder in sorted(self._lying.folders - folders, key=lambda one: one.count("/"), reverse=True):
            with suppress(FileNotFoundError, NotADirectoryError):
                (self.next / folder).rmdir()


def _is_at(found: Stat | None, stat: Stat) -> bool:
    """Whether a file lies as it was written; where the stat is the one that was remembered, no field is looked at."""
    return found is stat or found == stat
