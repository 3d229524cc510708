"""What `ichsite serve` says: to a person one line a build and the findings as `check` shows them, or JSON, one line an event."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from ichsite.commands.talk import answer, painter, say
from ichsite.commands.verdict import show, tally
from ichsite.report.machine import as_json
from ichsite.text.width import visible
from ichsite.text.words import Language, Words

if TYPE_CHECKING:
    from ichsite.project import Busy
    from ichsite.serve.workshop import Built

_NAMED = 3


class ServeVoice(Protocol):
    """Everything that the server has to tell."""

    def built(self, built: Built, paths: frozenset[str], event: str) -> None: ...
    def waits(self, busy: Busy) -> None: ...
    def polls(self) -> None: ...
    def moved(self, wanted: int, port: int) -> None: ...
    def serves(self, address: str, phone: str | None, *, lan: bool) -> None: ...
    def gone(self) -> None: ...
    def ends(self) -> None: ...


class TerminalVoice:
    """For a person."""

    def __init__(self, language: Language, root: Path, *, drafts: bool) -> None:
        self._language: Language = language
        self._root, self._drafts = root, drafts
        self._paint = painter(sys.stderr)
        self._findings: object = ()
        self._seen = False
        """Whether there is a good site, which a later fault leaves on the screen."""

    def built(self, built: Built, paths: frozenset[str], event: str) -> None:
        if built.publication is not None and not event and built.findings == self._findings:
            return  # a file was saved as it was
        self._seen = self._seen or built.publication is not None
        if built.findings != self._findings:
            show(built.findings, self._root, self._language, json_summary=None)
        self._findings = built.findings
        self._say(self._line(built, event), paths)

    def waits(self, busy: Busy) -> None:
        self._say(
            Words(
                f"另一个 ichsite（进程 {busy.pid}）正在构建这个项目，等它完成……",
                f"another ichsite (process {busy.pid}) is building this project; waiting for it …",
            )
        )

    def polls(self) -> None:
        self._say(
            Words(
                "系统不肯再监视更多文件夹，改为每秒查看一次，慢一点，照样能用。"
                "（Linux：调大 fs.inotify.max_user_watches）",
                "the system watches no more folders, so they are looked at every second instead: slower, but it works."
                " (On Linux, raise fs.inotify.max_user_watches.)",
            )
        )

    def moved(self, wanted: int, port: int) -> None:
        self._say(Words(f"端口 {wanted} 有别的程序在用，改用 {port}。", f"port {wanted} is taken; {port} is used."))

    def serves(self, address: str, phone: str | None, *, lan: bool) -> None:
        shown = self._paint("bold", address)
        self._say(Words(f"在浏览器打开：{shown}", f"Open in a browser: {shown}"))
        if lan:
            self._say_lan(phone)
        if self._drafts:
            self._say(Words("草稿也在里面。", "Drafts are shown too."))
        self._say(
            Words(
                "保存文件，页面自己更新；按 Ctrl-C 结束。正式发布还是用 ichsite build。",
                "Pages follow when you save a file; Ctrl-C ends it. To publish, run `ichsite build` as ever.",
            )
        )

    def gone(self) -> None:
        self._say(
            Words(
                f"项目文件夹不在了：{visible(str(self._root))}。预览结束。",
                f"the project's folder is gone: {visible(str(self._root))}. The preview ends.",
            )
        )

    def ends(self) -> None:
        self._say(Words("预览结束。", "The preview ends."))

    def _line(self, built: Built, event: str) -> Words:
        took = f"{built.seconds * 1000:.0f}"
        told = tally(built.findings, self._language)
        if (made := built.publication) is None and not self._seen:
            return Words(
                f"{told}，还没有网站可看；改好保存，它自己会出来（{took} 毫秒）",
                f"{told}: there is no site to see yet; mend the file and save it, and it appears ({took} ms)",
            )
        if made is None:
            return Words(
                f"{told}，页面没有更新，还是上一次成功的样子（{took} 毫秒）",
                f"{told}: pages were not updated and show the last good site ({took} ms)",
            )
        if event == "css":
            return Words(f"样式已更新（{took} 毫秒）", f"styles updated ({took} ms)")
        if event == "mended":
            return Words(f"错误改好了（{took} 毫秒）", f"mended ({took} ms)")
        if event == "reload":
            return Words(
                f"更新了 {made.written} 个文件，共 {made.pages} 页（{took} 毫秒）",
                f"{made.written} files updated, {made.pages} pages in all ({took} ms)",
            )
        return Words(f"{told or '没有问题'}（{took} 毫秒）", f"{told or 'nothing to say'} ({took} ms)")

    def _say_lan(self, phone: str | None) -> None:
        if phone is None:
            self._say(
                Words(
                    "这台电脑现在不在任何网络里，手机打不开。", "this machine is in no network: no phone can reach it."
                )
            )
            return
        self._say(
            Words(
                f"同一网络的手机：{self._paint('bold', phone)}",
                f"A phone in the same network: {self._paint('bold', phone)}",
            )
        )
        if sys.stderr.isatty():
            _say_qr(phone)
        warning = Words(
            "注意：同一网络里的任何人都看得到，没有密码，也没有加密，草稿也一样。在咖啡馆、展会的网络里不要用 --lan。",
            "Mind: anybody in this network can see it, drafts too, without password or encryption."
            " Do not use --lan in the network of a café or a fair.",
        )
        say(self._paint("yellow", warning.said(self._language)))

    def _say(self, words: Words, paths: Iterable[str] = ()) -> None:
        named = sorted(paths)
        shown = ", ".join(visible(path) for path in named[:_NAMED]) + (" …" if len(named) > _NAMED else "")
        time = self._paint("dim", f"{datetime.now():%H:%M:%S}")  # noqa: DTZ005  the time on the person's wall
        say(f"{time} {words.said(self._language)}{'  ' + self._paint('dim', shown) if shown else ''}")


class JsonVoice:
    """For machines: an object a line, each with `event`."""

    def built(self, built: Built, paths: frozenset[str], event: str) -> None:
        made = built.publication
        numbers = {} if made is None else {"pages": made.pages, "written": made.written, "changed": made.changed}
        whole = as_json(
            built.findings,
            {
                **self._head("built"),
                "published": made is not None,
                "told": event,
                "paths": sorted(paths),
                **numbers,
                "seconds": round(built.seconds, 4),
            },
        )
        answer(json.dumps(json.loads(whole), ensure_ascii=False))

    def waits(self, busy: Busy) -> None:
        self._answer("waits", process=busy.pid)

    def polls(self) -> None:
        self._answer("polls")

    def moved(self, wanted: int, port: int) -> None:
        self._answer("port-taken", wanted=wanted, port=port)

    def serves(self, address: str, phone: str | None, *, lan: bool) -> None:
        self._answer("serves", address=address, phone=phone, lan=lan)

    def gone(self) -> None:
        self._answer("gone")

    def ends(self) -> None:
        self._answer("ends")

    def _answer(self, event: str, **more: Any) -> None:
        answer(json.dumps({**self._head(event), **more}, ensure_ascii=False))

    def _head(self, event: str) -> dict[str, Any]:
        return {"version": 1, "command": "serve", "event": event}


def _say_qr(address: str) -> None:
    """The address as a QR code of half blocks, where the terminal can write them."""
    import io

    import segno

    sink = io.StringIO()
    segno.make(address, error="l", micro=False).terminal(out=sink, border=2, compact=True)
    try:
        sink.getvalue().encode(sys.stderr.encoding or "ascii")
    except UnicodeEncodeError:
        return
    say(sink.getvalue())
