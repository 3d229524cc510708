"""One page rendered: what is handed to a worker, and the bytes or the finding that come back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from ichsite.model.shelf import Shelf
from ichsite.plan.craft_page import CraftPage, craft_view
from ichsite.text.address import BaseUrl, UrlPath, output_of
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.words import Language
from ichsite.verify.links import NO_LINKS, Links, links_of

if TYPE_CHECKING:
    from ichsite.render.environment import ThemeEnvironment
    from ichsite.render.filters import Speech
    from ichsite.render.theme import ThemeFiles


@dataclass(frozen=True)
class Setting:
    """What all pages of a tree are rendered with; `theme` is the key of the theme on the shelf, `code` the stamp of ichsite.

    `fallback` is the language of what is not translated, None in the main tree.
    """

    theme: bytes
    base: BaseUrl
    language: Language
    currency: str
    fallback: Language | None = None
    code: bytes | None = None


@dataclass(frozen=True)
class RenderTask:
    """A page to render: its address, its template, its view or the recipe for one."""

    url: UrlPath
    template: str
    made_from: Any
    setting: Setting


class Written(Protocol):
    """What writes a file's bytes without a template, in a worker: a frozen value whose fields decide the bytes."""

    def data(self, shelf: Shelf, speech: Speech) -> bytes:
        """The file; `speech` writes addresses, amounts, days and the theme's words in the language of the tree."""
        ...


@runtime_checkable
class Recipe(Protocol):
    """What makes the view of its page in a worker: a frozen value whose fields decide the view."""

    def view(self, shelf: Shelf, speech: Speech) -> object:
        """The view for the page's template; `speech` as in `Written`."""
        ...


@dataclass(frozen=True)
class Rendered:
    """A page's bytes and what they link to, or what is wrong in its template."""

    data: bytes
    finding: Diagnostic | None = None
    links: Links = NO_LINKS


_environments: dict[Setting, ThemeEnvironment] = {}
_speeches: dict[Setting, Speech] = {}
_endless: dict[tuple[Setting, str], Diagnostic] = {}
"""Templates that were stopped: the other pages of such a one are not waited for."""


def begin() -> None:
    """A new build: what was stopped in the last one may be mended."""
    _endless.clear()


def render(task: RenderTask, shelf: Shelf) -> Rendered:
    """Renders one page, or has it write itself. The environment is made once a process: templates are compiled when first used."""
    if not task.template:
        written: Written = task.made_from
        return _rendered(written.data(shelf, _speech(task.setting, shelf)), task)
    # here and not above: a build that renders nothing does without Jinja
    from ichsite.render.environment import environment
    from ichsite.render.page import render_or_finding

    setting = task.setting
    if (made := _environments.get(setting)) is None:
        theme: ThemeFiles = shelf.take(setting.theme)
        made = _environments[setting] = environment(
            theme, setting.base, setting.language, setting.currency, setting.code, setting.fallback
        )
    if (stopped := _endless.get((setting, task.template))) is not None:
        return Rendered(b"", stopped)
    view = task.made_from
    if isinstance(view, CraftPage):
        view = craft_view(view, shelf)
    elif isinstance(view, Recipe):
        view = view.view(shelf, _speech(setting, shelf))
    page = render_or_finding(task.template, view, made, task.url)
    if isinstance(page, str):
        return _rendered(page.encode(), task)
    if page.code == "template-time":
        _endless[setting, task.template] = page
    return Rendered(b"", page)


def _rendered(data: bytes, task: RenderTask) -> Rendered:
    return Rendered(data, links=links_of(data, output_of(task.url), task.setting.base))


def _speech(setting: Setting, shelf: Shelf) -> Speech:
    from ichsite.render.filters import Speech

    if (made := _speeches.get(setting)) is None:
        theme: ThemeFiles = shelf.take(setting.theme)
        words = theme.catalogue(setting.language)
        made = _speeches[setting] = Speech(setting.base, setting.language, setting.currency, words)
    return made
