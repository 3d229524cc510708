"""`python -m benchmarks.pictures --count 500`: what photographs of twelve megapixels cost, through the command line.

Writes so many different JPEGs of 4000×3000, builds a site of them, and prints the time of the processor for each and
the highest memory of all processes together. `--photos DIR` (or ICHSITE_PHOTOS) makes them of real photographs,
enlarged and given the grain of a sensor, in place of drawn ones. `--compare 12` sets pyvips against Pillow, where
that is installed, on the same files: upright, three widths of WebP and one JPEG, one thread each.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.generate import SEED, TODAY, craft_slug, make_site
from benchmarks.measure import Cost, ichsite

_WIDTH, _HEIGHT, _MARGIN = 4000, 3000, 240
_BASES = 8
_A_CRAFT = 10


def main() -> None:
    """Makes the photographs, then builds or compares, and prints."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pictures", description=__doc__)
    parser.add_argument("--count", type=int, default=60, metavar="N", help="photographs; the figure to quote is of 500")
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help="processes; default: one a core")
    parser.add_argument("--photos", type=Path, default=_photos_of_environment(), metavar="DIR")
    parser.add_argument("--compare", type=int, default=0, metavar="N", help="pyvips and Pillow on N photographs")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="make the site in DIR and leave it there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ichsite-pictures-") as folder:
        root = (options.keep or Path(folder)) / "site"
        if options.compare:
            root.mkdir(parents=True, exist_ok=True)
            _compare(_photographs(root, options.compare, options.photos))
            return
        _lay_out(root, options.count, options.photos)
        size = sum(path.stat().st_size for path in root.rglob("photo-*.jpg"))
        print(f"{options.count} photographs of 12 megapixels, {size / 1e6 / options.count:.1f} MB each", flush=True)
        print(f"{'build':<18}{'wall s':>8}{'CPU s':>8}{'CPU ms/photo':>14}{'all MB (PSS)':>14}{'one MB':>8}")
        build = ("build", "--today", TODAY, *(("--jobs", str(options.jobs)) if options.jobs else ()))
        for name, more in (("first", ()), ("clean, kept", ("--clean",))):
            print(_line(name, ichsite(root, *build, *more), options.count), flush=True)


def _photos_of_environment() -> Path | None:
    folder = os.environ.get("ICHSITE_PHOTOS")
    return Path(folder) if folder else None


def _line(name: str, cost: Cost, count: int) -> str:
    each = cost.cpu * 1000 / count
    memory = f"{cost.proportional / 1e6:14.0f}{cost.largest / 1e6:8.0f}"
    return f"{name:<18}{cost.wall:8.1f}{cost.cpu:8.1f}{each:14.0f}{memory}"


def _lay_out(root: Path, count: int, photos: Path | None) -> None:
    crafts = -(-count // _A_CRAFT)
    make_site(root, crafts)
    for number, photo in enumerate(_photographs(root, count, photos)):
        page = root / f"content/crafts/{craft_slug(number // _A_CRAFT)}/index.md"
        photo.rename(page.parent / photo.name)
        shown = f"pictures:\n  - {{file: {photo.name}, alt: 第{number}张, illustration: true}}"
        page.write_text(page.read_text("utf-8").replace("pictures:", shown, 1), "utf-8")


def _photographs(folder: Path, count: int, photos: Path | None) -> list[Path]:
    """Different photographs: each another part of one of a few larger ones."""
    chance = random.Random(SEED)  # noqa: S311  no secret is made of it
    made: list[Path] = []
    bases = [_base(number, photos) for number in range(min(count, _BASES))]
    for number in range(count):
        left, top = chance.randrange(2 * _MARGIN), chance.randrange(2 * _MARGIN)
        photo = bases[number % len(bases)].crop(left, top, _WIDTH, _HEIGHT)
        made.append(folder / f"photo-{number:04}.jpg")
        made[-1].write_bytes(photo.jpegsave_buffer(Q=88))
    return made


def _base(number: int, photos: Path | None) -> Any:
    import pyvips

    wide, high = _WIDTH + 2 * _MARGIN, _HEIGHT + 2 * _MARGIN
    if photos is not None:
        files = sorted(photos.glob("*.jpg"))
        source = pyvips.Image.new_from_file(str(files[number % len(files)]), access="sequential")
        image = source.thumbnail_image(wide, height=high, size="force")
    else:
        scales = (1600, 400, 60)
        layers = [pyvips.Image.perlin(wide, high, cell_size=scale, seed=number) * 60 for scale in scales]
        grey = sum(layers[1:], layers[0])
        image = grey.bandjoin([grey * 0.8, grey * 0.6]).linear(1, [128 + number, 120, 110])
    grain = pyvips.Image.gaussnoise(wide, high, sigma=5, seed=number)
    return (image + grain).cast("uchar").copy(interpretation="srgb").copy_memory()


def _compare(photos: list[Path]) -> None:
    ways: dict[str, Callable[[Path], int]] = {"pyvips": _with_pyvips}
    try:
        import PIL
    except ImportError:
        print("Pillow is not installed here: pyvips alone")
    else:
        ways[f"Pillow {PIL.__version__}"] = _with_pillow
    for name, way in ways.items():
        way(photos[0])
        began = time.process_time()
        written = sum(map(way, photos))
        each = (time.process_time() - began) * 1000 / len(photos)
        print(f"{name:<16}{each:8.0f} ms CPU a photo{written / 1000 / len(photos):8.0f} KB written", flush=True)


def _with_pyvips(photo: Path) -> int:
    from ichsite.images.picture import PictureTask, prepare
    from ichsite.images.recipe import Recipe
    from ichsite.text.fingerprint import of_bytes

    _, files = prepare(PictureTask(str(photo), of_bytes(photo.read_bytes()), Recipe()))
    return sum(map(len, files or ()))


def _with_pillow(photo: Path) -> int:
    """As fast as Pillow can: decoded by libjpeg at half size, then reduced before it is resampled."""
    import io

    from PIL import Image, ImageOps

    sizes: list[int] = []
    with Image.open(photo) as opened:
        opened.draft("RGB", (1600, 1600 * opened.height // opened.width))
        whole = ImageOps.exif_transpose(opened).convert("RGB")
    for width in (1600, 800, 400):
        size = (width, round(whole.height * width / whole.width))
        image = whole.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
        forms = (
            ("WEBP", {"quality": 80, "method": 2}),
            *([("JPEG", {"quality": 82, "optimize": True})] * (width == 800)),
        )
        for form, how in forms:
            sink = io.BytesIO()
            image.save(sink, form, **how)
            sizes.append(sink.tell())
    return sum(sizes)


if __name__ == "__main__":
    main()
