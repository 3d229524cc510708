"""Whoever waits for photographs at a terminal sees how many are left."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from tests.images.samples import jpeg, noise
from tests.sites_support import TODAY, laid_out


def test_the_number_left_is_told(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    shown = ""
    for number in range(10):
        (root / f"content/crafts/vase/n{number}.jpg").write_bytes(jpeg(noise(1200 + number, 900)))
        shown += f"\n  - {{file: n{number}.jpg, alt: 第{number}张, illustration: true}}"
    page = root / "content/crafts/vase/index.md"
    page.write_text(page.read_text("utf-8").replace("pictures:", f"pictures:{shown}", 1), "utf-8")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "ichsite", "-C", str(root), "build", "--today", TODAY, "--lang", "en"]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        said = b""
        with suppress(OSError):  # a terminal's end is an error on Linux
            while part := os.read(ours, 4096):
                said += part
    os.close(ours)
    assert process.returncode == 0, said.decode()
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", " ", said.decode())
    told = [(int(done), int(left)) for done, left in re.findall(r"pictures[^/\n]*?(\d+)/17\s+(\d+) left", plain)]
    assert told, said.decode()
    assert all(done + left == 17 for done, left in told)
    assert told[-1][1] == 0 and len(set(told)) > 2
