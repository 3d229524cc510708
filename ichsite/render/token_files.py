"""tokens.yaml of a theme and of the themes that it extends, joined: a later value takes the place of an earlier one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ichsite.decode.compose import Plain
from ichsite.render.theme_yaml import ThemeRefused, ThemeYaml
from ichsite.render.tokens import GROUPS, LONGEST_TOKEN, TOKEN_NAME, Token, TokenRefused, token_of
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.words import Words


def tokens_of(files: Iterable[ThemeYaml | None]) -> tuple[Token, ...]:
    """The tokens of a chain of themes, the oldest first; raises ThemeRefused with every finding."""
    tokens: dict[str, Token] = {}
    findings: list[Diagnostic] = []
    for yaml in filter(None, files):
        for group, given in yaml.plain.items():
            if group not in GROUPS:
                findings.append(yaml.unknown((group,), GROUPS))
            elif isinstance(given, dict):
                for name, plain in given.items():
                    _take(yaml, group, name, plain, tokens, findings)
            elif given is not None:
                findings.append(yaml.wrong((group,), Words("这里应是“名字: 值”", "`name: value` is expected here")))
    if findings:
        raise ThemeRefused(*findings)
    return tuple(tokens.values())


def _take(
    yaml: ThemeYaml, group: str, name: str, plain: Plain, tokens: dict[str, Token], findings: list[Diagnostic]
) -> None:
    css_name = GROUPS[group] + name
    before = tokens.get(css_name)
    if not re.fullmatch(TOKEN_NAME, name) or len(name) > LONGEST_TOKEN:
        what = Words(f"`{name}` 不能作名字", f"`{name}` cannot be a name")
        help = Words("用小写字母、数字和连字符", "use small letters, digits and hyphens")
        findings.append(yaml.wrong((group, name), what, help))
    elif before is not None and before.group != group:
        what = Words(f"`{name}` 已是 {before.group} 里的", f"`{name}` is one of the {before.group} already")
        findings.append(yaml.wrong((group, name), what))
    else:
        try:
            tokens[css_name] = token_of(css_name, group, plain, before)
        except TokenRefused as refused:
            field = (group, name) if refused.key is None else (group, name, refused.key)
            findings.append(yaml.wrong(field, refused.message, refused.help))
