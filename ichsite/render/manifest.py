"""theme.yaml: who the theme is, what it extends, which parts make which published file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ichsite import __version__
from ichsite.decode.compose import Plain
from ichsite.render.theme_yaml import ThemeRefused, ThemeYaml
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.words import Words

KEYS = ("bundles", "extends", "name", "options", "requires", "version")
THEME_NAME = r"[a-z][a-z0-9-]{0,40}"
VERSION = r"\d{1,6}(\.\d{1,6}){0,3}"
PUBLISHED = r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9_-]+)*\.(css|js)"

LONGEST_NAME = 100


@dataclass(frozen=True)
class Part:
    """A static file that is a part of a bundle, and where theme.yaml names it."""

    path: str
    place: Place


@dataclass(frozen=True)
class Bundle:
    """A published file and its parts in their order; with `adds` they follow those of the parent theme."""

    name: str
    parts: tuple[Part, ...]
    place: Place
    adds: bool = False


@dataclass(frozen=True)
class Manifest:
    """What theme.yaml says."""

    version: str
    extends: str | None
    extends_at: Place
    bundles: tuple[Bundle, ...]


def manifest_of(yaml: ThemeYaml) -> Manifest:
    """The manifest in a file; raises ThemeRefused with every finding about it."""
    version, requires = (_needed(yaml, key) for key in ("version", "requires"))
    _needed(yaml, "name")
    if not re.fullmatch(VERSION, requires, re.ASCII):
        what = Words("`requires` 应是版本号，如 0.1.0", "`requires` should be a version such as 0.1.0")
        raise ThemeRefused(error("theme-unreadable", yaml.at("requires"), what))
    if _numbers(requires) > _numbers(__version__):
        what = Words(
            f"主题要用 ichsite {requires}，这里是 {__version__}", f"needs ichsite {requires}, this is {__version__}"
        )
        help = Words("升级 ichsite，或换一个版本的主题", "upgrade ichsite, or take another version of the theme")
        raise ThemeRefused(error("theme-unreadable", yaml.at("requires"), what, help))
    findings: list[Diagnostic] = [yaml.unknown((key,), KEYS) for key in yaml.plain if key not in KEYS]
    extends = yaml.plain.get("extends")
    if extends is not None and not (isinstance(extends, str) and re.fullmatch(THEME_NAME, extends)):
        findings.append(
            yaml.wrong(("extends",), Words("`extends` 应是一个主题名", "`extends` should be a theme's name"))
        )
    bundles = _bundles(yaml, findings)
    if findings:
        raise ThemeRefused(*findings)
    return Manifest(version, extends if isinstance(extends, str) else None, yaml.at("extends"), bundles)


def _needed(yaml: ThemeYaml, key: str) -> str:
    value = yaml.plain.get(key)
    if not isinstance(value, str) or not value:
        what = Words(f"缺少 `{key}`", f"`{key}` is missing")
        raise ThemeRefused(error("theme-unreadable", yaml.at(key), what))
    return value


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))


def _bundles(yaml: ThemeYaml, findings: list[Diagnostic]) -> tuple[Bundle, ...]:
    given = yaml.plain.get("bundles")
    if given is None:
        return ()
    if not isinstance(given, dict):
        what = Words("`bundles` 应是“文件名: 部件列表”", "`bundles` should be `file: list of parts`")
        findings.append(yaml.wrong(("bundles",), what))
        return ()
    made: list[Bundle] = []
    for name, listed in given.items():
        if not re.fullmatch(PUBLISHED, name) or len(name) > LONGEST_NAME:
            what = Words(f"`{name}` 不能作发布的文件名", f"`{name}` cannot be the name of a published file")
            help = Words("写成 site.css 或 site.js 这样的名字", "write a name such as site.css or site.js")
            findings.append(yaml.wrong(("bundles", name), what, help))
            continue
        adds = isinstance(listed, dict) and list(listed) == ["add"]
        field: tuple[str, ...] = ("bundles", name, "add") if adds else ("bundles", name)
        parts = _parts(yaml, field, listed["add"] if isinstance(listed, dict) and adds else listed, findings)
        made.append(Bundle(name, parts, yaml.at("bundles", name, key=True), adds))
    return tuple(made)


def _parts(yaml: ThemeYaml, field: tuple[str, ...], listed: Plain, findings: list[Diagnostic]) -> tuple[Part, ...]:
    ending = field[1].rpartition(".")[2]
    if not isinstance(listed, list):
        what = Words("这里应是部件的列表，或 `{add: [...]}`", "a list of parts is expected here, or `{add: [...]}`")
        findings.append(yaml.wrong(field, what))
        return ()
    parts: list[Part] = []
    for at, path in enumerate(listed):
        if isinstance(path, str) and (path.endswith(f".{ending}") or (path == "tokens" and ending == "css")):
            parts.append(Part(path, yaml.at(*field, at)))
        else:
            what = Words(f"这里应是 static/ 里的 .{ending} 文件", f"a .{ending} file of static/ is expected here")
            findings.append(yaml.wrong((*field, at), what))
    return tuple(parts)
