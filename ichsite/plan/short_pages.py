"""The page where a code that was spoken is typed."""

from __future__ import annotations

from ichsite.catalog.urls import CODES
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import CodesView, Head
from ichsite.text.fingerprint import of_value


def codes_spec(material: Material) -> PageSpec:
    """The page in one language; its example is the code of the first craft that has one."""
    say = material.say
    words = say("Four letters or digits, as they were spoken in the stream or printed on the card.")
    head = Head(say("Enter the code"), words, CODES, indexed=False)
    codes = (material.book.code("craft", slug) for slug in sorted(material.cards))
    view = CodesView(material.chrome, head, next(filter(None, codes), ""))
    parts = (("codes", of_value((head, view.example))), ("site", material.chrome_print))
    return PageSpec(CODES, "pages/codes.html", view, parts, "site.yaml", listed=False)
