"""The budgets of what is sent, counted: HTML with CSS, and script, of every page of the demonstration."""

from __future__ import annotations

from pathlib import Path

from benchmarks.weights import TEXT_BYTES, heaviest_of_each_type, script_budget, type_of, weights

ALONE = ("showcases/strip/", "share/card/")
"""What is embedded elsewhere or put into a parcel: without the site around it, without script."""


def test_no_page_is_heavier_than_its_budget(built: dict[str, Path]) -> None:
    found = weights(built["/"])
    whole = [one for one in found if not any(alone in one.path for alone in ALONE)]
    assert len(whole) > 150
    assert all(one.css > 1000 and one.script > 500 for one in whole)
    heavy = [one for one in found if one.text > TEXT_BYTES or one.script > script_budget(one.path)]
    assert heavy == []


def test_a_page_is_weighed_with_all_that_it_names(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/a.css").write_text("a { color: red }" * 9, "utf-8")
    (tmp_path / "assets/a.js").write_text("f()", "utf-8")
    page = tmp_path / "crafts/vase/index.html"
    page.parent.mkdir(parents=True)
    link = '<link rel="stylesheet" href="/repo/assets/a.css"><script defer src="/repo/assets/a.js"></script>'
    page.write_text(f"{link}<h1>x</h1>", "utf-8")
    (one,) = weights(tmp_path)
    assert one.path == "crafts/vase/" and 0 < one.css < 144 and one.script > 3 and one.text == one.html + one.css
    assert [type_of(each.path) for each in heaviest_of_each_type(tmp_path)] == ["crafts/*/"]
