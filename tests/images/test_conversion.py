"""Whatever goes in comes out upright, in 8-bit sRGB, in the published widths, and without a word of metadata."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import pyvips

from ichsite.images.picture import JPEG_WIDTH, PictureTask, Prepared, prepare
from ichsite.text.fingerprint import of_bytes
from tests.images.samples import SECRETS, corners, jpeg, oriented, scene, with_secrets

UPRIGHT = ["red", "green", "blue", "yellow"]
PHOTOS = Path(__file__).resolve().parents[3] / "shared/data/photos"


def prepared(data: bytes, folder: Path) -> tuple[Prepared, tuple[bytes, ...]]:
    """What is made of a file with these bytes; no bytes where it is refused."""
    (folder / "picture").write_bytes(data)
    made, files = prepare(PictureTask(str(folder / "picture"), of_bytes(data)))
    return made, files or ()


def checked(data: bytes, folder: Path) -> list[Any]:
    """The published pictures, each held against what all must be."""
    made, files = prepared(data, folder)
    assert made.refusal is None, made.refusal
    images = [pyvips.Image.new_from_buffer(one, "") for one in files]
    for variant, image, one in zip(made.variants, images, files, strict=True):
        assert (variant.width, variant.height) == (image.width, image.height)
        assert (image.format, image.interpretation) == ("uchar", "srgb")
        assert image.bands in ((3, 4) if variant.ending == "webp" else (3,))
        assert not [name for name in image.get_fields() if name.startswith(("exif", "xmp", "iptc", "icc", "png-"))]
        assert not [secret for secret in SECRETS if secret in one]
    assert [one.ending for one in made.variants][-1] == "jpg"
    return images


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_upright(orientation: int, tmp_path: Path) -> None:
    for image in checked(oriented(orientation), tmp_path):
        assert corners(image) == UPRIGHT
        assert (image.width, image.height) == (80, 60)


MANNERS = {
    "jpeg": jpeg(scene()),
    "progressive": jpeg(scene(), interlace=True),
    "png": scene().pngsave_buffer(),
    "png-interlaced": scene().pngsave_buffer(interlace=True),
    "palette": scene().pngsave_buffer(palette=True),
    "sixteen-bit-png": scene().colourspace("rgb16").pngsave_buffer(),
    "sixteen-bit-tiff": scene().colourspace("rgb16").tiffsave_buffer(),
    "float-tiff": scene().colourspace("scrgb").tiffsave_buffer(),
    "alpha": scene().bandjoin(255).pngsave_buffer(),
    "alpha-16": scene().colourspace("rgb16").bandjoin(65535).pngsave_buffer(),
    "webp": scene().webpsave_buffer(lossless=True),
    "cmyk-jpeg": jpeg(scene().icc_export(output_profile="cmyk")),
    "cmyk-without-profile": jpeg(scene().icc_export(output_profile="cmyk"), keep="none"),
    "p3": jpeg(scene().icc_transform("p3", input_profile="srgb")),
    "srgb-profile": jpeg(scene().icc_transform("srgb", input_profile="srgb")),
    "lab-tiff": scene().colourspace("lab").tiffsave_buffer(),
}


@pytest.mark.parametrize("manner", MANNERS)
def test_every_manner_keeps_its_colours(manner: str, tmp_path: Path) -> None:
    for image in checked(MANNERS[manner], tmp_path):
        assert corners(image) == UPRIGHT
        red = image(10, 10)
        assert red[0] > 170 and max(red[1:3]) < 90, red


def test_wide_gamut_is_converted_not_relabelled(tmp_path: Path) -> None:
    """Display P3's numbers for sRGB red are not (220, 30, 30): taken as they are they would look dull."""
    source = MANNERS["p3"]
    stored = pyvips.Image.new_from_buffer(source, "")(10, 10)
    assert abs(stored[0] - 220) > 12
    for image in checked(source, tmp_path):
        assert all(abs(found - wanted) < 12 for found, wanted in zip(image(10, 10), (220, 30, 30), strict=False))


@pytest.mark.parametrize("levels", [8, 16])
def test_grey_is_grey(levels: int, tmp_path: Path) -> None:
    grey = scene().colourspace("b-w" if levels == 8 else "grey16").pngsave_buffer()
    for image in checked(grey, tmp_path):
        pixel = image(10, 10)
        assert max(pixel[:3]) - min(pixel[:3]) <= 6
        assert 50 < pixel[0] < 140


def test_transparency_is_white_in_the_jpeg(tmp_path: Path) -> None:
    clear = scene().bandjoin(0).pngsave_buffer()
    *webp, flat = checked(clear, tmp_path)
    assert flat(10, 10) == [255, 255, 255]
    assert all(image.bands == 4 and image(10, 10)[3] == 0 for image in webp)


@pytest.mark.parametrize("save", ["jpegsave_buffer", "pngsave_buffer", "webpsave_buffer", "tiffsave_buffer"])
def test_no_metadata_is_left(save: str, tmp_path: Path) -> None:
    source = getattr(with_secrets(scene()), save)()
    assert b"SECRET" in source, "the sample has nothing to hide"
    checked(source, tmp_path)


def test_large_pictures_are_scaled_and_small_ones_are_not_enlarged(tmp_path: Path) -> None:
    wide = checked(jpeg(scene(3000, 1000)), tmp_path)
    assert [image.width for image in wide] == [480, 960, JPEG_WIDTH]
    assert all(abs(image.width / image.height - 3) < 0.02 for image in wide)
    assert [image.width for image in checked(jpeg(scene(600, 400)), tmp_path)] == [480, 600, 600]
    tall = checked(jpeg(scene(100, 3000)), tmp_path)
    assert [image.width for image in tall] == [100, 100]


def test_the_same_bytes_every_time(tmp_path: Path) -> None:
    assert prepared(MANNERS["cmyk-jpeg"], tmp_path) == prepared(MANNERS["cmyk-jpeg"], tmp_path)


@pytest.mark.skipif(not PHOTOS.is_dir(), reason="no folder of photographs beside the repository")
def test_photographs_of_museums(tmp_path: Path) -> None:
    photos = sorted(path for path in PHOTOS.rglob("*") if path.suffix.lower() in (".jpg", ".jpeg", ".png"))[:12]
    assert photos
    for photo in photos:
        source = pyvips.Image.new_from_file(str(photo)).autorot()
        for image in checked(photo.read_bytes(), tmp_path):
            assert image.width <= max(960, source.width)
            assert abs(image.width / image.height - source.width / source.height) < 0.02


@pytest.mark.parametrize("size", [(750, 20_000), (20_000, 750), (500, 17_000)])
def test_a_long_scroll_fits_into_webp(size: tuple[int, int], tmp_path: Path) -> None:
    images = checked(scene(*size).pngsave_buffer(), tmp_path)
    assert all(max(image.width, image.height) <= 16_000 for image in images)
    assert all(abs(image.width / image.height / (size[0] / size[1]) - 1) < 0.05 for image in images)
