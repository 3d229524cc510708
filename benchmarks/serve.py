"""`python -m benchmarks.serve --crafts 1000`: how long after a save the new bytes are served, and where the time goes.

One server as a process, one craft's story edited again and again. `told` is when the browser's channel says `reload`,
`served` when the page with the edit has come; `build` is what the server says of its own build, and the rest of
`told` is the watch's: the quiet time after the last event, the way of the events. `seen`, with `--browser`, is when the
words of the edit have been painted in Chromium. Parts of a build are measured in this process, by its own clock
and without a profiler.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any
from urllib.request import urlopen

from benchmarks.first_view import ARGUMENTS, CHROMIUM
from benchmarks.generate import TODAY, craft_slug, make_site

_PARTS = (
    ("read", "ichsite.pipeline", ("look", "read")),
    ("decode", "ichsite.pipeline", ("decode",)),
    ("assess", "ichsite.pipeline", ("examine_crafts", "enter_site", "editions", "spell_terms")),
    ("plan", "ichsite.pipeline", ("materials_of", "plan_site")),
    ("render, verify, write", "ichsite.pipeline", ("publish",)),
)


def main() -> None:
    """Measures and prints both tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serve", description=__doc__)
    parser.add_argument("--crafts", type=int, default=1000, metavar="N")
    parser.add_argument("--edits", type=int, default=7, metavar="N")
    parser.add_argument("--browser", action="store_true", help="also measure until the edit is seen in Chromium")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="make the site in DIR, or take the one that is there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ichsite-benchmark-") as folder:
        root = (options.keep or Path(folder)) / f"site-{options.crafts}"
        if not root.exists():
            make_site(root, options.crafts)
        _publish(root)
        _print_served(root, options.crafts, options.edits, browser=options.browser)
        _print_parts(root, options.crafts, options.edits)


def _publish(root: Path) -> None:
    """A shop that goes on with its catalogue has published it: the ledger holds the address of every item."""
    command = [sys.executable, "-m", "ichsite", "-C", str(root), "build", "--today", TODAY]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  our own command


def _print_served(root: Path, crafts: int, edits: int, *, browser: bool) -> None:
    command = [sys.executable, "-m", "ichsite", "-C", str(root), "serve", "--json", "--port", "0", "--today", TODAY]
    seen: list[float] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:  # noqa: S603  our own command
        try:
            address = _said(process, "serves")["address"]
            _said(process, "built")
            page = f"{address}crafts/{craft_slug(crafts // 2)}/"
            with urlopen(f"{address}__ichsite/live") as channel:  # noqa: S310  our own server
                rows = [_edited(root, crafts, number, process, channel, page) for number in range(edits)]
            if browser:
                seen = _seen(root, crafts, edits, process, page)
        finally:
            process.terminate()
    print(f"milliseconds, median of {edits} edits at {crafts} crafts (all of them)")
    columns = [("build", 0), ("told", 1), ("served", 2)]
    measured = [(name, [row[at] for row in rows]) for name, at in columns] + ([("seen", seen)] if seen else [])
    for name, values in measured:
        print(f"  {name:<24}{median(values) * 1000:8.0f}  ({' '.join(f'{one * 1000:.0f}' for one in values)})")


def _seen(root: Path, crafts: int, edits: int, process: subprocess.Popen[bytes], address: str) -> list[float]:
    """Seconds from each save until its words have been painted by a browser that is open on the page."""
    from playwright.sync_api import sync_playwright

    times: list[float] = []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        page = chromium.new_page(viewport={"width": 1280, "height": 800})
        page.add_init_script(_TELLS_WHAT_IS_PAINTED)
        page.goto(address)
        for number in range(edits):
            mark = f"第{number}次见于{time.time_ns()}"
            saved = time.time()
            with page.expect_console_message(lambda one, mark=mark: mark in one.text) as told:
                _write(root, crafts, mark)
            times.append(int(told.value.text.split()[0]) / 1000 - saved)
            _said(process, "built")
            page.get_by_text(mark).wait_for()
            page.wait_for_timeout(500)  # until the reload behind it is over, too
        chromium.close()
    return times


_TELLS_WHAT_IS_PAINTED = """new MutationObserver((changes) => {
  const words = changes.flatMap((one) => [one.target, ...one.addedNodes]).map((one) => one.textContent).find((one) => one.includes("@@"));
  if (words) requestAnimationFrame(() => setTimeout(() => console.log(Date.now(), words.slice(words.indexOf("@@")))));
}).observe(document, { childList: true, subtree: true, characterData: true });"""


def _edited(
    root: Path, crafts: int, number: int, process: subprocess.Popen[bytes], channel: Any, page: str
) -> tuple[float, float, float]:
    mark = f"第{number}次改于{time.time_ns()}"
    started = _write(root, crafts, mark)
    while not channel.readline().startswith(b"event: reload"):
        pass
    told = time.perf_counter() - started
    with urlopen(page) as answer:  # noqa: S310  our own server
        assert mark in answer.read().decode("utf-8")  # noqa: S101  else nothing was measured
    return _said(process, "built")["seconds"], told, time.perf_counter() - started


def _said(process: subprocess.Popen[bytes], event: str) -> dict[str, Any]:
    assert process.stdout is not None  # noqa: S101
    for line in process.stdout:
        if (said := json.loads(line))["event"] == event:
            return said
    raise SystemExit("the server ended")


def _write(root: Path, crafts: int, mark: str) -> float:
    story = root / f"content/crafts/{craft_slug(crafts // 2)}/index.md"
    text = story.read_text("utf-8").split("\n\n@@", 1)[0].rstrip("\n")
    started = time.perf_counter()
    story.write_text(f"{text}\n\n@@{mark}\n", "utf-8")
    return started


def _print_parts(root: Path, crafts: int, edits: int) -> None:
    """The parts of the build in this process: wall and CPU, since a busy machine stretches the first."""
    import gc
    from importlib import import_module

    from ichsite.request import Request
    from ichsite.serve.workshop import Workshop

    spent: dict[str, tuple[float, float]] = {}

    def timed(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def measured(*given: Any, **named: Any) -> Any:
            wall, cpu = time.perf_counter(), time.process_time()
            try:
                return work(*given, **named)
            finally:
                before = spent.get(name, (0.0, 0.0))
                spent[name] = before[0] + time.perf_counter() - wall, before[1] + time.process_time() - cpu

        return measured

    for name, module, functions in _PARTS:
        for function in functions:
            place = import_module(module)
            setattr(place, function, timed(name, getattr(place, function)))
    request = Request(root, date.fromisoformat(TODAY), jobs=1)
    with Workshop(request, lambda: nullcontext(lambda *_: None)) as shop:
        for number in range(2 + edits):
            if number == 2:
                spent.clear()
            _write(root, crafts, f"部分{number}{time.time_ns()}")
            gc.disable()
            timed("the whole build", shop.build)()
            gc.enable()
            gc.collect()
    print(f"{'':26}{'wall ms':>8}{'CPU ms':>8}  mean of an edit")
    for name, (wall, cpu) in spent.items():
        print(f"  {name:<24}{wall / edits * 1000:8.0f}{cpu / edits * 1000:8.0f}")


if __name__ == "__main__":
    main()
