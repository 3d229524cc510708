"""The page where a code that was spoken is typed; one for all languages of a site, as the short addresses are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.urls import CODES
from ichsite.plan.views import CodesView, CodesWords, Head
from ichsite.text.fingerprint import of_value

_TITLE = "Enter the code"
_WORDS = "Four letters or digits, as they were spoken in the stream or printed on the card."


def codes_spec(material: Material) -> PageSpec:
    """The page in the main language."""
    head = Head(material.say(_TITLE), material.say(_WORDS), CODES, indexed=False)
    codes = (material.book.code("craft", slug) for slug in sorted(material.cards))
    view = CodesView(material.chrome, head, next(filter(None, codes), ""))
    parts = (("codes", of_value((head, view.example))), ("site", material.chrome_print))
    return PageSpec(CODES, "pages/codes.html", view, parts, "site.yaml", listed=False)


def codes_in_others(page: PageSpec, others: Iterable[Material]) -> PageSpec:
    """The same page with the words of the site's other languages on it."""
    words = tuple(CodesWords(one.chrome.language, one.say(_TITLE), one.say(_WORDS)) for one in others)
    view: CodesView = page.made_from
    return replace(page, made_from=replace(view, others=words), parts=(*page.parts, ("languages", of_value(words))))
