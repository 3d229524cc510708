"""How commands talk: data on stdout, talk on stderr; progress on a terminal only."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any

from ichsite.commands.language import locale_language
from ichsite.report.terminal import unpainted
from ichsite.text.words import Language, Words

__all__ = ["ProgressLine", "answer", "locale_language", "painter", "say"]

_STYLES = {"red": "31", "yellow": "33", "cyan": "36", "dim": "2", "bold": "1", "green": "32"}
_PATIENCE_SECONDS = 0.5
_REDRAW_SECONDS = 0.1
_LEFT = Words("还剩 {} 个", "{} left")
_STAGES = {
    "decode": Words("读取内容", "reading"),
    "examine": Words("评估作品", "assessing"),
    "pictures": Words("处理图片", "pictures"),
    "render": Words("排版页面", "rendering"),
    "write": Words("写出", "writing"),
    "outside": Words("试外链", "outside links"),
    "doctor": Words("检查文件", "files"),
}


def coloured(stream: Any) -> bool:
    """Whether a stream takes colours: a terminal does; no file, pipe, dumb terminal, nothing under `NO_COLOR`."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def painter(stream: Any) -> Callable[[str, str], str]:
    """Colours where a stream takes them."""
    if not coloured(stream):
        return unpainted
    return lambda style, text: f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def say(text: str) -> None:
    """A line of talk on stderr; a terminal of another encoding shows what it can."""
    encoding = sys.stderr.encoding or "utf-8"
    print(text.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr)


def answer(text: str) -> None:
    """Data on stdout, always UTF-8."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


class ProgressLine:
    """A bar on a terminal once the work has taken half a second; nothing anywhere else."""

    def __init__(self, language: Language, *, quiet: bool) -> None:
        self.language: Language = language
        self.shown = sys.stderr.isatty() and not quiet
        self.started = time.monotonic()
        self.drawn = 0.0
        self._bar: Any = None
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, wrong: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, stage: str, done: int, of: int) -> None:
        """`done` of `of` in a stage; of nobody knows how many where `of` is 0."""
        now = time.monotonic()
        if (
            not self.shown
            or now - self.started < _PATIENCE_SECONDS
            or ((done < of or not of) and now - self.drawn < _REDRAW_SECONDS)
        ):
            return
        self.drawn = now
        if self._bar is None:
            self._bar = self._begun()
        if stage not in self._tasks:
            words = _STAGES.get(stage, Words(stage, stage))
            self._tasks[stage] = self._bar.add_task(words.said(self.language), total=of, left="")
        left = _LEFT.said(self.language).format(of - done) if of else ""
        self._bar.update(self._tasks[stage], completed=done, total=of or None, left=left)
        self._bar.refresh()

    def _begun(self) -> Any:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[left]}"),
        )
        # no refresh thread: processes may be forked while the bar is shown
        bar = Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)
        bar.start()
        return bar
