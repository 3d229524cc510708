"""The file itself: written so that it reads back, and never taken for less than it was."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ichsite.decode.permalinks import LedgerFault, read_block, skeleton_of
from ichsite.ledger.text import ledger_text
from ichsite.model.permalink import LEDGER_KINDS, Permalink, Permalinks
from ichsite.text.address import ITEM_KINDS, OutputPath, UrlPath, slug_fault
from ichsite.write.publish import Publisher
from tests.invariants.trees import tree
from tests.ledger.site import LEDGER, again, ledger, post, refused, site
from tests.sites_support import ichsite

TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn", "Co")), min_size=1, max_size=30)
STEPS = st.from_regex(r"[a-z0-9陶瓷窑'~!$(),][a-z0-9陶瓷窑'~!$(),-]{0,12}", fullmatch=True)
ADDRESSES = st.lists(STEPS, min_size=1, max_size=3).map(lambda steps: UrlPath(f"/x{'/'.join(steps)}/"))


@st.composite
def lines(draw: st.DrawFn) -> Permalink:
    kind = draw(st.sampled_from(LEDGER_KINDS))
    item = kind in ITEM_KINDS
    ids = STEPS.filter(lambda text: not slug_fault(text)) if item else TEXTS.map(str.strip).filter(bool)
    return Permalink(
        kind=kind,
        id=draw(ids),
        address=draw(ADDRESSES),
        code=draw(st.from_regex(r"[a-z0-9]{4}", fullmatch=True)) if item else "",
        name=draw(TEXTS.map(str.strip)),
        title=draw(TEXTS.map(str.strip)),
        near=tuple(draw(st.lists(TEXTS.map(str.strip).filter(bool), max_size=3))),
        former=tuple(draw(st.lists(ADDRESSES, max_size=3))),
        also=tuple(draw(st.lists(STEPS, max_size=2))),
        successor=draw(st.sampled_from(("", "post:other", "/about/", "/"))),
        pages=draw(st.integers(1, 999)),
        sketch=draw(st.from_regex(r"([0-9a-f]{8}){0,4}", fullmatch=True)),
    )


@settings(max_examples=40)
@given(st.lists(lines(), max_size=12), st.sampled_from([(), ("en",)]), st.sampled_from([(), ("kit",)]))
def test_what_is_written_reads_back(entries: list[Permalink], trees: tuple[str, ...], parts: tuple[str, ...]) -> None:
    text = ledger_text(Permalinks(tuple(entries), trees, parts)).decode()
    skeleton = skeleton_of(text)
    assert (skeleton.count, skeleton.trees, skeleton.parts) == (len(entries), trees, parts)
    found: list[Permalink] = []
    for block in skeleton.blocks:
        read, findings = read_block(block)
        assert findings == ()
        found += read
    assert found == entries


@settings(max_examples=40)
@given(st.lists(lines(), min_size=3, max_size=8), st.data())
def test_a_cut_file_is_never_read_as_a_whole_one(entries: list[Permalink], data: st.DataObject) -> None:
    text = ledger_text(Permalinks(tuple(entries))).decode()
    cut = text[: data.draw(st.integers(0, len(text) - 2))]
    try:
        skeleton = skeleton_of(cut)
    except LedgerFault:
        return
    read = [read_block(block) for block in skeleton.blocks]
    whole = sum(len(found) for found, _ in read) >= skeleton.count and not any(faults for _, faults in read)
    assert not whole or cut.rstrip().endswith(f"count: {len(entries)}") or skeleton.count < len(entries)


@given(st.binary(max_size=300))
def test_any_text_is_refused_or_read(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for whole in (text, f"version: 1\naddresses:\n{text}\ncount: 1\n"):
        try:
            for block in skeleton_of(whole).blocks:
                read_block(block)
        except LedgerFault:
            pass


def test_many_lines_are_read_in_blocks_that_an_insertion_leaves_alone() -> None:
    entries = [Permalink("post", f"p{number}", UrlPath(f"/posts/p{number}/"), "a2c3") for number in range(3000)]
    before = {block.text for block in skeleton_of(ledger_text(Permalinks(tuple(entries))).decode()).blocks}
    entries.insert(1500, Permalink("post", "new", UrlPath("/posts/new/"), "a2c4"))
    after = {block.text for block in skeleton_of(ledger_text(Permalinks(tuple(entries))).decode()).blocks}
    assert len(before) > 4
    assert len(after - before) <= 2


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return site(tmp_path / "site")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (r"^count: .*\n", ""),
        (r"^count: .*$", "count: 999"),
        (r"^version: 1$", "version: 2"),
        (r"^- \{kind: post.*\n", ""),
        (r"^(- \{kind: post.*)$", r"<<<<<<< HEAD\n\1\n=======\n\1\n>>>>>>> other"),
        (r"address: /about/", "address: /about/../x/"),
        (r"^(- \{kind: page.*)$", r"\1\n\1"),
        (r"kind: stream", "kind: strem"),
        (r"^addresses:$", "adresses:"),
        (r"^- \{kind: post", "- {kind: post, kind: post"),
        (r"id: first", 'id: "../../../first"'),
        (r"id: first", 'id: "a/b"'),
        (r"id: first", f"id: {'a' * 300}"),
        (r"^(- \{kind: post.*)\}$", r'\1, also: ["..\\\\x"]}'),
        (r"title: 一窑四色", f"title: {'长' * 500}"),
        (r"^(- \{kind: list, id: posts.*)\}$", r"\1, pages: 999999}"),
    ],
)
def test_a_broken_file_is_refused_and_the_site_stays(root: Path, wrong: str, right: str) -> None:
    before = tree(root / "output")
    broken, count = re.subn(wrong, right, ledger(root), count=1, flags=re.MULTILINE)
    assert count
    (root / LEDGER).write_text(broken, "utf-8")
    assert "[permalinks-broken]" in refused(root)
    assert ledger(root) == broken, "what is broken is left for the author to mend"
    assert tree(root / "output") == before


def test_two_counts_after_a_merge_by_hand(root: Path) -> None:
    (root / LEDGER).write_text(ledger(root) + "count: 3\n", "utf-8")
    again(root)
    assert ledger(root).count("count:") == 1


def test_no_path_out_of_the_output_is_ever_written(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "output", tmp_path / "ledger", clean=False)
    for path in ("../out.json", "a/../../out.json", "/etc/out", "a//b", "a\\b", "", "a/./b"):
        with pytest.raises(ValueError, match="output folder"):
            publisher.begin({OutputPath(path)})
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_no_new_beginning(root: Path) -> None:
    for text in ("", "\n", "# nothing\n"):
        (root / LEDGER).write_text(text, "utf-8")
        assert "[permalinks-broken]" in refused(root)


def test_a_file_of_another_encoding_is_refused(root: Path) -> None:
    (root / LEDGER).write_bytes(ledger(root).encode("gb18030"))
    assert "[text-gbk]" in refused(root)


def test_a_file_that_is_gone_is_no_new_beginning(root: Path) -> None:
    kept = ledger(root)
    (root / LEDGER).unlink()
    assert "[permalinks-missing]" in refused(root)
    copy = root / ".ichsite/permalinks.yaml"
    assert copy.read_text("utf-8") == kept
    copy.replace(root / LEDGER)
    again(root)
    assert ledger(root) == kept


def test_a_link_out_of_the_project_is_not_written_through(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    (root / LEDGER).replace(outside)
    (root / LEDGER).symlink_to(outside)
    post(root, "second", "id: second")
    before = outside.read_bytes()
    refused(root)
    assert outside.read_bytes() == before


def test_lines_of_two_branches_are_joined(root: Path) -> None:
    """More lines than the file says that it has: git joined two branches, and nothing is wrong with it."""
    base = ledger(root)
    post(root, "ours", "id: ours")
    again(root)
    ours = ledger(root)
    (root / "content/posts/ours.md").rename(root / "kept.md")
    (root / LEDGER).write_text(base, "utf-8")
    post(root, "theirs", "id: theirs")
    again(root)
    theirs = [line for line in ledger(root).split("\n") if "id: theirs" in line]
    (root / "kept.md").rename(root / "content/posts/ours.md")
    (root / LEDGER).write_text(ours.replace("count:", "\n".join((*theirs, "count:"))), "utf-8")
    publication = again(root)
    assert publication.addresses.changes == ()
    assert f"count: {base.count('- {') + 2}" in ledger(root)


def test_one_code_on_two_branches_is_told(root: Path) -> None:
    code = re.search(r"code: (\w+)", ledger(root))
    assert code is not None
    text = re.sub(r"(kind: post, id: first, code: )\w+", rf"\g<1>{code[1]}", ledger(root))
    (root / LEDGER).write_text(text, "utf-8")
    assert "has two owners" in refused(root)


def test_frozen_builds_only_what_is_written_down(root: Path) -> None:
    assert ichsite(root, "build", "--frozen").code == 0
    post(root, "second", "id: second")
    before = ledger(root)
    run = ichsite(root, "build", "--frozen")
    assert run.code == 1
    assert "error[permalinks-frozen]" in run.err
    assert "post:second 的网址定为 /posts/second/" in run.err
    assert ledger(root) == before
    assert ichsite(root, "check").code == 0, "check proposes"
    assert ledger(root) == before
    run = ichsite(root, "build")
    assert "permalinks.yaml 记下了 1 个新网址" in run.err
    assert ichsite(root, "build", "--frozen").code == 0
    (root / "content/posts/second.md").unlink()
    run = ichsite(root, "build", "--frozen")
    assert run.code == 0, "a deletion promises nothing new"
    assert "1 项已不在目录里，旧网址照样有人回答：post:second" in run.err


def test_nothing_is_written_where_a_template_fails(root: Path) -> None:
    post(root, "second", "id: second")
    template = root / "themes/default/pages/post.html"
    template.write_text(template.read_text("utf-8") + "{{ nothing.of.the.kind }}", "utf-8")
    before = ledger(root)
    refused(root)
    assert ledger(root) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_ledger_that_cannot_be_written_publishes_nothing(root: Path) -> None:
    post(root, "second", "id: second")
    (root / "content").chmod(0o555)
    try:
        run = ichsite(root, "build")
    finally:
        (root / "content").chmod(0o755)
    assert run.code == 2
    assert not (root / "output/posts/second").exists()
