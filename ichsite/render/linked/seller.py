"""The home page: the site with its search, and who sells."""

from __future__ import annotations

from ichsite.catalog.urls import HOME, SEARCH
from ichsite.model.site import Seller
from ichsite.plan.views import Chrome, HomeView
from ichsite.render.filters import Speech
from ichsite.render.linked.node import Node, seller_id, text

SAMPLE = "This is a demonstration site: it sells nothing, and its shop, people and order links are invented."


def website(view: HomeView, speech: Speech) -> Node:
    """The site and how it is searched; its publisher, where one is named, is the seller."""
    chrome = view.chrome
    target = f"{speech.absolute(SEARCH)}?q={{search_term_string}}"
    made: Node = {
        "@type": "WebSite",
        "@id": f"{speech.absolute(HOME)}#site",
        "name": text(chrome.site_name),
        "alternateName": text(chrome.tagline),
        "description": text(chrome.description),
        "url": speech.absolute(HOME),
        "inLanguage": speech.language,
        **({"publisher": seller_id(speech)} if chrome.seller is not None else {}),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": target},
            "query-input": "required name=search_term_string",
        },
    }
    if chrome.sample:
        made["disambiguatingDescription"] = speech.gettext(SAMPLE)
    return made


def seller(one: Seller, chrome: Chrome, speech: Speech) -> Node:
    """Who sells, with the licences that the law wants shown; of a sample site no more than its name and that it is one."""
    made: Node = {"@type": "Organization", **seller_id(speech), "name": text(one.name), "url": speech.absolute(HOME)}
    if chrome.sample:
        made["disambiguatingDescription"] = speech.gettext(SAMPLE)
        return made
    made |= {"address": text(one.address), "telephone": one.phone}
    if one.email is not None:
        made["email"] = one.email
    if one.licences:
        made["identifier"] = [
            {
                "@type": "PropertyValue",
                "name": text(licence.title),
                "value": text(licence.number),
                "description": text(licence.issued_by),
            }
            for licence in one.licences
        ]
    if same := [account.url for account in chrome.accounts if account.url is not None]:
        made["sameAs"] = same
    return made
