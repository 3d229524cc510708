"""site-settings: the site's own settings fit together.

Passes: `base_url: https://example.com/`, `timezone: Asia/Shanghai`, cut-offs that rise, at least one licence.
Fails: `base_url: example.com`; `timezone: Asia/Shanghia`; `fit_up_to_days: 30` with `communicate_up_to_days: 7`;
`licences: []`; `currency: RMB`; two limits for the title of one platform; `pictures: {widths: [800, 400]}`.
Source: DOMAIN.md (the cut-offs are a site setting); E-Commerce Law 电子商务法 art. 15 (licence on the home page).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

from ichsite.catalog.urls import FIXED
from ichsite.model.site import PART_TERMS, PLATFORM_TERMS, Site
from ichsite.rules.whole import Whole
from ichsite.text.address import parse_base_url
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import FieldOf
from ichsite.text.site_address import OWN_STEPS
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import LANGUAGES, Words

CODE = "site-settings"

_ADDRESS = Words(
    "写成 https://example.com/ 或 https://example.com/repo/", "write https://example.com/ or https://example.com/repo/"
)
_CURRENCIES = (
    *("AED", "AUD", "BRL", "CAD", "CHF", "CNY", "DKK", "EUR", "GBP", "HKD", "IDR", "INR", "JPY", "KRW", "MOP", "MXN"),
    *("MYR", "NOK", "NZD", "PHP", "PLN", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "USD", "VND", "ZAR"),
)
"""ISO 4217: where the buyers of this work mostly are."""
_NICKNAMES = {"RMB": "CNY", "CNH": "CNY", "YUA": "CNY", "NTD": "TWD", "USA": "USD"}
_TAKEN = frozenset(
    (*OWN_STEPS, *(url.strip("/").partition("/")[0] for url in FIXED), *(one.casefold() for one in LANGUAGES))
)
"""The first steps of addresses that the site needs for itself."""
_RISING = Words("后一个要大于前一个", "the second must be larger than the first")


def check(whole: Whole) -> Iterator[Diagnostic]:
    """All settings of site.yaml that can contradict each other or the world."""
    site, path = whole.catalog.site.value, whole.catalog.site.path
    yield from _base_url(site, path)
    yield from _timezone(site, path)
    yield from _currency(site, path)
    yield from _cutoffs(site, path)
    yield from _limits(site, path)
    yield from _pictures(site, path)
    yield from _prefix(site, path)
    yield from _beside(site, path)
    if site.seller is None:
        if whole.catalog.tiers is not None:
            yield error(
                CODE,
                FieldOf(path, ()),
                Words(
                    "没有写 `seller`：目录是要约，买家得知道是谁在卖", "`seller` is missing: who sells must be known"
                ),
                Words("写上店名、地址、电话、营业执照", "write its name, address, telephone and licence"),
            )
    elif not site.seller.licences:
        yield error(
            CODE,
            FieldOf(path, ("seller", "licences")),
            Words("首页要亮照：没有写营业执照", "the home page must show a licence, and there is none"),
            Words(
                "写上 `{title: 营业执照, number: …, issued_by: …}`", "add `{title: 营业执照, number: …, issued_by: …}`"
            ),
        )


def _base_url(site: Site, path: str) -> Iterator[Diagnostic]:
    try:
        parse_base_url(site.base_url)
    except ValueError as wrong:
        yield error(
            CODE,
            FieldOf(path, ("base_url",)),
            Words(_reason(site.base_url), f"this is no address for a site: {wrong}"),
            _ADDRESS,
        )


def _reason(base_url: str) -> str:
    if not base_url.lower().startswith(("http://", "https://")):
        return "网址要以 https:// 或 http:// 开头"
    if "?" in base_url or "#" in base_url or "@" in base_url or "\\" in base_url:
        return "网址只写域名和路径，不带用户名、问号、# 和反斜杠"
    return "域名、端口或路径里有不能用的字符"


def _timezone(site: Site, path: str) -> Iterator[Diagnostic]:
    try:
        ZoneInfo(site.timezone)
    except (KeyError, ValueError, OSError):
        yield error(
            CODE,
            FieldOf(path, ("timezone",)),
            Words(f"没有“{site.timezone}”这个时区", f"there is no time zone `{site.timezone}`"),
            did_you_mean(site.timezone, available_timezones()) or Words("一般写 Asia/Shanghai", "mostly Asia/Shanghai"),
        )


def _currency(site: Site, path: str) -> Iterator[Diagnostic]:
    if site.currency in _CURRENCIES:
        return
    meant = _NICKNAMES.get(site.currency)
    yield error(
        CODE,
        FieldOf(path, ("currency",)),
        Words(
            f"`{site.currency}` 不是货币代码（ISO 4217）",
            f"`{site.currency}` is no currency code (ISO 4217) that is known here",
        ),
        Words(f"是不是想写 `{meant}`？", f"did you mean `{meant}`?")
        if meant is not None
        else did_you_mean(site.currency, _CURRENCIES) or Words("人民币写 CNY", "for the yuan write CNY"),
    )


def _cutoffs(site: Site, path: str) -> Iterator[Diagnostic]:
    cycle, cost = site.assessment.cycle, site.assessment.cost
    if cycle.fit_up_to_days >= cycle.communicate_up_to_days:
        fit, communicate = cycle.fit_up_to_days, cycle.communicate_up_to_days
        yield error(
            CODE,
            FieldOf(path, ("assessment", "cycle")),
            Words(
                f"适配型到 {fit} 天，需沟通型到 {communicate} 天，中间没有余地",
                f"fit up to {fit} days and communicate up to {communicate} leave nothing in between",
            ),
            _RISING,
        )
    if cost.low_up_to >= cost.middle_up_to:
        yield error(
            CODE,
            FieldOf(path, ("assessment", "cost")),
            Words("低价位的上限不低于中价位的上限", "the cut-off of low is not under that of middle"),
            _RISING,
        )


def _limits(site: Site, path: str) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str], int] = {}
    for at, limit in enumerate(site.platform_limits):
        if (other := first.setdefault((limit.platform, limit.part), at)) == at:
            continue
        platform, part = PLATFORM_TERMS.terms[limit.platform], PART_TERMS.terms[limit.part]
        yield error(
            CODE,
            FieldOf(path, ("platform_limits", at, "platform")),
            Words(f"{platform}的{part}有两个上限", f"{limit.platform} has two limits for its {limit.part}"),
            Words("留下一个", "keep one of the two"),
            (
                Related(
                    FieldOf(path, ("platform_limits", other, "platform")), Words("另一个在这里", "the other is here")
                ),
            ),
        )


def _prefix(site: Site, path: str) -> Iterator[Diagnostic]:
    """A prefix that is the first step of other addresses of the site would mix the two for ever."""
    if site.addresses.prefix in _TAKEN:
        yield error(
            CODE,
            FieldOf(path, ("addresses", "prefix")),
            Words(
                f"/{site.addresses.prefix}/ 是网站自己要用的，不能做前缀",
                f"/{site.addresses.prefix}/ is what the site needs for itself; it cannot be a prefix",
            ),
            Words("换一个词，如 shop", "take another word, such as shop"),
        )


def _beside(site: Site, path: str) -> Iterator[Diagnostic]:
    """What others publish lies below a first step that is not ours."""
    for at, one in enumerate(site.beside):
        if (step := one.address.split("/")[1].casefold()) in (*_TAKEN, site.addresses.prefix):
            yield error(
                CODE,
                FieldOf(path, ("beside", at, "address")),
                Words(
                    f"/{step}/ 是本站自己的，放不下别的网站", f"/{step}/ is the site's own, nothing else can live there"
                ),
                Words("换一个文件夹，如 /docs/", "take another folder, such as /docs/"),
            )


def _pictures(site: Site, path: str) -> Iterator[Diagnostic]:
    widths = site.pictures.widths
    if widths and all(first < second for first, second in pairwise(widths)):
        return
    rising = sorted(set(widths)) or [400, 800, 1600]
    yield error(
        CODE,
        FieldOf(path, ("pictures", "widths")),
        Words("图片的宽度要从小到大，至少一个，不重复", "the widths of pictures must rise, at least one, none twice"),
        Words(f"写成 `widths: {rising}`", f"write `widths: {rising}`"),
    )
