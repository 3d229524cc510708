"""The two states that the tests of this folder go between."""

from __future__ import annotations

import pytest

from tests.write.two_sites import TwoSites, two_sites


@pytest.fixture(scope="session")
def states(tmp_path_factory: pytest.TempPathFactory) -> TwoSites:
    return two_sites(tmp_path_factory.mktemp("states"))
