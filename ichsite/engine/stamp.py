"""The stamp of the code: a result that other code made is no result of this one."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path

import ichsite
from ichsite.text.fingerprint import Fingerprint, of_bytes, of_parts


@lru_cache(maxsize=1)
def code_stamp() -> Fingerprint:
    """The fingerprint of the package's own source and data, and of Python's version; about 5 ms, once a process."""
    root = Path(ichsite.__file__).parent
    files = sorted(path for path in root.rglob("*.*") if path.suffix in _SOURCE and "_theme" not in path.parts)
    parts = [of_parts(str(path.relative_to(root)), of_bytes(path.read_bytes())) for path in files]
    return of_parts(sys.version, *parts, *_library_versions((*_LIBRARIES, *_PICTURE_LIBRARIES)))


@lru_cache(maxsize=1)
def picture_stamp() -> Fingerprint:
    """The fingerprint of the code that makes pictures, and of its libraries: other changes leave pictures as they are."""
    root = Path(ichsite.__file__).parent
    files = [*sorted((root / "images").glob("*.py")), root / "text/words.py", root / "text/fingerprint.py"]
    parts = [of_parts(str(path.relative_to(root)), of_bytes(path.read_bytes())) for path in files]
    return of_parts(*parts, *_library_versions(_PICTURE_LIBRARIES))


_SOURCE = (".py", ".yaml", ".css")
_PICTURE_LIBRARIES = ("pyvips", "pyvips-binary")
_LIBRARIES = ("markdown", "nh3", "pydantic", "pyyaml", "chinesecalendar", "jinja2", "babel", "pypinyin")


def _library_versions(names: tuple[str, ...]) -> list[str]:
    from importlib.metadata import PackageNotFoundError, version

    found: list[str] = []
    for name in names:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} -")
    return found
