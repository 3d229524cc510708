"""A placeholder is of the colour that one sees from afar."""

from __future__ import annotations

from typing import Any

import pytest
import pyvips

from ichsite.images.colour import dominant_colour
from tests.images.samples import noise, scene


def near(found: str, wanted: tuple[int, int, int], reach: int = 12) -> bool:
    return all(abs(int(found[at : at + 2], 16) - band) <= reach for at, band in zip((1, 3, 5), wanted, strict=True))


def plain(width: int, height: int, colour: tuple[int, int, int]) -> Any:
    return (pyvips.Image.black(width, height, bands=3) + list(colour)).cast("uchar").copy(interpretation="srgb")


def test_what_covers_most_wins_and_no_mean_of_two_is_made_up() -> None:
    paper = plain(200, 100, (198, 196, 190))
    cut = plain(80, 100, (190, 20, 30))
    assert near(dominant_colour(paper.insert(cut, 0, 0)), (198, 196, 190))
    assert near(dominant_colour(paper.insert(plain(120, 100, (190, 20, 30)), 0, 0)), (190, 20, 30))


def test_a_shaded_ground_is_one_colour() -> None:
    """From light to dark grey over three quarters, a flat red patch on the rest."""
    ramp = pyvips.Image.xyz(200, 150)[0].linear(60 / 200, 150).cast("uchar")
    image = ramp.bandjoin([ramp, ramp]).copy(interpretation="srgb").embed(0, 0, 200, 200).copy(interpretation="srgb")
    image = image.insert(plain(200, 50, (200, 30, 30)), 0, 150)
    red, green, blue = (int(dominant_colour(image)[at : at + 2], 16) for at in (1, 3, 5))
    assert max(red, green, blue) - min(red, green, blue) < 8


def test_grain_changes_nothing() -> None:
    assert near(dominant_colour(noise(900, 700)), (90, 128, 170), 20)


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5000, 1), (3, 2)])
def test_any_shape_has_a_colour(size: tuple[int, int]) -> None:
    assert near(dominant_colour(plain(*size, (143, 179, 162))), (143, 179, 162), 2)


def test_the_same_each_time() -> None:
    assert dominant_colour(scene()) == dominant_colour(scene())
