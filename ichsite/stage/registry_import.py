"""registry: an official list made into the site's own file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ichsite.read.regular import FileTooLarge, read_regular, real_path
from ichsite.registry.file import MOST_BYTES, read_registry, registry_text
from ichsite.registry.imported import Listed, merged, read_list
from ichsite.registry.listed import PATH, Provenance, Registry
from ichsite.table.kind import CODE as UNREADABLE
from ichsite.table.kind import not_there
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.system_words import system_words
from ichsite.text.words import Words
from ichsite.write.over import replace_file


@dataclass(frozen=True)
class RegistryImport:
    """What the site's list holds now, what of it came from the files, and whether the file was changed."""

    registry: Registry
    items: int = 0
    inheritors: int = 0
    skipped: int = 0
    changed: bool = False


def import_registry(
    root: Path, files: tuple[Path, ...], today: date, source: str, *, dry_run: bool
) -> tuple[RegistryImport, tuple[Diagnostic, ...]]:
    """Reads the files and writes `content/registry.json`. Items replace items and inheritors replace inheritors; where
    a row is not understood nothing is written, for a list with holes would call true claims false."""
    before, findings = _before(root)
    after = before
    items = inheritors = skipped = 0
    for file in files:
        listed, found = _listed(file)
        findings += found
        items, inheritors = items + len(listed.items), inheritors + len(listed.inheritors)
        skipped += listed.skipped
        after = _with(after, listed, Provenance(file.name, today.isoformat(), source))
    changed = after != before
    if findings:
        return RegistryImport(before, items, inheritors, skipped), findings
    if changed and not dry_run:
        _write(root, registry_text(after).encode())
    return RegistryImport(after, items, inheritors, skipped, changed), ()


def _with(registry: Registry, listed: Listed, provenance: Provenance) -> Registry:
    """The list with what was read; one that says the same as before keeps the day of its import."""
    if listed.items:
        new = merged(registry.items, listed.items)
        if set(new) != set(registry.items):
            registry = replace(registry, items=new, items_from=provenance)
    if listed.inheritors and set(listed.inheritors) != set(registry.inheritors):
        registry = replace(registry, inheritors=listed.inheritors, inheritors_from=provenance)
    return registry


def _listed(file: Path) -> tuple[Listed, tuple[Diagnostic, ...]]:
    try:
        data = read_regular(file.resolve(strict=True), MOST_BYTES)
    except FileTooLarge:
        what = Words(f"文件超过 {MOST_BYTES:,} 字节", f"the file is over {MOST_BYTES:,} bytes")
        return Listed(), (error(UNREADABLE, Place(file.name), what),)
    except FileNotFoundError:
        return Listed(), (not_there(file.name),)
    except OSError as wrong:
        reason = system_words(wrong)
        what = Words(f"读不了：{reason.zh}", f"cannot be read: {reason.en}")
        return Listed(), (error(UNREADABLE, Place(file.name), what),)
    return read_list(file.name, data)


def _before(root: Path) -> tuple[Registry, tuple[Diagnostic, ...]]:
    """The list as it is; a broken one is begun anew, for the import is what mends it."""
    try:
        return read_registry(read_regular(real_path(root, PATH), MOST_BYTES))[0], ()
    except FileNotFoundError:
        return Registry(), ()
    except OSError as wrong:
        reason = system_words(wrong)
        what = Words(f"读不了：{reason.zh}", f"cannot be read: {reason.en}")
        return Registry(), (error("file-unreadable", Place(PATH), what),)


def _write(root: Path, data: bytes) -> None:
    (root / "content").mkdir(exist_ok=True)
    target = root / PATH
    if target.is_symlink() or target.exists():
        target = real_path(root, PATH)
    elif not target.parent.resolve().is_relative_to(root.resolve()):
        raise PermissionError(1, "a symbolic link that leaves the project", str(target.parent))
    replace_file(target, data)
