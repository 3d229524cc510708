"""A line end between two Chinese characters is no blank on the page; between words it is one, and code keeps its lines."""

from __future__ import annotations

import time

import pytest

from ichsite.decode.story import decode_story
from ichsite.decode.story_breaks import without_breaks


@pytest.mark.parametrize(
    ("body", "page"),
    [
        ("任何两个字都\n搜得到。\n下一句", "<p>任何两个字都搜得到。下一句</p>"),
        ("- 一条很长的\n  列表项", "<ul>\n<li>一条很长的列表项</li>\n</ul>"),
        (
            "**粗体**\n字，`码`\n后面，前面\n*斜*",
            "<p><strong>粗体</strong>字，<code>码</code>后面，前面<em>斜</em></p>",
        ),
        ("他说“好”\n然后走了", "<p>他说“好”然后走了</p>"),
        ("a “quote”\n“next” line\nwords", "<p>a “quote”\n“next” line\nwords</p>"),
        ("字 English\nwords\n中文", "<p>字 English\nwords\n中文</p>"),
        ("甲\n\n```\n甲\n乙\n```\n\n甲\n乙", "<p>甲</p>\n<pre><code>甲\n乙\n</code></pre>\n<p>甲乙</p>"),
        ("甲  \n乙", "<p>甲<br>\n乙</p>"),
    ],
)
def test_what_a_page_shows(body: str, page: str) -> None:
    story, findings = decode_story("content/pages/a.md", body, 0)
    assert not findings
    assert "".join(part for part in story.parts if isinstance(part, str)).strip() == page


@pytest.mark.parametrize("piece", ["字<b>", "字 \n <a href='x'>", "字<em>\n", "<pre>字\n", "”\n“字"])
def test_hostile_markup_costs_what_it_is_long(piece: str) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        without_breaks(piece * times)
        return time.process_time() - started

    assert seconds(40_000) < 100 * max(seconds(4_000), 0.001)
