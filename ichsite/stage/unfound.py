"""A file that a field names and that is not there: said with the name beside it that may be meant."""

from __future__ import annotations

from posixpath import basename, dirname

from ichsite.read.tree import Tree
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf, Place
from ichsite.text.suggest import nearest
from ichsite.text.words import Words


def unfound(
    code: str, where: FieldOf | Place, file: str, path: str | None, tree: Tree, *, outside: Words, no: Words, put: Words
) -> Diagnostic:
    """`path` is None where `file` is no name in the project, and `outside` says how to write one; else `no` says what is
    missing there, and `put` what to do where no name is near."""
    if path is None:
        what = Words(f"`{file}` 不是项目里的文件名", f"`{file}` is no name of a file in the project")
        return error(code, where, what, outside)
    beside = [basename(one.path) for one in tree.files if dirname(one.path) == dirname(path)]
    close = nearest(basename(path), beside)
    meant = Words(f"是不是想写 `{close}`？", f"did you mean `{close}`?") if close is not None else put
    return error(code, where, Words(f"{no.zh} {path}", f"{no.en} {path}"), meant)
