"""A cap on the length of a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ichsite.model.scalar import Refused
from ichsite.text.words import Words

if TYPE_CHECKING:
    from pydantic_core.core_schema import CoreSchema


@dataclass(frozen=True)
class AtMost:
    """A marker for `Annotated[tuple[…, ...], AtMost(12)]`: no more items than that."""

    most: int

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        from pydantic_core import PydanticCustomError, core_schema

        def check(items: tuple[Any, ...]) -> tuple[Any, ...]:
            if len(items) > self.most:
                message = Words(f"有 {len(items)} 项，最多 {self.most} 项", f"{len(items)} items, {self.most} at most")
                refused = Refused("too-many", message, Words("留下最要紧的", "keep those that matter most"))
                raise PydanticCustomError("refused", "{en}", {"refused": refused, "en": message.en})
            return items

        return core_schema.no_info_after_validator_function(check, handler(source))

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core), "maxItems": self.most}
