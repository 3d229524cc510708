"""What several folders of tests share: the demonstration site, built once a session."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.invariants.demonstration import built_demonstration


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The output of the demonstration site by base path: at the root of a host, and below a path."""
    root = tmp_path_factory.mktemp("demonstration") / "site"
    return {base: built_demonstration(root, base) for base in ("/", "/repo/")}
