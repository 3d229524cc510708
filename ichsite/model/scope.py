"""Scopes 范围: what of a showcase a buyer may agree to."""

from __future__ import annotations

from typing import Literal

from ichsite.model.scalar import OneOf

Scope = Literal["words", "pictures", "portrait", "name", "elsewhere"]
SCOPE_TERMS = OneOf(words="文字", pictures="图片", portrait="肖像", name="称呼", elsewhere="他处")
