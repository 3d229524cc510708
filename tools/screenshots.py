"""`python -m tools.screenshots`: pictures of every type of page into docs/pictures/, from the demonstration site.

Phones stand side by side on contact sheets, tablets and desks are the top of the page; some are dark, one is paper.
`docs/pictures/README.md` is written with them and lists them.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.first_view import ARGUMENTS, CHROMIUM
from benchmarks.generate import TODAY
from benchmarks.measure import REPOSITORY, ichsite
from benchmarks.served import served
from benchmarks.weights import heaviest_of_each_type, type_of

PICTURES = REPOSITORY / "docs/pictures"
MOST_BYTES = 2_500_000
QUALITY = 70
PHONE, TABLET, DESK = 360, 768, 1280
A_SHEET = 6
"""Phones side by side on one contact sheet."""
TABLETS = 4
SHEET_SCALE = 0.55
DESK_SHOWN = 720
"""Pixels across of a desk's picture as it is kept."""
PHONE_SCREENS = 3
"""How far down a phone's picture goes, in screens of 740 px."""
GAP = 16
LEFT_OUT = ("care/", "after-sale/", "showcases/page/#/", "404.html")
"""Types that look as another: `about/` stands for pages of words."""
OTHER_LANGUAGE = "en/"
ALSO = ("en/", "en/crafts/celadon-vase/")
"""Of the other language's tree, which looks the same, these."""
DARK = ("", "crafts/", "crafts/*/")
CRAFT = "crafts/celadon-vase/"


@dataclass(frozen=True)
class Taken:
    """A picture's file name and what a reader should know it shows."""

    name: str
    words: str


def main() -> None:
    """Builds the site (or takes a built one) and replaces the set of pictures; says what it weighs."""
    parser = argparse.ArgumentParser(prog="python -m tools.screenshots", description=__doc__)
    parser.add_argument("--output", type=Path, metavar="DIR", help="an output folder that is built already, for `/`")
    parser.add_argument("--into", type=Path, default=PICTURES, metavar="DIR")
    options = parser.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    for old in options.into.glob("page-*.webp"):
        old.unlink()
    with tempfile.TemporaryDirectory(prefix="ichsite-screenshots-") as folder:
        taken = list(_taken(options.output or _built(Path(folder)), Path(folder), options.into))
    (options.into / "README.md").write_text(_listed(taken), "utf-8")
    total = sum((options.into / one.name).stat().st_size for one in taken)
    print(f"{len(taken)} pictures, {total / 1e6:.2f} MB in {options.into}")
    if total > MOST_BYTES:
        raise SystemExit(f"more than {MOST_BYTES / 1e6} MB: take fewer, or a lower quality")


def _built(root: Path) -> Path:
    shutil.copytree(REPOSITORY / "content", root / "content")
    shutil.copy(REPOSITORY / "site.yaml", root / "site.yaml")
    ichsite(root, "build", "--today", TODAY)
    return root / "output"


def _pages(output: Path) -> list[str]:
    """One page of each type; the celadon vase stands for the crafts."""
    found = [CRAFT if type_of(one.path) == "crafts/*/" else one.path for one in heaviest_of_each_type(output)]
    own = [path for path in found if type_of(path) not in LEFT_OUT and not path.startswith(OTHER_LANGUAGE)]
    return [*own, *(path for path in ALSO if (output / path / "index.html").is_file())]


def _taken(output: Path, scratch: Path, into: Path) -> Iterator[Taken]:
    from playwright.sync_api import sync_playwright

    pages = _pages(output)
    with served(output) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        phones = [_shot(browser, home, path, PHONE, scratch) for path in pages]
        for at in range(0, len(pages), A_SHEET):
            name = f"page-{PHONE}-{at // A_SHEET + 1}.webp"
            _side_by_side(phones[at : at + A_SHEET], into / name)
            yield Taken(name, "Phones, 360 px: " + ", ".join(path or "home" for path in pages[at : at + A_SHEET]))
        dark = [path for path in pages if type_of(path) in DARK]
        _side_by_side(
            [_shot(browser, home, path, PHONE, scratch, dark=True) for path in dark], into / "page-360-dark.webp"
        )
        yield Taken("page-360-dark.webp", "Phones in the dark: " + ", ".join(path or "home" for path in dark))
        for at in range(0, len(pages), TABLETS):
            name, shown = f"page-{TABLET}-{at // TABLETS + 1}.webp", pages[at : at + TABLETS]
            _side_by_side([_shot(browser, home, path, TABLET, scratch) for path in shown], into / name)
            yield Taken(name, "Tablets, 768 px: " + ", ".join(path or "home" for path in shown))
        for path in pages:
            name = f"page-{DESK}-{_slug(path)}.webp"
            _saved(_shot(browser, home, path, DESK, scratch), into / name)
            yield Taken(name, f"{path or 'home'} at {DESK} px")
        _saved(_shot(browser, home, CRAFT, DESK, scratch, dark=True), into / "page-1280-dark.webp")
        yield Taken("page-1280-dark.webp", f"{CRAFT} at {DESK} px in the dark")
        _saved(_shot(browser, home, CRAFT, 794, scratch, paper=True), into / "page-paper.webp")
        yield Taken("page-paper.webp", f"{CRAFT} as it is printed, the first pages")
        browser.close()


def _shot(
    browser: Any, home: str, path: str, width: int, scratch: Path, *, dark: bool = False, paper: bool = False
) -> Path:
    """A picture of the top of a page: three screens on a phone and on paper, one and a half on a desk."""
    phone = width == PHONE
    screen = 740 if phone else 800
    scheme = "dark" if dark else "light"
    context = browser.new_context(viewport={"width": width, "height": screen}, color_scheme=scheme)
    page = context.new_page()
    if paper:
        page.emulate_media(media="print")
    page.goto(home + path, wait_until="networkidle")
    page.evaluate("() => { for (const one of document.images) one.loading = 'eager' }")
    page.wait_for_load_state("networkidle")
    whole = page.evaluate("() => document.documentElement.scrollHeight")
    most = screen * PHONE_SCREENS if phone or paper else screen * 3 // 2
    page.set_viewport_size({"width": width, "height": min(whole, most)})
    page.wait_for_timeout(150)
    file = scratch / f"{width}-{scheme}-{'paper' if paper else 'screen'}-{_slug(path)}.png"
    page.screenshot(path=str(file))
    context.close()
    return file


def _side_by_side(files: list[Path], target: Path) -> None:
    import pyvips

    images = [_coloured(file) for file in files]
    sheet = pyvips.Image.arrayjoin(images, across=len(images), shim=GAP, background=[128, 128, 128], valign="low")
    sheet.resize(SHEET_SCALE).webpsave(str(target), Q=QUALITY, effort=6, strip=True)


def _saved(file: Path, target: Path) -> None:
    image = _coloured(file)
    image.resize(min(1.0, DESK_SHOWN / image.width)).webpsave(str(target), Q=QUALITY, effort=6, strip=True)


def _coloured(file: Path) -> Any:
    """Three bands: a page in one grey is kept in one by the browser."""
    import pyvips

    image = pyvips.Image.new_from_file(str(file)).colourspace("srgb")
    return image.flatten() if image.hasalpha() else image


def _slug(path: str) -> str:
    return path.strip("/").replace("/", "-").removesuffix(".html") or "home"


def _listed(taken: list[Taken]) -> str:
    lines = [
        "# Pictures of the demonstration site",
        "",
        "Made by `python -m tools.screenshots`; every type of page on a phone, a tablet and a desk.",
        "",
    ]
    for one in taken:
        lines += [f"## {one.words}", "", f"![{one.words}]({one.name})", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
