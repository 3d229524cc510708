"""Which language a run speaks: `--lang`, else `ICHSITE_LANG`, else the site's own (also of one that is to be begun), else
that of this person's system.

It is settled once, from the arguments as they were typed, before click reads them: usage errors and `--help` speak it too.
"""

from __future__ import annotations

import gettext
import os
import re
import sys
from collections.abc import Iterator, Sequence
from copy import copy
from inspect import cleandoc
from pathlib import Path

import click

from ichsite.read.regular import read_ends
from ichsite.text.words import Language, language_meant

LOCALES = Path(__file__).parent / "locales"
DOMAIN = "ichsite"
_SITE_LANGUAGE = re.compile(rb"^language:[ \t]*[\"']?(zh-CN|en)[\"']?[ \t]*(?:#.*)?\r?$", re.M)
_SITE_BYTES = 65_536
_settled: list[Language] = []
"""The language of this process's run, where one was settled."""


def settle(arguments: Sequence[str], encoding: str | None = None) -> Language:
    """Settles the language of this run, for our own words and for click's; `encoding` is the terminal's.

    Where that has no Chinese characters, Chinese is spoken only if somebody asked for it in so many words.
    """
    language = _asked_by_option(arguments) or _asked_by_environment() or _unasked(arguments, encoding)
    _settled[:] = [language]
    gettext.bindtextdomain(DOMAIN, LOCALES)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language.replace("-", "_")  # where gettext looks first
    return language


def locale_language() -> Language:
    """The language of this run; where none was settled, that of this person's environment."""
    return _settled[0] if _settled else _asked_by_environment() or _system_language()


def site_language(root: Path) -> Language | None:
    """What `site.yaml` names as its language, also where the file is not UTF-8 or otherwise faulty."""
    try:
        start, _, _ = read_ends(root / "site.yaml", _SITE_BYTES)
    except (OSError, ValueError):
        return None
    found = _SITE_LANGUAGE.search(start)
    return language_meant(found[1].decode("ascii")) if found is not None else None


def in_language(command: click.Command) -> click.Command:
    """The command with its help in the language of this run; it keeps its English where there is no other."""
    spoken = copy(command)
    spoken.params = [_parameter(one) for one in command.params]
    if command.help:
        english = cleandoc(command.help)
        spoken.help = gettext.gettext(english)
        if spoken.help != english:
            # click would cut a listing at its spaces, and Chinese has none
            spoken.short_help = re.split("[。；]", spoken.help, maxsplit=1)[0]
    if isinstance(command, click.Group) and isinstance(spoken, click.Group):
        spoken.commands = {name: in_language(one) for name, one in command.commands.items()}
    return spoken


def _parameter(parameter: click.Parameter) -> click.Parameter:
    if not isinstance(parameter, click.Option) or not parameter.help:
        return parameter
    spoken = copy(parameter)
    spoken.help = gettext.gettext(parameter.help)
    return spoken


def _unasked(arguments: Sequence[str], encoding: str | None) -> Language:
    language = site_language(_root(arguments)) or _of_new_site(arguments) or _system_language()
    return language if language == "en" or can_show("中文", encoding) else "en"


def _of_new_site(arguments: Sequence[str]) -> Language | None:
    """The language of a site that is to be begun: who begins it in Chinese reads Chinese."""
    if "init" not in arguments:
        return None
    return next((known for value in _values(arguments, "--language") if (known := language_meant(value))), None)


def can_show(text: str, encoding: str | None) -> bool:
    """Whether a terminal of this encoding has all characters of a text."""
    try:
        text.encode(encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _asked_by_option(arguments: Sequence[str]) -> Language | None:
    return next((known for value in _values(arguments, "--lang") if (known := language_meant(value))), None)


def _root(arguments: Sequence[str]) -> Path:
    root = Path()
    for step in _values(arguments, "-C"):
        root /= step
    return root


def _values(arguments: Sequence[str], option: str) -> Iterator[str]:
    """What stands behind an option, in all the ways that click takes it."""
    joined = f"{option}=" if option.startswith("--") else option
    for position, given in enumerate(arguments):
        if given == "--":
            return
        if given == option:
            yield from arguments[position + 1 : position + 2]
        elif given.startswith(joined):
            yield given.removeprefix(joined)


def _asked_by_environment() -> Language | None:
    return _meant(value) if (value := os.environ.get("ICHSITE_LANG")) else None


def _system_language() -> Language:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return _meant(value)
    if sys.platform == "win32":  # Windows says it nowhere in the environment
        import ctypes
        import locale

        return _meant(locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), ""))
    return "en"


def _meant(value: str) -> Language:
    return language_meant(value) or "en"
