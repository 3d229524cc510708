"""A theme as one frozen value: everything that decides what a page looks like.

theme.yaml                           name, version, requires (the least version of ichsite), extends, bundles, options
tokens.yaml                          colours, fonts, sizes, spaces, measures
layouts/ pages/ partials/ macros/    Jinja2 templates
static/                              stylesheets, scripts and files published as they are
locales/<language>.po                the words of the interface

A theme that extends another has all that the other has; what it says itself comes first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ichsite.model.theme_choice import THEME_NAME, ThemeChoice
from ichsite.render.manifest import Bundle
from ichsite.render.published import published_files
from ichsite.render.theme_option import OptionValue, ThemeOption, options_of
from ichsite.render.theme_settings import only_known, set_options, set_tokens
from ichsite.render.theme_source import FILE_CAP, MANIFEST, SHIPPED, TEMPLATE_FOLDERS, THEMES, ThemeSource, read_source
from ichsite.render.theme_yaml import ThemeRefused
from ichsite.render.token_files import tokens_of
from ichsite.render.tokens import Token, css_of
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.memory_limit import at_most_more
from ichsite.text.place import Place
from ichsite.text.suggest import did_you_mean
from ichsite.text.time_limit import TimeUp, within
from ichsite.text.words import Words

__all__ = ["FILE_CAP", "TEMPLATE_FOLDERS", "THEMES", "ThemeFiles", "ThemeRefused", "load_theme", "theme_folder"]
_NOTHING_SET = ThemeChoice()
SECONDS = 10.0
"""What reading a theme may take, in time of the processor; the default theme takes a tenth of a second."""
MEMORY = 512_000_000
"""Bytes by which the process may grow for it."""


@dataclass(frozen=True)
class ThemeFiles:
    """A theme with all its files, sorted; `words` holds each language's catalogue.

    A message with a plural is two entries: its singular and its plural. `static` are the files as they are
    published, by the names that templates use; `assets` gives the published path of each. `origins` says where
    a template lies that does not lie below `place`.
    """

    name: str
    templates: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    static: tuple[tuple[str, bytes], ...]
    version: str
    assets: tuple[tuple[str, str], ...] = ()
    origins: tuple[tuple[str, str], ...] = ()
    tokens: tuple[Token, ...] = ()
    options: tuple[tuple[str, OptionValue], ...] = ()

    @property
    def place(self) -> str:
        """The theme's folder as diagnostics name it."""
        return f"{THEMES}/{self.name}"

    def catalogue(self, language: str) -> dict[str, str]:
        """The words of one language; empty where the theme does not speak it."""
        return dict(dict(self.words).get(language, ()))


def theme_folder(root: Path, name: str) -> Path:
    """The project's own theme of that name, else the one that comes with ichsite; raises ThemeRefused.

    A link that leads out of the project is no theme of the project.
    """
    homes = (root / THEMES, *SHIPPED)
    for home in homes if re.fullmatch(THEME_NAME.pattern, name) else ():
        if _is_theme(home / name) and (home / name).resolve().is_relative_to(home.parent.resolve()):
            return home / name
    known = {folder.name for home in homes if home.is_dir() for folder in home.iterdir() if _is_theme(folder)}
    raise ThemeRefused(
        error(
            "theme-missing",
            Place("site.yaml"),
            Words(f"找不到主题 `{name}`", f"there is no theme `{name}`"),
            did_you_mean(name, known),
        )
    )


def load_theme(folder: Path, *parents: Path, choice: ThemeChoice = _NOTHING_SET, strict: bool = True) -> ThemeFiles:
    """The theme in `folder`, which extends the first of `parents`, and that the next; raises ThemeRefused.

    `choice` is what the site sets; where not `strict`, what the theme does not know of it is left out.
    """
    try:
        with at_most_more(MEMORY):
            return within(SECONDS, lambda: _loaded((folder, *parents), choice, strict=strict))
    except (TimeUp, MemoryError):
        what = Words("这个主题太大，读不完", "there is too much of this theme to be read")
        help = Words(
            "看 static/ 和 locales/ 里有没有特别大的文件", "see whether static/ or locales/ holds a very large file"
        )
        raise ThemeRefused(error("theme-unreadable", Place(f"{THEMES}/{folder.name}"), what, help)) from None


def _loaded(folders: tuple[Path, ...], choice: ThemeChoice, *, strict: bool) -> ThemeFiles:
    chain = [read_source(one) for one in reversed(folders)]
    templates: dict[str, str] = {}
    origins: dict[str, str] = {}
    static: dict[str, bytes] = {}
    places: dict[str, str] = {}
    words: dict[str, dict[str, str]] = {}
    bundles: dict[str, Bundle] = {}
    for source in chain:
        name = source.place.rpartition("/")[2]
        prefixes = ("",) if source is chain[-1] else ("", f"{name}:")
        for prefix in prefixes:
            templates |= {f"{prefix}{path}": text for path, text in source.templates.items()}
            origins |= {f"{prefix}{path}": f"{source.place}/{path}" for path in source.templates}
        static |= source.static
        places |= {path: f"{source.place}/static/{path}" for path in source.static}
        for language, said in source.words.items():
            words[language] = {**words.get(language, {}), **said}
        _join(bundles, source)
    _check_blocks(chain, templates)
    tokens, options = _dressed(chain, choice, strict=strict)
    files, assets = published_files(static, bundles.values(), css_of(tokens) if tokens else "", places)
    own = f"{chain[-1].place}/"
    return ThemeFiles(
        name=folders[0].name,
        templates=tuple(sorted(templates.items())),
        words=tuple((language, tuple(sorted(said.items()))) for language, said in sorted(words.items())),
        static=files,
        version=chain[-1].manifest.version,
        assets=assets,
        origins=tuple(sorted((path, place) for path, place in origins.items() if not place.startswith(own))),
        tokens=tokens,
        options=tuple(options.items()),
    )


def _check_blocks(chain: list[ThemeSource], templates: dict[str, str]) -> None:
    """Raises ThemeRefused for a block that fills nothing."""
    own = [source for source in chain if not source.shipped]
    if own:
        from ichsite.render.block_lint import block_findings

        findings = [one for source in own for one in block_findings(source.templates, source.place, templates)]
        if findings:
            raise ThemeRefused(*findings)


def _dressed(
    chain: list[ThemeSource], choice: ThemeChoice, *, strict: bool
) -> tuple[tuple[Token, ...], dict[str, OptionValue]]:
    """Tokens and options of a chain of themes, the oldest first, with what the site sets; raises ThemeRefused."""
    tokens = tokens_of(source.tokens for source in chain)
    options: dict[str, ThemeOption] = {}
    findings: list[Diagnostic] = []
    for source in chain:
        if not source.shipped:
            # here and not above: a build whose theme is known already does without Jinja
            from ichsite.render.template_lint import template_findings

            for path, text in source.templates.items():
                findings += template_findings(path, text, f"{source.place}/{path}")
        options = options_of(source.yaml, options, findings)
    wanted = choice.tokens if strict else only_known(choice.tokens, (token.name for token in tokens))
    tokens, token_findings = set_tokens(tokens, wanted)
    wanted = choice.options if strict else only_known(choice.options, options)
    values, option_findings = set_options(options, wanted)
    findings += [*token_findings, *option_findings]
    if findings:
        raise ThemeRefused(*findings)
    return tokens, values


def _join(bundles: dict[str, Bundle], source: ThemeSource) -> None:
    for bundle in source.manifest.bundles:
        if not bundle.adds:
            bundles[bundle.name] = bundle
        elif (before := bundles.get(bundle.name)) is not None:
            bundles[bundle.name] = Bundle(bundle.name, before.parts + bundle.parts, bundle.place)
        else:
            what = Words(
                f"没有可以添加的 `{bundle.name}`：上层主题里没有它",
                f"there is no `{bundle.name}` to add to: no theme above has it",
            )
            raise ThemeRefused(error("theme-settings", bundle.place, what, did_you_mean(bundle.name, bundles)))


def _is_theme(folder: Path) -> bool:
    return (folder / MANIFEST).is_file()
