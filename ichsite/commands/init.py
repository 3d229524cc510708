"""`ichsite init`: from an empty folder to a site that builds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from ichsite import __version__
from ichsite.commands.course import ALL_OR_NOTHING, course_of
from ichsite.commands.options import DayType, LanguageType, folder_option, root_of
from ichsite.commands.placing import Unmade, day, put
from ichsite.commands.talk import answer, locale_language, say
from ichsite.report.machine import SCHEMA_VERSION
from ichsite.scaffold.starter import starter_files
from ichsite.text.system_words import system_words
from ichsite.text.width import visible
from ichsite.text.words import Language, Words
from ichsite.write.fresh import ASIDE

_TIMEZONE = "Asia/Shanghai"
"""That of both starter sites."""
_WELCOME = frozenset(
    {".git", ".gitignore", ".gitattributes", ".editorconfig", ".venv", "venv", ".ds_store", "thumbs.db", "desktop.ini"}
)
_WELCOME_STARTS = ("readme", "license", "licence", "copying", ASIDE)
"""What may lie in an empty folder: a repository's first files, an environment, what systems and killed runs leave. All of it
stays."""


@click.command()
@click.argument("target", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@click.option("--language", "tongue", type=LanguageType(written=True), help="Language of the site; default: yours.")
@click.option("--today", type=DayType(), metavar="DAY", help="Date the samples as if today were DAY (2026-11-22).")
@click.option("--lang", "language", type=LanguageType(), help="Language of the messages.")
@click.option("--json", "as_json", is_flag=True, help="JSON on stdout.")
@folder_option
@click.pass_context
def init(
    ctx: click.Context,
    folder: Path | None,
    target: Path,
    tongue: Language | None,
    today: date | None,
    language: Language | None,
    as_json: bool,
) -> int:
    """Begin a site in DIR (an empty folder; default: here): small, complete, and all of it marked as a sample."""
    spoken = language or locale_language()
    site = tongue or locale_language()
    root = _resolved(root_of(ctx, folder) / target, spoken)
    there = _there(root, spoken)
    wanted = {**starter_files(site, day(today, _TIMEZONE), __version__), **_schemas()}
    files = {path: data for path, data in wanted.items() if path.partition("/")[0].lower() not in there}
    kept = tuple(sorted(wanted.keys() - files.keys()))
    course_of(ctx).stands = ALL_OR_NOTHING
    # without site.yaml the folder is no project: it comes last
    put(root, files, spoken, last="site.yaml")
    if as_json:
        made = {"command": "init", "folder": str(root), "language": site, "made": sorted(files), "kept": list(kept)}
        answer(json.dumps({"version": SCHEMA_VERSION, **made, "findings": []}, ensure_ascii=False, indent=2))
        return 0
    for line in _told(root, target, len(files), kept):
        say("\n".join(visible(part) for part in line.said(spoken).split("\n")))
    return 0


def _resolved(place: Path, language: Language) -> Path:
    try:
        return place.resolve()
    except (OSError, RuntimeError, ValueError):  # links that lead in a circle
        raise Unmade(Words(f"到不了 {place}", f"{place} leads nowhere"), language) from None


def _schemas() -> Mapping[str, bytes]:
    """The JSON Schemas that editors complete and explain by, below `schemas/`."""
    from ichsite.schema.files import schema_files

    return {f"schemas/{name}": data for name, data in schema_files().items()}


def _there(root: Path, language: Language) -> frozenset[str]:
    """The names in the folder, in small letters; raises Unmade where one of them has no business in a new site."""
    try:
        names = sorted(entry.name for entry in root.iterdir())
    except FileNotFoundError:
        return frozenset()
    except NotADirectoryError:
        raise Unmade(Words(f"{root} 不是文件夹", f"{root} is no folder"), language) from None
    except OSError as wrong:
        reason = system_words(wrong)
        raise Unmade(Words(f"打不开 {root}：{reason.zh}", f"cannot open {root}: {reason.en}"), language) from None
    if "site.yaml" in names:
        raise Unmade(
            Words(
                f"{root} 里已经有一个网站了（site.yaml），什么也没有动。要加作品，用 ichsite new craft 名字",
                f"{root} is a site already (site.yaml); nothing was touched. To add a piece: ichsite new craft NAME",
            ),
            language,
        )
    foreign = [name for name in names if name.lower() not in _WELCOME and not name.lower().startswith(_WELCOME_STARTS)]
    if foreign:
        shown = [name.encode("utf-8", "backslashreplace").decode() for name in foreign[:5]]
        etc = len(foreign) > len(shown)
        zh, en = "、".join(shown) + " 等" * etc, ", ".join(shown) + " …" * etc
        raise Unmade(
            Words(
                f"{root} 不是空的，里面有 {zh}，什么也没有动。换一个空文件夹，比如 ichsite init my-site",
                f"{root} is not empty: it holds {en}. Nothing was touched. Take an empty folder, such as ichsite init my-site",
            ),
            language,
        )
    return frozenset(name.lower() for name in names)


def _told(root: Path, target: Path, count: int, kept: tuple[str, ...]) -> tuple[Words, ...]:
    lines = [Words(f"在 {root} 里写好了一个示例网站，{count} 个文件。", f"A sample site is in {root}: {count} files.")]
    if kept:
        named = "、".join(kept), ", ".join(kept)
        lines.append(Words(f"这些原来就有，没有动：{named[0]}", f"These were there and stay as they were: {named[1]}"))
    if ".gitignore" in kept:
        lines.append(
            Words(
                "请在 .gitignore 里加上 /output/、/.output.*、/.ichsite/、/kit/",
                "add /output/, /.output.*, /.ichsite/ and /kit/ to your .gitignore",
            )
        )
    where = f'"{target}"' if " " in str(target) else str(target)
    # two lines, for not every shell of Windows knows `&&`
    enter = "" if where == "." else f"cd {where}\n     "
    lines.append(
        Words(
            "接下来三步：\n"
            f"  1. {enter}ichsite serve        在浏览器里看样子，一改就变\n"
            "  2. 打开 site.yaml，把写着“示例”的换成自己的\n"
            "  3. ichsite new craft 作品名    加第一件自己的作品",
            "The next three steps:\n"
            f"  1. {enter}ichsite serve        look at it; it follows every edit\n"
            '  2. open site.yaml and replace what says "sample"\n'
            "  3. ichsite new craft NAME      add your first piece",
        )
    )
    return tuple(lines)
