"""An ill project for each code that only the doctor says: files as they come from phones, sync services and old editors."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyvips

from tests.images.samples import jpeg, scene, with_secrets

CRAFTS = "content/crafts"
BIG5_TEXT = "---\ntitle: 手工銀牌與青瓷花瓶，龍泉窯燒製的梅子青釉色由窯火決定\n---\n"


def put(root: Path, path: str, data: bytes) -> Path:
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return place


def _scene() -> Any:
    return scene(80, 60)


def _cmyk(root: Path) -> None:
    put(root, f"{CRAFTS}/a/a.jpg", jpeg(_scene().icc_transform("cmyk", input_profile="srgb")))


def _damaged_cache(root: Path) -> None:
    put(root, ".ichsite/cache.sqlite", b"SQLite format 3\0" + bytes(5000))


FILES: dict[str, Callable[[Path], object]] = {
    "file-copy": lambda root: put(root, f"{CRAFTS}/a/index (冲突版本 2026-11-20).md", b"---\n---\n"),
    "file-empty": lambda root: put(root, f"{CRAFTS}/a/index.md", b""),
    "file-junk": lambda root: put(root, f"{CRAFTS}/.DS_Store", b"\0"),
    "file-name": lambda root: put(root, f"{CRAFTS}/a/a\u200b.md", b"---\n---\n"),
    "file-special": lambda root: os.mkfifo(put(root, f"{CRAFTS}/a.txt", b"x").parent / "pipe"),
    "line-ends": lambda root: put(root, f"{CRAFTS}/a/index.md", b"---\r\n---\nx\r"),
    "link-outside": lambda root: put(root, "content/a.txt", b"x").with_name("b").symlink_to("/etc"),
    "name-collision": lambda root: (put(root, f"{CRAFTS}/A.txt", b"x"), put(root, f"{CRAFTS}/a.txt", b"x")),
    "name-decomposed": lambda root: put(root, f"{CRAFTS}/cafe\u0301.txt", b"x"),
    "name-windows": lambda root: put(root, f"{CRAFTS}/con/index.md", b"---\n---\n"),
    "picture-broken": lambda root: put(root, f"{CRAFTS}/a/a.jpg", jpeg(_scene())[:-300]),
    "picture-cmyk": _cmyk,
    "picture-format": lambda root: put(root, f"{CRAFTS}/a/a.heic", b"\0\0\0\x18ftypheic\0\0\0\0heicmif1"),
    "picture-name": lambda root: put(root, f"{CRAFTS}/a/a.png", jpeg(_scene())),
    "picture-position": lambda root: put(root, f"{CRAFTS}/a/a.jpg", jpeg(with_secrets(_scene()))),
    "picture-too-large": lambda root: put(
        root, f"{CRAFTS}/a/a.png", pyvips.Image.black(9000, 9000).pngsave_buffer(compression=1)
    ),
    "site-missing": lambda root: (root / "site.yaml").unlink(),
    "state-damaged": _damaged_cache,
    "text-big5": lambda root: put(root, f"{CRAFTS}/a/index.md", BIG5_TEXT.encode("big5")),
    "text-gbk": lambda root: put(root, f"{CRAFTS}/a/index.md", "---\ntitle: 手工银牌\n---\n".encode("gbk")),
    "text-mark": lambda root: put(root, f"{CRAFTS}/a/index.md", "---\ntitle: 银牌\n---\n".encode("utf-8-sig")),
    "text-not-utf8": lambda root: put(root, f"{CRAFTS}/a/index.md", "---\ntitle: café\n---\n".encode("latin-1")),
    "text-too-large": lambda root: put(root, f"{CRAFTS}/a/index.md", b"a" * 20_000_001),
    "text-utf16": lambda root: put(root, f"{CRAFTS}/a/index.md", "---\ntitle: 银牌\n---\n".encode("utf-16")),
    "text-utf32": lambda root: put(root, f"{CRAFTS}/a/index.md", "---\ntitle: 银牌\n---\n".encode("utf-32")),
    "yaml-tab": lambda root: put(root, f"{CRAFTS}/a/customization.yaml", b"offers:\n\t- tier: element\n\t- tier: deep\n"),
}  # fmt: skip
"""What makes the doctor say each code of files."""
