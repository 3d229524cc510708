"""A design session in a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ichsite.model.design import DesignState
from ichsite.plan.views.chrome import PictureView
from ichsite.text.address import UrlPath


@dataclass(frozen=True)
class DesignCardView:
    """A design session in a list; `state` is seen from `Chrome.today`, `picture` is of the newest version.

    It begins at the moment `begins`; what it asks (`question`, empty where nothing is open) counts until the moment
    `ends`, where the shop is: script shows the state by the reader's clock. `opens` and `closes` are the same as days,
    both of them within it; `ended` is the day on which it was confirmed or given up, None until then.
    """

    url: UrlPath
    title: str
    summary: str
    state: DesignState
    picture: PictureView | None
    versions: int
    newest: date | None
    question: str
    opens: date | None
    closes: date | None
    begins: datetime | None
    ends: datetime | None
    ended: date | None
