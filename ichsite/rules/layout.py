"""The layout of `content/`: files that no kind of content claims, crafts with one half, slugs that cannot be addresses."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename, dirname
from typing import NamedTuple

from ichsite.brief.promise import FOLDER as PROMISES
from ichsite.brief.promise import name_of
from ichsite.catalog.catalog import is_handbook
from ichsite.decode.kinds import (
    MATERIAL_ENDINGS,
    PICTURE_ENDINGS,
    PREVIEW_NAME,
    TEXT_ENDINGS,
    is_deliveries,
    layout_of,
    translation_of,
)
from ichsite.model.record import Kind
from ichsite.text.address import Slug, slug_fault
from ichsite.text.diagnostic import Diagnostic, error, warning
from ichsite.text.place import Place
from ichsite.text.words import LANGUAGES, Words

_SLUG_FAULTS = {
    "empty": Words("是空的", "is empty"),
    "character": Words("里面有不能放进网址的字符（如空格）", "has characters that cannot stand in an address"),
    "dot": Words("以点开头或结尾", "starts or ends with a dot"),
    "device": Words("是 Windows 的设备名", "is the name of a device on Windows"),
    "reserved": Words("是网站自己要用的名字", "is a name that the site needs for itself"),
    "long": Words("太长", "is too long"),
}


class Spot(NamedTuple):
    """Where a decoded file lies, and what it is taken for."""

    kind: Kind
    path: str
    slug: Slug


def layout_findings(paths: tuple[str, ...], spots: tuple[Spot, ...]) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with where the files lie; `paths` are those of all files, decoded or not."""
    return (*_missing_top(paths, spots), *_strays(paths), *_slugs(spots), *_halves(spots), *_folded(paths))


def _missing_top(paths: tuple[str, ...], entries: tuple[Spot, ...]) -> Iterator[Diagnostic]:
    present = set(paths)
    if "site.yaml" not in present:
        yield error(
            "file-missing",
            Place("site.yaml"),
            Words(
                "没有 site.yaml，不知道这是哪一家的目录", "there is no site.yaml: whose catalogue this is is not known"
            ),
            Words(
                "在项目的根目录运行，或用 -C 指向它；还没有网站，就用 ichsite init 建一个",
                "run in the project's root, or point at it with -C; to begin a site: `ichsite init`",
            ),
        )
    if "content/tiers.yaml" not in present and not is_handbook(entry.kind for entry in entries):
        yield error(
            "file-missing",
            Place("content/tiers.yaml"),
            Words(
                "没有 content/tiers.yaml，三个定制层级各答应什么无从写起",
                "there is no content/tiers.yaml: what each tier promises is not known",
            ),
            Words(
                "新建这个文件，写上 element、function、deep 三项",
                "add it, with the three tiers element, function, deep",
            ),
        )


def _strays(paths: tuple[str, ...]) -> Iterator[Diagnostic]:
    present = set(paths)
    for path in paths:
        if path.startswith(PROMISES) and name_of(path) is not None:
            continue
        if layout_of(path) is not None or _speaks(path, present) or path.lower().endswith(PICTURE_ENDINGS):
            continue
        if path.startswith("content/materials/") and path.lower().endswith(MATERIAL_ENDINGS):
            continue
        if path.startswith("content/crafts/") and PREVIEW_NAME.fullmatch(basename(path)):
            continue
        if path in ("content/permalinks.yaml", "content/registry.json") or is_deliveries(path):
            continue
        text = path.lower().endswith(TEXT_ENDINGS)
        yield warning(
            "file-stray",
            Place(path),
            Words(
                "这个文件不在任何一种内容的位置上，不会发布",
                "no kind of content lives at this place; the file is not published",
            )
            if text
            else Words("这种文件不会发布", "files of this kind are not published"),
            Words(
                "作品写在 content/crafts/<名字>/index.md；不想发布的文件名以 _ 开头",
                "a craft is content/crafts/<name>/index.md; start the name with _ to keep a file unpublished",
            )
            if text
            else Words(
                "图片存成 JPG、PNG、WebP、AVIF 或 TIFF；只是留底的文件，名字以 _ 开头",
                "save pictures as JPEG, PNG, WebP, AVIF or TIFF; start the name of a file for your own use with _",
            ),
        )


def _speaks(path: str, present: set[str]) -> bool:
    """Whether a file is a translation, of whatever language; a rule of its own sees to those."""
    found = translation_of(path)
    return found is not None and (found.language in LANGUAGES or found.original in present)


def _slugs(entries: tuple[Spot, ...]) -> Iterator[Diagnostic]:
    for entry in entries:
        if entry.kind in ("site", "tiers", "audiences", "translation") or (fault := slug_fault(entry.slug)) is None:
            continue
        what = _SLUG_FAULTS[fault]
        yield error(
            "slug",
            Place(entry.path),
            Words(f"“{entry.slug}”不能做网址：{what.zh}", f"`{entry.slug}` cannot be an address: it {what.en}"),
            Words("给文件或文件夹换个名字，如 celadon-vase", "rename the file or folder, for example celadon-vase"),
        )


def _halves(entries: tuple[Spot, ...]) -> Iterator[Diagnostic]:
    crafts = {entry.slug: entry for entry in entries if entry.kind == "craft"}
    customizations = {entry.slug: entry for entry in entries if entry.kind == "customization"}
    for slug in sorted(crafts.keys() - customizations.keys()):
        yield error(
            "craft-without-customization",
            Place(crafts[slug].path),
            Words(
                "没有 customization.yaml：能改什么、多久到手、什么说不准都无从写起",
                "there is no customization.yaml beside it, so none of the three answers can be given",
            ),
            Words(
                f"新建 {dirname(crafts[slug].path)}/customization.yaml",
                f"add {dirname(crafts[slug].path)}/customization.yaml",
            ),
        )
    for slug in sorted(customizations.keys() - crafts.keys()):
        yield error(
            "customization-without-craft",
            Place(customizations[slug].path),
            Words(
                "没有 index.md：这份定制说明不知道说的是哪件作品",
                "there is no index.md beside it, so the piece it is about is unknown",
            ),
            Words(
                f"新建 {dirname(customizations[slug].path)}/index.md",
                f"add {dirname(customizations[slug].path)}/index.md",
            ),
        )


def _folded(paths: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Names that are one file on another disk: they differ by letter case or Unicode form alone."""
    import unicodedata

    first: dict[str, str] = {}
    for path in paths:
        key = unicodedata.normalize("NFC", path).casefold()
        if (other := first.setdefault(key, path)) != path:
            yield error(
                "name-collision",
                Place(path),
                Words(
                    f"和 {other} 只差大小写或字形编码，在别的电脑上是同一个文件",
                    f"differs from {other} by letter case or Unicode form only; on other disks they are one file",
                ),
                Words("给其中一个换个名字", "rename one of them"),
            )
