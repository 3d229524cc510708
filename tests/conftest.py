"""What several folders of tests share: the demonstration site, built once a session, and how properties are tried.

The gate tries the same examples each time, so that it says the same of the same tree. New ones, and more of them:
`HYPOTHESIS_PROFILE=explore pytest -m hypothesis`.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from tests.chromium import browser, engine, whole_browser
from tests.invariants.demonstration import built_demonstration, demonstration_output

__all__ = ["browser", "built", "engine", "whole_browser"]
BASES = ("/", "/repo/")

settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, print_blob=True, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The output of the demonstration site by base path: at the root of a host, and below a path.

    Where there are several processes of tests, one builds it, and each has a copy of its own.
    """
    own = tmp_path_factory.mktemp("demonstration")
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return {base: built_demonstration(own / "site", base) for base in BASES}
    import fcntl

    shared = tmp_path_factory.getbasetemp().parent / "demonstration"
    with Path(f"{shared}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "whole").exists():
            shared.mkdir(exist_ok=True)
            for base in BASES:
                built_demonstration(shared / "site", base)
            (shared / "whole").touch()
    shutil.copytree(shared, own, symlinks=True, dirs_exist_ok=True)
    return {base: demonstration_output(own / "site", base) for base in BASES}
