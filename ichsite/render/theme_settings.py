"""What a site sets of a theme in site.yaml, put in the place of what the theme says itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ichsite.decode.compose import Plain
from ichsite.model.scalar import Refused
from ichsite.model.theme_choice import Settings, SetValue
from ichsite.render.theme_option import OptionValue, ThemeOption
from ichsite.render.tokens import Token, TokenRefused, token_of
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

SITE = "site.yaml"


def set_tokens(tokens: Iterable[Token], settings: Settings) -> tuple[tuple[Token, ...], tuple[Diagnostic, ...]]:
    """The tokens with the site's values; a token that the theme does not have, or a value that is none, is an error."""
    known = {token.name: token for token in tokens}
    findings: list[Diagnostic] = []
    for name, value in settings:
        field = ("theme", "tokens", name)
        if (token := known.get(name)) is None:
            what = Words(f"主题里没有 `{name}` 这个变量", f"the theme has no token `{name}`")
            where = FieldOf(SITE, field, at_key=True)
            findings.append(error("theme-token", where, what, did_you_mean(name.removeprefix("--"), known)))
            continue
        try:
            known[name] = token_of(name, token.group, _plain(value), token)
        except TokenRefused as refused:
            inner = field if refused.key is None else (*field, refused.key)
            findings.append(error("theme-token", FieldOf(SITE, inner), refused.message, refused.help))
    return tuple(known.values()), tuple(findings)


def set_options(
    options: Mapping[str, ThemeOption], settings: Settings
) -> tuple[dict[str, OptionValue], tuple[Diagnostic, ...]]:
    """The value of every option: the site's, else the theme's default."""
    values = {name: option.default for name, option in options.items()}
    findings: list[Diagnostic] = []
    for name, value in settings:
        field = ("theme", "options", name)
        if (option := options.get(name)) is None:
            what = Words(f"主题里没有 `{name}` 这个选项", f"the theme has no option `{name}`")
            help = did_you_mean(name, options)
            findings.append(error("theme-option", FieldOf(SITE, field, at_key=True), what, help))
            continue
        try:
            if isinstance(value, tuple):
                raise Refused("theme-option", Words("这里应是一个值", "one value is expected here"))
            values[name] = option.parse(value)
        except Refused as refused:
            said = Words(
                f"选项“{option.label.zh}”：{refused.message.zh}",
                f"the option “{option.label.en}”: {refused.message.en}",
            )
            findings.append(error("theme-option", FieldOf(SITE, field), said, refused.help))
    return values, tuple(findings)


def only_known(settings: Settings, known: Iterable[str]) -> Settings:
    """Those settings that a theme knows: what is set for one theme is no fault where another is asked for."""
    names = frozenset(known)
    return tuple((name, value) for name, value in settings if name in names)


def _plain(value: SetValue) -> Plain:
    return {name: one for name, one in value} if isinstance(value, tuple) else value  # noqa: C416  its values are Plain
