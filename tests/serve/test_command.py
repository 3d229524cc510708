"""The command as a process: what it writes and what not, what it says, how it ends."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

from tests.serve.running import running
from tests.serve.shown import Server
from tests.sites_support import ichsite, laid_out

STORY = "content/crafts/vase/index.md"


def test_a_preview_leaves_output_and_ledger_alone(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    draft = root / "content/posts/half.md"
    draft.parent.mkdir(exist_ok=True)
    draft.write_text(
        "---\nid: half\ntitle: 半篇\npublished: 2026-11-01\nsummary: 还没写完\nauthor: 阿宁\ndraft: true\n---\n正文。\n",
        "utf-8",
    )
    with running(root, "--drafts") as server:
        address = server.next("serves")["address"]
        port = int(address.rsplit(":", 1)[1].strip("/"))
        with urlopen(f"{address}posts/half/") as answer:  # noqa: S310  our own server
            assert "半篇" in answer.read().decode("utf-8")
        assert [one["written"] for one in server.heard if one["event"] == "built"]
        server.next("built")  # what was changed before the watch began: nothing
        # a file that is saved as it was, and files that are read, start nothing that anybody sees
        (root / STORY).write_bytes((root / STORY).read_bytes())
        (saved,) = server.settled(2.0)
        assert (saved["changed"], saved["told"], saved["paths"]) == (False, "", [STORY])
        _at_one_time(root, port)
        assert ichsite(root, "check").code == 0
        assert ichsite(root, "build").code == 0
        written = server.next("built")["paths"]
        assert "content/permalinks.yaml" in written
        assert all(path.startswith(("content/permalinks.yaml", "content/promises")) for path in written)
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(20) == 130
        assert server.process.stderr is not None
        assert server.process.stderr.read() == b""
    assert not (root / "output/posts/half").exists()
    assert "half" not in (root / "content/permalinks.yaml").read_text("utf-8")


def _at_one_time(root: Path, port: int) -> None:
    """A second server of the same project would write into the same preview."""
    assert not (root / "output").exists()
    assert not (root / "content/permalinks.yaml").exists()
    second = ichsite(root, "serve", "--port", str(port), timeout=30)
    assert second.code == 2
    assert "ichsite serve" in second.err


def test_a_project_that_goes_away_ends_the_preview(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    with running(root, "--no-live", "--lan") as server:
        told = server.next("serves")
        assert told["lan"] is True
        with urlopen(told["address"]) as answer:  # noqa: S310  our own server
            assert b"__ichsite" not in answer.read()
        port = int(told["address"].rsplit(":", 1)[1].strip("/"))
        stranger = Server(port, None).get("/", host="evil.example")  # type: ignore[arg-type]
        assert stranger.status == 403
        server.next("built")
        shutil.rmtree(root)
        server.next("gone")
        assert server.process.wait(20) == 2


def test_a_folder_that_is_no_site_is_not_served(tmp_path: Path) -> None:
    run = ichsite(tmp_path, "serve", "--port", "0", timeout=20)
    assert run.code == 2
    assert "site.yaml" in run.err and "ichsite init" in run.err
    assert list(tmp_path.iterdir()) == []


def test_help_pays_for_no_server() -> None:
    code = "import ichsite.commands.serve, sys; print({'uvicorn', 'starlette', 'watchdog', 'segno'} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert shown.stdout == b"set()\n"


def test_who_empties_the_state_folder_has_the_preview_again(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    with running(root) as server:
        address = server.next("serves")["address"]
        server.next("built")
        shutil.rmtree(root / ".ichsite")
        assert server.next("built")["paths"] == []
        with urlopen(f"{address}crafts/vase/") as answer:  # noqa: S310  our own server
            assert answer.status == 200
        story = root / STORY
        story.write_text(story.read_text("utf-8") + "\n重来之后添的。\n", "utf-8")
        server.next("built", paths=[STORY])
        with urlopen(f"{address}crafts/vase/") as answer:  # noqa: S310  our own server
            assert "重来之后添的" in answer.read().decode("utf-8")
        (root / ".ichsite/serve.lock").touch()
        assert ichsite(root, "serve", "--port", "0", timeout=30).code == 2, "it is still the only one"
