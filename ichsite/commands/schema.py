"""`ichsite schema`: JSON Schemas by which an editor completes, explains and checks the files of a site."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from ichsite.commands.course import course_of
from ichsite.commands.options import LanguageType, folder_option, root_of
from ichsite.commands.talk import answer, locale_language, painter, say
from ichsite.commands.verdict import show
from ichsite.read.regular import FileTooLarge, read_regular
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Language, Words

_CAP = 10_000_000
_EACH_WHOLE = Words(
    "那里的每个 schema 都是完整的，有的可能还是旧的。", "Every schema there is whole; some may still be old."
)


@click.command()
@click.argument("name", required=False)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write all of them into DIR (such as schemas); other files there are left alone.",
)
@click.option("--vscode", is_flag=True, help="Print the setting yaml.schemas for VS Code's YAML extension.")
@click.option("--lang", "language", type=LanguageType(), help="Language of the messages.")
@click.option("--json", "as_json", is_flag=True, help="JSON on stdout.")
@folder_option
@click.pass_context
def schema(
    ctx: click.Context,
    name: str | None,
    out: Path | None,
    vscode: bool,
    language: Language | None,
    as_json: bool,
    folder: Path | None,
) -> int:
    """JSON Schemas (draft-07) of the files you write: list them, print one by NAME, or write all with --out.

    They say for every field what it means, in Chinese and English, with its unit and an example.
    """
    from ichsite.schema.files import BY_NAME, FOLDER, editor_settings, schema_bytes

    said = language or locale_language()
    if sum((name is not None, out is not None, vscode and out is None)) > 1:
        raise click.UsageError("give one of NAME, --out and --vscode")
    if name is not None:
        known = name.removesuffix(".json").removesuffix(".schema")
        if known not in BY_NAME:
            hint = did_you_mean(known, BY_NAME) or Words(f"有：{'、'.join(BY_NAME)}", f"known: {', '.join(BY_NAME)}")
            what = Words(f"没有 {name} 这个 schema；{hint.zh}", f"there is no schema {name}; {hint.en}")
            raise click.UsageError(what.said(said))
        answer(schema_bytes(known).decode().rstrip("\n"))
        return 0
    if out is not None:
        course_of(ctx).stands = _EACH_WHOLE
        return _write(root_of(ctx, folder), out, said, vscode=vscode, as_json=as_json)
    if vscode:
        answer(json.dumps({"yaml.schemas": editor_settings(FOLDER)}, ensure_ascii=False, indent=2))
    elif as_json:
        answer(json.dumps({"schemas": _listed()}, ensure_ascii=False, indent=1))
    else:
        _list(said)
    return 0


def _write(root: Path, out: Path, language: Language, *, vscode: bool, as_json: bool) -> int:
    from ichsite.schema.files import editor_settings, schema_files
    from ichsite.write.over import replace_file

    target, shown = root / out, out.as_posix()
    files = schema_files()
    if strangers := tuple(_in_the_way(f"{shown}/{file}") for file in files if _is_strange(target / file)):
        summary: dict[str, object] = {"command": "schema", "folder": shown, "new": [], "changed": [], "same": []}
        show(strangers, root, language, json_summary=summary if as_json else None)
        if not as_json:
            say(Words(f"{shown}/ 里什么也没写。", f"Nothing was written into {shown}/.").said(language))
        return 1
    target.mkdir(parents=True, exist_ok=True)
    done: dict[str, list[str]] = {"new": [], "changed": [], "same": []}
    for file, data in files.items():
        path = target / file
        before = read_regular(path, _CAP) if path.exists() else None
        if before != data:
            replace_file(path, data)
        done["new" if before is None else "changed" if before != data else "same"].append(file)
    settings = {"yaml.schemas": editor_settings(shown)} if vscode else {}
    if as_json:
        answer(json.dumps({"folder": shown, **done, **settings}, ensure_ascii=False, indent=1))
        return 0
    _tell(done, shown, language)
    if vscode:
        answer(json.dumps(settings, ensure_ascii=False, indent=2))
    return 0


def _is_strange(path: Path) -> bool:
    """Whether something stands there that `ichsite schema` did not write: a file without its mark, a link, a folder."""
    from ichsite.schema.files import is_ours

    if not os.path.lexists(path):
        return False
    if path.is_symlink() or not path.is_file():
        return True
    try:
        return not is_ours(read_regular(path, _CAP))
    except FileTooLarge:
        return True


def _in_the_way(path: str) -> Diagnostic:
    return error(
        "output-in-the-way",
        Place(path),
        Words(
            "这里已经有一个不是 ichsite schema 写的东西，名字和要写的 schema 一样，不会盖掉它",
            "something that `ichsite schema` did not write has the name of a schema; it is not overwritten",
        ),
        Words(
            "要留着它就移走或改名，不要了就删掉，再运行一次；或者用 --out 换一个文件夹",
            "move or rename it to keep it, delete it if you do not need it, and run again; or name another folder with --out",
        ),
    )


def _tell(done: dict[str, list[str]], shown: str, language: Language) -> None:
    for what, words in (("new", Words("新写", "new")), ("changed", Words("更新", "changed"))):
        for file in done[what]:
            say(f"{words.said(language)}  {shown}/{file}")
    if done["new"] or done["changed"]:
        written = len(done["new"]) + len(done["changed"])
        say(
            Words(
                f"写了 {written} 个，{len(done['same'])} 个本来就是新的。编辑器怎么用，见 ichsite schema --vscode",
                f"{written} written, {len(done['same'])} were current. For your editor: ichsite schema --vscode",
            ).said(language)
        )
    else:
        say(Words(f"{shown}/ 里的都是新的，什么也没写", f"all in {shown}/ are current; nothing written").said(language))


def _list(language: Language) -> None:
    import sys

    from ichsite.schema.files import FOLDER, SCHEMA_FILES

    paint = painter(sys.stdout)
    width = max(len(one.name) for one in SCHEMA_FILES)
    for one in SCHEMA_FILES:
        paths = ", ".join((*one.yaml, *one.markdown))
        below = f"\n{' ' * width}  {paint('dim', paths)}" if paths else ""
        answer(f"{paint('bold', one.name.ljust(width))}  {one.about.said(language)}{below}")
    say(
        Words(
            f"\nichsite schema {SCHEMA_FILES[0].name} 打印一个；ichsite schema --out {FOLDER} 全部写进 {FOLDER}/。",
            f"\n`ichsite schema {SCHEMA_FILES[0].name}` prints one; `ichsite schema --out {FOLDER}` writes all into {FOLDER}/.",
        ).said(language)
    )


def _listed() -> list[dict[str, object]]:
    from ichsite.schema.files import SCHEMA_FILES

    return [
        {
            "name": one.name,
            "file": one.file,
            "about": {"zh-CN": one.about.zh, "en": one.about.en},
            "yaml": list(one.yaml),
            "markdown": list(one.markdown),
        }
        for one in SCHEMA_FILES
    ]
