"""Every case of `tests/sites/`: what the author reads, to the letter.

`ICHSITE_ACCEPT=1 pytest tests/test_sites.py` writes what is said now into `expected.txt`; read the difference before you keep it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.sites_support import BASE, SITES, ichsite, laid_out

CASES = sorted(path for path in SITES.iterdir() if path.is_dir() and path != BASE)


def test_base_site_is_clean(tmp_path: Path) -> None:
    run = ichsite(laid_out(tmp_path), "check", "--strict")
    assert (run.code, run.err) == (0, "2 件作品，没有问题。\npermalinks.yaml 会记下 17 个新网址（正式构建时写入）\n")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_says_what_is_expected(case: Path, tmp_path: Path) -> None:
    run = ichsite(laid_out(tmp_path, case), "check")
    expected = case / "expected.txt"
    if os.environ.get("ICHSITE_ACCEPT"):
        expected.write_text(run.err, "utf-8")
    assert run.err == expected.read_text("utf-8")
    assert run.code == (1 if " error[" in run.err else 0)
    assert f"[{case.name}]" in run.err, "a case is named after the code that it triggers"
