"""A sample of an explanation as a whole site: the base site, what the sample takes for granted, the excerpt in its place."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from ichsite.explain.explanation import Sample
from tests.sites_support import BASE

THEMES = Path(__file__).parents[2] / "themes"


@dataclass(frozen=True)
class Put:
    """A file that is there besides those of the base site."""

    path: str
    text: str


@dataclass(frozen=True)
class Swap:
    """A passage of a file of the base site that reads otherwise."""

    path: str
    old: str
    new: str


@dataclass(frozen=True)
class Theme:
    """A theme `mine` that extends `default`, with copies of some of its templates in which one line is another."""

    line: str = ""
    copied: str = ""
    new: str = ""


Step = Put | Swap | Theme


def lay_out(root: Path, steps: tuple[Step, ...]) -> None:
    """The base site in `root`, as the steps want it; of what was there only the state folder stays."""
    for lying in root.iterdir() if root.exists() else ():
        if lying.name != ".ichsite":
            shutil.rmtree(lying) if lying.is_dir() else lying.unlink()
    (root / ".ichsite/permalinks.yaml").unlink(missing_ok=True)  # an earlier site's ledger
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for step in steps:
        _take(root, step)


def _take(root: Path, step: Step) -> None:
    if isinstance(step, Put):
        path = root / step.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(step.text, "utf-8")
    elif isinstance(step, Swap):
        path = root / step.path
        text = path.read_text("utf-8")
        assert text.count(step.old) == 1, f"{step.path}: {step.old!r} stands there {text.count(step.old)} times"
        path.write_text(text.replace(step.old, step.new), "utf-8")
    else:
        folder = root / "themes/mine"
        if not folder.exists():
            settings = "name: mine\nversion: 1.0.0\nrequires: 0.1.0\nextends: default\n"
            _take(root, Put("themes/mine/theme.yaml", settings))
            _take(root, Swap("site.yaml", "sample: true\n", "sample: true\ntheme: mine\n"))
        if step.copied:
            text = (THEMES / "default" / step.copied).read_text("utf-8")
            assert text.count(step.line) == 1, f"{step.copied}: {step.line}"
            _take(root, Put(f"themes/mine/{step.copied}", text.replace(step.line, step.new)))


def show(root: Path, sample: Sample, *, failing: bool) -> int:
    """Brings an excerpt into the site, which holds the mended one or nothing; gives how many lines stand above it."""
    excerpt = sample.failing if failing else sample.mended
    path = root / sample.file
    if sample.file.endswith("/"):
        _list(path, excerpt.split("\n"))
        return 0
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(sample.mended + "\n", "utf-8")
    text = path.read_text("utf-8")
    parts = f"\n{text}\n".split(f"\n{sample.mended}\n")
    assert len(parts) == 2, f"{sample.file} holds the mended excerpt {len(parts) - 1} times"
    above, below = parts
    written = f"{above}\n{excerpt}\n{below}"[1:].removesuffix("\n")
    path.write_bytes(_encoded(written, sample.encoding if failing else "utf-8"))
    return above.count("\n")


def contents(root: Path) -> dict[str, bytes]:
    """What lies in the project, its state aside."""
    files = (path for path in root.rglob("*") if path.is_file() and ".ichsite" not in path.parts)
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


def _encoded(text: str, encoding: str) -> bytes:
    if encoding == "broken":  # a byte that no character of UTF-8 has, in the middle of the excerpt
        return text.encode("utf-8").replace("手工".encode(), "手".encode() + b"\xff" + "工".encode(), 1)
    return text.encode(encoding)


def _list(folder: Path, names: list[str]) -> None:
    """Lets a folder hold exactly these names: what is not listed goes, what is new is like what the base has."""
    for lying in folder.iterdir():
        if lying.name not in names and f"{lying.name}/" not in names:
            shutil.rmtree(lying) if lying.is_dir() else lying.unlink()
    for name in names:
        if (folder / name).exists():
            continue
        if name.endswith((".jpg", ".png")):  # of whatever name, a JPEG
            shutil.copy(BASE / "content/crafts/vase/cover.jpg", folder / name)
        elif name.endswith(".md"):
            like = next((BASE / "content" / folder.name).rglob("*.md")).read_text("utf-8")
            name_of_it = Path(name).stem.replace(" ", "-")
            told = "\n".join(
                f"id: {'x-' + str(len(name_of_it))}" if line.startswith("id:") else line for line in like.split("\n")
            )
            (folder / name).write_text(told, "utf-8")
        else:
            (folder / name).write_text("\n", "utf-8")
