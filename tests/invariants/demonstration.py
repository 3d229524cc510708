"""The repository's own site, built somewhere else under a base path of one's choice."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.sites_support import ichsite

REPOSITORY = Path(__file__).resolve().parents[2]
ORIGIN = "https://shop.example"


def built_demonstration(root: Path, base: str) -> Path:
    """The output folder of the demonstration site for `ORIGIN` and `base`; a second build in `root` uses the cache."""
    if not (root / "site.yaml").exists():
        shutil.copytree(REPOSITORY / "content", root / "content")
    site = (REPOSITORY / "site.yaml").read_text("utf-8")
    moved, count = re.subn(r"^base_url: .*$", f"base_url: {ORIGIN}{base}", site, flags=re.MULTILINE)
    assert count == 1
    (root / "site.yaml").write_text(moved, "utf-8")
    output = demonstration_output(root, base)
    run = ichsite(root, "build", "--output", str(output))
    assert run.code == 0, run.err
    return output


def demonstration_output(root: Path, base: str) -> Path:
    """Where the output for `base` lies, beside the site."""
    return root.with_name(f"{root.name}-output-{base.strip('/')}")
