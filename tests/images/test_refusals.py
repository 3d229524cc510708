"""What is no picture, or too much of one, is refused in words, at the place that names it, and publishes nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import pyvips

from tests.images.samples import SECRETS, jpeg, png_of, scene, with_secrets
from tests.invariants.trees import attempted, tree
from tests.sites_support import ichsite, laid_out

WHOLE = jpeg(scene(400, 300))
HOSTILE = {
    "zero-bytes": (b"", "picture-format", "empty"),
    "text": ("这不是图片".encode(), "picture-format", "text, no picture"),
    "svg": (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', "picture-format", "SVG"),
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0heicmif1" + bytes(100), "picture-format", "HEIC"),
    "eps": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "picture-format", "EPS"),
    "pdf": (b"%PDF-1.7\n" + bytes(50), "picture-format", "PDF"),
    "gif": (b"GIF89a\x01\0\x01\0\0\0\0;", "picture-format", "GIF"),
    "bmp": (b"BM" + bytes(60), "picture-format", "BMP"),
    "half-a-jpeg": (WHOLE[: len(WHOLE) // 2], "picture-broken", "incomplete"),
    "jpeg-without-its-end": (WHOLE[:-200], "picture-broken", "incomplete"),
    "head-of-a-jpeg": (WHOLE[:3], "picture-broken", "incomplete"),
    "half-a-png": (scene(400, 300).pngsave_buffer()[:300], "picture-broken", "incomplete"),
    "half-a-webp": (scene(400, 300).webpsave_buffer()[:120], "picture-broken", "incomplete"),
    "bomb": (png_of(30_000, 30_000, rows=60), "picture-too-large", "30000×30000"),
    "bomb-that-is-whole": (png_of(20_000, 9_000, rows=9_000), "picture-too-large", "20000×9000"),
    "sizes-of-nothing": (png_of(0, 0), "picture-broken", "incomplete"),
    "noise-with-a-head": (b"\xff\xd8\xff" + bytes(range(256)) * 20, "picture-broken", "incomplete"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return laid_out(tmp_path / "site")


@pytest.mark.parametrize("name", HOSTILE)
def test_refused(name: str, root: Path) -> None:
    data, code, words = HOSTILE[name]
    (root / "content/crafts/vase/cover.jpg").write_bytes(data)
    done, said = attempted(root)
    assert not done
    assert re.search(rf"^content/crafts/vase/index\.md:\d+:12 error\[{code}\]", said, re.MULTILINE), said
    assert words in said
    assert not (root / "output").exists()


def test_every_bad_picture_is_named_at_once(root: Path) -> None:
    for path, name in (
        ("crafts/vase/cover.jpg", "svg"),
        ("crafts/vase/meizi.jpg", "half-a-jpeg"),
        ("crafts/plaque/cover.jpg", "heic"),
        ("showcases/vase-1/photo-1.jpg", "zero-bytes"),
    ):
        (root / "content" / path).write_bytes(HOSTILE[name][0])
    run = ichsite(root, "build")
    assert run.code == 1
    assert run.err.count("error[picture-format]") == 3 and run.err.count("error[picture-broken]") == 1


def test_a_wrong_ending_is_no_matter_where_the_format_is_known(root: Path) -> None:
    (root / "content/crafts/vase/cover.jpg").write_bytes(scene().pngsave_buffer())
    run = ichsite(root, "build")
    assert run.code == 0, run.err


def test_nothing_of_the_original_is_in_the_output(root: Path) -> None:
    originals: list[bytes] = []
    for name, save in (
        ("cover.jpg", "jpegsave_buffer"),
        ("meizi.jpg", "pngsave_buffer"),
        ("fenqing.jpg", "webpsave_buffer"),
    ):
        data = getattr(with_secrets(scene(500, 400)), save)()
        (root / "content/crafts/vase" / name).write_bytes(data)
        originals.append(data)
    run = ichsite(root, "build")
    assert run.code == 0, run.err
    pictures = [data for path, data in tree(root / "output").items() if path.startswith("assets/pictures/")]
    assert len(pictures) >= 6
    for data in pictures:
        assert not [secret for secret in SECRETS if secret in data]
        assert data not in originals
    assert b"SECRET" not in b"".join(tree(root / "output").values())


def test_two_pictures_of_one_name_are_two(root: Path) -> None:
    (root / "content/crafts/plaque/cover.jpg").write_bytes(jpeg(scene()))
    assert ichsite(root, "build").code == 0
    shown = [
        set(re.findall(r"assets/pictures/[0-9a-f]+", (root / f"output/crafts/{slug}/index.html").read_text("utf-8")))
        for slug in ("vase", "plaque")
    ]
    assert shown[0] and shown[1] and shown[0] != shown[1]


def test_many_large_pictures_in_bounded_memory(root: Path) -> None:
    """Thirty pictures of twelve megapixels are over a gigabyte when decoded; a build may use a fraction of that."""
    from benchmarks.measure import ichsite as measured

    noise = pyvips.Image.perlin(4000, 3000, cell_size=400, seed=1).linear(60, 128).cast("uchar")
    data = jpeg(noise.bandjoin([noise, noise]).copy(interpretation="srgb"), Q=70)
    pictures = ""
    for number in range(30):
        name = f"large-{number:02}.jpg"
        (root / "content/crafts/vase" / name).write_bytes(data + bytes(number))  # each of its own digest
        pictures += f"\n  - {{file: {name}, alt: 第{number}张, illustration: true}}"
    page = root / "content/crafts/vase/index.md"
    page.write_text(page.read_text("utf-8").replace("pictures:", f"pictures:{pictures}"), "utf-8")
    cost = measured(root, "build", "--today", "2026-11-22", "--jobs", "2")
    assert cost.largest < 400_000_000
    assert cost.proportional < 600_000_000
