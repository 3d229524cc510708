"""Whether somebody has read what was gathered from others: nothing that waits is published."""

from __future__ import annotations

from typing import Literal

from ichsite.model.scalar import OneOf

ReviewStatus = Literal["published", "pending"]
REVIEW_TERMS = OneOf(published="公开", pending="待审")
