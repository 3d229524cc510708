"""One project in two states, and the site of each: what an interrupted build may leave is one of the two."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import make_site
from tests.invariants.trees import built, tree

CRAFTS = 12


@dataclass(frozen=True)
class TwoSites:
    """`sources` and `site` of the first state and of the second."""

    sources: tuple[Path, Path]
    site: tuple[dict[str, bytes], dict[str, bytes]]

    def put(self, root: Path, state: int) -> None:
        """Makes the project's sources those of a state; what was built stays."""
        for name in ("content", "themes"):
            shutil.rmtree(root / name, ignore_errors=True)
        shutil.copytree(self.sources[state], root, dirs_exist_ok=True)


def two_sites(folder: Path) -> TwoSites:
    """Two states that differ in pages, pictures, assets and settings, each with pages that the other has not."""
    first, second = folder / "first", folder / "second"
    make_site(first, CRAFTS)
    _lay_theme(first, "margin: 0")
    shutil.copytree(first, second)
    for gone in ("crafts/piece-00003", "posts/post-000.md"):
        path = second / "content" / gone
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name in ("showcases/show-00000.yaml", "showcases/show-00001.yaml", "streams/stream-000.md"):
        path = second / "content" / name
        path.write_text(path.read_text("utf-8").replace("piece-00003", "piece-00004"), "utf-8")
    for number in range(5, 11):
        story = second / f"content/crafts/piece-{number:05}/index.md"
        story.write_text(story.read_text("utf-8") + "\n后来添的。\n", "utf-8")
    (first / "content/pages/early.md").write_text("---\nid: early\ntitle: 早\nsummary: 早先有的\n---\n早。\n", "utf-8")
    (second / "content/pages/late.md").write_text("---\nid: late\ntitle: 晚\nsummary: 后来有的\n---\n晚。\n", "utf-8")
    pictures = second / "content/pictures"
    (pictures / "p01.jpg").write_bytes((pictures / "p02.jpg").read_bytes())
    _lay_theme(second, "margin: 9px")
    site = second / "site.yaml"
    site.write_text(site.read_text("utf-8").replace("千件作坊", "百件作坊"), "utf-8")
    sites: list[dict[str, bytes]] = []
    for sources in (first, second):
        clean = folder / f"clean-{sources.name}"
        shutil.copytree(sources, clean)
        built(clean)
        # each state has its own ledger and promises: nothing in them is new, and nothing of the other's is gone
        shutil.copyfile(clean / "content/permalinks.yaml", sources / "content/permalinks.yaml")
        shutil.copytree(clean / "content/promises", sources / "content/promises")
        sites.append(tree(clean / "output"))
    assert sites[0].keys() - sites[1].keys() and sites[1].keys() - sites[0].keys()
    return TwoSites((first, second), (sites[0], sites[1]))


def _lay_theme(root: Path, style: str) -> None:
    """A theme of the project's own, which differs from the default in one stylesheet."""
    theme = root / "themes/own"
    (theme / "static/css").mkdir(parents=True, exist_ok=True)
    (theme / "theme.yaml").write_text("name: own\nversion: 0.1.0\nrequires: 0.1.0\nextends: default\n", "utf-8")
    (theme / "static/css/print.css").write_text(f"@media print {{ body {{ {style} }} }}\n", "utf-8")
    site = root / "site.yaml"
    settings = site.read_text("utf-8")
    if "theme:" not in settings:
        site.write_text(f"{settings}theme: {{name: own}}\n", "utf-8")
