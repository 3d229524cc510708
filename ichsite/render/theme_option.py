"""Options of a theme: what a site may set, each with a type, a default and a label for a person."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable
from dataclasses import dataclass, make_dataclass, replace
from typing import Any, cast

from ichsite.decode.compose import Plain
from ichsite.model.scalar import Refused, Text, Whole, YesNo
from ichsite.render.theme_yaml import ThemeYaml
from ichsite.render.tokens import TokenRefused, colour_of
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import LANGUAGES, Words

OptionValue = bool | int | str
TYPES = ("boolean", "text", "choice", "number", "colour")
KEYS = {
    "boolean": ("type", "default", "label"),
    "text": ("type", "default", "label", "most"),
    "choice": ("type", "default", "label", "values"),
    "number": ("type", "default", "label", "least", "most"),
    "colour": ("type", "default", "label"),
}
NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")
MOST_TEXT = 500
MOST_NUMBER = 1_000_000


@dataclass(frozen=True)
class ThemeOption:
    """One option; `least` and `most` bound a number (and `most` a text's length), `values` are those of a choice."""

    name: str
    type: str
    default: OptionValue
    label: Words
    least: int = 0
    most: int = MOST_TEXT
    values: tuple[str, ...] = ()

    def parse(self, text: str | None) -> OptionValue:
        """The value that an author's text stands for; raises Refused."""
        if self.type == "text" and not (text or "").strip():
            return ""
        if text is None:
            raise Refused("theme-option", Words("这里是空的", "there is no value"))
        return _PARSERS[self.type](self, text)


def _choice(option: ThemeOption, text: str) -> str:
    if text not in option.values:
        what = Words(f"`{text}` 不在可选的值里", f"`{text}` is none of the values")
        raise Refused("theme-option", what, did_you_mean(text, option.values))
    return text


def _colour(_option: ThemeOption, text: str) -> str:
    try:
        return colour_of(text)
    except TokenRefused as refused:
        raise Refused("theme-option", refused.message, refused.help) from None


_PARSERS: dict[str, Callable[[ThemeOption, str], OptionValue]] = {
    "boolean": lambda _, text: YesNo().parse(text),
    "text": lambda option, text: Text(option.most).parse(text),
    "choice": _choice,
    "number": lambda option, text: Whole(option.least, option.most).parse(text),
    "colour": _colour,
}


def as_value(values: dict[str, OptionValue]) -> Any:
    """The options as templates see them, `theme.name`: a frozen value, so that an unknown name is an error."""
    return make_dataclass("ThemeOptions", [(name, object) for name in values], frozen=True)(**values)


def options_of(yaml: ThemeYaml, before: dict[str, ThemeOption], findings: list[Diagnostic]) -> dict[str, ThemeOption]:
    """The options of theme.yaml, joined with those of the theme that it extends.

    Where an option of that theme is named again, only what is said anew changes.
    """
    given = yaml.plain.get("options")
    options = dict(before)
    if given is None:
        return options
    if not isinstance(given, dict):
        what = Words("`options` 应是“名字: {type: …}”", "`options` should be `name: {type: …}`")
        findings.append(yaml.wrong(("options",), what))
        return options
    for name, plain in given.items():
        if not NAME.fullmatch(name) or keyword.iskeyword(name):
            what = Words(f"`{name}` 不能作选项名", f"`{name}` cannot be an option's name")
            help = Words("用小写字母、数字和下划线", "use small letters, digits and underscores")
            findings.append(yaml.wrong(("options", name), what, help))
        elif (made := _option(yaml, name, plain, before.get(name), findings)) is not None:
            options[name] = made
    return options


def _option(
    yaml: ThemeYaml, name: str, plain: Plain, before: ThemeOption | None, findings: list[Diagnostic]
) -> ThemeOption | None:
    field = ("options", name)
    if not isinstance(plain, dict):
        what = Words("这里应是 {type: …, default: …}", "`{type: …, default: …}` is expected here")
        findings.append(yaml.wrong(field, what))
        return None
    kind = plain.get("type", before.type if before is not None else None)
    if kind not in TYPES:
        help = did_you_mean(str(kind), TYPES)
        findings.append(yaml.wrong((*field, "type"), Words("没有这种类型", "there is no such type"), help))
        return None
    already = len(findings)
    findings += [yaml.unknown((*field, key), KEYS[kind]) for key in plain if key not in KEYS[kind]]
    same = before if before is not None and before.type == kind else None
    values = _values(yaml, field, plain, findings) if kind == "choice" and "values" in plain else ()
    option = ThemeOption(
        name,
        kind,
        "",
        _label(yaml, field, plain.get("label"), findings) or (same.label if same is not None else Words(name, name)),
        _bound(yaml, field, plain, "least", same.least if same is not None else 0, findings),
        _bound(yaml, field, plain, "most", same.most if same is not None else _most(kind), findings),
        values or (same.values if same is not None else ()),
    )
    default: Plain = plain.get("default")
    if "default" not in plain and same is not None:
        default = str(same.default)
    if len(findings) > already:
        return None
    try:
        if default is not None and not isinstance(default, str):
            raise Refused("theme-option", Words("默认值应是一个值", "the default should be one value"))
        return replace(option, default=option.parse(default))
    except Refused as refused:
        what = Words(f"默认值不行：{refused.message.zh}", f"the default cannot be: {refused.message.en}")
        findings.append(yaml.wrong((*field, "default"), what, refused.help))
        return None


def _most(kind: str) -> int:
    return MOST_NUMBER if kind == "number" else MOST_TEXT


def _values(
    yaml: ThemeYaml, field: tuple[str, ...], plain: dict[str, Plain], findings: list[Diagnostic]
) -> tuple[str, ...]:
    listed = plain["values"]
    if isinstance(listed, list) and 0 < len(listed) <= 40:
        texts = tuple(one for one in listed if isinstance(one, str) and re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,40}", one))
        if len(texts) == len(listed):
            return texts
    what = Words("`values` 应是几个小写的词", "`values` should be a list of words in small letters")
    findings.append(yaml.wrong((*field, "values"), what))
    return ()


def _bound(
    yaml: ThemeYaml, field: tuple[str, ...], plain: dict[str, Plain], key: str, usual: int, findings: list[Diagnostic]
) -> int:
    value = plain.get(key)
    if value is None:
        return usual
    try:
        if not isinstance(value, str):
            raise Refused("theme-option", Words("这里应是一个数", "a number is expected here"))
        return Whole(-MOST_NUMBER, MOST_NUMBER).parse(value)
    except Refused as refused:
        findings.append(yaml.wrong((*field, key), refused.message, refused.help))
        return usual


def _label(yaml: ThemeYaml, field: tuple[str, ...], plain: Plain, findings: list[Diagnostic]) -> Words | None:
    if plain is None:
        return None
    if isinstance(plain, str):
        return Words(plain, plain)
    if isinstance(plain, dict) and all(key in LANGUAGES and isinstance(one, str) for key, one in plain.items()):
        said = cast("dict[str, str]", plain)
        first = next(iter(said.values()), "")
        return Words(said.get("zh-CN", first), said.get("en", first))
    what = Words("`label` 应是 {zh-CN: …, en: …}", "`label` should be `{zh-CN: …, en: …}`")
    findings.append(yaml.wrong((*field, "label"), what))
    return None
