"""Ctrl-C, SIGTERM and a closed pipe: quiet, with the right exit code, nothing left running, the output as it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.invariants.trees import differences, tree
from tests.write.processes import left_behind, started
from tests.write.two_sites import TwoSites


@pytest.mark.parametrize("which", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminated"])
def test_an_interrupted_build_is_quiet(which: signal.Signals, states: TwoSites, tmp_path: Path) -> None:
    root = tmp_path / "site"
    states.put(root, 0)
    assert started(root, "--jobs", "2").wait(60) == 0
    # the first build makes the pictures, which `--clean` keeps: those after it are shorter
    began = time.monotonic()
    assert started(root, "--jobs", "2", "--clean").wait(60) == 0
    whole = time.monotonic() - began
    codes: list[int] = []
    for turn in range(1, 3):
        states.put(root, turn % 2)
        before = tree(root / "output")
        process = started(root, "--jobs", "2", "--clean")
        time.sleep(whole * (turn * 0.3))
        # a terminal sends Ctrl-C to the whole group, a service manager ends the one process that it knows
        os.killpg(process.pid, which) if which == signal.SIGINT else process.send_signal(which)
        _, said = process.communicate(timeout=30)
        codes.append(process.returncode)
        assert not left_behind(process.pid)
        assert b"Traceback" not in said and b"Exception ignored" not in said, said.decode()
        assert tree(root / "output") in (before, states.site[turn % 2])
        if process.returncode:
            assert process.returncode == 130, said.decode()
            assert b"Interrupted" in said
    assert 130 in codes, "none of the builds was interrupted in time"


def test_a_closed_pipe_is_quiet(states: TwoSites, tmp_path: Path) -> None:
    root = tmp_path / "site"
    states.put(root, 0)
    process = started(root, "--explain")
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.wait(60)
    assert b"Traceback" not in said and b"Exception ignored" not in said, said.decode()
    assert not differences(tree(root / "output"), states.site[0])


def test_the_second_of_two_builds_says_who_is_first(states: TwoSites, tmp_path: Path) -> None:
    import fcntl

    root = tmp_path / "site"
    states.put(root, 0)
    (root / ".ichsite").mkdir()
    with (root / ".ichsite/lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.write("4711")
        lock.flush()
        process = started(root)
        _, said = process.communicate(timeout=60)
        assert process.returncode == 2
        assert b"process 4711" in said
        assert not (root / "output").exists()
    # a lock whose owner is gone is no lock, whatever number stands in the file
    assert started(root).wait(60) == 0


def test_two_builds_at_once_give_one_site(states: TwoSites, tmp_path: Path) -> None:
    root = tmp_path / "site"
    states.put(root, 0)
    both: list[subprocess.Popen[bytes]] = [started(root), started(root)]
    said = [process.communicate(timeout=60)[1] for process in both]
    codes = sorted(process.returncode for process in both)
    assert codes in ([0, 0], [0, 2]), said
    assert not differences(tree(root / "output"), states.site[0])


_STRUCK = """
import os, signal, sys

struck, where = sys.argv.pop(1), sys.argv.pop(1)

def strike():
    os.kill(os.getpid(), signal.SIGINT)

class Finalised:
    def __del__(self):
        strike()

class Struck:
    def find_spec(self, name, *_):
        if name == struck:
            exec("strike()" if where == "called" else "Finalised()")  # `exec` as dataclasses use it

sys.meta_path.insert(0, Struck())
from ichsite.cli import main
main()
"""


@pytest.mark.parametrize(
    ("module", "where"),
    [
        pytest.param("ichsite.commands.root", "called", id="at-once"),
        pytest.param("ichsite.serve.doorway", "called", id="importing"),
        # where Python drops what is raised
        pytest.param("ichsite.serve.doorway", "finalised", id="in-a-finaliser"),
    ],
)
def test_ctrl_c_while_modules_are_loaded_is_quiet(module: str, where: str, tmp_path: Path) -> None:
    (tmp_path / "site.yaml").touch()  # what is no site is not served
    command = [sys.executable, "-c", _STRUCK, module, where, "-C", str(tmp_path), "serve"]
    ended = subprocess.run(command, capture_output=True, check=False, timeout=20)
    assert ended.returncode == 130
    assert b"Traceback" not in ended.stderr and b"ignored" not in ended.stderr


_AT_BIRTH = """
import os, signal, sys

os.register_at_fork(**{sys.argv.pop(1): lambda: os.kill(os.getpid(), signal.SIGINT)})
from ichsite.cli import main
main()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
@pytest.mark.parametrize(("moment", "code"), [("before", 130), ("after_in_parent", 130), ("after_in_child", 0)])
def test_a_signal_while_a_process_is_born_is_neither_lost_nor_met_by_the_child(
    moment: str, code: int, states: TwoSites, tmp_path: Path
) -> None:
    root = tmp_path / "site"
    states.put(root, 0)
    process = started(root, "--jobs", "2", program=("-c", _AT_BIRTH, moment))
    _, said = process.communicate(timeout=60)
    assert process.returncode == code, said.decode()
    assert b"Traceback" not in said and b"ignored" not in said, said.decode()
    assert not left_behind(process.pid)
