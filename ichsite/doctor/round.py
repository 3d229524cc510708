"""One round through a project: every folder and file once, then the machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from ichsite.doctor import photographs, writing
from ichsite.doctor.disk import disk
from ichsite.doctor.machine import Terminal, machine
from ichsite.doctor.mend import Backup, Mend, Moved, apply, is_leftover
from ichsite.doctor.names import Junk, names_in
from ichsite.doctor.report import Fact, GroupName, Report, Tally, of_many
from ichsite.doctor.state_folder import state_folder
from ichsite.doctor.walk import Entry, Folder, folders
from ichsite.project import STATE
from ichsite.read.regular import FileTooLarge, read_regular
from ichsite.read.tree import link_fault, unreadable
from ichsite.text.diagnostic import Diagnostic, error, warning
from ichsite.text.place import Place
from ichsite.text.system_words import system_words
from ichsite.text.words import Words

Told = Callable[[str, int, int], None]
"""Progress: the stage, how many are done, of how many (0 where that is not known)."""
_JUNK = "junk "


@dataclass(frozen=True)
class Wish:
    """What is wanted: `mending` writes better files, `rehearsing` only says which those would be."""

    mending: bool = False
    rehearsing: bool = False


@dataclass(frozen=True)
class Mended:
    """A file that was exchanged, and where its original is (None: it would be)."""

    path: str
    kept_at: str | None


@dataclass
class Round:
    """A round under way; `root` is a real path, `now` the person's own time."""

    root: Path
    wish: Wish
    now: datetime
    told: Told
    mended: list[Mended] = field(default_factory=list[Mended])
    cleared: list[str] = field(default_factory=list[str])
    """What killed runs had left, taken away where files are mended: the project's lock says that none is at work."""
    _tally: Tally = field(default_factory=Tally)
    _counts: dict[str, int] = field(default_factory=lambda: {"folders": 0, "texts": 0, "pictures": 0, "crlf": 0})

    def __post_init__(self) -> None:
        self._backup = Backup(self.root / STATE, self.now)

    def report(self, own: str, terminal: Terminal) -> Report:
        """Goes round; `own` is ichsite's version. Files are exchanged on the way, where that is wanted."""
        if not (self.root / "site.yaml").is_file():
            self._tally.add("names", _no_site())
        for folder in folders(self.root):
            self._folder(folder)
        self._of_many()
        facts = [self._counted()]
        for group, found in self._surroundings(own, terminal):
            if isinstance(found, Fact):
                facts.append(found)
            else:
                self._tally.add(group, found)
        return Report(self._tally.groups(), tuple(facts), self._tally.errors, self._tally.warnings)

    def _surroundings(self, own: str, terminal: Terminal) -> Iterator[tuple[GroupName, Diagnostic | Fact]]:
        for found in (*machine(own, terminal, self._counts["folders"]), *state_folder(self.root), *disk(self.root)):
            yield "machine", found

    def _folder(self, folder: Folder) -> None:
        self._counts["folders"] += 1
        if self.wish.mending:
            folder = self._cleared(folder)
        for finding in folder.findings:
            self._tally.add("names", finding)
        for found in names_in(folder):
            if isinstance(found, Junk):
                self._tally.see(_JUNK + found.name, found.path)
            else:
                self._tally.add("names", found)
        for entry in folder.entries:
            if entry.left_alone or not entry.name.isprintable():
                continue
            if entry.kind in ("link", "other"):
                self._stranger(folder.path_of(entry), entry)
            elif entry.kind == "file":
                self._file(folder.path_of(entry), entry)

    def _cleared(self, folder: Folder) -> Folder:
        """The folder without what a killed run left in it; what cannot be taken away is told as any other junk."""
        kept: list[Entry] = []
        for entry in folder.entries:
            if entry.kind == "file" and is_leftover(entry.name):
                try:
                    (self.root / folder.path_of(entry)).unlink(missing_ok=True)
                except OSError:
                    kept.append(entry)
                else:
                    self.cleared.append(folder.path_of(entry))
            else:
                kept.append(entry)
        return replace(folder, entries=tuple(kept))

    def _stranger(self, path: str, entry: Entry) -> None:
        if entry.kind == "link":
            fault = link_fault(self.root, self.root / path, path)
        else:
            fault = error(
                "file-special",
                Place(path),
                Words("这不是普通文件（管道、设备或套接字）", "this is no regular file (a pipe, a device or a socket)"),
                Words("把它移走", "move it away"),
            )
        if fault is not None:
            self._tally.add("names", fault)

    def _file(self, path: str, entry: Entry) -> None:
        name = entry.name.lower()
        if name.endswith(writing.ENDINGS):
            self._counts["texts"] += 1
            self._text(path)
        elif name.endswith(photographs.ENDINGS) and path.startswith("content/"):
            self._counts["pictures"] += 1
            for found in photographs.looked_at(self.root, path, entry.size):
                if isinstance(found, str):
                    self._tally.see(found, path)
                else:
                    self._tally.add("pictures", found)
        self.told("doctor", self._counts["texts"] + self._counts["pictures"], 0)

    def _text(self, path: str) -> None:
        try:
            data = read_regular(self.root / path, writing.MAX_BYTES)
        except FileTooLarge:
            self._tally.add("texts", _large(path))
            return
        except OSError as wrong:
            self._tally.add("texts", unreadable(path, wrong))
            return
        written = writing.looked_over(path, data)
        self._counts["crlf"] += written.crlf
        if written.mend is not None and (self.wish.mending or self.wish.rehearsing):
            trouble = self._mend(written.mend)
            if trouble is not None:
                self._tally.add("texts", trouble)
            elif self.wish.mending:
                written = writing.looked_over(path, written.mend.after)
        for finding in written.findings:
            self._tally.add("texts", finding)

    def _mend(self, mend: Mend) -> Diagnostic | None:
        """Exchanges the file, or says why it was left."""
        if self.wish.rehearsing:
            self.mended.append(Mended(mend.path, None))
            return None
        try:
            kept = apply(self.root, mend, self._backup)
        except Moved:
            return _left(mend.path, Words("有人正在改它", "somebody saved it meanwhile"))
        except OSError as wrong:
            return _left(mend.path, system_words(wrong))
        self.mended.append(Mended(mend.path, kept.relative_to(self.root).as_posix()))
        return None

    def _of_many(self) -> None:
        for what, count, paths in self._tally.seen():
            if what == photographs.PLACED:
                self._tally.add("pictures", _placed(count, paths))
            elif what == photographs.CMYK:
                self._tally.add("pictures", _cmyk(count, paths))
            else:
                self._tally.add("names", _junk(what.removeprefix(_JUNK), count, paths))

    def _counted(self) -> Fact:
        texts, pictures, crlf = (self._counts[name] for name in ("texts", "pictures", "crlf"))
        zh = f"文字 {texts:,} 个，图片 {pictures:,} 张"
        en = f"{texts:,} texts, {pictures:,} pictures"
        if crlf:
            zh += f"；{crlf:,} 个文字文件用 Windows 换行（CRLF），没有关系"
            en += f"; {crlf:,} texts end their lines as on Windows (CRLF), which is fine"
        return Fact("files", Words(zh, en))


def _no_site() -> Diagnostic:
    return warning(
        "site-missing",
        Place("site.yaml"),
        Words(
            "这里没有 site.yaml，不像是项目的文件夹",
            "there is no site.yaml: this does not look like a project's folder",
        ),
        Words(
            "到项目的文件夹里运行，或用 -C 指向它；从头开始用 ichsite init",
            "run in the project's folder or point at it with -C; `ichsite init` begins a new one",
        ),
    )


def _large(path: str) -> Diagnostic:
    most = writing.MAX_BYTES
    return error(
        "text-too-large",
        Place(path),
        Words(f"文字文件超过 {most:,} 字节，没有检查", f"a text of over {most:,} bytes; it was not looked at"),
        Words("图片和表格不要粘进文字里", "do not paste pictures or tables into text"),
    )


def _left(path: str, why: Words) -> Diagnostic:
    return error(
        "mend-left",
        Place(path),
        Words(f"没有改动这个文件：{why.zh}", f"this file was left as it is: {why.en}"),
        Words("关掉正在用它的程序，再运行一次", "close the program that uses it and run again"),
    )


def _placed(count: int, paths: tuple[str, ...]) -> Diagnostic:
    return of_many(
        photographs.PLACED,
        paths,
        Words(
            f"{count:,} 张照片里存着拍摄地点（GPS）。网站上永远不会有，但把原文件发给别人就会带出去",
            f"{count:,} pictures hold the place where they were taken (GPS). It is never published, but goes along with"
            " the files themselves",
        ),
        Words(
            "原文件也要公开（比如放进公开的代码仓库），就先用看图软件去掉位置信息",
            "where the originals become public too (in an open repository), remove the position first",
        ),
    )


def _cmyk(count: int, paths: tuple[str, ...]) -> Diagnostic:
    return of_many(
        photographs.CMYK,
        paths,
        Words(
            f"{count:,} 张图片是印刷用的 CMYK 颜色。会转成屏幕颜色，鲜艳处可能变暗",
            f"{count:,} pictures are in CMYK, for print. They are converted; bright colours may turn dull",
        ),
        Words("有原片就从原片导出 sRGB 的 JPEG", "export an sRGB JPEG from the original where you have it"),
    )


def _junk(name: str, count: int, paths: tuple[str, ...]) -> Diagnostic:
    return of_many(
        "file-junk",
        paths,
        Words(
            f"系统或软件留下的 {name}，共 {count:,} 个，不会发布",
            f"{count:,} × {name}, left by a system or a program; not published",
        ),
        Words("可以删掉；用 git 的话写进 .gitignore", "delete them; with git, add them to .gitignore"),
    )
