"""One template rendered in an environment that falls back on a language, or on none."""

from __future__ import annotations

from ichsite.render.environment import environment
from ichsite.text.address import BaseUrl
from ichsite.text.words import Language
from tests.render.samples import theme_of


def rendered(source: str, fallback: Language | None, **names: object) -> str:
    """The text that `source` makes of some names."""
    base = BaseUrl("https://example.com", "/", "en")
    made = environment(theme_of(pages__a=source), base, "en", "CNY", fallback=fallback)
    return made.get_template("pages/a.html").render(names)
