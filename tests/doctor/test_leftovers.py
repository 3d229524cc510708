"""A killed `doctor --fix`: nothing half written is content, and the next run takes away what was left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.sites_support import ichsite, laid_out

ABOUT = "content/pages/about.md"
LEFT = ".ichsite-mend-a1b2c3_4"


def _killed(root: Path, at: int) -> int:
    """`doctor --fix`, killed at its N-th change of the disk."""
    command = [sys.executable, "-m", "tests.write.dies_at", str(at), "-C", str(root), "doctor", "--fix"]
    return subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONUTF8": "1"}, check=False).returncode


def _left(root: Path) -> list[Path]:
    return [path for path in (*root.glob(".ichsite-*"), *(root / "content").rglob(".ichsite-*")) if path.is_file()]


def test_a_kill_leaves_nothing_that_the_next_run_does_not_clear(tmp_path: Path) -> None:
    seen = 0
    for at in range(1, 40):
        root = laid_out(tmp_path / f"site-{at}")  # what an earlier run kept would move the changes of this one
        good = (root / ABOUT).read_bytes()
        (root / ABOUT).write_bytes(b"\xef\xbb\xbf" + good)
        if _killed(root, at) >= 0:
            break
        assert (root / ABOUT).read_bytes() in (good, b"\xef\xbb\xbf" + good)
        if not _left(root):
            continue
        seen += 1
        assert ichsite(root, "check", "--strict").code == 0, "it is no content"
        run = ichsite(root, "doctor", "--fix")
        assert run.code == 0 and "清掉了上次中断时留下的 1 个临时文件。" in run.err, run.err
        assert _left(root) == [] and (root / ABOUT).read_bytes() == good
    else:
        raise AssertionError("never done")
    assert seen


def test_only_its_own_are_taken_away_and_only_where_files_are_mended(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    for folder in ("", "content/crafts/vase", "themes/mine"):
        (root / folder).mkdir(parents=True, exist_ok=True)
        (root / folder / LEFT).write_text("half", "utf-8")
        for name in (".ichsite-mine", f"{LEFT}.txt", ".ichsite-mend-SHORT"):
            (root / folder / name).write_text("kept", "utf-8")
    (root / "content/pages" / LEFT).mkdir()
    (root / "content/posts" / LEFT).symlink_to("elsewhere")
    told = json.loads(ichsite(root, "doctor", "--json").out)
    assert told["cleared"] == [] and (root / LEFT).exists()
    assert "file-junk" in [one["code"] for one in told["findings"]]
    told = json.loads(ichsite(root, "doctor", "--fix", "--json").out)
    assert sorted(told["cleared"]) == [LEFT, f"content/crafts/vase/{LEFT}", f"themes/mine/{LEFT}"]
    assert (root / "content/pages" / LEFT).is_dir() and (root / "content/posts" / LEFT).is_symlink()
    for folder in ("", "content/crafts/vase", "themes/mine"):
        assert not (root / folder / LEFT).exists()
        assert len(list((root / folder).glob(".ichsite-m*"))) == 3
