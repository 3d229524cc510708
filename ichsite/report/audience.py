"""The report on audiences in words and numbers: what fits each, what it lacks and by how much, and its share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ichsite.assess.audience_account import AudienceAccount, Miss, WantAccount
from ichsite.assess.audience_share import AudienceShare
from ichsite.model.site import CostCutoffs
from ichsite.model.tier import TIER_TERMS
from ichsite.text.words import Words

AUDIENCES_VERSION = 1
"""The version of the shape of `as_data`: within one number fields are added, none is taken away or changed."""


def lines_of(account: AudienceAccount, shares: tuple[AudienceShare, ...], cutoffs: CostCutoffs) -> Iterator[Words]:
    """The lines on one audience: a heading, what fits by tier and by price, what is wanted, its shares."""
    low, middle = f"{cutoffs.low_up_to / 100:g}", f"{cutoffs.middle_up_to / 100:g}"
    bands = {"low": f"≤ {low}", "middle": f"≤ {middle}", "high": f"> {middle}"}
    title = account.title
    yield Words(f"{title}（/for/{account.slug}/）", f"{title} (/for/{account.slug}/)")
    crafts, offers = account.crafts, account.offers
    yield Words(
        f"  合适：{crafts} 件作品，{offers} 个层级",
        f"  fits: {crafts} craft{'s' * (crafts != 1)}, {offers} offer{'s' * (offers != 1)}",
    )
    if offers:
        tiers = [(Words(TIER_TERMS.terms[tier], tier), count) for tier, count in account.tiers]
        costs = [(Words(f"起价 {bands[cost]} 的", f"from {bands[cost]}:"), count) for cost, count in account.costs]
        yield _counted(Words("  按层级", "  by tier"), tiers)
        yield _counted(Words("  按价位", "  by price"), costs)
    for want in account.wants:
        yield from _want(want)
    for share in shares:
        yield _share(share)


def as_data(account: AudienceAccount, shares: tuple[AudienceShare, ...]) -> dict[str, Any]:
    """The same for machines: money is minor units, days are days, shares are in parts of ten thousand."""
    return {
        "id": account.slug,
        "title": account.title,
        "crafts": account.crafts,
        "offers": account.offers,
        "by_tier": dict(account.tiers),
        "by_cost": dict(account.costs),
        "wants": [_want_data(one) for one in account.wants],
        "shares": [
            {"by": list(one.by), "per_ten_thousand": one.per_ten_thousand, "people": one.people, "rows": one.rows}
            for one in shares
        ],
    }


def _counted(heading: Words, counts: list[tuple[Words, int]]) -> Words:
    zh = "，".join(f"{name.zh} {count}" for name, count in counts if count)
    en = ", ".join(f"{name.en} {count}" for name, count in counts if count)
    return Words(f"{heading.zh}：{zh}", f"{heading.en}: {en}")


def _want(account: WantAccount) -> Iterator[Words]:
    want, found, least = account.want, account.found, account.want.at_least
    what = Words(want.what or "任何一件", want.what or "anything at all")
    if account.state == "met":
        yield Words(f"  ✓ {what.zh}：有 {found}，要 {least}", f"  ✓ {what.en}: {found} found, {least} wanted")
        return
    yield Words(
        f"  ✗ {what.zh}：" + ("没有" if not found else f"有 {found}") + f"，要 {least}，还差 {least - found}",
        f"  ✗ {what.en}: {found or 'none'} found, {least} wanted, {least - found} lacking",
    )
    if not account.misses:
        yield Words("      这一类一件也没有", "      there is nothing of the kind at all")
    for miss in account.misses:
        tier = TIER_TERMS.terms[miss.tier]
        failing = _failing(miss)
        yield Words(
            f"      最接近：{miss.title}（{tier}）{failing.zh}",
            f"      nearest: {miss.title} ({miss.tier}), {failing.en}",
        )


def _failing(miss: Miss) -> Words:
    zh: list[str] = []
    en: list[str] = []
    if miss.too_dear:
        zh.append(f"贵 {miss.too_dear / 100:g}")
        en.append(f"{miss.too_dear / 100:g} too dear")
    if miss.too_cheap:
        zh.append(f"便宜了 {miss.too_cheap / 100:g}")
        en.append(f"{miss.too_cheap / 100:g} too cheap")
    if miss.too_slow:
        zh.append(f"慢 {miss.too_slow} 天")
        en.append(f"{miss.too_slow} day{'s' * (miss.too_slow != 1)} too slow")
    if miss.unknown:
        zh.append("没有交期")
        en.append("without a window")
    return Words("，".join(zh), ", ".join(en))


def _share(share: AudienceShare) -> Words:
    by = Words("、".join(DIMENSIONS[one].zh for one in share.by), " and ".join(DIMENSIONS[one].en for one in share.by))
    part = f"{share.per_ten_thousand / 100:g}%"
    people = (
        Words(f"{share.people:,} 人", f"{share.people:,} people")
        if share.people is not None
        else Words("表里没有人数", "no numbers in the table")
    )
    return Words(f"  占比（按{by.zh}）：{part}（{people.zh}）", f"  share (by {by.en}): {part} ({people.en})")


DIMENSIONS = {
    "audience": Words("人群", "audience"),
    "age": Words("年龄", "age"),
    "gender": Words("性别", "gender"),
    "region": Words("地区", "region"),
    "spending": Words("消费", "spending"),
}


def _want_data(account: WantAccount) -> dict[str, Any]:
    want = account.want
    return {
        "what": want.what,
        "state": account.state,
        "found": account.found,
        "at_least": want.at_least,
        "nearest": [
            {
                "craft": one.craft,
                "tier": one.tier,
                "too_dear_minor": one.too_dear,
                "too_cheap_minor": one.too_cheap,
                "too_slow_days": one.too_slow,
                "no_window": one.unknown,
            }
            for one in account.misses
        ],
    }
