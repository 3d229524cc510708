"""Whatever goes in comes out upright, in 8-bit sRGB, in the published widths, and without a word of metadata."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import pyvips
from defusedxml import ElementTree

from ichsite.images.ai_label import AI_XMP
from ichsite.images.picture import PictureTask, Prepared, prepare
from ichsite.images.recipe import Recipe
from ichsite.text.fingerprint import of_bytes
from tests.images.samples import SECRETS, corners, jpeg, noise, oriented, scene, with_profile, with_secrets

LOADERS = {"jpg": "jpegload", "webp": "webpload", "avif": "heifload"}
UPRIGHT = ["red", "green", "blue", "yellow"]
PHOTOS = Path(__file__).resolve().parents[3] / "shared/data/photos"


FULL = Recipe(avif=True)


def prepared(data: bytes, folder: Path, recipe: Recipe = FULL) -> tuple[Prepared, tuple[bytes, ...]]:
    """What is made of a file with these bytes; no bytes where it is refused."""
    (folder / "picture").write_bytes(data)
    made, files = prepare(PictureTask(str(folder / "picture"), of_bytes(data), recipe))
    return made, files or ()


def checked(data: bytes, folder: Path, recipe: Recipe = FULL) -> list[Any]:
    """The published pictures, each held against what all must be."""
    made, files = prepared(data, folder, recipe)
    assert made.refusal is None, made.refusal
    images = [pyvips.Image.new_from_buffer(one, "") for one in files]
    for variant, image, one in zip(made.variants, images, files, strict=True):
        assert (variant.width, variant.height) == (image.width, image.height)
        assert (image.format, image.interpretation) == ("uchar", "srgb")
        assert image.bands in ((3,) if variant.ending == "jpg" else (3, 4))
        assert not [name for name in image.get_fields() if name.startswith(("exif", "xmp", "iptc", "icc", "png-"))]
        assert variant.ending != "jpg" or b"\xff\xfe" not in one, "a comment"
        assert image.get("vips-loader").startswith(LOADERS[variant.ending])
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
    "avif": scene().heifsave_buffer(compression="av1", Q=90, subsample_mode="off"),
    "avif-alpha": scene().bandjoin(255).heifsave_buffer(compression="av1", Q=90, subsample_mode="off"),
    "sixteen-bit-avif": scene().colourspace("rgb16").heifsave_buffer(compression="av1", bitdepth=12, Q=90),
    "p3-png": scene().icc_transform("p3", input_profile="srgb").pngsave_buffer(),
    "p3-webp": scene().icc_transform("p3", input_profile="srgb").webpsave_buffer(lossless=True),
    "palette-alpha": scene().bandjoin(255).pngsave_buffer(palette=True),
    "cmyk-tiff": scene().icc_export(output_profile="cmyk").tiffsave_buffer(compression="lzw"),
    "big-tiff": scene().tiffsave_buffer(bigtiff=True),
    "pyramid-tiff": scene(400, 300).tiffsave_buffer(pyramid=True, tile=True, tile_width=64, tile_height=64),
    "jpeg-in-tiff": scene().tiffsave_buffer(compression="jpeg", Q=95),
    "broken-profile": jpeg(with_profile(scene(), bytes(range(256)) * 8)),
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


GREYS = {
    "8": scene().colourspace("b-w").pngsave_buffer(),
    "16": scene().colourspace("grey16").pngsave_buffer(),
    "8-alpha": scene().colourspace("b-w").bandjoin(255).copy(interpretation="b-w").pngsave_buffer(),
    "16-alpha": scene().colourspace("grey16").bandjoin(65535).copy(interpretation="grey16").pngsave_buffer(),
    "jpeg": jpeg(scene().colourspace("b-w")),
    "tiff": scene().colourspace("b-w").tiffsave_buffer(),
}


@pytest.mark.parametrize("manner", GREYS)
def test_grey_is_grey(manner: str, tmp_path: Path) -> None:
    for image in checked(GREYS[manner], tmp_path):
        pixel = image(10, 10)
        assert max(pixel[:3]) - min(pixel[:3]) <= 6
        assert 50 < pixel[0] < 140


def test_transparency_is_white_in_the_jpeg(tmp_path: Path) -> None:
    clear = scene().bandjoin(0).pngsave_buffer()
    *others, flat = checked(clear, tmp_path)
    assert flat(10, 10) == [255, 255, 255]
    assert len(others) == 2
    assert all(image.bands == 4 and image(10, 10)[3] == 0 for image in others)
    assert prepared(clear, tmp_path)[0].colour == "#ffffff", "behind what can be seen through"
    assert prepared(MANNERS["alpha"], tmp_path)[0].colour != "#ffffff", "alpha that hides nothing"


@pytest.mark.parametrize("save", ["jpegsave_buffer", "pngsave_buffer", "webpsave_buffer", "tiffsave_buffer"])
def test_no_metadata_is_left(save: str, tmp_path: Path) -> None:
    source = getattr(with_secrets(scene()), save)()
    assert b"SECRET" in source, "the sample has nothing to hide"
    checked(source, tmp_path)


@pytest.mark.parametrize("save", ["jpegsave_buffer", "pngsave_buffer", "webpsave_buffer"])
def test_what_ai_made_says_so_in_every_file_and_nothing_else(save: str, tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(getattr(with_secrets(scene()), save)())
    digest = of_bytes((tmp_path / "picture").read_bytes())
    made, files = prepare(PictureTask(str(tmp_path / "picture"), digest, FULL, ai_generated=True))
    assert [one.ending for one in made.variants] == ["webp", "avif", "jpg"]
    for data in files or ():
        image = pyvips.Image.new_from_buffer(data, "")
        said = ElementTree.fromstring(image.get("xmp-data").decode().strip("\ufeff\0"))
        (one,) = said.iter("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description")
        label = one.findtext("{http://www.tc260.org.cn/ns/AIGC/1.0/}AIGC")
        assert json.loads(label or "") == {"Label": "1"}
        source = one.findtext("{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType") or ""
        assert source.endswith("/trainedAlgorithmicMedia")
        assert "AI 生成" in "".join(one.itertext())
        assert not [name for name in image.get_fields() if name.startswith(("exif", "iptc", "icc", "png-"))]
        assert b"SECRET" not in data
        assert corners(image) == UPRIGHT


def test_every_width_of_what_ai_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(jpeg(scene(1800, 1200)))
    digest = of_bytes((tmp_path / "picture").read_bytes())
    made, files = prepare(PictureTask(str(tmp_path / "picture"), digest, Recipe(), ai_generated=True))
    assert [one.width for one in made.variants] == [400, 800, 1600, 800]
    assert all(AI_XMP in data for data in files or ())


def test_large_pictures_are_scaled_and_small_ones_are_not_enlarged(tmp_path: Path) -> None:
    widths: dict[tuple[int, int], list[int]] = {
        (3000, 1000): [400, 800, 1600, 800],
        (1600, 1200): [400, 800, 1600, 800],
        (1000, 500): [400, 800, 1000, 800],
        (600, 400): [400, 600, 600],
        (100, 3000): [100, 100],
    }
    for size, wanted in widths.items():
        images = checked(jpeg(scene(*size)), tmp_path, Recipe())
        assert [image.width for image in images] == wanted
        assert all(abs(image.width / image.height / (size[0] / size[1]) - 1) < 0.02 for image in images)


def test_settings_are_followed(tmp_path: Path) -> None:
    source = jpeg(noise(1500, 1000))
    made, files = prepared(source, tmp_path, Recipe((300, 600, 900, 1200), 60, avif=True))
    assert [(one.ending, one.width) for one in made.variants] == [
        *(("webp", width) for width in (300, 600, 900, 1200)),
        *(("avif", width) for width in (300, 600, 900, 1200)),
        ("jpg", 900),
    ]
    _, finer = prepared(source, tmp_path, Recipe((300, 600, 900, 1200), 90, avif=True))
    assert all(len(fine) > len(coarse) for fine, coarse in zip(finer, files, strict=True))
    assert [one.width for one in prepared(source, tmp_path, Recipe((1200,)))[0].variants] == [1200, 1200]


def test_the_same_bytes_every_time(tmp_path: Path) -> None:
    assert prepared(MANNERS["cmyk-jpeg"], tmp_path) == prepared(MANNERS["cmyk-jpeg"], tmp_path)


@pytest.mark.skipif(not PHOTOS.is_dir(), reason="no folder of photographs beside the repository")
def test_photographs_of_museums(tmp_path: Path) -> None:
    photos = sorted(path for path in PHOTOS.rglob("*") if path.suffix.lower() in (".jpg", ".jpeg", ".png"))[:12]
    assert photos
    for photo in photos:
        source = pyvips.Image.new_from_file(str(photo)).autorot()
        for image in checked(photo.read_bytes(), tmp_path):
            assert image.width <= min(1600, source.width)
            assert abs(image.width / image.height - source.width / source.height) < 0.02


@pytest.mark.parametrize("save", ["pngsave_buffer", "tiffsave_buffer"])
def test_one_bit_is_black_and_white(save: str, tmp_path: Path) -> None:
    left = pyvips.Image.black(40, 60)
    drawn = left.join(left + 255, "horizontal").cast("uchar").copy(interpretation="b-w")
    for image in checked(getattr(drawn, save)(bitdepth=1), tmp_path):
        assert max(image(10, 30)[:3]) < 20 and min(image(70, 30)[:3]) > 235


@pytest.mark.parametrize("size", [(1, 1), (1, 20_000), (20_000, 1), (2, 3)])
def test_extreme_sizes_are_published(size: tuple[int, int], tmp_path: Path) -> None:
    for image in checked(noise(*size).pngsave_buffer(), tmp_path):
        assert 1 <= image.width <= 1600 and 1 <= image.height <= 16_000


def test_forty_megabytes_before_the_picture(tmp_path: Path) -> None:
    """A JPEG whose application segments are larger than it: the picture is published, nothing of them is."""
    whole = jpeg(scene())
    segment = b"\xff\xe7\xff\xff" + b"SECRET" + bytes(65_533 - 6)
    checked(whole[:2] + segment * 640 + whole[2:], tmp_path)


def test_comments_and_thumbnails_inside_are_left_out(tmp_path: Path) -> None:
    whole = jpeg(scene())
    comment = b"SECRET-COMMENT"
    source = whole[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment + whole[2:]
    checked(source + b"SECRET after the end", tmp_path)


@pytest.mark.parametrize("size", [(750, 20_000), (20_000, 750), (500, 17_000)])
def test_a_long_scroll_fits_into_webp(size: tuple[int, int], tmp_path: Path) -> None:
    images = checked(scene(*size).pngsave_buffer(), tmp_path)
    assert all(max(image.width, image.height) <= 16_000 for image in images)
    assert all(abs(image.width / image.height / (size[0] / size[1]) - 1) < 0.05 for image in images)
