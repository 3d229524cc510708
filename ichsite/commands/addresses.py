"""What a run says about addresses: what got one, what moved, what is gone and still answers."""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.ledger.change import Change
from ichsite.stage.ledger import AddressReport
from ichsite.text.words import Words

_NAMED = 8
"""So many changes, and so many that are gone, are named; the rest are counted. New addresses are counted only."""


def address_lines(report: AddressReport, *, written: bool) -> Iterator[Words]:
    """The lines for a person; `written` where the ledger holds them by now."""
    told = [change for change in report.changes if change.what != "new"]
    for change in told[:_NAMED]:
        yield change.words()
    if (more := len(told) - _NAMED) > 0:
        yield Words(f"另有 {more} 处网址变动（--json 列出全部）", f"{more} more addresses changed (--json lists all)")
    if new := sum(change.what == "new" for change in report.changes):
        yield (
            Words(
                f"permalinks.yaml 记下了 {new} 个新网址，请随内容一起提交",
                f"permalinks.yaml holds {new} new address{'es' * (new != 1)}; commit it with your content",
            )
            if written
            else Words(
                f"permalinks.yaml 会记下 {new} 个新网址（正式构建时写入）",
                f"permalinks.yaml will hold {new} new address{'es' * (new != 1)} (a build of what is published writes it)",
            )
        )
    if report.gone:
        named = report.gone[:_NAMED]
        etc = len(report.gone) > len(named)
        zh, en = "、".join(named) + " 等" * etc, ", ".join(named) + " …" * etc
        count = len(report.gone)
        yield Words(
            f"{count} 项已不在目录里，旧网址照样有人回答：{zh}",
            f"{count} item{'s' * (count != 1)} no longer in the catalogue, whose addresses still answer: {en}",
        )


def addresses_data(report: AddressReport) -> dict[str, object]:
    """The same for machines."""
    return {"changes": [_data(change) for change in report.changes], "gone": list(report.gone)}


def _data(change: Change) -> dict[str, object]:
    item = f"{change.kind}:{change.id}"
    return {"what": change.what, "item": item, "address": change.address, "before": change.before}
