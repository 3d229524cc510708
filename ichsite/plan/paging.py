"""Lists in pages."""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.catalog.urls import numbered
from ichsite.plan.views import Pager
from ichsite.text.address import UrlPath


def paged(first: UrlPath, total: int, per_page: int) -> Iterator[tuple[UrlPath, Pager, int]]:
    """Address, pager and first position of each page of a list; an empty list has one page."""
    count = max(1, -(-total // per_page))
    for number in range(1, count + 1):
        before = numbered(first, number - 1) if number > 1 else None
        after = numbered(first, number + 1) if number < count else None
        yield numbered(first, number), Pager(number, count, total, before, after), (number - 1) * per_page
