"""picture-format: a picture is of a kind that can be read and made small.

Passes: .jpg .jpeg .png .webp .avif .tif .tiff.
Fails: `file: cover.heic`, `cover.svg`, `cover.gif`, `cover.eps`, `cover`.
Source: DESIGN.md, pictures; an SVG is a program, HEIC is what telephones save.
"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename, splitext

from ichsite.rules.picture_missing import used_pictures
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.words import Words

CODE = "picture-format"
_ACCEPTED = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff")

_WAY_OUT = {
    ".heic": Words(
        "在手机相册里导出为 JPG（苹果手机：设置 → 相机 → 格式 → 兼容性最佳）", "export it as JPEG from the telephone"
    ),
    ".svg": Words(
        "导出为 PNG；SVG 里可以藏程序，不会发布", "export it as PNG; an SVG can hold a program and is not published"
    ),
    ".gif": Words("动图换成一张静态的 JPG 或 PNG", "use a still picture, JPEG or PNG"),
}


def check(whole: Whole) -> Iterator[Diagnostic]:
    """The ending of every picture that is used."""
    for use in used_pictures(whole):
        if use.path is None or use.path.lower().endswith(_ACCEPTED):
            continue
        ending = splitext(basename(use.path))[1].lower()
        yield error(
            CODE,
            use.where,
            Words(
                f"{ending or '没有扩展名'} 不能用作图片", f"{ending or 'no ending'}: not a picture that is read here"
            ),
            _WAY_OUT.get(
                ending, Words("存成 JPG、PNG、WebP、AVIF 或 TIFF", "save it as JPEG, PNG, WebP, AVIF or TIFF")
            ),
        )
