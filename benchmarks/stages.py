"""`python -m benchmarks.stages --crafts 1000`: where the time of a clean build goes, stage by stage, in one process."""

from __future__ import annotations

import argparse
import cProfile
import pstats
import tempfile
import time
from datetime import date
from pathlib import Path

from benchmarks.generate import TODAY, make_site

STAGES = (
    ("read", "tree.py", "scan"),
    ("read", "records.py", "read"),
    ("decode", "records.py", "decode"),
    ("assemble", "catalog.py", "assemble"),
    ("assess", "assessment.py", "examine_crafts"),
    ("pictures", "pictures.py", "prepare_pictures"),
    ("plan", "site_plan.py", "site_plan"),
    ("render", "pages.py", "_render"),
    ("write", "publish.py", "commit"),
    ("the whole build", "pipeline.py", "build"),
)


def main() -> None:
    """Builds once without and once with the profiler, and prints the stages and the dearest functions."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stages", description=__doc__)
    parser.add_argument("--crafts", type=int, default=1000)
    parser.add_argument("--top", type=int, default=25, help="how many functions to list")
    parser.add_argument("--edit", action="store_true", help="profile a second build after one edit instead")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ichsite-benchmark-") as folder:
        root = Path(folder)
        make_site(root, options.crafts)
        if options.edit:
            time.sleep(2.5)
            _build(root)
            story = next((root / "content/crafts").glob("*/index.md"))
            story.write_text(story.read_text("utf-8") + "\n再添一句。\n", "utf-8")
        profile = cProfile.Profile()
        profile.enable()
        _build(root)
        profile.disable()
    stats = pstats.Stats(profile)
    print(f"{'stage':<18}{'function':<18}{'seconds':>8}  (under the profiler: compare, do not quote)")
    for stage, file, function in STAGES:
        print(f"{stage:<18}{function:<18}{_seconds(stats, file, function):8.2f}")
    stats.sort_stats("tottime").print_stats(options.top)


def _build(root: Path) -> None:
    from ichsite.commands.session import session
    from ichsite.pipeline import build
    from ichsite.request import Request

    request = Request(root, date.fromisoformat(TODAY), jobs=1)
    with session(request, lambda *_: None) as desk:
        publication, findings = build(desk)
    if publication is None:
        raise SystemExit("\n".join(f"{one.code} {one.where} {one.message.en}" for one in findings[:20]))


def _seconds(stats: pstats.Stats, file: str, function: str) -> float:
    entries: dict[tuple[str, int, str], tuple[int, int, float, float, object]] = stats.stats  # type: ignore[attr-defined]
    found = [row[3] for (path, _, name), row in entries.items() if path.endswith(f"/{file}") and name == function]
    return max(found, default=0.0)


if __name__ == "__main__":
    main()
