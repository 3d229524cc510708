"""`ichsite check --external`: what an author reads, and that nobody is asked otherwise."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.external.server import served
from tests.sites_support import ichsite, laid_out

INSIDE = {"ICHSITE_ASK_INSIDE": "1"}


def with_links(root: Path, home: str, *paths: str) -> Path:
    post = root / "content/posts/first.md"
    links = " ".join(f"[去]({home}{path})" for path in paths)
    post.write_text(f"{post.read_text('utf-8')}\n{links}\n", "utf-8")
    return root


def test_what_an_author_reads(tmp_path: Path) -> None:
    with served() as watched:
        root = with_links(laid_out(tmp_path), watched.home, "/fine", "/gone", "/moved", "/broken", "/closed", "/gone")
        custom = root / "content/crafts/vase/customization.yaml"
        custom.write_text(
            custom.read_text("utf-8").replace("https://example.com/order/vase", f"{watched.home}/gone"), "utf-8"
        )
        run = ichsite(root, "check", "--external", env=INSIDE)
        assert run.code == 0
        for said in (
            "warning[outside-gone]",
            f"{watched.home}/gone 没有了（404）",
            "warning[outside-moved]",
            f"{watched.home}/moved 永久搬到了 {watched.home}/fine",
            f"{watched.home}/broken 那边出了错（500）",
            "0 个错误，3 个警告",
            "外链 7 条，问了 5 条，2 条是示例网址，没有问；1 条不理程序，请自己点开看看。",
        ):
            assert said in run.err, run.err
        assert run.err.count("/gone 没有了") == 1, "one finding, its other place beside it"
        assert "content/crafts/vase/customization.yaml:31" in run.err
        assert sorted(watched.paths()) == ["/broken", "/closed", "/fine", "/fine", "/gone", "/moved"]
        assert all(agent.startswith("ichsite/") for _, _, agent in watched.asked)
        strict = ichsite(root, "check", "--external", "--strict", "--json", env=INSIDE)
        assert strict.code == 1
        told = json.loads(strict.out)
        assert told["external"] == {"links": 7, "asked": 5, "placeholders": 2, "unsure": 1, "unasked": 0}
        assert sorted(one["code"] for one in told["findings"]) == ["outside-failing", "outside-gone", "outside-moved"]


def test_inside_doors_are_not_knocked_at(tmp_path: Path) -> None:
    with served() as watched:
        run = ichsite(with_links(laid_out(tmp_path), watched.home, "/fine"), "check", "--external")
        assert "warning[outside-inside]" in run.err
        assert watched.asked == []


def test_nobody_is_asked_unless_it_is_wanted(tmp_path: Path) -> None:
    with served() as watched:
        root = with_links(laid_out(tmp_path), watched.home, "/gone")
        assert ichsite(root, "check", "--strict", env=INSIDE).code == 0
        assert watched.asked == []
    code = (
        "import sys; from ichsite.cli import main; sys.argv = ['ichsite', '-C', sys.argv[1], 'check']\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print([one for one in ('ichsite.external', 'ssl', 'http.client') if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(root)], capture_output=True, check=False, timeout=120)
    assert done.stdout.decode().strip() == "[]", done.stderr.decode()
