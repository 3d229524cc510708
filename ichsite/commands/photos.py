"""Photographs taken into the project: decoded first, turned upright, without the place where they were taken."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from pathlib import Path

from ichsite.commands.placing import Unmade
from ichsite.images.format import Refusal
from ichsite.images.picture import MAX_BYTES, PictureChanged, PictureTask, prepare, undecodable
from ichsite.images.recipe import Recipe
from ichsite.read.regular import read_regular
from ichsite.text.fingerprint import of_bytes
from ichsite.text.system_words import system_words
from ichsite.text.words import Language, Words

MOST_PHOTOS = 30
_KEPT = Recipe(widths=(4000,), quality=90)
"""Wider than any width that a site publishes in, so that nothing is lost that a reader would see."""


def taken_photos(root: Path, given: Iterable[str], language: Language) -> Mapping[str, bytes]:
    """The photographs as JPEGs by their new names, `photo-1.jpg` and so on; raises Unmade with all that is refused.

    Names are looked up from the folder in which the command was called. They are new on purpose: those of telephones say
    when, and those of chats sometimes who.
    """
    files = tuple(_found(root, given))
    if len(files) > MOST_PHOTOS:
        many = Words(f"一次最多 {MOST_PHOTOS} 张照片", f"{MOST_PHOTOS} photographs at a time")
        raise Unmade(many, language)
    taken: dict[str, bytes] = {}
    refused: list[Words] = []
    for at, (file, made) in enumerate(zip(files, _decoded([_task(file) for file in files]), strict=True), 1):
        if isinstance(made, bytes):
            taken[f"photo-{at}.jpg"] = made
        else:
            shown = file.name.encode("utf-8", "backslashreplace").decode()
            refused.append(
                Words(f"{shown}：{made.message.zh}。{made.help.zh}", f"{shown}: {made.message.en}. {made.help.en}")
            )
    if refused:
        zh, en = "\n  ".join(one.zh for one in refused), "\n  ".join(one.en for one in refused)
        raise Unmade(
            Words(f"这些照片用不了，什么也没有写：\n  {zh}", f"these cannot be used; nothing was written:\n  {en}"),
            language,
        )
    return taken


def _found(root: Path, given: Iterable[str]) -> Iterable[Path]:
    """A pattern that the shell left as it is (Windows, quotes) is looked up here."""
    for name in given:
        path = root / name
        if any(sign in name for sign in "*?") and not path.exists():
            yield from sorted(path.parent.glob(path.name)) or (path,)
        else:
            yield path


_OTHER = Words("从原处重新拷贝一份", "copy it again from where it came")
_UNKNOWN = Refusal("picture-crash", Words("解码失败", "it could not be decoded"), _OTHER)
_MISSING = Refusal(
    "picture-missing",
    Words("没有这个文件", "there is no such file"),
    Words("看看名字和文件夹", "check its name and folder"),
)


def _task(file: Path) -> PictureTask | Refusal:
    try:
        real = file.resolve(strict=True)  # a link to a photograph is what somebody typed, not what a site holds
        return PictureTask(str(real), of_bytes(read_regular(real, MAX_BYTES)), _KEPT)
    except FileNotFoundError:
        return _MISSING
    except (OSError, RuntimeError) as wrong:
        reason = system_words(wrong)
        return Refusal("picture-missing", Words(f"读不了（{reason.zh}）", f"it cannot be read ({reason.en})"), _OTHER)


def _decoded(tasks: list[PictureTask | Refusal]) -> Iterator[bytes | Refusal]:
    """Each picture as a JPEG, decoded in a process of its own, which may die of one and is then begun anew."""
    process = _process()
    try:
        for task in tasks:
            if isinstance(task, Refusal):
                yield task
                continue
            try:
                prepared, variants = process.submit(prepare, task).result()
            except PictureChanged:
                yield _MISSING
                continue
            except BrokenExecutor:
                process.shutdown()
                process = _process()
                prepared, variants = undecodable(1), None
            yield variants[-1] if variants is not None else prepared.refusal or _UNKNOWN
    finally:
        process.shutdown()


def _process() -> ProcessPoolExecutor:
    # not forked: libvips may have threads in this process, for which a fork would wait for ever
    return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), initializer=_deaf)


def _deaf() -> None:
    """Ctrl-C is for the command, which then ends this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
