"""The schemas as files: one for each kind of file that an author writes and which file is of which kind; and of what is
printed for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import PurePath
from posixpath import relpath
from typing import cast

from ichsite.decode.kinds import BY_KIND, layout_of, translation_of
from ichsite.model.record import Kind
from ichsite.schema.answer import brief_verify_schema
from ichsite.schema.draft7 import DIALECT, Schema
from ichsite.schema.record import record_schema
from ichsite.schema.showcase import showcase_schema
from ichsite.schema.theme import theme_schema, tokens_schema
from ichsite.schema.translation import translated_page_schema, words_schema
from ichsite.text.words import Words

FOLDER = "schemas"
"""Where an author's site keeps them, below its root."""

_MARK = "由 ichsite schema 生成，手改会被覆盖。 Made by `ichsite schema`; changes by hand are lost."
"""In every file that is written: one without it is somebody else's."""


@dataclass(frozen=True)
class SchemaFile:
    """One schema: its name without `.schema.json`, what it is for, and the files that it describes.

    `yaml` are globs of whole YAML files; no two schemas share a file, even where a `*` also takes slashes, as in some
    editors. `markdown` are files of which it describes the front matter.
    """

    name: str
    about: Words
    make: Callable[[], Schema]
    yaml: tuple[str, ...] = ()
    markdown: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """Its file's name."""
        return f"{self.name}.schema.json"


def _of(kind: Kind, about: Words, yaml: tuple[str, ...] = (), markdown: tuple[str, ...] = ()) -> SchemaFile:
    return SchemaFile(kind, about, partial(record_schema, BY_KIND[kind].cls, _UNIONS.get(kind, "")), yaml, markdown)


_UNIONS: dict[Kind, str] = {"material": "MaterialFile"}
"""Kinds whose files are told apart by a field, with the name of the words for all of them."""

SCHEMA_FILES: tuple[SchemaFile, ...] = (
    _of("site", Words("网站设置", "the site's settings"), ("site.yaml",)),
    _of("tiers", Words("三层定制", "the three tiers"), ("content/tiers.yaml",)),
    _of("audiences", Words("人群", "the audiences"), ("content/audiences.yaml",)),
    _of("craft", Words("作品的开头", "a craft's front matter"), (), ("content/crafts/*/index.md",)),
    _of(
        "customization",
        Words("一件作品的定制说明", "how a craft can be customised"),
        ("content/crafts/*/customization.yaml",),
    ),
    _of(
        "master",
        Words("传承人的开头", "a master's front matter"),
        (),
        ("content/masters/*.md", "content/masters/*/index.md"),
    ),
    SchemaFile("showcase", Words("买家秀", "a showcase"), showcase_schema, ("content/showcases/*/showcase.yaml",)),
    _of(
        "stream",
        Words("直播的开头", "a stream's front matter"),
        (),
        ("content/streams/*.md", "content/streams/*/index.md"),
    ),
    _of("call", Words("征集的开头", "a call's front matter"), (), ("content/calls/*.md", "content/calls/*/index.md")),
    _of(
        "material",
        Words("素材的开头", "a material's front matter"),
        (),
        ("content/materials/*.md", "content/materials/*/index.md"),
    ),
    _of("poll", Words("一次投票", "a poll"), ("content/polls/*/poll.yaml",)),
    _of("idea", Words("一批点子", "a batch of ideas"), ("content/ideas/*/ideas.yaml",)),
    _of(
        "design",
        Words("设计共创的开头", "a design session's front matter"),
        (),
        ("content/designs/*.md", "content/designs/*/index.md"),
    ),
    _of(
        "event",
        Words("活动的开头", "an event's front matter"),
        (),
        ("content/events/*.md", "content/events/*/index.md"),
    ),
    _of(
        "feedback",
        Words("反馈的开头", "a feedback theme's front matter"),
        (),
        ("content/feedback/*.md", "content/feedback/*/index.md"),
    ),
    _of("post", Words("文章的开头", "a post's front matter"), (), ("content/posts/*.md", "content/posts/*/index.md")),
    _of("page", Words("单页的开头", "a page's front matter"), (), ("content/pages/*.md", "content/pages/*/index.md")),
    SchemaFile(
        "words",
        Words("译文表", "a table of translated texts"),
        words_schema,
        (
            "site.*.yaml",
            "content/tiers.*.yaml",
            "content/audiences.*.yaml",
            "content/crafts/*/customization.*.yaml",
            "content/showcases/*/showcase.*.yaml",
            "content/polls/*/poll.*.yaml",
            "content/ideas/*/ideas.*.yaml",
        ),
    ),
    SchemaFile(
        "translated-page",
        Words("译文的开头", "a translated page's front matter"),
        translated_page_schema,
        (),
        ("content/**/*.en.md",),
    ),
    SchemaFile("theme", Words("主题", "a theme"), theme_schema, ("themes/*/theme.yaml",)),
    SchemaFile("tokens", Words("主题的颜色、字体、尺寸", "a theme's tokens"), tokens_schema, ("themes/*/tokens.yaml",)),
    SchemaFile(
        "brief-verify", Words("核对定作确认的结果", "what `ichsite brief verify --json` prints"), brief_verify_schema
    ),
)
BY_NAME: dict[str, SchemaFile] = {one.name: one for one in SCHEMA_FILES}


def schema_files() -> Mapping[str, bytes]:
    """Every schema by its file's name, the same bytes every time. Slow at first: pydantic is imported."""
    return {one.file: schema_bytes(one.name) for one in SCHEMA_FILES}


@cache
def schema_bytes(name: str) -> bytes:
    """The file of one schema; KeyError where there is none of that name."""
    made = {"$schema": DIALECT, "$comment": _MARK, **BY_NAME[name].make()}
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def is_ours(data: bytes) -> bool:
    """Whether a file was written here, by this version or another."""
    try:
        found: object = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and cast("dict[str, object]", found).get("$comment") == _MARK


def schema_name(path: str) -> str | None:
    """The schema of a file at `path` below the site's root; None where no schema describes it."""
    if theme := re.fullmatch(r"themes/[^/]+/(theme|tokens)\.yaml", path):
        return theme[1]
    if translation_of(path) is not None:
        return "translated-page" if path.endswith(".md") else "words"
    found = layout_of(path)
    return found[0].kind if found is not None else None


def editor_line(path: str, folder: str = FOLDER) -> str | None:
    """The first line of a YAML file at `path` that tells an editor its schema; None where there is none.

    `folder` is where the schemas lie, below the site's root.
    """
    name = schema_name(path) if path.endswith(".yaml") else None
    if name is None:
        return None
    upward = relpath(f"{folder}/{BY_NAME[name].file}", path.rpartition("/")[0] or ".")
    return f"# yaml-language-server: $schema={upward}"


def editor_settings(folder: str = FOLDER) -> dict[str, list[str]]:
    """`yaml.schemas` of VS Code and of others that ask the same language server: each schema's file, and for which files."""
    start = folder if PurePath(folder).is_absolute() else f"./{folder}"
    return {f"{start}/{one.file}": list(one.yaml) for one in SCHEMA_FILES if one.yaml}
