"""The search page: a form, and the lists for who has no script."""

from __future__ import annotations

from ichsite.catalog.urls import CATEGORIES, REGIONS, SEARCH, TAGS
from ichsite.plan.material import Material
from ichsite.plan.search import SearchIndex
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import Head, Link, SearchView
from ichsite.text.address import ITEM_KINDS
from ichsite.text.fingerprint import of_value


def search_spec(material: Material, index: SearchIndex) -> PageSpec:
    """The search page. It is not for other search engines: they would find an empty form."""
    say = material.say
    head = Head(
        say("Search"),
        say("Search pieces, masters, showcases, streams and posts: in Chinese, in pinyin, in Latin letters."),
        SEARCH,
        indexed=False,
    )
    kinds = tuple((kind, say.term("found-kind", kind)) for kind in ITEM_KINDS)
    terms = (Link(say("Categories"), CATEGORIES), Link(say("Regions"), REGIONS), Link(say("Tags"), TAGS))
    lists = (
        *(link for link in material.chrome.menu if link.url != SEARCH),
        *(terms if material.chrome.catalogue else ()),
    )
    view = SearchView(material.chrome, head, index.head, kinds, lists)
    parts = (("search", of_value((head, view.index, kinds, lists))), ("site", material.chrome_print))
    return PageSpec(SEARCH, "pages/search.html", view, parts, "site.yaml", listed=False)
