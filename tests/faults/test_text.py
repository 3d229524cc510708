"""Text and YAML that would hang, crash or mislead: refused with a code and a place, all of it in one run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.invariants.trees import attempted, built, differences, tree
from tests.sites_support import ichsite, laid_out

POST = "---\nid: new\ntitle: {title}\nsummary: 概要\npublished: 2026-11-01\nauthor: 阿宁\n---\n{body}\n"
HEAD = "id: new\nsummary: 概要\npublished: 2026-11-01\nauthor: 阿宁\n"


def front(yaml: str, body: str = "正文。") -> bytes:
    """A post with this front matter."""
    return f"---\n{yaml}\n---\n{body}\n".encode()


def _aliases() -> str:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 8)]
    return "\n".join(rows)


def _merges() -> str:
    rows = ["m0: &m0 {k: v}"]
    rows += [f"m{n}: &m{n}\n  <<: [{', '.join([f'*m{n - 1}'] * 9)}]" for n in range(1, 8)]
    return "\n".join(rows)


HOSTILE: dict[str, bytes] = {
    "alias-bomb": front(f"{HEAD}title: 一\n{_aliases()}"),
    "merge-bomb": front(f"{HEAD}title: 一\n{_merges()}"),
    "anchor-in-itself": front(f"{HEAD}title: &a [*a]"),
    "brackets": front(f"{HEAD}title: {'[' * 30_000}"),
    "braces": front(f"{HEAD}title: {'{a: ' * 5_000}"),
    "deep-map": front(HEAD + "title:\n" + "\n".join("  " * (n + 1) + "a:" for n in range(1_500))),
    "duplicate-key": front(f"{HEAD}title: 一\ntitle: 二"),
    "python-tag": front(f"{HEAD}title: !!python/object/apply:os.system ['touch hacked']"),
    "int-tag": front(f"{HEAD}title: !!int abc"),
    "binary-tag": front(f"{HEAD}title: !!binary aGk="),
    "unknown-tag": front(f"{HEAD}title: !thing 一"),
    "full-width-colon": front(f"{HEAD}title：一"),
    "no-break-space-in-a-key": front(f"{HEAD}ti\u00a0tle: 一"),
    "zero-width-in-a-key": front(f"{HEAD}title\u200b: 一"),
    "tab-indent": front(f"{HEAD}title: 一\npicture:\n\tfile: a.jpg"),
    "two-documents": front(f"{HEAD}title: 一\n...\nsummary: 二"),
    "list-root": front("- 一\n- 二"),
    "scalar-root": front("一段话"),
    "empty-front-matter": front(""),
    "no-closing-line": f"---\n{HEAD}title: 一\n\n正文。\n".encode(),
    "no-front-matter": "正文。\n".encode(),
    "empty-file": b"",
    "gbk": f"---\n{HEAD}title: 青瓷花瓶的来历与做法\n---\n正文。\n".encode("gbk"),
    "utf-16": f"---\n{HEAD}title: 一\n---\n正文。\n".encode("utf-16"),
    "utf-16-without-mark": f"---\n{HEAD}title: 一\n---\n正文。\n".encode("utf-16-le"),
    "nul": front(f"{HEAD}title: a\0b"),
    "c1-control": front(f"{HEAD}title: a\u0085b\u009bc"),
    "escape": front(f"{HEAD}title: \x1b[31mred"),
    "lone-surrogate": b"---\nid: new\ntitle: \xed\xa0\x80\n---\n",
    "surrogate-escape": front(f'{HEAD}title: "\\ud800"'),
    "ten-megabytes": front(f"{HEAD}title: 一", "字" * 4_000_000),
    "unknown-key": front(f"{HEAD}titel: 一"),
    "boolean-as-title-key": front(f"{HEAD}title: 一\nno: 二"),
    "list-as-title": front(f"{HEAD}title: [一]"),
    "map-as-title": front(f"{HEAD}title: {{a: b}}"),
    "no-title": front(HEAD),
    "long-title": front(f"{HEAD}title: {'长' * 500}"),
    "long-key": front(f"{HEAD}title: 一\n{'k' * 5_000}: 1"),
    "no-such-day": front(HEAD.replace("2026-11-01", "2024-13-45") + "title: 一"),
    "day-as-number": front(HEAD.replace("2026-11-01", "1_000") + "title: 一"),
    "day-with-time-bomb": front(HEAD.replace("2026-11-01", "9" * 5_000) + "title: 一"),
    "unclosed-quote": front(f'{HEAD}title: "一'),
    "unclosed-flow": front(f"{HEAD}title: 一\ncrafts: [vase"),
    "key-that-is-a-map": front(f"{HEAD}title: 一\n? {{a: b}}\n: c"),
    "merge-key": front(f"{HEAD}<<: {{title: 一}}"),
    "directive": f"%YAML 9.9\n---\n{HEAD}title: 一\n---\n".encode(),
    "unknown-reference": front(f"{HEAD}title: 一\ncrafts: [vasse]"),
    "dead-link": front(f"{HEAD}title: 一", "见[那里](craft:vasse)。"),
    "dead-anchor": front(f"{HEAD}title: 一", "见[那里](craft:vase#nowhere)。"),
}
QUADRATIC = {
    "open-brackets": "[" * 8_000,
    "half-links": "[a](" * 8_000,
    "half-pictures": "![" * 8_000,
    "half-tags": "<a " * 8_000,
    "half-comments": "<!--" * 8_000,
    "cdata": "<![" * 2_000,
    "strange-ends": "-- >" * 2_000,
    "stars": "*a " * 8_000,
    "underscores": "_" * 30_000,
    "backticks": "`" * 30_000,
    "quotes": ">" * 5_000 + " a",
    "nested-list": "\n".join("    " * n + "- a" for n in range(200)),
    "wide-table": "|".join("a" * 200) + "\n" + "|".join(["-"] * 200) + ("\n" + "|".join("b" * 200)) * 200,
    "footnotes": "\n\n".join(f"[^{n}]: a [^{n + 1}]" for n in range(800)),
    "attributes": "{: " * 8_000,
    "references": "\n".join(f"[{n}]: http://a/{n}" for n in range(4_000)),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return laid_out(tmp_path / "site")


@pytest.mark.parametrize("name", HOSTILE)
def test_one_hostile_file(name: str, root: Path) -> None:
    (root / "content/posts/new.md").write_bytes(HOSTILE[name])
    done, said = attempted(root)
    assert not done
    assert re.search(r"^content/posts/new\.md(:\d+:\d+)? error\[[a-z0-9-]+\] \S", said, re.MULTILINE), said
    assert not (root / "output").exists() and not (root / "hacked").exists()


def test_all_of_them_at_once(root: Path) -> None:
    """One run says everything, whatever else is wrong; the site of yesterday stays."""
    built(root)
    before = tree(root / "output")
    for name, data in HOSTILE.items():
        (root / "content/posts" / f"{name}.md").write_bytes(data)
    run = ichsite(root, "build", timeout=30)
    assert run.code == 1
    missed = [name for name in HOSTILE if not re.search(rf"^content/posts/{name}\.md.* error\[", run.err, re.MULTILINE)]
    assert not missed
    assert "Traceback" not in run.err and "\x1b" not in run.err
    assert tree(root / "output") == before


@pytest.mark.parametrize("name", QUADRATIC)
def test_markdown_that_takes_for_ever_elsewhere(name: str, root: Path) -> None:
    (root / "content/posts/new.md").write_text(POST.format(title="长文", body=QUADRATIC[name]), "utf-8")
    run = ichsite(root, "check", timeout=10)
    assert run.code in (0, 1), run.err
    if run.code:
        assert re.search(r"content/posts/new\.md(:\d+:\d+)? error\[", run.err), run.err


def test_line_ends_and_a_byte_order_mark_make_no_difference(root: Path, tmp_path: Path) -> None:
    built(root)
    expected = tree(root / "output")
    for turn, (mark, end) in enumerate(
        ((b"\xef\xbb\xbf", b"\n"), (b"", b"\r\n"), (b"", b"\r"), (b"\xef\xbb\xbf", b"\r\n"))
    ):
        other = laid_out(tmp_path / f"other-{turn}")
        for path in other.rglob("*"):
            if path.suffix in (".md", ".yaml"):
                path.write_bytes(mark + path.read_bytes().replace(b"\n", end))
        built(other)
        assert not differences(tree(other / "output"), expected)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("no", "no"),
        ("on", "on"),
        ("010", "010"),
        ("1:30", "1:30"),
        ("1e3", "1e3"),
        (".nan", ".nan"),
        ("1_000", "1_000"),
        ("null", "null"),
    ],
)
def test_text_stays_as_it_was_written(written: str, shown: str, root: Path) -> None:
    (root / "content/posts/new.md").write_text(POST.format(title=written, body="正文。"), "utf-8")
    built(root)
    assert re.search(rf"<h1[^>]*>\s*{re.escape(shown)}\s*<", (root / "output/posts/new/index.html").read_text("utf-8"))
