"""The probes see what they are for: each is shown a page that is wrong in its way, and one that is right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.probe import complaints, painted

GOOD = """<html lang="zh-CN"><title>好</title><meta name="viewport" content="width=device-width">
<style>body { margin: 0; line-height: 1.7 } a.card { display: block; padding: 12px }</style>
<main><h1>青瓷</h1><p>一句话里的<a href="#x">链接</a>不必高。</p><a class="card" href="#x">一张卡片</a>
<table><tr><td>格</td></tr></table></main></html>"""
BAD = (
    ("frame", '<main><p id="a"></p><p id="a"></p></main>'),
    ("sideways", '<div style="width: 500px">宽</div>'),
    ("sideways", '<p style="width: 90vw; position: relative; left: 30vw">越界</p>'),
    ("targets", '<p><a href="#x">一</a> · <a href="#y">二</a></p>'),
    ("targets", '<button style="width: 20px; height: 20px; padding: 0"></button>'),
    ("pictures", '<img src="data:image/png;base64,AAAA" width="1" height="1">'),
    ("sizes", '<img src="data:," alt="">'),
    ("crowded", '<p style="margin: 0">上面</p><p style="margin: -1.5em 0 0">下面</p>'),
    ("crowded", '<p style="height: 1em; overflow: hidden">高<br>不<br>够</p>'),
    ("bars", '<div style="position: fixed; bottom: 0; width: 100%; height: 60%">条</div>'),
    ("cells", "<main><details><summary>更多</summary><table><tr><td>藏着</td></tr></table></details></main>"),
)


@pytest.fixture(scope="module")
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


def test_nothing_is_said_of_a_good_page(page: Any) -> None:
    page.set_content(GOOD)
    assert complaints(page, *dict(BAD)) == []


@pytest.mark.parametrize(("probe", "body"), BAD)
def test_what_is_wrong_is_said(page: Any, probe: str, body: str) -> None:
    page.set_content(f"<style>body {{ margin: 0 }}</style>{body}")
    assert [one.split(":")[0] for one in complaints(page, probe)], body


@pytest.mark.parametrize("script", [True, False])
def test_a_shift_is_seen_with_and_without_script(browser: Any, script: bool) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=script)
    page = context.new_page()
    page.set_content('<div id="late"></div><p>一段字，等会儿要被推下去。</p>')
    painted(page)
    page.evaluate("() => { document.getElementById('late').style.height = '200px' }")
    for _ in range(50):  # a busy machine paints late
        painted(page)
        if said := complaints(page, "shifts"):
            break
    context.close()
    assert len(said) == 1
