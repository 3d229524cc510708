"""Plain values to typed ones by pydantic, its complaints turned into findings with places and a way out."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_type_hints

from ichsite.decode.chinese_names import field_meant, write_in_english
from ichsite.decode.compose import Plain
from ichsite.decode.halfwidth import is_fullwidth
from ichsite.decode.keyboard import mended_keys, mended_value, plain_key, split_items, without_thousands, write_so
from ichsite.decode.leaves import is_word_list, leaf_findings, plain_hint, swallowed_names
from ichsite.decode.meant import offered
from ichsite.model.scalar import Refused
from ichsite.model.tagged import kind_of, members_of
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.suggest import did_you_mean, nearest
from ichsite.text.words import Words

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Value = TypeVar("Value")


def typed(path: str, plain: Plain, cls: type[Value]) -> tuple[Value | None, tuple[Diagnostic, ...]]:
    """The value of class `cls` (or of the union of classes told apart by `kind`) that `plain` stands for, or every finding about it."""
    from pydantic import ValidationError

    if not isinstance(plain, dict):
        return None, (_no_mapping(path, plain),)
    try:
        value = _adapter(cls).validate_python(plain)
    except ValidationError as wrong:
        return None, _findings(path, plain, cls, wrong.errors(include_url=False))
    return value, leaf_findings(path, plain, cls)


def json_schema(cls: type[Any]) -> dict[str, Any]:
    """The JSON Schema of the files that `cls` describes."""
    return _adapter(cls).json_schema()


@lru_cache(maxsize=32)
def _adapter(cls: type[Any]) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(cls)


def _no_mapping(path: str, plain: Plain) -> Diagnostic:
    what = Words("空的", "empty")
    if isinstance(plain, list):
        what = Words("一个列表", "a list")
    elif isinstance(plain, str):
        what = Words("一段文字", "a text")
    return error(
        "wrong-shape",
        FieldOf(path),
        Words(f"这里应是“字段: 值”，读到的却是{what.zh}", f"fields are expected here, not {what.en}"),
        Words("每行写成 `字段: 值`，冒号用半角，后面空一格", "write `field: value`, with a plain colon and a space"),
    )


def _findings(path: str, plain: Plain, cls: type[Any], wrongs: list[Any]) -> tuple[Diagnostic, ...]:
    """Every finding once: what follows from a key of full-width signs or a misspelt one, or from a list written as prose, is
    not told."""
    leaves = leaf_findings(path, plain, cls)
    told = {one.where.field for one in leaves if isinstance(one.where, FieldOf) and one.severity == "error"}
    mended: dict[FieldPath, frozenset[str]] = {
        one.where.field[:-1]: swallowed_names(_at(plain, one.where.field))
        for one in leaves
        if isinstance(one.where, FieldOf) and one.code == "yaml-fullwidth-sign"
    }
    shown: set[FieldPath] = set()
    findings: list[Diagnostic] = []
    rest: list[tuple[FieldPath, Any]] = []
    for wrong in wrongs:
        field, inner = _walked(plain, cls, wrong["loc"])
        holder = _at(plain, field[:-1])
        keys = mended_keys(holder) if wrong["type"] in _UNKNOWN and isinstance(holder, dict) else None
        if keys is None:
            rest.append((field, wrong))
            if wrong["type"] in _UNKNOWN:
                name = str(field[-1])
                meant = _in_chinese(name, inner, holder) or _misspelt(name, inner, holder) or plain_key(name)
                mended[field[:-1]] = mended.get(field[:-1], frozenset()) | {meant}
        elif field[:-1] not in shown:
            shown.add(field[:-1])
            mended[field[:-1]] = mended.get(field[:-1], frozenset()) | keys[1]
            findings.append(
                replace(_unknown_key(path, field, inner, None), help=write_so(_named(field[:-1]) + keys[0]))
            )
    for field, wrong in rest:
        follows = wrong["type"] == "missing" and field[-1] in mended.get(field[:-1], ())
        if not follows and field not in told:
            findings.append(_finding(path, plain, cls, wrong))
    at = {one.where.field for one in findings if isinstance(one.where, FieldOf)}
    return (*findings, *(one for one in leaves if isinstance(one.where, FieldOf) and one.where.field not in at))


def _named(field: FieldPath) -> str:
    """How a mapping or list at a field starts on its line."""
    if not field:
        return ""
    return "- " if isinstance(field[-1], int) else f"{field[-1]}: "


def _at(plain: Plain, field: FieldPath) -> Plain:
    for step in field:
        plain = _below(plain, step)
    return plain


def _finding(path: str, plain: Plain, cls: type[Any], wrong: Any) -> Diagnostic:
    field, inner = _walked(plain, cls, wrong["loc"])
    kind = wrong["type"]
    if kind == "missing":
        return _missing(path, field)
    if kind in _UNKNOWN:
        return _unknown_key(path, field, inner, _at(plain, field[:-1]))
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _unknown_kind(path, field, wrong, tuple(members_of(cls)) if not field else ())
    context: dict[str, Any] = wrong.get("ctx") or {}
    refused = context.get("refused")
    if isinstance(refused, Refused):
        help = offered(context["parse"], context["text"]) if "parse" in context else None
        return error(refused.code, FieldOf(path, field), refused.message, help or refused.help)
    return _wrong_shape(path, field, wrong, _at(plain, field), inner)


def _missing(path: str, field: FieldPath) -> Diagnostic:
    name = field[-1]
    return error(
        "missing-field",
        FieldOf(path, field[:-1], at_key=len(field) > 1),
        Words(f"缺少 `{name}`", f"`{name}` is missing"),
        Words(f"补上 `{name}: …`", f"add `{name}: …`"),
    )


def _unknown_key(path: str, field: FieldPath, inner: type[Any] | None, holder: Plain) -> Diagnostic:
    known, name = _fields_of(inner), str(field[-1])
    meant = _in_chinese(name, inner, holder)
    return error(
        "unknown-key",
        FieldOf(path, field, at_key=True),
        Words(f"没有 `{name}` 这个字段", f"there is no field `{name}`"),
        without_thousands(name, holder)
        or (write_in_english(name, meant) if meant is not None else None)
        or did_you_mean(name, known)
        or Words(f"这里可以写：{'、'.join(known)}", f"fields here: {', '.join(known)}"),
    )


def _fields_of(cls: type[Any] | None) -> list[str]:
    return [one.name for one in fields(cls)] if cls is not None and is_dataclass(cls) else []


def _in_chinese(name: str, inner: type[Any] | None, holder: Plain) -> str | None:
    """The field of a class that a Chinese name stands for, where it is not written beside it already."""
    return field_meant(name, _fields_of(inner), holder if isinstance(holder, dict) else ())


def _misspelt(name: str, inner: type[Any] | None, holder: Plain) -> str | None:
    """The field of a class that a misspelt name stands for, where it is not written beside it already."""
    known = _fields_of(inner)
    close = nearest(name, known)
    return close if not isinstance(holder, dict) or close not in holder else None


def _unknown_kind(path: str, field: FieldPath, wrong: Any, kinds: tuple[str, ...]) -> Diagnostic:
    """`kinds` are those of a whole file; an option's or a limit's are not known here."""
    known = [tag.strip(" '") for tag in wrong["ctx"].get("expected_tags", "").split(",") if tag.strip()]
    tag = str(wrong["ctx"].get("tag", ""))
    if not tag:
        return error(
            "missing-field",
            FieldOf(path, field),
            Words("缺少 `kind`，不知道是哪一种", "`kind` is missing, so which kind is meant is not known"),
            Words(f"补上 `kind: …`，写 {'、'.join(kinds)} 之一", f"add `kind: …`, one of {', '.join(kinds)}")
            if kinds
            else Words("补上 `kind: …`，如 choice、number、text", "add `kind: …`, such as choice, number, text"),
        )
    return error(
        "unknown-term",
        FieldOf(path, (*field, "kind")),
        Words(f"没有 `{tag}` 这一种", f"there is no kind `{tag}`"),
        did_you_mean(tag, known) or Words(f"可以写的有：{'、'.join(known)}", f"known here: {', '.join(known)}"),
    )


_UNKNOWN = ("unexpected_keyword_argument", "extra_forbidden")
_SHAPES = {
    "tuple_type": Words("一个列表（每项一行，以 `- ` 开头）", "a list, each item on a line that starts with `- `"),
    "dataclass_type": Words("一组字段（`字段: 值`）", "fields (`field: value`)"),
    "wrong-shape": Words("一个值，不是列表也不是一组字段", "one value, not a list and no fields"),
}


def _wrong_shape(path: str, field: FieldPath, wrong: Any, plain: Plain, inner: type[Any] | None) -> Diagnostic:
    shape = _SHAPES.get(wrong["type"], Words("别的写法", "another form"))
    name = next((step for step in reversed(field) if isinstance(step, str)), "")
    return error(
        "wrong-shape",
        FieldOf(path, field),
        Words(f"`{name}` 应是{shape.zh}", f"`{name}` should be {shape.en}"),
        _shaped(field, wrong["type"], plain, inner)
        or Words("看一看示例站里同一种文件的写法", "see how the demonstration site writes this kind of file"),
    )


def _shaped(field: FieldPath, kind: str, plain: Plain, inner: type[Any] | None) -> Words | None:
    """The same text in the shape that was wanted, where it can be told."""
    if not isinstance(plain, str) or "\n" in plain or not field:
        return None
    if kind == "tuple_type" and is_word_list(inner, str(field[-1])):
        text = f"{field[-1]}: {split_items([plain])}"
        return write_so(text) if is_fullwidth(plain) else Words(f"写成：`{text}`", f"write `{text}`")
    text = mended_value(plain, list if kind == "tuple_type" else dict)
    return write_so(_named(field) + text) if text is not None else None


def _walked(plain: Plain, cls: type[Any], loc: tuple[str | int, ...]) -> tuple[FieldPath, type[Any] | None]:
    """pydantic's location without the tags of unions, and the class that holds its last step."""
    path: list[str | int] = []
    value: Plain = plain
    hint: Any = cls
    holder: type[Any] | None = None
    for number, step in enumerate(loc):
        hint = plain_hint(hint)
        members = {kind_of(member): member for member in get_args(hint) if _is_tagged(member)}
        if step in members and _below(value, "kind") == step:
            hint = members[str(step)]
            continue
        last = number == len(loc) - 1
        holder = hint if isinstance(hint, type) and is_dataclass(hint) else None
        path.append(step)
        if isinstance(step, str):
            value = _below(value, step)
            hint = (
                get_type_hints(holder, include_extras=True).get(str(step)) if holder is not None and not last else None
            )
        else:
            value = _below(value, step)
            hint = get_args(hint)[0] if get_args(hint) else None
    return tuple(path), holder


def _below(value: Plain, step: str | int) -> Plain:
    """What stands at one step below a value; None where nothing does."""
    if isinstance(value, dict) and isinstance(step, str):
        return cast("dict[str, Plain]", value).get(step)
    if isinstance(value, list) and isinstance(step, int):
        items = cast("list[Plain]", value)
        return items[step] if step < len(items) else None
    return None


def _is_tagged(member: Any) -> bool:
    return isinstance(member, type) and is_dataclass(member) and "kind" in {one.name for one in fields(member)}
