"""The texts of a subject for every platform: written, made fit for the field, fitted into it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ichsite.kit.description import Writer
from ichsite.kit.fitting import Fitted, Piece, fit
from ichsite.kit.plain import allowed, one_line, without_addresses
from ichsite.kit.platform import Rules, platform_rules
from ichsite.kit.subject import CraftSubject, Subject
from ichsite.model.site import LinkParameter, LinkSettings, Platform, PlatformLimit, PlatformLinks, Site
from ichsite.text.fingerprint import Fingerprint, of_value

if TYPE_CHECKING:
    from ichsite.render.filters import Speech


@dataclass(frozen=True)
class KitSettings:
    """What a site says about its kit: its own limits and rules, hashtags, parameters, words for sharing; whether it `invites`
    buyers on a page of its own."""

    limits: tuple[PlatformLimit, ...]
    links: tuple[PlatformLinks, ...]
    kit: LinkSettings
    seller: str
    shop: str
    invites: bool = False

    @property
    def print(self) -> Fingerprint:
        """What the texts of every subject depend on."""
        return of_value(self)


@dataclass(frozen=True)
class PlatformText:
    """The title and the description for one platform; `address` is the link in it, empty where links are barred."""

    platform: Platform
    rules: Rules
    address: str
    title: Fitted
    description: Fitted


def settings_of(site: Site) -> KitSettings:
    """The kit's settings in a site's."""
    seller = site.seller.name if site.seller is not None else site.name
    return KitSettings(
        site.platform_limits, site.platform_links, site.links, seller, site.name, site.invitation is not None
    )


def platform_texts(
    subject: Subject, settings: KitSettings, speech: Speech, only: Iterable[Platform] = ()
) -> tuple[PlatformText, ...]:
    """The texts of a subject, in the order of `PLATFORMS`; for some of them where they are named."""
    wanted = frozenset(only)
    return tuple(
        _text(subject, rules, settings, speech)
        for rules in platform_rules(settings.limits, settings.links)
        if not wanted or rules.platform in wanted
    )


def query_of(parameters: Iterable[LinkParameter], platform: str) -> str:
    """`from=douyin&…`: the site's parameters with `{platform}` filled in, percent-encoded."""
    from urllib.parse import urlencode

    return urlencode([(one.name, one.value.replace("{platform}", platform)) for one in parameters])


def _text(subject: Subject, rules: Rules, settings: KitSettings, speech: Speech) -> PlatformText:
    barred = rules.links == "barred"
    writer = Writer(speech, rules.links, query_of(settings.kit.parameters, rules.platform), settings.shop)
    hashtags = (*settings.kit.hashtags, *(subject.tags if isinstance(subject, CraftSubject) else ()))
    topics = tuple(dict.fromkeys(hashtags))[: rules.topics.most]

    def fit_for(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        return tuple(
            replace(one, variants=tuple(_plain(text, rules, barred) for text in one.variants)) for one in pieces
        )

    return PlatformText(
        rules.platform,
        rules,
        "" if barred else writer.address(subject.way),
        fit(fit_for(writer.title(subject)), rules.title, between=" · "),
        fit(fit_for(writer.description(subject, topics)), rules.description, rules.shown),
    )


def _plain(text: str, rules: Rules, barred: bool) -> str:
    text = allowed(one_line(text), rules.forbidden)
    return without_addresses(text) if barred else text
