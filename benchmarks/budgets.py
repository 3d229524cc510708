"""`python -m benchmarks.budgets`: the demonstration site against its budgets; ends with 1 where one is broken.

Weights are counted from the files, gzipped; first views are what a real Chromium transfers, on a phone and a desk.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.first_view import FirstView, NoBrowser, first_views
from benchmarks.generate import TODAY
from benchmarks.measure import REPOSITORY, ichsite
from benchmarks.weights import (
    FIRST_VIEW_BYTES,
    TEXT_BYTES,
    Weight,
    heaviest_of_each_type,
    script_budget,
    type_of,
    weights,
)


def main() -> int:
    """Builds (or takes what is built), measures, prints two tables with verdicts; 0 where all are kept, else 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.budgets", description=__doc__)
    parser.add_argument("--output", type=Path, metavar="DIR", help="an output folder that is built already, for `/`")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ichsite-budgets-") as folder:
        output = options.output or _built(Path(folder))
        kept = _weigh(output)
        try:
            kept = _view(output) and kept
        except NoBrowser as why:
            print(f"\nfirst views not measured: {why}")
    return 0 if kept else 1


def _built(root: Path) -> Path:
    shutil.copytree(REPOSITORY / "content", root / "content")
    shutil.copy(REPOSITORY / "site.yaml", root / "site.yaml")
    ichsite(root, "build", "--today", TODAY)
    return root / "output"


def _weigh(output: Path) -> bool:
    print(f"{'page':<34}{'HTML':>8}{'CSS':>8}{'both':>8}{'script':>8}  gzipped bytes, the heaviest of each type")
    broken = False
    for one in heaviest_of_each_type(output):
        over = _over(one)
        broken = broken or bool(over)
        print(f"{type_of(one.path) or 'home':<34}{one.html:8}{one.css:8}{one.text:8}{one.script:8}  {over or 'kept'}")
    return not broken


def _over(one: Weight) -> str:
    parts = ["HTML + CSS"] if one.text > TEXT_BYTES else []
    parts += ["script"] if one.script > script_budget(one.path) else []
    return f"BROKEN: {', '.join(parts)}" if parts else ""


def _view(output: Path) -> bool:
    crafts = sorted(one.path for one in weights(output) if type_of(one.path) == "crafts/*/")
    others = [one.path for one in heaviest_of_each_type(output) if one.path not in crafts]
    print(f"\n{'first view':<34}{'screen':>8}{'bytes':>9}{'asked':>7}{'others':>8}{'shift':>8}")
    broken = False
    for one in first_views(output, [*crafts, *others]):
        over = _seen(one, craft=one.path in crafts)
        broken = broken or bool(over)
        print(
            f"{one.path or 'home':<34}{one.screen:>8}{one.transferred:9}{one.requests:7}{one.foreign:8}"
            f"{one.shift:8.4f}  {over or 'kept'}"
        )
    return not broken


def _seen(one: FirstView, *, craft: bool) -> str:
    parts = [f"more than {FIRST_VIEW_BYTES}"] if craft and one.transferred > FIRST_VIEW_BYTES else []
    parts += ["asks others"] if one.foreign else []
    parts += ["layout shifts"] if one.shift else []
    return f"BROKEN: {', '.join(parts)}" if parts else ""


if __name__ == "__main__":
    sys.exit(main())
