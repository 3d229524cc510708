"""Claims: every address stands for one thing, today and for all that was ever published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ichsite.catalog.urls import FIXED
from ichsite.ledger.item import Item
from ichsite.model.permalink import Key, Permalink, Permalinks
from ichsite.text.address import UrlPath, collision_key, output_of
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place, Where
from ichsite.text.words import Words

CODE = "address-taken"
_LEDGER = "content/permalinks.yaml"


def claim_findings(
    old: Permalinks, ledger: Permalinks, items: tuple[Item, ...], lines: Mapping[Key, Permalink]
) -> Iterator[Diagnostic]:
    """Every address and every code that two lines have. What was published keeps its address: `old` is the ledger before."""
    item_of = {lines[item.spot].key: item for item in items}
    fixed = {collision_key(output_of(address)): address for address in FIXED}
    for item in items:
        for at, alias in enumerate(item.aliases):
            if (taken := fixed.get(collision_key(output_of(alias)))) is not None:
                what = Words(
                    f"{taken} 是网站自己的一页，不能做别名",
                    f"{taken} is a page of the site itself; it cannot be an alias",
                )
                yield error(CODE, item.field("aliases", at), what, Words("换一个别名", "take another alias"))
    for item in items:
        own = lines[item.spot].address
        if (taken := fixed.get(collision_key(output_of(own)))) is not None:
            what = Words(f"{taken} 是网站自己的一页", f"{taken} is a page of the site itself")
            yield error(CODE, item.where, what, Words("给文件夹换个名字", "give the folder another name"))
    first: dict[str, tuple[Permalink, UrlPath]] = {}
    codes: dict[str, Permalink] = {}
    held = {(line.key, address) for line in old.entries for address in line.addresses}
    order = sorted(ledger.entries, key=lambda one: (one.key not in item_of, one.key))
    claims = [(line, line.address) for line in order] + [(line, former) for line in order for former in line.former]
    claims.sort(key=lambda claim: (claim[0].key, claim[1]) not in held)
    for line, address in claims:
        other, theirs = first.setdefault(collision_key(output_of(address)), (line, address))
        if other is line:
            if theirs != address:
                yield _same_but_for_case(address, theirs, item_of.get(line.key))
        elif _name(other) != line.successor and _name(line) != other.successor:
            yield _taken(line, address, other, item_of)
    for line in order:
        if line.code and (other := codes.setdefault(line.code, line)) is not line:
            yield error(
                CODE,
                Place(_LEDGER),
                Words(
                    f"短码 `{line.code}` 有两个主人：{_name(other)} 和 {_name(line)}",
                    f"the short code `{line.code}` has two owners: {_name(other)} and {_name(line)}",
                ),
                Words(
                    "多半是两个分支合并出来的：删掉还没有发出去的那一行里的 code，构建时会给它一个新的",
                    "mostly two branches were joined: delete `code` in the line that was not given out yet; the next build gives it a new one",
                ),
            )


def _taken(line: Permalink, address: UrlPath, owner: Permalink, item_of: Mapping[Key, Item]) -> Diagnostic:
    """`line` claims what is `owner`'s."""
    item = item_of.get(line.key)
    where: Where = Place(_LEDGER) if item is None else item.where
    what = Words(
        f"网址 {address} 是 {_name(owner)} 的（发布过的网址永远归它）",
        f"the address {address} belongs to {_name(owner)}, for what was published keeps its address",
    )
    if item is None:
        help = Words(f"看 {_LEDGER} 里的这两行，留下一个", f"keep one of the two lines in {_LEDGER}")
    elif address in item.aliases:
        where = item.field("aliases", item.aliases.index(address))
        help = Words("从 aliases 里拿掉它", "take it out of `aliases`")
    elif owner.key in item_of:
        where = item.field("address") if item.wanted is not None else where
        help = Words(
            "给其中一个换个名字（文件夹名，或 `address:`）",
            "give one of them another name: its folder's, or `address:`",
        )
    else:
        where = item.field("address") if item.wanted is not None else where
        help = Words(
            f"换个名字；如果它就是接替 {owner.id} 的，在 front matter 里写 `replaces: [{_replaced(owner, line)}]`；"
            f"如果就是同一件，把 id 改回 {owner.id}",
            f"give it another name; if it stands in for {owner.id}, write `replaces: [{_replaced(owner, line)}]` into its "
            f"front matter; if it is the same item, give it the id {owner.id} again",
        )
    return error(CODE, where, what, help)


def _replaced(winner: Permalink, loser: Permalink) -> str:
    return winner.id if winner.kind == loser.kind else _name(winner)


def _same_but_for_case(address: UrlPath, other: UrlPath, item: Item | None) -> Diagnostic:
    return error(
        CODE,
        Place(_LEDGER) if item is None else item.where,
        Words(
            f"{address} 和 {other} 只差大小写或字形编码，有的电脑上是同一个文件，旧网址没法转向",
            f"{address} and {other} differ by letter case or Unicode form alone; on some disks they are one file, "
            "so the old address cannot lead to the new one",
        ),
        Words("换一个不只差大小写的名字", "take a name that differs in more than that"),
    )


def _name(line: Permalink) -> str:
    return f"{line.kind}:{line.id}"
