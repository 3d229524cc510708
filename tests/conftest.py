"""What several folders of tests share: the demonstration site, built once a session, and how properties are tried.

The gate tries the same examples each time, so that it says the same of the same tree. New ones, and more of them:
`HYPOTHESIS_PROFILE=explore pytest -m hypothesis`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.chromium import browser
from tests.invariants.demonstration import built_demonstration

__all__ = ["browser", "built"]

settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, print_blob=True, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The output of the demonstration site by base path: at the root of a host, and below a path."""
    root = tmp_path_factory.mktemp("demonstration") / "site"
    return {base: built_demonstration(root, base) for base in ("/", "/repo/")}
