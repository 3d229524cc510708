"""The built demonstration site behind a plain server on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.server import serving


@pytest.fixture(scope="session", params=["/", "/repo/"], ids=["root", "repo"])
def site(
    request: pytest.FixtureRequest, built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the home page; under `/repo/` nothing else is served. Whatever any test did with it, no page
    may have gone against the policy that the server sends."""
    base: str = request.param
    served = built[base]
    if base != "/":
        served = tmp_path_factory.mktemp("host")
        (served / base.strip("/")).symlink_to(built[base])
    with serving(served, base) as one:
        yield one.home
    assert one.reports == []


@pytest.fixture(scope="session")
def home(built: dict[str, Path]) -> Iterator[str]:
    """The home page at the root of a host whose pictures and scripts come a little later than its pages."""
    with serving(built["/"], late=True) as one:
        yield one.home
    assert one.reports == []
