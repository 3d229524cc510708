"""`python -m benchmarks.sites --crafts 100 1000 10000`: what whole sites cost to build, through the command line.

Three builds of each site: a clean one, one with nothing changed, one with one craft edited.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from benchmarks.generate import SEED, TODAY, craft_slug, make_site
from benchmarks.measure import Cost, ichsite

_HEAD = f"{'crafts':>7}  {'build':<10}{'wall s':>8}{'CPU s':>8}{'all MB':>8}{'one MB':>8}"


def main() -> None:
    """Measures and prints a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sites", description=__doc__)
    parser.add_argument("--crafts", type=int, nargs="+", default=[100, 1000], metavar="N")
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help="processes; default: one a core")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--keep", type=Path, metavar="DIR", help="make the sites in DIR and leave them there")
    options = parser.parse_args()
    jobs = ("--jobs", str(options.jobs)) if options.jobs else ()
    print(_HEAD, flush=True)
    with tempfile.TemporaryDirectory(prefix="ichsite-benchmark-") as folder:
        for crafts in options.crafts:
            root = (options.keep or Path(folder)) / f"site-{crafts}"
            make_site(root, crafts, options.seed)
            time.sleep(2.5)  # a file that changed a moment ago is read again by the next build
            for name, cost in _builds(root, crafts, jobs):
                print(_line(crafts, name, cost), flush=True)


def _builds(root: Path, crafts: int, jobs: tuple[str, ...]) -> list[tuple[str, Cost]]:
    build = ("build", "--today", TODAY, *jobs)
    clean = ichsite(root, *build, "--clean")
    unchanged = ichsite(root, *build)
    story = root / f"content/crafts/{craft_slug(crafts // 2)}/index.md"
    story.write_text(story.read_text("utf-8") + "\n再添一句。\n", "utf-8")
    return [("clean", clean), ("unchanged", unchanged), ("one edit", ichsite(root, *build))]


def _line(crafts: int, name: str, cost: Cost) -> str:
    memory = f"{cost.together / 1e6:8.0f}{cost.largest / 1e6:8.0f}"
    return f"{crafts:7}  {name:<10}{cost.wall:8.2f}{cost.cpu:8.2f}{memory}"


if __name__ == "__main__":
    main()
